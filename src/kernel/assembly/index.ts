import { AIM, EARTH_KM, HALF_DISTANCE_KM, LANE, LANE_FACT, MARK, NODE, SHRINK } from './layout';
import { along, listOf } from './aim';
import { bound, boundsOf, nodeAt } from './bound';
import { desk, spread } from './desk';
import { judge } from './scan';
import { admits, lastOf } from './top';

export { open } from './desk';
export { along } from './aim';
export { bound } from './bound';
export { judge } from './scan';

/**
 * Searches lanes one after the other, the last first.
 * @param order of each lane, its number and the most that its pairs can score
 * @param tops places of the lists by kind
 */
export function search(order: usize, count: i32, tops: usize): void {
  const d = desk;
  for (let at = order + (<usize>count << 3); at > order; at -= 8) {
    const lane = load<i32>(at - 8);
    const top = load<usize>(tops + (<usize>listOf(d, lane) << 2));
    if (load<i32>(at - 4) >= lastOf(top) && along(lane)) fill(d, top);
  }
}

function fill(d: usize, top: usize): void {
  const atMost = bound(0, 0);
  if (atMost < 0) return;
  const from = load<i32>(d, LANE_FACT.from);
  const to = load<i32>(d, LANE_FACT.to);
  const depth = load<i32>(d, LANE_FACT.depth);
  if (load<i32>(d, LANE_FACT.placed) == 1) descend(top, 0, atMost, load<i32>(d, MARK.near), from, to, depth);
  else if (admits(top, atMost, load<f64>(nodeAt(d, 0), NODE.rank))) spread(top);
}

/**
 * Goes down from a node that holds the items `[from, to)`, two levels at a time, the best first, and leaves a node that cannot enter `top`.
 * @param near what the bound has from the distance
 */
function descend(top: usize, node: i32, atMost: i32, near: i32, from: i32, to: i32, depth: i32): void {
  const d = desk;
  if (!admits(top, atMost, load<f64>(nodeAt(d, node), NODE.rank))) return;
  const need = lastOf(top) - (atMost - near);
  if (depth == 0) {
    store<f64>(d, chordMost2(d, node, need), AIM.chordMost2);
    judge(top, from, to, atMost);
  } else if (depth == 1) descendOne(d, top, node, need, from, to);
  else descendTwo(d, top, node, need, from, to, depth);
}

function descendOne(d: usize, top: usize, node: i32, need: i32, from: i32, to: i32): void {
  const at = nodeAt(d, 2 * node + 1);
  const bounds = boundsOf(d, at, at + NODE.width, need);
  const left = keyOf(bounds, 0, 1);
  const right = keyOf(bounds, 1, 0);
  const middle = (from + to) >> 1;
  for (let key = max(left, right), n = 0; n < 2 && key >= 0; key = min(left, right), n++) {
    const isLeft = key == left;
    const child = 2 * node + (isLeft ? 1 : 2);
    descend(top, child, key >> 12, key & 1023, isLeft ? from : middle, isLeft ? middle : to, 0);
  }
}

function descendTwo(d: usize, top: usize, node: i32, need: i32, from: i32, to: i32, depth: i32): void {
  const first = 4 * node + 3;
  const at = nodeAt(d, first);
  const left = boundsOf(d, at, at + NODE.width, need);
  const right = boundsOf(d, at + 2 * NODE.width, at + 3 * NODE.width, need);
  const a = keyOf(left, 0, 3);
  const b = keyOf(left, 1, 2);
  const c = keyOf(right, 0, 1);
  const e = keyOf(right, 1, 0);
  const moreLeft = max(a, b);
  const lessLeft = min(a, b);
  const moreRight = max(c, e);
  const lessRight = min(c, e);
  const second = min(moreLeft, moreRight);
  const third = max(lessLeft, lessRight);
  enter(top, first, max(moreLeft, moreRight), from, to, depth);
  enter(top, first, max(second, third), from, to, depth);
  enter(top, first, min(second, third), from, to, depth);
  enter(top, first, min(lessLeft, lessRight), from, to, depth);
}

/** Bound, place among its siblings (the first wins a tie) and points of the distance in one number; negative for what is closed. */
@inline
function keyOf(bounds: v128, lane: u8, order: i32): i32 {
  const most = lane == 0 ? i32x4.extract_lane(bounds, 0) : i32x4.extract_lane(bounds, 1);
  const near = lane == 0 ? i32x4.extract_lane(bounds, 2) : i32x4.extract_lane(bounds, 3);
  return (most << 12) | (order << 10) | (near & 1023);
}

function enter(top: usize, first: i32, key: i32, from: i32, to: i32, depth: i32): void {
  if (key < 0) return;
  const child = 3 - ((key >> 10) & 3);
  const middle = (from + to) >> 1;
  const begin = child < 2 ? from : middle;
  const end = child < 2 ? middle : to;
  const between = (begin + end) >> 1;
  const isLeft = (child & 1) == 0;
  descend(top, first + child, key >> 12, key & 1023, isLeft ? begin : between, isLeft ? between : end, depth - 2);
}

/**
 * The squared chord beyond which no item of a node can enter: the other terms leave it too few points, or the pathway does not reach so far.
 * @param need points of the distance that it must have
 */
function chordMost2(d: usize, node: i32, need: i32): f64 {
  const l = load<usize>(d, MARK.along);
  const modes = load<i32>(d, MARK.modes) & <i32>load<f64>(nodeAt(d, node), NODE.modes);
  const reachable = load<f64>(l + (<usize>modes << 3), LANE.beyond);
  const points = <f64>(need << load<i32>(d, MARK.halved));
  if (points <= 0) return reachable;
  const km = HALF_DISTANCE_KM * (load<f64>(d, AIM.distanceMost) / (points - 1e-9) - 1) * (1 + 1e-9) + 1e-9;
  if (km < 0) return -1;
  const chord = km / (EARTH_KM * SHRINK * load<f64>(l, LANE.detour));
  return min(reachable, chord * chord * (1 + 1e-12));
}
