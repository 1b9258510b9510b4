import { type Columns, SCALAR } from '../columns/columns.ts';
import { GROUP, NODE } from '../columns/forest.ts';
import { FACT, PLACE } from '../columns/item.ts';
import { modesOf } from '../judge/road.ts';
import type { Desk } from './desk.ts';
import { LANE_FACT, type Lanes } from './lanes.ts';

const FOUND_AT = NODE.width as number;
const POINTS_AT = FOUND_AT + 8;

/**
 * Numbers of what is aimed at, in one array so that the inner loops read no other: the box of what is aimed from, as a node has it (`NODE`); what it and
 * the lane that is aimed along make of each other; and the points of each term.
 */
export const AIM = {
  /** Share of the confidence's points for the facts known, at best. */
  known: FOUND_AT,
  /** Road km by the chord of the unit sphere, a hair less. */
  kmPerChord: FOUND_AT + 1,
  /** EUR per deal. */
  deal: FOUND_AT + 2,
  /** Squared chord beyond which no pair can enter. */
  chordMost2: FOUND_AT + 3,
  /** The lane's fits and eases, narrowed to what is aimed from. */
  fit: FOUND_AT + 4,
  strangeFit: FOUND_AT + 5,
  ease: FOUND_AT + 6,
  treatedEase: FOUND_AT + 7,
  fitMost: POINTS_AT,
  quantityMost: POINTS_AT + 1,
  distanceMost: POINTS_AT + 2,
  moneyMost: POINTS_AT + 3,
  carbonMost: POINTS_AT + 4,
  legalMost: POINTS_AT + 5,
  confidenceMost: POINTS_AT + 6,
  width: POINTS_AT + 7,
} as const;

/** Whole numbers of what is aimed at; from `lane` on those of the lane. */
export const MARK = {
  item: 0,
  company: 1,
  /** Traits of the item, or all that some item of the leaf has. */
  traits: 2,
  modes: 3,
  /** Bit of the pathway. */
  way: 4,
  /** 1 where every term counts half. */
  halved: 5,
  /** Points of the distance in the bound computed last. */
  near: 6,
  /** Points of the legal ease, at best. */
  legal: 7,
  /** 1 where an item, not a node, is aimed from, and its activity. */
  single: 8,
  activity: 9,
  /** Where the lanes stand: their numbers, whole numbers and eases. */
  lanes: 10,
  laneFacts: 11,
  laneEases: 12,
  /** Where the numbers of the lane stand that is aimed along. */
  along: 13,
  lane: 14,
  width: 14 + LANE_FACT.width,
} as const;

/** What is aimed from: one item, or all items of a node at once, of which each value is the best. The kernel then aims along its lanes. */
export class Aim {
  /** Whether givers are aimed from, at takers. */
  readonly giving: boolean;
  readonly numbers: Float64Array;
  readonly marks: Int32Array;
  #lanes: Lanes | undefined;
  readonly #places: Float64Array;
  readonly #facts: Int32Array;
  readonly #nodes: Float64Array;
  readonly #groups: Int32Array;

  constructor(c: Columns, giving: boolean, desk: Desk) {
    this.giving = giving;
    this.numbers = desk.numbers;
    this.marks = desk.marks;
    this.#places = giving ? c.giverPlaces : c.takerPlaces;
    this.#facts = giving ? c.giverFacts : c.takerFacts;
    this.#nodes = giving ? c.giverNodes : c.takerNodes;
    this.#groups = giving ? c.giverGroups : c.takerGroups;
    this.numbers.set(c.points, AIM.fitMost);
    this.numbers[AIM.deal] = c.scalars[SCALAR.dealEur]!;
  }

  /** The lanes of the group that is aimed from. */
  get lanes(): Lanes {
    return this.#lanes!;
  }

  set lanes(lanes: Lanes) {
    if (lanes === this.#lanes) return;
    this.#lanes = lanes;
    this.marks[MARK.lanes] = lanes.numbers.byteOffset;
    this.marks[MARK.laneFacts] = lanes.facts.byteOffset;
    this.marks[MARK.laneEases] = lanes.eases.byteOffset;
  }

  takeItem(item: number): void {
    const { numbers, marks } = this;
    const at = item * PLACE.width;
    const fact = item * FACT.width;
    for (let n = 0; n < 3; n++) numbers[2 * n] = numbers[2 * n + 1] = this.#places[at + n]!;
    numbers[NODE.maxQuantity] = numbers[NODE.minQuantity] = this.#places[at + PLACE.quantity]!;
    numbers[NODE.confidence] = this.#places[at + PLACE.confidence]!;
    numbers[NODE.money] = this.#places[at + PLACE.money]!;
    numbers[NODE.rank] = this.#places[at + PLACE.rank]!;
    marks[MARK.single] = 1;
    marks[MARK.activity] = this.#facts[fact + FACT.activity]!;
    marks[MARK.item] = item;
    marks[MARK.company] = this.#facts[fact + FACT.company]!;
    marks[MARK.traits] = this.#facts[fact + FACT.traits]!;
    marks[MARK.modes] = modesOf(marks[MARK.traits]!);
  }

  takeNode(node: number, group: number): void {
    const { numbers, marks } = this;
    const at = (this.#groups[group + GROUP.node]! + node) * NODE.width;
    for (let n = 0; n < NODE.width; n++) numbers[n] = this.#nodes[at + n]!;
    marks[MARK.single] = 0;
    marks[MARK.traits] = this.#groups[group + GROUP.traits]!;
    marks[MARK.modes] = numbers[NODE.modes]!;
  }
}

/** Activities that the table of receivers has. */
export function activitiesOf({ pathReceivers, pathRatio }: Columns): number {
  return pathReceivers.length / Math.max(1, pathRatio.length);
}
