import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Settings, Snapshot, SymbionError } from '../../src/domain/index.ts';
import { childrenOf, GROUP, leafOf, quartersOf, ROOT, SIBLINGS } from '../../src/engine/columns/forest.ts';
import { FACT } from '../../src/engine/columns/item.ts';
import { memoryOf, Room } from '../../src/engine/columns/memory.ts';
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
import { createChecks } from '../../src/engine/search/checks.ts';
import { createLanes, LANE_FACT, LaneShelf } from '../../src/engine/search/lanes.ts';
import { Top } from '../../src/engine/search/top.ts';
import { TreeSearch } from '../../src/engine/search/tree-search.ts';
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
            Array.from({ length: top.count }, (_, i) => [top.partnerAt(i), top.scoreAt(i), top.wayAt(i)]),
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
  it('no pair inside a node beats its bound, whatever the weights, for an item as for all of a leaf', () => {
    fc.assert(
      fc.property(regions, settings, fc.integer({ min: 1, max: 5 }), (snapshot, of, step) => {
        const { columns } = opened(snapshot, of);
        holdBounds(columns, true, step);
        holdBounds(columns, false, step);
      }),
      { numRuns: 60 },
    );
  });
});

/** Judges all pairs of every `step`th item with each group along each lane, and compares every node's bound with the best inside. */
function holdBounds(c: Columns, giving: boolean, step: number): void {
  const checks = createChecks(c);
  const room = new Room(memoryOf(c.points.buffer));
  const search = new TreeSearch(c, checks, giving, room);
  const top = new Top(room, 1000);
  const shelf = new LaneShelf(room);
  const lanesOf = createLanes(c, checks, giving, shelf);
  const groups = giving ? c.giverGroups : c.takerGroups;
  for (let group = 0; group < groups.length; group += GROUP.width) {
    search.aim.lanes = lanesOf(group);
    for (let item = groups[group + GROUP.from]!; item < groups[group + GROUP.to]!; item += step)
      for (let lane = 0; lane < search.aim.lanes.count; lane++) {
        search.aim.takeItem(item);
        if (!search.along(lane)) continue;
        const best = bestInside(c, search, giving, lane, top);
        for (const [node, most] of best) expect(search.bound(node)).toBeGreaterThanOrEqual(most);
        search.aim.takeNode(leafOf(groups, group, item).node, group);
        expect(search.along(lane)).toBe(true);
        for (const [node, most] of best) expect(search.bound(node)).toBeGreaterThanOrEqual(most);
      }
  }
}

/** The best score inside each node of the group at the other end of a lane. */
function bestInside(
  c: Columns,
  search: TreeSearch,
  giving: boolean,
  lane: number,
  top: Top,
): ReadonlyMap<number, number> {
  const [groups, facts] = giving ? [c.takerGroups, c.takerFacts] : [c.giverGroups, c.giverFacts];
  const group = search.aim.lanes.facts[lane * LANE_FACT.width + LANE_FACT.group]!;
  top.clear();
  search.judgeAll(top);
  const scoreOf = new Map(Array.from({ length: top.count }, (_, i) => [top.partnerAt(i), top.scoreAt(i)]));
  const found = new Map<number, number>();
  const best = (node: number, first: number, end: number, depth: number): number => {
    const quarters = quartersOf(first, end);
    let most = -1;
    if (depth === 0)
      for (let i = first; i < end; i++) most = Math.max(most, scoreOf.get(facts[i * FACT.width + FACT.row]!) ?? -1);
    else
      for (let n = 0; n < SIBLINGS; n++)
        most = Math.max(most, best(childrenOf(node) + n, quarters[n]!, quarters[n + 1]!, depth - 1));
    if (most >= 0) found.set(node, most);
    return most;
  };
  best(ROOT, groups[group + GROUP.from]!, groups[group + GROUP.to]!, groups[group + GROUP.depth]!);
  return found;
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
  it('is refused when of another format', () => expect(changed((b) => b.fill(9, 4, 8))).toThrow('format 4 wanted'));
  it('is refused when truncated', () => expect(changed((b) => b.subarray(0, b.length - 8))).toThrow('truncated'));
  it('is refused when too short', () => expect(changed((b) => b.subarray(0, 8))).toThrow('too short'));
  it('is refused when damaged', () => expect(changed((b) => b.fill(b[200]! ^ 1, 200, 201))).toThrow('damaged'));
});
