import type { EdgeList } from './edges.ts';

/** Out-neighbours of every node: those of i are `targets[starts[i] .. starts[i + 1] - 1]`, ascending. */
export interface Adjacency {
  readonly size: number;
  readonly starts: Int32Array;
  readonly targets: Int32Array;
  /** Link number of each entry. */
  readonly links: Int32Array;
}

export function adjacencyOf(edges: EdgeList): Adjacency {
  const size = edges.nodes.length;
  const starts = new Int32Array(size + 1);
  for (const i of edges.from) starts[i + 1] = starts[i + 1]! + 1;
  for (let i = 0; i < size; i++) starts[i + 1] = starts[i + 1]! + starts[i]!;
  const order = Int32Array.from(edges.from, (_, k) => k).sort(
    (a, b) => edges.from[a]! - edges.from[b]! || edges.to[a]! - edges.to[b]!,
  );
  return { size, starts, targets: order.map((k) => edges.to[k]!), links: order };
}

/** Strong component of every node (R. Tarjan, 1972), numbered in reverse topological order. */
export function strongComponents({ size, starts, targets }: Adjacency): { of: Int32Array; count: number } {
  const of = new Int32Array(size).fill(-1);
  const index = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const next = starts.slice(0, size);
  const stack: number[] = [];
  const path: number[] = [];
  let counter = 0;
  let count = 0;
  for (let root = 0; root < size; root++) {
    if (index[root] !== -1) continue;
    path.push(root);
    while (path.length > 0) {
      const v = path.at(-1)!;
      if (index[v] === -1) {
        index[v] = low[v] = counter++;
        stack.push(v);
      }
      if (next[v]! < starts[v + 1]!) {
        const w = targets[next[v]!]!;
        next[v] = next[v]! + 1;
        if (index[w] === -1) path.push(w);
        else if (of[w] === -1) low[v] = Math.min(low[v]!, index[w]!);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[v]!);
      if (low[v] !== index[v]) continue;
      for (let w = -1; w !== v; ) {
        w = stack.pop()!;
        of[w] = count;
      }
      count++;
    }
  }
  return { of, count };
}

/** Sizes of the weakly connected parts, greatest first. */
export function weakComponentSizes(edges: EdgeList): number[] {
  const parent = Int32Array.from(edges.nodes, (_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root]!;
    for (let at = i; parent[at] !== root; ) {
      const up = parent[at]!;
      parent[at] = root;
      at = up;
    }
    return root;
  };
  edges.from.forEach((i, k) => {
    parent[find(i)] = find(edges.to[k]!);
  });
  const sizes = new Map<number, number>();
  for (let i = 0; i < parent.length; i++) sizes.set(find(i), (sizes.get(find(i)) ?? 0) + 1);
  return [...sizes.values()].sort((a, b) => b - a);
}
