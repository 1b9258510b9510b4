import { AIM, DESK, LANE, LANE_FACT, MARK, ROOT } from './layout';
import { along, listOf, otherFrom, otherTo } from './aim';
import { bound, keysOf, modesOf, rankOf } from './bound';
import { desk } from './desk';
import { judge, judgeListed, keepSeeds, seedsIn } from './scan';
import { admits, lastOf } from './top';

export { open } from './desk';
export { along } from './aim';
export { bound, look } from './bound';
export { judge } from './scan';

/**
 * Searches lanes one after the other, the last first.
 * @param order of each lane, its number and the most that its pairs can score
 * @param tops places of the lists by kind
 */
export function search(order: usize, count: i32, tops: usize): void {
  const d = desk;
  const end = order + (<usize>count << 3);
  sow(d, order, end, tops);
  for (let at = end; at > order; at -= 8) {
    const lane = load<i32>(at - 8);
    const top = load<usize>(tops + (<usize>listOf(d, lane) << 2));
    const atMost = load<i32>(at - 4);
    if (atMost >= lastOf(top) && along(lane)) fill(d, top, atMost);
  }
  keepSeeds(load<usize>(tops));
}

/**
 * Judges the partners of the stream that was searched before, a neighbour as a rule. They are good partners here too, as a rule again, and what cannot enter
 * a list is left the sooner; the lists are the same.
 */
function sow(d: usize, order: usize, end: usize, tops: usize): void {
  let left = load<i32>(d, MARK.seeds);
  for (let at = end; at > order && left > 0; at -= 8) {
    const lane = load<i32>(at - 8);
    const found = seedsIn(d, otherFrom(d, lane), otherTo(d, lane));
    if (found == 0) continue;
    left -= found;
    if (along(lane)) judgeListed(d, load<usize>(tops + (<usize>listOf(d, lane) << 2)), found, load<i32>(at - 4));
  }
}

/** @param atMost what its pairs can score with anything in the leaf that is aimed from */
function fill(d: usize, top: usize, atMost: i32): void {
  const from = load<i32>(d, LANE_FACT.from);
  const to = load<i32>(d, LANE_FACT.to);
  const depth = load<i32>(d, LANE_FACT.depth);
  if (depth > 0) {
    descend(top, ROOT, atMost, 0, from, to, depth);
    return;
  }
  const own = bound(ROOT);
  if (own >= 0) descend(top, ROOT, own, load<i32>(d, MARK.near), from, to, 0);
}

/**
 * Goes down from a node that holds the items `[from, to)`, the best child first, and leaves a node that cannot enter `top`.
 * @param near what the bound has from the distance
 */
function descend(top: usize, node: i32, atMost: i32, near: i32, from: i32, to: i32, depth: i32): void {
  const d = desk;
  if (!admits(top, atMost, rankOf(d, node))) return;
  const need = lastOf(top) - (atMost - near);
  if (depth == 0) {
    store<f64>(d, chordMost2(d, node, need), AIM.chordMost2);
    judge(top, from, to, atMost);
    return;
  }
  const first = 4 * (node - 2);
  const keys = keysOf(d, first, need);
  if (!v128.any_true(i32x4.ge_s(keys, i32x4.splat(max(lastOf(top), 0) << 12)))) return;
  const a = i32x4.extract_lane(keys, 0);
  const b = i32x4.extract_lane(keys, 1);
  const c = i32x4.extract_lane(keys, 2);
  const e = i32x4.extract_lane(keys, 3);
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

function enter(top: usize, first: i32, key: i32, from: i32, to: i32, depth: i32): void {
  if (key < 0) return;
  const child = 3 - ((key >> 10) & 3);
  const middle = (from + to) >> 1;
  const begin = child < 2 ? from : middle;
  const end = child < 2 ? middle : to;
  const between = (begin + end) >> 1;
  const isLeft = (child & 1) == 0;
  descend(top, first + child, key >> 12, key & 1023, isLeft ? begin : between, isLeft ? between : end, depth - 1);
}

/**
 * The squared chord beyond which no item of a node can enter: the other terms leave it too few points, or the pathway does not reach so far.
 * @param need points of the distance that it must have
 */
function chordMost2(d: usize, node: i32, need: i32): f64 {
  const l = load<usize>(d, MARK.along);
  const modes = load<i32>(d, MARK.modes) & modesOf(d, node);
  const reachable = load<f64>(l + (<usize>modes << 3), LANE.beyond);
  const points = need << load<i32>(d, MARK.halved);
  if (points <= 0) return reachable;
  return min(reachable, load<f64>(d + (<usize>points << 3), DESK.farthest) * load<f64>(d, AIM.chordPerKm2));
}
