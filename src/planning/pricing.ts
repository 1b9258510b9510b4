import { allocate } from './allocate.ts';
import { pairKey } from './check.ts';
import { mostPerArc } from './plan-model.ts';
import type { Allocation, AllocationOptions, AllocationProblem, Objective, PlanArc, ShadowPrice } from './problem.ts';

/** What a unit of each flow is worth to the plan so far; absent = 0. */
export interface FlowPrices {
  /** Per unit of output. */
  readonly output: ReadonlyMap<string, number>;
  /** Per unit of product; negative where a process wants more of it. */
  readonly demand: ReadonlyMap<string, number>;
}

/**
 * Gives further pairs that may pay at these prices. For the bound to hold it must name, for each output, at least the pair
 * with the greatest gain if that is positive.
 */
export type PairSource = (prices: FlowPrices, gainOf: (arc: PlanArc) => number) => readonly PlanArc[];

export interface PricedAllocation extends Allocation {
  /** No plan over all pairs of the source is worth more than this. */
  readonly boundOverAll: number;
  readonly rounds: number;
  readonly pairsAdded: number;
}

/**
 * A plan on the ranked pairs, then with further pairs priced in until none gains (column generation, J. Desrosiers and
 * M. Lübbecke, 2005): the optimum over all pairs, not only over the best 20 of each flow. Whole decisions are relaxed
 * while pricing; the last solve has them again.
 */
export async function allocateWithPricing(
  problem: AllocationProblem,
  options: AllocationOptions,
  source: PairSource,
  most: { readonly rounds?: number; readonly pairsPerRound?: number } = {},
): Promise<PricedAllocation> {
  const arcs = [...problem.arcs];
  const known = new Set(arcs.map((a) => pairKey(a.output, a.demand)));
  let bound = Infinity;
  let rounds = 0;
  let plan = await allocate(relax(problem, arcs), options);
  for (; rounds < (most.rounds ?? 50); rounds++) {
    const prices = pricesOf(problem, plan);
    const floors = plan.prices.filter((p) => p.kind === 'at least');
    const gainOf = (arc: PlanArc) => gain(arc, options.objective, prices, floors);
    const gaining = source(prices, gainOf)
      .map((arc) => ({ arc, gain: gainOf(arc) }))
      .filter((x) => x.gain > 1e-7 && x.arc.blocked !== true && !known.has(pairKey(x.arc.output, x.arc.demand)));
    bound = Math.min(bound, plan.value + gainAtMost(problem, gaining));
    if (gaining.length === 0) break;
    gaining.sort((a, b) => b.gain - a.gain || (keyOf(a.arc) < keyOf(b.arc) ? -1 : 1));
    for (const { arc } of gaining.slice(0, most.pairsPerRound ?? 5000)) {
      arcs.push(arc);
      known.add(keyOf(arc));
    }
    plan = await allocate(relax(problem, arcs), options);
  }
  const isWhole =
    arcs.some((a) => a.activationEur || a.minimumLot) || problem.demands.some((d) => d.openingEur !== undefined);
  const last = isWhole ? await allocate({ ...problem, arcs }, options) : plan;
  return { ...last, boundOverAll: bound, rounds, pairsAdded: arcs.length - problem.arcs.length };
}

const keyOf = (arc: PlanArc): string => pairKey(arc.output, arc.demand);

/** Without lots, activation and opening costs: worth at least as much as the true problem. */
function relax(problem: AllocationProblem, arcs: readonly PlanArc[]): AllocationProblem {
  return {
    ...problem,
    demands: problem.demands.map(({ openingEur: _o, ...demand }) => demand),
    arcs: arcs.map(({ activationEur: _a, minimumLot: _l, ...arc }) => arc),
  };
}

function pricesOf(problem: AllocationProblem, plan: Allocation): FlowPrices {
  const output = new Map<string, number>();
  const demand = new Map<string, number>();
  const add = (map: Map<string, number>, id: string, x: number) => map.set(id, (map.get(id) ?? 0) + x);
  const inputs = new Map<string, readonly string[]>(
    (problem.processes ?? []).flatMap((p) => p.inputs.map((input, k) => [`${p.id}#${k + 1}`, input.demands] as const)),
  );
  for (const p of plan.prices) {
    if (p.kind === 'supply') add(output, p.of, p.perUnit);
    if (p.kind === 'demand') add(demand, p.of, p.perUnit);
    if (p.kind === 'process input') for (const id of inputs.get(p.of) ?? []) add(demand, `process ${id}`, -p.perUnit);
  }
  return { output, demand };
}

/** Reduced worth of a unit of output over this pair. */
function gain(arc: PlanArc, objective: Objective, prices: FlowPrices, floors: readonly ShadowPrice[]): number {
  let worth = arc.worth[objective];
  for (const p of floors) worth -= p.perUnit * arc.worth[p.of as Objective];
  return (
    worth -
    (prices.output.get(arc.output) ?? 0) -
    arc.ratio * (prices.demand.get(arc.demand) ?? 0) -
    (arc.intoProcess ?? 1) * (prices.demand.get(`process ${arc.demand}`) ?? 0)
  );
}

/** What the gaining pairs could add at most: every output wholly over its best one. */
function gainAtMost(problem: AllocationProblem, gaining: readonly { arc: PlanArc; gain: number }[]): number {
  const arcs = gaining.map((x) => x.arc);
  const supply = mostPerArc(
    { ...problem, demands: problem.demands.map((d) => ({ ...d, wanted: Infinity })) },
    arcs.map(({ capacity: _, ...arc }) => arc),
  );
  const best = new Map<string, number>();
  gaining.forEach((x, k) => {
    best.set(x.arc.output, Math.max(best.get(x.arc.output) ?? 0, x.gain * supply[k]!));
  });
  return [...best.values()].reduce((s, x) => s + x, 0);
}

/** A source over a given list of pairs, for instance all admissible ones of a small region. */
export function pairsFrom(all: readonly PlanArc[]): PairSource {
  return (_, gainOf) => all.filter((arc) => gainOf(arc) > 0);
}
