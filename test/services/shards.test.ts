import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { JobRecord, Symbion } from '../../src/app/symbion.ts';
import { compose } from '../../src/compose.ts';
import { emptyDatabase, tryServices } from './shared.ts';

const { services, reason } = await tryServices();
const FLOWS = 3000;
const SHARD = '150';

/** Ash and cement works in forty towns from Murmansk to the Urals, some of unknown place. */
function regionFiles() {
  const companies = ['id,name,country,lat,lon,nace'];
  const flows = ['id,company_id,direction,description,quantity,unit'];
  for (let i = 0; i < FLOWS / 2; i++) {
    const town = i % 40;
    const place =
      i % 50 === 49 ? ',' : `${55 + (town % 8) + (i % 37) / 50},${30 + Math.floor(town / 8) * 6 + i / 6000}`;
    companies.push(`C${i},Works ${i},RU,${place},${i % 2 ? '35.11' : '23.51'}`);
    flows.push(
      `O${i},C${i},output,${i % 3 ? 'dry fly ash from coal' : 'blast furnace slag'},${1000 + i},t`,
      `D${i},C${i},input,${i % 5 ? 'fly ash for cement' : 'filler for asphalt'},${500 + i},t`,
    );
  }
  const file = (name: string, rows: string[]) => ({ name, open: () => Readable.from([Buffer.from(rows.join('\n'))]) });
  return { companies: file('companies.csv', companies), flows: file('flows.csv', flows) };
}

async function everything(symbion: Symbion): Promise<string> {
  const rows: unknown[] = [];
  for (let after: string | undefined; ; ) {
    const page = await symbion.findMatches({}, 1000, after);
    rows.push(...page.rows);
    after = page.next;
    if (after === undefined) break;
  }
  return JSON.stringify([{ ...(await symbion.findRun())!, createdAt: '' }, rows, await symbion.picture()]);
}

describe.skipIf(!services)(`[services] a run in shards${reason && ` (${reason})`}`, () => {
  let symbion: Symbion;
  let embedded: Symbion;
  let dir: string;
  const workers: ChildProcess[] = [];
  const startWorker = () => {
    const env = {
      ...process.env,
      ...services!.env,
      SYMBION_DATA: dir,
      SYMBION_SHARD_SIZE: SHARD,
      SYMBION_THREADS: '1',
    };
    const worker = spawn(process.execPath, ['src/main.ts', 'worker'], { env, stdio: 'ignore' });
    workers.push(worker);
    return worker;
  };
  const until = async (id: string, wanted: (job: JobRecord) => boolean): Promise<JobRecord> => {
    for await (const { job } of symbion.watchJob(id)) if (wanted(job)) return job;
    return symbion.getJob(id);
  };
  /** Some parts are done, some are not. */
  const isHalfway = ({ progress }: JobRecord) =>
    progress?.what === 'match' && progress.done >= 3 && progress.done < progress.total;
  /** The same run on the embedded house, in one piece. */
  const whole = async (settings: { asOf: string; top: number }) => {
    const id = await embedded.startRun(settings);
    for await (const { job } of embedded.watchJob(id)) if (job.state === 'failed') throw new Error(job.reason);
    return everything(embedded);
  };

  beforeAll(async () => {
    const { env } = services!;
    await emptyDatabase({ uri: env.NEO4J_URI, user: env.NEO4J_USER, password: env.NEO4J_PASSWORD });
    dir = mkdtempSync(path.join(os.tmpdir(), 'symbion-shards-'));
    symbion = await compose({ ...env, SYMBION_DATA: dir, SYMBION_SHARD_SIZE: SHARD }).open();
    embedded = await compose({ SYMBION_DATA: dir }).open();
    await symbion.importFiles(regionFiles());
    await embedded.importFiles(regionFiles());
  });
  afterEach(async () => {
    const alive = workers.splice(0).filter((worker) => worker.exitCode === null && worker.signalCode === null);
    for (const worker of alive) {
      const ended = once(worker, 'exit');
      worker.kill('SIGTERM');
      await ended;
    }
  });
  afterAll(async () => {
    await symbion?.close();
    await embedded?.close();
    await services?.stop();
    if (dir) rmSync(dir, { recursive: true });
  });

  it('two worker processes share the shards; the run has the bytes of the embedded house in one piece', async () => {
    startWorker();
    startWorker();
    const id = await symbion.startRun({ asOf: '2026-02-01', top: 5 });
    let told = 0;
    const job = await until(id, ({ state, progress }) => {
      if (progress?.what === 'match') told = Math.max(told, progress.done);
      return state === 'done' || state === 'failed';
    });
    expect([job.state, job.reason, job.attempts]).toEqual(['done', undefined, 1]);
    expect(told).toBeGreaterThan(10);
    expect(await everything(symbion)).toBe(await whole({ asOf: '2026-02-01', top: 5 }));
  });

  it('a worker killed -9 in mid-shard: another takes its shard over, the run is whole and the same', async () => {
    const first = startWorker();
    const id = await symbion.startRun({ asOf: '2026-02-02', top: 5 });
    await until(id, isHalfway);
    first.kill('SIGKILL');
    await once(first, 'exit');
    expect((await symbion.getJob(id)).state).toBe('active');
    startWorker();
    expect((await until(id, ({ state }) => state === 'done' || state === 'failed')).state).toBe('done');
    expect(await everything(symbion)).toBe(await whole({ asOf: '2026-02-02', top: 5 }));
  });

  it('cancelled half way: no run is published, no shard goes on; retried, it goes on from what is done', async () => {
    startWorker();
    const before = (await symbion.findRun())!.id;
    const id = await symbion.startRun({ asOf: '2026-02-03', top: 5 });
    await until(id, isHalfway);
    await symbion.cancelJob(id);
    expect((await until(id, ({ state }) => state === 'cancelled')).state).toBe('cancelled');
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect((await symbion.getJob(id)).state).toBe('cancelled');
    expect((await symbion.findRun())!.id).toBe(before);
    const { jobs } = await symbion.health();
    expect([jobs.waiting, jobs.active]).toEqual([0, 0]);
    await symbion.retryJob(id);
    expect((await until(id, ({ state }) => state === 'done' || state === 'failed')).state).toBe('done');
    expect(await everything(symbion)).toBe(await whole({ asOf: '2026-02-03', top: 5 }));
  });

  it('Redis lost its data half way: the run is computed all the same', async () => {
    startWorker();
    const id = await symbion.startRun({ asOf: '2026-02-04', top: 5 });
    await until(id, isHalfway);
    await services!.redis!.restart({ loseData: true });
    expect((await until(id, ({ state }) => state === 'done' || state === 'failed')).state).toBe('done');
    expect(await everything(symbion)).toBe(await whole({ asOf: '2026-02-04', top: 5 }));
  });

  it('the data changed half way: the run that is published is of the data as they are', async () => {
    const first = startWorker();
    const id = await symbion.startRun({ asOf: '2026-02-05', top: 5 });
    await until(id, isHalfway);
    // with the only process that still has the old data
    first.kill('SIGKILL');
    startWorker();
    for (const house of [symbion, embedded]) await house.retireFlow('O1');
    const job = await until(id, ({ state }) => state === 'done' || state === 'failed');
    expect([job.state, job.reason]).toEqual(['done', undefined]);
    expect(await everything(symbion)).toBe(await whole({ asOf: '2026-02-05', top: 5 }));
  });
});
