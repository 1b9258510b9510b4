import { setImmediate as nextTurn } from 'node:timers/promises';
import type { KnowledgeBase, Match, Run, Settings } from '../domain/index.ts';
import { type Columns, ENGINE_VERSION, type Lists, listMatches, type Problem } from '../engine/index.ts';
import type { JobContext } from '../jobs/port.ts';
import type { Store } from '../store/port.ts';
import type { Follower } from './follow-changes.ts';
import { forgetShards, matchInShards, type SearchColumns } from './match-shards.ts';
import { drawPictures, PICTURE } from './picture.ts';
import { openRegion, type Region } from './region.ts';
import { runId } from './run-id.ts';
import { sideRegions } from './side-regions.ts';
import { contentOf } from './snapshot-content.ts';
import type { SnapshotRegion } from './snapshot-region.ts';

/** Lists with the columns that they were computed from, where these are at hand. */
export type Computed = Lists & { readonly columns?: Columns };

/** Computes the ranked lists of a problem, on as many threads as the house gives. */
export type ComputeLists = (
  problem: Problem,
  options: { onProgress(done: number, total: number): void; signal: AbortSignal; reserve?: number },
) => Promise<Computed>;

export interface RunMatchDeps {
  readonly store: Store;
  readonly knowledge: KnowledgeBase;
  readonly computeLists: ComputeLists;
  readonly searchColumns: SearchColumns;
  readonly regions: SnapshotRegion;
  /** A region of more flows is searched in shards of at most so many; undefined = never. */
  readonly shardSize?: number | undefined;
  now(): Date;
  /** Follows the run's flows from then on. */
  readonly follower?: Follower;
}

/** Handler of the job `match-region`: snapshot -> lists -> a published run. Does nothing when this very run is current already. */
export async function runMatch(
  deps: RunMatchDeps,
  settings: Settings,
  context: JobContext,
): Promise<{ runId: string }> {
  const { store, knowledge } = deps;
  const before = await store.snapshotHash();
  const current = await store.findRun();
  if (current?.id === runId(before, knowledge.version, settings)) {
    // a process that was lost may have kept it but not shown it to those who walk the graph
    await store.publishRun(current, []);
    return { runId: current.id };
  }

  context.progress({ done: 0, total: 1, what: 'snapshot' });
  const { shardSize } = deps;
  const steady = shardSize === undefined ? undefined : await deps.regions.of(before, settings);
  const { region, hash } = steady ? { region: steady, hash: before } : await openPresent(deps, settings, before);
  const id = runId(hash, knowledge.version, settings);
  context.signal.throwIfAborted();
  const problem = region.problem();
  const lists: Computed =
    steady && shardSize !== undefined && region.snapshot.flows.length > shardSize
      ? await matchInShards(deps, problem, { settings, snapshot: hash, size: shardSize }, context)
      : await deps.computeLists(problem, {
          signal: context.signal,
          reserve: deps.follower?.reserve ?? 0,
          onProgress: (done, total) => context.progress({ done, total, what: 'match' }),
        });
  context.signal.throwIfAborted();
  const matches = [...listMatches(problem, lists)];
  const run: Run = {
    id,
    snapshot: hash,
    knowledge: knowledge.version,
    engine: ENGINE_VERSION,
    settings,
    createdAt: deps.now().toISOString(),
    counts: countRun(region, matches),
  };
  const ratios = new Map(knowledge.uses.map((use) => [use.id, use.ratio]));
  const pictures = drawPictures(region, matches, (use) => ratios.get(use) ?? 1);
  // a stop that came while this thread was busy is heard here; from here on the run is published whole
  await nextTurn();
  context.signal.throwIfAborted();
  for (const [key, picture] of pictures) await store.putResult(id, PICTURE, key, picture);
  const publishing = (done: number) => context.progress({ done, total: matches.length, what: 'publish' });
  await store.publishRun(run, matches, publishing, sideRegions(region));
  if (shardSize !== undefined) await forgetShards(deps, id);
  deps.follower?.keep(run, region, lists);
  return { runId: id };
}

/** The region as it is now, with the hash of its snapshot: not `before` when somebody wrote while it was read. */
async function openPresent({ store, knowledge }: RunMatchDeps, settings: Settings, before: string) {
  const declared = await store.loadSnapshot();
  const hash = (await store.snapshotHash()) === before ? before : contentOf(declared);
  return { region: openRegion(declared, knowledge, settings), hash };
}

function countRun(region: Region, matches: readonly Match[]): Run['counts'] {
  const outputs = region.snapshot.flows.filter((flow) => flow.direction === 'output').length;
  const hints = matches.filter((m) => m.basis === 'code similarity' || m.basis === 'text similarity').length;
  const blocked = matches.filter((m) => m.regime === 'blocked').length;
  return {
    companies: region.snapshot.companies.length,
    outputs,
    demands: region.snapshot.flows.length - outputs,
    matches: matches.length - blocked - hints,
    blocked,
    hints,
  };
}
