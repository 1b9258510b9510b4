import { modesOf } from './road.ts';

/** A row of a node table: box on the unit sphere, quantities, and the best of what a bound needs. */
export const NODE = {
  minX: 0,
  maxX: 1,
  minY: 2,
  maxY: 3,
  minZ: 4,
  maxZ: 5,
  maxQuantity: 6,
  minQuantity: 7,
  confidence: 8,
  money: 9,
  /** Least rank, by which ties end. */
  rank: 10,
  /** Bits of all traits: the modes that some item has. */
  modes: 11,
  /** Of takers: bits of the ways that some item is a known receiver of. */
  receivers: 12,
  width: 13,
} as const;

/** What the trees are made of, by staged place. */
export interface Items {
  readonly output: boolean;
  readonly material: Int32Array;
  readonly itemTraits: Uint32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
  readonly quantity: Float64Array;
  readonly confidence: Float64Array;
  readonly money: Float64Array;
  readonly receivers: Float64Array;
  readonly rank: Float64Array;
}

/**
 * What weighs the same when a dimension to split is chosen: 50 km, a factor e of quantity, 100 EUR, a third of sureness; who receives comes first.
 * Only speed depends on it.
 */
const WEIGHT = { place: 6371 / 50, quantity: 1, money: 1 / 100, confidence: 3, receivers: 1e6 };

interface Planting extends Items {
  readonly order: Int32Array;
  readonly nodes: Float64Array;
  readonly logQuantity: Float64Array;
  /** Money with a number for what is unknown, so that it can be split at. */
  readonly splitMoney: Float64Array;
}

/** Splits the items `order[from, to)` in the middle of what they spread most in, down to the leaves, and fills the rows of the nodes on the way. */
export function plantTree(p: Planting, base: number, node: number, from: number, to: number, depth: number): void {
  describe(p, (base + node) * NODE.width, from, to);
  if (depth === 0) return;
  const middle = (from + to) >> 1;
  select(p.order, widest(p), from, to - 1, middle);
  plantTree(p, base, 2 * node + 1, from, middle, depth - 1);
  plantTree(p, base, 2 * node + 2, middle, to, depth - 1);
}

/** How far the items described last lie apart, by dimension: x, y, z, quantity, money, confidence, receivers. */
const spread = new Float64Array(7);

/** The dimension in which the items described last spread most; the first of equals. */
function widest(p: Planting): Float64Array {
  let most = 0;
  for (let dimension = 1; dimension < spread.length; dimension++)
    if (spread[dimension]! > spread[most]!) most = dimension;
  return [p.x, p.y, p.z, p.logQuantity, p.splitMoney, p.confidence, p.receivers][most]!;
}

/** Fills a node's row, and `spread`. */
function describe(p: Planting, at: number, from: number, to: number): void {
  const { nodes } = p;
  spread[0] = WEIGHT.place * box(p.x, p, from, to, at + NODE.minX);
  spread[1] = WEIGHT.place * box(p.y, p, from, to, at + NODE.minY);
  spread[2] = WEIGHT.place * box(p.z, p, from, to, at + NODE.minZ);
  const maxQuantity = Math.max(0, greatest(p.quantity, p.order, from, to));
  const minQuantity = least(p.quantity, p.order, from, to);
  const confidence = Math.max(0, greatest(p.confidence, p.order, from, to));
  const unsure = Math.min(1, least(p.confidence, p.order, from, to));
  const money = greatest(p.money, p.order, from, to);
  const leastMoney = least(p.splitMoney, p.order, from, to);
  nodes[at + NODE.maxQuantity] = maxQuantity;
  nodes[at + NODE.minQuantity] = minQuantity;
  nodes[at + NODE.confidence] = confidence;
  nodes[at + NODE.money] = money;
  nodes[at + NODE.rank] = least(p.rank, p.order, from, to);
  spread[3] = maxQuantity > 0 ? WEIGHT.quantity * Math.log(maxQuantity / minQuantity) : 0;
  spread[4] = money > leastMoney ? WEIGHT.money * (money - leastMoney) : 0;
  spread[5] = WEIGHT.confidence * (confidence - unsure);
  spread[6] = joinBits(p, at, from, to) ? WEIGHT.receivers : 0;
}

/** Joins the items' modes and receivers; returns whether not all have the same receivers. */
function joinBits({ order, itemTraits, receivers, nodes }: Planting, at: number, from: number, to: number): boolean {
  const first = receivers[order[from]!]!;
  let [modes, joined, mixed] = [0, 0, false];
  for (let n = from; n < to; n++) {
    const i = order[n]!;
    modes |= modesOf(itemTraits[i]!);
    joined |= receivers[i]!;
    if (receivers[i]! !== first) mixed = true;
  }
  nodes[at + NODE.modes] = modes;
  nodes[at + NODE.receivers] = joined;
  return mixed;
}

/** Writes least and greatest of a dimension to `nodes[at]` and `[at + 1]`; returns their difference. */
function box(values: Float64Array, { order, nodes }: Planting, from: number, to: number, at: number): number {
  const low = least(values, order, from, to);
  const high = greatest(values, order, from, to);
  nodes[at] = low;
  nodes[at + 1] = high;
  return high > low ? high - low : 0;
}

/** Infinity when all are unknown. */
function least(values: Float64Array, order: Int32Array, from: number, to: number): number {
  let low = Number.POSITIVE_INFINITY;
  for (let n = from; n < to; n++) {
    const value = values[order[n]!]!;
    if (value < low) low = value;
  }
  return low;
}

/** -Infinity when all are unknown. */
function greatest(values: Float64Array, order: Int32Array, from: number, to: number): number {
  let high = Number.NEGATIVE_INFINITY;
  for (let n = from; n < to; n++) {
    const value = values[order[n]!]!;
    if (value > high) high = value;
  }
  return high;
}

/** Orders `order[left..right]` so that the k-th is in its place, smaller before and larger after; ties by position, so always the same. */
function select(order: Int32Array, values: Float64Array, left: number, right: number, k: number): void {
  while (left < right) {
    const pivot = order[(left + right) >> 1]!;
    const middle = values[pivot]!;
    let i = left;
    let j = right;
    while (i <= j) {
      while (values[order[i]!]! < middle || (values[order[i]!]! === middle && order[i]! < pivot)) i++;
      while (values[order[j]!]! > middle || (values[order[j]!]! === middle && order[j]! > pivot)) j--;
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
