import { buildColumns } from './columns/build.ts';
import { type Columns, openColumns } from './columns/columns.ts';
import type { Problem } from './problem/problem.ts';
import { createLists, fillLists, type Lists } from './search/lists.ts';

export { buildColumns } from './columns/build.ts';
export { type Columns, openColumns } from './columns/columns.ts';
export { IdTable } from './columns/id-table.ts';
export { bufferOf, createBuffer, memoryOf } from './columns/memory.ts';
export { bruteListsOfDemand, bruteListsOfOutput, type StreamLists } from './judge/brute.ts';
export { everyMatchOf } from './judge/everything.ts';
export { explain } from './judge/explain.ts';
export { type GateWorth, gateWorthOf } from './judge/gate.ts';
export { Live, type LiveChanges, type LiveFlow, type Recomputed } from './live/live.ts';
export { bufferOfPart, openLive, partsOf } from './live/live-parts.ts';
export { buildContext, type Context } from './problem/context.ts';
export { buildProblem, type Problem } from './problem/problem.ts';
export { type Stream, toStream } from './problem/stream.ts';
export { createLists, fillLists, type Lists, type ListTable, pairsJudged, readList } from './search/lists.ts';
export { listMatches, matchesOf, tellList } from './search/matches.ts';
export { createSearch } from './search/search.ts';
export { columnsOfShard, createMerge, emptyLists, packPart } from './shards/shard-part.ts';
export { type Held, type Members, planShards, type Shards } from './shards/shards.ts';

/** Changes whenever the same input may give other lists. Part of a run's id. */
export const ENGINE_VERSION = '2';

/** Entries that a list holds beyond its length where flows are followed: one that loses a member is searched again after so many. */
export const RESERVE = 8;

/** The columns of a problem, in one shared buffer; `reserve` as in lists.ts. */
export function columnsOf(problem: Problem, reserve = 0): SharedArrayBuffer {
  return buildColumns(problem, problem.outputs, problem.demands, { of: ENGINE_VERSION }, reserve);
}

/**
 * The exact ranked lists of every output and every demand, some hundred streams a step, so that the caller may pause, show progress or stop between steps.
 */
export function* computeLists(problem: Problem): Generator<{ done: number; total: number }, Lists> {
  const { columns } = openColumns(columnsOf(problem));
  const lists = createLists(columns);
  let batch = 0;
  for (const done of fillLists(columns, lists, () => batch++)) yield { done, total: totalOf(columns) };
  return lists;
}

/** Streams that are searched. */
export function totalOf({ outputVisits, demandVisits }: Columns): number {
  return outputVisits.length + demandVisits.length;
}
