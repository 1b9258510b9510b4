import { describe, expect, it } from 'vitest';
import { type AllocationProblem, allocate, type PlanArc } from '../../src/planning/index.ts';

/** The allocation conflicts of domain/README.md 5.11; distances, quantities and factors as it gives them. */
const output = (id: string, available: number) => ({ id, company: id, available, unit: 't' as const });
const demand = (id: string, wanted: number) => ({ id, company: id, wanted });
const arc = (from: string, to: string, money: number, co2: number, ratio = 1): PlanArc => ({
  output: from,
  demand: to,
  ratio,
  worth: { money, co2, landfill: 0, jobs: 0 },
});
const byPair = (plan: { exchanges: readonly { output: string; demand: string; quantityPerYear: number }[] }) =>
  Object.fromEntries(plan.exchanges.map((e) => [`${e.output}>${e.demand}`, Math.round(e.quantityPerYear)]));

describe('demo conflicts', () => {
  it('40,000 t of wet feed: 75,000 t of grain and 45,000 t of whey never over-commit, whatever the goal', async () => {
    const problem: AllocationProblem = {
      outputs: [output('grain', 75_000), output('whey', 45_000)],
      demands: [demand('S19 feed', 40_000)],
      arcs: [arc('grain', 'S19 feed', 30, 103), arc('whey', 'S19 feed', 12, 140)],
    };
    const money = await allocate(problem, { objective: 'money' });
    const co2 = await allocate(problem, { objective: 'co2' });
    expect(byPair(money)).toEqual({ 'grain>S19 feed': 40_000 });
    expect(byPair(co2)).toEqual({ 'whey>S19 feed': 40_000 });
  });

  it('9,000 t of CO2 for the greenhouse: near biogenic before far fossil', async () => {
    const plan = await allocate(
      {
        outputs: [output('S18 CO2', 10_000), output('S35 CO2', 250_000)],
        demands: [demand('S12', 9000)],
        arcs: [arc('S18 CO2', 'S12', 60, 1000 - 95 * 0.53), arc('S35 CO2', 'S12', 40, -95 * 1.76)],
      },
      { objective: 'co2' },
    );
    expect(byPair(plan)).toEqual({ 'S18 CO2>S12': 9000 });
  });

  it('3,500 t of cullet: the nearest taker is not the greenest', async () => {
    const problem: AllocationProblem = {
      outputs: [output('cullet', 3500)],
      demands: [demand('S37 wool', 20_000), demand('S38 bottles', 35_000)],
      arcs: [
        arc('cullet', 'S37 wool', 90 - 0.06 * 166, 300 - 0.095 * 166),
        arc('cullet', 'S38 bottles', 85 - 0.06 * 222, 580 - 0.095 * 222),
      ],
    };
    expect(byPair(await allocate(problem, { objective: 'money' }))).toEqual({ 'cullet>S37 wool': 3500 });
    expect(byPair(await allocate(problem, { objective: 'co2' }))).toEqual({ 'cullet>S38 bottles': 3500 });
  });

  it('mill scale that two cement works want goes to the nearer', async () => {
    const plan = await allocate(
      {
        outputs: [output('scale', 4000)],
        demands: [demand('S25', 25_000), demand('S24', 30_000)],
        arcs: [arc('scale', 'S25', 35 - 0.06 * 205, 0), arc('scale', 'S24', 35 - 0.06 * 240, 0)],
      },
      { objective: 'money' },
    );
    expect(byPair(plan)).toEqual({ 'scale>S25': 4000 });
  });

  it('300,000 t of stillage against a need of 80,000 t leave 220,000 t', async () => {
    const plan = await allocate(
      {
        outputs: [output('stillage', 300_000)],
        demands: [demand('S54', 80_000)],
        arcs: [arc('stillage', 'S54', 10, 1)],
      },
      { objective: 'money' },
    );
    expect(300_000 - plan.exchanges[0]!.quantityPerYear).toBeCloseTo(220_000, 6);
  });
});
