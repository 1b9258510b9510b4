/**
 * One flow added, changed or removed in a country of `--sizes` (default 1e5) outputs and as many demands, and a burst as one batch: to the new lists.
 * The lists touched are checked against judging every pair. `--json`, `--changes 200`, `--burst 10000`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULT_SETTINGS, type Flow, seededRandom } from '../../src/domain/index.ts';
import {
  bufferOfPart,
  buildColumns,
  buildContext,
  createSearch,
  IdTable,
  type Live,
  type LiveFlow,
  openColumns,
  openLive,
  partsOf,
  RESERVE,
} from '../../src/engine/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { openShelf } from '../../src/store/embedded/shelf.ts';
import { fillColumns } from '../../workers/engine-pool.ts';
import { tell } from '../tell.ts';
import { drawCountry, streamsOf } from './country.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1e5' },
    changes: { type: 'string', default: '200' },
    burst: { type: 'string', default: '10000' },
    reserve: { type: 'string', default: String(RESERVE) },
    json: { type: 'boolean', default: false },
  },
});
/** What is allowed for one flow, and for opening what was kept, ms. */
const REACH = { median: 20, p99: 100, opened: 2000 };
const knowledge = loadKnowledge();
for (const size of values.sizes.split(',').map(Number)) await measure(size);

async function measure(size: number): Promise<void> {
  const country = drawCountry(size, knowledge);
  const context = buildContext(knowledge, { ...DEFAULT_SETTINGS, asOf: '2026-11-01' });
  const ids = { outputs: [] as string[], demands: [] as string[] };
  const streams = function* (side: 'outputs' | 'demands') {
    for (const stream of streamsOf(context, country, side)) {
      ids[side].push(stream.flow.id);
      yield stream;
    }
  };
  const buffer = buildColumns(context, streams('outputs'), streams('demands'), { of: 'bench' }, Number(values.reserve));
  let from = performance.now();
  const lists = await fillColumns(buffer, { threads: 2 });
  const whole = performance.now() - from;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'symbion-bench-'));
  const shelf = openShelf(folder, bufferOfPart);
  from = performance.now();
  const tables = { outputs: IdTable.of(ids.outputs), demands: IdTable.of(ids.demands) };
  await shelf.keep('bench', partsOf(context, openColumns(buffer).columns, lists, tables));
  const kept = performance.now() - from;
  from = performance.now();
  const worked = process.cpuUsage();
  const live = openLive(buildContext(knowledge, context.settings), (await shelf.open())!.parts);
  const [ready, readyWork] = [performance.now() - from, workSince(worked)];
  rmSync(folder, { recursive: true });
  const random = seededRandom(11);
  const drawn = changesOf(size, random);

  const rows: number[][] = [];
  const taken: number[] = [];
  const concerned: number[] = [];
  for (let i = 0; i < Number(values.changes); i++) {
    const change = drawn.next().value;
    from = performance.now();
    const before = process.cpuUsage();
    const { outputs, demands } = apply(live, [change]);
    // whichever is less: another program may have had the processor, or other threads of this one have used it
    taken.push(Math.min(performance.now() - from, workSince(before)));
    concerned.push(outputs.length + demands.length);
    rows.push([...outputs.slice(0, 3).map((row) => row + 1), ...demands.slice(0, 3).map((row) => -row - 1)]);
  }
  const right = (some: readonly number[]) => isRight(live, some);
  const correct = right(rows.flat().filter((row) => stillThere(live, row)));
  const name = `engine ${size} x ${size}, one flow added, changed or removed`;
  const say = (what: string, value: number, unit: string, baseline: number, good: boolean, ratio = value / baseline) =>
    tell({ case: `${name}${what}`, value, unit, baseline, ratio, correct: good }, values.json);
  say(', median (baseline: the reach)', at(taken, 0.5), 'ms', REACH.median, correct);
  say(', p99 (baseline: the reach)', at(taken, 0.99), 'ms', REACH.p99, correct);
  say(', lists computed again, median (baseline: all)', at(concerned, 0.5), 'lists', 2 * size, correct);
  say(', columns and lists opened from their file (baseline: the reach)', ready, 'ms', REACH.opened, correct);
  say(', the same in processor time (baseline: the reach)', readyWork, 'ms', REACH.opened, correct);
  say(', written to it (baseline: a whole run on two threads)', kept, 'ms', whole, correct);

  const burst = Array.from({ length: Math.min(Number(values.burst), size) }, () => drawn.next().value);
  const burstFrom = process.cpuUsage();
  const all = apply(live, burst);
  const seconds = workSince(burstFrom) / 1000;
  const sample = [...all.outputs, ...all.demands.map((row) => -row - 1)].filter((_, i) => i % 997 === 0);
  say(
    `: ${burst.length} as one batch, processor time (baseline: one by one at the median)`,
    seconds,
    's',
    (at(taken, 0.5) * burst.length) / 1000,
    right(sample.map((row) => (row >= 0 ? row + 1 : row)).filter((row) => stillThere(live, row))),
  );
}

/** Processor time of all threads since, ms. */
function workSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

type Change = { readonly put?: LiveFlow; readonly remove?: string };

/** Endless changes: two of five a new quantity, one a removal, two new flows. */
function* changesOf(size: number, random: () => number): Generator<Change, never> {
  const country = drawCountry(size, knowledge);
  const other = drawCountry(size, knowledge, { seed: 77 });
  const pools = [country.outputs(), country.demands()];
  const fresh = [other.outputs(), other.demands()];
  const skip = Math.max(1, Math.floor(size / 12_000));
  for (let n = 0; ; n++) {
    const side = n % 2;
    for (let k = Math.floor(skip * random()); k > 0; k--) pools[side]!.next();
    const { flow, at } = pools[side]!.next().value as { flow: Flow; at: number };
    const where = { site: country.sites[at], company: country.companies[at] };
    if (n % 5 < 2) yield { put: { ...where, flow: { ...flow, quantityPerYear: 1 + Math.round(5000 * random()) } } };
    else if (n % 5 === 2) yield { remove: flow.id };
    else {
      const model = fresh[side]!.next().value as { flow: Flow };
      const { siteId, companyId } = flow;
      yield { put: { ...where, flow: { ...model.flow, id: `${flow.id}-${n}`, siteId, companyId } } };
    }
  }
}

function apply(live: Live, changes: readonly Change[]) {
  const steps = live.apply({
    put: changes.flatMap(({ put }) => put ?? []),
    remove: changes.flatMap(({ remove }) => remove ?? []),
  });
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value!;
}

function stillThere(live: Live, row: number): boolean {
  return live.idOf(row > 0 ? 'output' : 'demand', Math.abs(row) - 1) !== undefined;
}

/** Compares lists with judging all pairs of their stream; rows of outputs count from 1, of demands from -1 down. */
function isRight(live: Live, rows: readonly number[]): boolean {
  const search = createSearch(live.columns);
  return rows.every((n) => {
    const [side, row] = n > 0 ? (['output', n - 1] as const) : (['demand', -n - 1] as const);
    search[side](row, true);
    const [top] = search.tops;
    const { count, partner, score, way } = live.lists[n > 0 ? 'outputs' : 'demands'].open;
    const same = (i: number, place: number) =>
      partner[place] === top!.partnerAt(i) && score[place] === top!.scoreAt(i) && way[place] === top!.wayAt(i);
    return (
      count[row] === Math.min(live.lists.top, top!.count) &&
      Array.from({ length: count[row]! }, (_, i) => same(i, row * live.lists.width + i)).every(Boolean)
    );
  });
}

function at(sample: readonly number[], share: number): number {
  const sorted = [...sample].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}
