import { modesOf } from '../judge/road.ts';
import { FACT, PLACE } from './item.ts';
import { RECEIVERS, type StagedItems } from './staged-items.ts';

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

/**
 * What weighs the same when a dimension to split is chosen: 50 km, a factor e of quantity, 100 EUR, a third of sureness; who receives comes first.
 * Only speed depends on it.
 */
const WEIGHT = { place: 6371 / 50, quantity: 1, money: 1 / 100, confidence: 3, receivers: 1e6 };

/** What a tree can be split by: numbers of an item. */
const DIMENSIONS = [PLACE.x, PLACE.y, PLACE.z, PLACE.quantity, PLACE.money, PLACE.confidence, RECEIVERS] as const;

interface Planting extends Pick<StagedItems, 'places' | 'facts'> {
  readonly order: Int32Array;
  readonly nodes: Float64Array;
  /** Room for a number of each item. */
  readonly keys: Float64Array;
}

/** Splits the items `order[from, to)` in the middle of what they spread most in, down to the leaves, and fills the rows of the nodes on the way. */
export function plantTree(p: Planting, base: number, node: number, from: number, to: number, depth: number): void {
  const { nodes } = p;
  const at = (base + node) * NODE.width;
  bound(p, from, to);
  describe(nodes, at);
  if (depth === 0) {
    joinBits(p, at, from, to);
    return;
  }
  const dimension = widest();
  const middle = (from + to) >> 1;
  for (let n = from; n < to; n++) {
    const value = p.places[p.order[n]! * PLACE.width + dimension]!;
    p.keys[n] = dimension === PLACE.quantity ? Math.log(value) : value;
  }
  select(p.order, p.keys, from, to - 1, middle);
  const [left, right] = [2 * node + 1, 2 * node + 2];
  plantTree(p, base, left, from, middle, depth - 1);
  plantTree(p, base, right, middle, to, depth - 1);
  for (const bits of [NODE.modes, NODE.receivers])
    nodes[at + bits] = nodes[(base + left) * NODE.width + bits]! | nodes[(base + right) * NODE.width + bits]!;
}

/** Least and greatest of each number of the items bounded last; without end where all are unknown. */
const low = new Float64Array(PLACE.width);
const high = new Float64Array(PLACE.width);

function bound({ places, order }: Planting, from: number, to: number): void {
  low.fill(Number.POSITIVE_INFINITY);
  high.fill(Number.NEGATIVE_INFINITY);
  for (let n = from; n < to; n++) {
    const at = order[n]! * PLACE.width;
    for (let what = 0; what < PLACE.width; what++) {
      const value = places[at + what]!;
      if (value < low[what]!) low[what] = value;
      if (value > high[what]!) high[what] = value;
    }
  }
}

/** Fills a node's row by what was bounded last, without the joined bits. */
function describe(nodes: Float64Array, at: number): void {
  nodes[at + NODE.minX] = low[PLACE.x]!;
  nodes[at + NODE.maxX] = high[PLACE.x]!;
  nodes[at + NODE.minY] = low[PLACE.y]!;
  nodes[at + NODE.maxY] = high[PLACE.y]!;
  nodes[at + NODE.minZ] = low[PLACE.z]!;
  nodes[at + NODE.maxZ] = high[PLACE.z]!;
  nodes[at + NODE.maxQuantity] = Math.max(0, high[PLACE.quantity]!);
  nodes[at + NODE.minQuantity] = low[PLACE.quantity]!;
  nodes[at + NODE.confidence] = high[PLACE.confidence]!;
  nodes[at + NODE.money] = high[PLACE.money]!;
  nodes[at + NODE.rank] = low[PLACE.rank]!;
}

/** The dimension in which the items bounded last spread most; the first of equals. */
function widest(): number {
  const spread = (what: number) => (high[what]! > low[what]! ? high[what]! - low[what]! : 0);
  const quantity = PLACE.quantity;
  const weighed = [
    WEIGHT.place * spread(PLACE.x),
    WEIGHT.place * spread(PLACE.y),
    WEIGHT.place * spread(PLACE.z),
    high[quantity]! > 0 ? WEIGHT.quantity * Math.log(high[quantity]! / low[quantity]!) : 0,
    WEIGHT.money * spread(PLACE.money),
    WEIGHT.confidence * spread(PLACE.confidence),
    spread(RECEIVERS) > 0 ? WEIGHT.receivers : 0,
  ];
  let most = 0;
  for (let n = 1; n < weighed.length; n++) if (weighed[n]! > weighed[most]!) most = n;
  return DIMENSIONS[most]!;
}

/** Joins the modes and receivers of a leaf's items. */
function joinBits({ order, places, facts, nodes }: Planting, at: number, from: number, to: number): void {
  let [modes, receivers] = [0, 0];
  for (let n = from; n < to; n++) {
    const i = order[n]!;
    modes |= modesOf(facts[i * FACT.width + FACT.traits]!);
    receivers |= places[i * PLACE.width + RECEIVERS]!;
  }
  nodes[at + NODE.modes] = modes;
  nodes[at + NODE.receivers] = receivers;
}

/**
 * Orders `order[left..right]` by the keys beside it so that the k-th is in its place, smaller before and larger after; ties by position, so always the same.
 */
function select(order: Int32Array, keys: Float64Array, left: number, right: number, k: number): void {
  while (left < right) {
    const at = (left + right) >> 1;
    const [pivot, middle] = [order[at]!, keys[at]!];
    let i = left;
    let j = right;
    while (i <= j) {
      while (keys[i]! < middle || (keys[i]! === middle && order[i]! < pivot)) i++;
      while (keys[j]! > middle || (keys[j]! === middle && order[j]! > pivot)) j--;
      if (i <= j) {
        const [item, key] = [order[i]!, keys[i]!];
        order[i] = order[j]!;
        keys[i++] = keys[j]!;
        order[j] = item;
        keys[j--] = key;
      }
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else return;
  }
}
