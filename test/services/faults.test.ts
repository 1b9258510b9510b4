import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { JobRecord, Symbion } from '../../src/app/symbion.ts';
import { compose } from '../../src/compose.ts';
import { SymbionError } from '../../src/domain/index.ts';
import { emptyDatabase, tryServices } from './shared.ts';

const { services, reason } = await tryServices();
const FLOWS = 4000;

/** A region that takes some seconds to match and to write: ash and cement works around one town. */
function regionFiles() {
  const companies = ['id,name,country,lat,lon,nace'];
  const flows = ['id,company_id,direction,description,quantity,unit'];
  for (let i = 0; i < FLOWS / 2; i++) {
    companies.push(
      `C${i},Works ${i},RU,${59 + (i % 40) / 50},${30 + Math.floor(i / 40) / 50},${i % 2 ? '35.11' : '23.51'}`,
    );
    flows.push(
      `O${i},C${i},output,dry fly ash from coal,${1000 + i},t`,
      `D${i},C${i},input,fly ash for cement,${500 + i},t`,
    );
  }
  const file = (name: string, rows: string[]) => ({ name, open: () => Readable.from([Buffer.from(rows.join('\n'))]) });
  return { companies: file('companies.csv', companies), flows: file('flows.csv', flows) };
}

async function stopWorker(worker: ChildProcess): Promise<void> {
  const ended = once(worker, 'exit');
  worker.kill('SIGTERM');
  await ended;
}

describe.skipIf(!services)(`[services] faults${reason && ` (${reason})`}`, () => {
  let symbion: Symbion;
  let dir: string;
  const workers: ChildProcess[] = [];
  const startWorker = () => {
    const env = { ...process.env, ...services!.env, SYMBION_DATA: dir };
    const worker = spawn(process.execPath, ['src/main.ts', 'worker'], { env, stdio: 'ignore' });
    workers.push(worker);
    return worker;
  };
  const startApi = async () => {
    const env = { ...process.env, ...services!.env, SYMBION_DATA: dir };
    const api = spawn(process.execPath, ['src/main.ts', 'serve', '--port', '0'], {
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    workers.push(api);
    for (let said = ''; ; ) {
      const [text] = (await once(api.stdout, 'data')) as [Buffer];
      said += text;
      const url = /http:\S+?(?=\/\s)/.exec(said)?.[0];
      if (url) return url;
    }
  };
  const until = async (id: string, wanted: (job: JobRecord) => boolean): Promise<JobRecord> => {
    for await (const { job } of symbion.watchJob(id)) if (wanted(job)) return job;
    return symbion.getJob(id);
  };
  const isWhole = async () => {
    const run = (await symbion.findRun())!;
    const ids = new Set<string>();
    for (let after: string | undefined; ; ) {
      const page = await symbion.findMatches({}, 1000, after);
      for (const { output, demand } of page.rows) ids.add(`${output} ${demand}`);
      after = page.next;
      if (after === undefined) break;
    }
    return run.counts.matches > 1000 && ids.size === run.counts.matches + run.counts.blocked;
  };

  beforeAll(async () => {
    const { env } = services!;
    await emptyDatabase({ uri: env.NEO4J_URI, user: env.NEO4J_USER, password: env.NEO4J_PASSWORD });
    dir = mkdtempSync(path.join(os.tmpdir(), 'symbion-faults-'));
    symbion = await compose({ ...env, SYMBION_DATA: dir }).open();
    await symbion.importFiles(regionFiles());
  });
  afterEach(async () => {
    const alive = workers.splice(0).filter((worker) => worker.exitCode === null && worker.signalCode === null);
    await Promise.all(alive.map(stopWorker));
  });
  afterAll(async () => {
    await symbion?.close();
    await services?.stop();
    if (dir) rmSync(dir, { recursive: true });
  });

  it('a worker killed -9 in mid-job: another takes the job over, the run is whole', async () => {
    const first = startWorker();
    const id = await symbion.startRun({ asOf: '2026-01-01' });
    await until(id, (job) => job.state === 'active');
    first.kill('SIGKILL');
    await once(first, 'exit');
    expect((await symbion.getJob(id)).state).toBe('active');
    startWorker();
    const job = await until(id, ({ state }) => state === 'done');
    expect([job.state, job.attempts]).toEqual(['done', 2]);
    expect(await isWhole()).toBe(true);
  });

  it('Redis lost its data: what was accepted is queued again from the journal and done', async () => {
    const id = await symbion.startRun({ asOf: '2026-01-02' });
    expect((await symbion.getJob(id)).state).toBe('waiting');
    await services!.redis!.restart({ loseData: true });
    startWorker();
    expect((await until(id, ({ state }) => state === 'done')).state).toBe('done');
    expect(await isWhole()).toBe(true);
  });

  it('Redis away for 15 s in mid-work: the API answers all the while, what is handed in is kept, both jobs are done', async () => {
    const api = await startApi();
    startWorker();
    const id = await symbion.startRun({ asOf: '2026-01-03' });
    await until(id, (job) => job.state === 'active');
    const back = services!.redis!.restart({ pauseMs: 15_000 });
    await new Promise((resolve) => setTimeout(resolve, 2000));
    const asked = performance.now();
    const ready = await fetch(`${api}/health/ready`);
    expect([ready.status, ready.headers.get('retry-after')]).toEqual([503, '5']);
    expect(((await ready.json()) as { problems: { en: string }[] }).problems.map(({ en }) => en)).toEqual([
      'Redis cannot be reached now.',
    ]);
    const handedIn = await fetch(`${api}/api/v1/runs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"settings":{"asOf":"2026-01-04"}}',
    });
    expect(handedIn.status).toBe(202);
    const { job: next } = (await handedIn.json()) as { job: string };
    expect((await fetch(`${api}/api/v1/jobs/${next}`)).status).toBe(200);
    expect((await fetch(`${api}/api/v1/matches?limit=1`)).status).toBe(200);
    // Redis is still away, and none of these waited for it
    expect(performance.now() - asked).toBeLessThan(12_000);
    await back;
    for (const job of [id, next]) expect((await until(job, ({ state }) => state === 'done')).state).toBe('done');
    expect(await isWhole()).toBe(true);
  });

  it('Neo4j away for 20 s in mid-work: API and callers are told so in time, the job goes on, what was acknowledged is there', async () => {
    const api = await startApi();
    startWorker();
    const id = await symbion.startRun({ asOf: '2026-01-05' });
    await until(id, (job) => job.state === 'active');
    const back = services!.neo4j!.restart({ pauseMs: 20_000 });
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const asked = performance.now();
    const [error, answer] = await Promise.all([
      symbion.findCompanies({}, 1).catch((e: unknown) => e),
      fetch(`${api}/api/v1/companies`),
    ]);
    expect(error).toBeInstanceOf(SymbionError);
    expect(error).toMatchObject({ kind: 'unavailable', retryAfter: 5 });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
    // neither hung until Neo4j was back
    expect(performance.now() - asked).toBeLessThan(30_000);
    await back;
    expect((await symbion.findFlows({ ids: ['O7', 'D7'] }, 5)).rows).toHaveLength(2);
    let job = await symbion.getJob(id);
    while (job.state === 'waiting' || job.state === 'active') {
      await new Promise((resolve) => setTimeout(resolve, 500));
      job = await symbion.getJob(id);
    }
    expect([job.state, job.reason]).toEqual(['done', undefined]);
    expect(await isWhole()).toBe(true);
    expect((await fetch(`${api}/api/v1/companies`)).status).toBe(200);
  });
});
