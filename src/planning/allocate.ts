import { SymbionError } from '../domain/index.ts';
import { checkAllocation, pairKey } from './check.ts';
import { describeConflict, findConflict } from './conflict.ts';
import { allocateAsFlow } from './flow-plan.ts';
import { type LinearSolution, openLinear, type SolveOptions, solveLinear } from './highs.ts';
import { type PlanModel, writePlan } from './plan-model.ts';
import {
  type Allocation,
  type AllocationOptions,
  type AllocationProblem,
  OBJECTIVES,
  type ShadowPrice,
  type Worth,
} from './problem.ts';

/**
 * Who gives how much to whom, over all pairs and processes at once. A pure flow goes to the network simplex, the rest to
 * HiGHS. Bad numbers and impossible wishes throw `input` with all issues; limits that contradict each other throw
 * `conflict` with the smallest set that does.
 */
export async function allocate(problem: AllocationProblem, options: AllocationOptions): Promise<Allocation> {
  checkAllocation(problem, options);
  const flow = allocateAsFlow(problem, options);
  if (flow) return flow;
  const plan = writePlan(problem, options);
  const solution = await solvePlan(plan, options);
  if (solution.status === 'infeasible' || solution.status === 'unbounded') {
    // the solver may leave open which of the two it is
    const conflict = solution.status === 'infeasible' ? await findConflict(problem, options) : [];
    if (conflict.length > 0) throw conflictError(describeConflict(conflict));
    throw new SymbionError('input', {
      en: 'Nothing limits the plan: a pair that pays has no known quantity on either side',
      ru: 'План ничем не ограничен: у выгодной пары нет известной величины ни с одной стороны',
    });
  }
  if (!solution.found)
    throw new SymbionError('unavailable', {
      en: `No plan was found within ${options.timeLimitSeconds ?? DEFAULT_TIME_LIMIT_SECONDS} s: allow more time or fewer whole decisions`,
      ru: `За ${options.timeLimitSeconds ?? DEFAULT_TIME_LIMIT_SECONDS} с план не найден: дайте больше времени или меньше целых решений`,
    });
  return readPlan(plan, solution, options, await pricesOf(plan, solution));
}

export const DEFAULT_TIME_LIMIT_SECONDS = 20;

export function solveOptions(options: AllocationOptions): SolveOptions {
  return {
    timeLimitSeconds: options.timeLimitSeconds ?? DEFAULT_TIME_LIMIT_SECONDS,
    ...(options.gap !== undefined && { gap: options.gap }),
    ...(options.seed !== undefined && { seed: options.seed }),
  };
}

function conflictError(conflict: ReturnType<typeof describeConflict>): SymbionError {
  return new SymbionError('conflict', conflict.text, { issues: conflict.issues });
}

/** An LP is always solved to its end (no feasible half-way point exists); only whole decisions stop at the clock. */
async function solvePlan(plan: PlanModel, options: AllocationOptions): Promise<LinearSolution> {
  const session = await openLinear(plan.model);
  try {
    if (!plan.model.integer) return session.solve(options.seed === undefined ? {} : { seed: options.seed });
    const nothing = new Float64Array(plan.model.columns);
    if (plan.limits.every((l) => l.lower <= 0 && l.upper >= 0)) session.start(nothing);
    return session.solve(solveOptions(options));
  } finally {
    session.dispose();
  }
}

/** Duals; of a MILP those of the LP that is left when its whole decisions are kept. */
async function pricesOf(plan: PlanModel, solution: LinearSolution): Promise<ShadowPrice[]> {
  const whole = plan.model.integer;
  if (!whole) return toPrices(plan, solution);
  const { integer: _, ...rest } = plan.model;
  const fixed = (bound: Float64Array) => bound.map((x, j) => (whole[j] === 1 ? Math.round(solution.values[j]!) : x));
  const linear = await solveLinear({ ...rest, lower: fixed(rest.lower), upper: fixed(rest.upper) });
  return linear.status === 'optimal' ? toPrices(plan, linear) : [];
}

export function toPrices(plan: PlanModel, solution: LinearSolution): ShadowPrice[] {
  const prices: ShadowPrice[] = [];
  plan.limits.forEach((limit, i) => {
    const perUnit = solution.rowDual[i]!;
    if (Math.abs(perUnit) > 1e-9) prices.push({ kind: limit.kind, of: limit.of, perUnit });
  });
  const scale = 1e-9;
  for (let k = 0; k < plan.arcs.length; k++) {
    const arc = plan.arcs[k]!;
    if (arc.capacity === undefined || solution.values[k]! < arc.capacity * (1 - 1e-9)) continue;
    if (solution.reducedCost[k]! > scale)
      prices.push({
        kind: 'pair capacity',
        of: pairKey(arc.output, arc.demand),
        perUnit: solution.reducedCost[k]!,
      });
  }
  return sortPrices(prices);
}

export function sortPrices(prices: ShadowPrice[]): ShadowPrice[] {
  const key = (p: ShadowPrice) => `${p.kind} ${p.of}`;
  return prices.sort((a, b) => Math.abs(b.perUnit) - Math.abs(a.perUnit) || (key(a) < key(b) ? -1 : 1));
}

export function readPlan(
  plan: PlanModel,
  solution: LinearSolution,
  options: AllocationOptions,
  prices: readonly ShadowPrice[],
): Allocation {
  const { values } = solution;
  let most = 0;
  for (let k = 0; k < plan.arcs.length; k++) most = Math.max(most, values[k]!);
  const exchanges = plan.arcs.flatMap((arc, k) => {
    const quantity = values[k]!;
    if (quantity <= most * 1e-12) return [];
    return [
      {
        output: arc.output,
        demand: arc.demand,
        quantityPerYear: quantity,
        productPerYear: quantity * arc.ratio,
        worth: scaleWorth(arc.worth, quantity),
      },
    ];
  });
  return {
    status: solution.status === 'optimal' ? 'optimal' : 'limit',
    solver: plan.model.integer ? 'MILP' : 'LP',
    objective: options.objective,
    value: solution.objective,
    bound: Math.max(solution.bound, solution.objective),
    gap: solution.gap,
    totals: totalsOf(plan, values),
    exchanges,
    processes: processesOf(plan, values),
    prices,
  };
}

export function scaleWorth(worth: Worth, by: number): Worth {
  return { money: worth.money * by, co2: worth.co2 * by, landfill: worth.landfill * by, jobs: worth.jobs * by };
}

function totalsOf(plan: PlanModel, values: Float64Array): Worth {
  const total = { money: 0, co2: 0, landfill: 0, jobs: 0 };
  for (const o of OBJECTIVES) {
    const worth = plan.worth[o];
    for (let j = 0; j < worth.length; j++) total[o] += worth[j]! * values[j]!;
  }
  return total;
}

function processesOf(plan: PlanModel, values: Float64Array): Allocation['processes'] {
  return plan.processIds.map((id, i) => ({
    id,
    activity: values[plan.activity[i]!]!,
    open: plan.processOpen[i]! < 0 || values[plan.processOpen[i]!]! > 0.5,
  }));
}
