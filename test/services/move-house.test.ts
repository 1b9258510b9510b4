import { spawnSync } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Moved, moveHouse } from '../../src/app/move-house.ts';
import { compose } from '../../src/compose.ts';
import { openEmbeddedStore } from '../../src/store/embedded/index.ts';
import type { MovableStore } from '../../src/store/moving.ts';
import { openNeo4jStore } from '../../src/store/neo4j/index.ts';
import { company, exchange, job, match, run, site } from '../contract/samples.ts';
import { emptyDatabase, tryServices } from './shared.ts';

const { services, reason } = await tryServices();

describe.skipIf(!services)(`[services] moving house${reason && ` (${reason})`}`, () => {
  let runs = 0;
  let dir: string;
  let address: { uri: string; user: string; password: string };
  const file = () => path.join(dir, 'old/symbion.db');
  const copy = (from: string, to: string, env: NodeJS.ProcessEnv = {}) =>
    spawnSync(process.execPath, ['src/main.ts', 'copy', '--from', from, '--to', to, '--json'], {
      encoding: 'utf8',
      env: {
        ...process.env,
        NEO4J_URI: '',
        REDIS_URL: '',
        NEO4J_USER: address.user,
        NEO4J_PASSWORD: address.password,
        ...env,
      },
    });
  const counts = (lines: string) =>
    Object.fromEntries(
      lines
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Moved)
        .map((m) => [m.kind, m.count]),
    );

  beforeAll(async () => {
    dir = mkdtempSync(path.join(os.tmpdir(), 'symbion-move-'));
    const { env } = services!;
    address = { uri: env.NEO4J_URI, user: env.NEO4J_USER, password: env.NEO4J_PASSWORD };
    await emptyDatabase(address);
    const symbion = await compose({ SYMBION_DATA: path.join(dir, 'old') }).open();
    const demo = (name: string) => ({ name, open: () => createReadStream(`fixtures/demo/${name}`) });
    await symbion.importFiles({ companies: demo('companies.csv'), flows: demo('flows.csv') });
    for (const asOf of ['2026-01-01', '2026-11-01'])
      for await (const _ of symbion.watchJob(await symbion.startRun({ asOf })));
    // what is retired, and versions above 1, move too
    const flow = await symbion.getFlow('O001');
    await symbion.putFlow(
      { id: flow.id, companyId: flow.companyId, direction: 'output', description: 'зола', quantity: 9, unit: 't' },
      flow.version,
    );
    await symbion.retireFlow('O002');
    await symbion.retireCompany('S09');
    await symbion.putExchange({ id: 'e1', output: 'O003', demand: 'N001', state: 'idea', version: 0 }, 0);
    await symbion.close();
    const store = openEmbeddedStore(file());
    runs = (await store.listRuns(99)).length;
    await store.close();
    // one run a date, and those that followed what was changed
    expect(runs).toBeGreaterThanOrEqual(2);
  });
  afterAll(async () => {
    await services?.stop();
    rmSync(dir, { recursive: true });
  });

  it('everything goes from the file to Neo4j and back, with versions, retired rows and old runs', async () => {
    const there = copy(`sqlite:${dir}/old`, address.uri);
    expect(there.stderr).toContain('counts and hashes are equal');
    expect(counts(there.stdout)).toMatchObject({ company: 67, flow: 181, exchange: 1, run: runs, job: 2 });
    const back = copy(address.uri, `sqlite:${dir}/back`);
    expect(back.stdout.replaceAll('"found":0,', '')).toBe(there.stdout.replaceAll('"found":0,', ''));

    const [old, fresh] = [openEmbeddedStore(file()), openEmbeddedStore(path.join(dir, 'back/symbion.db'))];
    const graph = await openNeo4jStore(address);
    const told = async (store: typeof old | typeof graph) => {
      const { id } = (await store.findRun())!;
      const found = await store.findMatches(id, { region: 'RU-KGN', sort: 'money' }, 50);
      return JSON.stringify([
        await store.loadSnapshot(),
        (await store.findFlows({ ids: ['O001'] }, 1)).rows[0]?.version,
        (await store.findFlows({ ids: ['O002'] }, 1)).rows.length,
        found.rows,
        (await store.listRuns(9)).map((one) => one.id),
        await store.findJobs(),
      ]);
    };
    try {
      expect(await told(graph)).toBe(await told(old));
      expect(await told(fresh)).toBe(await told(old));
    } finally {
      for (const store of [old, fresh, graph]) await store.close();
    }
  });

  it('copying again finds all of it there; a company that the old house has not refuses the copy and nothing is written', async () => {
    expect(copy(`sqlite:${dir}/old`, address.uri).status).toBe(0);
    const graph = await openNeo4jStore(address);
    await graph.apply({ companies: [company('stranger')], sites: [site('stranger')] });
    const before = await graph.snapshotHash();
    const refused = copy(`sqlite:${dir}/old`, address.uri);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('The new house is not empty: it has the company "stranger"');
    expect(await graph.snapshotHash()).toBe(before);
    await graph.close();
  });

  it('interrupted anywhere, it goes on where it stopped', async () => {
    await emptyDatabase(address);
    const from = openEmbeddedStore(file());
    for (let n = 0; n < 60; n++) await from.putResult('r', 'plan', `k${n}`, { n });
    const to = await openNeo4jStore(address);
    try {
      for (const at of ['site', 'result', 'run']) {
        const stop = new AbortController();
        const reached = (what: string) => what === at && stop.abort(new Error(at));
        const stopping: MovableStore = {
          ...to,
          restore: (kind, things) => to.restore(kind, things).finally(() => reached(kind)),
          restoreRun(...args) {
            reached('run');
            return to.restoreRun(...args);
          },
        };
        await expect(moveHouse(from, stopping, { signal: stop.signal })).rejects.toThrow(at);
      }
      const moved = await moveHouse(from, to);
      expect(moved.find(({ kind }) => kind === 'flow')).toMatchObject({ count: 181, found: 181 });
      expect(moved.find(({ kind }) => kind === 'run')).toMatchObject({ count: runs });
    } finally {
      await from.close();
      await to.close();
    }
  });

  it('tells in plain words: wrong password, no such file, another kind of address', () => {
    const wrong = copy(`sqlite:${dir}/old`, address.uri, { NEO4J_PASSWORD: 'wrong-password' });
    expect([wrong.status, wrong.stderr.trim()]).toEqual([3, 'Neo4j does not accept the user name or password.']);
    const none = copy(`sqlite:${dir}/nowhere`, address.uri);
    expect([none.status, none.stderr.trim()]).toEqual([2, `There is no file ${dir}/nowhere/symbion.db.`]);
    expect(copy('mysql://x', address.uri).stderr).toContain('wanted sqlite:FOLDER, neo4j://HOST or bolt://HOST');
  });

  it('what both houses keep of matches no region tells apart: unknown regions, inferred flows, blocked pairs', async () => {
    await emptyDatabase(address);
    const from = openEmbeddedStore(path.join(dir, 'odd.db'));
    const to = await openNeo4jStore(address);
    try {
      await from.apply({ companies: [company('A')], sites: [site('A', { region: 'R-Ö' })] });
      const odd = match('o', 'd😀', { outputCompany: 'A', demandCompany: 'gone', regime: 'blocked', inferred: true });
      await from.publishRun(run('odd'), [odd, match('o', 'd2', { demandCompany: 'A' })]);
      await from.putJob(job('j'));
      const idea = await from.putExchange(exchange('e'), 0);
      await from.putExchange({ ...idea, state: 'talks' }, 1);
      const moved = await moveHouse(from, to);
      expect(moved.map(({ kind, count }) => `${count} ${kind}`).join(', ')).toBe(
        '1 company, 1 site, 0 flow, 1 exchange, 2 event, 0 result, 1 run, 2 match, 1 job',
      );
      expect(await to.exchangeHistory('e')).toEqual(await from.exchangeHistory('e'));
      expect((await to.findMatches('odd', { region: 'R-Ö' }, 9)).rows).toEqual(
        (await from.findMatches('odd', { region: 'R-Ö' }, 9)).rows,
      );
    } finally {
      await from.close();
      await to.close();
    }
  });
});
