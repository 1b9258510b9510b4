import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawCountry, snapshotOf } from '../../bench/engine/country.ts';
import type { Apart } from '../../src/app/answers/apart.ts';
import { jobHandlers } from '../../src/app/index.ts';
import { beginParts, findPart, hasPart, keepPart } from '../../src/app/run/shard-parts.ts';
import { DEFAULT_SETTINGS, type Match, type Settings } from '../../src/domain/index.ts';
import { createInlineJobs } from '../../src/jobs/inline/index.ts';
import type { JobHandler, Jobs } from '../../src/jobs/port.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { openEmbeddedStore } from '../../src/store/embedded/index.ts';
import type { JobRecord, Store } from '../../src/store/port.ts';
import { computeLists, fillColumns } from '../../workers/engine-pool.ts';
import { runTask } from '../../workers/task-pool.ts';

const knowledge = loadKnowledge();
const SETTINGS: Settings = { ...DEFAULT_SETTINGS, asOf: '2026-11-01', blocked: true, infer: false };
const country = snapshotOf(drawCountry(400, knowledge));

describe('a run in shards', () => {
  let folder: string;
  let store: Store;
  let jobs: Jobs | undefined;
  beforeEach(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'symbion-shards-'));
    store = openEmbeddedStore(path.join(folder, 'symbion.db'));
    await store.apply(country);
  });
  afterEach(async () => {
    await jobs?.close();
    await store.close();
    rmSync(folder, { recursive: true });
  });
  const parts = () => ({
    store,
    knowledge,
    computeLists,
    searchColumns: fillColumns,
    apart: runTask as Apart,
    now: () => new Date(),
  });
  const start = (shardSize: number | undefined, more: Record<string, (inner: JobHandler) => JobHandler> = {}) => {
    const handlers = { ...jobHandlers({ ...parts(), shardSize }) };
    for (const [kind, wrap] of Object.entries(more)) handlers[kind] = wrap(handlers[kind]!);
    jobs = createInlineJobs({ store, handlers });
    return jobs;
  };
  const run = async (settings = SETTINGS): Promise<JobRecord> => {
    const id = await jobs!.submit('match-region', { settings, snapshot: await store.snapshotHash() }, { force: true });
    let last: JobRecord | undefined;
    for await (const { job } of jobs!.watch(id)) last = job;
    return last!;
  };
  const published = async (): Promise<readonly unknown[]> => {
    const { createdAt: _, ...current } = (await store.findRun())!;
    const rows: Match[] = [];
    for (let after: string | undefined; ; ) {
      const page = await store.findMatches(current.id, {}, 500, after);
      rows.push(...page.rows);
      after = page.next;
      if (after === undefined) return [current, rows, await store.findResult(current.id, 'picture', '')];
    }
  };

  it('is published with the bytes of one that is whole, and leaves no parts', async () => {
    start(undefined);
    expect((await run()).state).toBe('done');
    const whole = await published();
    await jobs!.close();
    const { id } = (await store.findRun())!;
    await store.publishRun({ ...(await store.findRun())!, id: 'another' }, []);
    let searched = 0;
    start(60, {
      'match-shard': (inner) => (payload, context) => {
        searched++;
        return inner(payload, context);
      },
    });
    expect(await run()).toMatchObject({ state: 'done', result: { runId: id } });
    expect(searched).toBeGreaterThan(10);
    expect(JSON.stringify(await published())).toBe(JSON.stringify(whole));
    expect(await hasPart(store, id, '60-0')).toBe(false);
  });

  it('begun again after a fault searches only the shards that are missing', async () => {
    let left = 3;
    const ran: unknown[] = [];
    start(100, {
      'match-shard': (inner) => async (payload, context) => {
        if (left-- === 0) throw new Error('no power');
        const result = await inner(payload, context);
        ran.push((result as { held?: number }).held === undefined ? 'known' : 'searched');
        return result;
      },
    });
    const broken = await run();
    expect(broken).toMatchObject({ state: 'failed' });
    expect(broken.reason).toContain('no power');
    ran.length = 0;
    await jobs!.retry(broken.id);
    for await (const { job } of jobs!.watch(broken.id)) if (job.state === 'done') break;
    expect(ran.filter((one) => one === 'known')).toHaveLength(3);
    expect((await store.findRun())?.counts.matches).toBeGreaterThan(100);
  });

  it('is of the data it was begun with, as long as its process has them', async () => {
    const asked = await store.snapshotHash();
    start(100, {
      'match-shard': (inner) => async (payload, context) => {
        await store.apply({ retireFlows: [country.flows[(payload as { shard: number }).shard]!.id] });
        return inner(payload, context);
      },
    });
    expect((await run()).state).toBe('done');
    expect((await store.findRun())?.snapshot).toBe(asked);
    expect(await store.snapshotHash()).not.toBe(asked);
  });

  it('a shard of other data than the store has now does nothing, and the run says that they changed', async () => {
    const strange = () => jobHandlers({ ...parts(), shardSize: 100 })['match-shard']!;
    let first = true;
    start(100, {
      'match-shard': () => async (payload, context) => {
        if (first) await store.apply({ retireFlows: [country.flows[0]!.id] });
        first = false;
        return strange()(payload, context);
      },
    });
    const changed = await run();
    expect(changed).toMatchObject({ state: 'failed' });
    expect(changed.reason).toContain('data changed');
    expect(await store.findRun()).toBeUndefined();
    expect((await run()).state).toBe('done');
    expect((await store.findRun())?.snapshot).toBe(await store.snapshotHash());
  });

  it('a part is kept whole, in pieces of a megabyte; what was given up a day ago is taken out', async () => {
    const part = Uint8Array.from({ length: 3_000_000 }, (_, i) => (i * 2_654_435_761) >>> 13);
    await keepPart(store, 'r1', '9-1', part);
    expect(Buffer.from((await findPart(store, 'r1', '9-1'))!).equals(part)).toBe(true);
    expect(await store.findResult('r1', 'shard', '9-1')).toMatchObject({ bytes: 3_000_000 });
    expect(await findPart(store, 'r1', '9-2')).toBeUndefined();
    await beginParts(store, 'r1', new Date('2026-11-01T00:00:00Z'));
    await beginParts(store, 'r2', new Date('2026-11-01T20:00:00Z'));
    expect(await hasPart(store, 'r1', '9-1')).toBe(true);
    await beginParts(store, 'r2', new Date('2026-11-02T01:00:00Z'));
    expect(await hasPart(store, 'r1', '9-1')).toBe(false);
  });
});
