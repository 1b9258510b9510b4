import {
  AIM,
  DECLARED,
  DESK,
  EARTH_KM,
  HINTS,
  LANE,
  LANE_FACT,
  MARK,
  MEASURED,
  MULTIPLE,
  NO_LIMITS,
  HAIR,
  ROUGH,
  STEPS,
  TREATS,
} from './layout';
import { activities, desk, failsUse, giving, isShut, receivers } from './desk';
import { hazardsOf, isClassed } from './traits';

/** Bytes of a lane's whole numbers and eases; of the last, for takers that do not treat waste and those that do. */
const FACTS: i32 = LANE_FACT.width - LANE_FACT.path;
const EASES: i32 = DESK.chord2 - DESK.eases;

/** Place of a lane's whole numbers. */
@inline
function factsOf(d: usize, lane: i32): usize {
  return load<usize>(d, MARK.laneFacts) + <usize>(lane * FACTS);
}

/** Number of the list that the pairs of a lane stand in. */
@inline
export function listOf(d: usize, lane: i32): i32 {
  return load<i32>(factsOf(d, lane) + (LANE_FACT.list - LANE_FACT.path));
}

/** The items of the other side that a lane leads to. */
@inline
export function otherFrom(d: usize, lane: i32): i32 {
  return load<i32>(factsOf(d, lane) + (LANE_FACT.from - LANE_FACT.path));
}

@inline
export function otherTo(d: usize, lane: i32): i32 {
  return load<i32>(factsOf(d, lane) + (LANE_FACT.to - LANE_FACT.path));
}

/** Copies bytes, 64 at a time. */
@inline
function copy(to: usize, from: usize, bytes: i32): void {
  for (let at: usize = 0; at < <usize>bytes; at += 64) {
    const a = v128.load(from + at);
    const b = v128.load(from + at, 16);
    const c = v128.load(from + at, 32);
    const e = v128.load(from + at, 48);
    v128.store(to + at, a);
    v128.store(to + at, b, 16);
    v128.store(to + at, c, 32);
    v128.store(to + at, e, 48);
  }
}

/** Aims along a lane, from an item or from all items of a node; false where the rules refuse every pair. */
export function along(lane: i32): bool {
  const d = desk;
  const l = load<usize>(d, MARK.lanes) + <usize>(lane * LANE.width);
  store<usize>(d, l, MARK.along);
  store<usize>(d, load<usize>(d, MARK.laneRough) + <usize>(lane * LANE.width / 2), MARK.alongRough);
  store<f64>(d, load<f64>(l, LANE.fit), AIM.fit);
  store<f64>(d, load<f64>(l, LANE.strangeFit), AIM.strangeFit);
  copy(d + LANE_FACT.path, factsOf(d, lane), FACTS);
  const single = load<i32>(d, MARK.single) == 1;
  const mine = load<i32>(d, MARK.traits);
  const others = load<i32>(d, LANE_FACT.traits);
  const path = load<i32>(d, LANE_FACT.path);
  const gated = load<i32>(d, LANE_FACT.gated) == 1;
  const way = 1 << path % 31;
  const ease = aimEase(d, l, lane, single, mine, others);
  if (ease < 0) return false;
  if (!giving && !aimFit(d, single, mine, path, way)) return false;
  if (giving && single && gated && failsUse()) return false;
  if (giving && single && mine & MULTIPLE && isShut()) return false;
  const halved = load<i32>(d, LANE_FACT.list) == HINTS ? 1 : 0;
  store<i32>(d, way, MARK.way);
  store<i32>(d, halved, MARK.halved);
  store<i32>(d, <i32>(load<f64>(d, AIM.legalMost) * ease + 1e-9) >> halved, MARK.legal);
  const km = EARTH_KM * load<f64>(l, LANE.detour);
  store<f32>(d, <f32>((1 - HAIR) / STEPS * km), ROUGH.kmPerStep);
  store<f64>(d, (1 + HAIR) / (km * km), AIM.chordPerKm2);
  store<f32>(d, <f32>load<f64>(d, AIM.fit), ROUGH.fit);
  store<f32>(d, <f32>load<f64>(d, AIM.strangeFit), ROUGH.strangeFit);
  let known = load<f64>(l, LANE.known);
  known += giving && single ? (isClassed(mine) ? 1 : 0.5) : load<f64>(l, LANE.bestClass);
  known += giving ? bestShare(mine, gated, others) : bestShare(others, gated, mine);
  known += mine & others & DECLARED ? 1 : 0;
  store<f32>(d, <f32>(0.5 + 0.5 * (known / 7)), ROUGH.known);
  return true;
}

/** Narrows the eases of the lane to what is aimed from; the best, -1 where every pair is refused. */
function aimEase(d: usize, l: usize, lane: i32, single: bool, mine: i32, others: i32): f64 {
  const eases = load<usize>(d, MARK.laneEases) + <usize>(lane * 2 * EASES);
  const treats = ((giving ? others : mine) & TREATS) != 0;
  let plain = load<f64>(l, LANE.ease);
  let treated = load<f64>(l, LANE.treatedEase);
  if (!giving) copy(d + DESK.eases, mine & TREATS ? eases + EASES : eases, EASES);
  else if (single) {
    const hazards = <usize>hazardsOf(mine) << 3;
    plain = load<f64>(eases + hazards);
    treated = load<f64>(eases + hazards + EASES);
  }
  store<f64>(d, plain, AIM.ease);
  store<f64>(d, treated, AIM.treatedEase);
  if (!treats) return plain;
  return single && !giving ? treated : max(plain, treated);
}

/** Gives a taker that is aimed from one fit; false where it does not take by this way. */
function aimFit(d: usize, single: bool, mine: i32, path: i32, way: i32): bool {
  const receives = single
    ? load<u8>(receivers + <usize>(path * activities + load<i32>(d, MARK.activity))) == 1
    : (load<i32>(d, ROUGH.receivers) & way) != 0;
  if (receives) store<f64>(d, load<f64>(d, AIM.fit), AIM.strangeFit);
  else store<f64>(d, load<f64>(d, AIM.strangeFit), AIM.fit);
  return receives || (mine & DECLARED) != 0;
}

/** The largest share of limits declared that givers and takers of these traits can have. */
function bestShare(giver: i32, gated: bool, taker: i32): f64 {
  if (!gated && !(taker & MEASURED)) return NO_LIMITS;
  if (giver & MEASURED) return 1;
  return gated ? 0 : NO_LIMITS;
}
