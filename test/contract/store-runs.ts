import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Match } from '../../src/domain/index.ts';
import type { Store } from '../../src/store/port.ts';
import type { OpenedStore } from './houses.ts';
import { exchange, match, run } from './samples.ts';
import { fault } from './store-changes.ts';
import { allPages } from './store-find.ts';

/** Runs: whole or absent, one generation at a time, old ones readable. */
export function runsContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`${name} store: runs`, () => {
    let opened: OpenedStore;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(() => opened.dispose());

    /** 40 outputs with 5 matches each, all scores shifted. */
    const region = (shift: number, outputs = 40): Match[] =>
      Array.from({ length: outputs }, (_, o) =>
        Array.from({ length: 5 }, (_, k) =>
          match(`o${String(o).padStart(3, '0')}`, `d${k}`, { rank: k + 1, score: shift + 100 - k }),
        ),
      ).flat();
    const pages = (runId: string, limit = 7) => allPages((after) => store.findMatches(runId, {}, limit, after), limit);

    it('a published run is current, with its matches as they were handed in', async () => {
      const matches = region(0, 3);
      await store.publishRun(run('r1'), matches);
      expect(await store.findRun()).toEqual(run('r1'));
      expect(await store.findRun('r1')).toEqual(run('r1'));
      expect(await store.findRun('other')).toBeUndefined();
      const rows = await pages('r1');
      expect(rows).toHaveLength(15);
      expect(rows).toEqual(expect.arrayContaining(matches));
    });

    it('matches may come as an async stream, with progress to the last one', async () => {
      async function* stream() {
        for (const row of region(0)) yield row;
      }
      const seen: number[] = [];
      await store.publishRun(run('r1'), stream(), (done) => seen.push(done));
      expect(seen.at(-1)).toBe(200);
      expect(await pages('r1')).toHaveLength(200);
    });

    it('every field of a match comes back, absent ones absent', async () => {
      const bare: Match = {
        output: 'o',
        demand: 'd',
        outputCompany: 'Завод',
        demandCompany: 'B',
        score: 0,
        use: 'u',
        material: 'm',
        product: 'p',
        fit: 33.3,
        unit: 'MWh',
        inferred: true,
        regime: 'blocked',
        basis: 'text similarity',
        confidence: 0.1 + 0.2,
      };
      const full = match('o', 'd2', {
        demandRank: 3,
        distanceKm: 0,
        quantityPerYear: 1e-9,
        netBenefitEurPerYear: -1234567.891,
        co2KgPerYear: 0,
        unit: 'piece',
        basis: 'code similarity',
      });
      await store.publishRun(run('r1'), [full, bare]);
      expect((await store.findMatches('r1', { output: 'o' }, 5)).rows).toEqual([full, bare]);
    });

    it('a run without matches is a run', async () => {
      await store.publishRun(run('r0'), []);
      expect((await store.findRun())?.id).toBe('r0');
      expect(await store.findMatches('r0', {}, 5)).toEqual({ rows: [] });
    });

    it('a stream that breaks off publishes nothing', async () => {
      await store.publishRun(run('r1'), region(0, 2));
      async function* broken(): AsyncGenerator<Match> {
        yield* region(50);
        throw new Error('the line broke');
      }
      await expect(store.publishRun(run('r2'), broken())).rejects.toThrow('the line broke');
      expect((await store.findRun())?.id).toBe('r1');
      expect(await store.findRun('r2')).toBeUndefined();
      expect((await store.listRuns(5)).map((r) => r.id)).toEqual(['r1']);
      expect((await pages('r1')).map((m) => m.score)).not.toContain(150);
      await store.publishRun(run('r2'), region(50));
      expect(await pages('r2')).toHaveLength(200);
    });

    it('a reader who pages through a run sees only it while the next one is published', async () => {
      await store.publishRun(run('A'), region(0));
      const expected = await pages('A');
      const seen: Match[] = [];
      let after: string | undefined;
      let publishing: Promise<void> | undefined;
      do {
        const page = await store.findMatches('A', {}, 7, after);
        seen.push(...page.rows);
        after = page.next;
        publishing ??= store.publishRun(run('B'), [...region(300).slice(0, 100), ...region(0).slice(100)]);
        if (seen.length > 100) await publishing;
      } while (after !== undefined);
      expect(seen).toEqual(expected);
      await publishing;
      expect((await store.findRun())?.id).toBe('B');
      const rows = await pages('B');
      expect(rows.filter((m) => m.score > 300)).toHaveLength(100);
      expect(rows).toHaveLength(200);
    });

    it('old runs stay readable, also with filters and after opening again', async () => {
      for (const [k, id] of ['A', 'B', 'C'].entries()) await store.publishRun(run(id), region(k * 200));
      store = await opened.reopen();
      for (const [k, id] of ['A', 'B', 'C'].entries()) {
        expect((await store.findMatches(id, { output: 'o001' }, 9)).rows.map((m) => m.score)).toEqual(
          [100, 99, 98, 97, 96].map((s) => s + k * 200),
        );
        expect((await store.findMatches(id, { demand: 'd3', sort: 'score' }, 100)).rows).toHaveLength(40);
      }
      expect((await store.findRun())?.id).toBe('C');
    });

    it('publishing a run again changes nothing but which is current', async () => {
      await store.publishRun(run('A'), region(0));
      const first = await pages('A');
      await store.publishRun(run('B'), region(200));
      await store.publishRun(run('A'), region(0));
      expect((await store.findRun())?.id).toBe('A');
      expect(await pages('A')).toEqual(first);
      expect((await pages('B'))[0]?.score).toBe(300);
      expect((await store.listRuns(9)).map((r) => r.id)).toEqual(['A', 'B']);
    });

    it('the same run published by two at once is there once', async () => {
      await Promise.all([store.publishRun(run('A'), region(0)), store.publishRun(run('A'), region(0))]);
      expect(await pages('A')).toHaveLength(200);
      expect(await store.listRuns(9)).toHaveLength(1);
    });

    it('two runs published at once are both whole', async () => {
      await Promise.all([store.publishRun(run('A'), region(0)), store.publishRun(run('B'), region(200))]);
      expect((await pages('A')).every((m) => m.score <= 100)).toBe(true);
      expect((await pages('B')).every((m) => m.score > 190)).toBe(true);
      expect((await pages('B')).length + (await pages('A')).length).toBe(400);
    });

    it('runs are listed from the latest published', async () => {
      for (const id of ['x', 'b', 'm']) await store.publishRun(run(id), []);
      expect((await store.listRuns(2)).map((r) => r.id)).toEqual(['m', 'b']);
    });

    it('an unknown run is not found', async () => {
      expect((await fault(store.findMatches('nobody', {}, 5))).kind).toBe('not-found');
    });

    it('what people decided survives a run', async () => {
      await store.putExchange(
        exchange('x1', { output: 'o001', demand: 'd1', state: 'refused', reason: 'нет места' }),
        0,
      );
      await store.publishRun(run('A'), region(0));
      await store.publishRun(run('B'), []);
      expect((await store.findExchanges(9)).rows.map((e) => [e.id, e.state, e.reason])).toEqual([
        ['x1', 'refused', 'нет места'],
      ]);
    });
  });
}
