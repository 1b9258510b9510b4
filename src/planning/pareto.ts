import { SymbionError } from '../domain/index.ts';
import { readPlan, solveOptions, toPrices } from './allocate.ts';
import { checkAllocation } from './check.ts';
import { describeConflict, findConflict } from './conflict.ts';
import { type LinearSession, type LinearSolution, openLinear } from './highs.ts';
import { type PlanModel, writePlan } from './plan-model.ts';
import {
  type Allocation,
  type AllocationOptions,
  type AllocationProblem,
  OBJECTIVES,
  type Objective,
} from './problem.ts';

export interface ParetoPoint {
  readonly plan: Allocation;
  /** What one more unit of the second objective costs in the first here (>= 0; LP only). */
  readonly exchangeRate?: number;
}

/**
 * The front between two objectives by the epsilon-constraint method: from the best of the first to the best of the second in
 * `points` equal steps; no point is dominated by another. Throws as `allocate` does.
 */
export async function paretoFront(
  problem: AllocationProblem,
  options: AllocationOptions,
  against: Objective,
  points = 9,
): Promise<ParetoPoint[]> {
  checkAllocation(problem, options);
  if (!(OBJECTIVES as readonly string[]).includes(against) || against === options.objective || !(points >= 2))
    throw new SymbionError('input', {
      en: `A front needs another objective than "${options.objective}" and 2 points or more`,
      ru: `Для фронта нужна другая цель, чем «${options.objective}», и не меньше 2 точек`,
    });
  const plan = writePlan(problem, options, { floors: [options.objective, against] });
  const session = await openLinear(plan.model);
  try {
    const front = new FrontSearch(plan, session, options, against);
    const found = front.search(points);
    if (found) return found;
  } finally {
    session.dispose();
  }
  const conflict = describeConflict(await findConflict(problem, options));
  throw new SymbionError('conflict', conflict.text, { issues: conflict.issues });
}

class FrontSearch {
  private readonly plan: PlanModel;
  private readonly session: LinearSession;
  private readonly options: AllocationOptions;
  private readonly first: Objective;
  private readonly second: Objective;

  constructor(plan: PlanModel, session: LinearSession, options: AllocationOptions, second: Objective) {
    this.plan = plan;
    this.session = session;
    this.options = options;
    this.first = options.objective;
    this.second = second;
  }

  search(points: number): ParetoPoint[] | undefined {
    const start = this.best(this.first, undefined);
    const end = this.best(this.second, undefined);
    if (!start.found || !end.found) return undefined;
    const low = this.atFirst(start);
    const high = end.objective;
    const front: ParetoPoint[] = [];
    for (let i = 0; i < points; i++) {
      const floor = low + ((high - low) * i) / (points - 1);
      const point = this.pointAt(floor);
      if (point && !front.some((p) => this.isSame(p.plan, point.plan))) front.push(point);
      if (high - low <= 1e-9 * Math.max(1, Math.abs(high))) break;
    }
    return front;
  }

  /** The most of the second objective among plans that are best by the first. */
  private atFirst(start: LinearSolution): number {
    const value = this.best(this.second, { [this.first]: slack(start.objective) });
    return value.found ? value.objective : this.valueOf(this.second, start);
  }

  private pointAt(floor: number): ParetoPoint | undefined {
    const first = this.best(this.first, { [this.second]: slack(floor) });
    if (!first.found) return undefined;
    const price = toPrices(this.plan, first).find((p) => p.kind === 'at least' && p.of === this.second);
    // among equals by the first, the one with most of the second: no point is dominated
    const settled = this.best(this.second, { [this.first]: slack(first.objective) });
    const chosen = settled.found ? { ...settled, objective: this.valueOf(this.first, settled) } : first;
    const solution = { ...first, values: chosen.values, objective: chosen.objective, bound: first.bound };
    const plan = readPlan(this.plan, solution, this.options, toPrices(this.plan, first));
    return this.plan.model.integer ? { plan } : { plan, exchangeRate: -(price?.perUnit ?? 0) };
  }

  private best(objective: Objective, floors: Partial<Record<Objective, number>> | undefined): LinearSolution {
    for (const o of [this.first, this.second]) {
      const least = Math.max(
        this.options.atLeast?.[o] ?? Number.NEGATIVE_INFINITY,
        floors?.[o] ?? Number.NEGATIVE_INFINITY,
      );
      this.session.setRow(this.plan.floorRow.get(o)!, least, Infinity);
    }
    this.session.setCost(this.plan.worth[objective], 'max');
    return this.session.solve(this.plan.model.integer ? solveOptions(this.options) : {});
  }

  private valueOf(objective: Objective, solution: LinearSolution): number {
    return this.plan.worth[objective].reduce((s, w, j) => s + w * solution.values[j]!, 0);
  }

  private isSame(a: Allocation, b: Allocation): boolean {
    return [this.first, this.second].every(
      (o) => Math.abs(a.totals[o] - b.totals[o]) <= 1e-7 * Math.max(1, Math.abs(a.totals[o])),
    );
  }
}

/** A floor a hair lower than reached, so that rounding does not make it infeasible. */
const slack = (x: number): number => x - 1e-9 * Math.max(1, Math.abs(x));
