import { once } from 'node:events';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import {
  type Columns,
  columnsOf,
  createLists,
  fillLists,
  type Lists,
  memoryOf,
  openColumns,
  type Problem,
  totalOf,
} from '../src/engine/index.ts';

/** What threads share: columns, the lists they fill, and two words: the next batch, and whether to stop. */
export interface Share {
  readonly columns: WebAssembly.Memory | SharedArrayBuffer;
  readonly lists: SharedArrayBuffer;
  readonly control: Int32Array<SharedArrayBuffer>;
}

export interface Computing {
  onProgress?(done: number, total: number): void;
  readonly signal?: AbortSignal;
  /** Default 1: in the caller's own thread, a slice at a time. */
  readonly threads?: number;
  /** Entries that each list holds beyond its length. */
  readonly reserve?: number;
}

/** Streams below which a thread costs more than it saves. */
const WORTH_A_THREAD = 4000;
const THREAD = path.join(import.meta.dirname, 'engine-thread.ts');

/** Computes a problem's lists without holding the event loop. Throws when the signal is aborted. */
export async function computeLists(
  problem: Problem,
  options: Computing = {},
): Promise<Lists & { readonly columns: Columns }> {
  const buffer = columnsOf(problem, options.reserve);
  return { ...(await fillColumns(buffer, options)), columns: openColumns(buffer).columns };
}

/** The same from columns. */
export async function fillColumns(buffer: SharedArrayBuffer, options: Computing = {}): Promise<Lists> {
  const { columns } = openColumns(buffer);
  const lists = createLists(columns);
  const threads = Math.min(options.threads ?? 1, Math.ceil(totalOf(columns) / WORTH_A_THREAD));
  if (threads > 1) await fillTogether(buffer, columns, lists, threads, options);
  else await fillAlone(columns, lists, options);
  return lists;
}

async function fillAlone(columns: Columns, lists: Lists, { onProgress, signal }: Computing): Promise<void> {
  let batch = 0;
  let pausedAt = performance.now();
  for (const done of fillLists(columns, lists, () => batch++)) {
    if (performance.now() - pausedAt < 20) continue;
    onProgress?.(done, totalOf(columns));
    await nextTurn();
    signal?.throwIfAborted();
    pausedAt = performance.now();
  }
}

async function fillTogether(
  buffer: SharedArrayBuffer,
  columns: Columns,
  lists: Lists,
  threads: number,
  { onProgress, signal }: Computing,
): Promise<void> {
  const control = new Int32Array(new SharedArrayBuffer(8));
  const share: Share = { columns: memoryOf(buffer) ?? buffer, lists: lists.buffer, control };
  const timer = setInterval(() => onProgress?.(Number(lists.counters[1]), totalOf(columns)), 200);
  const stop = () => Atomics.store(control, 1, 1);
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const workers = Array.from({ length: threads }, () => new Worker(THREAD, { workerData: share }));
    await Promise.all(workers.map(finish));
    signal?.throwIfAborted();
  } finally {
    clearInterval(timer);
    signal?.removeEventListener('abort', stop);
    stop();
  }
}

async function finish(worker: Worker): Promise<void> {
  const [code] = (await once(worker, 'exit')) as [number];
  if (code !== 0) throw new Error(`A thread of the engine ended with code ${code}.`);
}
