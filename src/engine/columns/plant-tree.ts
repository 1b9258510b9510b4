import { modesOf } from '../judge/road.ts';
import { FACT, PLACE } from './item.ts';
import { RECEIVERS, type StagedItems } from './staged-items.ts';

/**
 * Numbers of a node: box on the unit sphere, quantities, and the best of what a bound needs. Four siblings stand side by side, a quad, so that each number
 * of the four is one vector of the kernel. Places, ranks, modes and receivers are whole, the others floats of four bytes.
 */
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
  /** Least rank, by which ties end, without its fraction. */
  rank: 10,
  /** Bits of all traits: the modes that some item has. */
  modes: 11,
  /** Of takers: bits of the ways that some item is a known receiver of. */
  receivers: 12,
  width: 13,
} as const;

export const SIBLINGS = 4;
/** The root is the last node of its tree's first quad, so that one formula gives the children of every node. */
export const ROOT = 3;
/** The first of a node's four children. */
export const childrenOf = (node: number) => 4 * (node - 2);
/** Nodes of a tree so many levels deep, with three that are empty beside the root. */
export const nodesOf = (depth: number) => 4 + (4 * (4 ** depth - 1)) / 3;
/** Where a number of a node stands. */
export const numberAt = (node: number, what: number) =>
  (node >> 2) * SIBLINGS * NODE.width + SIBLINGS * what + (node & 3);
/** Whole steps of a radius: 1.2 cm, so that places are compared without rounding. */
export const STEPS = 2 ** 29;

/** Where each quarter of the items `[from, to)` of a node ends, with the beginning of the first. */
export function quartersOf(from: number, to: number): readonly [number, number, number, number, number] {
  const middle = (from + to) >> 1;
  return [from, (from + middle) >> 1, middle, (middle + to) >> 1, to];
}

/**
 * What weighs the same when a dimension to split is chosen: 50 km, a factor e of quantity, 100 EUR, a third of sureness; who receives comes first.
 * Only speed depends on it.
 */
const WEIGHT = { place: 6371 / 50, quantity: 1, money: 1 / 100, confidence: 3, receivers: 1e6 };

/** What a tree can be split by: numbers of an item. */
const DIMENSIONS = [PLACE.x, PLACE.y, PLACE.z, PLACE.quantity, PLACE.money, PLACE.confidence, RECEIVERS] as const;

/** A column of nodes, read both ways. */
export interface Nodes {
  readonly whole: Int32Array;
  readonly real: Float32Array;
}

export function nodesOver(whole: Int32Array): Nodes {
  return { whole, real: new Float32Array(whole.buffer, whole.byteOffset, whole.length) };
}

interface Planting extends Pick<StagedItems, 'places' | 'facts'> {
  readonly order: Int32Array;
  readonly nodes: Nodes;
  /** Room for a number of each item. */
  readonly keys: Float64Array;
}

/** Splits the items `order[from, to)` in four, twice in the middle of what they spread most in, down to the leaves, and fills the nodes on the way. */
export function plantTree(p: Planting, base: number, node: number, from: number, to: number, depth: number): void {
  const at = base + node;
  bound(p, from, to);
  describe(p.nodes, at);
  if (depth === 0) {
    joinBits(p, at, from, to);
    return;
  }
  const quarters = quartersOf(from, to);
  halve(p, from, to);
  for (const [begin, end] of [
    [from, quarters[2]],
    [quarters[2], to],
  ] as const) {
    bound(p, begin, end);
    halve(p, begin, end);
  }
  const { whole } = p.nodes;
  const first = childrenOf(node);
  for (let n = 0; n < SIBLINGS; n++) {
    plantTree(p, base, first + n, quarters[n]!, quarters[n + 1]!, depth - 1);
    for (const bits of [NODE.modes, NODE.receivers])
      whole[numberAt(at, bits)]! |= whole[numberAt(base + first + n, bits)]!;
  }
}

/** Orders items that were bounded last so that the middle parts them by what they spread most in. */
function halve({ places, order, keys }: Planting, from: number, to: number): void {
  const dimension = widest();
  for (let n = from; n < to; n++) {
    const value = places[order[n]! * PLACE.width + dimension]!;
    keys[n] = dimension === PLACE.quantity ? Math.log(value) : value;
  }
  select(order, keys, from, to - 1, (from + to) >> 1);
}

/** The sides of a node's box, with what they are made of. */
export const BOX = [
  [NODE.minX, NODE.maxX, PLACE.x],
  [NODE.minY, NODE.maxY, PLACE.y],
  [NODE.minZ, NODE.maxZ, PLACE.z],
] as const;

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

/** Fills a node by what was bounded last, without the joined bits. */
function describe({ whole, real }: Nodes, node: number): void {
  for (const [min, max, place] of BOX) {
    whole[numberAt(node, min)] = Math.floor(STEPS * low[place]!);
    whole[numberAt(node, max)] = Math.ceil(STEPS * high[place]!);
  }
  real[numberAt(node, NODE.maxQuantity)] = Math.max(0, high[PLACE.quantity]!);
  real[numberAt(node, NODE.minQuantity)] = low[PLACE.quantity]!;
  real[numberAt(node, NODE.confidence)] = high[PLACE.confidence]!;
  real[numberAt(node, NODE.money)] = high[PLACE.money]!;
  whole[numberAt(node, NODE.rank)] = Math.floor(low[PLACE.rank]!);
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
function joinBits({ order, places, facts, nodes }: Planting, node: number, from: number, to: number): void {
  let [modes, receivers] = [0, 0];
  for (let n = from; n < to; n++) {
    const i = order[n]!;
    modes |= modesOf(facts[i * FACT.width + FACT.traits]!);
    receivers |= places[i * PLACE.width + RECEIVERS]!;
  }
  nodes.whole[numberAt(node, NODE.modes)] = modes;
  nodes.whole[numberAt(node, NODE.receivers)] = receivers;
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
