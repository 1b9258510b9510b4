import { describe, expect, it } from 'vitest';
import {
  allocate,
  allocateWithPricing,
  buildAllocation,
  findGaps,
  pairsFrom,
  paretoFront,
} from '../../src/planning/index.ts';
import { matchDemo } from '../network/demo-region.ts';

const { snapshot, matches, knowledge } = await matchDemo();
const { problem } = buildAllocation({ matches, snapshot, uses: knowledge.uses });
const flows = new Map(snapshot.flows.map((f) => [f.id, f]));

describe('the plan of the demo region', () => {
  it.each(['money', 'co2', 'landfill'] as const)('by %s gives and takes nothing twice', async (objective) => {
    const plan = await allocate(problem, { objective });
    const given = new Map<string, number>();
    const taken = new Map<string, number>();
    for (const e of plan.exchanges) {
      given.set(e.output, (given.get(e.output) ?? 0) + e.quantityPerYear);
      taken.set(e.demand, (taken.get(e.demand) ?? 0) + e.productPerYear);
    }
    for (const [id, q] of [...given, ...taken]) expect(q).toBeLessThanOrEqual(flows.get(id)!.quantityPerYear! + 1e-3);
  });

  it('serves the 40,000 t of wet feed of S19 once, though grain and whey both could', async () => {
    for (const objective of ['money', 'co2'] as const) {
      const plan = await allocate(problem, { objective });
      const fed = plan.exchanges.filter((e) => e.demand === 'N026').reduce((s, e) => s + e.productPerYear, 0);
      expect(fed).toBeLessThanOrEqual(40_000 + 1e-3);
      expect(fed).toBeGreaterThan(39_999);
    }
  });

  it('gives the greenhouse the near biogenic CO2 first', async () => {
    const plan = await allocate(problem, { objective: 'co2' });
    expect(plan.exchanges.find((e) => e.demand === 'N015')).toMatchObject({ output: 'O035' });
  });

  it('leaves 220,000 t of stillage', async () => {
    const plan = await allocate(problem, { objective: 'money' });
    const gone = plan.exchanges.filter((e) => e.output === 'O085').reduce((s, e) => s + e.quantityPerYear, 0);
    expect(300_000 - gone).toBeCloseTo(220_000, 3);
  });

  it('never uses a blocked pair', async () => {
    const blocked = new Set(matches.filter((m) => m.regime === 'blocked').map((m) => `${m.output}>${m.demand}`));
    const plan = await allocate(problem, { objective: 'money' });
    expect(blocked.size).toBeGreaterThan(0);
    expect(plan.exchanges.some((e) => blocked.has(`${e.output}>${e.demand}`))).toBe(false);
  });

  it('has a front of money against CO2, and no pair beyond the lists that would gain', async () => {
    const front = await paretoFront(problem, { objective: 'money' }, 'co2', 5);
    expect(front.length).toBeGreaterThan(2);
    const money = front.map((p) => p.plan.totals.money);
    expect(money).toEqual([...money].sort((a, b) => b - a));
    const priced = await allocateWithPricing(problem, { objective: 'money' }, pairsFrom(problem.arcs));
    expect(priced.boundOverAll).toBeCloseTo(priced.value, 3);
  });
});

describe('the six gaps of the demo region', () => {
  const open = matches.filter((m) => m.regime === 'open');
  it.each([
    ['G01 poultry manure', 'O037', 'digester-agricultural'],
    ['G02 raw phosphogypsum', 'O043', 'phosphogypsum-neutraliser'],
    ['G03 category 3', 'O075', 'rendering-plant'],
    ['G04 zinc dust', 'O002', 'waelz-kiln'],
    ['G06 sewage sludge ash', 'O024', 'phosphorus-recovery'],
  ])('%s names its missing process', async (_, output, process) => {
    const plan = await allocate(buildAllocation({ matches: open, snapshot, uses: knowledge.uses }).problem, {
      objective: 'money',
    });
    const gap = findGaps({ snapshot, knowledge, moved: plan.exchanges }).outputs.find((g) => g.output === output)!;
    expect(gap.processes).toContain(process);
    expect(gap.missing.en).toMatch(/^missing link: /);
  });

  it('G05 fibre sludge: the brick works that would take it are too far', async () => {
    const plan = await allocate(problem, { objective: 'money' });
    const gap = findGaps({ snapshot, knowledge, moved: plan.exchanges }).outputs.find((g) => g.output === 'O083')!;
    const bricks = gap.uses.find((u) => u.product === 'brick-pore-former')!;
    expect(gap.share).toBe(1);
    expect(bricks.nearest!.distanceKm).toBeGreaterThan(bricks.nearest!.limitKm!);
  });
});
