import { type Adjacency, strongComponents } from './adjacency.ts';

/**
 * Cyclicity: largest real eigenvalue of the adjacency matrix. 0 = no cycle, 1 = simple cycles, more = entangled cycles.
 * Power iteration of A + I within each strong component (primitive there), until the bounds of Collatz and Wielandt meet.
 */
export function cyclicity(graph: Adjacency, tolerance = 1e-12): number {
  const { of, count } = strongComponents(graph);
  const members: number[][] = Array.from({ length: count }, () => []);
  of.forEach((c, v) => {
    members[c]!.push(v);
  });
  let largest = 0;
  for (const nodes of members) largest = Math.max(largest, spectralRadius(graph, nodes, of, tolerance));
  return largest;
}

function spectralRadius(graph: Adjacency, nodes: readonly number[], of: Int32Array, tolerance: number): number {
  const { starts, targets } = graph;
  const place = new Map(nodes.map((v, i) => [v, i]));
  const rows = nodes.map((v) => {
    const row: number[] = [];
    for (let k = starts[v]!; k < starts[v + 1]!; k++) if (of[targets[k]!] === of[v]) row.push(place.get(targets[k]!)!);
    return row;
  });
  if (rows.every((row) => row.length === 0)) return 0;
  let vector = new Float64Array(nodes.length).fill(1);
  let low = 0;
  let high = Infinity;
  for (let step = 0; step < 200_000 && (step === 0 || high - low > tolerance * high); step++) {
    const image = vector.slice();
    rows.forEach((row, i) => {
      for (const j of row) image[i] = image[i]! + vector[j]!;
    });
    low = Infinity;
    high = 0;
    let sum = 0;
    image.forEach((x, i) => {
      low = Math.min(low, x / vector[i]!);
      high = Math.max(high, x / vector[i]!);
      sum += x;
    });
    vector = image.map((x) => (x * nodes.length) / sum);
  }
  return (low + high) / 2 - 1;
}
