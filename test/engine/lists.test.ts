import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Settings, Snapshot } from '../../src/domain/index.ts';
import {
  bruteListsOfDemand,
  bruteListsOfOutput,
  buildProblem,
  computeLists,
  explain,
  type Lists,
  listMatches,
  type StreamLists,
  tellList,
} from '../../src/engine/index.ts';
import { company, flow, KNOWLEDGE, SETTINGS, settings, site, snapshots } from './world.ts';

function listsOf(problem: ReturnType<typeof buildProblem>): Lists {
  const steps = computeLists(problem);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

const matchesOf = (snapshot: Snapshot, of: Settings = SETTINGS) => {
  const problem = buildProblem(snapshot, KNOWLEDGE, of);
  return [...listMatches(problem, listsOf(problem))];
};

/** Entries as text; the oracle collects blocked pairs always, the search only when they are listed. */
const told = (list: StreamLists, of: Settings) => {
  const text = (entries: StreamLists['open']) => entries.map((e) => `${e.partner} ${e.score} ${e.offer.pathway.id}`);
  return { open: text(list.open), blocked: of.blocked ? text(list.blocked) : [], hints: text(list.hints) };
};

const found = (problem: ReturnType<typeof buildProblem>, lists: Lists, side: 'outputs' | 'demands', row: number) => ({
  open: tellList(problem, lists, side, 'open', row),
  blocked: tellList(problem, lists, side, 'blocked', row),
  hints: tellList(problem, lists, side, 'hints', row),
});

/** One power station with ash, a cement plant 65 km away, a brick works and a road builder. */
const TOWN: Snapshot = {
  companies: [company('power', '35.11'), company('cement', '23.51'), company('road', '42.11')],
  sites: [site('power', 59, 30), site('cement', 59, 30.87), site('road', 59.1, 30)],
  flows: [
    flow('ash', 'power', 'output', 'fly-ash', { quantityPerYear: 1000, routeKind: 'landfill', hazardClass: 5 }),
    flow('binder', 'cement', 'input', 'fine-binder', { quantityPerYear: 700 }),
    flow('fill', 'road', 'input', 'fill', { quantityPerYear: 5000 }),
  ],
};

describe('ranked lists', () => {
  it('A1 fly ash goes to the cement plant first, to the road second', () => {
    expect(
      matchesOf(TOWN).map((m) => `${m.rank} ${m.output} -> ${m.demand} by ${m.use}, ${m.quantityPerYear} t`),
    ).toEqual(['1 ash -> binder by fly-ash--fine-binder, 1000 t', '2 ash -> fill by ash--fill, 1000 t']);
  });

  it('A2 a demand for the broader product is served by what replaces the narrower', () => {
    const broader = { ...TOWN, flows: [TOWN.flows[0]!, flow('any', 'cement', 'input', 'binder')] };
    expect(matchesOf(broader)[0]).toMatchObject({ demand: 'any', use: 'fly-ash--fine-binder' });
  });

  it('A3 what is wanted as itself needs no use', () => {
    const direct = { ...TOWN, flows: [TOWN.flows[0]!, flow('ashes', 'road', 'input', 'ash')] };
    expect(matchesOf(direct)[0]).toMatchObject({ demand: 'ashes', use: 'fly-ash--as-such' });
  });

  it('A4 what may be toxic dust fills no road; ash that stands in a list beside toxic dust does', () => {
    const readings = (part: boolean) =>
      ['ash', 'toxic-dust'].map((material, i) => ({
        material,
        confidence: 0.9,
        by: 'name' as const,
        ...(part && { part: i + 1 }),
      }));
    const usesOf = (part: boolean) =>
      matchesOf({
        ...TOWN,
        flows: [flow('dusts', 'power', 'output', 'ash', { readings: readings(part) }), TOWN.flows[2]!],
      })
        .filter(({ regime }) => regime === 'open')
        .map(({ use }) => use);
    expect(usesOf(false)).toEqual([]);
    expect(usesOf(true)).toEqual(['ash--fill']);
  });

  it('equals judging every pair, on thousands of small regions', () => {
    fc.assert(
      fc.property(snapshots, settings, (snapshot, of) => {
        const problem = buildProblem(snapshot, KNOWLEDGE, of);
        const lists = listsOf(problem);
        for (const output of problem.outputs)
          expect(found(problem, lists, 'outputs', output.row)).toEqual(told(bruteListsOfOutput(problem, output), of));
        for (const demand of problem.demands)
          expect(found(problem, lists, 'demands', demand.row)).toEqual(told(bruteListsOfDemand(problem, demand), of));
      }),
      { numRuns: 3000 },
    );
  });

  it('gives the same bytes when rows are permuted', () => {
    fc.assert(
      fc.property(snapshots, settings, (snapshot, of) => {
        const turned = {
          companies: snapshot.companies.toReversed(),
          sites: snapshot.sites.toReversed(),
          flows: snapshot.flows.toReversed(),
        };
        expect(JSON.stringify(matchesOf(turned, of))).toBe(JSON.stringify(matchesOf(snapshot, of)));
      }),
      { numRuns: 500 },
    );
  });

  it('has terms that add up to the score, and halves what is only similar', () => {
    fc.assert(
      fc.property(snapshots, settings, (snapshot, of) => {
        const problem = buildProblem(snapshot, KNOWLEDGE, of);
        for (const match of listMatches(problem, listsOf(problem))) {
          const { terms, score, verdict } = explain(problem, match.output, match.demand);
          expect(terms.reduce((sum, term) => sum + term.points, 0)).toBe(score);
          expect(terms.every((term) => Number.isInteger(term.points) && term.points >= 0)).toBe(true);
          if (verdict === 'hint') expect(score).toBeLessThanOrEqual(500);
          else expect(score).toBe(match.score);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('metamorphic', () => {
  const scoreAt = (lon: number, more = {}) => {
    const moved = { ...TOWN, sites: [TOWN.sites[0]!, site('cement', 59, lon), TOWN.sites[2]!], ...more };
    return matchesOf(moved).find((m) => m.demand === 'binder');
  };

  it('both quantities doubled, tonnes doubled', () => {
    const doubled = { ...TOWN, flows: TOWN.flows.map((f) => ({ ...f, quantityPerYear: 2 * f.quantityPerYear! })) };
    expect(matchesOf(doubled).map((m) => m.quantityPerYear)).toEqual(
      matchesOf(TOWN).map((m) => 2 * m.quantityPerYear!),
    );
  });

  it('a receiver moved away by road in the same country never gains, money and CO2 never rise', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 30.01, max: 44, noNaN: true }),
        fc.double({ min: 0, max: 6, noNaN: true }),
        (lon, further) => {
          const near = scoreAt(lon)!;
          const far = scoreAt(lon + further)!;
          expect(far.score).toBeLessThanOrEqual(near.score);
          expect(far.netBenefitEurPerYear).toBeLessThanOrEqual(near.netBenefitEurPerYear!);
          expect(far.co2KgPerYear).toBeLessThanOrEqual(near.co2KgPerYear!);
        },
      ),
    );
  });

  it('a higher hazard class never adds a use other than licensed treatment', () => {
    const usesAt = (hazardClass: number) =>
      new Set(
        matchesOf({ ...TOWN, flows: [{ ...TOWN.flows[0]!, hazardClass }, ...TOWN.flows.slice(1)] }).map((m) => m.use),
      );
    for (let c = 2; c <= 5; c++) expect([...usesAt(c - 1)].filter((use) => !usesAt(c).has(use))).toEqual([]);
  });

  it('the sign of CO2 changes at the distance where the factor of the pair divided by that of transport says', () => {
    // 200 + 50 avoided landfill - 10 treatment = 240 kg/t, over 0.095 kg/t/km: 2,526 km by road
    const road = (lon: number) =>
      matchesOf({ ...TOWN, sites: [site('power', 59, 0), site('cement', 59, lon), TOWN.sites[2]!] }).find(
        (m) => m.demand === 'binder',
      )!;
    const near = road(33);
    const far = road(36);
    expect([near.distanceKm! < 2526, near.co2KgPerYear! > 0, far.distanceKm! > 2526, far.co2KgPerYear! < 0]).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });
});

describe('explain', () => {
  const problem = buildProblem(
    {
      companies: [...TOWN.companies, company('feeder', '10.91'), company('finn', '23.51')],
      sites: [...TOWN.sites, site('feeder', 59, 30.1), { ...site('finn', 60.5, 27), country: 'FI' }],
      flows: [
        ...TOWN.flows,
        flow('dust', 'power', 'output', 'toxic-dust'),
        flow('mix', 'feeder', 'input', 'feed'),
        flow('abroad', 'finn', 'input', 'fine-binder'),
        flow('strict', 'cement', 'input', 'fine-binder', {
          measurements: [{ parameter: 'LOI', operator: '<', value: 3 }],
        }),
        flow('wet', 'power', 'output', 'fly-ash', { measurements: [{ parameter: 'LOI', operator: '=', value: 8 }] }),
      ],
    },
    KNOWLEDGE,
    SETTINGS,
  );
  const verdict = (output: string, demand: string) => {
    const e = explain(problem, output, demand);
    return `${e.verdict}${e.vetoes.length > 0 ? `: ${e.vetoes[0]!.rule} [${e.vetoes[0]!.citation}]` : ''}`;
  };

  it('names the rule that refuses, before it says that there is no use', () => {
    expect(verdict('dust', 'mix')).toBe('refused: metals-not-feed [estimate]');
    expect(verdict('dust', 'fill')).toBe('refused: metals-not-feed [estimate]');
    expect(verdict('ash', 'mix')).toBe('no use');
  });

  it('tells a border regime apart from a refusal', () =>
    expect(verdict('ash', 'abroad')).toBe('blocked: ru-eu [estimate]'));

  it("tells a buyer's limit", () =>
    expect(verdict('wet', 'strict')).toBe("refused: limit LOI [estimate: the buyer's own limit]"));

  it('sets every limit beside what is declared', () =>
    expect(explain(problem, 'wet', 'strict').limits.filter(({ by }) => by === 'buyer')).toEqual([
      {
        parameter: 'LOI',
        operator: '<',
        limit: 3,
        by: 'buyer',
        declared: { operator: '=', value: 8 },
        outcome: 'failed',
        evidence: "the buyer's own limit",
      },
    ]));

  it('tells where each figure of money and CO2 comes from', () => {
    const { sources } = explain(problem, 'ash', 'abroad');
    expect(sources.map(({ of, figure }) => `${of} ${figure}`)).toEqual([
      'money avoidedDisposal',
      'money avoidedPurchase',
      'money treatment',
      'money transport',
      'money transaction',
      'carbon avoidedVirgin',
      'carbon avoidedLandfill',
      'carbon treatment',
      'carbon transport',
    ]);
    expect(sources.every(({ source }) => source !== '')).toBe(true);
  });

  it('throws not-found for an unknown flow', () =>
    expect(() => explain(problem, 'nobody', 'mix')).toThrow('There is no output "nobody".'));
});
