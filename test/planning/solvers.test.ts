import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FlowProblem, type LinearModel, solveFlow, solveLinear } from '../../src/planning/index.ts';

/** `arcs`: tail, head, capacity, cost. */
function flowOf(supply: number[], arcs: [number, number, number, number][], optional?: number[]): FlowProblem {
  return {
    nodes: supply.length,
    tail: Int32Array.from(arcs, (a) => a[0]),
    head: Int32Array.from(arcs, (a) => a[1]),
    capacity: Float64Array.from(arcs, (a) => a[2]),
    cost: Float64Array.from(arcs, (a) => a[3]),
    supply: Float64Array.from(supply),
    ...(optional && { optional: Uint8Array.from(optional) }),
  };
}

/** The same flow problem as an LP: one balance row a node. */
function linearOf(p: FlowProblem): LinearModel {
  const arcs = p.tail.length;
  const starts = new Int32Array(arcs + 1);
  const indices = new Int32Array(arcs * 2);
  const values = new Float64Array(arcs * 2);
  for (let a = 0; a < arcs; a++) {
    starts[a + 1] = (a + 1) * 2;
    indices.set([p.tail[a]!, p.head[a]!], a * 2);
    values.set([1, -1], a * 2);
  }
  const optional = (i: number) => p.optional?.[i] === 1;
  return {
    sense: 'min',
    columns: arcs,
    rows: p.nodes,
    cost: p.cost,
    lower: new Float64Array(arcs),
    upper: p.capacity,
    rowLower: p.supply.map((s, i) => (optional(i) ? Math.min(0, s) : s)),
    rowUpper: p.supply.map((s, i) => (optional(i) ? Math.max(0, s) : s)),
    starts,
    indices,
    values,
  };
}

describe('network simplex', () => {
  it('A1 transport of Dantzig: 153.675', () => {
    const d = [2.5, 1.7, 1.8, 2.5, 1.8, 1.4];
    const arcs = d.map((x, i): [number, number, number, number] => [
      Math.floor(i / 3),
      2 + (i % 3),
      Infinity,
      (90 * x) / 1000,
    ]);
    const answer = solveFlow(flowOf([350, 600, -325, -300, -275], arcs, [1, 1, 0, 0, 0]));
    expect(answer.status).toBe('optimal');
    expect(answer.cost).toBeCloseTo(153.675, 9);
  });

  it('A2 Detroit and Pittsburgh: 6,500 by D-B 150, D-NY 50, P-NY 100', () => {
    const answer = solveFlow(
      flowOf(
        [200, 100, -150, -150],
        [
          [0, 2, Infinity, 30],
          [0, 3, Infinity, 20],
          [1, 2, Infinity, 40],
          [1, 3, Infinity, 10],
        ],
      ),
    );
    expect([answer.cost, ...answer.flow]).toEqual([6500, 150, 50, 0, 100]);
  });

  it('A4 Bradley-Hax-Magnanti: 150 by 12 8 8 4 0 12 4 11 0', () => {
    const answer = solveFlow(
      flowOf(
        [20, 0, 0, -5, -15],
        [
          [0, 1, 15, 4],
          [0, 2, 8, 4],
          [1, 2, 20, 2],
          [1, 3, 4, 2],
          [1, 4, 10, 6],
          [2, 3, 15, 1],
          [2, 4, 4, 3],
          [3, 4, 20, 2],
          [4, 2, 5, 3],
        ],
      ),
    );
    expect(answer.cost).toBe(150);
    expect([...answer.flow]).toEqual([12, 8, 8, 4, 0, 12, 4, 11, 0]);
  });

  it('says infeasible where the capacity does not reach the need', () => {
    expect(solveFlow(flowOf([5, -5], [[0, 1, 4, 1]])).status).toBe('infeasible');
  });

  it('says unbounded where a free cycle pays', () => {
    const cycle = flowOf(
      [0, 0],
      [
        [0, 1, Infinity, -1],
        [1, 0, Infinity, 0],
      ],
    );
    expect(solveFlow(cycle).status).toBe('unbounded');
  });

  it('refuses a negative capacity by name', () => {
    expect(() => solveFlow(flowOf([1, -1], [[0, 1, -4, 1]]))).toThrow('Capacity of arc 0 is negative: -4');
  });
});

describe('network simplex against HiGHS', () => {
  const arc = fc.tuple(fc.nat(6), fc.nat(6), fc.nat(12), fc.integer({ min: -9, max: 9 }));
  const problem = fc
    .tuple(
      fc.array(fc.integer({ min: -10, max: 10 }), { minLength: 7, maxLength: 7 }),
      fc.array(arc, { maxLength: 24 }),
      fc.array(fc.nat(1), { minLength: 7, maxLength: 7 }),
    )
    .map(([supply, arcs, optional]) =>
      flowOf(
        supply,
        arcs.filter((a) => a[0] !== a[1]),
        optional,
      ),
    );

  it('gives the same cost, or both say infeasible, on random graphs', async () => {
    await fc.assert(
      fc.asyncProperty(problem, async (p) => {
        const own = solveFlow(p);
        const highs = await solveLinear(linearOf(p));
        if (own.status === 'optimal') expect(own.cost).toBeCloseTo(highs.objective, 6);
        else expect(highs.status).toBe(own.status);
      }),
      { numRuns: 400, seed: 6 },
    );
  });

  it('gives the same cost on transport with real costs and degenerate supplies', async () => {
    const transport = fc
      .tuple(
        fc.array(fc.nat(5), { minLength: 6, maxLength: 6 }),
        fc.array(fc.nat(5), { minLength: 6, maxLength: 6 }),
        fc.array(fc.double({ min: -100, max: 20, noNaN: true }), { minLength: 36, maxLength: 36 }),
      )
      .map(([s, d, c]) =>
        flowOf(
          [...s, ...d.map((x) => -x)],
          c.map((x, i) => [Math.floor(i / 6), 6 + (i % 6), Infinity, x]),
          new Array(12).fill(1),
        ),
      );
    await fc.assert(
      fc.asyncProperty(transport, async (p) => {
        const own = solveFlow(p);
        expect(own.status).toBe('optimal');
        expect(own.cost).toBeCloseTo((await solveLinear(linearOf(p))).objective, 6);
      }),
      { numRuns: 150, seed: 7 },
    );
  });
});
