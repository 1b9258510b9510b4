import { hash as digest } from 'node:crypto';
import { type Run, type Step, SymbionError, type TellStep } from '../domain/index.ts';
import { ContentSum, canonicalJson } from '../store/content.ts';
import { KEPT_KINDS, type Kept, type KeptKind, type MovableStore, type PlacedMatch } from '../store/moving.ts';
import { networkIn } from './network/find-network.ts';

/** What was moved of a kind, and how it was proved: the same number of things, and the same sum of their hashes in both houses. */
export interface Moved {
  readonly kind: KeptKind | 'run' | 'match';
  readonly count: number;
  /** Things that were in the new house already, from a move that was interrupted. */
  readonly found: number;
  /** 32 hexadecimal digits, whatever the order of the things. */
  readonly hash: string;
}

export interface MoveOptions {
  onProgress?: TellStep;
  readonly signal?: AbortSignal;
}

/** Things handed over at a time. */
const PAGE = 1000;
const ALL_RUNS = 1_000_000;

/**
 * Copies everything from one house to another: companies, sites, flows (retired ones too) with their versions, runs with their matches, decisions, results, jobs.
 * What is in the new house must be what the old one has, else `conflict` and nothing is written: so an interrupted move goes on where it stopped.
 * At the end all of it is read from the new house and compared. Nobody may write meanwhile: `conflict` when the old house changed.
 */
export async function moveHouse(from: MovableStore, to: MovableStore, options: MoveOptions = {}): Promise<Moved[]> {
  const content = await from.snapshotHash();
  for (const kind of KEPT_KINDS) await refuseStrangers(from, to, kind, options);
  const runs = (await from.listRuns(ALL_RUNS)).toReversed();
  await refuseStrangeRuns(runs, to);
  const moved: Moved[] = [];
  for (const kind of KEPT_KINDS) if (kind !== 'job') moved.push(await moveKind(from, to, kind, options));
  moved.push(...(await moveRuns(from, to, runs, options)));
  // jobs last: nobody should take one before what it works on is there
  moved.push(await moveKind(from, to, 'job', options));
  if ((await from.snapshotHash()) !== content) throw changedMeanwhile();
  if ((await to.snapshotHash()) !== content) throw differs('content');
  return moved;
}

/** Everything in the new house must be in the old one, and the same. */
async function refuseStrangers(
  from: MovableStore,
  to: MovableStore,
  kind: KeptKind,
  { signal, onProgress }: MoveOptions,
) {
  const total = await to.countKept(kind);
  let done = 0;
  for await (const page of pagesOf(to, kind)) {
    signal?.throwIfAborted();
    const own = new Map(page.map((thing) => [thing.key, hashOf(thing)]));
    for (const thing of await from.findKept(kind, [...own.keys()]))
      if (own.get(thing.key) === hashOf(thing)) own.delete(thing.key);
    const [stranger] = own.keys();
    if (stranger !== undefined) throw notEmpty(kind, stranger);
    done += page.length;
    onProgress?.(done, total, 'compare');
  }
}

async function refuseStrangeRuns(runs: readonly Run[], to: MovableStore): Promise<void> {
  const known = new Map(runs.map((run) => [run.id, canonicalJson(run)]));
  const stranger = (await to.listRuns(ALL_RUNS)).find((run) => known.get(run.id) !== canonicalJson(run));
  if (stranger) throw notEmpty('run', stranger.id);
}

async function moveKind(from: MovableStore, to: MovableStore, kind: KeptKind, options: MoveOptions): Promise<Moved> {
  const total = await from.countKept(kind);
  const sum = new ContentSum();
  let [count, found] = [0, 0];
  for await (const page of pagesOf(from, kind)) {
    options.signal?.throwIfAborted();
    const there = new Set(
      (
        await to.findKept(
          kind,
          page.map(({ key }) => key),
        )
      ).map(({ key }) => key),
    );
    const missing = page.filter(({ key }) => !there.has(key));
    if (missing.length > 0) await to.restore(kind, missing);
    if (kind === 'result') for (const { body } of missing) await showNetwork(to, body as KeptResult);
    for (const thing of page) sum.add(hashOf(thing, 'bytes'));
    count += page.length;
    found += there.size;
    options.onProgress?.(count, total, 'copy');
  }
  const arrived = new ContentSum();
  let back = 0;
  for await (const page of pagesOf(to, kind)) {
    for (const thing of page) arrived.add(hashOf(thing, 'bytes'));
    back += page.length;
    options.onProgress?.(back, total, 'verify');
  }
  if (back !== count || arrived.toString() !== sum.toString()) throw differs(kind);
  return { kind, count, found, hash: sum.toString() };
}

interface KeptResult {
  readonly run: string;
  readonly kind: string;
  readonly key: string;
  readonly value: unknown;
}

/** Chains and clusters of a kept answer can be walked in the new house, too. */
async function showNetwork(to: MovableStore, { run, kind, key, value }: KeptResult): Promise<void> {
  const network = networkIn(kind, value);
  if (network) await to.putNetwork(run, `${run}.${key}`, network);
}

async function moveRuns(
  from: MovableStore,
  to: MovableStore,
  runs: readonly Run[],
  { signal, onProgress }: MoveOptions,
): Promise<Moved[]> {
  const there = new Set((await to.listRuns(ALL_RUNS)).map(({ id }) => id));
  const [runSum, matchSum] = [new ContentSum(), new ContentSum()];
  let matches = 0;
  for (const run of runs) {
    const total = run.counts.matches + run.counts.blocked + run.counts.hints;
    const tell = (what: Step) => (done: number) => {
      signal?.throwIfAborted();
      onProgress?.(done, Math.max(done, total), what);
    };
    const sent = new ContentSum();
    if (!there.has(run.id))
      await to.restoreRun(run, counted(from.readRun(run.id), new ContentSum(), signal), tell('copy'));
    const leaving = await readAll(counted(from.readRun(run.id), sent, signal));
    const arrived = new ContentSum();
    const count = await readAll(counted(to.readRun(run.id), arrived, signal), tell('verify'));
    if (count !== leaving || arrived.toString() !== sent.toString()) throw differs(`run ${run.id}`);
    runSum.add(sha(canonicalJson(run)));
    matchSum.add(sha(`${run.id} ${sent}`));
    matches += count;
  }
  const current = await from.findRun();
  if (current) await to.publishRun(current, []);
  return [
    { kind: 'run', count: runs.length, found: there.size, hash: runSum.toString() },
    { kind: 'match', count: matches, found: 0, hash: matchSum.toString() },
  ];
}

async function* counted(
  matches: AsyncIterable<PlacedMatch>,
  sum: ContentSum,
  signal: AbortSignal | undefined,
): AsyncGenerator<PlacedMatch> {
  for await (const placed of matches) {
    signal?.throwIfAborted();
    sum.add(sha(canonicalJson(placed)));
    yield placed;
  }
}

async function readAll(matches: AsyncIterable<PlacedMatch>, onProgress?: (done: number) => void): Promise<number> {
  let n = 0;
  for await (const _ of matches) if (++n % PAGE === 0) onProgress?.(n);
  return n;
}

async function* pagesOf(store: MovableStore, kind: KeptKind): AsyncGenerator<readonly Kept[]> {
  for (let after: string | undefined; ; ) {
    const page = await store.listKept(kind, PAGE, after);
    if (page.rows.length > 0) yield page.rows;
    after = page.next;
    if (after === undefined) return;
  }
}

const sha = (text: string) => digest('sha256', text, 'buffer');

function hashOf(thing: Kept): string;
function hashOf(thing: Kept, as: 'bytes'): Uint8Array;
function hashOf({ body }: Kept, as?: 'bytes'): string | Uint8Array {
  return as ? sha(canonicalJson(body)) : digest('sha256', canonicalJson(body), 'hex');
}

function notEmpty(kind: string, key: string): SymbionError {
  return new SymbionError('conflict', {
    ru: `Новое хранилище не пусто: в нём есть ${kind} «${key}», которого в старом нет или он другой. Ничего не записано.`,
    en: `The new house is not empty: it has the ${kind} "${key}", which the old one has not, or has otherwise. Nothing was written.`,
  });
}

function changedMeanwhile(): SymbionError {
  return new SymbionError('conflict', {
    ru: 'Старое хранилище изменилось во время переезда: остановите тех, кто пишет, и запустите снова.',
    en: 'The old house changed during the move: stop those who write, and run it again.',
  });
}

function differs(what: string): SymbionError {
  return new SymbionError('internal', {
    ru: `После переезда ${what} отличается.`,
    en: `After the move, ${what} differs.`,
  });
}
