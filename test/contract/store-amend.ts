import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Match } from '../../src/domain/index.ts';
import type { Store } from '../../src/store/port.ts';
import type { OpenedStore } from './houses.ts';
import { company, flow, match, run, site } from './samples.ts';
import { allPages } from './store-find.ts';

/** Runs that differ from the current one in some lists, and runs that go. */
export function amendContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`${name} store: amended runs`, () => {
    let opened: OpenedStore;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(() => opened.dispose());

    const listOf = (output: string, demands: readonly number[], score = 900) =>
      [...new Set(demands)].map((d, k) => match(output, `d${d}`, { rank: k + 1, score: score - 7 * d }));
    const allOf = (runId: string) => allPages((after) => store.findMatches(runId, {}, 50, after), 50);
    const pairs = (rows: readonly Match[]) => rows.map((m) => `${m.output} ${m.demand} ${m.score}`).sort();

    it('one list is another, one is new, one is gone; all others and the old run are as they were', async () => {
      await store.publishRun(run('a'), [...listOf('o1', [1, 2]), ...listOf('o2', [1]), ...listOf('o3', [3])]);
      await store.amendRun(run('b'), 'a', ['o1', 'o2', 'o25'], [...listOf('o1', [2], 500), ...listOf('o25', [4, 5])]);
      expect((await store.findRun())?.id).toBe('b');
      expect(pairs(await allOf('b'))).toEqual(['o1 d2 486', 'o25 d4 872', 'o25 d5 865', 'o3 d3 879']);
      expect(pairs(await allOf('a'))).toEqual(['o1 d1 893', 'o1 d2 886', 'o2 d1 893', 'o3 d3 879']);
      expect((await store.listRuns(9)).map(({ id }) => id)).toEqual(['b', 'a']);
      store = await opened.reopen();
      expect(pairs((await store.findMatches('b', { output: 'o25' }, 9)).rows)).toEqual(['o25 d4 872', 'o25 d5 865']);
      expect((await store.findMatches('b', { output: 'o2' }, 9)).rows).toEqual([]);
    });

    it('an amended run holds what it would hold if the whole of it had been published', async () => {
      let n = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(fc.nat(5), { maxLength: 4 }), { minLength: 8, maxLength: 8 }),
          fc.uniqueArray(fc.tuple(fc.nat(9), fc.array(fc.nat(5), { maxLength: 4 })), {
            selector: ([o]) => o,
            maxLength: 6,
          }),
          async (before, changes) => {
            const [first, amended, whole] = [`first-${++n}`, `amended-${n}`, `whole-${n}`];
            const after = new Map(before.map((demands, o) => [o, demands]));
            for (const [o, demands] of changes) after.set(o, demands);
            const matchesOf = (lists: Iterable<readonly [number, readonly number[]]>) =>
              [...lists].flatMap(([o, demands]) => listOf(`o${o}`, demands));
            await store.publishRun(run(first), matchesOf(before.entries()));
            await store.amendRun(
              run(amended),
              first,
              changes.map(([o]) => `o${o}`),
              matchesOf(changes),
            );
            expect((await store.findRun())?.id).toBe(amended);
            await store.publishRun(run(whole), matchesOf(after));
            expect(await allOf(amended)).toEqual(await allOf(whole));
            for (const o of after.keys())
              expect(await store.findMatches(amended, { output: `o${o}` }, 10)).toEqual(
                await store.findMatches(whole, { output: `o${o}` }, 10),
              );
            expect(pairs(await allOf(first))).toEqual(pairs(matchesOf(before.entries())));
          },
        ),
        { numRuns: 12 },
      );
    });

    it('regions of the sides are those that are stored now', async () => {
      await store.apply({
        companies: [company('A'), company('B')],
        sites: [site('A', { region: 'North' }), site('B', { region: 'South' })],
        flows: [flow('o1', 'A'), flow('d1', 'B', { direction: 'input' })],
      });
      await store.publishRun(run('a'), []);
      await store.amendRun(run('b'), 'a', ['o1'], listOf('o1', [1]));
      expect((await store.findMatches('b', { region: 'South' }, 9)).rows).toHaveLength(1);
      expect((await store.findMatches('b', { region: 'East' }, 9)).rows).toHaveLength(0);
    });

    it('only the current run can be amended', async () => {
      await store.publishRun(run('a'), listOf('o1', [1]));
      await store.publishRun(run('theirs'), []);
      await expect(store.amendRun(run('b'), 'a', ['o1'], [])).rejects.toMatchObject({ kind: 'conflict' });
      expect((await store.findRun())?.id).toBe('theirs');
      expect(await store.findRun('b')).toBeUndefined();
    });

    it('of two who amend one run at once one is told that it is not current any more', async () => {
      await store.publishRun(run('a'), listOf('o1', [1]));
      const both = await Promise.allSettled([
        store.amendRun(run('b'), 'a', ['o1'], listOf('o1', [2])),
        store.amendRun(run('c'), 'a', ['o1'], listOf('o1', [3])),
      ]);
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const current = (await store.findRun())!.id;
      expect(pairs(await allOf(current))).toEqual([current === 'b' ? 'o1 d2 886' : 'o1 d3 879']);
    });

    it('a change that is taken back makes the old run current again', async () => {
      await store.publishRun(run('a'), listOf('o1', [1]));
      await store.amendRun(run('b'), 'a', ['o1'], listOf('o1', [2]));
      await store.amendRun(run('a'), 'b', ['o1'], listOf('o1', [1]));
      expect((await store.findRun())?.id).toBe('a');
      expect((await store.listRuns(9)).map(({ id }) => id)).toEqual(['a', 'b']);
    });

    it('a run that is removed is not found; the current one stays, and one beside which results are kept', async () => {
      for (const id of ['a', 'b', 'c', 'd']) await store.publishRun(run(id), listOf('o1', [1, 2]));
      await store.putResult('b', 'plan', 'best', { money: 1 });
      await store.removeRuns(['a', 'b', 'd', 'nobody']);
      expect((await store.listRuns(9)).map(({ id }) => id)).toEqual(['d', 'c', 'b']);
      expect(await allOf('c')).toHaveLength(2);
    });

    it('runs that go take nothing from those that stay', async () => {
      const outputs = ['o1', 'o2', 'o3', 'o4'];
      let n = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(fc.nat(3), { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 6 }),
          fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
          async (runs, goes) => {
            const ids = runs.map(() => `run ${n++}`);
            const matchesOf = (k: number) => outputs.flatMap((output, o) => listOf(output, [1, 10 + runs[k]![o]!]));
            for (const [k, id] of ids.entries()) {
              await store.publishRun(run(id), matchesOf(k));
              if (k % 2 === 1) await store.removeRuns(ids.filter((_, j) => j < k && goes[j]));
            }
            await store.publishRun(run('last'), []);
            for (const [k, id] of ids.entries()) {
              const isGone = goes[k] && ids.some((_, j) => j > k && j % 2 === 1);
              if (isGone) await expect(store.findMatches(id, {}, 9)).rejects.toMatchObject({ kind: 'not-found' });
              else expect(pairs(await allOf(id))).toEqual(pairs(matchesOf(k)));
            }
          },
        ),
        { numRuns: 10 },
      );
    });
  });
}
