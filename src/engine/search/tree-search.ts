import type { Columns } from '../columns/columns.ts';
import { childrenOf, quartersOf, ROOT, SIBLINGS } from '../columns/forest.ts';
import { FACT, PLACE } from '../columns/item.ts';
import type { Room } from '../columns/memory.ts';
import { DATED, MULTIPLE, NEARBY } from '../columns/traits.ts';
import { AIM, Aim, MARK } from './aim.ts';
import type { Checks } from './checks.ts';
import { Desk } from './desk.ts';
import { createKernel, type Kernel } from './kernel.ts';
import type { LaneOrder } from './lane-order.ts';
import { KINDS, LANE_FACT } from './lanes.ts';
import type { Standing } from './standing.ts';
import { Top } from './top.ts';

// constants of this file: the compiler takes them for numbers, which it does not with fields of an object that another file exports
const [NEAR, SEEN] = [MARK.near as number, MARK.seen as number];
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
  readonly #facts: Int32Array;
  /** Holds a pair by itself. */
  readonly #one: Top;
  /** Places of the lists under way by kind. */
  readonly #topsAt: Int32Array;

  /** @param giving whether it searches takers for givers, or givers for takers */
  constructor(c: Columns, checks: Checks, giving: boolean, room: Room) {
    this.#desk = new Desk(room);
    this.#one = new Top(room, 1);
    this.#topsAt = room.take(Int32Array, KINDS.length);
    this.aim = new Aim(c, giving, this.#desk);
    this.#kernel = createKernel(room, c, giving, this.#desk, this.#checksOf(c, checks));
    this.#facts = giving ? c.takerFacts : c.giverFacts;
  }

  /** Pairs whose score was computed since the start. */
  get judged(): number {
    return this.#desk.judged;
  }

  /** The most that any pair with a node can score; -1 where all are too far. */
  bound(node: number): number {
    return this.#kernel.bound(node);
  }

  /** Aims along a lane; false where the rules refuse every pair. */
  along(lane: number): boolean {
    return this.#kernel.along(lane) !== 0;
  }

  /** Searches lanes in their order, the best first, and leaves what cannot enter the lists. */
  search(order: LaneOrder, tops: readonly Top[]): void {
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
    const atMost = this.#kernel.bound(ROOT);
    this.#visit(standing, ROOT, atMost, marks[NEAR]!, marks[FROM]!, marks[TO]!, marks[DEPTH]!);
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
    const isShut = () => isShutTo(marks[item]!, marks[path]!, marks[MARK.lane + LANE_FACT.country]!);
    const failsUse = () => limits.failsUse(marks[item]!, marks[path]!);
    return giving
      ? {
          failsUse,
          isShut,
          share: (taker: number) => limits.share(marks[item]!, marks[path]!, taker),
          isVetoed: (taker: number) => isVetoed(marks[item]!, taker),
          isEarlier: (row: number, a: number, b: number) => isEarlier(rowAt(giverFacts), row, a, b),
        }
      : {
          failsUse,
          isShut,
          share: (giver: number) => limits.share(giver, marks[path]!, marks[item]!),
          isVetoed: (giver: number) => isVetoed(giver, marks[item]!),
          isEarlier: (row: number, a: number, b: number) => isEarlier(row, rowAt(takerFacts), a, b),
        };
  }

  /**
   * Tells the standing of the rows of a node in whose lists the pair with what is aimed from stands, or would.
   * @param near what the node's bound has from the distance
   */
  #visit(
    standing: Standing,
    node: number,
    atMost: number,
    near: number,
    from: number,
    to: number,
    depth: number,
  ): void {
    const { marks } = this.aim;
    const base = marks[BASE]!;
    const least = standing.least[base + node]!;
    if (atMost < least) return;
    if (depth === 0) {
      this.#meet(standing, atMost, from, to);
      return;
    }
    const first = childrenOf(node);
    let needed = standing.least[base + first]!;
    for (let n = 1; n < SIBLINGS; n++) needed = Math.min(needed, standing.least[base + first + n]!);
    this.#kernel.look(first, needed - (atMost - near));
    const seen = marks.slice(SEEN, SEEN + SIBLINGS);
    const quarters = quartersOf(from, to);
    for (let n = 0; n < SIBLINGS; n++) {
      const key = seen[n]!;
      if (key >= 0) this.#visit(standing, first + n, key >> 12, key & 1023, quarters[n]!, quarters[n + 1]!, depth - 1);
    }
  }

  /** The same for the items of a leaf, one by one. */
  #meet(standing: Standing, atMost: number, from: number, to: number): void {
    const one = this.#one;
    for (let other = from; other < to; other++) {
      if (atMost < standing.last[other]!) continue;
      one.clear();
      this.#kernel.judge(one.at, other, other + 1, atMost);
      if (one.count === 0) continue;
      const row = this.#facts[other * FACT.width + FACT.row]!;
      const rank = this.aim.numbers[PLACE.rank]!;
      if (standing.admits(row, one.scoreAt(0), rank)) standing.meet(row, one.scoreAt(0), one.wayAt(0));
    }
  }
}
