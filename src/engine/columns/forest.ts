import { spend } from './growing.ts';
import { FACT, PLACE } from './item.ts';
import {
  BOX,
  childrenOf,
  NODE,
  type Nodes,
  nodesOf,
  nodesOver,
  numberAt,
  plantTree,
  quartersOf,
  ROOT,
  SIBLINGS,
  STEPS,
} from './plant-tree.ts';
import type { StagedItems } from './staged-items.ts';
import type { Staging } from './staging.ts';
import * as traits from './traits.ts';

export { BOX, childrenOf, NODE, type Nodes, numberAt, quartersOf, ROOT, SIBLINGS, STEPS };

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

/** Items of one side in the order of their trees. A node has four children, each with a quarter of its items: see plant-tree.ts. */
export interface Forest {
  /** Staged place of each item. */
  readonly order: Int32Array;
  readonly groupsFrom: Int32Array;
  readonly groups: Int32Array;
  readonly nodes: Int32Array;
}

const LEAF = 32;
/** Groups the staged items by material and all that a bound can then take as given, and makes a k-d tree over place and log quantity of each. */
export function plant({ side, items }: Staging, materials: number): Forest {
  const { order, groups, groupsFrom, nodeCount } = group(side === 'output', items, materials);
  const nodes = new Int32Array(nodeCount * NODE.width);
  const planting = { ...items, order, nodes: nodesOver(nodes), keys: new Float64Array(order.length) };
  for (let g = 0; g < groups.length; g += GROUP.width)
    plantTree(
      planting,
      groups[g + GROUP.node]!,
      ROOT,
      groups[g + GROUP.from]!,
      groups[g + GROUP.to]!,
      groups[g + GROUP.depth]!,
    );
  spend(items.material, planting.keys);
  return { order, groups, groupsFrom, nodes };
}

/** The leaf of a group's tree that holds an item. */
export function leafOf(groups: Int32Array, group: number, item: number): { node: number; from: number; to: number } {
  let [from, to, node] = [groups[group + GROUP.from]!, groups[group + GROUP.to]!, ROOT as number];
  for (let depth = groups[group + GROUP.depth]!; depth > 0; depth--) {
    const quarters = quartersOf(from, to);
    let n = 0;
    while (item >= quarters[n + 1]!) n++;
    node = childrenOf(node) + n;
    [from, to] = [quarters[n]!, quarters[n + 1]!];
  }
  return { node, from, to };
}

/** What all members of a group share, as one number that sorts by material first. */
function keyOf(output: boolean, { places, facts, material }: StagedItems, i: number): number {
  const t = facts[i * FACT.width + FACT.traits]!;
  const isKnown = (what: number) => !Number.isNaN(places[i * PLACE.width + what]);
  const known =
    (isKnown(PLACE.x) ? 1 : 0) +
    (isKnown(PLACE.quantity) ? 2 : 0) +
    (t & traits.HINT ? 4 : 0) +
    ((output ? t & traits.LANDFILLED : isKnown(PLACE.money)) ? 8 : 0);
  return ((material[i]! * traits.MOST_COUNTRIES + traits.countryOf(t)) * 8 + traits.dimensionOf(t)) * 16 + known;
}

function group(output: boolean, items: StagedItems, materials: number) {
  const { count } = items;
  const keys = new Float64Array(count);
  const sizes = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    const key = keyOf(output, items, i);
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
    node += nodesOf(depth);
  });
  for (let m = 0; m < materials; m++) groupsFrom[m + 1]! += groupsFrom[m]!;
  const place = new Map(sorted.map((key, n) => [key, n * GROUP.width]));
  const order = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const key = keys[i]!;
    const to = fill.get(key)!;
    order[to] = i;
    fill.set(key, to + 1);
    const t = items.facts[i * FACT.width + FACT.traits]!;
    const at = place.get(key)!;
    groups[at + GROUP.traits]! |= t;
    groups[at + GROUP.hazards]! |= 1 << (2 * traits.hazardOf(t) + (t & traits.EU_HAZARDOUS ? 1 : 0));
  }
  return { order, groups, groupsFrom, nodeCount: node };
}

function depthFor(size: number): number {
  let depth = 0;
  while (size >> (2 * depth) > LEAF) depth++;
  return depth;
}
