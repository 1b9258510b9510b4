import { AIM, EARTH_KM, HALF_DISTANCE_KM, LANE, MARK, NODE, SHRINK } from './layout';
import { admits, lastOf } from './top';
import { boundsOf, nodeAt } from './bound';
import { desk } from './desk';
import { judge } from './scan';

export { open } from './desk';
export { bound } from './bound';
export { judge } from './scan';

// @ts-ignore: decorator
@inline
function rankOf(d: usize, node: i32): f64 {
  return load<f64>(nodeAt(d, node), NODE.rank);
}

/**
 * Goes down from a node that holds the items `[from, to)`, the better child first, and leaves a node that cannot enter `top`.
 * @param rest what the bound has from the other terms than the distance
 */
export function descend(top: usize, node: i32, atMost: i32, rest: i32, from: i32, to: i32, depth: i32): void {
  const d = desk;
  if (!admits(top, atMost, rankOf(d, node))) return;
  if (depth == 0) {
    store<f64>(d, chordMost2(d, node, lastOf(top) - rest), AIM.chordMost2);
    judge(top, from, to, atMost);
    return;
  }
  const middle = (from + to) >> 1;
  const left = 2 * node + 1;
  const at = nodeAt(d, left);
  const bounds = boundsOf(d, at, at + NODE.width, lastOf(top) - rest);
  const leftMost = i32x4.extract_lane(bounds, 0);
  const rightMost = i32x4.extract_lane(bounds, 1);
  const leftRest = leftMost - i32x4.extract_lane(bounds, 2);
  const rightRest = rightMost - i32x4.extract_lane(bounds, 3);
  if (leftMost > rightMost || (leftMost == rightMost && rankOf(d, left) < rankOf(d, left + 1))) {
    if (leftMost >= 0) descend(top, left, leftMost, leftRest, from, middle, depth - 1);
    if (rightMost >= 0) descend(top, left + 1, rightMost, rightRest, middle, to, depth - 1);
  } else {
    if (rightMost >= 0) descend(top, left + 1, rightMost, rightRest, middle, to, depth - 1);
    if (leftMost >= 0) descend(top, left, leftMost, leftRest, from, middle, depth - 1);
  }
}

/**
 * The squared chord beyond which no item of a node can enter: the other terms leave it too few points, or the pathway does not reach so far.
 * @param need points of the distance that it must have
 */
function chordMost2(d: usize, node: i32, need: i32): f64 {
  const modes = load<i32>(d, MARK.modes) & <i32>load<f64>(nodeAt(d, node), NODE.modes);
  const reachable = load<f64>(d + (<usize>modes << 3), LANE.beyond);
  const points = <f64>(need << load<i32>(d, MARK.halved));
  if (points <= 0) return reachable;
  const km = HALF_DISTANCE_KM * (load<f64>(d, AIM.distanceMost) / (points - 1e-9) - 1) * (1 + 1e-9) + 1e-9;
  if (km < 0) return -1;
  const chord = km / (EARTH_KM * SHRINK * load<f64>(d, LANE.detour));
  return min(reachable, chord * chord * (1 + 1e-12));
}
