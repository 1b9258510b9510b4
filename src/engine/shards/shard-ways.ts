import type { Flow } from '../../domain/index.ts';
import { MOST_READINGS } from '../columns/traits.ts';
import { type Context, limitKmOf } from '../problem/context.ts';
import type { Problem } from '../problem/problem.ts';

/** A way from a material given to a product wanted. */
export interface Way {
  readonly material: number;
  readonly product: number;
  /** Great-circle km within which it can serve, without rail or sea; Infinity = anywhere. */
  readonly km: number;
  /** By pipe rail and sea make it no longer. */
  readonly pipe: boolean;
}

/** Materials that a flow is searched by, as the columns take them. Rows of the vocabulary. */
export function searchedMaterials({ vocabulary, settings }: Context, { readings }: Flow): readonly number[] {
  return readings.slice(0, MOST_READINGS).flatMap(({ material, by }) => {
    const row = vocabulary.rowOf.get(material);
    const similar = by === 'similar text' || by === 'similar code';
    return row === undefined || (similar && !settings.hints) ? [] : [row];
  });
}

/** Every way that can join an output to a demand of the problem, the farthest country's limit for all. */
export function findWays(problem: Problem): readonly Way[] {
  const { vocabulary } = problem;
  const [given, wanted] = [problem.outputs, problem.demands].map(
    (streams) => new Set(streams.flatMap(({ flow }) => searchedMaterials(problem, flow))),
  );
  return [...given!].flatMap((material) =>
    vocabulary.pathways(material).flatMap((pathway) => {
      const products = vocabulary.lineage(pathway.product).filter((product) => wanted!.has(product));
      if (products.length === 0) return [];
      const km = Math.max(
        ...problem.countries.texts.map(
          (country) => (limitKmOf(problem, pathway, country) ?? Number.POSITIVE_INFINITY) / problem.detour(country),
        ),
      );
      const pipe = pathway.use?.mode === 'pipe';
      return products.map((product): Way => ({ material, product, km, pipe }));
    }),
  );
}

/**
 * Families: materials and products that ways join, directly or through others; no pair reaches from one to another. Smaller ones are put together
 * up to `size` streams. Two tables by row of the vocabulary, of what is given and of what is wanted; -1 = no way leads anywhere.
 */
export function groupFamilies(
  problem: Problem,
  ways: readonly Way[],
  size: number,
): { readonly count: number; readonly ofGiven: Int32Array; readonly ofWanted: Int32Array } {
  const rows = problem.vocabulary.materials.length;
  const parent = Int32Array.from({ length: 2 * rows }, (_, node) => node);
  const rootOf = (node: number): number => {
    while (parent[node] !== node) {
      parent[node] = parent[parent[node]!]!;
      node = parent[node]!;
    }
    return node;
  };
  const joined = new Uint8Array(2 * rows);
  for (const { material, product } of ways) {
    joined[material] = joined[rows + product] = 1;
    const [a, b] = [rootOf(material), rootOf(rows + product)];
    parent[Math.max(a, b)] = Math.min(a, b);
  }
  const sizes = new Map<number, number>();
  const count = (nodes: ReadonlySet<number>) => {
    for (const node of nodes) sizes.set(node, (sizes.get(node) ?? 0) + 1);
  };
  const nodesOf = (flow: Flow, offset: number) =>
    new Set(
      searchedMaterials(problem, flow).flatMap((row) => (joined[offset + row] === 1 ? [rootOf(offset + row)] : [])),
    );
  for (const { flow } of problem.outputs) count(nodesOf(flow, 0));
  for (const { flow } of problem.demands) count(nodesOf(flow, rows));
  const bins = putTogether(sizes, size);
  const table = (offset: number) =>
    Int32Array.from({ length: rows }, (_, row) => (joined[offset + row] ? bins.of.get(rootOf(offset + row))! : -1));
  return { count: bins.count, ofGiven: table(0), ofWanted: table(rows) };
}

/** First fit by falling size, so that the same sizes always give the same bins. */
function putTogether(sizes: ReadonlyMap<number, number>, most: number) {
  const filled: number[] = [];
  const of = new Map<number, number>();
  for (const [root, size] of [...sizes].sort((a, b) => b[1] - a[1] || a[0] - b[0])) {
    const fits = filled.findIndex((sum) => sum + size <= most);
    const bin = fits < 0 ? filled.push(0) - 1 : fits;
    filled[bin]! += size;
    of.set(root, bin);
  }
  return { count: filled.length, of };
}
