import { buildColumns } from './build.ts';
import { type Columns, openColumns } from './columns.ts';
import { createLists, fillLists, type Lists } from './lists.ts';
import type { Problem } from './problem.ts';

export { bruteListsOfDemand, bruteListsOfOutput, type StreamLists } from './brute.ts';
export { buildColumns } from './build.ts';
export { type Columns, openColumns } from './columns.ts';
export { buildContext, type Context } from './context.ts';
export { everyMatchOf } from './everything.ts';
export { explain } from './explain.ts';
export { type GateWorth, gateWorthOf } from './gate.ts';
export { IdTable } from './id-table.ts';
export { createLists, fillLists, type Lists, type ListTable, pairsJudged, readList } from './lists.ts';
export { Live, type LiveChanges, type LiveFlow, type Recomputed } from './live.ts';
export { bufferOfPart, openLive, partsOf } from './live-parts.ts';
export { listMatches, matchesOf, tellList } from './matches.ts';
export { bufferOf, createBuffer, memoryOf } from './memory.ts';
export { buildProblem, type Problem } from './problem.ts';
export { createSearch } from './search.ts';
export { columnsOfShard, createMerge, emptyLists, packPart } from './shard-part.ts';
export { type Held, type Members, planShards, type Shards } from './shards.ts';
export { type Stream, toStream } from './stream.ts';

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
