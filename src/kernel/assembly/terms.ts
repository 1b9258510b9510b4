import { EARTH_KM, HALF_CARBON, HALF_DISTANCE_KM, HALF_MONEY, NEUTRAL } from './layout';
import { asin } from './desk';

// The formulas of src/engine/judge/judge.ts and terms.ts for two pairs at a time, operation by operation: both round alike, so the scores are the same to the last bit.

@inline
export function splat(value: f64): v128 {
  return f64x2.splat(value);
}

/** A number of what is aimed at, for both; `d` is the desk. */
@inline
export function aimed(d: usize, at: usize): v128 {
  return v128.load64_splat(d + at);
}

/** `share`, or the neutral one where what it was made of is unknown. */
@inline
function whereKnown(value: v128, share: v128): v128 {
  return v128.bitselect(share, splat(NEUTRAL), f64x2.eq(value, value));
}

@inline
export function ofQuantity(absorbed: v128): v128 {
  return whereKnown(absorbed, absorbed);
}

@inline
export function ofDistance(km: v128): v128 {
  return whereKnown(km, f64x2.div(splat(HALF_DISTANCE_KM), f64x2.add(splat(HALF_DISTANCE_KM), km)));
}

@inline
function ofNet(net: v128, half: f64): v128 {
  const share = f64x2.div(f64x2.mul(splat(0.5), net), f64x2.add(f64x2.abs(net), splat(half)));
  return whereKnown(net, f64x2.add(splat(0.5), share));
}

@inline
export function ofMoney(net: v128): v128 {
  return ofNet(net, HALF_MONEY);
}

@inline
export function ofCarbon(net: v128): v128 {
  return ofNet(net, HALF_CARBON);
}

/** Whole points of a share; a share that is no number counts nothing. */
@inline
export function whole(d: usize, mostAt: usize, share: v128, halved: bool): v128 {
  const points = f64x2.trunc(f64x2.add(f64x2.mul(aimed(d, mostAt), share), splat(1e-9)));
  const sure = v128.and(points, f64x2.eq(points, points));
  return halved ? f64x2.trunc(f64x2.mul(sure, splat(0.5))) : sure;
}

/** EUR per unit over `km` by the tariff at `at`. */
@inline
export function carriage(d: usize, at: usize, km: v128): v128 {
  const near = f64x2.mul(aimed(d, at + 8), f64x2.pmin(km, splat(100)));
  const far = f64x2.mul(aimed(d, at + 16), f64x2.pmax(f64x2.sub(km, splat(100)), splat(0)));
  return f64x2.add(f64x2.add(aimed(d, at), near), far);
}

/** kg CO2e per unit over `km`. */
@inline
export function carbonOf(d: usize, at: usize, km: v128): v128 {
  return f64x2.mul(aimed(d, at + 24), km);
}

/** As in geometry.ts: a series where half the chord is below 0.1, else the arc sine. */
@inline
export function kmOfChord(chord: v128): v128 {
  const h = f64x2.mul(chord, splat(0.5));
  const s = f64x2.mul(h, h);
  let sum = f64x2.add(splat(35.0 / 1152.0), f64x2.mul(s, splat(63.0 / 2816.0)));
  sum = f64x2.add(splat(5.0 / 112.0), f64x2.mul(s, sum));
  sum = f64x2.add(splat(3.0 / 40.0), f64x2.mul(s, sum));
  sum = f64x2.add(splat(1.0 / 6.0), f64x2.mul(s, sum));
  sum = f64x2.add(splat(1), f64x2.mul(s, sum));
  const km = f64x2.mul(splat(2 * EARTH_KM), f64x2.mul(h, sum));
  if (!v128.any_true(f64x2.ge(h, splat(0.1)))) return km;
  return farther(h, km);
}

function farther(h: v128, km: v128): v128 {
  const first = f64x2.extract_lane(h, 0);
  const second = f64x2.extract_lane(h, 1);
  if (first >= 0.1) km = f64x2.replace_lane(km, 0, 2 * EARTH_KM * asin(first < 1 ? first : 1));
  if (second >= 0.1) km = f64x2.replace_lane(km, 1, 2 * EARTH_KM * asin(second < 1 ? second : 1));
  return km;
}
