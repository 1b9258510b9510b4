import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { BenchCase } from '../tell.ts';

/** Streams of each direction that a unit of work is made of. */
const SIZE = '20000';

interface Answer {
  readonly seconds: number;
  readonly hash: string;
}

/**
 * The engine stage alone in one worker process, then in two at once, each with one thread and a unit of work of its own. The limit is what two processes
 * that only count, and share no memory traffic, gain here over one.
 */
export async function workersCase(say: (one: BenchCase) => void): Promise<void> {
  const workers = await Promise.all([start(), start()]);
  try {
    const one = await Promise.all([ask(workers[0]!, 'engine')]);
    const two = await Promise.all(workers.map((worker) => ask(worker, 'engine')));
    const [countOne, countTwo] = [
      await ask(workers[0]!, 'count'),
      await Promise.all(workers.map((w) => ask(w, 'count'))),
    ];
    const gain = (alone: Answer, both: readonly Answer[]) =>
      (2 * alone.seconds) / Math.max(...both.map((b) => b.seconds));
    const [value, baseline] = [gain(one[0]!, two), gain(countOne, countTwo)];
    say({
      case: `services: work of two workers against one, engine stage of ${SIZE} x ${SIZE} (baseline: processes that only count)`,
      value,
      unit: 'times',
      baseline,
      ratio: value / baseline,
      correct: two.every(({ hash }) => hash === one[0]!.hash),
    });
  } finally {
    for (const worker of workers) worker.kill();
  }
}

async function start(): Promise<ChildProcess> {
  const worker = fork(path.join(import.meta.dirname, 'engine-worker.ts'), [SIZE]);
  await once(worker, 'message');
  return worker;
}

async function ask(worker: ChildProcess, what: 'engine' | 'count'): Promise<Answer> {
  worker.send(what);
  const [answer] = (await once(worker, 'message')) as [Answer];
  return answer;
}
