import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SymbionError } from '../../src/domain/index.ts';
import {
  adjacencyOf,
  buildEdges,
  clusteringPotential,
  countWays,
  cyclicity,
  describeNetwork,
  flowIndicators,
  locationQuotients,
  readEdges,
} from '../../src/network/index.ts';

/** Six compartments of the oyster-reef network as enaR publishes it; boundary input 41.47 into the filter feeders. */
const oyster = buildEdges(
  (
    [
      ['1', '5', 0.5135],
      ['6', '2', 8.1721],
      ['2', '3', 1.206],
      ['6', '3', 7.2745],
      ['2', '4', 1.206],
      ['3', '4', 0.6609],
      ['6', '4', 0.6431],
      ['4', '5', 0.1721],
      ['1', '6', 15.791],
      ['3', '6', 4.2403],
      ['4', '6', 1.9076],
      ['5', '6', 0.3262],
    ] as const
  ).map((l) => l),
);
const at = (values: Record<string, number>) => Float64Array.from(oyster.nodes, (n) => values[n] ?? 0);
const boundary = {
  input: at({ 1: 41.47 }),
  output: at({ 1: 25.165, 2: 5.76, 3: 3.5794, 4: 0.4303, 5: 0.3594, 6: 6.1759 }),
};

describe('oyster reef (enaR, published)', () => {
  const structure = describeNetwork(oyster);
  const flows = flowIndicators(oyster, boundary);

  it('structure: n 6, L 12, C 0.3333333, L/n 2, lambda 2.147899', () => {
    const { nodes, links, connectance, density } = structure;
    expect([nodes, links, connectance.toFixed(7), density]).toEqual([6, 12, '0.3333333', 2]);
    expect(structure.cyclicity.toFixed(6)).toBe('2.147899');
  });

  it.each([
    ['throughflow', '83.5833', 4],
    ['throughput', '125.0533', 4],
    ['averagePathLength', '2.015512', 6],
    ['finnCycling', '0.1101686', 7],
    ['mutualInformation', '1.330211', 6],
    ['flowDiversity', '3.018275', 6],
    ['capacity', '377.4452', 4],
    ['ascendency', '166.3473', 4],
    ['overhead', '211.0979', 4],
    ['order', '0.4407191', 7],
    ['robustness', '0.3611021', 7],
    ['indirectToDirect', '1.582925', 6],
    ['effectiveLinkDensity', '1.79506', 5],
    ['trophicDepth', '2.514395', 6],
  ] as const)('%s %s', (name, value, digits) => {
    expect(flows[name].toFixed(digits)).toBe(value);
  });
});

describe('location quotient (EconGeo example)', () => {
  it('gives the published matrix', () => {
    const table = [
      [100, 0, 0, 0, 0],
      [0, 15, 5, 70, 10],
      [0, 20, 10, 20, 50],
      [0, 25, 30, 5, 40],
      [0, 40, 55, 5, 0],
    ];
    expect(locationQuotients(table)).toEqual([
      [5, 0, 0, 0, 0],
      [0, 0.75, 0.25, 3.5, 0.5],
      [0, 1, 0.5, 1, 2.5],
      [0, 1.25, 1.5, 0.25, 2],
      [0, 2, 2.75, 0.25, 0],
    ]);
  });
});

describe('potential-clustering index', () => {
  it('quotient 2 x reachable half x 3 firms = 3', () => {
    const flow = { region: 'North', activity: '10', unmatched: 50 };
    const index = clusteringPotential(
      [
        { ...flow, id: 'a1', company: 'A', partners: ['B', 'C'] },
        { ...flow, id: 'd1', company: 'D', partners: [] },
      ],
      () => 2,
    );
    expect(index).toEqual([
      {
        region: 'North',
        activity: '10',
        locationQuotient: 2,
        reachableShare: 0.5,
        firms: 3,
        index: 3,
        flows: [
          { id: 'a1', unmatched: 50, partners: ['B', 'C'] },
          { id: 'd1', unmatched: 50, partners: [] },
        ],
      },
    ]);
  });
});

const shared = path.resolve(import.meta.dirname, '../..', process.env.SYMBION_SHARED ?? '../shared', 'data');
describe.skipIf(!existsSync(shared))('exchange network of a known park (shared data)', () => {
  it('is reproduced', () => {
    const d = describeNetwork(readEdges(readFileSync(path.join(shared, 'exchange_network/edges.csv'), 'utf8')));
    expect(d).toMatchObject({
      nodes: 20,
      links: 30,
      density: 1.5,
      connectance: 0.075,
      paths: { 1: 30, 2: 74, 3: 120, 4: 142, 5: 117, 6: 62, 7: 18, 8: 3 },
      cycles: { 2: 4, 3: 4, 4: 4, 5: 3, 6: 1 },
      components: 1,
      componentSizes: [20],
      strongComponents: [6],
    });
    expect([d.ecoConnectance.toFixed(4), d.cyclicity.toFixed(4)]).toEqual(['0.1368', '2.4553']);
  });
});

describe('an edge list', () => {
  it('may have quantities, semicolons and decimal commas', () => {
    const edges = readEdges('\ufefffrom;to;quantity\nA;B;1,5\nA;B;2\nB;C;4\n');
    expect([edges.nodes, [...edges.quantity!]]).toEqual([
      ['A', 'B', 'C'],
      [3.5, 4],
    ]);
  });

  it('without a column says which', () => {
    const attempt = () => readEdges('source,to\nA,B\n', 'x.csv');
    expect(attempt).toThrow('has no column "from"; it needs from,to[,quantity]. Found: source, to');
    try {
      attempt();
    } catch (e) {
      expect((e as SymbionError).issues[0]).toMatchObject({ file: 'x.csv', row: 1, column: 'from' });
    }
  });

  it('with bad cells names all of them', () => {
    try {
      readEdges('from,to,quantity\nA,,1\nB,C,many\n');
      expect.unreachable();
    } catch (e) {
      expect((e as SymbionError).issues.map((i) => `${i.row} ${i.column}`)).toEqual(['2 to', '3 quantity']);
    }
  });
});

describe('counting', () => {
  const graphs = fc
    .array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 18 })
    .map((links) => buildEdges(links.filter(([a, b]) => a !== b).map(([a, b]) => [`n${a}`, `n${b}`] as const)));

  it('equals enumeration of all node sequences', () => {
    fc.assert(
      fc.property(graphs, (edges) => {
        const counts = countWays(adjacencyOf(edges));
        const has = new Set(Array.from(edges.from, (i, k) => `${i}>${edges.to[k]}`));
        const paths: Record<string, number> = {};
        const cycles: Record<string, number> = {};
        const grow = (trail: number[]) => {
          const last = trail.at(-1)!;
          if (trail.length > 1) paths[trail.length - 1] = (paths[trail.length - 1] ?? 0) + 1;
          if (has.has(`${last}>${trail[0]}`) && trail[0] === Math.min(...trail))
            cycles[trail.length] = (cycles[trail.length] ?? 0) + 1;
          for (let v = 0; v < edges.nodes.length; v++)
            if (!trail.includes(v) && has.has(`${last}>${v}`)) grow([...trail, v]);
        };
        for (let v = 0; v < edges.nodes.length; v++) grow([v]);
        expect(counts).toEqual({ paths, cycles });
      }),
      { numRuns: 200, seed: 3 },
    );
  });

  it('says up to which length it counted when there is too much', () => {
    const names = Array.from({ length: 12 }, (_, i) => `n${i}`);
    const all = buildEdges(names.flatMap((a) => names.filter((b) => b !== a).map((b) => [a, b] as const)));
    const counts = countWays(adjacencyOf(all), 20_000);
    expect(counts.countedUpTo).toBe(3);
    expect(counts.paths).toEqual({ 1: 132, 2: 1320, 3: 11880 });
  });

  it('a ring has cyclicity 1, a line 0', () => {
    const ring = buildEdges([
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
    ]);
    const line = buildEdges([
      ['a', 'b'],
      ['b', 'c'],
    ]);
    expect([cyclicity(adjacencyOf(ring)), cyclicity(adjacencyOf(line))]).toEqual([1, 0]);
  });
});
