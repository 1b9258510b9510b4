import type { Columns } from '../columns/columns.ts';
import { NODE } from '../columns/forest.ts';
import { FACT } from '../columns/item.ts';
import type { Room } from '../columns/memory.ts';
import { DATED, MULTIPLE, NEARBY } from '../columns/traits.ts';
import { AIM, Aim, MARK } from './aim.ts';
import type { Checks } from './checks.ts';
import { Desk } from './desk.ts';
import { Frontier } from './frontier.ts';
import { createKernel, type Kernel } from './kernel.ts';
import type { LaneOrder } from './lane-order.ts';
import { KINDS, LANE_FACT } from './lanes.ts';
import type { Standing } from './standing.ts';
import { Top } from './top.ts';

// constants of this file: the compiler takes them for numbers, which it does not with fields of an object that another file exports
const [NODE_WIDTH, RANK] = [NODE.width as number, NODE.rank as number];
const NEAR = MARK.near as number;
const [BASE, FROM, TO, DEPTH] = [LANE_FACT.base, LANE_FACT.from, LANE_FACT.to, LANE_FACT.depth].map(
  (fact) => MARK.lane + fact,
) as [number, number, number, number];
const { chordMost2: CHORD_MOST2 } = AIM;
/** Above every score. */
const ALL = 0x3fffffff;

/** Searches the trees of one side for one item of the other, along one lane at a time. */
export class TreeSearch {
  readonly aim: Aim;
  readonly #desk: Desk;
  readonly #kernel: Kernel;
  readonly #nodes: Float64Array;
  readonly #facts: Int32Array;
  readonly #frontier = new Frontier();
  /** Holds a pair by itself. */
  readonly #one: Top;
  /** Lists under way by kind, and their places for the kernel. */
  #tops: readonly Top[] = [];
  readonly #topsAt: Int32Array;

  /** @param giving whether it searches takers for givers, or givers for takers */
  constructor(c: Columns, checks: Checks, giving: boolean, room: Room) {
    this.#desk = new Desk(room);
    this.#one = new Top(room, 1);
    this.#topsAt = room.take(Int32Array, KINDS.length);
    this.aim = new Aim(c, giving, this.#desk);
    this.#kernel = createKernel(room, c, giving, this.#desk, this.#checksOf(c, checks));
    this.#nodes = giving ? c.takerNodes : c.giverNodes;
    this.#facts = giving ? c.takerFacts : c.giverFacts;
  }

  /** Pairs whose score was computed since the start. */
  get judged(): number {
    return this.#desk.judged;
  }

  /** The most that any pair with a node can score; -1 where all are too far. */
  bound(node: number): number {
    return this.#kernel.bound(node, 0);
  }

  /** Aims along a lane; false where the rules refuse every pair. */
  along(lane: number): boolean {
    return this.#kernel.along(lane) !== 0;
  }

  /** Searches lanes in their order, the best first, and leaves what cannot enter the lists. */
  search(order: LaneOrder, tops: readonly Top[]): void {
    this.#tops = tops;
    for (let kind = 0; kind < tops.length; kind++) this.#topsAt[kind] = tops[kind]!.at;
    this.#kernel.search(order.at, order.count, this.#topsAt.byteOffset);
  }

  /** Judges every pair, however bad. */
  judgeAll(top: Top): void {
    const { numbers, marks } = this.aim;
    numbers[CHORD_MOST2] = Number.POSITIVE_INFINITY;
    this.#kernel.judge(top.at, marks[FROM]!, marks[TO]!, ALL);
  }

  /** Tells the rows of the group in whose lists the item stands, or would if it were there. */
  stand(standing: Standing): void {
    const { numbers, marks } = this.aim;
    numbers[CHORD_MOST2] = Number.POSITIVE_INFINITY;
    this.#visit(standing, 0, ALL, marks[FROM]!, marks[TO]!, marks[DEPTH]!);
  }

  /** What a pair of the item that is aimed from is asked beyond its numbers. */
  #checksOf(
    { giverFacts, takerFacts }: Columns,
    { limits, isApart, isSuspect, isShut: isShutTo, isMoreThanHint, isEarlier }: Checks,
  ) {
    const { marks, giving } = this.aim;
    const item = MARK.item;
    const path = MARK.lane + LANE_FACT.path;
    const rowAt = (facts: Int32Array) => facts[marks[item]! * FACT.width + FACT.row]!;
    const isVetoed = (giver: number, taker: number) => {
      const either = giverFacts[giver * FACT.width + FACT.traits]! | takerFacts[taker * FACT.width + FACT.traits]!;
      return (
        ((either & (NEARBY | DATED)) !== 0 && isApart(giver, marks[path]!, taker)) ||
        ((either & MULTIPLE) !== 0 && isSuspect(giver, marks[path]!, taker)) ||
        (marks[MARK.halved] === 1 && isMoreThanHint(giver, taker))
      );
    };
    const spread = (top: number) => this.#spread(top);
    const isShut = () => isShutTo(marks[item]!, marks[path]!, marks[MARK.lane + LANE_FACT.country]!);
    const failsUse = () => limits.failsUse(marks[item]!, marks[path]!);
    return giving
      ? {
          failsUse,
          isShut,
          spread,
          share: (taker: number) => limits.share(marks[item]!, marks[path]!, taker),
          isVetoed: (taker: number) => isVetoed(marks[item]!, taker),
          isEarlier: (row: number, a: number, b: number) => isEarlier(rowAt(giverFacts), row, a, b),
        }
      : {
          failsUse,
          isShut,
          spread,
          share: (giver: number) => limits.share(giver, marks[path]!, marks[item]!),
          isVetoed: (giver: number) => isVetoed(giver, marks[item]!),
          isEarlier: (row: number, a: number, b: number) => isEarlier(row, rowAt(takerFacts), a, b),
        };
  }

  #rankOf(node: number): number {
    return this.#nodes[Math.imul(this.aim.marks[BASE]! + node, NODE_WIDTH) + RANK]!;
  }

  /**
   * Fills a list with the best node of the whole tree first. Where the place of one side is unknown many pairs score the same and only their ranks decide:
   * this way hardly a node is opened that does not end in the list.
   */
  #spread(at: number): void {
    const top = this.#tops.find((one) => one.at === at)!;
    const { numbers, marks } = this.aim;
    const frontier = this.#frontier;
    numbers[CHORD_MOST2] = Number.POSITIVE_INFINITY;
    frontier.count = 0;
    this.#open(0, marks[FROM]!, marks[TO]!, marks[DEPTH]!);
    while (frontier.take() && top.admits(frontier.bound, frontier.rank)) {
      const { bound: atMost, node, from: first, to: end, depth: left } = frontier;
      if (left === 0) this.#kernel.judge(top.at, first, end, atMost);
      else {
        const middle = (first + end) >> 1;
        this.#open(2 * node + 1, first, middle, left - 1);
        this.#open(2 * node + 2, middle, end, left - 1);
      }
    }
  }

  #open(node: number, from: number, to: number, depth: number): void {
    const atMost = this.bound(node);
    if (atMost >= 0) this.#frontier.push(atMost, this.#rankOf(node), node, from, to, depth);
  }

  /**
   * Tells the standing of the rows of a node in whose lists the pair with what is aimed from stands, or would.
   * @param above what the bound of the node above has from the other terms than the distance
   */
  #visit(standing: Standing, node: number, above: number, from: number, to: number, depth: number): void {
    const { numbers, marks } = this.aim;
    const least = standing.least[marks[BASE]! + node]!;
    const atMost = this.#kernel.bound(node, least - above);
    if (atMost < least) return;
    if (depth === 0) {
      const one = this.#one;
      for (let other = from; other < to; other++) {
        if (atMost < standing.last[other]!) continue;
        one.clear();
        this.#kernel.judge(one.at, other, other + 1, atMost);
        if (one.count === 0) continue;
        const row = this.#facts[other * FACT.width + FACT.row]!;
        if (standing.admits(row, one.score[0]!, numbers[NODE.rank]!)) standing.meet(row, one.score[0]!, one.way[0]!);
      }
      return;
    }
    const middle = (from + to) >> 1;
    const rest = atMost - marks[NEAR]!;
    this.#visit(standing, 2 * node + 1, rest, from, middle, depth - 1);
    this.#visit(standing, 2 * node + 2, rest, middle, to, depth - 1);
  }
}
