import {
  AIM,
  DECLARED,
  DESK,
  ENTRANTS,
  ENTRY,
  FACT,
  GONE,
  LANE,
  LANE_FACT,
  MARK,
  MEASURED,
  MULTIPLE,
  PLACE,
  RAIL,
  SEA,
  TARIFF,
  TOP,
  TREATS,
  VETOED,
} from './layout';
import { activities, desk, facts, giving, isEarlier, isVetoed, places, receivers, share } from './desk';
import { hazardsOf, isClassed, readingOf } from './traits';
import { admits, entryAt, placeOf, put } from './top';
import { aimed, carbonOf, carriage, kmOfChord, ofCarbon, ofDistance, ofMoney, ofQuantity, splat, whole } from './terms';

/** Judges the items `[from, to)` of the other side that are no farther than `AIM.chordMost2`; none scores more than `atMost`. */
export function judge(top: usize, from: i32, to: i32, atMost: i32): void {
  for (let first = from; first < to; first += ENTRANTS)
    judgeSome(top, first, first + ENTRANTS < to ? first + ENTRANTS : to, atMost);
}

function judgeSome(top: usize, from: i32, to: i32, atMost: i32): void {
  const d = desk;
  judgeListed(d, top, gather(d, from, to), atMost);
}

/** Judges what is listed on the desk. */
export function judgeListed(d: usize, top: usize, listed: i32, atMost: i32): void {
  const count = choose(d, top, listed, atMost);
  if (count == 0) return;
  store<f64>(d, load<f64>(d, DESK.judged) + count, DESK.judged);
  // all are scored before any is put, so that no score waits for a list; an odd one with whatever stands behind it
  for (let n = 0; n < count; n += 2) v128.store64_lane(d + (<usize>n << 2), scoresOf(d, n), 0, DESK.score);
  for (let n = 0; n < count; n++) enter(d, top, n, load<i32>(d + (<usize>n << 2), DESK.score));
}

/** How many of the seeds are among the items `[from, to)`; they are listed, with their squared chords. */
export function seedsIn(d: usize, from: i32, to: i32): i32 {
  const seeds = load<i32>(d, MARK.seeds);
  const least = i32x4.splat(from);
  const most = i32x4.splat(to);
  let count: usize = 0;
  for (let n = 0; n < seeds; n += 4) {
    const four = v128.load(d + (<usize>n << 2), DESK.seeds);
    if (!v128.any_true(v128.and(i32x4.ge_s(four, least), i32x4.lt_s(four, most)))) continue;
    for (let k = n; k < n + 4 && k < seeds; k++) {
      const other = load<i32>(d + (<usize>k << 2), DESK.seeds);
      if (other < from || other >= to) continue;
      store<i32>(d + (count << 2), other, DESK.other);
      store<f64>(d + (count << 3), chord2To(d, places + <usize>(other * PLACE.width)), DESK.chord2);
      count++;
    }
  }
  return <i32>count;
}

/** Makes the items of a list the seeds of the next. */
export function keepSeeds(top: usize): void {
  const d = desk;
  const count = min(load<i32>(top, TOP.count), ENTRANTS);
  store<i32>(d, count, MARK.seeds);
  for (let n = 0; n < count; n++) store<i32>(d + (<usize>n << 2), load<i32>(entryAt(top, n), ENTRY.item), DESK.seeds);
}

@inline
function chord2To(d: usize, place: usize): f64 {
  const dx = load<f64>(place, PLACE.x) - load<f64>(d, AIM.x);
  const dy = load<f64>(place, PLACE.y) - load<f64>(d, AIM.y);
  const dz = load<f64>(place, PLACE.z) - load<f64>(d, AIM.z);
  return dx * dx + dy * dy + dz * dz;
}

/** Lists the items near enough, with their squared chords; returns how many. */
function gather(d: usize, from: i32, to: i32): i32 {
  const farthest = load<f64>(d, AIM.chordMost2);
  let count: usize = 0;
  let place = places + <usize>(from * PLACE.width);
  for (let other = from; other < to; other++) {
    const chord2 = chord2To(d, place);
    store<i32>(d + (count << 2), other, DESK.other);
    store<f64>(d + (count << 3), chord2, DESK.chord2);
    // an unknown place is no farther
    count += <usize>!(chord2 > farthest);
    place += PLACE.width;
  }
  return <i32>count;
}

/** Keeps those that may be in the list, with what their scores are made of; returns how many. */
function choose(d: usize, top: usize, gathered: i32, atMost: i32): i32 {
  const l = load<usize>(d, MARK.along);
  const own = load<i32>(d, MARK.traits);
  const modes = load<i32>(d, MARK.modes);
  const path = load<i32>(d, LANE_FACT.path);
  const receiving = receivers + <usize>(path * activities);
  const plainShare = load<f64>(l, LANE.plainShare);
  const basis = load<f64>(l, LANE.known);
  let count: usize = 0;
  for (let n: usize = 0; n < <usize>gathered; n++) {
    const other = load<i32>(d + (n << 2), DESK.other);
    const place = places + <usize>(other * PLACE.width);
    if (!admits(top, atMost, load<f64>(place, PLACE.rank))) continue;
    const their = load<i32>(place, PLACE.kind);
    const shared = modes & their;
    const chord2 = load<f64>(d + (n << 3), DESK.chord2);
    if (chord2 > load<f64>(l + (<usize>shared << 3), LANE.beyond)) continue;
    let fit = load<f64>(d, AIM.fit);
    let ease = load<f64>(d, AIM.ease);
    if (giving) {
      if (their & TREATS) ease = load<f64>(d, AIM.treatedEase);
      if (load<u8>(receiving + load<i32>(place, PLACE.kind + 4)) != 1) {
        if (!(their & DECLARED)) continue;
        fit = load<f64>(d, AIM.strangeFit);
      }
    } else ease = load<f64>(d + (<usize>hazardsOf(their) << 3), DESK.eases);
    if (ease < 0) continue;
    let declared = plainShare;
    if ((own | their) & MEASURED) declared = share(other);
    if (declared < 0) continue;
    const giver = giving ? own : their;
    const known = basis + (isClassed(giver) ? 1 : 0.5) + declared + (own & their & DECLARED ? 1 : 0);
    const at = d + (count << 3);
    store<i32>(d + (count << 2), other, DESK.other);
    store<i32>(d + (count << 2), shared, DESK.shared);
    store<f64>(at, chord2, DESK.chord2);
    store<f64>(at, fit, DESK.fit);
    store<f64>(at, ease, DESK.ease);
    store<f64>(at, known, DESK.known);
    store<f64>(at, load<f64>(place, PLACE.quantity), DESK.quantity);
    store<f64>(at, load<f64>(place, PLACE.confidence), DESK.confidence);
    store<f64>(at, load<f64>(place, PLACE.money), DESK.money);
    count++;
  }
  return <i32>count;
}

/** A number of two entrants. */
@inline
function entrants(d: usize, n: i32, at: usize): v128 {
  return v128.load(d + (<usize>n << 3) + at);
}

/** All bits where a mode is among those that each of two pairs shares. */
@inline
function havingMode(first: i32, second: i32, mode: i32): v128 {
  return i64x2.replace_lane(i64x2.splat(first & mode ? -1 : 0), 1, second & mode ? -1 : 0);
}

/** Scores of the entrants `n` and `n + 1` in lanes 0 and 1; -1 beyond the reach. */
function scoresOf(d: usize, n: i32): v128 {
  const l = load<usize>(d, MARK.along);
  const halved = load<i32>(d, MARK.halved) == 1;
  const km = f64x2.mul(kmOfChord(f64x2.sqrt(entrants(d, n, DESK.chord2))), aimed(l, LANE.detour));
  const first = load<i32>(d + (<usize>n << 2), DESK.shared);
  const second = load<i32>(d + (<usize>n << 2), DESK.shared + 4) & 3;
  const reach = f64x2.replace_lane(
    splat(load<f64>(l + (<usize>first << 3), LANE.reach)),
    1,
    load<f64>(l + (<usize>second << 3), LANE.reach),
  );

  let cost = carriage(l, LANE.tariff, km);
  let co2 = carbonOf(l, LANE.tariff, km);
  if (first | second && load<i32>(d, LANE_FACT.pipe) == 0)
    for (let mode = RAIL; mode <= SEA; mode++) {
      const at: usize = LANE.tariff + mode * TARIFF;
      const otherCost = carriage(l, at, km);
      const cheaper = v128.and(f64x2.lt(otherCost, cost), havingMode(first, second, mode));
      cost = v128.bitselect(otherCost, cost, cheaper);
      co2 = v128.bitselect(carbonOf(l, at, km), co2, cheaper);
    }
  const isGiven = load<i32>(d, LANE_FACT.given) == 1;
  const isWanted = load<i32>(d, LANE_FACT.wanted) == 1;
  const theirs = entrants(d, n, DESK.quantity);
  const given = giving ? aimed(d, AIM.quantity) : theirs;
  const wanted = f64x2.div(giving ? theirs : aimed(d, AIM.quantity), aimed(l, LANE.ratio));
  const theirMoney = entrants(d, n, DESK.money);
  let paid = aimed(l, LANE.price);
  if (load<i32>(d, LANE_FACT.priced) == 1) paid = giving ? theirMoney : aimed(d, AIM.money);
  const avoided = f64x2.sub(giving ? aimed(d, AIM.money) : theirMoney, aimed(l, LANE.treatment));
  let net = f64x2.sub(f64x2.add(avoided, f64x2.mul(aimed(l, LANE.ratio), paid)), cost);
  if (isGiven || isWanted) {
    const quantity = isWanted ? (isGiven ? f64x2.pmin(given, wanted) : wanted) : given;
    net = f64x2.sub(net, f64x2.div(aimed(d, AIM.deal), quantity));
  }
  const theirSure = entrants(d, n, DESK.confidence);
  const giverSure = giving ? aimed(d, AIM.confidence) : theirSure;
  const takerSure = giving ? theirSure : aimed(d, AIM.confidence);
  const facts = f64x2.add(splat(0.5), f64x2.mul(splat(0.5), f64x2.div(entrants(d, n, DESK.known), splat(7))));
  const sure = f64x2.mul(f64x2.mul(giverSure, takerSure), facts);
  let score = whole(d, AIM.fitMost, f64x2.mul(f64x2.mul(entrants(d, n, DESK.fit), giverSure), takerSure), halved);
  score = f64x2.add(score, whole(d, AIM.quantityMost, ofQuantity(f64x2.pmin(f64x2.div(wanted, given), splat(1))), halved));
  score = f64x2.add(score, whole(d, AIM.distanceMost, ofDistance(km), halved));
  score = f64x2.add(score, whole(d, AIM.moneyMost, ofMoney(net), halved));
  score = f64x2.add(score, whole(d, AIM.carbonMost, ofCarbon(f64x2.sub(aimed(l, LANE.carbon), co2)), halved));
  score = f64x2.add(score, whole(d, AIM.legalMost, entrants(d, n, DESK.ease), halved));
  score = f64x2.add(score, whole(d, AIM.confidenceMost, sure, halved));
  return i32x4.trunc_sat_f64x2_s_zero(v128.bitselect(splat(-1), score, f64x2.gt(km, reach)));
}

/** Puts a pair in its place, unless its score is too low, its ends are of one company or gone, its partner stands there by a better way, or a veto refuses it. */
function enter(d: usize, top: usize, n: i32, score: i32): void {
  const other = load<i32>(d + (<usize>n << 2), DESK.other);
  const rank = load<f64>(places + <usize>(other * PLACE.width), PLACE.rank);
  if (score < 0 || !admits(top, score, rank)) return;
  const fact = facts + <usize>(other * FACT.width);
  const own = load<i32>(d, MARK.traits);
  const their = load<i32>(fact, FACT.traits);
  if (their & GONE || load<i32>(fact, FACT.company) == load<i32>(d, MARK.company)) return;
  const row = load<i32>(fact, FACT.row);
  const readings = giving ? readingOf(own) * 16 + readingOf(their) : readingOf(their) * 16 + readingOf(own);
  const way: u32 = load<i32>(d, LANE_FACT.path) * 256 + readings;
  const known = placeOf(top, row);
  if (known >= 0) {
    const before = entryAt(top, known);
    const scoreBefore = load<i32>(before, ENTRY.score);
    const wayBefore = load<u32>(before, ENTRY.way);
    if (score < scoreBefore || way == wayBefore) return;
    if (score == scoreBefore && !isEarlier(row, way, wayBefore)) return;
  }
  // that another reading of the giver closes a pair is known of the whole lane
  const asked = giving ? (own & ~MULTIPLE) | their : own | their;
  if ((asked & VETOED || load<i32>(d, MARK.halved) == 1) && isVetoed(other)) return;
  put(top, known, other, row, rank, score, way);
}
