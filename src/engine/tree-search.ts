import { AIM, Aim, MARK } from './aim.ts';
import type { Checks } from './checks.ts';
import type { Columns } from './columns.ts';
import { Desk } from './desk.ts';
import { GROUP, NODE } from './forest.ts';
import { Frontier } from './frontier.ts';
import { FACT } from './item.ts';
import { createKernel, type Kernel } from './kernel.ts';
import { LANE_FACT } from './lanes.ts';
import type { Room } from './memory.ts';
import type { Standing } from './standing.ts';
import { Top } from './top.ts';
import { DATED, MULTIPLE, NEARBY } from './traits.ts';

// constants of this file: the compiler takes them for numbers, which it does not with fields of an object that another file exports
const [NODE_WIDTH, RANK] = [NODE.width as number, NODE.rank as number];
const { base: BASE, near: NEAR } = MARK;
const [PLACED, GROUP_AT] = [MARK.lane + LANE_FACT.placed, MARK.lane + LANE_FACT.group];
const { chordMost2: CHORD_MOST2 } = AIM;
/** Above every score. */
const ALL = 0x3fffffff;

/** Searches the trees of one side for one item of the other, along one lane at a time. */
export class TreeSearch {
  readonly aim: Aim;
  readonly #desk: Desk;
  readonly #kernel: Kernel;
  readonly #nodes: Float64Array;
  readonly #groups: Int32Array;
  readonly #facts: Int32Array;
  readonly #frontier = new Frontier();
  /** Holds a pair by itself. */
  readonly #one: Top;

  /** @param giving whether it searches takers for givers, or givers for takers */
  constructor(c: Columns, checks: Checks, giving: boolean, room: Room) {
    this.#desk = new Desk(room);
    this.#one = new Top(room, 1);
    this.aim = new Aim(c, checks.limits, giving, this.#desk);
    this.#kernel = createKernel(room, c, giving, this.#desk, this.#checksOf(c, checks));
    this.#nodes = giving ? c.takerNodes : c.giverNodes;
    this.#groups = giving ? c.takerGroups : c.giverGroups;
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

  /** Goes down from the root, the better child first, and leaves a node that cannot enter `top`. */
  fill(top: Top): void {
    const atMost = this.bound(0);
    if (atMost < 0) return;
    const { marks } = this.aim;
    const group = marks[GROUP_AT]!;
    const from = this.#groups[group + GROUP.from]!;
    const to = this.#groups[group + GROUP.to]!;
    const depth = this.#groups[group + GROUP.depth]!;
    if (marks[PLACED] === 1) this.#kernel.descend(top.at, 0, atMost, atMost - marks[NEAR]!, from, to, depth);
    else if (top.admits(atMost, this.#rankOf(0))) this.#spread(top, from, to, depth);
  }

  /** Judges every pair, however bad. */
  judgeAll(top: Top): void {
    const group = this.aim.marks[GROUP_AT]!;
    this.aim.numbers[CHORD_MOST2] = Number.POSITIVE_INFINITY;
    this.#kernel.judge(top.at, this.#groups[group + GROUP.from]!, this.#groups[group + GROUP.to]!, ALL);
  }

  /** Tells the rows of the group in whose lists the item stands, or would if it were there. */
  stand(standing: Standing): void {
    const group = this.aim.marks[GROUP_AT]!;
    this.aim.numbers[CHORD_MOST2] = Number.POSITIVE_INFINITY;
    const [from, to] = [this.#groups[group + GROUP.from]!, this.#groups[group + GROUP.to]!];
    this.#visit(standing, 0, ALL, from, to, this.#groups[group + GROUP.depth]!);
  }

  /** What a pair of the item that is aimed from is asked beyond its numbers. */
  #checksOf({ giverFacts, takerFacts }: Columns, { limits, isApart, isSuspect, isMoreThanHint, isEarlier }: Checks) {
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
    return giving
      ? {
          share: (taker: number) => limits.share(marks[item]!, marks[path]!, taker),
          isVetoed: (taker: number) => isVetoed(marks[item]!, taker),
          isEarlier: (row: number, a: number, b: number) => isEarlier(rowAt(giverFacts), row, a, b),
        }
      : {
          share: (giver: number) => limits.share(giver, marks[path]!, marks[item]!),
          isVetoed: (giver: number) => isVetoed(giver, marks[item]!),
          isEarlier: (row: number, a: number, b: number) => isEarlier(row, rowAt(takerFacts), a, b),
        };
  }

  #rankOf(node: number): number {
    return this.#nodes[Math.imul(this.aim.marks[BASE]! + node, NODE_WIDTH) + RANK]!;
  }

  /**
   * Fills `top` with the best node of the whole tree first. Where the place of one side is unknown many pairs score the same and only their ranks decide:
   * this way hardly a node is opened that does not end in the list.
   */
  #spread(top: Top, from: number, to: number, depth: number): void {
    const frontier = this.#frontier;
    this.aim.numbers[CHORD_MOST2] = Number.POSITIVE_INFINITY;
    frontier.count = 0;
    this.#open(0, from, to, depth);
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
