/**
 * Best chains on a generated country: `--sites 1e5`, `--matches 10` per site, `--json`. The answer is checked against
 * exhaustive search on a small country of the same kind in the same run.
 */
import { parseArgs } from 'node:util';
import graphology from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import type { AbstractGraph } from 'graphology-types';
import { type Flow, type Match, seededRandom } from '../../src/domain/index.ts';
import {
  adjacencyOf,
  buildChainGraph,
  buildEdges,
  type ChainInput,
  countWays,
  findChainsIn,
  findCommunities,
} from '../../src/network/index.ts';
import { matchOf, tonnes } from '../../test/network/rows.ts';
import { tell } from '../tell.ts';

// both packages are CommonJS: at run time the default import is the class, the function
const { UndirectedGraph } = graphology as unknown as { UndirectedGraph: new () => AbstractGraph };
const louvain = louvainModule as unknown as {
  detailed(graph: AbstractGraph, options: { getEdgeWeight: string; rng: () => number }): { modularity: number };
};

const { values } = parseArgs({
  options: {
    sites: { type: 'string', default: '1e5' },
    matches: { type: 'string', default: '10' },
    json: { type: 'boolean', default: false },
  },
});

const KINDS = 40;
/** Seconds to reach for a country of 1e5 sites and 1e6 matches. */
const REACH = 10;

function drawMatch(output: Flow, demand: Flow, luck: number): Match {
  const plain = matchOf(output, demand);
  const quantity = plain.quantityPerYear!;
  return { ...plain, netBenefitEurPerYear: quantity * (120 * luck - 20), co2KgPerYear: quantity * 100 };
}

/** Every site takes one product and makes two by-products; a by-product of kind k suits takers of kinds k + 1 .. k + 4. */
function drawChains(sites: number, perOutput: number, seed: number): ChainInput {
  const random = seededRandom(seed);
  const kindOf = Array.from({ length: sites }, () => Math.floor(random() * KINDS));
  const ofKind: number[][] = Array.from({ length: KINDS }, () => []);
  kindOf.forEach((k, i) => {
    ofKind[k]!.push(i);
  });
  const flow = (id: string, i: number, material: string, direction: Flow['direction'], quantity: number) =>
    tonnes(id, `s${i}`, direction, material, quantity);
  const amount = () => Math.exp(3 + 7 * random());
  const flows: Flow[] = [];
  const needs = kindOf.map((k, i) => flow(`d${i}`, i, `p${k}`, 'input', amount()));
  const matches: Match[] = [];
  kindOf.forEach((k, i) => {
    for (const half of [0, 1]) {
      const output = flow(`o${i}-${half}`, i, `b${k}-${half}`, 'output', amount());
      flows.push(output);
      const takers = new Set<number>();
      for (let n = 0; n < perOutput / 2; n++) {
        const kind = ofKind[(k + 1 + Math.floor(random() * 4)) % KINDS]!;
        takers.add(kind[Math.floor(random() * kind.length)]!);
      }
      for (const j of takers) if (j !== i) matches.push(drawMatch(output, needs[j]!, random()));
    }
  });
  flows.push(...needs);
  const text = { ru: '', en: '' };
  return {
    matches,
    snapshot: {
      companies: kindOf.map((k, i) => ({ id: `s${i}`, name: '', nace: `${10 + k}`, visibility: 'public' as const })),
      sites: kindOf.map((_, i) => ({ id: `s${i}`, companyId: `s${i}`, modes: [] })),
      flows,
    },
    knowledge: {
      materials: new Map(),
      uses: [],
      rules: [],
      processes: Array.from({ length: KINDS }, (_, k) => ({
        id: `make${k}`,
        name: text,
        nace: [`${10 + k}`],
        inputs: [{ material: `p${k}`, perUnit: 1 }],
        outputs: [
          { material: `b${k}-0`, yield: 0.9 },
          { material: `b${k}-1`, yield: 0.2 },
        ],
        evidence: 'generated',
        capex: { eur: 0, atPerYear: 1, exponent: 1, evidence: 'generated' },
      })),
    },
    asOf: '2026-01-01',
  };
}

/** Worth of all chains of 2..4 steps, straight from the definition, falling. */
function exhaustive(input: ChainInput): number[] {
  const site = new Map(input.snapshot.flows.map((f) => [f.id, f.siteId]));
  const from = new Map<string, Match[]>();
  for (const m of input.matches) from.set(site.get(m.output)!, [...(from.get(site.get(m.output)!) ?? []), m]);
  const worths: number[] = [];
  const grow = (visited: string[], last: Match, used: string[], q: number, worth: number) => {
    if (used.length >= 2) worths.push(worth);
    const at = site.get(last.demand)!;
    if (used.length === 4 || visited.includes(at)) return;
    for (const next of from.get(at) ?? []) {
      if (used.includes(next.demand)) continue;
      const moved = Math.min(next.quantityPerYear!, q * (next.material.endsWith('-0') ? 0.9 : 0.2));
      const unit = next.netBenefitEurPerYear! / next.quantityPerYear!;
      grow([...visited, at], next, [...used, next.demand], moved, worth + unit * moved);
    }
  };
  for (const m of input.matches)
    grow([site.get(m.output)!], m, [m.demand], m.quantityPerYear!, m.netBenefitEurPerYear!);
  return worths.sort((a, b) => b - a);
}

/** Number of simple directed paths, each walked. */
function walkPaths({ nodes, from, to }: ReturnType<typeof buildEdges>): number {
  const next: number[][] = nodes.map(() => []);
  from.forEach((a, i) => {
    next[a]!.push(to[i]!);
  });
  const onPath = new Set<number>();
  const walk = (at: number): number => {
    onPath.add(at);
    let paths = 0;
    for (const b of next[at]!) if (!onPath.has(b)) paths += 1 + walk(b);
    onPath.delete(at);
    return paths;
  };
  return nodes.reduce((paths, _, at) => paths + walk(at), 0);
}

function timed<T>(what: () => T): { value: T; seconds: number } {
  const from = performance.now();
  const value = what();
  return { value, seconds: (performance.now() - from) / 1000 };
}

const small = drawChains(300, 10, 2);
const brute = timed(() => exhaustive(small));
const quick = timed(() => findChainsIn(buildChainGraph(small), { by: 'money', top: 1000, maxSteps: 4 }));
const correct =
  quick.value.length === Math.min(1000, brute.value.length) &&
  quick.value.every((c, i) => Math.abs(c.netBenefitEurPerYear - brute.value[i]!) <= 1e-9 * Math.abs(brute.value[i]!));
tell(
  {
    case: `1000 best chains to 4 steps, 300 sites, ${small.matches.length} matches`,
    value: quick.seconds,
    unit: 's',
    baseline: brute.seconds,
    ratio: quick.seconds / brute.seconds,
    correct,
  },
  values.json,
);

const sites = Number(values.sites);
const large = drawChains(sites, Number(values.matches), 1);
for (const shape of ['path', 'tree'] as const) {
  const { value, seconds } = timed(() =>
    findChainsIn(buildChainGraph(large), { by: 'money', top: 1000, maxSteps: 4, shape }),
  );
  tell(
    {
      case: `1000 best ${shape}s to 4 steps, ${sites} sites, ${large.matches.length} matches, against the ${REACH} s to reach`,
      value: seconds,
      unit: 's',
      baseline: REACH,
      ratio: seconds / REACH,
      correct: correct && value.length === 1000,
    },
    values.json,
  );
}

const random = seededRandom(7);
const edges = buildEdges(
  Array.from({ length: 90 }, () => [`n${Math.floor(random() * 40)}`, `n${Math.floor(random() * 40)}`] as const).filter(
    ([a, b]) => a !== b,
  ),
);
const walked = timed(() => walkPaths(edges));
const counted = timed(() => countWays(adjacencyOf(edges)));
tell(
  {
    case: `all paths and cycles of a network of ${edges.nodes.length} nodes, ${edges.from.length} links, against walking each path`,
    value: counted.seconds,
    unit: 's',
    baseline: walked.seconds,
    ratio: counted.seconds / walked.seconds,
    correct: Object.values(counted.value.paths).reduce((sum, n) => sum + n, 0) === walked.value,
  },
  values.json,
);

const companies = 5000;
const ties = Array.from({ length: 8 * companies }, () => {
  const [a, near] = [Math.floor(random() * companies), Math.floor(random() * 40) - 20];
  return { a: `c${a}`, b: `c${(a + near + companies) % companies}`, weight: 1 + Math.floor(random() * 900) };
});
const ours = timed(() => findCommunities(ties));
const theirs = timed(() => {
  const graph = new UndirectedGraph();
  for (const { a, b, weight } of ties)
    if (a !== b) graph.updateUndirectedEdge(a, b, (known) => ({ weight: ((known.weight as number) ?? 0) + weight }));
  return louvain.detailed(graph, { getEdgeWeight: 'weight', rng: seededRandom(1) });
});
tell(
  {
    case: `communities of ${companies} companies: the best of five runs against one of graphology's own`,
    value: ours.seconds,
    unit: 's',
    baseline: theirs.seconds,
    ratio: ours.seconds / theirs.seconds,
    correct: ours.value.modularity >= theirs.value.modularity - 0.01,
  },
  values.json,
);
