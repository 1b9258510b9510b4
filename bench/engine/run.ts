/**
 * Exact top 20 in both directions with the full score on generated countries. `--sizes 1e4,1e5,1e6`, `--threads 1,2`, `--json`.
 * Each size is checked on a sample of streams against judging every pair that a use joins, in the same run; that is the baseline.
 */
import { parseArgs } from 'node:util';
import { DEFAULT_SETTINGS } from '../../src/domain/index.ts';
import {
  buildColumns,
  buildContext,
  createSearch,
  type Lists,
  openColumns,
  pairsJudged,
} from '../../src/engine/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { fillColumns } from '../../workers/engine-pool.ts';
import { tell } from '../tell.ts';
import { drawCountry, type Nature, seeded, streamsOf } from './country.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1e4,1e5' },
    threads: { type: 'string', default: '1,2' },
    json: { type: 'boolean', default: false },
    sample: { type: 'string', default: '2000' },
  },
});
const knowledge = loadKnowledge();

for (const size of values.sizes.split(',').map(Number)) await measure(size);

async function measure(size: number, nature: Nature = {}): Promise<void> {
  const country = drawCountry(size, knowledge, nature);
  const context = buildContext(knowledge, { ...DEFAULT_SETTINGS, asOf: '2026-11-01' });
  const from = performance.now();
  const buffer = buildColumns(context, streamsOf(context, country, 'outputs'), streamsOf(context, country, 'demands'), {
    of: 'bench',
  });
  const built = (performance.now() - from) / 1000;
  for (const threads of values.threads.split(',').map(Number)) {
    const start = performance.now();
    const lists = await fillColumns(buffer, { threads });
    const seconds = (performance.now() - start) / 1000;
    const memory = process.memoryUsage.rss() / 1e6;
    const { correct, bruteSeconds } = check(buffer, lists, Number(values.sample));
    const name = `engine ${size} x ${size}, ${threads} ${threads === 1 ? 'thread' : 'threads'}`;
    const pairs = pairsJudged(lists) / (2 * size);
    const report = (what: string, value: number, unit: string, baseline: number, ratio: number) =>
      tell({ case: `${name}, ${what}`, value, unit, baseline, ratio, correct }, values.json);
    report('top 20 both directions', seconds, 's', bruteSeconds * 2 * size, (bruteSeconds * 2 * size) / seconds);
    report('pairs judged per stream', pairs, 'pairs', size, size / pairs);
    report('with columns built', seconds + built, 's', seconds, (seconds + built) / seconds);
    report(
      'memory',
      memory,
      'MB',
      (buffer.byteLength + lists.buffer.byteLength) / 1e6,
      (memory * 1e6) / buffer.byteLength,
    );
  }
}

/** Compares streams drawn by a seed with judging all their pairs, entry by entry; the time of that is seconds a stream. */
function check(buffer: SharedArrayBuffer, lists: Lists, count: number): { correct: boolean; bruteSeconds: number } {
  const { columns } = openColumns(buffer);
  const search = createSearch(columns);
  const random = seeded(7);
  let correct = true;
  const from = performance.now();
  for (let i = 0; i < count; i++) {
    const output = i % 2 === 0;
    const side = output ? lists.outputs : lists.demands;
    const row = Math.floor(random() * side.open.count.length);
    if (output) search.output(row, true);
    else search.demand(row, true);
    const top = search.tops[0]!;
    if (side.open.count[row] !== top.count) correct = false;
    for (let n = 0; n < top.count; n++) {
      const at = row * lists.top + n;
      const same =
        side.open.partner[at] === top.partner[n] &&
        side.open.score[at] === top.score[n] &&
        side.open.way[at] === top.way[n];
      if (!same) correct = false;
    }
  }
  return { correct, bruteSeconds: (performance.now() - from) / 1000 / count };
}
