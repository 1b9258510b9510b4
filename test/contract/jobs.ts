import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SymbionError } from '../../src/domain/index.ts';
import type { JobContext, JobHandler, Jobs } from '../../src/jobs/port.ts';
import type { JobRecord } from '../../src/store/port.ts';
import type { OpenedJobs } from './houses.ts';
import { job } from './samples.ts';
import { fault } from './store-changes.ts';

/** A handler that waits until it is let go, and gives up when asked to. */
function gate() {
  const started: unknown[] = [];
  const waiting: (() => void)[] = [];
  let open = false;
  const handler: JobHandler = (payload, { signal }) =>
    new Promise((resolve, reject) => {
      started.push(payload);
      if (open) return resolve(payload);
      waiting.push(() => resolve(payload));
      signal.addEventListener('abort', () => reject(new Error('asked to stop')), { once: true });
    });
  return {
    handler,
    started,
    release() {
      open = true;
      for (const go of waiting.splice(0)) go();
    },
  };
}

/** What every runner of jobs keeps to. `open` gives an empty journal each time. */
export function jobsContract(name: string, open: () => Promise<OpenedJobs>): void {
  describe(`${name} jobs`, () => {
    let opened: OpenedJobs;
    let jobs: Jobs;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(async () => {
      await jobs.close();
      await opened.dispose();
    });
    const start = async (handlers: Record<string, JobHandler>, concurrency?: number) => {
      jobs = await opened.start(handlers, concurrency);
      return jobs;
    };
    const states = async (id: string): Promise<JobRecord[]> => {
      const seen: JobRecord[] = [];
      for await (const event of jobs.watch(id)) seen.push(event.job);
      return seen;
    };
    const ended = async (id: string) => (await states(id)).at(-1)!;
    const until = async (holds: () => boolean | Promise<boolean>) => {
      for (let i = 0; i < 400 && !(await holds()); i++) await sleep(25);
      expect(await holds()).toBe(true);
    };

    it('a job is run, its result kept', async () => {
      await start({ double: async (n) => (n as number) * 2 });
      const id = await jobs.submit('double', 21);
      expect(await ended(id)).toMatchObject({
        id,
        kind: 'double',
        payload: 21,
        state: 'done',
        result: 42,
        attempts: 1,
      });
      expect(await jobs.find(id)).toMatchObject({ state: 'done', result: 42 });
      expect((await opened.store.getJob(id))?.state).toBe('done');
      expect((await jobs.find(id))?.finishedAt).toBeDefined();
    });

    it('a handler that gives nothing is done', async () => {
      await start({ quiet: async () => undefined });
      expect((await ended(await jobs.submit('quiet', null))).state).toBe('done');
    });

    it('accepted work is in the journal before submit returns', async () => {
      const held = gate();
      await start({ held: held.handler });
      const id = await jobs.submit('held', { a: 1 });
      expect(await opened.store.getJob(id)).toMatchObject({ kind: 'held', payload: { a: 1 } });
      held.release();
      await ended(id);
    });

    it('the same work has one id, whatever the order of its keys, and runs once', async () => {
      const held = gate();
      await start({ held: held.handler, other: async () => 0 });
      const ids = await Promise.all([
        jobs.submit('held', { a: 1, b: { c: 2, d: 3 } }),
        jobs.submit('held', { b: { d: 3, c: 2 }, a: 1 }),
        jobs.submit('held', { a: 1, b: { c: 2, d: 3 } }),
      ]);
      expect(new Set(ids).size).toBe(1);
      expect(await jobs.submit('held', { a: 2 })).not.toBe(ids[0]);
      expect(await jobs.submit('other', { a: 1, b: { c: 2, d: 3 } })).not.toBe(ids[0]);
      await until(() => held.started.length >= 1);
      expect(await jobs.submit('held', { a: 1, b: { c: 2, d: 3 } })).toBe(ids[0]);
      held.release();
      await ended(ids[0]!);
      expect((await jobs.find(ids[0]!))?.attempts).toBe(1);
    });

    it('done work is not done again unless forced', async () => {
      let runs = 0;
      await start({ count: async () => ++runs });
      const id = await jobs.submit('count', {});
      await ended(id);
      expect(await jobs.submit('count', {})).toBe(id);
      expect((await ended(id)).result).toBe(1);
      expect(await jobs.submit('count', {}, { force: true })).toBe(id);
      expect(await ended(id)).toMatchObject({ state: 'done', result: 2, attempts: 2 });
    });

    it('an unknown kind is refused, an unknown job not found', async () => {
      await start({ known: async () => 0 });
      expect((await fault(jobs.submit('unknown', {}))).kind).toBe('input');
      expect(await jobs.find('nobody')).toBeUndefined();
      expect((await fault(jobs.cancel('nobody'))).kind).toBe('not-found');
      expect((await fault(jobs.retry('nobody'))).kind).toBe('not-found');
      expect((await fault(states('nobody'))).kind).toBe('not-found');
    });

    it('a failing handler leaves its reason; the job can be run again', async () => {
      let broken = true;
      await start({
        shaky: async () => {
          if (broken) throw new SymbionError('input', { ru: 'нет соли', en: 'no salt' });
          return 'fine';
        },
      });
      const id = await jobs.submit('shaky', {});
      expect(await ended(id)).toMatchObject({ state: 'failed', reason: 'no salt', attempts: 1 });
      broken = false;
      await jobs.retry(id);
      const again = await ended(id);
      expect(again).toMatchObject({ state: 'done', result: 'fine', attempts: 2 });
      expect(again.reason).toBeUndefined();
      await jobs.retry(id);
      expect((await jobs.find(id))?.state).toBe('done');
    });

    it('work that fails by what was asked says so', async () => {
      await start({
        refuses: async () => {
          throw new SymbionError('input', { ru: 'Так нельзя.', en: 'Not so.' });
        },
      });
      const id = await jobs.submit('refuses', {});
      expect(await ended(id)).toMatchObject({
        state: 'failed',
        fault: 'input',
        told: { ru: 'Так нельзя.', en: 'Not so.' },
      });
    });

    it('submitting failed work queues it again', async () => {
      let runs = 0;
      await start({
        once: async () => {
          if (++runs === 1) throw new Error('first time');
          return runs;
        },
      });
      const id = await jobs.submit('once', {});
      expect((await ended(id)).reason).toBe('first time');
      await jobs.submit('once', {});
      expect((await ended(id)).result).toBe(2);
    });

    it('watch tells waiting, active, progress in order, and the end', async () => {
      const held = gate();
      await start({
        busy: async (payload, context) => {
          await held.handler(payload, context);
          for (let done = 1; done <= 5; done++) context.progress({ done, total: 5, what: 'match' });
          return 'end';
        },
      });
      const id = await jobs.submit('busy', {});
      const watching = states(id);
      await until(() => held.started.length === 1);
      held.release();
      const seen = await watching;
      const order = seen.map((record) => record.state);
      expect(order).toEqual([...order].sort((a, b) => RANK.indexOf(a) - RANK.indexOf(b)));
      expect(order.at(-1)).toBe('done');
      const progress = seen.flatMap((record) => record.progress?.done ?? []);
      expect(progress).toEqual([...progress].sort((a, b) => a - b));
      expect(seen.at(-1)).toMatchObject({ result: 'end', progress: { done: 5, total: 5, what: 'match' } });
    });

    it('watching a finished job tells its state once', async () => {
      await start({ quick: async () => 1 });
      const id = await jobs.submit('quick', {});
      await ended(id);
      expect((await states(id)).map((record) => record.state)).toEqual(['done']);
    });

    it('several may watch; one who leaves or aborts does not disturb', async () => {
      const held = gate();
      await start({ held: held.handler });
      const id = await jobs.submit('held', {});
      for await (const event of jobs.watch(id)) {
        expect(event.job.id).toBe(id);
        break;
      }
      const stop = new AbortController();
      const left = (async () => {
        for await (const event of jobs.watch(id, stop.signal)) expect(event.job.id).toBe(id);
        return 'quiet';
      })();
      const others = [ended(id), ended(id)];
      await sleep(50);
      stop.abort();
      expect(await left).toBe('quiet');
      held.release();
      expect((await Promise.all(others)).map((record) => record.state)).toEqual(['done', 'done']);
    });

    it('a cancelled job that waits never starts', async () => {
      const held = gate();
      await start({ held: held.handler }, 1);
      const first = await jobs.submit('held', 1);
      await until(() => held.started.length === 1);
      const second = await jobs.submit('held', 2);
      const watching = ended(second);
      await jobs.cancel(second);
      expect((await watching).state).toBe('cancelled');
      held.release();
      await ended(first);
      await sleep(50);
      expect(held.started).toEqual([1]);
      await jobs.cancel(second);
      expect((await jobs.find(second))?.state).toBe('cancelled');
    });

    it('a cancelled job that runs is asked to stop, and can be run again', async () => {
      const held = gate();
      await start({ held: held.handler });
      const id = await jobs.submit('held', {});
      await until(() => held.started.length === 1);
      const watching = ended(id);
      await jobs.cancel(id);
      expect((await watching).state).toBe('cancelled');
      held.release();
      await jobs.retry(id);
      expect(await ended(id)).toMatchObject({ state: 'done', attempts: 2 });
    });

    it('cancelling what is done has no effect', async () => {
      await start({ quick: async () => 1 });
      const id = await jobs.submit('quick', {});
      await ended(id);
      await jobs.cancel(id);
      expect((await jobs.find(id))?.state).toBe('done');
    });

    it('never more at a time than allowed, all in the end', async () => {
      let [now, most] = [0, 0];
      const handler = async (_: unknown, __: JobContext) => {
        most = Math.max(most, ++now);
        await sleep(10);
        now--;
      };
      await start({ work: handler }, 2);
      const ids = await Promise.all(Array.from({ length: 12 }, (_, k) => jobs.submit('work', k)));
      const all = await Promise.all(ids.map(ended));
      expect(all.every((record) => record.state === 'done')).toBe(true);
      expect(most).toBe(2);
    });

    it('lists the latest accepted first', async () => {
      await start({ quick: async () => 1 });
      const ids: string[] = [];
      for (const n of [1, 2, 3]) {
        ids.push(await jobs.submit('quick', n));
        await sleep(5);
      }
      await Promise.all(ids.map(ended));
      expect((await jobs.list(2)).map((record) => record.id)).toEqual([ids[2], ids[1]]);
    });

    it('check tells what waits and what runs', async () => {
      const held = gate();
      await start({ held: held.handler }, 1);
      await Promise.all([1, 2, 3].map((n) => jobs.submit('held', n)));
      await until(() => held.started.length === 1);
      expect(await jobs.check()).toMatchObject({ waiting: 2, active: 1 });
      expect((await jobs.check()).oldestWaitingSeconds).toBeGreaterThanOrEqual(0);
      held.release();
      await until(async () => (await jobs.check()).waiting + (await jobs.check()).active === 0);
      expect((await jobs.check()).oldestWaitingSeconds).toBe(0);
    });

    it('a job hands out parts, in the room that it has, and gets their results in order', async () => {
      let most = 0;
      let now = 0;
      await start(
        {
          sum: async (payload, { runParts }) => {
            const parts = { kind: 'square', payloads: payload as number[], what: 'pairs' as const };
            return ((await runParts(parts)) as number[]).join(' ');
          },
          square: async (n) => {
            most = Math.max(most, ++now);
            await sleep(5);
            now--;
            return (n as number) ** 2;
          },
        },
        1,
      );
      const seen = await states(await jobs.submit('sum', [3, 1, 4, 1, 5]));
      expect(seen.at(-1)).toMatchObject({ state: 'done', result: '9 1 16 1 25', attempts: 1 });
      expect(most).toBe(1);
      const told = seen.flatMap(({ progress }) => (progress?.what === 'pairs' ? progress.done : []));
      expect(told).toEqual([...told].sort((a, b) => a - b));
      expect(told.length).toBeGreaterThan(0);
      expect((await jobs.list(10)).map(({ kind }) => kind)).toEqual(['sum']);
    });

    it('parts that are asked for anew, because the data changed, are run anew', async () => {
      let version = 0;
      await start({
        whole: async (_, { runParts }) => {
          const asked = version;
          await runParts({ kind: 'part', payloads: [{ asked, n: 1 }], what: 'match' });
          if (asked === 0) {
            version = 1;
            await runParts({ kind: 'part', payloads: [{ asked: 1, n: 1 }], what: 'match' });
          }
          return version;
        },
        part: async (payload) => payload,
      });
      expect(await ended(await jobs.submit('whole', {}))).toMatchObject({ state: 'done', result: 1 });
    });

    it("a part's fault is the job's, once; the job can be run again", async () => {
      let broken = true;
      const ran: unknown[] = [];
      await start({
        whole: async (_, { runParts }) => runParts({ kind: 'part', payloads: [1, 2, 3], what: 'match' }),
        part: async (n) => {
          ran.push(n);
          if (broken && n === 2) throw new SymbionError('input', { ru: 'нет соли', en: 'no salt' });
          return n;
        },
      });
      const id = await jobs.submit('whole', {});
      const job = await ended(id);
      expect(job.state).toBe('failed');
      expect(job.reason).toContain('no salt');
      expect(ran.filter((n) => n === 2)).toHaveLength(1);
      broken = false;
      await jobs.retry(id);
      expect(await ended(id)).toMatchObject({ state: 'done', result: [1, 2, 3] });
    });

    it('cancelled while its parts run: they are asked to stop, those that wait never start', async () => {
      const held = gate();
      let after = 0;
      await start({
        whole: async (_, { runParts }) => {
          await runParts({ kind: 'held', payloads: [1, 2, 3], what: 'match' });
          after++;
        },
        held: held.handler,
      });
      const id = await jobs.submit('whole', {});
      await until(() => held.started.length === 1);
      await jobs.cancel(id);
      expect((await ended(id)).state).toBe('cancelled');
      held.release();
      await sleep(300);
      expect([held.started.length, after]).toEqual([1, 0]);
      expect((await jobs.find(id))?.state).toBe('cancelled');
      await jobs.retry(id);
      expect((await ended(id)).state).toBe('done');
    });

    it('cancelled and tried again at once, while old parts still run, it is done once', async () => {
      let [begun, finished] = [0, 0];
      await start(
        {
          whole: async (_, { runParts }) => {
            await runParts({ kind: 'deaf', payloads: [1, 2], what: 'match' });
            await sleep(100);
            return ++finished;
          },
          deaf: async (n) => {
            begun++;
            await sleep(300);
            return n;
          },
        },
        2,
      );
      const id = await jobs.submit('whole', {});
      await until(() => begun > 0);
      await jobs.cancel(id);
      await until(async () => (await jobs.find(id))?.state === 'cancelled');
      await jobs.retry(id);
      expect(await ended(id)).toMatchObject({ state: 'done', result: 1, attempts: 2 });
      await sleep(800);
      expect(finished).toBe(1);
    });

    it('closing while parts run hands the work back; the next start does it', async () => {
      const held = gate();
      const handlers = {
        whole: async (_: unknown, { runParts }: JobContext) =>
          runParts({ kind: 'held', payloads: [1, 2], what: 'match' }),
        held: held.handler,
      };
      await start(handlers, 1);
      const id = await jobs.submit('whole', {});
      await until(() => held.started.length === 1);
      await jobs.close();
      held.release();
      await start(handlers);
      expect(await ended(id)).toMatchObject({ state: 'done', result: [1, 2] });
    });

    it('a part has no parts of its own', async () => {
      const handlers: Record<string, JobHandler> = {
        whole: async (_, { runParts }) => runParts({ kind: 'part', payloads: [1], what: 'match' }),
        part: async (_, { runParts }) => runParts({ kind: 'part', payloads: [2], what: 'match' }),
      };
      await start(handlers);
      const { reason, told } = await ended(await jobs.submit('whole', {}));
      expect([reason, told?.ru]).toEqual([
        expect.stringContaining('no parts of its own'),
        expect.stringContaining('не делится'),
      ]);
    });

    it('closing in mid-job hands the work back; the next start does it', async () => {
      const held = gate();
      await start({ held: held.handler }, 1);
      const [a, b] = [await jobs.submit('held', 'a'), await jobs.submit('held', 'b')];
      await until(() => held.started.length === 1);
      const watching = states(a);
      await jobs.close();
      expect((await watching).every((record) => record.state === 'active' || record.state === 'waiting')).toBe(true);
      expect((await opened.store.getJob(a))?.state).toBe('waiting');
      expect((await opened.store.getJob(b))?.state).toBe('waiting');
      await start({ held: async (payload) => `second ${payload}` });
      expect(await ended(a)).toMatchObject({ state: 'done', result: 'second a' });
      expect(await ended(b)).toMatchObject({ state: 'done', result: 'second b' });
    });

    it('what waited in the journal when the power went is run at the next start', async () => {
      await opened.store.putJob(job('lost', { kind: 'quick', payload: 7 }));
      await start({ quick: async (payload) => payload });
      expect(await ended('lost')).toMatchObject({ state: 'done', result: 7 });
    });
  });
}

const RANK: readonly JobRecord['state'][] = ['waiting', 'active', 'done'];
