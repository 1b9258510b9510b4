import { adjacencyOf, strongComponents } from './adjacency.ts';
import type { EdgeList } from './edges.ts';

/** Quantities that enter and leave the network at each node, in the unit of its flows. */
export interface Boundary {
  readonly input: Float64Array;
  readonly output: Float64Array;
}

/** Ecological network analysis of a flow network; formulas in docs/planning.md. Base 2 in AMI and H, natural logarithm in robustness. */
export interface FlowIndicators {
  /** Total system throughflow: what flows into the nodes. */
  readonly throughflow: number;
  /** Total system throughput: throughflow and what leaves the network. */
  readonly throughput: number;
  readonly averagePathLength: number;
  /** Finn cycling index: share of the throughflow that has been at its node before (J. T. Finn, 1976). */
  readonly finnCycling: number;
  readonly indirectToDirect: number;
  readonly mutualInformation: number;
  readonly flowDiversity: number;
  readonly capacity: number;
  readonly ascendency: number;
  readonly overhead: number;
  /** ascendency / capacity. */
  readonly order: number;
  /** -a ln a of the order a. */
  readonly robustness: number;
  readonly effectiveLinkDensity: number;
  readonly trophicDepth: number;
}

/** What must come from and go outside so that every node's inflow equals its outflow. */
export function balancingBoundary(edges: EdgeList): Boundary {
  const n = edges.nodes.length;
  const inflow = new Float64Array(n);
  const outflow = new Float64Array(n);
  edges.from.forEach((i, k) => {
    const q = edges.quantity?.[k] ?? 1;
    outflow[i] = outflow[i]! + q;
    inflow[edges.to[k]!] = inflow[edges.to[k]!]! + q;
  });
  return {
    input: inflow.map((x, i) => Math.max(0, outflow[i]! - x)),
    output: inflow.map((x, i) => Math.max(0, x - outflow[i]!)),
  };
}

/** Zero throughflow gives zeros. Links without quantity count 1. */
export function flowIndicators(edges: EdgeList, boundary: Boundary = balancingBoundary(edges)): FlowIndicators {
  const quantity = edges.quantity ?? new Float64Array(edges.from.length).fill(1);
  const inflow = boundary.input.slice();
  quantity.forEach((q, k) => {
    inflow[edges.to[k]!] = inflow[edges.to[k]!]! + q;
  });
  const throughflow = sum(inflow);
  const throughput = throughflow + sum(boundary.output);
  const { ami, diversity } = information(edges, quantity, boundary, throughput);
  const { finn, indirect } = cycling(edges, quantity, boundary, inflow);
  const order = diversity > 0 ? ami / diversity : 0;
  return {
    throughflow,
    throughput,
    averagePathLength: ratio(throughflow, sum(boundary.input)),
    finnCycling: ratio(finn, throughflow),
    indirectToDirect: indirect,
    mutualInformation: ami,
    flowDiversity: diversity,
    capacity: throughput * diversity,
    ascendency: throughput * ami,
    overhead: throughput * (diversity - ami),
    order,
    robustness: order > 0 ? -order * Math.log(order) : 0,
    effectiveLinkDensity: 2 ** ((diversity - ami) / 2),
    trophicDepth: 2 ** ami,
  };
}

const sum = (xs: Float64Array): number => xs.reduce((a, b) => a + b, 0);
const ratio = (a: number, b: number): number => (b > 0 ? a / b : 0);

/** Average mutual information and diversity of the flows, the outside being one source and one sink (R. E. Ulanowicz, 1986). */
function information(edges: EdgeList, quantity: Float64Array, boundary: Boundary, total: number) {
  const n = edges.nodes.length;
  const flows: [number, number, number][] = [];
  quantity.forEach((q, k) => {
    flows.push([edges.from[k]!, edges.to[k]!, q]);
  });
  for (let i = 0; i < n; i++) flows.push([n, i, boundary.input[i]!], [i, n + 1, boundary.output[i]!]);
  const out = new Float64Array(n + 2);
  const into = new Float64Array(n + 2);
  for (const [i, j, q] of flows) {
    out[i] = out[i]! + q;
    into[j] = into[j]! + q;
  }
  let ami = 0;
  let diversity = 0;
  for (const [i, j, q] of flows) {
    if (q === 0) continue;
    ami += (q / total) * Math.log2((q * total) / (out[i]! * into[j]!));
    diversity -= (q / total) * Math.log2(q / total);
  }
  return { ami, diversity };
}

/**
 * Cycled throughflow by N = (I - G)^-1 with G_ij = f_ij / T_j seen from the receiver, solved within strong components
 * (only there can a flow come back), and indirect by direct flow of the whole.
 */
function cycling(edges: EdgeList, quantity: Float64Array, boundary: Boundary, inflow: Float64Array) {
  const graph = adjacencyOf(edges);
  const { of, count } = strongComponents(graph);
  const throughflow = inflow.slice();
  const members: number[][] = Array.from({ length: count }, () => []);
  of.forEach((c, v) => {
    members[c]!.push(v);
  });
  let finn = 0;
  for (const nodes of members) {
    const place = new Map(nodes.map((v, i) => [v, i]));
    const matrix = nodes.map((_, i) => Float64Array.from(nodes, (__, j) => (i === j ? 1 : 0)));
    let hasLink = false;
    for (const v of nodes)
      for (let k = graph.starts[v]!; k < graph.starts[v + 1]!; k++) {
        const w = graph.targets[k]!;
        if (of[w] !== of[v] || throughflow[v] === 0) continue;
        hasLink = true;
        const row = matrix[place.get(v)!]!;
        const j = place.get(w)!;
        row[j] = row[j]! - quantity[graph.links[k]!]! / throughflow[v]!;
      }
    if (!hasLink) continue;
    const diagonal = inverseDiagonal(matrix);
    nodes.forEach((v, i) => {
      finn += (throughflow[v]! * (diagonal[i]! - 1)) / diagonal[i]!;
    });
  }
  return { finn, indirect: indirectToDirect(edges, quantity, boundary, throughflow) };
}

/** Diagonal of the inverse by Gauss-Jordan with row pivots; Infinity for a cycle that nothing leaves. */
function inverseDiagonal(matrix: Float64Array[]): Float64Array {
  const n = matrix.length;
  const inverse = matrix.map((_, i) => Float64Array.from(matrix, (__, j) => (i === j ? 1 : 0)));
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(matrix[r]![c]!) > Math.abs(matrix[pivot]![c]!)) pivot = r;
    if (Math.abs(matrix[pivot]![c]!) < 1e-14) return new Float64Array(n).fill(Infinity);
    [matrix[c], matrix[pivot]] = [matrix[pivot]!, matrix[c]!];
    [inverse[c], inverse[pivot]] = [inverse[pivot]!, inverse[c]!];
    const by = matrix[c]![c]!;
    for (let j = 0; j < n; j++) {
      matrix[c]![j] = matrix[c]![j]! / by;
      inverse[c]![j] = inverse[c]![j]! / by;
    }
    for (let r = 0; r < n; r++) {
      const factor = matrix[r]![c]!;
      if (r === c || factor === 0) continue;
      for (let j = 0; j < n; j++) {
        matrix[r]![j] = matrix[r]![j]! - factor * matrix[c]![j]!;
        inverse[r]![j] = inverse[r]![j]! - factor * inverse[c]![j]!;
      }
    }
  }
  return Float64Array.from(inverse, (row, i) => row[i]!);
}

/**
 * Flow that reached its node over two or more links by flow over one link, both driven by the actual boundary input:
 * the sum of G^m z over m >= 2 by that of m = 1 (S. R. Borrett and M. K. Lau, enaR).
 */
function indirectToDirect(
  edges: EdgeList,
  quantity: Float64Array,
  boundary: Boundary,
  throughflow: Float64Array,
): number {
  let wave = boundary.input.slice();
  let direct = 0;
  let rest = 0;
  const total = sum(throughflow);
  const entered = sum(wave);
  const step = new Float64Array(wave.length);
  for (let k = 0; k < edges.from.length; k++) {
    const i = edges.from[k]!;
    if (throughflow[i]! > 0) step[edges.to[k]!] = step[edges.to[k]!]! + (quantity[k]! / throughflow[i]!) * wave[i]!;
  }
  wave = step;
  direct = sum(wave);
  rest = total - entered - direct;
  return ratio(rest, direct);
}
