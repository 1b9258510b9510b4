/**
 * `npm run bench:services [-- --json] [--flows N] [--matches N] [--only graph,read,change,workers]`: the services house beside the bare driver doing the same
 * in the same run, on the services that the environment names or on local ones. Empties the database first.
 */
import { parseArgs } from 'node:util';
import { startServices } from '../../test/services/local/index.ts';
import { emptyDatabase } from '../../test/services/shared.ts';
import { type BenchCase, tell } from '../tell.ts';
import { changeCase } from './change.ts';
import { graphCases } from './graph.ts';
import { readCases } from './read.ts';
import { workersCase } from './workers.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    flows: { type: 'string', default: '100000' },
    matches: { type: 'string', default: '1000000' },
    only: { type: 'string', default: 'graph,read,change,workers' },
  },
});
const [flows, matches] = [Number(values.flows), Number(values.matches)];
const asked = new Set(values.only.split(','));
const say = (one: BenchCase) => tell(one, values.json);

const services = await startServices();
try {
  const { env } = services;
  const empty = () => emptyDatabase({ uri: env.NEO4J_URI, user: env.NEO4J_USER, password: env.NEO4J_PASSWORD });
  if (asked.has('graph') || asked.has('read')) {
    await empty();
    await graphCases(env, { flows, matches }, say);
  }
  if (asked.has('read')) await readCases(env, matches, say);
  if (asked.has('change')) {
    await empty();
    await changeCase(env, say);
    await empty();
  }
  if (asked.has('workers')) await workersCase(say);
} finally {
  await services.stop();
}
