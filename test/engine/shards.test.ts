import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawCountry, snapshotOf } from '../../bench/engine/country.ts';
import { DEFAULT_SETTINGS, type Settings, type Snapshot, SymbionError } from '../../src/domain/index.ts';
import {
  buildProblem,
  columnsOf,
  columnsOfShard,
  createLists,
  createMerge,
  emptyLists,
  fillLists,
  type Lists,
  listMatches,
  openColumns,
  type Problem,
  packPart,
  planShards,
} from '../../src/engine/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { company, flow, KNOWLEDGE, SETTINGS, settings, site, snapshots } from './world.ts';

function search(buffer: SharedArrayBuffer): Lists {
  const { columns } = openColumns(buffer);
  const lists = createLists(columns);
  let batch = 0;
  for (const _ of fillLists(columns, lists, () => batch++));
  return lists;
}

const whole = (problem: Problem) => search(columnsOf(problem));

/** Searched shard by shard, merged in an order of one's own. */
function sharded(
  problem: Problem,
  size: number,
  order: (parts: Uint8Array[]) => Uint8Array[] = (parts) => parts,
): Lists {
  const shards = planShards(problem, size);
  const parts = Array.from({ length: shards.count }, (_, n) => {
    const members = shards.members(n);
    return packPart(search(columnsOfShard(problem, members)), members);
  });
  const lists = emptyLists(problem);
  const merge = createMerge(problem, lists);
  order(parts).forEach(merge);
  return lists;
}

/** All lists of both sides as bytes; the counters before them are no part of an answer. */
const bytesOf = (lists: Lists) => Buffer.from(new Uint8Array(lists.buffer).slice(16)).toString('base64');

/** A small list never has room for all: three towns of mills and bakers along a road. */
const ROAD: Snapshot = {
  companies: ['a', 'b', 'c'].flatMap((town) => [company(`power-${town}`, '35.11'), company(`road-${town}`, '42.11')]),
  sites: ['a', 'b', 'c'].flatMap((town, i) => [
    site(`power-${town}`, 59, 30 + 4 * i),
    site(`road-${town}`, 59, 30.5 + 4 * i),
  ]),
  flows: ['a', 'b', 'c'].flatMap((town) => [
    flow(`ash-${town}`, `power-${town}`, 'output', 'fly-ash'),
    flow(`fill-${town}`, `road-${town}`, 'input', 'fill'),
  ]),
};

describe('shards', () => {
  it('towns too far apart for a use of 120 km hold nothing of each other', () => {
    const problem = buildProblem(ROAD, KNOWLEDGE, SETTINGS);
    const shards = planShards(problem, 2);
    const told = Array.from({ length: shards.count }, (_, n) => {
      const { outputs, demands } = shards.members(n);
      const names = [
        ...Array.from(outputs.rows, (row) => problem.outputs[row]!.flow.id),
        ...Array.from(demands.rows, (row) => problem.demands[row]!.flow.id),
      ];
      return names.join(' + ');
    });
    expect(told).toEqual(['ash-a + fill-a', 'ash-b + fill-b', 'ash-c + fill-c']);
    expect([...listMatches(problem, sharded(problem, 2))].map((m) => `${m.output} -> ${m.demand}`)).toEqual([
      'ash-a -> fill-a',
      'ash-b -> fill-b',
      'ash-c -> fill-c',
    ]);
  });

  it('give, merged in any order and twice, the bytes of the whole, whatever their size and the order of rows', () => {
    const shuffles = fc.constantFrom(
      (parts: Uint8Array[]) => parts,
      (parts: Uint8Array[]) => parts.toReversed(),
      (parts: Uint8Array[]) => [...parts, ...parts],
    );
    fc.assert(
      fc.property(snapshots, settings, fc.integer({ min: 1, max: 30 }), shuffles, (snapshot, of, size, order) => {
        const turned = {
          companies: snapshot.companies.toReversed(),
          sites: snapshot.sites.toReversed(),
          flows: snapshot.flows.toReversed(),
        };
        const problem = buildProblem(snapshot, KNOWLEDGE, of);
        const expected = bytesOf(whole(problem));
        expect(bytesOf(sharded(problem, size, order))).toBe(expected);
        expect(bytesOf(sharded(buildProblem(turned, KNOWLEDGE, of), size))).toBe(expected);
      }),
      { numRuns: 1500 },
    );
  });

  it.each<[string, Partial<Settings>, Parameters<typeof drawCountry>[2]]>([
    ['as handed in', {}, {}],
    ['half of the places unknown', { blocked: true, hints: true }, { unplaced: 0.5 }],
    ['all in one town', { top: 3 }, { oneTown: true }],
    ['one material for all', {}, { oneMaterial: true }],
  ])('give the bytes of the whole on a country with the real uses, %s', (_, more, nature) => {
    const knowledge = loadKnowledge();
    const of = { ...DEFAULT_SETTINGS, asOf: '2026-11-01', ...more };
    const problem = buildProblem(snapshotOf(drawCountry(1500, knowledge, nature)), knowledge, of);
    const expected = bytesOf(whole(problem));
    for (const size of [100, 700, 10_000]) expect(bytesOf(sharded(problem, size))).toBe(expected);
  });

  it('search each stream of known place once a family, and are of the size asked for', () => {
    const knowledge = loadKnowledge();
    const of = { ...DEFAULT_SETTINGS, asOf: '2026-11-01' };
    const problem = buildProblem(snapshotOf(drawCountry(3000, knowledge, { unplaced: 0 })), knowledge, of);
    const shards = planShards(problem, 500);
    expect(Math.max(...shards.sizes)).toBeLessThanOrEqual(500);
    const searched = shards.sizes.reduce((sum, n) => sum + n, 0);
    expect(searched / 6000).toBeLessThan(1.1);
    expect(shards.count).toBeLessThanOrEqual(Math.ceil(searched / 500) * 2);
  });

  it('refuse bytes that are no part', () => {
    const problem = buildProblem(ROAD, KNOWLEDGE, SETTINGS);
    const members = planShards(problem, 100).members(0);
    const part = packPart(search(columnsOfShard(problem, members)), members);
    const merge = createMerge(problem, emptyLists(problem));
    for (const broken of [part.slice(4), part.slice(0, -4), part.slice(0, 6), new Uint8Array(0)])
      expect(() => merge(broken)).toThrow(SymbionError);
    const other = buildProblem(ROAD, KNOWLEDGE, { ...SETTINGS, top: 3 });
    expect(() => createMerge(other, emptyLists(other))(part)).toThrow(SymbionError);
  });
});
