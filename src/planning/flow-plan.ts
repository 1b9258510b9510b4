import { pairKey } from './check.ts';
import { type FlowSolution, solveFlow } from './network-simplex.ts';
import { mostPerArc } from './plan-model.ts';
import type { Allocation, AllocationOptions, AllocationProblem, PlanArc, ShadowPrice } from './problem.ts';

/** Whole quantities stay below 2^50, so that sums of them are exact. */
const WHOLE_LIMIT = 2 ** 50;

/**
 * The plan as a min-cost flow, or undefined when it is none: processes, whole decisions, musts, floors or a budget, or
 * ratios that no rescaling of outputs and demands makes 1 (ratio of a pair = factor of its output x factor of its demand).
 */
export function allocateAsFlow(problem: AllocationProblem, options: AllocationOptions): Allocation | undefined {
  const plain =
    (problem.processes?.length ?? 0) === 0 &&
    options.budgetEur === undefined &&
    Object.keys(options.atLeast ?? {}).length === 0 &&
    (options.must?.length ?? 0) === 0 &&
    problem.demands.every((d) => !d.openingEur) &&
    problem.arcs.every((a) => !a.activationEur && !a.minimumLot);
  if (!plain) return undefined;
  const forbidden = new Set((options.mustNot ?? []).map((w) => pairKey(w.output, w.demand)));
  const arcs = problem.arcs.filter((a) => a.blocked !== true && !forbidden.has(pairKey(a.output, a.demand)));
  const columns = indexArcs(problem, arcs);
  const factors = findFactors(problem, arcs, columns);
  if (!factors) return undefined;
  const most = mostPerArc(problem, arcs);
  if (most.some((q) => q === Infinity)) return undefined;
  return solveScaled({ problem, options, arcs, columns, ...factors });
}

interface Columns {
  readonly tail: Int32Array;
  readonly head: Int32Array;
}

interface Scaled {
  readonly problem: AllocationProblem;
  readonly options: AllocationOptions;
  readonly arcs: readonly PlanArc[];
  readonly columns: Columns;
  readonly outputFactor: Float64Array;
  readonly demandFactor: Float64Array;
}

function indexArcs(problem: AllocationProblem, arcs: readonly PlanArc[]): Columns {
  const outputs = new Map(problem.outputs.map((o, i) => [o.id, i]));
  const demands = new Map(problem.demands.map((d, i) => [d.id, i]));
  return {
    tail: Int32Array.from(arcs, (a) => outputs.get(a.output)!),
    head: Int32Array.from(arcs, (a) => demands.get(a.demand)!),
  };
}

/** Factors with ratio = output factor x demand factor on every arc, found by walking each connected part; undefined when a cycle forbids it. */
function findFactors(
  problem: AllocationProblem,
  arcs: readonly PlanArc[],
  { tail, head }: Columns,
): { outputFactor: Float64Array; demandFactor: Float64Array } | undefined {
  const n = problem.outputs.length;
  const factor = new Float64Array(n + problem.demands.length);
  const { starts, links } = neighbours(n + problem.demands.length, n, tail, head);
  const stack: number[] = [];
  for (let root = 0; root < factor.length; root++) {
    if (factor[root] !== 0) continue;
    factor[root] = 1;
    stack.push(root);
    while (stack.length > 0) {
      const v = stack.pop()!;
      for (let k = starts[v]!; k < starts[v + 1]!; k++) {
        const a = links[k]!;
        const w = v < n ? n + head[a]! : tail[a]!;
        const wanted = arcs[a]!.ratio / factor[v]!;
        if (factor[w] === 0) {
          factor[w] = wanted;
          stack.push(w);
        } else if (Math.abs(factor[w]! - wanted) > 1e-12 * wanted) return undefined;
      }
    }
  }
  return { outputFactor: factor.subarray(0, n), demandFactor: factor.subarray(n) };
}

function neighbours(nodes: number, n: number, tail: Int32Array, head: Int32Array) {
  const starts = new Int32Array(nodes + 1);
  for (let a = 0; a < tail.length; a++) for (const v of [tail[a]!, n + head[a]!]) starts[v + 1] = starts[v + 1]! + 1;
  for (let v = 0; v < nodes; v++) starts[v + 1] = starts[v + 1]! + starts[v]!;
  const next = starts.slice();
  const links = new Int32Array(tail.length * 2);
  for (let a = 0; a < tail.length; a++)
    for (const v of [tail[a]!, n + head[a]!]) {
      links[next[v]!] = a;
      next[v] = next[v]! + 1;
    }
  return { starts, links };
}

function solveScaled(s: Scaled): Allocation {
  const { problem, options, arcs, columns, outputFactor, demandFactor } = s;
  const n = problem.outputs.length;
  const used = usedLimits(s);
  let total = 1;
  for (const q of used.supply) total += q;
  const unit = 2 ** Math.floor(Math.log2(WHOLE_LIMIT / total));
  const whole = (x: number) => Math.round(x * unit);
  const solution = solveFlow({
    nodes: n + problem.demands.length,
    tail: columns.tail,
    head: columns.head.map((j) => n + j),
    cost: Float64Array.from(arcs, (a, k) => -a.worth[options.objective] / outputFactor[columns.tail[k]!]!),
    capacity: Float64Array.from(arcs, (a, k) => {
      const [i, j] = [columns.tail[k]!, columns.head[k]!];
      const capacity = (a.capacity ?? Infinity) * outputFactor[i]!;
      return capacity < Math.min(used.supply[i]!, used.demand[j]!) ? whole(capacity) : Infinity;
    }),
    supply: Float64Array.from([...used.supply.map(whole), ...used.demand.map((x) => -whole(x))]),
    optional: new Uint8Array(n + problem.demands.length).fill(1),
  });
  const quantity = Float64Array.from(arcs, (_, k) => solution.flow[k]! / unit / outputFactor[columns.tail[k]!]!);
  return toAllocation(s, solution, quantity, demandFactor);
}

/**
 * Supplies and demands in the common scale. A limit far beyond what can reach it is cut to a number that still does not
 * bind, so that its shadow price stays 0 and the scale stays fine.
 */
function usedLimits({ problem, arcs, columns, outputFactor, demandFactor }: Scaled) {
  const supply = Float64Array.from(problem.outputs, (o, i) => o.available * outputFactor[i]!);
  const demand = Float64Array.from(problem.demands, (d, j) => (d.wanted * (d.shareAtMost ?? 1)) / demandFactor[j]!);
  const cap = arcs.map((a, k) => (a.capacity ?? Infinity) * outputFactor[columns.tail[k]!]!);
  const reach = (of: Int32Array, other: Int32Array, limit: Float64Array, size: number) => {
    const sum = new Float64Array(size);
    for (let k = 0; k < arcs.length; k++) sum[of[k]!] = sum[of[k]!]! + Math.min(cap[k]!, limit[other[k]!]!);
    return sum;
  };
  const toSupply = reach(columns.tail, columns.head, demand, supply.length);
  const toDemand = reach(columns.head, columns.tail, supply, demand.length);
  return {
    supply: supply.map((x, i) => Math.min(x, 2 * toSupply[i]! + 1)),
    demand: demand.map((x, j) => Math.min(x, 2 * toDemand[j]! + 1)),
  };
}

function toAllocation(
  { problem, options, arcs, columns, outputFactor }: Scaled,
  solution: FlowSolution,
  quantity: Float64Array,
  demandFactor: Float64Array,
): Allocation {
  const totals = { money: 0, co2: 0, landfill: 0, jobs: 0 };
  const exchanges: Allocation['exchanges'][number][] = [];
  arcs.forEach((a, k) => {
    const q = quantity[k]!;
    if (q <= 0) return;
    const worth = {
      money: a.worth.money * q,
      co2: a.worth.co2 * q,
      landfill: a.worth.landfill * q,
      jobs: a.worth.jobs * q,
    };
    for (const o of ['money', 'co2', 'landfill', 'jobs'] as const) totals[o] += worth[o];
    exchanges.push({ output: a.output, demand: a.demand, quantityPerYear: q, productPerYear: q * a.ratio, worth });
  });
  return {
    status: 'optimal',
    solver: 'network simplex',
    objective: options.objective,
    value: totals[options.objective],
    bound: totals[options.objective],
    gap: 0,
    totals,
    exchanges,
    processes: [],
    prices: flowPrices({ problem, arcs, columns, outputFactor, demandFactor, options }, solution),
  };
}

function flowPrices(
  { problem, arcs, columns, outputFactor, demandFactor, options }: Scaled,
  solution: FlowSolution,
): ShadowPrice[] {
  const n = problem.outputs.length;
  const prices: ShadowPrice[] = [];
  problem.outputs.forEach((o, i) => {
    const perUnit = solution.potential[i]! * outputFactor[i]!;
    if (perUnit > 1e-9) prices.push({ kind: 'supply', of: o.id, perUnit });
  });
  problem.demands.forEach((d, j) => {
    const perUnit = -solution.potential[n + j]! / demandFactor[j]!;
    if (perUnit > 1e-9) prices.push({ kind: 'demand', of: d.id, perUnit });
  });
  arcs.forEach((a, k) => {
    if (a.capacity === undefined || solution.flow[k] === 0) return;
    const [i, j] = [columns.tail[k]!, columns.head[k]!];
    const factor = outputFactor[i]!;
    const rest = a.worth[options.objective] - (solution.potential[i]! - solution.potential[n + j]!) * factor;
    if (rest > 1e-9) prices.push({ kind: 'pair capacity', of: pairKey(a.output, a.demand), perUnit: rest });
  });
  const key = (p: ShadowPrice) => `${p.kind} ${p.of}`;
  return prices.sort((a, b) => b.perUnit - a.perUnit || (key(a) < key(b) ? -1 : 1));
}
