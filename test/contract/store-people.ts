import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/port.ts';
import type { OpenedStore } from './houses.ts';
import { company, exchange, job, run } from './samples.ts';
import { fault } from './store-changes.ts';
import { allPages } from './store-find.ts';

/** What people decided, the journal of jobs, and results beside a run. */
export function peopleContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`${name} store: exchanges, jobs, results`, () => {
    let opened: OpenedStore;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(() => opened.dispose());

    it('an exchange is put with the version it was read with, else it is stale', async () => {
      const first = await store.putExchange(exchange('x'), 0);
      expect(first).toEqual(exchange('x', { version: 1 }));
      const second = await store.putExchange({ ...first, state: 'talks', reason: 'да' }, 1);
      expect(second).toEqual(exchange('x', { version: 2, state: 'talks', reason: 'да' }));
      expect((await fault(store.putExchange(exchange('x'), 0))).kind).toBe('stale');
      expect((await fault(store.putExchange(first, 1))).kind).toBe('stale');
      expect((await fault(store.putExchange(exchange('y'), 1))).kind).toBe('stale');
      expect((await store.findExchanges(9)).rows).toEqual([second]);
    });

    it('an exchange keeps what it was, version after version', async () => {
      const first = await store.putExchange(exchange('x'), 0);
      const second = await store.putExchange({ ...first, state: 'talks' }, 1);
      const third = await store.putExchange({ ...second, state: 'refused', reason: 'влажность' }, 2);
      await store.putExchange(exchange('x/1'), 0);
      expect(await store.exchangeHistory('x')).toEqual([first, second, third]);
      expect(await store.exchangeHistory('nobody')).toEqual([]);
    });

    it('of two who put the same version, one wins', async () => {
      const outcomes = await Promise.allSettled(
        [1, 2, 3].map((n) => store.putExchange(exchange('x', { reason: `${n}` }), 0)),
      );
      expect(outcomes.filter((o) => o.status === 'fulfilled')).toHaveLength(1);
    });

    it('exchanges page through by id', async () => {
      const ids = ['я', 'b', '\u{1f30d}', 'a', '\uffee'];
      for (const id of ids) await store.putExchange(exchange(id), 0);
      const rows = await allPages((after) => store.findExchanges(2, after), 2);
      expect(rows.map((row) => row.id)).toEqual(['a', 'b', 'я', '\uffee', '\u{1f30d}']);
    });

    it('a job is kept as it was put, replaced by id, found by state, latest first', async () => {
      const full = job('j1', {
        state: 'failed',
        reason: 'нет',
        progress: { done: 1, total: 2, what: 'match' },
        result: { a: [1, null] },
        finishedAt: 'z',
        worker: 'w',
      });
      await store.putJob(job('j1'));
      await store.putJob(full);
      await store.putJob(job('j2', { createdAt: '2026-01-01T00:00:02.000Z' }));
      await store.putJob(job('j0', { createdAt: '2026-01-01T00:00:01.000Z', state: 'active' }));
      expect(await store.getJob('j1')).toEqual(full);
      expect(await store.getJob('nobody')).toBeUndefined();
      expect((await store.findJobs()).map((j) => j.id)).toEqual(['j2', 'j0', 'j1']);
      expect((await store.findJobs(['waiting', 'failed'])).map((j) => j.id)).toEqual(['j2', 'j1']);
      expect((await store.findJobs(undefined, 1)).map((j) => j.id)).toEqual(['j2']);
      expect(await store.findJobs([])).toEqual([]);
      await store.removeJobs(['j2', 'nobody']);
      expect((await store.findJobs()).map((j) => j.id)).toEqual(['j0', 'j1']);
    });

    it('the journal is there after opening again', async () => {
      await store.putJob(job('j', { payload: { text: 'я', n: [1, 2, { x: null }] } }));
      store = await opened.reopen();
      expect(await store.getJob('j')).toEqual(job('j', { payload: { text: 'я', n: [1, 2, { x: null }] } }));
    });

    it('a result is kept by run, kind and key, before the run is published too', async () => {
      const value = { plan: [{ a: 1.5, b: 'я' }], none: null };
      await store.putResult('r1', 'picture', '', value);
      await store.putResult('r1', 'picture', 'R1', 2);
      await store.putResult('r2', 'picture', '', 'other');
      await store.publishRun(run('r1'), []);
      expect(await store.findResult('r1', 'picture', '')).toEqual(value);
      expect(await store.findResult('r1', 'picture', 'R1')).toBe(2);
      expect(await store.findResult('r2', 'picture', '')).toBe('other');
      expect(await store.findResult('r1', 'chains', '')).toBeUndefined();
      await store.putResult('r1', 'picture', '', [3]);
      expect(await store.findResult('r1', 'picture', '')).toEqual([3]);
    });

    it('results of one kind beside one run are removed, no others', async () => {
      for (let n = 0; n < 50; n++) await store.putResult('r1', 'part', `${n}/0`, { n });
      await store.putResult('r1', 'parts', '', 'another kind');
      await store.putResult('r11', 'part', '0/0', 'another run');
      await store.removeResults('r1', 'part');
      const left = await Promise.all(Array.from({ length: 50 }, (_, n) => store.findResult('r1', 'part', `${n}/0`)));
      expect(left.every((one) => one === undefined)).toBe(true);
      expect(await store.findResult('r1', 'parts', '')).toBe('another kind');
      expect(await store.findResult('r11', 'part', '0/0')).toBe('another run');
      await store.removeResults('nobody', 'part');
    });

    it('what was found in a network can be asked by company, and is replaced by the same answer', async () => {
      await store.apply({ companies: ['A', 'B', 'C'].map((id) => company(id)) });
      const money = { netBenefitEurPerYear: 12.5, co2KgPerYear: -1 };
      const chain = (id: string, companies: string[]) => ({
        id,
        companies,
        steps: [{ n: 1, output: 'o', demand: 'd', quantityPerYear: 1.5, unit: 't' }],
        ...money,
      });
      const cluster = { id: 'A', name: { ru: 'Узел', en: 'Hub' }, companies: ['A', 'C'], ...money };
      await store.putNetwork('r1', 'r1.x', { chains: [chain('o>d', ['A', 'B', 'A']), chain('o>e', ['B'])] });
      await store.putNetwork('r1', 'r1.y', { clusters: [cluster] });
      await store.putNetwork('r2', 'r2.x', { chains: [chain('o>d', ['A'])] });
      const places = async (run: string, of: string) =>
        (await store.findMemberships(run, of)).map((m) => `${m.kind} ${m.answer} ${m.place} ${m.id}`);
      expect(await places('r1', 'A')).toEqual(['chain r1.x 0 o>d', 'cluster r1.y 0 A']);
      expect(await places('r1', 'B')).toEqual(['chain r1.x 0 o>d', 'chain r1.x 1 o>e']);
      expect(await places('r2', 'A')).toEqual(['chain r2.x 0 o>d']);
      expect(await places('r1', 'nobody')).toEqual([]);
      await store.putNetwork('r1', 'r1.x', { chains: [chain('o>e', ['C'])] });
      expect(await places('r1', 'B')).toEqual([]);
      expect(await places('r1', 'C')).toEqual(['chain r1.x 0 o>e', 'cluster r1.y 0 A']);
    });
  });
}
