import { AIM, Aim, MARK } from './aim.ts';
import { boundOf } from './bound.ts';
import type { Checks } from './checks.ts';
import type { Columns } from './columns.ts';
import { GROUP, NODE } from './forest.ts';
import { Frontier } from './frontier.ts';
import { chordBeyond } from './geometry.ts';
import { FACT } from './item.ts';
import { LANE, LANE_FACT } from './lanes.ts';
import { Scan } from './scan.ts';
import type { Standing } from './standing.ts';
import { kmWorth } from './terms.ts';
import { Top } from './top.ts';

// constants of this file: see bound.ts
const [NODE_WIDTH, RANK, NODE_MODES] = [NODE.width as number, NODE.rank as number, NODE.modes as number];
const { base: BASE, near: NEAR, modes: MODES, halved: HALVED } = MARK;
const [PLACED, GROUP_AT] = [MARK.lane + LANE_FACT.placed, MARK.lane + LANE_FACT.group];
const { chordMost2: CHORD_MOST2, distanceMost: DISTANCE_MOST } = AIM;
const [BEYOND, DETOUR] = [AIM.lane + LANE.beyond, AIM.lane + LANE.detour];
/** Above every score. */
const ALL = 0x3fffffff;

/** Searches the trees of one side for one item of the other, along one lane at a time. */
export class TreeSearch {
  readonly aim: Aim;
  readonly scan: Scan;
  readonly #nodes: Float64Array;
  readonly #groups: Int32Array;
  readonly #facts: Int32Array;
  readonly #frontier = new Frontier();
  /** Holds a pair by itself. */
  readonly #one = new Top(1);

  /** @param giving whether it searches takers for givers, or givers for takers */
  constructor(c: Columns, checks: Checks, giving: boolean) {
    this.aim = new Aim(c, checks.limits, giving);
    this.scan = new Scan(c, checks, this.aim);
    this.#nodes = giving ? c.takerNodes : c.giverNodes;
    this.#groups = giving ? c.takerGroups : c.giverGroups;
    this.#facts = giving ? c.takerFacts : c.giverFacts;
  }

  /** The most that any pair with a node can score; -1 where all are too far. */
  bound(node: number): number {
    return boundOf(this.aim, this.#nodes, node, 0);
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
    if (marks[PLACED] === 1) this.#descend(top, 0, atMost, atMost - marks[NEAR]!, from, to, depth);
    else if (top.admits(atMost, this.#rankOf(0))) this.#spread(top, from, to, depth);
  }

  /** Judges every pair, however bad. */
  judgeAll(top: Top): void {
    const group = this.aim.marks[GROUP_AT]!;
    this.aim.numbers[CHORD_MOST2] = Number.POSITIVE_INFINITY;
    this.scan.judge(top, this.#groups[group + GROUP.from]!, this.#groups[group + GROUP.to]!, ALL);
  }

  /** Tells the rows of the group in whose lists the item stands, or would if it were there. */
  stand(standing: Standing): void {
    const group = this.aim.marks[GROUP_AT]!;
    this.aim.numbers[CHORD_MOST2] = Number.POSITIVE_INFINITY;
    const [from, to] = [this.#groups[group + GROUP.from]!, this.#groups[group + GROUP.to]!];
    this.#visit(standing, 0, Number.POSITIVE_INFINITY, from, to, this.#groups[group + GROUP.depth]!);
  }

  #rankOf(node: number): number {
    return this.#nodes[Math.imul(this.aim.marks[BASE]! + node, NODE_WIDTH) + RANK]!;
  }

  /** @param rest what the bound has from the other terms than the distance */
  #descend(top: Top, node: number, atMost: number, rest: number, from: number, to: number, depth: number): void {
    if (!top.admits(atMost, this.#rankOf(node))) return;
    if (depth === 0) {
      this.#narrow(top, node, rest);
      this.scan.judge(top, from, to, atMost);
      return;
    }
    const { aim } = this;
    const nodes = this.#nodes;
    const middle = (from + to) >> 1;
    const left = 2 * node + 1;
    const need = top.last - rest;
    const leftMost = boundOf(aim, nodes, left, need);
    const leftRest = leftMost - aim.marks[NEAR]!;
    const rightMost = boundOf(aim, nodes, left + 1, need);
    const rightRest = rightMost - aim.marks[NEAR]!;
    if (leftMost > rightMost || (leftMost === rightMost && this.#rankOf(left) < this.#rankOf(left + 1))) {
      if (leftMost >= 0) this.#descend(top, left, leftMost, leftRest, from, middle, depth - 1);
      if (rightMost >= 0) this.#descend(top, left + 1, rightMost, rightRest, middle, to, depth - 1);
    } else {
      if (rightMost >= 0) this.#descend(top, left + 1, rightMost, rightRest, middle, to, depth - 1);
      if (leftMost >= 0) this.#descend(top, left, leftMost, leftRest, from, middle, depth - 1);
    }
  }

  /**
   * Sets the squared chord beyond which no item of a node can enter: the other terms, `rest`, leave too few points for the distance, or the pathway does
   * not reach so far.
   */
  #narrow(top: Top, node: number, rest: number): void {
    const { numbers, marks } = this.aim;
    const modes = marks[MODES]! & this.#nodes[Math.imul(marks[BASE]! + node, NODE_WIDTH) + NODE_MODES]!;
    const reachable = numbers[BEYOND + modes]!;
    const points = (top.last - rest) << marks[HALVED]!;
    numbers[CHORD_MOST2] =
      points > 0
        ? Math.min(reachable, chordBeyond(kmWorth(numbers[DISTANCE_MOST]!, points), numbers[DETOUR]!))
        : reachable;
  }

  /**
   * The same, the best node of the whole tree first. Where the place of one side is unknown many pairs score the same and only their ranks decide:
   * this way hardly a node is opened that does not end in the list.
   */
  #spread(top: Top, from: number, to: number, depth: number): void {
    const frontier = this.#frontier;
    this.aim.numbers[CHORD_MOST2] = Number.POSITIVE_INFINITY;
    frontier.count = 0;
    this.#open(0, from, to, depth);
    while (frontier.take() && top.admits(frontier.bound, frontier.rank)) {
      const { bound: atMost, node, from: first, to: end, depth: left } = frontier;
      if (left === 0) this.scan.judge(top, first, end, atMost);
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
    const atMost = boundOf(this.aim, this.#nodes, node, least - above);
    if (atMost < least) return;
    if (depth === 0) {
      const one = this.#one;
      for (let other = from; other < to; other++) {
        if (atMost < standing.last[other]!) continue;
        one.clear();
        this.scan.judge(one, other, other + 1, atMost);
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
