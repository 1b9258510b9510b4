import type { Match } from '../../src/domain/index.ts';
import { openNeo4jStore } from '../../src/store/neo4j/index.ts';
import type { Store } from '../../src/store/port.ts';
import { run } from '../../test/contract/samples.ts';
import type { BenchCase } from '../tell.ts';
import { Raw } from './raw.ts';
import { changes, flowId, matchesOf, regionsOf, TOP } from './region.ts';

interface Size {
  readonly flows: number;
  readonly matches: number;
}

type Env = ConstructorParameters<typeof Raw>[0];

/** Flows imported to Neo4j, matches written, 1 % of the lists changed; each beside the bare driver. The last run stays for those who read. */
export async function graphCases(env: Env, { flows, matches }: Size, say: (one: BenchCase) => void): Promise<void> {
  const store = await openNeo4jStore({ uri: env.NEO4J_URI, user: env.NEO4J_USER, password: env.NEO4J_PASSWORD });
  const raw = new Raw(env);
  const tell = (name: string, value: number, baseline: number, correct: boolean) =>
    say({
      case: `services: ${name} (baseline: the bare driver)`,
      value,
      unit: 's',
      baseline,
      ratio: value / baseline,
      correct,
    });
  try {
    const bareImport = await raw.importFlows(flows);
    const [imported, added] = await timed(() => importAll(store, flows));
    tell(`${flows} flows imported to Neo4j`, imported, bareImport, added === flows);

    const regions = regionsOf(flows);
    const publish = (id: string, all: Match[]) => store.publishRun(run(id, SETTINGS), all, undefined, regions);
    const before = matchesOf(flows, matches, 0);
    const bare = await raw.writeMatches(before);
    const [first] = await timed(() => publish('first', before));
    const whole = (await count(raw)) === matches && (await isList(store, 'first', 980));
    tell(`${matches} matches written to Neo4j`, first, bare, whole);

    const after = matchesOf(flows, matches, 0.01);
    const moved = after.filter(({ score }) => score % 10 === 1);
    const bareChange = await raw.replaceMatches(moved);
    const [second] = await timed(() => publish('second', after));
    const changed = (await count(raw)) === matches && (await isList(store, 'second', 981));
    tell(`a run that changes ${moved.length / TOP} of ${matches / TOP} lists`, second, bareChange, changed);
  } finally {
    await raw.close();
    await store.close();
  }
}

/** A change set is one transaction: of so many flows it fits the server's memory. */
const FLOWS_A_SET = 100_000;

async function importAll(store: Store, flows: number): Promise<number> {
  let added = 0;
  for (let n = 0; n < flows; n += FLOWS_A_SET)
    added += (await store.apply(changes(Math.min(flows, n + FLOWS_A_SET), n))).flows.added;
  return added;
}

const SETTINGS = { settings: { ...run('x').settings, infer: false } };

async function isList(store: Store, id: string, best: number): Promise<boolean> {
  const { rows } = await store.findMatches(id, { output: flowId(0) }, 2 * TOP);
  return rows.length === TOP && rows[0]!.score === best;
}

async function count(raw: Raw): Promise<number> {
  const [row] = await raw.run('MATCH ()-[m:MATCHED]->() WHERE m.until IS NULL RETURN count(m) AS n');
  return row!.get('n') as number;
}

async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const from = performance.now();
  const result = await work();
  return [(performance.now() - from) / 1000, result];
}
