import { DEFAULT_SETTINGS } from '../../src/domain/index.ts';
import {
  buildProblem,
  columnsOfShard,
  createLists,
  fillLists,
  openColumns,
  packPart,
  planShards,
} from '../../src/engine/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { drawCountry, snapshotOf } from './country.ts';

/** A worker process of shards.ts: has the country, then searches the shards whose numbers come, and sends their parts back. */
const [outputs, size] = process.argv.slice(2).map(Number) as [number, number];
const knowledge = loadKnowledge();
const settings = { ...DEFAULT_SETTINGS, asOf: '2026-11-01' };
const problem = buildProblem(snapshotOf(drawCountry(outputs, knowledge)), knowledge, settings);
const shards = planShards(problem, size);

process.on('message', (shard: number) => {
  const from = process.threadCpuUsage();
  const members = shards.members(shard);
  const { columns } = openColumns(columnsOfShard(problem, members));
  const lists = createLists(columns);
  let batch = 0;
  for (const _ of fillLists(columns, lists, () => batch++));
  const part = packPart(lists, members);
  const { user, system } = process.threadCpuUsage(from);
  process.send!({ part, micros: user + system });
});
process.send!({ ready: shards.sizes });
