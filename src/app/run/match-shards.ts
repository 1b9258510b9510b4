import { type KnowledgeBase, type Settings, SymbionError } from '../../domain/index.ts';
import {
  columnsOfShard,
  createMerge,
  emptyLists,
  type Lists,
  type Problem,
  packPart,
  planShards,
  type Shards,
} from '../../engine/index.ts';
import type { JobContext } from '../../jobs/port.ts';
import type { Store } from '../../store/port.ts';
import type { SnapshotRegion } from '../region/snapshot-region.ts';
import { runId } from './run-id.ts';
import { beginParts, findPart, hasPart, keepPart, removeParts } from './shard-parts.ts';

/** Kind of the job part that searches one shard. */
export const MATCH_SHARD = 'match-shard';

/** Fills the lists of columns, on as many threads as the house gives. */
export type SearchColumns = (
  columns: SharedArrayBuffer,
  options: { onProgress(done: number, total: number): void; signal: AbortSignal },
) => Promise<Lists>;

export interface ShardDeps {
  readonly store: Store;
  readonly knowledge: KnowledgeBase;
  readonly searchColumns: SearchColumns;
  readonly regions: SnapshotRegion;
  now(): Date;
}

/** What a part is told: all else follows from the snapshot in the store. */
interface ShardWork {
  readonly settings: Settings;
  readonly snapshot: string;
  readonly size: number;
  readonly shard: number;
}

/**
 * Lists of a problem from its shards, each searched by whoever has room. The parts lie in the store under the run's id until it is published; a run begun
 * again finds those that are done. Throws `conflict` when the data changed meanwhile in a way that the caller cannot see.
 */
export async function matchInShards(
  deps: ShardDeps,
  problem: Problem,
  work: Omit<ShardWork, 'shard'>,
  context: JobContext,
): Promise<Lists> {
  const { store, knowledge } = deps;
  const id = runId(work.snapshot, knowledge.version, work.settings);
  const { count } = planOf(problem, work.size);
  await beginParts(store, id, deps.now());
  const payloads = Array.from({ length: count }, (_, shard): ShardWork => ({ ...work, shard }));
  await context.runParts({ kind: MATCH_SHARD, payloads, what: 'match' });
  const lists = emptyLists(problem);
  const merge = createMerge(problem, lists);
  for (let shard = 0; shard < count; shard++) {
    context.progress({ done: shard, total: count, what: 'merge' });
    const part = await findPart(store, id, keyOf({ ...work, shard }));
    if (!part) throw changedMeanwhile();
    merge(part);
    context.signal.throwIfAborted();
  }
  return lists;
}

/** The parts of a published run are needed no more. */
export const forgetShards = ({ store }: ShardDeps, id: string) => removeParts(store, id);

/** Handler of `match-shard`: does nothing when its part is there, or when the data are of another snapshot by now, which the whole job will see. */
export async function runShard(deps: ShardDeps, payload: unknown, { signal, progress }: JobContext): Promise<unknown> {
  const work = payload as ShardWork;
  const { settings, snapshot, size, shard } = work;
  const id = runId(snapshot, deps.knowledge.version, settings);
  if (await hasPart(deps.store, id, keyOf(work))) return { shard };
  const region = await deps.regions.of(snapshot, settings);
  signal.throwIfAborted();
  if (!region) return { shard, changed: true };
  const problem = region.problem();
  const members = planOf(problem, size).members(shard);
  const lists = await deps.searchColumns(columnsOfShard(problem, members), {
    signal,
    onProgress: (done, total) => progress({ done, total, what: 'match' }),
  });
  signal.throwIfAborted();
  await keepPart(deps.store, id, keyOf(work), packPart(lists, members));
  return { shard, held: members.outputs.rows.length + members.demands.rows.length };
}

/** Plans of the problems at hand: the shards of one follow each other. */
const plans = new WeakMap<Problem, { readonly size: number; readonly shards: Shards }>();

function planOf(problem: Problem, size: number): Shards {
  const known = plans.get(problem);
  if (known?.size === size) return known.shards;
  const shards = planShards(problem, size);
  plans.set(problem, { size, shards });
  return shards;
}

const keyOf = ({ size, shard }: ShardWork) => `${size}-${shard}`;

function changedMeanwhile(): SymbionError {
  return new SymbionError('conflict', {
    ru: 'Данные изменились во время расчёта: запустите его снова.',
    en: 'The data changed while the run was computed: start it again.',
  });
}
