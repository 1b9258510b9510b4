import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createInlineJobs, type InlineOptions } from '../../src/jobs/inline/index.ts';
import { isAliveElsewhere, nameWorker } from '../../src/jobs/inline/worker-name.ts';
import { checkHandlers, JOB_KINDS } from '../../src/jobs/kinds.ts';
import type { Jobs } from '../../src/jobs/port.ts';
import type { JobRecord } from '../../src/store/port.ts';
import { type OpenedStore, storeHouses } from '../contract/houses.ts';
import { job } from '../contract/samples.ts';
import { fault } from '../contract/store-changes.ts';

describe('inline jobs', () => {
  let opened: OpenedStore;
  const made: Jobs[] = [];
  beforeEach(async () => {
    opened = await storeHouses[0]!.open();
  });
  afterEach(async () => {
    for (const jobs of made.splice(0)) await jobs.close();
    await opened.dispose();
  });
  const start = (handlers: InlineOptions['handlers'], more: Partial<InlineOptions> = {}) => {
    const jobs = createInlineJobs({ store: opened.store, handlers, kinds: Object.keys(handlers), ...more });
    made.push(jobs);
    return jobs;
  };
  const ended = async (jobs: Jobs, id: string): Promise<JobRecord> => {
    let last: JobRecord | undefined;
    for await (const event of jobs.watch(id)) last = event.job;
    return last!;
  };

  it('every kind has a handler and every handler a kind', () => {
    const all = Object.fromEntries(JOB_KINDS.map((kind) => [kind, async () => 0]));
    expect(() => checkHandlers(all)).not.toThrow();
    expect(() => checkHandlers({})).toThrow(/without handler: match-region/);
    expect(() => checkHandlers({ ...all, odd: async () => 0 })).toThrow(/without kind: odd/);
  });

  it('what ran when the process was killed is interrupted, not run by itself, and can be run again', async () => {
    await opened.store.putJob(job('cut', { kind: 'work', state: 'active', attempts: 1, worker: '999999999-1-x' }));
    const jobs = start({ work: async () => 'whole' });
    expect(await ended(jobs, 'cut')).toMatchObject({ state: 'interrupted', attempts: 1 });
    await jobs.retry('cut');
    expect(await ended(jobs, 'cut')).toMatchObject({ state: 'done', result: 'whole', attempts: 2 });
  });

  it('jobs of another living process are left to it, and watched through the journal', async () => {
    // the parent of this process lives as long as it does
    const worker = nameWorker().replace(/^\d+/, String(process.ppid));
    const other = job('theirs', { kind: 'work', state: 'active', attempts: 1, worker });
    await opened.store.putJob(other);
    const jobs = start({ work: async () => 'mine' });
    expect(await jobs.find('theirs')).toEqual(other);
    const watching = ended(jobs, 'theirs');
    await sleep(50);
    await opened.store.putJob({ ...other, state: 'done', result: 'theirs' });
    expect(await watching).toMatchObject({ state: 'done', result: 'theirs' });
  });

  it('a worker of before the last start of the machine is gone, though another process has its number', () => {
    const [, boot, chance] = nameWorker().split('-') as [string, string, string];
    expect(isAliveElsewhere(`${process.ppid}-${boot}-${chance}`)).toBe(true);
    expect(isAliveElsewhere(`${process.ppid}-${Number(boot) - 5000}-${chance}`)).toBe(false);
    expect(isAliveElsewhere(`${process.pid}-${boot}-${chance}`)).toBe(false);
    expect(isAliveElsewhere(undefined)).toBe(false);
    expect(isAliveElsewhere('some other form')).toBe(false);
  });

  it('the journal stays short: the oldest finished jobs go, by number and by age', async () => {
    await opened.store.putJob(
      job('ancient', { kind: 'work', state: 'done', createdAt: '2020-01-01', finishedAt: '2020-01-01' }),
    );
    const jobs = start({ work: async () => 0 }, { keep: 3 });
    for (let n = 0; n < 8; n++) await ended(jobs, await jobs.submit('work', n));
    const left = await jobs.list(100);
    expect(left.length).toBeLessThanOrEqual(4);
    expect(left[0]?.payload).toBe(7);
    expect(await jobs.find('ancient')).toBeUndefined();
  });

  it('a cancelled job stays cancelled when the house closes meanwhile', async () => {
    let stop = () => {};
    const stopped = new Promise<void>((resolve) => {
      stop = resolve;
    });
    const jobs = start({
      slow: async (_, { signal }) => {
        await stopped;
        signal.throwIfAborted();
      },
    });
    const id = await jobs.submit('slow', {});
    while ((await jobs.find(id))?.state !== 'active') await sleep(5);
    await jobs.cancel(id);
    const closing = jobs.close();
    stop();
    await closing;
    expect((await opened.store.getJob(id))?.state).toBe('cancelled');
  });

  it('a handler that stops too late for the journal harms nobody', async () => {
    const jobs = start({
      work: async () => {
        throw new Error('broken');
      },
    });
    const { store } = opened;
    const failing = createInlineJobs({
      store: {
        ...store,
        putJob: async (record) =>
          record.state === 'failed' ? Promise.reject(new Error('disk full')) : store.putJob(record),
      },
      handlers: {
        work: async () => {
          throw new Error('broken');
        },
      },
      kinds: ['work'],
    });
    made.push(failing);
    expect(await ended(failing, await failing.submit('work', 1))).toMatchObject({ state: 'failed', reason: 'broken' });
    expect((await ended(jobs, await jobs.submit('work', 2))).state).toBe('failed');
  });

  it('a closed house takes no work and says so', async () => {
    const jobs = start({ work: async () => 0 });
    await jobs.close();
    expect((await fault(jobs.submit('work', {}))).kind).toBe('unavailable');
    expect((await fault(jobs.check())).kind).toBe('unavailable');
  });

  it('much progress is thinned out, the last told at the end', async () => {
    const jobs = start({
      busy: async (_, { progress }) => {
        for (let done = 1; done <= 20_000; done++) progress({ done, total: 20_000, what: 'match' });
      },
    });
    const seen: JobRecord[] = [];
    for await (const event of jobs.watch(await jobs.submit('busy', {}))) seen.push(event.job);
    expect(seen.length).toBeLessThan(200);
    expect(seen.at(-1)?.progress?.done).toBe(20_000);
  });
});
