import { AIM, type Aim, activitiesOf, MARK } from './aim.ts';
import type { Checks } from './checks.ts';
import type { Columns } from './columns.ts';
import { NODE } from './forest.ts';
import { kmOfChord } from './geometry.ts';
import { FACT, PLACE } from './item.ts';
import { LANE, LANE_FACT } from './lanes.ts';
import { carriage, classShare, modesOf, TARIFF } from './road.ts';
import { ofCarbon, ofDistance, ofMoney, ofQuantity, whole } from './terms.ts';
import { packWay, type Top } from './top.ts';
import * as traits from './traits.ts';

// constants of this file: see bound.ts
const { x: X, y: Y, z: Z, quantity: QUANTITY, confidence: SURE, money: MONEY, rank: RANK } = PLACE;
const { row: ROW, company: COMPANY, activity: ACTIVITY, traits: TRAITS } = FACT;
const [PLACE_WIDTH, FACT_WIDTH] = [PLACE.width as number, FACT.width as number];
const { minX, minY, minZ, maxQuantity, confidence, money } = NODE;
const { deal, chordMost2, fitMost, quantityMost, distanceMost, moneyMost, carbonMost, legalMost, confidenceMost } = AIM;
const FIT = AIM.lane + LANE.fit;
const STRANGE_FIT = AIM.lane + LANE.strangeFit;
const RATIO = AIM.lane + LANE.ratio;
const PRICE = AIM.lane + LANE.price;
const TREATMENT = AIM.lane + LANE.treatment;
const CARBON = AIM.lane + LANE.carbon;
const DETOUR = AIM.lane + LANE.detour;
const PLAIN_SHARE = AIM.lane + LANE.plainShare;
const EASE = AIM.lane + LANE.ease;
const TREATED_EASE = AIM.lane + LANE.treatedEase;
const KNOWN = AIM.lane + LANE.known;
const REACH = AIM.lane + LANE.reach;
const BEYOND = AIM.lane + LANE.beyond;
const ROAD = AIM.lane + LANE.tariff;
const PATH = MARK.lane + LANE_FACT.path;
const PIPE = MARK.lane + LANE_FACT.pipe;
const GIVEN = MARK.lane + LANE_FACT.given;
const WANTED = MARK.lane + LANE_FACT.wanted;
const PRICED = MARK.lane + LANE_FACT.priced;
const {
  item: ITEM,
  traits: OWN,
  modes: MODES,
  company: OWN_COMPANY,
  halved: HALVED,
  eases: EASES,
  number: NUMBER,
} = MARK;
const { RAIL, SEA, GONE, TREATS, DECLARED, MEASURED, MULTIPLE, NEARBY, DATED } = traits;

/** Judges pairs of the item that is aimed from. */
export class Scan {
  /** Pairs whose score was computed since the start. */
  judged = 0;
  readonly #aim: Aim;
  readonly #checks: Checks;
  readonly #places: Float64Array;
  readonly #facts: Int32Array;
  readonly #givers: Int32Array;
  readonly #takers: Int32Array;
  readonly #receivers: Uint8Array;
  readonly #activities: number;

  constructor(c: Columns, checks: Checks, aim: Aim) {
    this.#aim = aim;
    this.#checks = checks;
    this.#places = aim.giving ? c.takerPlaces : c.giverPlaces;
    this.#facts = aim.giving ? c.takerFacts : c.giverFacts;
    this.#givers = c.giverFacts;
    this.#takers = c.takerFacts;
    this.#receivers = c.pathReceivers;
    this.#activities = activitiesOf(c);
  }

  /**
   * Judges the items `[from, to)` of the other side that are no farther than `AIM.chordMost2`: first by numbers, then, where one may enter, by every veto.
   * @param atMost what no pair of them beats
   */
  judge(top: Top, from: number, to: number, atMost: number): void {
    const { numbers: a, marks: m, giving } = this.#aim;
    const eases = this.#aim.lanes.eases;
    const places = this.#places;
    const facts = this.#facts;
    const receiversOf = this.#receivers;
    const receivers = m[PATH]! * this.#activities;
    const own = m[OWN]!;
    const modes = m[MODES]!;
    const company = m[OWN_COMPANY]!;
    const halved = m[HALVED]!;
    const easesAt = m[EASES]!;
    const isGiven = m[GIVEN] === 1;
    const isWanted = m[WANTED] === 1;
    const priced = m[PRICED] === 1;
    const byRoad = m[PIPE] === 1 || modes === 0;
    const x = a[minX]!;
    const y = a[minY]!;
    const z = a[minZ]!;
    const farthest = a[chordMost2]!;
    let count = 0;
    for (let other = from; other < to; other++) {
      const at = Math.imul(other, PLACE_WIDTH);
      const dx = places[at + X]! - x;
      const dy = places[at + Y]! - y;
      const dz = places[at + Z]! - z;
      const chord2 = dx * dx + dy * dy + dz * dz;
      if (chord2 > farthest) continue;
      if (!top.admits(atMost, places[at + RANK]!)) continue;
      const fact = Math.imul(other, FACT_WIDTH);
      const their = facts[fact + TRAITS]!;
      if (their & GONE || facts[fact + COMPANY] === company) continue;
      const shared = modes & modesOf(their);
      if (chord2 > a[BEYOND + shared]!) continue;
      let fit = a[FIT]!;
      let ease = a[EASE]!;
      if (giving) {
        if (their & TREATS) ease = a[TREATED_EASE]!;
        if (receiversOf[receivers + facts[fact + ACTIVITY]!] !== 1) {
          if (!(their & DECLARED)) continue;
          fit = a[STRANGE_FIT]!;
        }
      } else ease = eases[easesAt + traits.hazardsOf(their)]!;
      if (ease < 0) continue;
      const km = kmOfChord(Math.sqrt(chord2)) * a[DETOUR]!;
      if (km > a[REACH + shared]!) continue;
      count++;

      let cost = carriage(a, ROAD, km);
      let co2 = a[ROAD + 3]! * km;
      if (!byRoad && shared !== 0)
        for (let mode = RAIL; mode <= SEA; mode++) {
          if (!(shared & mode)) continue;
          const otherCost = carriage(a, ROAD + mode * TARIFF, km);
          if (otherCost >= cost) continue;
          cost = otherCost;
          co2 = a[ROAD + mode * TARIFF + 3]! * km;
        }
      const theirMoney = places[at + MONEY]!;
      const given = giving ? a[maxQuantity]! : places[at + QUANTITY]!;
      const wanted = (giving ? places[at + QUANTITY]! : a[maxQuantity]!) / a[RATIO]!;
      const quantity = isWanted ? (wanted < given || !isGiven ? wanted : given) : given;
      const paid = priced ? (giving ? theirMoney : a[money]!) : a[PRICE]!;
      const avoided = (giving ? a[money]! : theirMoney) - a[TREATMENT]!;
      const net = avoided + a[RATIO]! * paid - cost - (isGiven || isWanted ? a[deal]! / quantity : 0);
      let share = a[PLAIN_SHARE]!;
      if ((own | their) & MEASURED) share = this.#shareOf(other);
      if (share < 0) continue;
      const known = a[KNOWN]! + classShare(giving ? own : their) + share + (own & their & DECLARED ? 1 : 0);
      const giverSure = giving ? a[confidence]! : places[at + SURE]!;
      const takerSure = giving ? places[at + SURE]! : a[confidence]!;
      const absorbed = wanted >= given && given > 0 ? 1 : Math.min(1, wanted / given);
      const score =
        (whole(a[fitMost]!, fit * giverSure * takerSure) >> halved) +
        (whole(a[quantityMost]!, ofQuantity(absorbed)) >> halved) +
        (whole(a[distanceMost]!, ofDistance(km)) >> halved) +
        (whole(a[moneyMost]!, ofMoney(net)) >> halved) +
        (whole(a[carbonMost]!, ofCarbon(a[CARBON]! - co2)) >> halved) +
        (whole(a[legalMost]!, ease) >> halved) +
        (whole(a[confidenceMost]!, giverSure * takerSure * (0.5 + 0.5 * (known / 7))) >> halved);
      if (top.admits(score, places[at + RANK]!)) this.#enter(top, other, score);
    }
    this.judged += count;
  }

  #shareOf(other: number): number {
    const { marks, giving } = this.#aim;
    const { limits } = this.#checks;
    const item = marks[ITEM]!;
    return giving ? limits.share(item, marks[PATH]!, other) : limits.share(other, marks[PATH]!, item);
  }

  /** Puts a pair that scores well enough in its place, unless its partner stands there by a better way or a veto refuses it. */
  #enter(top: Top, other: number, score: number): void {
    const { marks, giving } = this.#aim;
    const checks = this.#checks;
    const path = marks[PATH]!;
    const giver = giving ? marks[ITEM]! : other;
    const taker = giving ? other : marks[ITEM]!;
    const from = this.#givers[giver * FACT_WIDTH + TRAITS]!;
    const to = this.#takers[taker * FACT_WIDTH + TRAITS]!;
    const output = this.#givers[giver * FACT_WIDTH + ROW]!;
    const demand = this.#takers[taker * FACT_WIDTH + ROW]!;
    const row = giving ? demand : output;
    const way = packWay(path, traits.readingOf(from), traits.readingOf(to));
    const known = top.placeOf(row);
    if (known >= 0) {
      if (score < top.score[known]! || way === top.way[known]) return;
      if (score === top.score[known] && !checks.isEarlier(output, demand, way, top.way[known]!)) return;
    }
    if ((from | to) & (NEARBY | DATED) && checks.isApart(giver, path, taker)) return;
    if ((from | to) & MULTIPLE && checks.isSuspect(giver, path, taker)) return;
    if (marks[HALVED] === 1 && checks.isMoreThanHint(giver, taker)) return;
    top.put(known, row, this.#places[other * PLACE_WIDTH + RANK]!, score, way, marks[NUMBER]!, other);
  }
}
