import { type Adjacency, strongComponents } from './adjacency.ts';

/** Number of ways by their number of links, keys `"1"`, `"2"`, ... */
export type CountByLinks = Readonly<Record<string, number>>;

export interface WayCounts {
  /** Simple directed paths: no node twice. */
  readonly paths: CountByLinks;
  /** Elementary cycles, each counted once. */
  readonly cycles: CountByLinks;
  /** All ways up to this many links are counted; absent = all there are. */
  readonly countedUpTo?: number;
}

/**
 * Counts simple paths and elementary cycles exhaustively. Their number grows exponentially: when `maxSteps` steps do not
 * do, only the lengths that are complete are given and `countedUpTo` says so.
 */
export function countWays(graph: Adjacency, maxSteps = 2e8): WayCounts {
  const all = tryCount(graph, graph.size, maxSteps);
  if (all) return all;
  let best: WayCounts = { paths: {}, cycles: {}, countedUpTo: 0 };
  for (let links = 1; links < graph.size; links++) {
    const counts = tryCount(graph, links, maxSteps);
    if (!counts) break;
    best = { ...counts, countedUpTo: links };
  }
  return best;
}

function tryCount(graph: Adjacency, maxLinks: number, maxSteps: number): WayCounts | undefined {
  const { of } = strongComponents(graph);
  const paths = new Float64Array(maxLinks + 1);
  const cycles = new Float64Array(maxLinks + 1);
  const budget = { left: maxSteps };
  for (let start = 0; start < graph.size; start++)
    if (!walkFrom(start, graph, of, maxLinks, paths, cycles, budget)) return undefined;
  return { paths: toRecord(paths), cycles: toRecord(cycles) };
}

/** Depth first from one node; a cycle is counted where it starts at its least node. */
function walkFrom(
  start: number,
  { starts, targets }: Adjacency,
  component: Int32Array,
  maxLinks: number,
  paths: Float64Array,
  cycles: Float64Array,
  budget: { left: number },
): boolean {
  const onPath = new Uint8Array(component.length);
  const trail = [start];
  const next = [starts[start]!];
  // nodes of the trail below `start` or outside its strong component cannot lie on a cycle counted here
  let strangers = 0;
  const isStranger = (v: number) => v < start || component[v] !== component[start];
  onPath[start] = 1;
  while (trail.length > 0) {
    const v = trail.at(-1)!;
    const k = next.at(-1)!;
    if (k === starts[v + 1]! || trail.length > maxLinks) {
      trail.pop();
      next.pop();
      onPath[v] = 0;
      if (isStranger(v)) strangers--;
      continue;
    }
    next[next.length - 1] = k + 1;
    if (--budget.left < 0) return false;
    const w = targets[k]!;
    if (w === start) {
      if (strangers === 0) cycles[trail.length] = cycles[trail.length]! + 1;
    } else if (onPath[w] === 0) {
      paths[trail.length] = paths[trail.length]! + 1;
      trail.push(w);
      next.push(starts[w]!);
      onPath[w] = 1;
      if (isStranger(w)) strangers++;
    }
  }
  return true;
}

function toRecord(counts: Float64Array): CountByLinks {
  const record: Record<string, number> = {};
  counts.forEach((n, links) => {
    if (n > 0) record[links] = n;
  });
  return record;
}
