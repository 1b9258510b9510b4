import { type Columns, SCALAR } from './columns.ts';
import { EARTH_KM } from './constants.ts';
import type { Desk } from './desk.ts';
import { GROUP, NODE } from './forest.ts';
import { SHRINK } from './geometry.ts';
import { FACT, PLACE } from './item.ts';
import { HAZARDS, HINTS, LANE, LANE_FACT, type Lanes } from './lanes.ts';
import type { Limits } from './limits.ts';
import { classShare, modesOf } from './road.ts';
import { whole } from './terms.ts';
import * as traits from './traits.ts';

const LANE_AT = NODE.width;
const FOUND_AT = LANE_AT + LANE.width;
const POINTS_AT = FOUND_AT + 5;

/**
 * Numbers of what is aimed at, in one array so that the inner loops read no other: the box of what is aimed from, as a node has it (`NODE`); the lane that is
 * aimed along (`LANE`, from `lane` on); what both make of each other; and the points of each term.
 */
export const AIM = {
  lane: LANE_AT,
  /** Share of the confidence's points for the facts known, at best. */
  known: FOUND_AT,
  /** Road km by the chord of the unit sphere, a hair less. */
  kmPerChord: FOUND_AT + 1,
  /** EUR per deal. */
  deal: FOUND_AT + 2,
  bestEase: FOUND_AT + 3,
  /** Squared chord beyond which no pair can enter. */
  chordMost2: FOUND_AT + 4,
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
  /** Number of the lane. */
  number: 4,
  /** Place of the first node of the other side's group. */
  base: 5,
  /** Bit of the pathway. */
  way: 6,
  /** 1 where every term counts half. */
  halved: 7,
  /** Points of the distance in the bound computed last. */
  near: 8,
  /** Points of the legal ease, at best. */
  legal: 9,
  lane: 10,
  width: 10 + LANE_FACT.width,
} as const;

const NO_LANES: Lanes = {
  count: 0,
  numbers: new Float64Array(0),
  facts: new Int32Array(0),
  eases: new Float64Array(0),
};

/**
 * Aims from one side: from one item, or from all items of a node at once, of which each value is the best. A class, as all that the inner loops call:
 * its methods are made once however many searches there are, so that what they are compiled to serves all.
 */
export class Aim {
  /** Whether givers are aimed from, at takers. */
  readonly giving: boolean;
  readonly numbers: Float64Array;
  readonly marks: Int32Array;
  readonly #eases: Float64Array;
  lanes = NO_LANES;
  readonly #places: Float64Array;
  readonly #facts: Int32Array;
  readonly #nodes: Float64Array;
  readonly #groups: Int32Array;
  readonly #otherGroups: Int32Array;
  readonly #receivers: Uint8Array;
  readonly #activities: number;
  readonly #limits: Limits;
  /** Whether an item, not a node, is aimed from. */
  #single = true;
  #activity = 0;

  constructor(c: Columns, limits: Limits, giving: boolean, desk: Desk) {
    this.giving = giving;
    this.numbers = desk.numbers;
    this.marks = desk.marks;
    this.#eases = desk.eases;
    this.#places = giving ? c.giverPlaces : c.takerPlaces;
    this.#facts = giving ? c.giverFacts : c.takerFacts;
    this.#nodes = giving ? c.giverNodes : c.takerNodes;
    this.#groups = giving ? c.giverGroups : c.takerGroups;
    this.#otherGroups = giving ? c.takerGroups : c.giverGroups;
    this.#receivers = c.pathReceivers;
    this.#activities = activitiesOf(c);
    this.#limits = limits;
    this.numbers.set(c.points, AIM.fitMost);
    this.numbers[AIM.deal] = c.scalars[SCALAR.dealEur]!;
  }

  takeItem(item: number): void {
    const { numbers, marks } = this;
    const at = item * PLACE.width;
    const fact = item * FACT.width;
    this.#single = true;
    for (let n = 0; n < 3; n++) numbers[2 * n] = numbers[2 * n + 1] = this.#places[at + n]!;
    numbers[NODE.maxQuantity] = numbers[NODE.minQuantity] = this.#places[at + PLACE.quantity]!;
    numbers[NODE.confidence] = this.#places[at + PLACE.confidence]!;
    numbers[NODE.money] = this.#places[at + PLACE.money]!;
    numbers[NODE.rank] = this.#places[at + PLACE.rank]!;
    this.#activity = this.#facts[fact + FACT.activity]!;
    marks[MARK.item] = item;
    marks[MARK.company] = this.#facts[fact + FACT.company]!;
    marks[MARK.traits] = this.#facts[fact + FACT.traits]!;
    marks[MARK.modes] = modesOf(marks[MARK.traits]!);
  }

  takeNode(node: number, group: number): void {
    const { numbers, marks } = this;
    const at = (this.#groups[group + GROUP.node]! + node) * NODE.width;
    this.#single = false;
    for (let n = 0; n < NODE.width; n++) numbers[n] = this.#nodes[at + n]!;
    marks[MARK.traits] = this.#groups[group + GROUP.traits]!;
    marks[MARK.modes] = numbers[NODE.modes]!;
  }

  /** Aims along a lane; false where the rules refuse every pair. */
  along(lane: number): boolean {
    const { numbers, marks, lanes, giving } = this;
    const single = this.#single;
    for (let n = 0, at = lane * LANE.width; n < LANE.width; n++) numbers[AIM.lane + n] = lanes.numbers[at + n]!;
    for (let n = 0, at = lane * LANE_FACT.width; n < LANE_FACT.width; n++) marks[MARK.lane + n] = lanes.facts[at + n]!;
    const path = marks[MARK.lane + LANE_FACT.path]!;
    const other = marks[MARK.lane + LANE_FACT.group]!;
    const mine = marks[MARK.traits]!;
    const others = this.#otherGroups[other + GROUP.traits]!;
    if (!this.#aimEase(others) || !(giving || this.#aimFit(path))) return false;
    if (giving && single && this.#limits.failsUse(marks[MARK.item]!, path)) return false;
    marks[MARK.number] = lane;
    marks[MARK.base] = this.#otherGroups[other + GROUP.node]!;
    marks[MARK.way] = traits.wayBit(path);
    marks[MARK.halved] = marks[MARK.lane + LANE_FACT.list] === HINTS ? 1 : 0;
    marks[MARK.legal] = whole(numbers[AIM.legalMost]!, numbers[AIM.bestEase]!) >> marks[MARK.halved]!;
    numbers[AIM.kmPerChord] = EARTH_KM * SHRINK * numbers[AIM.lane + LANE.detour]!;
    const known =
      numbers[AIM.lane + LANE.known]! +
      (giving && single ? classShare(mine) : numbers[AIM.lane + LANE.bestClass]!) +
      (giving ? this.#limits.bestShare(mine, path, others) : this.#limits.bestShare(others, path, mine)) +
      (mine & others & traits.DECLARED ? 1 : 0);
    numbers[AIM.known] = 0.5 + 0.5 * (known / 7);
    return true;
  }

  /** Narrows the eases of the lane to what is aimed from; false where every pair is refused. */
  #aimEase(others: number): boolean {
    const { numbers, marks, giving, lanes } = this;
    const mine = marks[MARK.traits]!;
    const at = marks[MARK.lane + LANE_FACT.eases]!;
    if (giving && this.#single) {
      const hazard = traits.hazardsOf(mine);
      numbers[AIM.lane + LANE.ease] = lanes.eases[at + hazard]!;
      numbers[AIM.lane + LANE.treatedEase] = lanes.eases[at + HAZARDS + hazard]!;
    }
    const mineAt = at + (mine & traits.TREATS ? HAZARDS : 0);
    if (!giving) for (let n = 0; n < HAZARDS; n++) this.#eases[n] = lanes.eases[mineAt + n]!;
    const plain = numbers[AIM.lane + LANE.ease]!;
    const treated = numbers[AIM.lane + LANE.treatedEase]!;
    const treats = ((giving ? others : mine) & traits.TREATS) !== 0;
    let best = plain;
    if (treats) best = this.#single && !giving ? treated : Math.max(plain, treated);
    numbers[AIM.bestEase] = best;
    return best >= 0;
  }

  /** Gives a taker that is aimed from one fit; false where it does not take by this way. */
  #aimFit(path: number): boolean {
    const { numbers } = this;
    const receives = this.#single
      ? this.#receivers[path * this.#activities + this.#activity] === 1
      : (numbers[NODE.receivers]! & traits.wayBit(path)) !== 0;
    if (receives) numbers[AIM.lane + LANE.strangeFit] = numbers[AIM.lane + LANE.fit]!;
    else numbers[AIM.lane + LANE.fit] = numbers[AIM.lane + LANE.strangeFit]!;
    return receives || (this.marks[MARK.traits]! & traits.DECLARED) !== 0;
  }
}

/** Activities that the table of receivers has. */
export function activitiesOf({ pathReceivers, pathRatio }: Columns): number {
  return pathReceivers.length / Math.max(1, pathRatio.length);
}
