import type { Columns } from '../columns/columns.ts';
import { GROUP, leafOf, ROOT } from '../columns/forest.ts';
import type { Room } from '../columns/memory.ts';
import type { Checks } from './checks.ts';
import { LaneOrder } from './lane-order.ts';
import { createLanes, LANE_FACT, LaneShelf, type Lanes } from './lanes.ts';
import type { Standing } from './standing.ts';
import type { Top } from './top.ts';
import { TreeSearch } from './tree-search.ts';

/** Finds the lists of streams of one side. */
export interface SideSearch {
  /** Pairs whose score was computed since the start. */
  readonly judged: number;
  /** `everything`: by judging every pair that a use joins. */
  find(row: number, tops: readonly Top[], everything: boolean): void;
  stand(row: number, standings: readonly Standing[]): void;
}

/** Lanes kept for groups that are met again. */
const KEPT_LANES = 20_000;

/**
 * @param giving whether the streams are outputs
 * @param settled the columns do not change between calls: what was found out for a group or a leaf is kept
 */
export function createSideSearch(
  c: Columns,
  checks: Checks,
  giving: boolean,
  settled: boolean,
  room: Room,
): SideSearch {
  const tree = new TreeSearch(c, checks, giving, room);
  const { aim } = tree;
  const shelf = new LaneShelf(room);
  const lay = createLanes(c, checks, giving, shelf);
  const [groups, groupsFrom] = giving ? [c.giverGroups, c.giverGroupsFrom] : [c.takerGroups, c.takerGroupsFrom];
  const [readingFrom, readingItem, readingMaterial] = giving
    ? [c.outputReadingFrom, c.outputReadingItem, c.outputReadingMaterial]
    : [c.demandReadingFrom, c.demandReadingItem, c.demandReadingMaterial];
  const lanesOf = new Map<number, Lanes>();
  let kept = 0;
  /** The items of the leaf that was searched last, and its lanes. */
  let [from, to, groupOfLeaf] = [0, 0, 0];
  let lanesOfLeaf: Lanes | undefined;
  const ofLeaf = new LaneOrder(room);
  const alone = new LaneOrder(room);

  function lanesAt(group: number): Lanes {
    const known = lanesOf.get(group);
    if (known) return known;
    if (kept > KEPT_LANES) forget();
    const lanes = lay(group);
    kept += lanes.count;
    lanesOf.set(group, lanes);
    return lanes;
  }

  function forget(): void {
    lanesOf.clear();
    shelf.clear();
    kept = 0;
    [from, to] = [0, 0];
  }

  /** Place of the group of an item that is read as a material. */
  function groupOf(item: number, material: number): number {
    if (item >= from && item < to) return groupOfLeaf;
    for (let k = groupsFrom[material]!; k < groupsFrom[material + 1]!; k++)
      if (item >= groups[k * GROUP.width + GROUP.from]! && item < groups[k * GROUP.width + GROUP.to]!)
        return k * GROUP.width;
    throw new Error(`Item ${item} is in no group of its material.`);
  }

  /** Orders the lanes of a group by what the root of each can score at most with what is aimed from. */
  function order(by: LaneOrder): void {
    by.begin(aim.lanes.count);
    for (let lane = 0; lane < aim.lanes.count; lane++) {
      if (!tree.along(lane)) continue;
      const bound = tree.bound(ROOT);
      if (bound >= 0) by.add(bound, lane);
    }
    by.sort();
  }

  /** Takes the leaf of an item, with its lanes in order. */
  function enterLeaf(item: number, group: number): void {
    lanesOfLeaf = lanesAt(group);
    aim.lanes = lanesOfLeaf;
    const leaf = leafOf(groups, group, item);
    [from, to, groupOfLeaf] = [leaf.from, leaf.to, group];
    aim.takeNode(leaf.node, group);
    order(ofLeaf);
  }

  function findAll(item: number, group: number, tops: readonly Top[]): void {
    aim.lanes = lanesAt(group);
    aim.takeItem(item);
    for (let lane = 0; lane < aim.lanes.count; lane++)
      if (tree.along(lane)) tree.judgeAll(tops[aim.lanes.facts[lane * LANE_FACT.width + LANE_FACT.list]!]!);
  }

  function findAlone(item: number, group: number, tops: readonly Top[]): void {
    aim.lanes = lanesAt(group);
    aim.takeItem(item);
    order(alone);
    tree.search(alone, tops);
  }

  /** With what is known for all of its leaf. */
  function findInLeaf(item: number, group: number, tops: readonly Top[]): void {
    if (item < from || item >= to) enterLeaf(item, group);
    aim.lanes = lanesOfLeaf!;
    aim.takeItem(item);
    tree.search(ofLeaf, tops);
  }

  /** Whether an item is the first of its stream in the trees, whose order streams are searched in. */
  function isFirst(row: number, item: number): boolean {
    for (let r = readingFrom[row]!; r < readingFrom[row + 1]!; r++)
      if (readingItem[r]! >= 0 && readingItem[r]! < item) return false;
    return true;
  }

  return {
    get judged() {
      return tree.judged;
    },
    find(row, tops, everything) {
      if (!settled) forget();
      for (let r = readingFrom[row]!; r < readingFrom[row + 1]!; r++) {
        const item = readingItem[r]!;
        if (item < 0) continue;
        const group = groupOf(item, readingMaterial[r]!);
        if (everything) findAll(item, group, tops);
        else if (settled && isFirst(row, item)) findInLeaf(item, group, tops);
        else findAlone(item, group, tops);
      }
    },
    stand(row, standings) {
      if (!settled) forget();
      for (let r = readingFrom[row]!; r < readingFrom[row + 1]!; r++) {
        const item = readingItem[r]!;
        if (item < 0) continue;
        const group = groupOf(item, readingMaterial[r]!);
        aim.lanes = lanesAt(group);
        aim.takeItem(item);
        for (let lane = 0; lane < aim.lanes.count; lane++)
          if (tree.along(lane)) tree.stand(standings[aim.lanes.facts[lane * LANE_FACT.width + LANE_FACT.list]!]!);
      }
    },
  };
}
