import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Settings, Snapshot, SymbionError } from '../../src/domain/index.ts';
import { createChecks } from '../../src/engine/checks.ts';
import { GROUP } from '../../src/engine/forest.ts';
import { createGiverSearch } from '../../src/engine/giver-search.ts';
import {
  bruteListsOfDemand,
  bruteListsOfOutput,
  buildProblem,
  type Columns,
  columnsOf,
  createLists,
  createSearch,
  fillLists,
  openColumns,
  tellList,
} from '../../src/engine/index.ts';
import { FACT } from '../../src/engine/item.ts';
import { createTakerSearch } from '../../src/engine/taker-search.ts';
import { Top } from '../../src/engine/top.ts';
import type { TreeSearch } from '../../src/engine/tree-search.ts';
import { KNOWLEDGE, regions, settings } from './world.ts';

const opened = (snapshot: Snapshot, of: Settings) => {
  const problem = buildProblem(snapshot, KNOWLEDGE, of);
  return { problem, ...openColumns(columnsOf(problem)) };
};

describe('the columns', () => {
  it('give the same lists as judging every pair in words, on regions of hundreds of flows', () => {
    fc.assert(
      fc.property(regions, settings, (snapshot, of) => {
        const { problem, columns } = opened(snapshot, of);
        const lists = createLists(columns);
        let batch = 0;
        for (const _ of fillLists(columns, lists, () => batch++));
        const told = (list: ReturnType<typeof bruteListsOfOutput>) =>
          list.open.map((e) => `${e.partner} ${e.score} ${e.offer.pathway.id}`);
        for (const output of problem.outputs.filter((_, i) => i % 9 === 0))
          expect(tellList(problem, lists, 'outputs', 'open', output.row)).toEqual(
            told(bruteListsOfOutput(problem, output)),
          );
        for (const demand of problem.demands.filter((_, i) => i % 9 === 0))
          expect(tellList(problem, lists, 'demands', 'open', demand.row)).toEqual(
            told(bruteListsOfDemand(problem, demand)),
          );
      }),
      { numRuns: 25 },
    );
  });

  it('are searched to the same end as by judging everything, for every stream', () => {
    fc.assert(
      fc.property(regions, settings, (snapshot, of) => {
        const { columns } = opened(snapshot, of);
        const search = createSearch(columns);
        const found = (row: number, side: 'output' | 'demand', everything: boolean) => {
          search[side](row, everything);
          return search.tops.map((top) =>
            Array.from({ length: top.count }, (_, i) => [top.partner[i], top.score[i], top.way[i]]),
          );
        };
        for (const row of columns.outputVisits) expect(found(row, 'output', false)).toEqual(found(row, 'output', true));
        for (const row of columns.demandVisits) expect(found(row, 'demand', false)).toEqual(found(row, 'demand', true));
      }),
      { numRuns: 60 },
    );
  });
});

describe('bounds', () => {
  it('no pair inside a node beats its bound, whatever the weights', () => {
    fc.assert(
      fc.property(regions, settings, fc.integer({ min: 0, max: 1e6 }), (snapshot, of, pick) => {
        const { columns } = opened(snapshot, of);
        const checks = createChecks(columns);
        const { targetFrom, targetPath, targetProduct, sourceFrom, sourcePath, sourceMaterial } = columns;
        const { outputReadingItem, outputReadingMaterial, demandReadingItem, demandReadingMaterial } = columns;
        for (let n = 0; n < outputReadingItem.length; n += 1 + (pick % 5)) {
          const [giver, material] = [outputReadingItem[n]!, outputReadingMaterial[n]!];
          if (giver < 0) continue;
          for (let w = targetFrom[material]!; w < targetFrom[material + 1]!; w++)
            holdBounds(columns, createTakerSearch(columns, checks), 'taker', giver, targetPath[w]!, targetProduct[w]!);
        }
        for (let n = 0; n < demandReadingItem.length; n += 1 + (pick % 5)) {
          const [taker, product] = [demandReadingItem[n]!, demandReadingMaterial[n]!];
          if (taker < 0) continue;
          for (let w = sourceFrom[product]!; w < sourceFrom[product + 1]!; w++)
            holdBounds(columns, createGiverSearch(columns, checks), 'giver', taker, sourcePath[w]!, sourceMaterial[w]!);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** Judges all pairs of an item with each group of a material or product, and compares every node's bound with the best inside. */
function holdBounds(
  c: Columns,
  search: TreeSearch,
  side: 'taker' | 'giver',
  item: number,
  path: number,
  material: number,
): void {
  const [from, groups, facts] =
    side === 'taker'
      ? [c.takerGroupsFrom, c.takerGroups, c.takerFacts]
      : [c.giverGroupsFrom, c.giverGroups, c.giverFacts];
  for (let k = from[material]!; k < from[material + 1]!; k++) {
    const group = k * GROUP.width;
    if (!search.aim(item, path, group)) continue;
    const top = new Top(1000);
    search.fill(top, true);
    const scoreOf = new Map(Array.from({ length: top.count }, (_, i) => [top.partner[i], top.score[i]!]));
    const best = (node: number, first: number, end: number, depth: number): number => {
      const middle = (first + end) >> 1;
      let most = -1;
      if (depth === 0)
        for (let i = first; i < end; i++) most = Math.max(most, scoreOf.get(facts[i * FACT.width + FACT.row]!) ?? -1);
      else most = Math.max(best(2 * node + 1, first, middle, depth - 1), best(2 * node + 2, middle, end, depth - 1));
      if (most >= 0) expect(search.bound(node)).toBeGreaterThanOrEqual(most);
      return most;
    };
    best(0, groups[group + GROUP.from]!, groups[group + GROUP.to]!, groups[group + GROUP.depth]!);
  }
}

describe('a file of columns', () => {
  const { problem } = opened({ companies: [], sites: [], flows: [] }, fc.sample(settings, { numRuns: 1, seed: 1 })[0]!);
  const buffer = columnsOf(problem);
  const changed = (change: (bytes: Uint8Array) => Uint8Array) => {
    const bytes = change(new Uint8Array(buffer.slice(0)));
    const shared = new SharedArrayBuffer(bytes.length);
    new Uint8Array(shared).set(bytes);
    return () => openColumns(shared, { verify: true });
  };

  it('opens as it was written', () => expect(changed((bytes) => bytes)().origin).toEqual({ of: '2' }));
  it('is refused in both languages', () => {
    const russian = () => {
      try {
        changed((b) => b.subarray(0, b.length - 8))();
      } catch (error) {
        return (error as SymbionError).text.ru;
      }
    };
    expect(russian()).toMatch(/обрезан \(найдено \d+\)/);
  });
  it('is refused when foreign', () => expect(changed((b) => b.fill(7, 0, 4))).toThrow('not a file of columns'));
  it('is refused when of another format', () => expect(changed((b) => b.fill(9, 4, 8))).toThrow('format 2 wanted'));
  it('is refused when truncated', () => expect(changed((b) => b.subarray(0, b.length - 8))).toThrow('truncated'));
  it('is refused when too short', () => expect(changed((b) => b.subarray(0, 8))).toThrow('too short'));
  it('is refused when damaged', () => expect(changed((b) => b.fill(b[200]! ^ 1, 200, 201))).toThrow('damaged'));
});
