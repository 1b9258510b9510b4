/**
 * Exact top 20 in both directions with the full score on generated countries. `--sizes 1e4,1e5,1e6`, `--threads 1,2`, `--json`.
 * Each size is checked on a sample of streams against judging every pair that a use joins, in the same run; that is the baseline.
 */
import { parseArgs } from 'node:util';
import { DEFAULT_SETTINGS } from '../../src/domain/index.ts';
import { buildColumns, buildContext, openColumns, pairsJudged } from '../../src/engine/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { fillColumns } from '../../workers/engine-pool.ts';
import { tell } from '../tell.ts';
import { checkLists } from './check.ts';
import { drawCountry, streamsOf } from './country.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1e4,1e5,1e6' },
    threads: { type: 'string', default: '1,2' },
    json: { type: 'boolean', default: false },
    sample: { type: 'string', default: '2000' },
  },
});
const knowledge = loadKnowledge();
/** Seconds by threads and size. */
const taken = new Map<string, number>();

for (const size of values.sizes.split(',').map(Number)) await measure(size);

/** In a function of its own, so that the country drawn can go when its columns are there. */
function build(size: number): { readonly buffer: SharedArrayBuffer; readonly built: number } {
  const country = drawCountry(size, knowledge);
  const context = buildContext(knowledge, { ...DEFAULT_SETTINGS, asOf: '2026-11-01' });
  const from = performance.now();
  const buffer = buildColumns(context, streamsOf(context, country, 'outputs'), streamsOf(context, country, 'demands'), {
    of: 'bench',
  });
  return { buffer, built: (performance.now() - from) / 1000 };
}

async function measure(size: number): Promise<void> {
  const { buffer, built } = build(size);
  for (const threads of values.threads.split(',').map(Number)) {
    const start = performance.now();
    const work = process.cpuUsage();
    const lists = await fillColumns(buffer, { threads });
    const seconds = (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(work);
    const processor = (user + system) / 1e6;
    // at most since the process began, with the drawn country and the building of columns
    const memory = process.resourceUsage().maxRSS / 1e3;
    const { correct, seconds: bruteSeconds } = checkLists(openColumns(buffer).columns, lists, Number(values.sample));
    const name = `engine ${size} x ${size}, ${threads} ${threads === 1 ? 'thread' : 'threads'}`;
    const pairs = pairsJudged(lists) / size;
    const report = (what: string, value: number, unit: string, baseline: number, ratio: number) =>
      tell({ case: `${name}, ${what}`, value, unit, baseline, ratio, correct }, values.json);
    report('top 20 both directions', seconds, 's', bruteSeconds * 2 * size, (bruteSeconds * 2 * size) / seconds);
    report('processor time of all threads', processor, 's', threads * seconds, processor / (threads * seconds));
    report('pairs judged per output, both directions', pairs, 'pairs', 2 * size, (2 * size) / pairs);
    growth(name, threads, size, seconds, correct);
    report('with columns built', seconds + built, 's', seconds, (seconds + built) / seconds);
    report(
      'memory at most',
      memory,
      'MB',
      (buffer.byteLength + lists.buffer.byteLength) / 1e6,
      (memory * 1e6) / buffer.byteLength,
    );
  }
}

/** From a tenth of the size; the reach is 14 times. */
function growth(name: string, threads: number, size: number, seconds: number, correct: boolean): void {
  taken.set(`${threads} ${size}`, seconds);
  const before = taken.get(`${threads} ${size / 10}`);
  if (before === undefined) return;
  const value = seconds / before;
  tell(
    {
      case: `${name}, growth from a tenth (baseline: 14)`,
      value,
      unit: 'times',
      baseline: 14,
      ratio: value / 14,
      correct,
    },
    values.json,
  );
}
