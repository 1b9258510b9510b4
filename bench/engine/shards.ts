/**
 * The shards of a country searched by one worker process and by two, merged, and compared byte for byte with the country in one piece; time of the
 * processor but where the clock is named. `node bench/engine/shards.ts [--json] [--outputs 5e4] [--size 2.5e4]`. Country and plan are there before.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { on, once } from 'node:events';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_SETTINGS } from '../../src/domain/index.ts';
import {
  buildProblem,
  columnsOf,
  createLists,
  createMerge,
  emptyLists,
  fillLists,
  type Lists,
  openColumns,
  type Problem,
} from '../../src/engine/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { tell } from '../tell.ts';
import { drawCountry, snapshotOf } from './country.ts';

const { values } = parseArgs({
  options: {
    outputs: { type: 'string', default: '5e4' },
    size: { type: 'string', default: '2.5e4' },
    json: { type: 'boolean', default: false },
  },
});
const [outputs, size] = [Number(values.outputs), Number(values.size)];

const knowledge = loadKnowledge();
const settings = { ...DEFAULT_SETTINGS, asOf: '2026-11-01' };
const problem = buildProblem(snapshotOf(drawCountry(outputs, knowledge)), knowledge, settings);
const [whole, lists] = searchWhole(problem);
const expected = bytesOf(lists);

let alone = { passed: 0, busiest: 0 };
for (const count of [1, 2]) {
  const workers = await Promise.all(Array.from({ length: count }, startWorker));
  const sizes = workers[0]!.sizes;
  const from = performance.now();
  const { parts, busiest } = await searchTogether(
    workers.map(({ process }) => process),
    // the largest first, so that no worker is left with one at the end
    sizes.map((own, shard) => ({ own, shard })).sort((a, b) => b.own - a.own),
  );
  const passed = (performance.now() - from) / 1000;
  const start = process.threadCpuUsage();
  const merged = emptyLists(problem);
  const merge = createMerge(problem, merged);
  for (const part of parts) merge(part);
  const merging = secondsSince(start);
  const correct = bytesOf(merged).equals(expected);
  const name = `shards: ${2 * outputs} flows in ${sizes.length}`;
  if (count === 1) {
    report(`${name}, one worker (baseline: in one piece)`, busiest, 's', whole, busiest / whole, correct);
    report(`${name}, merged (baseline: searched)`, merging, 's', busiest, merging / busiest, correct);
    alone = { passed, busiest };
  } else {
    report(
      `${name}, two workers, by the clock (baseline: one)`,
      passed,
      's',
      alone.passed,
      alone.passed / passed,
      correct,
    );
    // what is left of it on a machine that does nothing else: shards that end late, and what the cores share
    const ratio = alone.busiest / busiest;
    report(`${name}, the busier of two (baseline: one)`, busiest, 's', alone.busiest, ratio, correct);
  }
  for (const { process } of workers) process.kill();
}

function searchWhole(of: Problem): [number, Lists] {
  const from = process.threadCpuUsage();
  const { columns } = openColumns(columnsOf(of));
  const all = createLists(columns);
  let batch = 0;
  for (const _ of fillLists(columns, all, () => batch++));
  return [secondsSince(from), all];
}

/** Of this thread. */
function secondsSince(from: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(from);
  return (user + system) / 1e6;
}

async function startWorker(): Promise<{ process: ChildProcess; sizes: readonly number[] }> {
  const file = path.join(import.meta.dirname, 'shard-worker.ts');
  const worker = fork(file, [String(outputs), String(size)], { serialization: 'advanced' });
  const [{ ready }] = (await once(worker, 'message')) as [{ ready: readonly number[] }];
  return { process: worker, sizes: ready };
}

/** Each worker is handed the next shard when it has done one; `busiest`: seconds of the processor that the busiest one took. */
async function searchTogether(
  workers: readonly ChildProcess[],
  shards: readonly { readonly shard: number }[],
): Promise<{ readonly parts: readonly Uint8Array[]; readonly busiest: number }> {
  const parts: Uint8Array[] = [];
  let [next, busiest] = [0, 0];
  const work = async (worker: ChildProcess) => {
    let busy = 0;
    const done = on(worker, 'message');
    while (next < shards.length) {
      worker.send(shards[next++]!.shard);
      const { value } = (await done.next()) as { value: [{ part: Uint8Array; micros: number }] };
      parts.push(value[0].part);
      busy += value[0].micros / 1e6;
      busiest = Math.max(busiest, busy);
    }
  };
  await Promise.all(workers.map(work));
  return { parts, busiest };
}

/** All lists of both sides; the counters before them are no part of an answer. */
function bytesOf({ buffer }: Lists): Buffer {
  return Buffer.from(new Uint8Array(buffer).slice(16));
}

function report(name: string, value: number, unit: string, baseline: number, ratio: number, correct: boolean): void {
  tell({ case: name, value, unit, baseline, ratio, correct }, values.json);
}
