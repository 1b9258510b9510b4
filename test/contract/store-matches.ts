import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compareIds, type Match } from '../../src/domain/index.ts';
import type { MatchFilter, Store } from '../../src/store/port.ts';
import type { OpenedStore } from './houses.ts';
import { company, flow, match, numbers, run, site, without } from './samples.ts';
import { fault } from './store-changes.ts';
import { allPages } from './store-find.ts';

const COMPANIES = ['A', 'B', 'Ц', 'D'];
const REGION: Readonly<Record<string, string>> = { A: 'R1', B: 'R2', Ц: 'R2', D: 'R3' };

/** Matches of a run: every filter and order against a plain reading of the same rows. */
export function matchesContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(`${name} store: matches`, () => {
    let opened: OpenedStore;
    let store: Store;
    beforeEach(async () => {
      opened = await open();
      store = opened.store;
    });
    afterEach(() => opened.dispose());

    it('each filter, each order and pages of any size agree with a plain reading', async () => {
      await store.apply({
        companies: COMPANIES.map((id) => company(id)),
        sites: COMPANIES.map((id) => site(id, { region: REGION[id]! })),
      });
      const matches = randomMatches(numbers(5));
      await store.publishRun(run('r'), matches);
      for (const filter of FILTERS)
        for (const sort of [undefined, 'score', 'money', 'co2', 'quantity'] as const) {
          const asked = sort ? { ...filter, sort } : filter;
          const expected = plainly(matches, asked).map(pair);
          for (const limit of [3, 50]) {
            const rows = await allPages((after) => store.findMatches('r', asked, limit, after), limit);
            expect(rows.map(pair), JSON.stringify(asked)).toEqual(expected);
          }
        }
    });

    it('a stored flow counts with its site, an inferred one with its company’s first site', async () => {
      await store.apply({
        companies: [company('A'), company('B')],
        sites: [
          site('A', { id: 'A/1', region: 'first' }),
          site('A', { id: 'A/2', region: 'second' }),
          site('B', { region: 'elsewhere' }),
        ],
        flows: [flow('o-stored', 'A', { siteId: 'A/2' })],
      });
      await store.publishRun(run('r'), [match('o-inferred', 'd'), match('o-stored', 'd')]);
      const outputs = async (region: string) => (await store.findMatches('r', { region }, 9)).rows.map((m) => m.output);
      expect(await outputs('first')).toEqual(['o-inferred']);
      expect(await outputs('second')).toEqual(['o-stored']);
      expect(await outputs('elsewhere')).toEqual(['o-inferred', 'o-stored']);
      expect(await outputs('nowhere')).toEqual([]);
    });

    it('equal keys page through by output then demand in UTF-8 order, none lost or doubled', async () => {
      const ids = ['я', '\u{1f30d}', '\uffee', 'a', 'Z'];
      const matches = ids.flatMap((o) => ids.map((d, k) => match(o, d, { rank: k + 1 })));
      await store.publishRun(run('r'), matches);
      const sorted = [...ids].sort(compareIds);
      const expected = sorted.flatMap((o) => sorted.map((d) => `${o} ${d}`));
      for (const limit of [1, 2, 5, 24, 25, 26]) {
        const rows = await allPages((after) => store.findMatches('r', {}, limit, after), limit);
        expect(rows.map(pair)).toEqual(expected);
      }
    });

    it('a page key of another list or out of thin air is refused', async () => {
      const matches = ['d1', 'd2', 'd3'].map((d, k) => match('o', d, { rank: k + 1 }));
      await store.publishRun(run('r1'), matches);
      await store.publishRun(run('r2'), matches);
      const { next } = await store.findMatches('r1', {}, 1);
      expect(next).toBeDefined();
      expect((await fault(store.findMatches('r2', {}, 1, next))).kind).toBe('input');
      expect((await fault(store.findMatches('r1', { sort: 'money' }, 1, next))).kind).toBe('input');
      expect((await fault(store.findMatches('r1', {}, 1, 'nonsense'))).kind).toBe('input');
      expect((await fault(store.findMatches('r1', { output: 'o' }, 1, 'nonsense'))).kind).toBe('input');
    });

    it('a run is read list by list, by output id, each list by rank', async () => {
      const matches = randomMatches(numbers(8));
      await store.publishRun(run('r'), matches);
      const lists = await Array.fromAsync(store.readMatches('r'));
      const outputs = [...new Set(matches.map((m) => m.output))].sort(compareIds);
      expect(lists).toEqual(outputs.map((output) => plainly(matches, { output })));
    });

    it('a run that nobody published is not read', async () => {
      expect((await fault(Array.fromAsync(store.readMatches('nobody')))).kind).toBe('not-found');
    });

    it('ids that look like a statement are only ids', async () => {
      const odd = `'; DROP TABLE x; -- " \` $1 {} //`;
      await store.publishRun(run('r'), [match(odd, odd, { material: odd, outputCompany: odd })]);
      expect((await store.findMatches('r', { output: odd, material: odd, company: odd }, 5)).rows).toHaveLength(1);
    });
  });
}

const pair = (m: Match) => `${m.output} ${m.demand}`;

const FILTERS: readonly MatchFilter[] = [
  {},
  { output: 'o03' },
  { output: 'nobody' },
  { demand: 'd02' },
  { output: 'o03', demand: 'd02' },
  { company: 'B' },
  { company: 'Ц', demand: 'd01' },
  { company: 'nobody' },
  { region: 'R2' },
  { region: 'R3', material: 'm1' },
  { region: 'nowhere' },
  { material: 'm2' },
  { use: 'u1' },
  { minScore: 500 },
  { minNetBenefitEurPerYear: 0 },
  { minCo2KgPerYear: -10 },
  { inferred: true },
  { inferred: false, regime: 'blocked' },
  { regime: 'open' },
  { region: 'R1', company: 'A', use: 'u0', minScore: 100, inferred: false, regime: 'open', minCo2KgPerYear: -1000 },
  { output: 'o05', minScore: 300, regime: 'open' },
];

/** Few distinct values, so that ties and unknown values abound. */
function randomMatches(below: (n: number) => number): Match[] {
  const matches: Match[] = [];
  for (let o = 0; o < 12; o++) {
    const demands = Array.from({ length: 9 }, (_, d) => `d0${d}`).filter(() => below(3) > 0);
    for (const [k, demand] of demands.entries()) {
      const full = match(`o${String(o).padStart(2, '0')}`, demand, {
        outputCompany: COMPANIES[o % 4]!,
        demandCompany: COMPANIES[Number(demand.slice(1)) % 4]!,
        rank: demands.length - k,
        score: below(5) * 250,
        material: `m${below(3)}`,
        use: `u${below(3)}`,
        netBenefitEurPerYear: (below(5) - 2) * 1000.5,
        co2KgPerYear: (below(5) - 2) * 10,
        quantityPerYear: below(4) / 7,
        inferred: below(3) === 0,
        regime: below(5) === 0 ? 'blocked' : 'open',
      });
      const known = below(4) === 0 ? (without(full, 'netBenefitEurPerYear', 'co2KgPerYear') as Match) : full;
      const placed = below(6) === 0 ? (without(known, 'quantityPerYear') as Match) : known;
      matches.push(placed.regime === 'blocked' ? (without(placed, 'rank') as Match) : placed);
    }
  }
  return matches;
}

/** The contract's words, read literally. */
function plainly(matches: readonly Match[], filter: MatchFilter): Match[] {
  const regionOf = (m: Match) => [REGION[m.outputCompany], REGION[m.demandCompany]];
  const atLeast = (value: number | undefined, least: number | undefined) =>
    least === undefined || (value !== undefined && value >= least);
  const kept = matches.filter(
    (m) =>
      (filter.output ?? m.output) === m.output &&
      (filter.demand ?? m.demand) === m.demand &&
      (filter.company === undefined || [m.outputCompany, m.demandCompany].includes(filter.company)) &&
      (filter.region === undefined || regionOf(m).includes(filter.region)) &&
      (filter.material ?? m.material) === m.material &&
      (filter.use ?? m.use) === m.use &&
      atLeast(m.score, filter.minScore) &&
      atLeast(m.netBenefitEurPerYear, filter.minNetBenefitEurPerYear) &&
      atLeast(m.co2KgPerYear, filter.minCo2KgPerYear) &&
      (filter.inferred ?? m.inferred) === m.inferred &&
      (filter.regime ?? m.regime) === m.regime,
  );
  const value = (m: Match): number => {
    if (filter.sort === undefined && filter.output !== undefined) return -(m.rank ?? Number.POSITIVE_INFINITY);
    const keys = { score: m.score, money: m.netBenefitEurPerYear, co2: m.co2KgPerYear, quantity: m.quantityPerYear };
    return keys[filter.sort ?? 'score'] ?? Number.NEGATIVE_INFINITY;
  };
  return kept.sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    if (x !== y) return x > y ? -1 : 1;
    return compareIds(a.output, b.output) || compareIds(a.demand, b.demand);
  });
}
