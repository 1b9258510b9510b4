import { modesOf } from './road.ts';
import type { Staging } from './staging.ts';
import * as traits from './traits.ts';

/** A row of a group table. */
export const GROUP = {
  country: 0,
  placed: 1,
  quantified: 2,
  hint: 3,
  /** Code of the flows' dimension. */
  dimension: 4,
  /** All traits that some member has. */
  traits: 5,
  /** Bit 2 x hazard class + European hazard, of the combinations that occur. */
  hazards: 6,
  from: 7,
  to: 8,
  node: 9,
  depth: 10,
  /** Of takers: they name their own price. Of givers: they are landfilled. */
  money: 11,
  material: 12,
  width: 13,
} as const;

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

/** Items of one side in the order of their trees. Node n of a tree has children 2n+1 and 2n+2 and splits its items in the middle. */
export interface Forest {
  /** Staged place of each item. */
  readonly order: Int32Array;
  readonly groupsFrom: Int32Array;
  readonly groups: Int32Array;
  readonly nodes: Float64Array;
}

const LEAF = 32;
/**
 * What weighs the same when a dimension to split is chosen: 50 km, a factor e of quantity, 100 EUR, a third of sureness; who receives comes first.
 * Only speed depends on it.
 */
const WEIGHT = { place: 6371 / 50, quantity: 1, money: 1 / 100, confidence: 3, receivers: 1e6 };

/** Groups the staged items by material and all that a bound can then take as given, and makes a k-d tree over place and log quantity of each. */
export function plant(staging: Staging, materials: number): Forest {
  const items = itemsOf(staging);
  const { order, groups, groupsFrom, nodeCount } = group(items, materials);
  const nodes = new Float64Array(nodeCount * NODE.width);
  const planting: Planting = {
    ...items,
    order,
    nodes,
    logQuantity: items.quantity.map((q) => (q > 0 ? Math.log(q) : 0)),
    splitMoney: items.money.map((money) => money || 0),
  };
  for (let g = 0; g < groups.length; g += GROUP.width)
    split(
      planting,
      groups[g + GROUP.node]!,
      0,
      groups[g + GROUP.from]!,
      groups[g + GROUP.to]!,
      groups[g + GROUP.depth]!,
    );
  return { order, groups, groupsFrom, nodes };
}

/** The leaf of a group's tree that holds an item. */
export function leafOf(groups: Int32Array, group: number, item: number): { node: number; from: number; to: number } {
  let [from, to, node] = [groups[group + GROUP.from]!, groups[group + GROUP.to]!, 0];
  for (let depth = groups[group + GROUP.depth]!; depth > 0; depth--) {
    const middle = (from + to) >> 1;
    node = 2 * node + (item < middle ? 1 : 2);
    if (item < middle) to = middle;
    else from = middle;
  }
  return { node, from, to };
}

interface Items {
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

interface Planting extends Items {
  readonly order: Int32Array;
  readonly nodes: Float64Array;
  readonly logQuantity: Float64Array;
  /** Money with a number for what is unknown, so that it can be split at. */
  readonly splitMoney: Float64Array;
}

function itemsOf(staging: Staging): Items {
  return {
    output: staging.side === 'output',
    material: staging.material.take(),
    itemTraits: staging.itemTraits.take(),
    x: staging.x.take(),
    y: staging.y.take(),
    z: staging.z.take(),
    quantity: staging.quantity.take(),
    confidence: staging.confidence.take(),
    money: staging.money.take(),
    receivers: staging.receivers.take(),
    rank: staging.rank.take(),
  };
}

/** What all members of a group share, as one number that sorts by material first. */
function keyOf({ output, material, itemTraits, x, quantity, money }: Items, i: number): number {
  const t = itemTraits[i]!;
  const known =
    (Number.isNaN(x[i]) ? 0 : 1) +
    (Number.isNaN(quantity[i]) ? 0 : 2) +
    (t & traits.HINT ? 4 : 0) +
    ((output ? t & traits.LANDFILLED : !Number.isNaN(money[i])) ? 8 : 0);
  return ((material[i]! * traits.MOST_COUNTRIES + traits.countryOf(t)) * 8 + traits.dimensionOf(t)) * 16 + known;
}

function group(items: Items, materials: number) {
  const count = items.rank.length;
  const keys = new Float64Array(count);
  const sizes = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    const key = keyOf(items, i);
    keys[i] = key;
    sizes.set(key, (sizes.get(key) ?? 0) + 1);
  }
  const sorted = [...sizes.keys()].sort((a, b) => a - b);
  const groups = new Int32Array(sorted.length * GROUP.width);
  const groupsFrom = new Int32Array(materials + 1);
  const fill = new Map<number, number>();
  let item = 0;
  let node = 0;
  sorted.forEach((key, n) => {
    const size = sizes.get(key)!;
    const depth = depthFor(size);
    const known = key % 16;
    const at = n * GROUP.width;
    groups[at + GROUP.placed] = known & 1;
    groups[at + GROUP.quantified] = (known >> 1) & 1;
    groups[at + GROUP.hint] = (known >> 2) & 1;
    groups[at + GROUP.money] = known >> 3;
    groups[at + GROUP.dimension] = Math.floor(key / 16) % 8;
    groups[at + GROUP.country] = Math.floor(key / 128) % traits.MOST_COUNTRIES;
    groups[at + GROUP.from] = item;
    groups[at + GROUP.to] = item + size;
    groups[at + GROUP.node] = node;
    groups[at + GROUP.depth] = depth;
    groups[at + GROUP.material] = Math.floor(key / (128 * traits.MOST_COUNTRIES));
    groupsFrom[groups[at + GROUP.material]! + 1]!++;
    fill.set(key, item);
    item += size;
    node += 2 ** (depth + 1) - 1;
  });
  for (let m = 0; m < materials; m++) groupsFrom[m + 1]! += groupsFrom[m]!;
  const place = new Map(sorted.map((key, n) => [key, n * GROUP.width]));
  const order = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const key = keys[i]!;
    const to = fill.get(key)!;
    order[to] = i;
    fill.set(key, to + 1);
    const t = items.itemTraits[i]!;
    const at = place.get(key)!;
    groups[at + GROUP.traits]! |= t;
    groups[at + GROUP.hazards]! |= 1 << (2 * traits.hazardOf(t) + (t & traits.EU_HAZARDOUS ? 1 : 0));
  }
  return { order, groups, groupsFrom, nodeCount: node };
}

function depthFor(size: number): number {
  let depth = 0;
  while (size >> depth > LEAF) depth++;
  return depth;
}

function split(p: Planting, base: number, node: number, from: number, to: number, depth: number): void {
  const widest = describe(p, (base + node) * NODE.width, from, to);
  if (depth === 0) return;
  const middle = (from + to) >> 1;
  const dimension = [p.x, p.y, p.z, p.logQuantity, p.splitMoney, p.confidence, p.receivers][widest]!;
  select(p.order, dimension, from, to - 1, middle);
  split(p, base, 2 * node + 1, from, middle, depth - 1);
  split(p, base, 2 * node + 2, middle, to, depth - 1);
}

/** Fills a node's row; returns the dimension in which its items spread most. */
function describe(p: Planting, at: number, from: number, to: number): number {
  const { order, nodes } = p;
  const width = [
    WEIGHT.place * range(p.x, order, from, to, nodes, at + NODE.minX),
    WEIGHT.place * range(p.y, order, from, to, nodes, at + NODE.minY),
    WEIGHT.place * range(p.z, order, from, to, nodes, at + NODE.minZ),
  ];
  let [maxQuantity, minQuantity] = [0, Number.POSITIVE_INFINITY];
  let [confidence, unsure] = [0, 1];
  let [modes, receivers, mixed] = [0, 0, false];
  const first = p.receivers[order[from]!]!;
  let [money, least, rank] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let n = from; n < to; n++) {
    const i = order[n]!;
    const quantity = p.quantity[i]!;
    if (quantity > maxQuantity) maxQuantity = quantity;
    if (quantity < minQuantity) minQuantity = quantity;
    if (p.confidence[i]! > confidence) confidence = p.confidence[i]!;
    if (p.confidence[i]! < unsure) unsure = p.confidence[i]!;
    if (p.money[i]! > money) money = p.money[i]!;
    if (p.splitMoney[i]! < least) least = p.splitMoney[i]!;
    modes |= modesOf(p.itemTraits[i]!);
    receivers |= p.receivers[i]!;
    if (p.receivers[i] !== first) mixed = true;
    if (p.rank[i]! < rank) rank = p.rank[i]!;
  }
  nodes[at + NODE.maxQuantity] = maxQuantity;
  nodes[at + NODE.minQuantity] = minQuantity;
  nodes[at + NODE.confidence] = confidence;
  nodes[at + NODE.money] = money;
  nodes[at + NODE.rank] = rank;
  nodes[at + NODE.modes] = modes;
  nodes[at + NODE.receivers] = receivers;
  width.push(
    maxQuantity > 0 ? WEIGHT.quantity * Math.log(maxQuantity / minQuantity) : 0,
    money > least ? WEIGHT.money * (money - least) : 0,
    WEIGHT.confidence * (confidence - unsure),
    mixed ? WEIGHT.receivers : 0,
  );
  return width.indexOf(Math.max(...width));
}

/** Writes least and largest of a dimension to `nodes[at]` and `[at + 1]`; returns their difference. */
function range(
  values: Float64Array,
  order: Int32Array,
  from: number,
  to: number,
  nodes: Float64Array,
  at: number,
): number {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let n = from; n < to; n++) {
    const value = values[order[n]!]!;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  nodes[at] = least;
  nodes[at + 1] = most;
  return most > least ? most - least : 0;
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
