/** A worker process's engine stage, asked for by its parent: answers with the seconds it took and a hash of the lists. */
import { hash } from 'node:crypto';
import { DEFAULT_SETTINGS } from '../../src/domain/index.ts';
import { buildColumns, buildContext } from '../../src/engine/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { fillColumns } from '../../workers/engine-pool.ts';
import { drawCountry, streamsOf } from '../engine/country.ts';

const knowledge = loadKnowledge();
const country = drawCountry(Number(process.argv[2]), knowledge);
const context = buildContext(knowledge, { ...DEFAULT_SETTINGS, asOf: '2026-11-01' });
const columns = buildColumns(context, streamsOf(context, country, 'outputs'), streamsOf(context, country, 'demands'), {
  of: 'bench',
});
const engine = async () => {
  const lists = await fillColumns(columns, { threads: 1 });
  return hash('sha256', new Uint8Array(lists.buffer).slice(), 'hex');
};
await engine();

process.on('message', async (what) => {
  const from = performance.now();
  const answer = what === 'engine' ? await engine() : String(count());
  process.send!({ seconds: (performance.now() - from) / 1000, hash: answer });
});
process.send!('ready');

function count(): number {
  let sum = 0;
  for (let i = 0; i < 2e9; i++) sum = (sum + i) | 0;
  return sum;
}
