import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Bilingual, type ErrorKind, type Issue, SymbionError } from '../src/domain/index.ts';
import type { JobHandlers } from '../src/jobs/kinds.ts';
import type { JobContext, JobHandler, Parts, Progress } from '../src/jobs/port.ts';

/** A fault that crosses from thread to thread. */
export interface Fault {
  readonly kind: ErrorKind;
  readonly text: Bilingual;
  readonly issues: readonly Issue[];
}

export type ToThread =
  | { readonly kind: string; readonly payload: unknown }
  | { readonly stop: true }
  | { readonly results: readonly unknown[] }
  | { readonly refused: Fault }
  | { readonly close: true };

export type FromThread =
  | { readonly progress: Progress }
  | { readonly parts: Parts }
  | { readonly result: unknown }
  | { readonly fault: Fault };

const THREAD = path.join(import.meta.dirname, 'job-thread.ts');
/** How long a job that is asked to stop may go on before its thread is ended, ms. */
const PATIENCE_MS = 10_000;

/**
 * Handlers that run each job in a worker thread, so that this thread is always free to renew the locks of what runs, to hear of a cancellation and to give
 * signs of life, whatever a job computes. A thread is kept for the next job, and ended when it does not stop.
 */
export function threadedHandlers(
  kinds: readonly string[],
  env: NodeJS.ProcessEnv,
): { readonly handlers: JobHandlers; close(): Promise<void> } {
  const idle: Thread[] = [];
  const all = new Set<Thread>();
  const run =
    (kind: string): JobHandler =>
    async (payload, context) => {
      const thread = idle.pop() ?? new Thread(env);
      all.add(thread);
      try {
        return await thread.run(kind, payload, context);
      } finally {
        if (thread.ended) all.delete(thread);
        else idle.push(thread);
      }
    };
  return {
    handlers: Object.fromEntries(kinds.map((kind) => [kind, run(kind)])),
    async close() {
      await Promise.all([...all].map((thread) => thread.close()));
    },
  };
}

class Thread {
  ended = false;
  readonly #worker: Worker;
  readonly #gone: Promise<never>;
  #hear: (message: FromThread) => void = () => undefined;

  constructor(env: NodeJS.ProcessEnv) {
    this.#worker = new Worker(THREAD, { workerData: { ...env } });
    this.#worker.on('message', (message: FromThread) => this.#hear(message));
    this.#gone = new Promise((_, reject) => {
      // no job may be handed to a thread that is about to end
      this.#worker.once('error', (cause) => {
        this.ended = true;
        reject(lost(cause));
      });
      this.#worker.once('exit', () => {
        this.ended = true;
        reject(lost());
      });
    });
    this.#gone.catch(() => undefined);
  }

  async run(kind: string, payload: unknown, { signal, progress, runParts }: JobContext): Promise<unknown> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    let late: NodeJS.Timeout | undefined;
    // why the job's parts gave no results: it comes back from the thread as a mere fault
    let refusal: unknown;
    const stop = () => {
      this.#tell({ stop: true });
      late = setTimeout(() => void this.#worker.terminate(), PATIENCE_MS);
    };
    this.#hear = (message) => {
      if ('progress' in message) progress(message.progress);
      else if ('result' in message) resolve(message.result);
      else if ('fault' in message) reject(refusal ?? errorOf(message.fault));
      else if ('parts' in message)
        runParts(message.parts).then(
          (results) => this.#tell({ results }),
          (error: unknown) => {
            refusal = error;
            this.#tell({ refused: faultOf(error) });
          },
        );
    };
    signal.addEventListener('abort', stop, { once: true });
    this.#tell({ kind, payload });
    if (signal.aborted) stop();
    try {
      return await Promise.race([promise, this.#gone]);
    } finally {
      clearTimeout(late);
      signal.removeEventListener('abort', stop);
    }
  }

  async close(): Promise<void> {
    this.#tell({ close: true });
    const late = setTimeout(() => void this.#worker.terminate(), PATIENCE_MS);
    await this.#gone.catch(() => undefined);
    clearTimeout(late);
  }

  #tell(message: ToThread): void {
    this.#worker.postMessage(message);
  }
}

export function faultOf(error: unknown): Fault {
  if (error instanceof SymbionError) return { kind: error.kind, text: error.text, issues: error.issues };
  const message = error instanceof Error ? error.message : String(error);
  return { kind: 'internal', text: { ru: message, en: message }, issues: [] };
}

export function errorOf({ kind, text, issues }: Fault): SymbionError {
  return new SymbionError(kind, text, { issues });
}

function lost(cause?: unknown): SymbionError {
  const why = cause instanceof Error ? `: ${cause.message}` : '';
  return new SymbionError(
    'internal',
    { ru: `Поток, считавший задание, прервался${why}.`, en: `The thread that ran the job ended${why}.` },
    { cause },
  );
}
