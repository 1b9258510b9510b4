import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { JobRecord, Symbion } from '../../src/app/symbion.ts';
import { compose } from '../../src/compose.ts';
import { proxyTo, type ServerProxy } from './local/proxy.ts';
import { emptyDatabase, tryServices } from './shared.ts';

const { services, reason } = await tryServices();
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe.skipIf(!services)(`[services] API and workers as processes${reason && ` (${reason})`}`, () => {
  let env: NodeJS.ProcessEnv;
  let symbion: Symbion;
  let dir: string;
  let date = 1;
  /** Another computation each time. */
  const settings = () => ({ asOf: `2026-02-${String(date++).padStart(2, '0')}` });
  const children: ChildProcess[] = [];
  const start = (args: string[], more: NodeJS.ProcessEnv = {}) => {
    const child = spawn(process.execPath, ['src/main.ts', ...args], {
      env: { ...process.env, ...env, ...more },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    return child;
  };
  const startWorker = (more: NodeJS.ProcessEnv = {}) => {
    const worker = start(['worker'], more);
    worker.stdout!.resume();
    return worker;
  };
  const startApi = async (more: NodeJS.ProcessEnv = {}) => {
    const api = start(['serve', '--port', '0'], more);
    for (let said = ''; ; ) {
      const [text] = (await once(api.stdout!, 'data')) as [Buffer];
      said += text;
      const url = /http:\S+?(?=\/\s)/.exec(said)?.[0];
      if (url) return url;
    }
  };
  const until = async (id: string, wanted: (job: JobRecord) => boolean): Promise<JobRecord> => {
    for await (const { job } of symbion.watchJob(id)) if (wanted(job)) return job;
    return symbion.getJob(id);
  };
  const isDone = ({ state }: JobRecord) => state === 'done';
  const untilReady = async (api: string, status: number) => {
    for (let left = 300; (await fetch(`${api}/health/ready`)).status !== status; left--) {
      if (left === 0) throw new Error(`health/ready was never ${status}`);
      await sleep(100);
    }
  };

  const untilIdle = async () => {
    for (;;) {
      const { waiting, active } = (await symbion.health()).jobs;
      if (waiting + active === 0) return;
      await sleep(200);
    }
  };

  beforeAll(async () => {
    const address = services!.env;
    env = { ...address, SYMBION_REDIS_PREFIX: `processes-${process.pid}` };
    await emptyDatabase({ uri: address.NEO4J_URI, user: address.NEO4J_USER, password: address.NEO4J_PASSWORD });
    dir = mkdtempSync(path.join(os.tmpdir(), 'symbion-processes-'));
    env.SYMBION_DATA = dir;
    symbion = await compose(env).open();
    const file = (name: string) => ({ name, open: () => createReadStream(`fixtures/demo/${name}`) });
    await symbion.importFiles({ companies: file('companies.csv'), flows: file('flows.csv') });
  });
  beforeEach(() => void children.splice(0));
  afterEach(async () => {
    const alive = children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
    const ended = alive.map((child) => once(child, 'exit'));
    for (const child of alive) child.kill('SIGKILL');
    await Promise.all(ended);
  });
  afterAll(async () => {
    await symbion?.close();
    await services?.stop();
    if (dir) rmSync(dir, { recursive: true });
  });

  it('two workers and eight who hand in the same work at once: it is done once', async () => {
    startWorker();
    startWorker();
    const same = settings();
    const ids = new Set(await Promise.all(Array.from({ length: 8 }, () => symbion.startRun(same))));
    expect(ids.size).toBe(1);
    const job = await until([...ids][0]!, isDone);
    expect([job.state, job.attempts]).toEqual(['done', 1]);
    const runs = (await symbion.listRuns(100)).filter((run) => run.settings.asOf === same.asOf);
    expect(runs).toHaveLength(1);
  });

  it('SIGTERM ends a worker in time; what it had not done is handed back and done by another', async () => {
    const first = startWorker();
    const ids = [];
    for (let n = 0; n < 4; n++) ids.push(await symbion.startRun(settings()));
    await until(ids[0]!, ({ state }) => state !== 'waiting');
    const ended = once(first, 'exit');
    first.kill('SIGTERM');
    expect((await ended)[0]).toBe(0);
    for (const id of ids) expect(['waiting', 'done']).toContain((await symbion.getJob(id)).state);
    startWorker();
    for (const id of ids) expect((await until(id, isDone)).state).toBe('done');
  });

  it('health/ready proves that jobs are consumed: 503 without a worker and with one that hangs, 200 with one that works', async () => {
    const api = await startApi();
    await untilReady(api, 503);
    const worker = startWorker();
    await untilReady(api, 200);
    worker.kill('SIGSTOP');
    await untilReady(api, 503);
    const answer = await fetch(`${api}/health/ready`);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(((await answer.json()) as { problems: { en: string }[] }).problems.map(({ en }) => en)).toEqual([
      'No worker takes jobs: start symbion worker.',
    ]);
    worker.kill('SIGCONT');
    await untilReady(api, 200);
  });

  describe('both servers slow', () => {
    let neo4j: ServerProxy;
    let redis: ServerProxy;
    let slow: NodeJS.ProcessEnv;
    beforeEach(async () => {
      neo4j = await proxyTo(Number(new URL(env.NEO4J_URI!).port), { delayMs: 60 });
      redis = await proxyTo(Number(new URL(env.REDIS_URL!).port), { delayMs: 60 });
      const slowRedis = new URL(env.REDIS_URL!);
      slowRedis.port = String(redis.port);
      slow = { NEO4J_URI: `bolt://127.0.0.1:${neo4j.port}`, REDIS_URL: slowRedis.href };
    });
    afterEach(() => {
      neo4j.close();
      redis.close();
    });
    const handIn = (api: string) =>
      fetch(`${api}/api/v1/runs`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ settings: settings() }),
      });

    it('API and worker do all the same what is asked of them', async () => {
      const api = await startApi(slow);
      startWorker(slow);
      const handedIn = await handIn(api);
      expect(handedIn.status).toBe(202);
      const job = await until(((await handedIn.json()) as { job: string }).job, isDone);
      expect([job.state, job.attempts]).toEqual(['done', 1]);
      const { rows } = (await (await fetch(`${api}/api/v1/matches?limit=5`)).json()) as { rows: unknown[] };
      expect(rows).toHaveLength(5);
    });

    it('so slow that nothing comes: the API says 503 in time; afterwards what was acknowledged is done', async () => {
      const api = await startApi(slow);
      const { job } = (await (await handIn(api)).json()) as { job: string };
      neo4j.hold();
      redis.hold();
      // each answers though nothing is let through before all have
      const answers = await Promise.all([
        fetch(`${api}/api/v1/companies`),
        handIn(api),
        fetch(`${api}/api/v1/jobs/${job}`),
        fetch(`${api}/health/ready`),
      ]);
      expect(answers.map(({ status, headers }) => [status, headers.get('retry-after')])).toEqual(
        Array.from({ length: 4 }, () => [503, '5']),
      );
      expect((await fetch(`${api}/health/live`)).status).toBe(200);
      neo4j.release();
      redis.release();
      startWorker(slow);
      expect((await until(job, isDone)).state).toBe('done');
      await untilReady(api, 200);
      expect((await fetch(`${api}/api/v1/companies`)).status).toBe(200);
      // also what was answered by 503 may have come through: it is not stuck
      await untilIdle();
    });
  });

  it('the API tells the progress of a job that a worker computes, to its end', async () => {
    const api = await startApi();
    const id = await symbion.startRun(settings());
    const events = fetch(`${api}/api/v1/jobs/${id}/events`).then((answer) => answer.text());
    await sleep(500);
    startWorker();
    const told = (await events)
      .split('\n')
      .filter((line) => line.startsWith('data: '))
      .map((line) => JSON.parse(line.slice(6)) as JobRecord);
    expect([...new Set(told.map(({ state }) => state))]).toEqual(['waiting', 'active', 'done']);
    expect(told.filter(({ state, progress }) => state === 'active' && progress).length).toBeGreaterThan(0);
  });

  it('a failed job keeps its reason; run again from the API and by the command it is done once the cause is mended', async () => {
    const api = await startApi();
    const ash = await symbion.getFlow('O001');
    const asPut = {
      id: ash.id,
      companyId: ash.companyId,
      direction: ash.direction,
      description: ash.description,
      unit: 't',
    };
    await symbion.putFlow({ ...asPut, quantity: 60_000 });
    const worker = startWorker();
    await until(await symbion.startRun(settings()), isDone);
    worker.kill('SIGTERM');
    await once(worker, 'exit');
    const { job: id } = await symbion.startClusters({});
    await symbion.putFlow({ ...asPut, quantity: 61_000 });
    startWorker();
    const hasFailed = (attempts: number) => (job: JobRecord) => job.state === 'failed' && job.attempts === attempts;
    expect((await until(id, hasFailed(1))).reason).toContain('The data have changed since the run');
    const retry = await fetch(`${api}/api/v1/jobs/${id}/retry`, { method: 'POST' });
    expect(retry.status).toBe(202);
    expect((await until(id, hasFailed(2))).reason).toContain('The data have changed since the run');
    const shown = (await (await fetch(`${api}/api/v1/jobs/${id}`)).json()) as JobRecord;
    expect([shown.state, shown.reason]).toEqual(['failed', expect.stringContaining('compute a run anew')]);
    await symbion.putFlow({ ...asPut, quantity: 60_000 });
    const command = start(['jobs', 'retry', id]);
    expect((await once(command, 'exit'))[0]).toBe(0);
    expect(await symbion.getJob(id)).toMatchObject({ state: 'done', attempts: 3 });
    expect((await fetch(`${api}/api/v1/jobs/${id}/retry`, { method: 'POST' })).status).toBe(409);
  });

  it('six commands import at once, each over the rows of the others, while two workers write runs: all end well, all is there', async () => {
    startWorker();
    startWorker();
    const ROWS = 200;
    const rows = Array.from({ length: ROWS }, (_, n) => n);
    const importing = Array.from({ length: 6 }, (_, k) => {
      const mine = k % 2 ? rows.toReversed() : rows;
      const companies = mine.map((n) => `P${n},Works ${n} of ${k},RU`);
      const shared = mine.map((n) => `PS${n},P${n},output,dry fly ash from coal,${1000 + k},t`);
      const own = mine.map((n) => `P${k}-${n},P${n},input,fly ash for cement,${500 + n},t`);
      const of = (name: string) => path.join(dir, `${k}-${name}.csv`);
      writeFileSync(of('companies'), ['id,name,country', ...companies].join('\n'));
      writeFileSync(of('flows'), ['id,company_id,direction,description,quantity,unit', ...shared, ...own].join('\n'));
      return start(['import', '--companies', of('companies'), '--flows', of('flows')]);
    });
    const ids = [await symbion.startRun(settings()), await symbion.startRun(settings())];
    const ended = await Promise.all(importing.map(async (command) => (await once(command, 'exit'))[0]));
    expect(ended).toEqual([0, 0, 0, 0, 0, 0]);
    for (const id of ids) expect((await until(id, isDone)).state).toBe('done');
    const known = await symbion.findFlows({ text: 'fly ash', ids: rows.map((n) => `PS${n}`) }, 1000);
    expect(known.rows).toHaveLength(ROWS);
    // every shared row is as one of the six told it, company and flow, not of two
    expect(new Set(known.rows.map(({ quantityPerYear }) => quantityPerYear)).size).toBe(1);
    const own = importing.flatMap((_, k) => rows.map((n) => `P${k}-${n}`));
    expect((await symbion.findFlows({ ids: own }, 10_000)).rows).toHaveLength(6 * ROWS);
    const run = (await symbion.findRun())!;
    const seen = new Set<string>();
    for (let after: string | undefined; ; ) {
      const page = await symbion.findMatches({}, 1000, after);
      for (const { output, demand } of page.rows) seen.add(`${output} ${demand}`);
      after = page.next;
      if (after === undefined) break;
    }
    expect(seen.size).toBe(run.counts.matches + run.counts.blocked);
    await untilIdle();
  });

  it('a worker tells Prometheus of jobs, store and engine', async () => {
    const port = 20_000 + (process.pid % 20_000);
    startWorker({ SYMBION_METRICS_PORT: String(port) });
    await until(await symbion.startRun(settings()), isDone);
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(text).toMatch(/symbion_job_seconds_count\{kind="match-region",state="done"\} [1-9]/);
    expect(text).toMatch(/symbion_store_seconds_count\{method="getJob",outcome="ok"\} [1-9]/);
    expect(text).toMatch(/symbion_engine_pairs_total [1-9]/);
  });

  it('API and worker write lines with request and job ids', async () => {
    const lines = (child: ChildProcess) => {
      let text = '';
      child.stdout!.on('data', (part) => {
        text += part;
      });
      return () =>
        text
          .split('\n')
          .filter((line) => line.startsWith('{'))
          .map((line) => JSON.parse(line) as Record<string, unknown>);
    };
    const [api, worker] = [
      start(['serve', '--port', '0'], { SYMBION_LOG: 'info' }),
      start(['worker'], { SYMBION_LOG: 'info' }),
    ];
    const [told, worked] = [lines(api), lines(worker)];
    let said = '';
    api.stdout!.on('data', (part) => {
      said += part;
    });
    while (!/http:\S+\/\s/.test(said)) await sleep(100);
    const url = /http:\S+?(?=\/\s)/.exec(said)![0];
    const answer = await fetch(`${url}/api/v1/runs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ settings: settings() }),
    });
    const { job } = (await answer.json()) as { job: string };
    await until(job, isDone);
    await sleep(500);
    expect(told().find(({ jobId }) => jobId === job)).toMatchObject({ operation: 'startRun', status: 202 });
    expect(told().find(({ jobId }) => jobId === job)!.requestId).toMatch(/\S{8}/);
    expect(
      worked()
        .filter(({ jobId }) => jobId === job)
        .map(({ state }) => state),
    ).toEqual(['active', 'done']);
  });

  it('Bull Board is off; asked for, it shows the queue on this machine only, to look at', async () => {
    const port = 20_001 + (process.pid % 20_000);
    const child = start(['serve', '--port', '0'], { SYMBION_BULL_BOARD: 'on', SYMBION_BULL_BOARD_PORT: String(port) });
    child.stdout!.resume();
    const board = async (path: string) => fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined);
    while (!(await board('/'))) await sleep(100);
    const { queues } = (await (await board('/api/queues'))!.json()) as {
      queues: { name: string; readOnlyMode: boolean }[];
    };
    expect(queues).toMatchObject([{ name: 'jobs', readOnlyMode: true }]);
  });
});
