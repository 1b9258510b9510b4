import path from 'node:path';
import { Worker } from 'node:worker_threads';
import {
  type Bilingual,
  type ErrorKind,
  type Issue,
  type Step,
  SymbionError,
  type TellStep,
} from '../src/domain/index.ts';

/** What a task's thread is handed, and what it says. */
export interface Order {
  readonly task: string;
  readonly input: unknown;
}

export type Word =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number; readonly what: Step }
  | { readonly kind: 'result'; readonly result: unknown }
  | {
      readonly kind: 'refused';
      readonly errorKind: ErrorKind;
      readonly text: Bilingual;
      readonly issues: readonly Issue[];
    };

const THREAD = path.join(import.meta.dirname, 'task-thread.ts');

/** Runs a task in a thread of its own, so that this one goes on answering; the signal ends the thread at once. */
export function runTask(
  task: string,
  input: unknown,
  watch: { readonly signal: AbortSignal; onProgress?: TellStep },
): Promise<unknown> {
  watch.signal.throwIfAborted();
  const order: Order = { task, input };
  const worker = new Worker(THREAD, { workerData: order });
  return new Promise<unknown>((resolve, reject) => {
    watch.signal.addEventListener('abort', () => reject(watch.signal.reason), { once: true });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The thread of ${task} ended with code ${code}.`)));
    worker.on('message', (word: Word) => {
      if (word.kind === 'progress') watch.onProgress?.(word.done, word.total, word.what);
      else if (word.kind === 'result') resolve(word.result);
      else reject(new SymbionError(word.errorKind, word.text, { issues: word.issues }));
    });
  }).finally(() => worker.terminate());
}
