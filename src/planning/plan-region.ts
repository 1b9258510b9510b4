import { type Bilingual, type Issue, SymbionError, type TellStep } from '../domain/index.ts';
import { allocate } from './allocate.ts';
import { buildAllocation, type PlanSource } from './build.ts';
import { pairKey } from './check.ts';
import { paretoFront } from './pareto.ts';
import { allocateWithPricing, pairsFrom } from './pricing.ts';
import {
  type Allocation,
  type AllocationOptions,
  type AllocationProblem,
  OBJECTIVES,
  type Objective,
  type PlanArc,
  type Worth,
} from './problem.ts';
import { uncertainInputs } from './uncertain-inputs.ts';
import { planUnderUncertainty, type UncertaintyReport } from './uncertainty.ts';

/** A region's plan and what is asked of it besides. */
export interface PlanOrder {
  readonly source: PlanSource;
  /** Matches beyond the ranked lists: priced in until none gains. `all`: every admissible pair of the region is here or in `source`. */
  readonly further?: { readonly matches: PlanSource['matches']; readonly all: boolean };
  /** The world before a what-if: planned by the same options without wishes for what is not there. */
  readonly before?: PlanSource;
  readonly options: AllocationOptions;
  /** Own limits of pairs, units of output a year. */
  readonly capacities?: readonly { readonly output: string; readonly demand: string; readonly most: number }[];
  /** EUR a year for having a demand at all: those of plants that a what-if adds. */
  readonly openings?: Readonly<Record<string, number>>;
  readonly front?: { readonly against: Objective; readonly points: number };
  readonly uncertainty?: { readonly trials: number; readonly seed: number };
}

/** What changes between two plans. */
export interface PlanDifference {
  /** After less before. */
  readonly totals: Worth;
  readonly exchanges: readonly {
    readonly output: string;
    readonly demand: string;
    /** Units of output a year; 0 = not in the plan. */
    readonly before: number;
    readonly after: number;
  }[];
}

export interface FrontPoint {
  readonly totals: Worth;
  readonly exchanges: number;
  /** What one more unit of the second objective costs in the first here (LP only). */
  readonly exchangeRate?: number;
}

export interface RegionPlan {
  /** Absent when the limits contradict each other. */
  readonly plan?: Allocation;
  /** The smallest set of limits that cannot hold together: giving up any one of them would allow a plan. */
  readonly conflict?: { readonly text: Bilingual; readonly limits: readonly Bilingual[] };
  /** How far the search for pairs beyond the ranked lists went, and what no plan can exceed. */
  readonly beyond?: {
    readonly pairs: 'every pair' | 'ranked pairs';
    readonly added: number;
    readonly rounds: number;
    readonly bound: number;
  };
  readonly before?: Allocation;
  readonly difference?: PlanDifference;
  readonly front?: readonly FrontPoint[];
  readonly uncertainty?: UncertaintyReport;
  /** Flows that could not be planned because their quantity is unknown. */
  readonly unknown: readonly string[];
}

/** Plans a region, and answers what is asked besides: the front, the uncertainty, the difference to before. Throws `input`. */
export async function planRegion(order: PlanOrder, progress: TellStep = () => undefined): Promise<RegionPlan> {
  const { problem, unknown } = buildProblem(order, order.source);
  try {
    progress(0, 1, 'plan');
    const { plan, beyond, arcs } = await planOf(order, problem);
    const whole = { ...problem, arcs };
    const more = await besides(order, whole, plan, progress);
    return { plan, ...(beyond && { beyond }), ...more, unknown };
  } catch (error) {
    if (!(error instanceof SymbionError && error.kind === 'conflict')) throw error;
    return { conflict: { text: error.text, limits: error.issues.map((issue) => issue.wanted) }, unknown };
  }
}

function buildProblem(
  order: PlanOrder,
  source: PlanSource,
): { problem: AllocationProblem; unknown: readonly string[] } {
  const { problem, unknown } = buildAllocation(source);
  checkCapacities(order.capacities ?? []);
  const most = new Map((order.capacities ?? []).map((c) => [pairKey(c.output, c.demand), c.most]));
  const opening = new Map(Object.entries(order.openings ?? {}));
  return {
    problem: {
      ...problem,
      arcs: problem.arcs.map((arc) => limited(arc, most)),
      demands: problem.demands.map((demand) => {
        const openingEur = opening.get(demand.id);
        return openingEur === undefined ? demand : { ...demand, openingEur };
      }),
    },
    unknown,
  };
}

function limited(arc: PlanArc, most: ReadonlyMap<string, number>): PlanArc {
  const capacity = most.get(pairKey(arc.output, arc.demand));
  return capacity === undefined ? arc : { ...arc, capacity };
}

function checkCapacities(capacities: NonNullable<PlanOrder['capacities']>): void {
  const issues = capacities
    .filter(({ most }) => !(most >= 0))
    .map(
      ({ output, demand, most }): Issue => ({
        column: 'capacities',
        found: `${pairKey(output, demand)}: ${most}`,
        wanted: { en: 'a capacity of 0 or more', ru: 'мощность 0 или больше' },
        severity: 'error',
      }),
    );
  if (issues.length === 0) return;
  const list = issues.map((issue) => issue.found).join('; ');
  throw new SymbionError(
    'input',
    { en: `Negative capacities: ${list}.`, ru: `Отрицательная мощность: ${list}.` },
    { issues },
  );
}

async function planOf(order: PlanOrder, problem: AllocationProblem) {
  const { options, further } = order;
  if (!further) return { plan: await allocate(problem, options), arcs: problem.arcs };
  const all = buildProblem(order, { ...order.source, matches: [...order.source.matches, ...further.matches] }).problem;
  const wide = { ...all, arcs: problem.arcs };
  const priced = await allocateWithPricing(wide, options, pairsFrom(all.arcs)).catch((error: unknown) => {
    // a limit that the ranked pairs cannot keep may be kept with all of them
    if (error instanceof SymbionError && error.kind === 'conflict') return undefined;
    throw error;
  });
  if (!priced) return { plan: await allocate(all, options), arcs: all.arcs };
  const { boundOverAll, rounds, pairsAdded, ...plan } = priced;
  const beyond = {
    pairs: further.all ? ('every pair' as const) : ('ranked pairs' as const),
    added: pairsAdded,
    rounds,
    bound: boundOverAll,
  };
  const used = new Set(plan.exchanges.map((e) => pairKey(e.output, e.demand)));
  const known = new Set(problem.arcs.map((a) => pairKey(a.output, a.demand)));
  const added = all.arcs.filter((a) => {
    const key = pairKey(a.output, a.demand);
    return used.has(key) && !known.has(key);
  });
  return { plan, beyond, arcs: [...problem.arcs, ...added] };
}

async function besides(
  order: PlanOrder,
  problem: AllocationProblem,
  plan: Allocation,
  progress: TellStep,
): Promise<Partial<RegionPlan>> {
  const { options, before: world } = order;
  const before = world && (await allocate(buildProblem(order, world).problem, withoutWishes(options)));
  const front = order.front && (await frontOf(problem, options, order.front, progress));
  const uncertainty = order.uncertainty && (await spreadOf(order, problem, order.uncertainty, progress));
  return {
    ...(before && { before, difference: differenceOf(before, plan) }),
    ...(front && { front }),
    ...(uncertainty && { uncertainty }),
  };
}

function spreadOf(
  { source, options }: PlanOrder,
  problem: AllocationProblem,
  draw: NonNullable<PlanOrder['uncertainty']>,
  progress: TellStep,
): Promise<UncertaintyReport> {
  const [wide, inputs] = uncertainInputs(source, problem);
  return planUnderUncertainty(wide, options, inputs, draw, progress);
}

/** The same options in a world where the wished pairs may not be. */
function withoutWishes({ must: _must, mustNot: _mustNot, ...options }: AllocationOptions): AllocationOptions {
  return options;
}

async function frontOf(
  problem: AllocationProblem,
  options: AllocationOptions,
  { against, points }: NonNullable<PlanOrder['front']>,
  progress: TellStep,
): Promise<readonly FrontPoint[]> {
  progress(0, points, 'front');
  const front = await paretoFront(problem, options, against, points);
  return front.map(({ plan, exchangeRate }) => ({
    totals: plan.totals,
    exchanges: plan.exchanges.length,
    ...(exchangeRate !== undefined && { exchangeRate }),
  }));
}

function differenceOf(before: Allocation, after: Allocation): PlanDifference {
  const quantities = new Map<string, { output: string; demand: string; before: number; after: number }>();
  for (const { output, demand, quantityPerYear } of before.exchanges)
    quantities.set(pairKey(output, demand), { output, demand, before: quantityPerYear, after: 0 });
  for (const { output, demand, quantityPerYear } of after.exchanges) {
    const key = pairKey(output, demand);
    quantities.set(key, { output, demand, before: quantities.get(key)?.before ?? 0, after: quantityPerYear });
  }
  const totals = { money: 0, co2: 0, landfill: 0, jobs: 0 };
  for (const o of OBJECTIVES) totals[o] = after.totals[o] - before.totals[o];
  return {
    totals,
    exchanges: [...quantities]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, change]) => change)
      .filter((c) => Math.abs(c.after - c.before) > 1e-9 * Math.max(c.after, c.before)),
  };
}
