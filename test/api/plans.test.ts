import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answered, type House, type Loose, loadDemo, openHouse, pointers } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await loadDemo(house);
});
afterAll(() => house.close());

const read = async (what: string, question: object): Promise<Loose> =>
  (await house.ask('GET', `/api/v1/${what}/${await answered(house, what, question)}`)).json;
const refused = async (question: object): Promise<Loose> =>
  house.ask('POST', '/api/v1/plans', { body: { question }, headers: { 'accept-language': 'en' } });
const moved = (plan: Loose, by: 'output' | 'demand', id: string): number =>
  plan.exchanges.filter((e: Loose) => e[by] === id).reduce((sum: number, e: Loose) => sum + e.quantityPerYear, 0);

describe('a plan over HTTP', () => {
  it('never over-commits: the 40,000 t of wet feed of S19 are served once', async () => {
    const { plan } = await read('plans', {});
    expect(moved(plan, 'demand', 'N026')).toBeCloseTo(40_000, 3);
    expect(plan.status).toBe('optimal');
  });

  it('is worth no less for the pairs beyond the ranked lists, and says what none can exceed', async () => {
    const [ranked, all] = [await read('plans', { beyond: false }), await read('plans', {})];
    expect(all.plan.value).toBeGreaterThanOrEqual(ranked.plan.value - 1e-6);
    expect(all.beyond).toMatchObject({ pairs: 'every pair' });
    expect(all.beyond.bound).toBeGreaterThanOrEqual(all.plan.value - 1e-3);
  });

  it('has a front of money against CO2 that falls', async () => {
    const { front } = await read('plans', { front: { against: 'co2', points: 5 } });
    expect(front.length).toBeGreaterThan(2);
    const money = front.map((point: Loose) => point.totals.money);
    expect(money).toEqual([...money].sort((a: number, b: number) => b - a));
  });

  it('says how sure it is and which five firms to ask first', async () => {
    const { uncertainty } = await read('plans', { uncertainty: { trials: 20, seed: 3 } });
    expect(uncertainty.money.p10).toBeLessThan(uncertainty.money.p90);
    expect(uncertainty.exchanges[0].inPlan).toBe(1);
    expect(uncertainty.firms.length).toBeGreaterThan(0);
    expect(uncertainty.firms.length).toBeLessThanOrEqual(5);
  });

  it('tells the region before and after', async () => {
    const { indicators, bands } = await read('plans', {});
    expect(indicators.before.tonnesPerYear).toBe(0);
    expect(indicators.after.after.landfilledTonnes).toBeLessThan(indicators.before.before.landfilledTonnes);
    const total = (rows: Loose) =>
      rows.reduce((s: number, b: Loose) => s + (b.from.startsWith('gives') ? b.tonnesPerYear : 0), 0);
    expect(total(bands.after)).toBeCloseTo(total(bands.before), 0);
  });

  it('a limit on spending makes whole decisions, with a gap', async () => {
    const { plan } = await read('plans', { activationEur: 20_000, budgetEur: 200_000, timeLimitSeconds: 5 });
    expect([plan.solver, plan.exchanges.length <= 10]).toEqual(['MILP', true]);
    expect(plan.gap).toBeGreaterThanOrEqual(0);
  });

  it('limits that cannot hold together are named, the smallest set', async () => {
    const { plan, conflict } = await read('plans', { atLeast: { money: 1e12 } });
    expect(plan).toBeUndefined();
    expect(conflict.text.en).toContain('giving up any one of them would allow a plan');
    expect(conflict.limits.some((l: Loose) => l.en.includes('floor of the goal money'))).toBe(true);
  });
});

describe('what if', () => {
  it('a site stops: its exchanges are gone and the difference says so', async () => {
    const { plan, before, difference } = await read('plans', { whatIf: { switchedOff: ['S01'] } });
    expect(plan.exchanges.filter((e: Loose) => e.fromSite === 'S01' || e.toSite === 'S01')).toEqual([]);
    expect(difference.totals.money).toBeCloseTo(plan.totals.money - before.totals.money, 3);
    expect(difference.totals.money).toBeLessThan(0);
    expect(difference.exchanges.some((e: Loose) => e.after === 0 && e.before > 0)).toBe(true);
  });

  it('a waelz kiln at the steel works takes the zinc dust that nobody took', async () => {
    const plants = [{ process: 'waelz-kiln', site: 'S01', capacityPerYear: 10_000, capexEur: 1000 }];
    const { plan, difference } = await read('plans', { whatIf: { plants } });
    expect(moved(plan, 'output', 'O002')).toBeCloseTo(6000, 3);
    expect(difference.totals.landfill).toBeGreaterThan(0);
  });

  it('a price changes what the plan is worth', async () => {
    const base = await read('plans', {});
    const material = base.plan.exchanges.find((e: Loose) => e.worth.money > 0);
    const { json } = await house.ask('GET', `/api/v1/pairs/${material.output}/${material.demand}`);
    const prices = { [json.match.product]: 1000 };
    expect((await read('plans', { whatIf: { prices } })).difference.totals.money).toBeGreaterThan(0);
  });

  it('an older regime opens pairs', async () => {
    const { difference } = await read('plans', { whatIf: { scenario: 'pre2022' } });
    expect(difference.totals.money).toBeGreaterThan(0);
  });
});

describe('what cannot be planned is refused, all at once, and nothing is lost', () => {
  it('an unknown objective', async () => {
    const { status, json } = await refused({ objective: 'fame' });
    expect([status, pointers(json)]).toEqual([422, ['#/question/objective']]);
  });

  it('a wish for a pair that is vetoed is named with the veto', async () => {
    const { status, json } = await refused({ must: [{ output: 'O002', demand: 'N027' }] });
    expect(status).toBe(422);
    expect(json.errors[0].detail).toMatch(/O002>N027.*not possible: .*heavy-metals-not-soil-food/);
  });

  it('a negative capacity, a time limit of zero, a share above 1', async () => {
    const capacities = [{ output: 'O001', demand: 'N001', most: -5 }];
    const { status, json } = await refused({ capacities, timeLimitSeconds: 1, shareAtMost: 2 });
    expect([status, pointers(json)]).toEqual([422, ['#/question/capacities', '#/question/shareAtMost']]);
    expect((await refused({ timeLimitSeconds: 0 })).json.errors[0].detail).toContain('more than 0 seconds');
  });

  it('a refused question leaves what was planned before as it was, and starts no job', async () => {
    const id = await answered(house, 'plans', {});
    const before = (await house.ask('GET', `/api/v1/plans/${id}`)).json;
    const jobs = (await house.ask('GET', '/api/v1/jobs?limit=100')).json.rows.length;
    await refused({ objective: 'fame' });
    await refused({ timeLimitSeconds: 0 });
    await refused({ must: [{ output: 'O002', demand: 'N027' }] });
    await refused({ capacities: [{ output: 'O001', demand: 'N001', most: -5 }] });
    expect((await house.ask('GET', `/api/v1/plans/${id}`)).json).toEqual(before);
    expect((await house.ask('GET', '/api/v1/jobs?limit=100')).json.rows.length).toBe(jobs);
  });

  it('sites, processes and scenarios that are not known', async () => {
    const plants = [{ process: 'alchemy', site: 'S01', capacityPerYear: 0 }];
    const { json } = await refused({ whatIf: { switchedOff: ['S999'], plants, scenario: 'never' } });
    expect(json.errors.map((e: Loose) => e.detail.split(',')[0])).toEqual([
      'found "S999"',
      'found "alchemy"',
      'found "0"',
      'found "never"',
    ]);
  });

  it('jobs, where nobody told the employees', async () => {
    expect((await refused({ objective: 'jobs' })).json.errors[0].detail).toContain(
      'companies that tell their employees',
    );
  });
});

describe('missing links over HTTP', () => {
  it('name the zinc dust of the steel works and where a waelz kiln would stand', async () => {
    const { outputs, processes } = await read('sitings', { capexEur: 100_000 });
    const zinc = outputs.find((gap: Loose) => gap.output === 'O002');
    expect([zinc.unmatchedPerYear, zinc.missing.en]).toEqual([6000, expect.stringMatching(/^missing link: /)]);
    for (const { unlockedPerYear, openPerYear, siting } of processes) {
      expect(unlockedPerYear).toBeLessThanOrEqual(openPerYear + 1e-6);
      expect(siting.boundEurPerYear).toBeGreaterThanOrEqual(siting.benefitEurPerYear - 1e-3);
    }
  });

  it('cost what the base tells of the process at their size, with its source', async () => {
    const { processes } = await read('sitings', { top: 200, withinKm: 500 });
    expect(processes.length).toBeGreaterThan(0);
    for (const { capex, siting } of processes)
      for (const plant of siting.plants) {
        const size = Math.max(plant.quantityPerYear / capex.atPerYear, 0.1);
        expect(plant.capexEur).toBeCloseTo(capex.eur * size ** capex.exponent, 0);
        expect(capex.evidence).not.toBe('');
      }
  });

  it('a bad number is refused', async () => {
    const { status, json } = await house.ask('POST', '/api/v1/sitings', {
      body: { question: { process: 'alchemy', years: 0 } },
    });
    expect([status, pointers(json)]).toEqual([422, ['#/question/process', '#/question/years']]);
  });
});

describe('fair splits over HTTP', () => {
  it('a chain is split among its partners, each step with its price zone', async () => {
    const chains = await read('chains', { top: 1, maxSteps: 3 });
    const { steps, netBenefitEurPerYear } = chains.rows[0];
    const pairs = steps.map(({ output, demand }: Loose) => ({ output, demand }));
    const { split, exchanges, benefitEurPerYear } = await read('splits', { pairs });
    expect(benefitEurPerYear).toBeCloseTo(netBenefitEurPerYear, 3);
    expect(split.shapley.reduce((a: number, b: number) => a + b, 0)).toBeCloseTo(netBenefitEurPerYear, 3);
    expect(exchanges.map((e: Loose) => e.after)).toEqual(steps.map((s: Loose) => s.after));
    expect(split.exact).toBe(true);
  });

  it('named companies share the best plan among them', async () => {
    const { plan } = await read('plans', {});
    const best = plan.exchanges.toSorted((a: Loose, b: Loose) => b.worth.money - a.worth.money)[0];
    const { split } = await read('splits', { companies: [best.outputCompany, best.demandCompany] });
    expect(split.shapley[0]).toBeCloseTo(split.shapley[1], 6);
    expect(split.coreExists).toBe(true);
  });

  it.each([
    ['ru', /^.*невозможно: .*тяжёл.*\[heavy-metals-not-soil-food\]/i],
    ['en', /not possible: .*heavy metals.*\[heavy-metals-not-soil-food\]/i],
  ])('a pair that is refused is named with the rule in the language of who asks (%s)', async (lang, told) => {
    const { status, json } = await house.ask('POST', '/api/v1/splits', {
      body: { question: { pairs: [{ output: 'O002', demand: 'N027' }] } },
      headers: { 'accept-language': lang },
    });
    expect([status, json.errors[0].detail]).toEqual([422, expect.stringMatching(told)]);
  });

  it('needs pairs or companies', async () => {
    const { status } = await house.ask('POST', '/api/v1/splits', { body: { question: {} } });
    expect(status).toBe(422);
  });
});
