import type { ChainGraph } from './chain-graph.ts';
import type { ChainGoal } from './chain-input.ts';

/** Rounding may make a bound a hair smaller than what it bounds. */
const SLACK = 1 + 1e-9;

/**
 * For every output and number r of further exchanges: no continuation from it is worth more than `whole[r][o]`, nor more
 * than `perUnit[r][o]` times the quantity there. `sum`: all outputs that an exchange feeds may go on (trees), else one (paths).
 */
export interface ChainBounds {
  readonly whole: readonly Float64Array[];
  readonly perUnit: readonly Float64Array[];
}

export function boundChains(graph: ChainGraph, goal: ChainGoal, furthest: number, sum: boolean): ChainBounds {
  const n = graph.outputs.length;
  const whole = [new Float64Array(n)];
  const perUnit = [new Float64Array(n)];
  const worth = graph.unitWorth[goal];
  const rest = new Float64Array(2);
  for (let r = 1; r <= furthest; r++) {
    const [w, p] = [new Float64Array(n), new Float64Array(n)];
    for (let e = 0; e < graph.matches.length; e++) {
      const o = graph.output[e]!;
      const gain = Math.max(0, worth[e]!);
      boundAfter(graph, { whole, perUnit }, e, r - 1, sum, rest);
      w[o] = Math.max(w[o]!, (gain * graph.capacity[e]! + rest[0]!) * SLACK);
      p[o] = Math.max(p[o]!, (gain + rest[1]!) * SLACK);
    }
    whole.push(w);
    perUnit.push(p);
  }
  return { whole, perUnit };
}

/** Bounds of what exchange e at full capacity, and per unit of it, can still bring in r further exchanges: into `rest`, in this order. */
function boundAfter(
  graph: ChainGraph,
  bounds: ChainBounds,
  e: number,
  r: number,
  sum: boolean,
  rest: Float64Array,
): void {
  const g = graph.group[e]!;
  let whole = 0;
  let perUnit = 0;
  for (let k = graph.feedStarts[g]!; k < graph.feedStarts[g + 1]!; k++) {
    const o = graph.fedOutput[k]!;
    const y = graph.feedYield[k]!;
    const p = y * bounds.perUnit[r]![o]!;
    const w = Math.min(bounds.whole[r]![o]!, p * graph.capacity[e]!);
    whole = sum ? whole + w : Math.max(whole, w);
    perUnit = sum ? perUnit + p : Math.max(perUnit, p);
  }
  rest[0] = whole;
  rest[1] = perUnit;
}

/** 1 where exchange e, or one that can follow within `furthest` exchanges, crosses what a chain must cross; undefined: it need not. */
function markFarReaching(graph: ChainGraph, furthest: number): Uint8Array | undefined {
  if (!graph.crosses) return undefined;
  const far = Uint8Array.from(graph.crosses);
  for (let r = 0; r < furthest; r++) {
    const outputs = new Uint8Array(graph.outputs.length);
    far.forEach((reaches, e) => {
      if (reaches) outputs[graph.output[e]!] = 1;
    });
    for (let e = 0; e < far.length; e++) {
      const g = graph.group[e]!;
      for (let k = graph.feedStarts[g]!; k < graph.feedStarts[g + 1]!; k++)
        if (outputs[graph.fedOutput[k]!]) far[e] = 1;
    }
  }
  return far;
}

/**
 * Exchanges by falling bound of the best chain that starts with them; only those that can be a chain's first step: the taker makes something of
 * it, and how much there is to begin with was told (an inferred output would begin with whatever its taker needs).
 */
export function orderStarts(
  graph: ChainGraph,
  goal: ChainGoal,
  bounds: ChainBounds,
  furthest: number,
  sum: boolean,
): { order: Iterable<number>; bound: Float64Array } {
  const bound = new Float64Array(graph.matches.length);
  const starts: number[] = [];
  const rest = new Float64Array(2);
  const isTold = graph.outputs.map((id) => graph.flows.get(id)?.quantityPerYear !== undefined);
  const farEnough = markFarReaching(graph, furthest);
  for (let e = 0; e < bound.length; e++) {
    const g = graph.group[e]!;
    if (graph.feedStarts[g] === graph.feedStarts[g + 1] || farEnough?.[e] === 0) continue;
    if (!isTold[graph.output[e]!]) continue;
    boundAfter(graph, bounds, e, furthest, sum, rest);
    bound[e] = (graph.unitWorth[goal][e]! * graph.capacity[e]! + rest[0]!) * SLACK;
    if (bound[e]! < 0) bound[e] = bound[e]! / SLACK / SLACK;
    starts.push(e);
  }
  return { order: byFallingBound(starts, bound), bound };
}

/** Starts sorted at a time: a search ends long before most of them. */
const BATCH = 20_000;

/** By falling bound, equal ones by number; sorted in batches as they are asked for. */
export function* byFallingBound(starts: readonly number[], bound: Float64Array, atATime = BATCH): Generator<number> {
  const rising = Float64Array.from(starts, (e) => bound[e]!).sort();
  let above = Infinity;
  for (let left = rising.length; left > 0; ) {
    const least = rising[Math.max(0, left - atATime)]!;
    const batch = starts.filter((e) => bound[e]! >= least && bound[e]! < above);
    yield* batch.sort((a, b) => bound[b]! - bound[a]! || a - b);
    above = least;
    while (left > 0 && rising[left - 1]! >= least) left--;
  }
}
