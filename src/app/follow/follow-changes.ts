import { setImmediate as nextTurn } from 'node:timers/promises';
import { inferFlows } from '../../classify/index.ts';
import { type Flow, type KnowledgeBase, type Match, type Run, SymbionError } from '../../domain/index.ts';
import {
  buildContext,
  buildProblem,
  type Context,
  columnsOf,
  ENGINE_VERSION,
  IdTable,
  Live,
  matchesOf,
  openColumns,
  openLive,
  partsOf,
  RESERVE,
  type Stream,
} from '../../engine/index.ts';
import type { Jobs } from '../../jobs/port.ts';
import { ContentSum } from '../../store/content.ts';
import type { Store } from '../../store/port.ts';
import type { Shelf, Shelved } from '../../store/shelf.ts';
import { openRegion, type Region } from '../region/region.ts';
import { hashOfRow } from '../region/snapshot-content.ts';
import { loadRegion } from '../region/snapshot-region.ts';
import { runId } from '../run/run-id.ts';
import type { Computed, ComputeLists } from '../run/run-match.ts';
import { MATCH_REGION } from '../run/runs.ts';
import { FollowedRegion } from './followed-region.ts';
import { FollowedRuns } from './followed-runs.ts';
import { RunSnapshot, readFlows } from './run-snapshot.ts';

export interface FollowDeps {
  readonly store: Store;
  readonly knowledge: KnowledgeBase;
  now(): Date;
  /** Told of what kept a change from being followed; a whole run is tried then. */
  onFault(error: unknown): void;
  /** Given where jobs run in other processes: this one makes itself ready to follow what they publish. */
  readonly ready?: {
    readonly computeLists: ComputeLists;
    /** A region of more flows is searched in shards by many processes, and is too large to be followed in one; undefined = never. */
    readonly shardSize?: number | undefined;
  };
  /** Where columns and lists are kept for the next start. */
  readonly shelf?: Shelf;
}

/** The run that is followed, with everything that a change of it needs, in memory. */
interface Followed {
  readonly run: Run;
  readonly region: FollowedRegion;
  readonly context: Context;
  /** Made ready by the first change. */
  readonly live: () => Live;
}

const NOTHING = { companies: [], sites: [], flows: [] };

/** Flows changed since the columns were built, of all, above which a whole run is cheaper in the long run. */
const MOST_CHANGED = { share: 0.1, least: 10_000 };

/**
 * Keeps the current run true to the flows: each change computes the lists that it concerns and publishes them as a run of its own, equal to a whole run.
 * Changes that come meanwhile are the next batch. Where it cannot follow (nothing is warm, another program wrote) it submits a whole run instead, and where
 * another process computed that, makes itself ready to follow it. Reads of a run are not disturbed: a reader sees one generation.
 */
export class Follower {
  /** Entries that the lists of a run should hold beyond their length, so that it can be followed. */
  readonly reserve = RESERVE;
  readonly #deps: FollowDeps;
  readonly #runs: FollowedRuns;
  #jobs: Jobs | undefined;
  #followed: Followed | undefined;
  /** Id of the run that is being published. */
  #coming: string | undefined;
  #waiting = new Set<string>();
  #work: Promise<void> | undefined;
  readonly #closing = new AbortController();
  /** A change that comes meanwhile waits for it. */
  #reopening: Promise<void> | undefined;
  /** Only while what was kept is opened. */
  #opening: RunSnapshot | undefined;
  /** Resolves when all that was handed to the shelf is there. */
  #shelved: Promise<void> = Promise.resolve();

  constructor(deps: FollowDeps) {
    this.#deps = deps;
    this.#runs = new FollowedRuns(deps.store);
  }

  /** Whom whole runs are handed to. */
  use(jobs: Jobs): void {
    this.#jobs = jobs;
  }

  /** A run that was just computed and published becomes the one that is followed. */
  keep(run: Run, region: Region, lists: Computed): void {
    const problem = region.problem();
    const columns = lists.columns ?? openColumns(columnsOf(problem, lists.width - lists.top)).columns;
    const ids = { outputs: idsOf(problem.outputs), demands: idsOf(problem.demands) };
    this.#followed = {
      run,
      region: new FollowedRegion(region, this.#deps.knowledge),
      context: problem,
      live: remembered(() => new Live(problem, columns, lists, ids)),
    };
    this.#shelve((shelf) => shelf.keep(run.id, partsOf(problem, columns, lists, ids)));
  }

  /**
   * Takes up what was kept when the process before ended, with the changes noted since, so that the current run is followed without computing it. What is
   * of another run is passed over: the next change then leads to a whole run, which is kept instead.
   */
  reopen(): Promise<void> {
    const opening = new RunSnapshot(this.#deps.store);
    this.#opening = opening;
    this.#reopening = this.#reopen(opening).finally(() => {
      this.#opening = undefined;
    });
    return this.#reopening;
  }

  /** To be called before flows are written: while a run is opened that they do not belong to, it is told how they stood. */
  async writing(ids: readonly string[]): Promise<void> {
    await this.#opening?.writing(ids);
  }

  async #reopen(opening: RunSnapshot): Promise<void> {
    const { store, knowledge } = this.#deps;
    const kept = await this.#unshelve();
    const run = await store.findRun();
    if (!kept || !run || (kept.batches.at(-1)?.run ?? kept.run) !== run.id) return;
    // columns of another knowledge or engine would be searched by the rules of this one
    if (run.knowledge !== knowledge.version || run.engine !== ENGINE_VERSION) return;
    const context = buildContext(knowledge, run.settings);
    const live = openLive(context, kept.parts);
    const declared = await opening.load(run);
    if (this.#closed || !declared) return;
    const region = new FollowedRegion(openRegion(declared, knowledge, run.settings), knowledge);
    const changed = new Set(kept.batches.flatMap(({ put, remove }) => [...put, ...remove]));
    const steps = live.apply(region.standOf(changed));
    let step = steps.next();
    for (; !step.done; step = steps.next()) await nextTurn();
    // a run that was computed meanwhile is followed already
    if (!step.value || this.#followed || (await store.findRun())?.id !== run.id) return;
    this.#followed = { run, region, context, live: () => live };
  }

  /**
   * The region of a run as it is followed; undefined for any other. While a change is being followed the store is ahead of the run: readers are not
   * made to load it all for that moment.
   */
  regionOf(run: Run, snapshot: string): Region | undefined {
    const followed = this.#followed;
    if (!followed || (run.id !== followed.run.id && run.id !== this.#coming)) return undefined;
    return followed.run.snapshot === snapshot || this.#work ? followed.region : undefined;
  }

  /** To be called when flows were written or retired. */
  changed(flows: readonly string[]): void {
    for (const id of flows) this.#waiting.add(id);
    if (this.#waiting.size > 0 && !this.#closed) this.#work ??= this.#run();
  }

  /** Resolves when all that was changed so far can be seen. */
  async idle(): Promise<void> {
    while (this.#work) await this.#work;
  }

  get #closed(): boolean {
    return this.#closing.signal.aborted;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.idle();
    await this.#shelved;
  }

  async #run(): Promise<void> {
    try {
      // whoever wrote is answered first
      await nextTurn();
      await this.#reopening?.catch(() => undefined);
      while (!this.#closed && this.#waiting.size > 0) {
        const flows = [...this.#waiting];
        this.#waiting.clear();
        if (!(await this.#follow(flows))) await this.#runWhole();
      }
    } catch (error) {
      // what was written stays written; the next change, or a run that a person starts, brings the matches up to date
      if (!this.#closed) this.#deps.onFault(error);
    } finally {
      this.#work = undefined;
    }
  }

  /** With the settings of the run that is current when those under way have ended: one of them may be another's. */
  async #runWhole(): Promise<void> {
    const { store } = this.#deps;
    const jobs = this.#jobs;
    if (!jobs) return;
    for (const { id, kind } of await store.findJobs(['waiting', 'active']))
      if (kind === MATCH_REGION) await ended(jobs, id);
    const current = await store.findRun();
    const snapshot = await store.snapshotHash();
    if (!current || current.snapshot === snapshot) return;
    const { settings } = current;
    // forced: this snapshot may have been computed before, and changed back to since
    const job = await jobs.submit(MATCH_REGION, { settings, snapshot }, { force: true });
    // beside the job: the next change, which may come at once, is to be followed
    const ready = await this.#makeReady(current, snapshot);
    await ended(jobs, job);
    const run = await store.findRun();
    if (ready && run?.id === runId(snapshot, this.#deps.knowledge.version, settings))
      this.keep(run, ready.region, ready.lists);
  }

  /** What a run like this one computes of a snapshot. Undefined when the region is too large, or the data have changed since. */
  async #makeReady({ settings, counts }: Run, snapshot: string) {
    const { store, knowledge, ready } = this.#deps;
    if (!ready || counts.outputs + counts.demands > (ready.shardSize ?? Number.POSITIVE_INFINITY)) return undefined;
    const region = await loadRegion(store, knowledge, snapshot, settings);
    if (!region) return undefined;
    const { signal } = this.#closing;
    const options = { signal, onProgress: () => undefined, reserve: RESERVE };
    return { region, lists: await ready.computeLists(region.problem(), options) };
  }

  /** False when only a whole run can tell; then nothing is followed any more. */
  async #follow(ids: readonly string[]): Promise<boolean> {
    const followed = this.#followed;
    if (!followed) return false;
    try {
      if (await this.#amend(followed, ids)) return true;
    } catch (error) {
      if (!(error instanceof SymbionError && error.kind === 'conflict')) this.#deps.onFault(error);
    }
    // unless a run was published meanwhile that is followed from now on
    if (this.#followed?.region === followed.region) this.#followed = undefined;
    return false;
  }

  /** Computes and publishes what follows from changed flows. False when it cannot; throws `conflict` when another run has become current. */
  async #amend(followed: Followed, ids: readonly string[]): Promise<boolean> {
    const { store, knowledge } = this.#deps;
    const { run, region } = followed;
    // what is being kept must not change before it is
    await this.#shelved;
    const live = followed.live();
    const most = Math.max(MOST_CHANGED.least, MOST_CHANGED.share * region.flows.size);
    if ((await store.findRun())?.id !== run.id || live.added + ids.length > most) return false;

    const now = await readFlows(store, ids);
    const snapshot = await store.snapshotHash();
    if (snapshot !== hashAfter(run.snapshot, ids, region, now)) {
      // written again meanwhile: the ids of that are waiting, or another program did it
      if (this.#waiting.size === 0) return false;
      for (const id of ids) this.#waiting.add(id);
      return true;
    }
    if (snapshot === run.snapshot) return true;
    const changes = region.change(ids, now, (part) => inferFlows(part, knowledge));
    const steps = live.apply(changes);
    let step = steps.next();
    for (; !step.done; step = steps.next()) await nextTurn();
    if (!step.value) return false;

    const outputs = [...step.value.told];
    const matches = this.#matchesOf(followed, outputs);
    const next: Run = {
      ...run,
      id: runId(snapshot, knowledge.version, run.settings),
      snapshot,
      engine: ENGINE_VERSION,
      createdAt: this.#deps.now().toISOString(),
      counts: region.count(live.lists),
    };
    this.#coming = next.id;
    try {
      await this.#runs.publish(next, run.id, outputs, matches);
      const batch = { from: run.id, run: next.id, put: changes.put.map(({ flow }) => flow.id), remove: changes.remove };
      this.#shelve((shelf) => shelf.note(batch));
      if (this.#followed === followed) this.#followed = { ...followed, run: next };
    } finally {
      this.#coming = undefined;
    }
    return true;
  }

  /** One after another; what cannot be kept is only slower to start with. */
  #shelve(work: (shelf: Shelf) => Promise<void>): void {
    const { shelf, onFault } = this.#deps;
    if (shelf) this.#shelved = this.#shelved.then(() => work(shelf)).catch(onFault);
  }

  async #unshelve(): Promise<Shelved | undefined> {
    try {
      return this.#followed ? undefined : await this.#deps.shelf?.open();
    } catch (error) {
      this.#deps.onFault(error);
      return undefined;
    }
  }

  #matchesOf({ region, context, live: of }: Followed, outputs: readonly string[]): Match[] {
    const live = of();
    const problem = buildProblem(NOTHING, this.#deps.knowledge, region.settings, context);
    const streamAt = (side: 'output' | 'demand', row: number): Stream =>
      live.streamAt(side, row) ?? region.streamOf(context, live.idOf(side, row)!, row);
    const rows = outputs.flatMap((id) => live.rowOf('output', id) ?? []);
    return [
      ...matchesOf(
        problem,
        live.lists,
        rows.map((row) => streamAt('output', row)),
        (row) => streamAt('demand', row),
      ),
    ];
  }
}

/** Waits for a job; what became of it is in the journal. */
async function ended(jobs: Jobs, id: string): Promise<void> {
  for await (const _ of jobs.watch(id));
}

function idsOf(streams: readonly Stream[]): IdTable {
  return IdTable.of(streams.map(({ flow }) => flow.id));
}

function remembered<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Hash of the snapshot when nothing but these flows has changed since. */
function hashAfter(
  before: string,
  ids: readonly string[],
  region: FollowedRegion,
  now: ReadonlyMap<string, Flow>,
): string {
  const sum = new ContentSum(before);
  for (const id of ids) {
    const old = region.declared(id);
    const fresh = now.get(id);
    if (old) sum.subtract(hashOfRow('flow', old));
    if (fresh) sum.add(hashOfRow('flow', fresh));
  }
  return sum.toString();
}
