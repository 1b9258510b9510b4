import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Symbion } from '../../src/app/symbion.ts';
import { compose } from '../../src/compose.ts';
import type { JobHandlers } from '../../src/jobs/kinds.ts';
import type { JobContext, Parts } from '../../src/jobs/port.ts';
import { threadedHandlers } from '../../workers/job-pool.ts';

const file = (name: string) => ({ name, open: () => createReadStream(`fixtures/demo/${name}`) });
/** As many flows of ash, half of them wanted. */
const many = (count: number) => {
  const rows = Array.from({ length: count }, (_, i) =>
    i % 2 ? `F${i},S24,input,fly ash for cement,${i},t` : `F${i},S55,output,dry coal fly ash,${i},t`,
  );
  const text = ['id,company_id,direction,description,quantity,unit', ...rows].join('\n');
  return { name: 'flows.csv', open: () => Readable.from([Buffer.from(text)]) };
};

describe('jobs in threads', () => {
  let dir: string;
  let symbion: Symbion;
  const opened: ReturnType<typeof threadedHandlers>[] = [];
  beforeAll(async () => {
    dir = mkdtempSync(path.join(os.tmpdir(), 'symbion-threads-'));
    symbion = await compose({ SYMBION_DATA: dir }).open();
    await symbion.importFiles({ companies: file('companies.csv'), flows: file('flows.csv') });
  });
  afterEach(async () => {
    for (const threads of opened.splice(0)) await threads.close();
  });
  afterAll(async () => {
    await symbion.close();
    rmSync(dir, { recursive: true });
  });
  const start = (env: NodeJS.ProcessEnv = {}): JobHandlers => {
    const threads = threadedHandlers(['match-region', 'match-shard', 'find-chains'], { SYMBION_DATA: dir, ...env });
    opened.push(threads);
    return threads.handlers;
  };
  const context = (more: Partial<JobContext> = {}): JobContext => ({
    signal: new AbortController().signal,
    progress: () => undefined,
    runParts: async () => [],
    ...more,
  });
  const settings = async (asOf: string) => {
    const id = await symbion.startRun({ asOf });
    for await (const _ of symbion.watchJob(id));
    return ((await symbion.getJob(id)).payload as { settings: object }).settings;
  };

  it('give the run of the same process, and leave this thread free meanwhile', async () => {
    const of = await settings('2026-03-01');
    const here = (await symbion.findRun())!;
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const handlers = start();
    const runs = [await handlers['match-region']!({ settings: of }, context())];
    const turned = turns;
    runs.push(await handlers['match-region']!({ settings: of }, context()));
    clearInterval(timer);
    expect(runs).toEqual([{ runId: here.id }, { runId: here.id }]);
    expect(turned).toBeGreaterThan(10);
  });

  it('hand out parts through this thread, which other threads run', async () => {
    const of = { ...(await settings('2026-03-02')), top: 7 };
    const handlers = start({ SYMBION_SHARD_SIZE: '100' });
    const asked: Parts[] = [];
    const progress: string[] = [];
    const result = await handlers['match-region']!(
      { settings: of },
      context({
        progress: ({ what }) => progress.push(what),
        runParts: async (parts) => {
          asked.push(parts);
          const results: unknown[] = [];
          for (const payload of parts.payloads) results.push(await handlers[parts.kind]!(payload, context()));
          return results;
        },
      }),
    );
    expect(asked.map(({ kind, what }) => `${kind}, ${what}`)).toEqual(['match-shard, match']);
    expect(asked[0]!.payloads.length).toBeGreaterThan(2);
    expect([...new Set(progress)]).toEqual(['snapshot', 'merge', 'publish']);
    expect((await symbion.findRun())!.id).toBe((result as { runId: string }).runId);
  });

  it('what refuses the parts comes back as it was; the thread takes the next job', async () => {
    const of = { ...(await settings('2026-03-03')), top: 8 };
    const handlers = start({ SYMBION_SHARD_SIZE: '100' });
    class GivenUp extends Error {}
    const refused = handlers['match-region']!(
      { settings: of },
      context({ runParts: () => Promise.reject(new GivenUp('later')) }),
    );
    await expect(refused).rejects.toBeInstanceOf(GivenUp);
    await expect(
      handlers['match-region']!({ settings: { ...of, asOf: '2026-03-04' } }, context()),
    ).rejects.toMatchObject({ kind: 'conflict' });
  });

  it('a fault keeps its kind and both languages', async () => {
    const asked = { run: 'nobody', question: {} };
    await expect(start()['find-chains']!(asked, context())).rejects.toMatchObject({
      kind: 'not-found',
      text: { ru: expect.stringContaining('nobody'), en: expect.stringContaining('nobody') },
    });
  });

  it('a job asked to stop stops', async () => {
    const of = await settings('2026-03-05');
    // so large that the word to stop comes before the run is through
    const large = path.join(dir, 'large');
    const region = await compose({ SYMBION_DATA: large }).open();
    await region.importFiles({ flows: many(4000), companies: file('companies.csv') });
    const stop = new AbortController();
    const stopped = start({ SYMBION_DATA: large })['match-region']!(
      { settings: of },
      context({ signal: stop.signal, progress: () => stop.abort() }),
    );
    await expect(stopped).rejects.toThrow('asked to stop');
    expect(await region.findRun()).toBeUndefined();
    await region.close();
  });

  it('a store that cannot be opened is told by every job until it can', async () => {
    const handlers = start({ SYMBION_DATA: path.join(dir, 'symbion.db', 'inside a file') });
    for (let n = 0; n < 2; n++) await expect(handlers['match-region']!({ settings: {} }, context())).rejects.toThrow();
  });
});
