import graphology from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import type { AbstractGraph } from 'graphology-types';
import { seededRandom } from '../domain/index.ts';

// both packages are CommonJS: at run time the default import is the class, the function
const { UndirectedGraph } = graphology as unknown as { UndirectedGraph: new () => AbstractGraph };
const louvain = louvainModule as unknown as {
  detailed(
    graph: AbstractGraph,
    options: { getEdgeWeight: string; resolution: number; rng: () => number },
  ): { communities: Record<string, number>; count: number; modularity: number };
};

/** An undirected tie; several of one pair are summed. */
export interface Tie {
  readonly a: string;
  readonly b: string;
  readonly weight: number;
}

export interface Communities {
  /** Members in id order, the largest community first. */
  readonly groups: readonly (readonly string[])[];
  /** M. Newman's modularity of the weighted graph. */
  readonly modularity: number;
}

/**
 * Louvain (graphology), the best of `tries` seeded runs by modularity, each after the first on nodes in another order: the
 * same input and seed give the same groups whatever the order of the ties.
 */
export function findCommunities(
  ties: readonly Tie[],
  options: { readonly seed?: number; readonly tries?: number; readonly resolution?: number } = {},
): Communities {
  const sorted = sumTies(ties);
  const nodes = [...new Set(sorted.flatMap((t) => [t.a, t.b]))].sort();
  if (nodes.length === 0) return { groups: [], modularity: 0 };
  let best: { communities: Record<string, number>; modularity: number } | undefined;
  for (let i = 0; i < (options.tries ?? 5); i++) {
    const rng = seededRandom((options.seed ?? 1) * 1000 + i);
    const found = louvain.detailed(graphOf(i === 0 ? nodes : shuffle(nodes, rng), sorted), {
      getEdgeWeight: 'weight',
      resolution: options.resolution ?? 1,
      rng,
    });
    if (!best || found.modularity > best.modularity + 1e-12) best = found;
  }
  const groups = new Map<number, string[]>();
  for (const node of nodes) {
    const of = best!.communities[node]!;
    const group = groups.get(of);
    if (group) group.push(node);
    else groups.set(of, [node]);
  }
  return {
    groups: [...groups.values()].sort((a, b) => b.length - a.length || (a[0]! < b[0]! ? -1 : 1)),
    modularity: best!.modularity,
  };
}

/** One tie a pair, in order of its ids; self-ties and weights of 0 or less fall out. */
function sumTies(ties: readonly Tie[]): Tie[] {
  const weights = new Map<string, Tie>();
  for (const { a, b, weight } of ties) {
    if (a === b || !(weight > 0)) continue;
    const [from, to] = a < b ? [a, b] : [b, a];
    const key = `${from}\u0000${to}`;
    weights.set(key, { a: from, b: to, weight: weight + (weights.get(key)?.weight ?? 0) });
  }
  return [...weights].sort(([x], [y]) => (x < y ? -1 : 1)).map(([, tie]) => tie);
}

function graphOf(nodes: readonly string[], ties: readonly Tie[]): AbstractGraph {
  const graph = new UndirectedGraph();
  for (const node of nodes) graph.addNode(node);
  for (const t of ties) graph.addEdge(t.a, t.b, { weight: t.weight });
  return graph;
}

function shuffle(items: readonly string[], rng: () => number): string[] {
  const mixed = [...items];
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(rng() * (i + 1));
    [mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!];
  }
  return mixed;
}
