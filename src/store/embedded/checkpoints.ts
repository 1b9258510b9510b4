import { statSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

/** Size of the write-ahead log at which it is brought into the file, bytes. */
const LARGE = 16 * 2 ** 20;
/** What SQLite cuts the log to once all of it is in the file; below LARGE. */
export const LOG_LIMIT = 4 * 2 ** 20;
/** While a long reader keeps the log from being brought in whole, it is not tried more often, ms. */
const PAUSE_MS = 2000;

/**
 * Brings the write-ahead log into the file from a thread of its own: after a large import that takes seconds, for which the event loop
 * must not stand still. Nothing depends on it but the size of the log.
 */
export class Checkpoints {
  readonly #file: string;
  #running: { readonly thread: Worker; readonly ended: Promise<void> } | undefined;
  #last = Number.NEGATIVE_INFINITY;

  constructor(file: string) {
    this.#file = file;
  }

  /** After a commit. */
  consider(): void {
    const now = performance.now();
    if (this.#running || now - this.#last < PAUSE_MS) return;
    if ((statSync(`${this.#file}-wal`, { throwIfNoEntry: false })?.size ?? 0) < LARGE) return;
    this.#last = now;
    const { promise, resolve } = Promise.withResolvers<void>();
    const thread = new Worker(new URL('./checkpoint-thread.ts', import.meta.url), { workerData: this.#file });
    thread.unref();
    thread.on('error', () => undefined);
    thread.once('exit', () => {
      this.#running = undefined;
      resolve();
    });
    this.#running = { thread, ended: promise };
  }

  async finish(): Promise<void> {
    this.#running?.thread.ref();
    await this.#running?.ended;
  }
}
