import { parentPort, workerData } from 'node:worker_threads';
import { type Step, SymbionError } from '../src/domain/index.ts';
import { describeRegion, findChains, findClusters } from '../src/network/index.ts';
import { planRegion, siteMissing, splitAmong } from '../src/planning/index.ts';
import type { Order, Word } from './task-pool.ts';

/** Does one task and says its result; progress at most ten times a second. */
const TASKS = {
  findChains: ({
    input,
    options,
  }: {
    input: Parameters<typeof findChains>[0];
    options: Parameters<typeof findChains>[1];
  }) => findChains(input, options),
  findClusters,
  describeRegion,
  planRegion,
  siteMissing,
  splitAmong,
};

const TELL_MS = 100;
const say = (word: Word) => parentPort!.postMessage(word);
let toldAt = -TELL_MS;
const progress = (done: number, total: number, what: Step) => {
  const now = performance.now();
  if (now - toldAt < TELL_MS) return;
  toldAt = now;
  say({ kind: 'progress', done, total, what });
};

const { task, input } = workerData as Order;
try {
  const work = TASKS[task as keyof typeof TASKS] as (input: unknown, tell: typeof progress) => unknown;
  say({ kind: 'result', result: await work(input, progress) });
} catch (error) {
  if (!(error instanceof SymbionError)) throw error;
  const { kind: errorKind, text, issues } = error;
  say({ kind: 'refused', errorKind, text, issues });
}
