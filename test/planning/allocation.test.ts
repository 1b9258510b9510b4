import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SymbionError } from '../../src/domain/index.ts';
import {
  type AllocationOptions,
  type AllocationProblem,
  allocate,
  ModelWriter,
  type PlanArc,
  solveLinear,
} from '../../src/planning/index.ts';

const worth = (money: number, co2 = 0, landfill = 0, jobs = 0) => ({ money, co2, landfill, jobs });
const output = (id: string, available: number) => ({ id, company: `company of ${id}`, available, unit: 't' as const });
const demand = (id: string, wanted: number, shareAtMost = 1) => ({
  id,
  company: `company of ${id}`,
  wanted,
  shareAtMost,
});
const moved = (plan: { exchanges: readonly { output: string; demand: string; quantityPerYear: number }[] }) =>
  plan.exchanges.map((e) => `${e.output}>${e.demand} ${Number(e.quantityPerYear.toFixed(4))}`).join(', ');

/** A6: firms F1..F5 of simbioptimize (onieto33/simbioptimize), heat to electricity and scrap to polymer, no self-supply. */
function simbioptimize(scale: number, activation: boolean): { problem: AllocationProblem; baseline: number } {
  const places = [
    [43.064, -2.487],
    [43.066, -2.491],
    [43.061, -2.485],
    [43.05, -2.52],
    [43.045, -2.53],
  ] as const;
  const km = (i: number, j: number) => {
    const rad = Math.PI / 180;
    const [a, b] = [places[i]!, places[j]!];
    const h =
      Math.sin(((b[0] - a[0]) * rad) / 2) ** 2 +
      Math.cos(a[0] * rad) * Math.cos(b[0] * rad) * Math.sin(((b[1] - a[1]) * rad) / 2) ** 2;
    return 2 * 6371 * Math.asin(Math.sqrt(h));
  };
  const kinds = [
    { name: 'heat', supply: [1, 1.6, 0, 0, 0], demand: [4, 1.6, 0.6, 1, 0.8], ratio: 0.9, disposal: 5, virgin: 80 },
    { name: 'scrap', supply: [0, 0, 1.2, 0, 0.4], demand: [0, 0.8, 2.4, 0, 0], ratio: 0.8, disposal: 50, virgin: 1200 },
  ];
  const cost = { heat: { use: 2, activation: 500, km: 0.5 }, scrap: { use: 20, activation: 800, km: 10 } };
  const outputs: AllocationProblem['outputs'][number][] = [];
  const demands: AllocationProblem['demands'][number][] = [];
  const arcs: PlanArc[] = [];
  let baseline = 0;
  for (const k of kinds) {
    const c = cost[k.name as 'heat' | 'scrap'];
    for (let i = 0; i < 5; i++) {
      outputs.push(output(`F${i + 1} ${k.name}`, k.supply[i]! * scale));
      demands.push(demand(`F${i + 1} for ${k.name}`, k.demand[i]! * scale));
      baseline += scale * (k.supply[i]! * k.disposal + k.demand[i]! * k.virgin);
    }
    for (let i = 0; i < 5; i++)
      for (let j = 0; j < 5; j++) {
        if (i === j || k.supply[i] === 0 || k.demand[j] === 0) continue;
        arcs.push({
          output: `F${i + 1} ${k.name}`,
          demand: `F${j + 1} for ${k.name}`,
          ratio: k.ratio,
          worth: worth(k.disposal + k.ratio * k.virgin - c.use - c.km * km(i, j)),
          ...(activation && { activationEur: c.activation }),
        });
      }
  }
  return { problem: { outputs, demands, arcs }, baseline };
}

describe('A5 waste treatment (residuos.gms)', () => {
  it('costs 1,856.6496 with F1 70.1407, F3 72.8900 and shadow prices 26.8542, 7.8005', async () => {
    const writer = new ModelWriter();
    const columns = [14, 18, 12].map((cost) => writer.column(cost, 0, Infinity));
    const rows = [writer.row(52, Infinity), writer.row(59, Infinity)];
    const reduction = [
      [0.44, 0.42, 0.29],
      [0.28, 0.49, 0.54],
    ];
    rows.forEach((r, i) => {
      columns.forEach((c, j) => {
        writer.entry(r, c, reduction[i]![j]!);
      });
    });
    const answer = await solveLinear(writer.toModel('min'));
    expect(answer.objective).toBeCloseTo(1856.6496, 4);
    expect([...answer.values].map((x) => x.toFixed(4))).toEqual(['70.1407', '0.0000', '72.8900']);
    expect([...answer.rowDual].map((x) => x.toFixed(4))).toEqual(['26.8542', '7.8005']);
  });
});

describe('A6 simbioptimize', () => {
  it('baseline 4,573.0; only scrap F3->F2 1.0 t pays: 4,390.3939', async () => {
    const { problem, baseline } = simbioptimize(1, true);
    const plan = await allocate(problem, { objective: 'money' });
    expect(baseline).toBeCloseTo(4573, 9);
    expect(plan.solver).toBe('MILP');
    expect(baseline - plan.value).toBeCloseTo(4390.3939, 4);
    expect(moved(plan)).toBe('F3 scrap>F2 for scrap 1');
    expect(plan.value).toBeCloseTo(182.606, 3);
  });

  it('a hundred times the quantities: 304,217.0747 by four exchanges', async () => {
    const { problem, baseline } = simbioptimize(100, true);
    const plan = await allocate(problem, { objective: 'money' });
    expect(baseline).toBeCloseTo(457300, 6);
    expect(Math.abs(baseline - plan.value - 304217.0747)).toBeLessThan(1e-3);
    expect(moved(plan)).toBe(
      'F1 heat>F2 for heat 100, F2 heat>F1 for heat 160, F3 scrap>F2 for scrap 100, F5 scrap>F3 for scrap 40',
    );
  });

  it('without activation cost a pure flow: 3,016.1632', async () => {
    const { problem, baseline } = simbioptimize(1, false);
    const plan = await allocate(problem, { objective: 'money' });
    expect(plan.solver).toBe('network simplex');
    expect(baseline - plan.value).toBeCloseTo(3016.1632, 4);
    expect(moved(plan)).toBe(
      'F1 heat>F2 for heat 0.3333, F1 heat>F3 for heat 0.6667, F2 heat>F1 for heat 1.6, F3 scrap>F2 for scrap 1, F5 scrap>F3 for scrap 0.4',
    );
  });
});

/** Two givers, two takers; the first pair is the best, but each alone cannot have all. */
const small: AllocationProblem = {
  outputs: [output('A', 100), output('B', 60)],
  demands: [demand('X', 80), demand('Y', 50)],
  arcs: [
    { output: 'A', demand: 'X', ratio: 1, worth: worth(10, 1, 1) },
    { output: 'A', demand: 'Y', ratio: 1, worth: worth(7, 5, 1) },
    { output: 'B', demand: 'X', ratio: 0.5, worth: worth(6, 2, 1) },
    { output: 'B', demand: 'Y', ratio: 0.5, worth: worth(2, 9, 1) },
  ],
};

describe('what a plan obeys', () => {
  const value = async (problem: AllocationProblem, options: Partial<AllocationOptions> = {}) =>
    (await allocate(problem, { objective: 'money', ...options })).value;

  it('supply and demand: A 50 to X and Y each, B 60 to X is worth 1,210', async () => {
    const plan = await allocate(small, { objective: 'money' });
    expect([plan.value, moved(plan)]).toEqual([1210, 'A>X 50, A>Y 50, B>X 60']);
  });

  it('another goal gives another plan', async () => {
    const plan = await allocate(small, { objective: 'co2' });
    expect(moved(plan)).not.toBe(moved(await allocate(small, { objective: 'money' })));
    expect(plan.totals.co2).toBeGreaterThan(80 + 100 + 540 - 1e-6);
  });

  it('substitution share: X takes at most half from by-products', async () => {
    const half = { ...small, demands: [demand('X', 80, 0.5), demand('Y', 50)] };
    const plan = await allocate(half, { objective: 'money' });
    expect(plan.exchanges.filter((e) => e.demand === 'X').reduce((s, e) => s + e.productPerYear, 0)).toBeCloseTo(40, 9);
  });

  it('what it must and must not have', async () => {
    const plan = await allocate(small, {
      objective: 'money',
      must: [{ output: 'B', demand: 'X', atLeast: 40 }],
      mustNot: [{ output: 'A', demand: 'Y' }],
    });
    expect(moved(plan)).toBe('A>X 60, B>X 40, B>Y 20');
  });

  it('minimum lot and activation: a lot of 30 that costs 50 to start, or nothing', async () => {
    const arcs = small.arcs.map((a) => (a.demand === 'Y' ? { ...a, minimumLot: 30, activationEur: 50 } : a));
    const plan = await allocate({ ...small, arcs }, { objective: 'money' });
    for (const e of plan.exchanges.filter((x) => x.demand === 'Y'))
      expect(e.quantityPerYear).toBeGreaterThan(30 - 1e-6);
    expect(plan.gap).toBeLessThan(1e-6);
  });

  it('budget: one start of 50 only', async () => {
    const arcs = small.arcs.map((a) => ({ ...a, activationEur: 50 }));
    const plan = await allocate({ ...small, arcs }, { objective: 'money', budgetEur: 60 });
    expect(moved(plan)).toBe('A>X 80');
  });

  it('a floor of another goal costs its shadow price', async () => {
    const free = await allocate(small, { objective: 'money' });
    const forced = await allocate(small, { objective: 'money', atLeast: { co2: free.totals.co2 + 1 } });
    const price = forced.prices.find((p) => p.kind === 'at least')!.perUnit;
    expect(forced.value - free.value).toBeCloseTo(price, 6);
  });

  it('shadow prices of a flow are those of the LP', async () => {
    const wide = { ...small, demands: [demand('X', 80), demand('Y', 70)] };
    const flow = await allocate(wide, { objective: 'money' });
    const more = { ...wide, outputs: [output('A', 101), output('B', 60)] };
    const price = flow.prices.find((p) => p.kind === 'supply' && p.of === 'A')!.perUnit;
    expect((await value(more)) - flow.value).toBeCloseTo(price, 6);
  });

  it('yields: 100 t of tyres give 22 t of cord, no more', async () => {
    const plan = await allocate(
      {
        outputs: [output('tyres', 100), output('cord', 0)],
        demands: [demand('tyre feed', 1000), demand('scrap', 1000)],
        arcs: [
          { output: 'tyres', demand: 'tyre feed', ratio: 1, worth: worth(1) },
          { output: 'cord', demand: 'scrap', ratio: 0.9, worth: worth(10) },
        ],
        processes: [
          {
            id: 'shredder',
            company: 'S',
            inputs: [{ demands: ['tyre feed'], perUnit: 1 }],
            outputs: [{ output: 'cord', yield: 0.22 }],
          },
        ],
      },
      { objective: 'money' },
    );
    expect(moved(plan)).toBe('tyres>tyre feed 100, cord>scrap 22');
    expect(plan.value).toBeCloseTo(320, 9);
    expect(plan.processes[0]!.activity).toBeCloseTo(100, 9);
  });

  it('a new process opens only where it pays', async () => {
    const problem = (openingEur: number): AllocationProblem => ({
      outputs: [output('manure', 1000), output('gas', 0)],
      demands: [demand('digester', 1000), demand('fuel', 1e6)],
      arcs: [
        { output: 'manure', demand: 'digester', ratio: 1, worth: worth(-1) },
        { output: 'gas', demand: 'fuel', ratio: 1, worth: worth(20) },
      ],
      processes: [
        {
          id: 'D',
          company: 'N',
          inputs: [{ demands: ['digester'], perUnit: 1 }],
          outputs: [{ output: 'gas', yield: 0.5 }],
          capacity: 800,
          openingEur,
        },
      ],
    });
    expect(await value(problem(5000))).toBeCloseTo(800 * 9 - 5000, 6);
    expect(await value(problem(8000))).toBeCloseTo(0, 6);
  });
});

describe('what cannot be planned is said', () => {
  const failure = async (problem: AllocationProblem, options: object): Promise<SymbionError> => {
    try {
      await allocate(problem, { objective: 'money', ...options } as AllocationOptions);
    } catch (e) {
      return e as SymbionError;
    }
    throw new Error('nothing was said');
  };

  it('all wrong numbers at once', async () => {
    const e = await failure(
      { ...small, outputs: [output('A', -5), output('B', 60)] },
      { objective: 'happiness', timeLimitSeconds: 0, atLeast: { joy: 1 } },
    );
    expect(e.kind).toBe('input');
    expect(e.issues.map((i) => `${i.column} ${i.found}`)).toEqual([
      'objective happiness',
      'atLeast joy',
      'timeLimitSeconds 0',
      'available A: -5',
    ]);
  });

  it('a negative capacity of a pair', async () => {
    const arcs = small.arcs.map((a, i) => (i === 0 ? { ...a, capacity: -1 } : a));
    expect((await failure({ ...small, arcs }, {})).issues[0]!.found).toBe('A>X: -1');
  });

  it('a wish for a refused pair names the veto', async () => {
    const arcs = small.arcs.slice(1);
    const judge = () => [{ rule: 'sewage to feed', left: 'sludge', right: 'feed', citation: 'Regulation 999/2001' }];
    const e = await failure({ ...small, arcs }, { must: [{ output: 'A', demand: 'X' }], judge });
    expect(e.issues[0]!.wanted.en).toBe('not possible: sewage to feed (sludge / feed; Regulation 999/2001)');
  });

  it('a wish for a pair that only the regime blocks', async () => {
    const arcs = small.arcs.map((a, i) => (i === 0 ? { ...a, blocked: true } : a));
    const e = await failure({ ...small, arcs }, { must: [{ output: 'A', demand: 'X' }] });
    expect(e.issues[0]!.wanted.en).toBe('not possible, blocked by the regime');
  });

  it('two musts that want more than there is: the two and the supply, nothing else', async () => {
    const must = [
      { output: 'A', demand: 'X', atLeast: 70 },
      { output: 'A', demand: 'Y', atLeast: 45 },
      { output: 'B', demand: 'Y', atLeast: 2 },
    ];
    const e = await failure(small, { must });
    expect(e.kind).toBe('conflict');
    expect(e.issues.map((i) => i.wanted.en)).toEqual(['supply of A ≤ 100', 'must have A>X ≥ 70', 'must have A>Y ≥ 45']);
  });

  it('a floor that a budget forbids', async () => {
    const arcs = small.arcs.map((a) => ({ ...a, activationEur: 50 }));
    const e = await failure({ ...small, arcs }, { budgetEur: 40, atLeast: { co2: 10 } });
    expect(e.issues.map((i) => i.column)).toContain('budget');
    expect(e.issues.map((i) => i.column)).toContain('at least');
  });
});

describe('network simplex and LP agree on random plans', () => {
  const problems = fc
    .tuple(
      fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 5, maxLength: 5 }),
      fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 5, maxLength: 5 }),
      fc.array(fc.double({ min: 0.2, max: 3, noNaN: true }), { minLength: 5, maxLength: 5 }),
      fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.double({ min: -50, max: 200, noNaN: true }), fc.option(fc.nat(300))), {
        maxLength: 20,
      }),
    )
    .map(([s, d, r, links]): AllocationProblem => {
      const seen = new Map(links.map((l) => [`${l[0]} ${l[1]}`, l]));
      return {
        outputs: s.map((x, i) => output(`O${i}`, x)),
        demands: d.map((x, i) => demand(`D${i}`, x)),
        arcs: [...seen.values()].map(([i, j, money, capacity]) => ({
          output: `O${i}`,
          demand: `D${j}`,
          ratio: r[j]!,
          worth: worth(money),
          ...(capacity !== null && { capacity }),
        })),
      };
    });

  it('same value', async () => {
    await fc.assert(
      fc.asyncProperty(problems, async (p) => {
        const flow = await allocate(p, { objective: 'money' });
        const linear = await allocate(p, { objective: 'money', budgetEur: 1 });
        expect([flow.solver, linear.solver]).toEqual(['network simplex', 'LP']);
        expect(Math.abs(flow.value - linear.value)).toBeLessThan(1e-6 * Math.max(1, linear.value));
      }),
      { numRuns: 200, seed: 11 },
    );
  });
});
