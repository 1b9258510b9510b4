import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flow, Match, Material, Use } from '../../src/domain/index.ts';
import {
  type AllocationProblem,
  allocate,
  allocateWithPricing,
  buildAllocation,
  capexAt,
  collectSmall,
  findGaps,
  type LocationProblem,
  locate,
  locateGreedily,
  ModelWriter,
  type PlanArc,
  pairsFrom,
  paretoFront,
  planRegion,
  planUnderUncertainty,
  sitePlants,
  sizesOf,
  solveLinear,
} from '../../src/planning/index.ts';
import { matchOf, tonnes } from '../network/rows.ts';

const worth = (money: number, co2 = 0) => ({ money, co2, landfill: 0, jobs: 0 });
const output = (id: string, available: number) => ({ id, company: id, available, unit: 't' as const });
const demand = (id: string, wanted: number) => ({ id, company: id, wanted });

/** X pays more money for A, Y saves more CO2. */
const torn: AllocationProblem = {
  outputs: [output('A', 100)],
  demands: [demand('X', 100), demand('Y', 100)],
  arcs: [
    { output: 'A', demand: 'X', ratio: 1, worth: worth(10, 1) },
    { output: 'A', demand: 'Y', ratio: 1, worth: worth(4, 3) },
  ],
};

describe('front of money against CO2', () => {
  it('goes in equal steps from 1,000 EUR / 100 kg to 400 EUR / 300 kg, 3 EUR a kg', async () => {
    const front = await paretoFront(torn, { objective: 'money' }, 'co2', 5);
    expect(front.map((p) => [p.plan.totals.money, p.plan.totals.co2].map((x) => Math.round(x)).join(' / '))).toEqual([
      '1000 / 100',
      '850 / 150',
      '700 / 200',
      '550 / 250',
      '400 / 300',
    ]);
    expect(front[2]!.exchangeRate).toBeCloseTo(3, 6);
  });

  it('has no point that another dominates', async () => {
    const arcs = fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.nat(20), fc.nat(20)), { minLength: 3, maxLength: 14 });
    await fc.assert(
      fc.asyncProperty(arcs, async (list) => {
        const pairs = new Map(list.map(([i, j, money, co2]) => [`${i} ${j}`, { i, j, money, co2 }]));
        const problem: AllocationProblem = {
          outputs: [0, 1, 2, 3].map((i) => output(`O${i}`, 10 + i)),
          demands: [0, 1, 2, 3].map((j) => demand(`D${j}`, 13 - j)),
          arcs: [...pairs.values()].map((p) => ({
            output: `O${p.i}`,
            demand: `D${p.j}`,
            ratio: 1,
            worth: worth(p.money, p.co2),
          })),
        };
        const front = (await paretoFront(problem, { objective: 'money' }, 'co2', 6)).map((p) => p.plan.totals);
        for (const a of front)
          for (const b of front) expect(a !== b && b.money >= a.money + 1e-6 && b.co2 >= a.co2 + 1e-6).toBe(false);
      }),
      { numRuns: 60, seed: 2 },
    );
  });
});

describe('pricing further pairs in', () => {
  // both outputs rank X first, but X takes only one of them: Y is outside the ranked pairs
  const all: PlanArc[] = [
    { output: 'A', demand: 'X', ratio: 1, worth: worth(10) },
    { output: 'B', demand: 'X', ratio: 1, worth: worth(9) },
    { output: 'B', demand: 'Y', ratio: 1, worth: worth(7) },
  ];
  const problem: AllocationProblem = {
    outputs: [output('A', 50), output('B', 50)],
    demands: [demand('X', 50), demand('Y', 50)],
    arcs: all.slice(0, 2),
  };

  it('finds the taker that a saturated list misses', async () => {
    expect((await allocate(problem, { objective: 'money' })).value).toBe(500);
    const priced = await allocateWithPricing(problem, { objective: 'money' }, pairsFrom(all));
    expect([priced.value, priced.boundOverAll, priced.pairsAdded]).toEqual([850, 850, 1]);
  });

  it('ends at the optimum over all pairs', async () => {
    const dense = fc.array(fc.integer({ min: -5, max: 30 }), { minLength: 36, maxLength: 36 });
    await fc.assert(
      fc.asyncProperty(dense, async (money) => {
        const pairs = money.map(
          (m, k): PlanArc => ({
            output: `O${Math.floor(k / 6)}`,
            demand: `D${k % 6}`,
            ratio: 1 + (k % 6) / 10,
            worth: worth(m),
          }),
        );
        const full: AllocationProblem = {
          outputs: [0, 1, 2, 3, 4, 5].map((i) => output(`O${i}`, 10 + 3 * i)),
          demands: [0, 1, 2, 3, 4, 5].map((j) => demand(`D${j}`, 25 - 3 * j)),
          arcs: pairs,
        };
        const best = (i: number) =>
          pairs.filter((a) => a.output === `O${i}`).sort((a, b) => b.worth.money - a.worth.money)[0]!;
        const few = { ...full, arcs: [0, 1, 2, 3, 4, 5].map(best) };
        const priced = await allocateWithPricing(few, { objective: 'money' }, pairsFrom(pairs));
        const optimum = (await allocate(full, { objective: 'money' })).value;
        expect(priced.value).toBeCloseTo(optimum, 6);
        expect(priced.boundOverAll).toBeGreaterThan(optimum - 1e-6);
      }),
      { numRuns: 60, seed: 4 },
    );
  });
});

describe('uncertainty', () => {
  const inputs = [
    { name: 'A available', company: 'A', unknown: true, of: 'available', ids: ['A'], low: 0.5, high: 1.5 },
    { name: 'X wanted', company: 'X', unknown: true, of: 'wanted', ids: ['X'], low: 0.9, high: 1.1 },
    { name: 'price of X', of: 'money', ids: ['A>X'], low: 0.2, high: 1.8 },
  ] as const;

  it('says how often each exchange stays, and whom to ask first', async () => {
    const report = await planUnderUncertainty(torn, { objective: 'money' }, inputs, { trials: 400, seed: 5 });
    // A>X pays less than A>Y when its price factor falls below 0.4: an eighth of all draws
    const first = report.exchanges.find((e) => e.demand === 'X')!;
    expect(first.inPlan).toBeGreaterThan(0.83);
    expect(report.money.p10).toBeLessThan(report.money.p50);
    expect(report.money.p50).toBeLessThan(report.money.p90);
    expect(report.askFirst.map((q) => [q.name, Math.round(q.effect)])).toEqual([
      ['A available', 700],
      ['X wanted', 60],
    ]);
  });

  it('with the same seed says the same', async () => {
    const run = () => planUnderUncertainty(torn, { objective: 'money' }, inputs, { trials: 20, seed: 9 });
    expect(await run()).toEqual(await run());
  });

  it('refuses turned bounds', async () => {
    const bad = [{ ...inputs[0], low: 2 }];
    await expect(planUnderUncertainty(torn, { objective: 'money' }, bad, { trials: 1, seed: 1 })).rejects.toMatchObject(
      {
        kind: 'input',
      },
    );
  });
});

describe('where to put a missing plant', () => {
  const at = (id: string, lat: number, lon: number) => ({ id, lat, lon });
  const streams = [
    { ...at('north', 60, 30), quantity: 1000, worthPerUnit: 20 },
    { ...at('near', 60.1, 30.1), quantity: 800, worthPerUnit: 20 },
    { ...at('far', 55, 60), quantity: 900, worthPerUnit: 20 },
  ];
  const places = [at('north', 60, 30), at('far', 55, 60)];

  it('opens where the streams are, and not where too few are', async () => {
    const siting = await sitePlants(
      {
        id: 'digester',
        capex: { eur: 200_000, atPerYear: 1, exponent: 0 },
        capacityPerYear: 5000,
        distanceLimitKm: 50,
      },
      streams,
      places,
      { transportEurPerUnitKm: 0.1 },
    );
    expect(siting.plants.map((p) => [p.place, p.quantityPerYear, p.streams.map((s) => s.id)])).toEqual([
      ['north', 1800, ['north', 'near']],
    ]);
    expect(siting.benefitEurPerYear).toBeGreaterThan(0);
    expect(siting.gap).toBeLessThan(1e-6);
  });

  const kiln = { eur: 1_000_000, atPerYear: 1000, exponent: 0.6 };

  it('costs by the power of its size, and a small plant no less than the smallest that is believed', () => {
    expect([10, 100, 1000, 2000].map((size) => Math.round(capexAt(kiln, size)))).toEqual([
      251_189, 251_189, 1_000_000, 1_515_717,
    ]);
  });

  it('is so large that the whole of what is worth fetching pays, and knows its capital', async () => {
    const siting = await sitePlants({ id: 'kiln', capex: kiln, capacityPerYear: Infinity }, streams, places, {
      transportEurPerUnitKm: 0.1,
    });
    expect(siting.plants).toEqual([]);
    const rich = streams.map((stream) => ({ ...stream, worthPerUnit: 200 }));
    const [plant] = (
      await sitePlants({ id: 'kiln', capex: kiln, capacityPerYear: Infinity, distanceLimitKm: 50 }, rich, places, {
        transportEurPerUnitKm: 0.1,
      })
    ).plants;
    expect([plant!.place, plant!.quantityPerYear, Math.round(plant!.capexEur)]).toEqual([
      'north',
      1800,
      Math.round(1_000_000 * 1.8 ** 0.6),
    ]);
  });

  it('the chords lie under the curve of the capital, at most 1.5 % where the exponent is 0.6', () => {
    const sizes = sizesOf(kiln, 1, 10_000);
    for (const { from, to, fixedCost, costPerUnit } of sizes.slice(1))
      for (const share of [0, 0.25, 0.5, 0.75, 1]) {
        const size = from + share * (to - from);
        const ratio = (fixedCost + costPerUnit * size) / capexAt(kiln, size);
        expect(ratio).toBeLessThanOrEqual(1 + 1e-12);
        expect(ratio).toBeGreaterThan(0.985);
      }
  });

  it('the solver and trying every size at every place agree where the capital grows with the size', async () => {
    const cases = fc.tuple(
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 5, maxLength: 5 }),
      fc.array(fc.integer({ min: -9, max: 2 }), { minLength: 10, maxLength: 10 }),
      fc.integer({ min: 5, max: 60 }),
    );
    await fc.assert(
      fc.asyncProperty(cases, async ([quantity, cost, eur]) => {
        const sizes = sizesOf({ eur, atPerYear: 20, exponent: 0.6 }, 1, 50);
        const problem: LocationProblem = {
          facilities: [0, 1].map((i) => ({ id: `F${i}`, capacity: 50, fixedCost: 0, sizes })),
          clients: quantity.map((q, i) => ({ id: `C${i}`, quantity: q })),
          links: cost.map((c, k) => ({ facility: k % 2, client: Math.floor(k / 2), costPerUnit: c })),
          serveAll: false,
        };
        const [exact, greedy] = [await locate(problem), await locateGreedily(problem)];
        expect(exact.cost).toBeCloseTo(await bestByTrying(problem), 4);
        expect(greedy.cost).toBeGreaterThan(exact.cost - 1e-6);
        expect(greedy.bound).toBeLessThan(exact.cost + 1e-6);
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  it('greedy is never better than the optimum and its bound never worse', async () => {
    const cases = fc.tuple(
      fc.array(fc.integer({ min: 5, max: 60 }), { minLength: 4, maxLength: 4 }),
      fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 6, maxLength: 6 }),
      fc.array(fc.integer({ min: -8, max: 2 }), { minLength: 24, maxLength: 24 }),
    );
    await fc.assert(
      fc.asyncProperty(cases, async ([fixed, quantity, cost]) => {
        const problem: LocationProblem = {
          facilities: fixed.map((f, i) => ({ id: `F${i}`, capacity: 25, fixedCost: f })),
          clients: quantity.map((q, i) => ({ id: `C${i}`, quantity: q })),
          links: cost.map((c, k) => ({ facility: k % 4, client: Math.floor(k / 4), costPerUnit: c })),
          serveAll: false,
        };
        const [exact, greedy] = [await locate(problem), await locateGreedily(problem)];
        expect(greedy.cost).toBeGreaterThan(exact.cost - 1e-6);
        expect(greedy.bound).toBeLessThan(exact.cost + 1e-6);
      }),
      { numRuns: 60, seed: 6 },
    );
  });
});

describe('milk runs', () => {
  const taker = { lat: 60, lon: 30 };
  const small = [0.01, 0.02, 0.03].map((d, i) => ({
    id: `farm ${i}`,
    lat: 60.2 + d,
    lon: 30,
    quantity: 40,
    worthPerTonne: 30,
  }));
  const terms = { minimumLot: 100, truckTonnes: 20, eurPerKm: 1.5, eurPerStop: 100 };

  it('pass where singles fail', () => {
    const { runs, alone, left } = collectSmall(small, taker, terms);
    expect([alone, left]).toEqual([[], []]);
    expect(runs.map((r) => [r.stops.length, r.tonnesPerYear, r.tripsPerYear])).toEqual([[3, 120, 6]]);
    expect(runs[0]!.netBenefitEurPerYear).toBeGreaterThan(0);
  });

  it('are not driven where they do not pay', () => {
    expect(collectSmall(small, taker, { ...terms, eurPerKm: 20 }).runs).toEqual([]);
  });
});

/** The least cost over every choice of one size, or none, at each place: an LP each. */
async function bestByTrying({ facilities, clients, links }: LocationProblem): Promise<number> {
  const none = { from: 0, to: 0, fixedCost: 0, costPerUnit: 0 };
  const choices = facilities.map((facility) => [none, ...facility.sizes!]);
  const every = choices.reduce<(typeof none)[][]>(
    (all, sizes) => all.flatMap((before) => sizes.map((size) => [...before, size])),
    [[]],
  );
  let best = 0;
  for (const chosen of every) {
    const writer = new ModelWriter();
    const fromClient = clients.map((client) => writer.row(0, client.quantity));
    const atPlace = chosen.map((size) => writer.row(size.from, size.to));
    for (const { facility, client, costPerUnit } of links) {
      const column = writer.column(costPerUnit + chosen[facility]!.costPerUnit, 0, Infinity);
      writer.entry(fromClient[client]!, column, 1);
      writer.entry(atPlace[facility]!, column, 1);
    }
    const solution = await solveLinear(writer.toModel('min'));
    const fixed = chosen.reduce((sum, size) => sum + size.fixedCost, 0);
    if (solution.status === 'optimal') best = Math.min(best, solution.objective + fixed);
  }
  return best;
}

const flow = (id: string, site: string, direction: Flow['direction'], material: string, more: Partial<Flow> = {}) =>
  tonnes(id, site, direction, material, 100, more);

const text = { ru: '', en: '' };
const use = (id: string, material: string, replaces: string, more: Partial<Use> = {}): Use => ({
  id,
  material,
  replaces,
  receivers: [],
  treatment: text,
  fit: 80,
  ratio: 0.5,
  co2AvoidedVirginKgPerUnit: 0,
  co2AvoidedLandfillKgPerUnit: 0,
  co2TreatmentKgPerUnit: 0,
  mode: 'road',
  basis: 'documented',
  evidence: 'test',
  limits: [],
  ...more,
});

describe('a plan from matches', () => {
  const tyres = flow('tyres', 'garage', 'output', 'tyre', { routeKind: 'landfill' });
  const feed = flow('feed', 'shredder', 'input', 'feed', { quantityPerYear: 200 });
  const cord = flow('cord', 'shredder', 'output', 'cord', { origin: 'derived', quantityPerYear: 999 });
  const scrap = flow('scrap', 'steel', 'input', 'scrap', { quantityPerYear: 500 });
  const unknown = flow('unknown', 'garage', 'output', 'tyre');
  const { quantityPerYear: _, ...noQuantity } = unknown;
  const match = (o: Flow, d: Flow, more: Partial<Match> = {}) =>
    matchOf(o, d, { score: 1, fit: 1, quantityPerYear: 100, netBenefitEurPerYear: 1000, co2KgPerYear: 300, ...more });
  const source = {
    matches: [match(tyres, feed), match(cord, scrap), match(unknown, feed, { score: 2 })],
    snapshot: {
      companies: [
        { id: 'shredder', name: '', employees: 40, visibility: 'public' as const },
        { id: 'garage', name: '', visibility: 'public' as const },
        { id: 'steel', name: '', visibility: 'public' as const },
      ],
      sites: [],
      flows: [tyres, feed, cord, scrap, noQuantity],
    },
    uses: [use('u', 'tyre', 'feed')],
    conversions: [{ demand: 'feed', output: 'cord', yield: 0.22 }],
  };

  it('counts a derived output only as far as its process makes it, and names unknown quantities', async () => {
    const { problem, unknown: missing } = buildAllocation(source);
    expect(missing).toEqual(['unknown']);
    const plan = await allocate(problem, { objective: 'money' });
    expect(plan.exchanges.map((e) => [e.output, e.quantityPerYear])).toEqual([
      ['tyres', 100],
      ['cord', 22],
    ]);
    expect(plan.totals.landfill).toBeCloseTo(100, 9);
    expect(plan.totals.jobs).toBeCloseTo((40 * 100 * 0.5) / 200, 9);
  });

  it('asks whom to ask about what nobody told, and leaves it out of the plan', async () => {
    const order = { source, options: { objective: 'money' as const }, uncertainty: { trials: 10, seed: 1 } };
    const { plan, unknown: left, uncertainty } = await planRegion(order);
    expect([plan!.exchanges.some((e) => e.output === 'unknown'), left]).toEqual([false, ['unknown']]);
    // the garage's second heap could fill what the shredder still wants
    expect(uncertainty!.firms[0]).toMatchObject({
      company: 'garage',
      questions: expect.arrayContaining(['quantity unknown']),
    });
    expect(uncertainty!.exchanges.every((e) => e.output !== 'unknown')).toBe(true);
  });

  it('tells a what-if by its difference, and a contradiction by its limits', async () => {
    const options = { objective: 'money' as const };
    const dearer = source.matches.map((m) => ({ ...m, netBenefitEurPerYear: 2 * m.netBenefitEurPerYear! }));
    const { difference } = await planRegion({ source: { ...source, matches: dearer }, before: source, options });
    expect(difference!.totals.money).toBeCloseTo(1000 + 220, 6);
    expect(difference!.exchanges).toEqual([]);
    const { plan, conflict } = await planRegion({ source, options: { ...options, atLeast: { money: 1e9 } } });
    expect(plan).toBeUndefined();
    expect(conflict!.limits.map((limit) => limit.en)).toContain('floor of the goal money ≥ 1000000000');
  });

  it('prices further pairs in, and says what no plan can exceed', async () => {
    const few = { ...source, matches: source.matches.slice(1) };
    const further = { matches: source.matches.slice(0, 1), all: true };
    const { plan, beyond } = await planRegion({ source: few, further, options: { objective: 'money' } });
    expect(beyond).toMatchObject({ pairs: 'every pair', added: 1 });
    expect(beyond!.bound).toBeCloseTo(plan!.value, 6);
  });

  it('a new demand costs what having it costs, or is not had', async () => {
    const value = async (feed: number) =>
      (await planRegion({ source, openings: { feed }, options: { objective: 'money' } })).plan!.value;
    expect(await value(300)).toBeCloseTo(1000 + 220 - 300, 4);
    expect(await value(5000)).toBeCloseTo(0, 4);
  });

  it('can count every deal as a whole decision', () => {
    const { problem } = buildAllocation({ ...source, transactionCostEur: 2000, activationEur: 2000 });
    expect(problem.arcs[0]).toMatchObject({ activationEur: 2000, worth: { money: 30 } });
  });
});

describe('gaps', () => {
  it('names what is missing: the process, and how far the nearest taker is', () => {
    const manure = flow('manure', 'poultry', 'output', 'poultry-manure', { quantityPerYear: 120_000 });
    const biogas = flow('biogas', 'digester', 'input', 'substrate', { quantityPerYear: 150_000 });
    const material = (id: string): [string, Material] => [
      id,
      {
        id,
        name: text,
        dimension: 't',
        role: 'both',
        euHazardous: false,
        contaminants: [],
        synonymsRu: [],
        synonymsEn: [],
        evidence: '',
      },
    ];
    const { outputs, demands } = findGaps({
      snapshot: {
        companies: [],
        sites: [
          { id: 'poultry', companyId: 'poultry', lat: 60, lon: 31, modes: [] },
          { id: 'digester', companyId: 'digester', lat: 59.4, lon: 30.6, modes: [] },
        ],
        flows: [manure, biogas],
      },
      knowledge: {
        materials: new Map([material('poultry-manure'), material('substrate')]),
        uses: [use('u', 'poultry-manure', 'substrate', { distanceLimitKm: 50, virginPriceEurPerUnit: 20 })],
        processes: [
          {
            id: 'digestion',
            name: { ru: 'биогаз', en: 'digester' },
            nace: [],
            inputs: [{ material: 'substrate', perUnit: 1 }],
            outputs: [],
            evidence: '',
            capex: { eur: 0, atPerYear: 1, exponent: 1, evidence: '' },
          },
        ],
      },
      moved: [],
    });
    expect(outputs[0]).toMatchObject({
      output: 'manure',
      unmatchedPerYear: 120_000,
      share: 1,
      processes: ['digestion'],
    });
    expect(outputs[0]!.missing.en).toBe('missing link: digester; the nearest taker is 92 km away, the limit 50 km');
    expect(demands.map((d) => d.demand)).toEqual(['biogas']);
  });
});
