import { setImmediate as nextTurn } from 'node:timers/promises';
import type { KnowledgeBase, Match, Run, Settings } from '../../domain/index.ts';
import {
  type Columns,
  ENGINE_VERSION,
  type Lists,
  type ListTable,
  listMatches,
  type Problem,
} from '../../engine/index.ts';
import type { JobContext } from '../../jobs/port.ts';
import type { Store } from '../../store/port.ts';
import type { Follower } from '../follow/follow-changes.ts';
import { openRegion, type Region } from '../region/region.ts';
import { sideRegions } from '../region/side-regions.ts';
import { contentOf } from '../region/snapshot-content.ts';
import type { SnapshotRegion } from '../region/snapshot-region.ts';
import { forgetShards, matchInShards, type SearchColumns } from './match-shards.ts';
import { PICTURE, PictureDraft } from './picture.ts';
import { runId } from './run-id.ts';

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
  const run: Run = {
    id,
    snapshot: hash,
    knowledge: knowledge.version,
    engine: ENGINE_VERSION,
    settings,
    createdAt: deps.now().toISOString(),
    counts: countRun(region, lists),
  };
  const ratios = new Map(knowledge.uses.map((use) => [use.id, use.ratio]));
  const draft = new PictureDraft(region, (use) => ratios.get(use) ?? 1);
  const total = run.counts.matches + run.counts.blocked + run.counts.hints;
  const matches = drawing(store, run, listMatches(problem, lists), draft, context.signal);
  const publishing = (done: number) => context.progress({ done, total, what: 'publish' });
  await store.showKnowledge?.(knowledge);
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

/** Matches judged between two turns of the event loop. */
const SLICE = 512;

/** Hands the matches on one by one, for a country has more than memory; keeps the run's pictures before the last, so that they are there when it is. */
async function* drawing(
  store: Store,
  run: Run,
  matches: Iterable<Match>,
  draft: PictureDraft,
  signal: AbortSignal,
): AsyncGenerator<Match> {
  let done = 0;
  for (const match of matches) {
    draft.add(match);
    yield match;
    if (++done % SLICE > 0) continue;
    await nextTurn();
    signal.throwIfAborted();
  }
  for (const [key, picture] of draft.draw()) await store.putResult(run.id, PICTURE, key, picture);
}

function countRun({ snapshot }: Region, lists: ListTable): Run['counts'] {
  const outputs = snapshot.flows.filter((flow) => flow.direction === 'output').length;
  return {
    companies: snapshot.companies.length,
    outputs,
    demands: snapshot.flows.length - outputs,
    ...countMatches(lists),
  };
}

/** Entries of the outputs' lists by kind. */
export function countMatches({ outputs }: ListTable): Pick<Run['counts'], 'matches' | 'blocked' | 'hints'> {
  // a loop: a country has a million lists, and a followed change counts them again
  const sum = (counts: Uint16Array) => {
    let total = 0;
    for (let row = 0; row < counts.length; row++) total += counts[row]!;
    return total;
  };
  return {
    matches: sum(outputs.open.count),
    blocked: sum(outputs.blocked.count),
    hints: sum(outputs.hints.count),
  };
}
