import { type Columns, SCALAR } from '../columns/columns.ts';
import { BOX, GROUP, NODE, type Nodes, numberAt, STEPS } from '../columns/forest.ts';
import { FACT, PLACE } from '../columns/item.ts';
import { HALF_DISTANCE_KM } from '../judge/constants.ts';
import { modesOf } from '../judge/road.ts';
import type { Desk } from './desk.ts';
import { LANE_FACT, type Lanes } from './lanes.ts';

const FOUND_AT = PLACE.width as number;
const POINTS_AT = FOUND_AT + 7;
const POINTS = 7;

/**
 * Numbers of what is aimed at, in one array so that the inner loops read no other: the item that is aimed from, as its place has it (`PLACE`); what it and
 * the lane that is aimed along make of each other; and the points of each term.
 */
export const AIM = {
  /** EUR per deal. */
  deal: FOUND_AT,
  /** Squared chord beyond which no pair can enter. */
  chordMost2: FOUND_AT + 1,
  /** The lane's fits and eases, narrowed to what is aimed from. */
  fit: FOUND_AT + 2,
  strangeFit: FOUND_AT + 3,
  ease: FOUND_AT + 4,
  treatedEase: FOUND_AT + 5,
  /** Square of the chord by the square of road km, a hair more. */
  chordPerKm2: FOUND_AT + 6,
  fitMost: POINTS_AT,
  quantityMost: POINTS_AT + 1,
  distanceMost: POINTS_AT + 2,
  moneyMost: POINTS_AT + 3,
  carbonMost: POINTS_AT + 4,
  legalMost: POINTS_AT + 5,
  confidenceMost: POINTS_AT + 6,
  width: POINTS_AT + POINTS,
} as const;

const ROUGH_AT = NODE.width as number;
const ROUGH_POINTS_AT = ROUGH_AT + 5;

/**
 * The same for bounds, in four bytes each: the box of what is aimed from, as a node has it (`NODE`), which may be that of a single item; what follows from
 * the lane; and the points of each term, a hair more (`GROWN`).
 */
export const ROUGH = {
  /** Share of the confidence's points for the facts known, at best. */
  known: ROUGH_AT,
  /** Road km by a step of the chord, a hair less. */
  kmPerStep: ROUGH_AT + 1,
  deal: ROUGH_AT + 2,
  fit: ROUGH_AT + 3,
  strangeFit: ROUGH_AT + 4,
  fitMost: ROUGH_POINTS_AT,
  quantityMost: ROUGH_POINTS_AT + 1,
  distanceMost: ROUGH_POINTS_AT + 2,
  moneyMost: ROUGH_POINTS_AT + 3,
  carbonMost: ROUGH_POINTS_AT + 4,
  confidenceMost: ROUGH_POINTS_AT + 6,
  width: ROUGH_POINTS_AT + POINTS,
} as const;

/** A number of four bytes is off by 2^-24 of itself at most, and no bound passes through 16 of them one after the other. */
export const HAIR = 2 ** -20;
const GROWN = 1 + 2 * HAIR;

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
  laneRough: 13,
  /** Where the numbers of the lane stand that is aimed along, and those for bounds. */
  along: 14,
  alongRough: 15,
  /** Bounds of four siblings with the points of the distance in the lowest bits, as `look` leaves them. */
  seen: 16,
  /** Items that stood in the list of the stream before: how many. */
  seeds: 20,
  lane: 21,
  width: 21 + LANE_FACT.width,
} as const;

/** What is aimed from: one item, or all items of a node at once, of which each value is the best. The kernel then aims along its lanes. */
export class Aim {
  /** Whether givers are aimed from, at takers. */
  readonly giving: boolean;
  readonly numbers: Float64Array;
  readonly marks: Int32Array;
  readonly #rough: Nodes;
  #lanes: Lanes | undefined;
  readonly #places: Float64Array;
  readonly #facts: Int32Array;
  readonly #nodes: Int32Array;
  readonly #groups: Int32Array;

  constructor(c: Columns, giving: boolean, desk: Desk) {
    this.giving = giving;
    this.numbers = desk.numbers;
    this.marks = desk.marks;
    this.#rough = desk.rough;
    this.#places = giving ? c.giverPlaces : c.takerPlaces;
    this.#facts = giving ? c.giverFacts : c.takerFacts;
    this.#nodes = giving ? c.giverNodes : c.takerNodes;
    this.#groups = giving ? c.giverGroups : c.takerGroups;
    this.numbers.set(c.points, AIM.fitMost);
    this.numbers[AIM.deal] = c.scalars[SCALAR.dealEur]!;
    const most = this.numbers[AIM.distanceMost]!;
    for (let points = 0; points < desk.farthest.length; points++) desk.farthest[points] = farthest2(points, most);
    this.#rough.real[ROUGH.deal] = this.numbers[AIM.deal]!;
    this.#rough.real.set(
      c.points.map((points) => points * GROWN),
      ROUGH_POINTS_AT,
    );
  }

  /** The lanes of the group that is aimed from. */
  get lanes(): Lanes {
    return this.#lanes!;
  }

  set lanes(lanes: Lanes) {
    if (lanes === this.#lanes) return;
    this.#lanes = lanes;
    this.marks[MARK.lanes] = lanes.numbers.byteOffset;
    this.marks[MARK.laneRough] = lanes.rough.byteOffset;
    this.marks[MARK.laneFacts] = lanes.facts.byteOffset;
    this.marks[MARK.laneEases] = lanes.eases.byteOffset;
  }

  takeItem(item: number): void {
    const { numbers, marks } = this;
    const { whole, real } = this.#rough;
    const at = item * PLACE.width;
    const fact = item * FACT.width;
    for (let n = 0; n < PLACE.kind; n++) numbers[n] = this.#places[at + n]!;
    for (const [min, max, place] of BOX) {
      whole[min] = Math.floor(STEPS * numbers[place]!);
      whole[max] = Math.ceil(STEPS * numbers[place]!);
    }
    real[NODE.maxQuantity] = real[NODE.minQuantity] = numbers[PLACE.quantity]!;
    real[NODE.confidence] = numbers[PLACE.confidence]!;
    real[NODE.money] = numbers[PLACE.money]!;
    marks[MARK.single] = 1;
    marks[MARK.activity] = this.#facts[fact + FACT.activity]!;
    marks[MARK.item] = item;
    marks[MARK.company] = this.#facts[fact + FACT.company]!;
    marks[MARK.traits] = this.#facts[fact + FACT.traits]!;
    marks[MARK.modes] = modesOf(marks[MARK.traits]!);
  }

  takeNode(node: number, group: number): void {
    const { marks } = this;
    const { whole } = this.#rough;
    const at = this.#groups[group + GROUP.node]! + node;
    for (let n = 0; n < NODE.width; n++) whole[n] = this.#nodes[numberAt(at, n)]!;
    marks[MARK.single] = 0;
    marks[MARK.traits] = this.#groups[group + GROUP.traits]!;
    marks[MARK.modes] = whole[NODE.modes]!;
  }
}

/** Square of the road km, a hair more, beyond which a pair has less than so many of the distance's points; -1 where none has them. */
function farthest2(points: number, most: number): number {
  if (points === 0) return Number.POSITIVE_INFINITY;
  const km = HALF_DISTANCE_KM * (most / (points - 1e-9) - 1) * (1 + 1e-9) + 1e-9;
  return km < 0 ? -1 : km * km * (1 + 1e-9);
}

/** Activities that the table of receivers has. */
export function activitiesOf({ pathReceivers, pathRatio }: Columns): number {
  return pathReceivers.length / Math.max(1, pathRatio.length);
}
