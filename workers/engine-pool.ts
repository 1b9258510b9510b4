import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Lists, type Problem, computeLists as stepLists } from '../src/engine/index.ts';

/** Computes a problem's lists without holding the event loop longer than some 20 ms at a time. Throws when the signal is aborted. */
export async function computeLists(
  problem: Problem,
  options: { onProgress?(done: number, total: number): void; signal?: AbortSignal; threads?: number } = {},
): Promise<Lists> {
  const steps = stepLists(problem);
  let pausedAt = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - pausedAt < 20) continue;
    options.onProgress?.(step.value.done, step.value.total);
    await nextTurn();
    options.signal?.throwIfAborted();
    pausedAt = performance.now();
  }
}
