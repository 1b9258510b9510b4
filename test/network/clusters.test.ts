import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Company, Flow, Site } from '../../src/domain/index.ts';
import { claimByScore, dependenceOn, describeRegion, findClusters, findCommunities } from '../../src/network/index.ts';
import { matchOf, tonnes } from './rows.ts';

const flow = (id: string, company: string, direction: Flow['direction'], quantity: number, more: Partial<Flow> = {}) =>
  tonnes(id, company, direction, `material of ${id}`, quantity, more);

// A -> B -> C -> A in Tartu with much money, D -> E in Riga; B also offers D a little
const flows = [
  flow('a', 'A', 'output', 100, { routeKind: 'landfill' }),
  flow('b', 'B', 'output', 50),
  flow('c', 'C', 'output', 80, { routeKind: 'landfill' }),
  flow('d', 'D', 'output', 10),
  flow('na', 'A', 'input', 200),
  flow('nb', 'B', 'input', 60),
  flow('nc', 'C', 'input', 50),
  flow('ne', 'E', 'input', 10),
  flow('nd', 'D', 'input', 10),
];
const by = new Map(flows.map((f) => [f.id, f]));
const pair = (o: string, d: string, score: number, money: number) =>
  matchOf(by.get(o)!, by.get(d)!, { score, netBenefitEurPerYear: money });
const matches = [
  pair('a', 'nb', 900, 1000),
  pair('b', 'nc', 800, 500),
  pair('c', 'na', 700, 300),
  pair('d', 'ne', 600, 100),
  pair('b', 'nd', 10, 1),
];
const company = (id: string, nace: string): Company => ({ id, name: id, nace, visibility: 'public' });
const site = (id: string, town: string, region: string): Site => ({ id, companyId: id, town, region, modes: [] });
const input = {
  matches,
  snapshot: {
    companies: [
      company('A', '10.1'),
      company('B', '10.5'),
      company('C', '24.1'),
      company('D', '24.1'),
      company('E', '35'),
    ],
    sites: [
      site('A', 'Tartu', 'EE'),
      site('B', 'Tartu', 'EE'),
      site('C', 'Elva', 'EE'),
      site('D', 'Riga', 'LV'),
      site('E', 'Riga', 'LV'),
    ],
    flows,
  },
  knowledge: { materials: new Map(), uses: [] },
};

describe('clusters', () => {
  const report = findClusters(input);

  it('are the ring of Tartu and the pair of Riga, named by place and leading materials', () => {
    expect(report.clusters.map((c) => [c.companies.join(''), c.name.en])).toEqual([
      ['ABC', 'Tartu: material of a, material of b'],
      ['DE', 'Riga: material of d'],
    ]);
  });

  it('have their indicators', () => {
    const [ring] = report.clusters;
    expect(ring).toMatchObject({ matches: 3, exchanges: 3, density: 1, cyclicity: 1, suppliersPerDemand: 1 });
    expect(ring!.connectance).toBeCloseTo(1 / 3, 12);
    expect(ring!.tonnesPerYear).toBe(60 + 50 + 80);
    expect(ring!.inputShare).toBeCloseTo(190 / 310, 12);
    expect([ring!.before, ring!.after]).toEqual([
      { landfilledTonnes: 180, virginTonnes: 310 },
      { landfilledTonnes: 40, virginTonnes: 120 },
    ]);
    expect(ring!.flows.finnCycling).toBeGreaterThan(0.5);
  });

  it('location quotients are of employees where every company tells them, else of sites', () => {
    const quotient = (of: typeof input) =>
      findClusters(of).quotients.find((q) => q.region === 'EE' && q.activity === '24')!;
    expect(quotient(input)).toMatchObject({ of: 'sites', value: (1 * 5) / (3 * 2) });
    const employees: Readonly<Record<string, number>> = { A: 100, B: 50, C: 50, D: 10, E: 190 };
    const companies = input.snapshot.companies.map((c) => ({ ...c, employees: employees[c.id]! }));
    const told = quotient({ ...input, snapshot: { ...input.snapshot, companies } });
    expect(told).toMatchObject({ of: 'employees' });
    expect(told.value).toBeCloseTo((50 * 400) / (200 * 60), 12);
  });

  it('a whole region is told as one group, before and after', () => {
    const { companies, before, after, exchanges } = describeRegion(input);
    expect([companies, exchanges, before, after]).toEqual([
      5,
      4,
      { landfilledTonnes: 180, virginTonnes: 330 },
      { landfilledTonnes: 40, virginTonnes: 130 },
    ]);
    expect(describeRegion({ ...input, movements: [] })).toMatchObject({
      exchanges: 0,
      tonnesPerYear: 0,
      inputShare: 0,
    });
  });

  it('say how much each firm holds up', () => {
    expect(report.clusters[0]!.dependence.map((d) => [d.company, d.kept.toFixed(3)])).toEqual([
      ['B', '0.167'],
      ['A', '0.278'],
      ['C', '0.556'],
    ]);
  });

  it('give quotients of sites, and where more could grow', () => {
    expect(report.quotients.find((q) => q.region === 'EE' && q.activity === '10')).toEqual({
      region: 'EE',
      activity: '10',
      of: 'sites',
      value: 5 / 3,
    });
    // A keeps 40 t that B could take
    expect(report.potential[0]).toMatchObject({ region: 'EE', activity: '10', reachableShare: 1, firms: 2 });
  });

  it('do not depend on the order of matches', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(matches, { minLength: matches.length }), (shuffled) => {
        expect(findClusters({ ...input, matches: shuffled })).toEqual(report);
      }),
      { numRuns: 20, seed: 1 },
    );
  });

  it('of one region leave the others out', () => {
    expect(findClusters({ ...input, region: 'LV' }).clusters.map((c) => c.companies)).toEqual([['D', 'E']]);
  });
});

describe('movements', () => {
  it('give and take nothing twice', () => {
    const greedy = [pair('a', 'nb', 900, 1), pair('a', 'na', 800, 1), pair('c', 'na', 700, 1)];
    const moved = claimByScore(greedy, input.snapshot, () => 1);
    expect(moved.map((m) => [m.match.output, m.match.demand, m.quantityPerYear])).toEqual([
      ['a', 'nb', 60],
      ['a', 'na', 40],
      ['c', 'na', 80],
    ]);
  });
});

describe('dependence', () => {
  it('cascades along a chain of single partners', () => {
    const chain = [pair('a', 'nb', 900, 100), pair('b', 'nc', 800, 100), pair('c', 'nd', 1, 100)];
    const moved = claimByScore(chain, input.snapshot, () => 1);
    const lost = dependenceOn(moved).find((d) => d.company === 'A')!;
    expect([lost.kept.toFixed(3), lost.keptAfterCascade, lost.drags]).toEqual(['0.667', 0, ['B', 'C', 'D']]);
  });
});

const shared = path.resolve(import.meta.dirname, '../..', process.env.SYMBION_SHARED ?? '../shared', 'data');
describe.skipIf(!existsSync(shared))('communities of known graphs (shared data)', () => {
  const read = (file: string) => readFileSync(path.join(shared, 'community_graphs', file), 'utf8');
  it('karate club: modularity 0.4198', () => {
    const numbers = [...read('karate.gml').matchAll(/source\s+(\d+)\s+target\s+(\d+)/g)];
    const found = findCommunities(
      numbers.map((m) => ({ a: m[1]!, b: m[2]!, weight: 1 })),
      { tries: 40 },
    );
    expect(numbers).toHaveLength(78);
    expect(found.modularity.toFixed(4)).toBe('0.4198');
  });

  it('les miserables: modularity 0.5600', () => {
    const ties = read('lesmis_networkx.edgelist')
      .trim()
      .split('\n')
      .filter((l) => !l.startsWith('#'))
      .map((l) => l.split(/[\t ,]+/))
      .map(([a, b]) => ({ a: a!, b: b!, weight: 1 }));
    const found = findCommunities(ties, { tries: 400 });
    expect(found.modularity.toFixed(4)).toBe('0.5600');
  });
});
