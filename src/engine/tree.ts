/** Points of a group: places on the unit sphere (NaN = unknown), a quantity (NaN = unknown), and values of which a node keeps the largest. */
export interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
  readonly quantity: Float64Array;
  /** Each of the same length; a node keeps the maximum of each over its points. */
  readonly maxima: readonly Float64Array[];
  /** Row by which ties end; a node keeps the least. */
  readonly row: Int32Array;
}

/** A balanced k-d tree over place and log quantity. Node n has children 2n+1 and 2n+2; a leaf holds `order[from..to)`. */
export interface Tree {
  readonly points: Points;
  readonly order: Int32Array;
  readonly nodes: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly leaf: Uint8Array;
  /** Six a node: least and largest x, y, z. */
  readonly box: Float64Array;
  readonly maxQuantity: Float64Array;
  readonly maxima: readonly Float64Array[];
  readonly minRow: Int32Array;
}

const LEAF = 16;
/** A distance of 150 km weighs as a factor e of quantity when a dimension to split is chosen; only speed depends on it. */
const LENGTH = 6371 / 150;

export function buildTree(points: Points): Tree {
  const count = points.row.length;
  let depth = 0;
  while (count >> depth > LEAF) depth++;
  const nodes = 2 ** (depth + 1) - 1;
  const tree = {
    points,
    order: Int32Array.from({ length: count }, (_, i) => i),
    nodes,
    from: new Int32Array(nodes),
    to: new Int32Array(nodes),
    leaf: new Uint8Array(nodes),
    box: new Float64Array(nodes * 6),
    maxQuantity: new Float64Array(nodes),
    maxima: points.maxima.map(() => new Float64Array(nodes)),
    minRow: new Int32Array(nodes),
  };
  const logQuantity = points.quantity.map((q) => (q > 0 ? Math.log(q) : 0));
  const dimensions = [points.x, points.y, points.z, logQuantity];
  split(tree, dimensions, 0, 0, count, depth);
  return tree;
}

function split(
  tree: Tree,
  dimensions: readonly Float64Array[],
  node: number,
  from: number,
  to: number,
  depth: number,
): void {
  tree.from[node] = from;
  tree.to[node] = to;
  const widest = describe(tree, dimensions, node, from, to);
  if (depth === 0) {
    tree.leaf[node] = 1;
    return;
  }
  const middle = (from + to) >> 1;
  select(tree.order, dimensions[widest]!, from, to - 1, middle);
  split(tree, dimensions, 2 * node + 1, from, middle, depth - 1);
  split(tree, dimensions, 2 * node + 2, middle, to, depth - 1);
}

/** Fills the node's bounds; returns the dimension in which its points spread most. */
function describe(tree: Tree, dimensions: readonly Float64Array[], node: number, from: number, to: number): number {
  const { order, points } = tree;
  let widest = 0;
  let width = -1;
  dimensions.forEach((values, d) => {
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    for (let i = from; i < to; i++) {
      const value = values[order[i]!]!;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    if (d < 3) {
      tree.box[node * 6 + 2 * d] = least;
      tree.box[node * 6 + 2 * d + 1] = most;
    }
    const spread = (most - least) * (d < 3 ? LENGTH : 1);
    if (spread > width) {
      width = spread;
      widest = d;
    }
  });
  let minRow = 0x7fffffff;
  let maxQuantity = 0;
  for (let i = from; i < to; i++) {
    const at = order[i]!;
    if (points.row[at]! < minRow) minRow = points.row[at]!;
    if (points.quantity[at]! > maxQuantity) maxQuantity = points.quantity[at]!;
  }
  tree.minRow[node] = minRow;
  tree.maxQuantity[node] = maxQuantity;
  points.maxima.forEach((values, k) => {
    let most = Number.NEGATIVE_INFINITY;
    for (let i = from; i < to; i++) most = Math.max(most, values[order[i]!]!);
    tree.maxima[k]![node] = most;
  });
  return widest;
}

/** Orders `order[left..right]` so that the k-th is in its place, smaller before and larger after; ties by position, so always the same. */
function select(order: Int32Array, values: Float64Array, left: number, right: number, k: number): void {
  const before = (a: number, b: number) => values[a]! < values[b]! || (values[a]! === values[b]! && a < b);
  while (left < right) {
    const pivot = order[(left + right) >> 1]!;
    let i = left;
    let j = right;
    while (i <= j) {
      while (before(order[i]!, pivot)) i++;
      while (before(pivot, order[j]!)) j--;
      if (i <= j) {
        const swap = order[i]!;
        order[i++] = order[j]!;
        order[j--] = swap;
      }
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else return;
  }
}

/** Least squared chord from a place to a node's box; never above that to any point inside, to the last bit. */
export function leastChord2(tree: Tree, node: number, x: number, y: number, z: number): number {
  const { box } = tree;
  const b = node * 6;
  const dx = Math.max(0, box[b]! - x, x - box[b + 1]!);
  const dy = Math.max(0, box[b + 2]! - y, y - box[b + 3]!);
  const dz = Math.max(0, box[b + 4]! - z, z - box[b + 5]!);
  return dx * dx + dy * dy + dz * dz;
}
