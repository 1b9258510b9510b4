import { createReadStream, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import neo4j, { type Driver, type Plan } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compose } from '../../src/compose.ts';
import { checkParameters, statement } from '../../src/store/neo4j/statements.ts';
import { emptyDatabase, tryServices } from './shared.ts';

const names = globSync('cypher/**/*.cypher')
  .map((file) => file.replace(/^cypher\//, '').replace(/\.cypher$/, ''))
  .sort();
const queries = [...readFileSync('docs/graph.md', 'utf8').matchAll(/```cypher\n([\s\S]*?)```/g)].map((m) => m[1]!);
const { services, reason } = await tryServices();

describe('statements', () => {
  it('each has a purpose, and names its parameters', () => {
    for (const name of names) expect(statement(name).purpose, name).not.toBe('');
  });
  it('a call with other parameters is refused', () => {
    expect(() => checkParameters('run/get', { id: 'x' })).not.toThrow();
    expect(() => checkParameters('run/get', { idd: 'x' })).toThrow('id, idd');
  });
});

/** Operators that no statement may need, and the few that have a reason. */
const SCANS = ['AllNodesScan', 'CartesianProduct', 'Eager', 'NodeByLabelScan'];
const EXCUSED: Readonly<Record<string, readonly string[]>> = {
  // one relationship a row between two nodes, each found by its id
  'flow/give-off': ['CartesianProduct'],
  'flow/could-take': ['CartesianProduct'],
  'flow/read-as': ['CartesianProduct'],
  'chain/step': ['CartesianProduct'],
  'chain/deliver': ['CartesianProduct'],
  'chain/through': ['CartesianProduct'],
  'cluster/member': ['CartesianProduct'],
  'knowledge/broader': ['CartesianProduct'],
  'knowledge/usable': ['CartesianProduct'],
  'knowledge/consumes': ['CartesianProduct'],
  'knowledge/produces': ['CartesianProduct'],
  'match/begin': ['CartesianProduct', 'Eager'],
  // properties from a map may be those that the same statement looks at; what was deleted must not be seen by what is created
  'company/put': ['Eager'],
  'chain/put': ['Eager'],
  'cluster/put': ['Eager'],
  'flow/retire': ['Eager'],
  'job/remove': ['Eager'],
  'result/remove': ['Eager'],
  'site/put': ['Eager'],
  'flow/put': ['Eager'],
  'flow/create-output': ['Eager'],
  'flow/create-demand': ['Eager'],
  'flow/detach': ['Eager'],
  'match/end': ['Eager'],
  'match/undo': ['Eager'],
  'match/reopen': ['Eager'],
  // one row: the condition is looked at before it is changed
  'meta/lease': ['Eager'],
  'meta/release': ['Eager'],
  'run/remove': ['Eager'],
  'knowledge/remove': ['Eager'],
  'knowledge/forget-processes': ['Eager'],
  'exchange/put': ['Eager'],
  'match/sweep': ['Eager'],
  // what is gathered is gathered first
  'company/find': ['Eager'],
  'company/regions': ['Eager'],
  'flow/regions': ['Eager'],
};

describe('[services] the graph', () => {
  let driver: Driver;
  let dir: string;
  beforeAll(async () => {
    if (!services) return;
    const { env } = services;
    driver = neo4j.driver(env.NEO4J_URI, neo4j.auth.basic(env.NEO4J_USER, env.NEO4J_PASSWORD), {
      disableLosslessIntegers: true,
    });
    await emptyDatabase({ uri: env.NEO4J_URI, user: env.NEO4J_USER, password: env.NEO4J_PASSWORD });
    dir = mkdtempSync(path.join(os.tmpdir(), 'symbion-graph-'));
    const stop = new AbortController();
    const working = compose({ ...env, SYMBION_DATA: dir }).work(1, stop.signal);
    const symbion = await compose({ ...env, SYMBION_DATA: dir }).open();
    const file = (name: string) => ({ name, open: () => createReadStream(`fixtures/demo/${name}`) });
    await symbion.importFiles({ companies: file('companies.csv'), flows: file('flows.csv') });
    for await (const _ of symbion.watchJob(await symbion.startRun({ infer: false })));
    for (const { job } of [await symbion.startChains({ shape: 'tree' }), await symbion.startClusters({})])
      for await (const _ of symbion.watchJob(job));
    stop.abort();
    await working;
    await symbion.close();
    await driver.executeQuery('CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()');
  });
  afterAll(async () => {
    await driver?.close();
    await services?.stop();
    if (dir) rmSync(dir, { recursive: true });
  });

  it.skipIf(!services).each(names.filter((name) => !name.startsWith('migrations/')))(
    `%s is planned without a scan${reason && ` (${reason})`}`,
    async (name) => {
      const { text, parameters } = statement(name);
      const values = Object.fromEntries(parameters.map((parameter) => [parameter, sampleOf(parameter)]));
      const { summary } = await driver.executeQuery(`EXPLAIN ${text}`, values);
      const operators = operatorsOf(summary.plan as Plan);
      const wrong = SCANS.filter((scan) => operators.some((operator) => operator.startsWith(scan)));
      expect(wrong.filter((scan) => !EXCUSED[name]?.includes(scan))).toEqual([]);
    },
  );

  it.skipIf(!services).each(queries.map((text, i) => [i + 1, text] as const))(
    'query %d of docs/graph.md gives rows',
    async (_, text) => {
      const { records } = await driver.executeQuery(text);
      expect(records.length).toBeGreaterThan(0);
    },
  );
});

function operatorsOf(plan: Plan): string[] {
  return [plan.operatorType, ...plan.children.flatMap(operatorsOf)];
}

function sampleOf(parameter: string): unknown {
  if (parameter === 'rows')
    return [
      {
        id: 'x',
        properties: {},
        siteId: 'x',
        material: 'm',
        confidence: 1,
        by: 'name',
        output: true,
        demand: 'd',
        key: 'k',
        packed: '',
        matches: [['x']],
      },
    ];
  if (['ids', 'keys', 'outputs', 'words', 'states'].includes(parameter)) return ['x'];
  if (['limit', 'generation'].includes(parameter)) return neo4j.int(1);
  return parameter === 'properties' ? {} : 'x';
}
