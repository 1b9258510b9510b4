import { adjacencyOf, strongComponents, weakComponentSizes } from './adjacency.ts';
import { type CountByLinks, countWays } from './counts.ts';
import { cyclicity } from './cyclicity.ts';
import type { EdgeList } from './edges.ts';
import { type FlowIndicators, flowIndicators } from './flow-indicators.ts';

/** Structure of an exchange network: the answer of `symbion network --edges`. */
export interface NetworkDescription {
  readonly nodes: number;
  readonly links: number;
  readonly paths: CountByLinks;
  readonly cycles: CountByLinks;
  /** Present when paths and cycles are too many to count: complete up to this many links. */
  readonly countedUpTo?: number;
  /** Number of weakly connected parts, and their sizes. */
  readonly components: number;
  readonly componentSizes: readonly number[];
  /** Sizes of the strongly connected parts of two nodes or more. */
  readonly strongComponents: readonly number[];
  /** links / nodes */
  readonly density: number;
  /** links / nodes^2 */
  readonly connectance: number;
  /** 2 l / (n (n - 1)) with l linked pairs, whatever the direction. */
  readonly ecoConnectance: number;
  readonly cyclicity: number;
  readonly suppliers: number;
  readonly receivers: number;
  /** links / receivers: suppliers per receiver. */
  readonly generalisation: number;
  /** links / suppliers: receivers per supplier. */
  readonly vulnerability: number;
  /** Only when the list has quantities. */
  readonly flows?: FlowIndicators;
}

export function describeNetwork(edges: EdgeList, maxSteps?: number): NetworkDescription {
  const graph = adjacencyOf(edges);
  const n = edges.nodes.length;
  const links = edges.from.length;
  const { of, count } = strongComponents(graph);
  const strong = new Array<number>(count).fill(0);
  for (const c of of) strong[c] = strong[c]! + 1;
  const componentSizes = weakComponentSizes(edges);
  const suppliers = new Set(edges.from).size;
  const receivers = new Set(edges.to).size;
  const per = (a: number, b: number) => (b > 0 ? a / b : 0);
  return {
    nodes: n,
    links,
    ...countWays(graph, maxSteps),
    components: componentSizes.length,
    componentSizes,
    strongComponents: strong.filter((s) => s > 1).sort((a, b) => b - a),
    density: per(links, n),
    connectance: per(links, n * n),
    ecoConnectance: per(2 * linkedPairs(edges), n * (n - 1)),
    cyclicity: cyclicity(graph),
    suppliers,
    receivers,
    generalisation: per(links, receivers),
    vulnerability: per(links, suppliers),
    ...(edges.quantity && { flows: flowIndicators(edges) }),
  };
}

function linkedPairs(edges: EdgeList): number {
  const pairs = new Set<string>();
  edges.from.forEach((i, k) => {
    const j = edges.to[k]!;
    if (i !== j) pairs.add(i < j ? `${i} ${j}` : `${j} ${i}`);
  });
  return pairs.size;
}
