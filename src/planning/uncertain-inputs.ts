import type { Flow, Match } from '../domain/index.ts';
import { buildAllocation, type PlanSource } from './build.ts';
import { pairKey } from './check.ts';
import type { AllocationProblem } from './problem.ts';
import type { UncertainInput } from './uncertainty.ts';

/** Half-widths of what is told, and of what Symbion worked out itself (estimate). */
const SPREAD = { declared: 0.1, inferred: 0.5, money: 0.2, co2: 0.3, disposal: 0.3 } as const;
/** Questions that are tried, those with the most at stake first: two plans each. */
const QUESTIONS_AT_MOST = 100;

/**
 * What is not known exactly about a plan, and the problem widened by the flows whose quantity nobody told: they stay out of the plan,
 * but "whom to ask first" tries them up to what is usual for the material, at most what their largest partner could carry.
 */
export function uncertainInputs(
  source: PlanSource,
  problem: AllocationProblem,
): [problem: AllocationProblem, inputs: readonly UncertainInput[]] {
  const flows = new Map(source.snapshot.flows.map((f) => [f.id, f]));
  const { wide, potential } = withUnknown(source, problem, flows);
  const used = [...problem.outputs, ...problem.demands].map((x) => flows.get(x.id)!);
  const quantities = used
    .filter((f) => f.quantityPerYear !== undefined && f.origin !== 'derived')
    .map((f) => quantityOf(f, f.origin === 'inferred' ? SPREAD.inferred : SPREAD.declared));
  const unknown = [...potential].map((id): UncertainInput => {
    const flow = flows.get(id)!;
    return { ...quantityOf(flow, 0), unknown: true, low: 0, high: 1, middle: 0 };
  });
  const asked = mostAtStake([...quantities.filter((u) => u.unknown), ...unknown, ...disposalOf(used, wide)], wide);
  const told = quantities.filter((u) => !u.unknown);
  return [wide, [...told, ...factorsOf(source.matches, wide), ...asked]];
}

function quantityOf(flow: Flow, spread: number): UncertainInput {
  return {
    name: `quantity ${flow.id}`,
    flow: flow.id,
    company: flow.companyId,
    ...(flow.origin === 'inferred' && { unknown: true }),
    of: flow.direction === 'output' ? 'available' : 'wanted',
    ids: [flow.id],
    low: 1 - spread,
    high: 1 + spread,
  };
}

/** The disposal cost of outputs that told none: it moves the money of all their pairs. */
function disposalOf(used: readonly Flow[], problem: AllocationProblem): UncertainInput[] {
  const pairs = Map.groupBy(problem.arcs, (arc) => arc.output);
  return used
    .filter((f) => f.direction === 'output' && f.disposalCostEurPerUnit === undefined && f.routeKind !== 'sold')
    .map((f) => ({
      name: `disposal cost ${f.id}`,
      flow: f.id,
      company: f.companyId,
      unknown: true,
      of: 'money',
      ids: (pairs.get(f.id) ?? []).map((arc) => pairKey(arc.output, arc.demand)),
      low: 1 - SPREAD.disposal,
      high: 1 + SPREAD.disposal,
    }));
}

/** Money and CO2 of a use move together at all its pairs. */
function factorsOf(matches: readonly Match[], problem: AllocationProblem): UncertainInput[] {
  const known = new Set(problem.arcs.map((arc) => pairKey(arc.output, arc.demand)));
  const uses = Map.groupBy(
    matches.filter((m) => known.has(pairKey(m.output, m.demand))),
    (m) => m.use,
  );
  return [...uses]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([use, list]) => {
      const ids = list.map((m) => pairKey(m.output, m.demand));
      return (['money', 'co2'] as const).map((of) => ({
        name: `${of} ${use}`,
        of,
        ids,
        low: 1 - SPREAD[of],
        high: 1 + SPREAD[of],
      }));
    });
}

function withUnknown(source: PlanSource, problem: AllocationProblem, flows: ReadonlyMap<string, Flow>) {
  const typical = medians(source.snapshot.flows);
  const largest = new Map<string, number>();
  for (const m of source.matches)
    for (const id of [m.output, m.demand])
      if (flows.get(id)?.quantityPerYear === undefined && m.quantityPerYear)
        largest.set(id, Math.max(largest.get(id) ?? 0, m.quantityPerYear));
  const assumed = source.snapshot.flows.map((f) => {
    const most = largest.get(f.id);
    if (most === undefined || f.origin === 'derived') return f;
    return { ...f, quantityPerYear: Math.min(most, typical.get(kindOf(f)) ?? Infinity) };
  });
  const known = new Set(problem.arcs.map((arc) => pairKey(arc.output, arc.demand)));
  const { problem: all } = buildAllocation({ ...source, snapshot: { ...source.snapshot, flows: assumed } });
  const arcs = all.arcs.filter(
    (arc) => !known.has(pairKey(arc.output, arc.demand)) && (largest.has(arc.output) || largest.has(arc.demand)),
  );
  const inside = (id: string, ids: ReadonlySet<string>) =>
    !ids.has(id) && arcs.some((a) => a.output === id || a.demand === id);
  const outputs = new Set(problem.outputs.map((o) => o.id));
  const demands = new Set(problem.demands.map((d) => d.id));
  const wide: AllocationProblem = {
    ...problem,
    outputs: [...problem.outputs, ...all.outputs.filter((o) => inside(o.id, outputs))],
    demands: [...problem.demands, ...all.demands.filter((d) => inside(d.id, demands))],
    arcs: [...problem.arcs, ...arcs],
  };
  const touched = new Set(arcs.flatMap((a) => [a.output, a.demand]));
  return { wide, potential: [...largest.keys()].filter((id) => touched.has(id)).sort() };
}

const kindOf = (f: Flow): string => `${f.direction} ${f.readings[0]?.material ?? ''}`;

/** Median quantity by direction and material. */
function medians(flows: readonly Flow[]): Map<string, number> {
  const known = Map.groupBy(
    flows.filter((f) => f.quantityPerYear !== undefined),
    kindOf,
  );
  return new Map(
    [...known].map(([kind, list]) => {
      const sorted = list.map((f) => f.quantityPerYear!).sort((a, b) => a - b);
      return [kind, sorted[sorted.length >> 1]!];
    }),
  );
}

/** What all that an input touches could be worth at most. */
function mostAtStake(inputs: readonly UncertainInput[], problem: AllocationProblem): UncertainInput[] {
  const best = new Map<string, number>();
  const better = (id: string, x: number) => best.set(id, Math.max(best.get(id) ?? 0, x));
  const available = new Map(problem.outputs.map((o) => [o.id, o.available]));
  for (const arc of problem.arcs) {
    const worth = Math.abs(arc.worth.money) * (available.get(arc.output) ?? 0);
    for (const id of [arc.output, arc.demand, pairKey(arc.output, arc.demand)]) better(id, worth);
  }
  const stake = (u: UncertainInput) =>
    u.ids.reduce((most, id) => Math.max(most, best.get(id) ?? 0), 0) * (u.high - u.low);
  return inputs
    .map((input) => ({ input, stake: stake(input) }))
    .sort((a, b) => b.stake - a.stake || (a.input.name < b.input.name ? -1 : 1))
    .slice(0, QUESTIONS_AT_MOST)
    .map(({ input }) => input);
}
