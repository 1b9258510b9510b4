import { HAIR, LANE_FACT, LANE_ROUGH, MARK, NODE, RAIL, ROUGH, SEA, TARIFF } from './layout';
import { HALF_CARBON, HALF_DISTANCE_KM, HALF_MONEY, NEUTRAL } from './layout';
import { desk, giving, nodes } from './desk';

// The score's own formulas for four nodes at a time, in numbers of four bytes. What their rounding takes away is given back twice over: `HAIR`, see docs/scoring.md.

/** The quad that a node of the tree stands in. */
@inline
function quadOf(d: usize, node: i32): usize {
  return nodes + <usize>(((load<i32>(d, LANE_FACT.base) + node) >> 2) * NODE.width);
}

/** A whole number of one node. */
@inline
function ofNode(d: usize, node: i32, at: usize): i32 {
  return load<i32>(quadOf(d, node) + at + (<usize>(node & 3) << 2));
}

@inline
export function rankOf(d: usize, node: i32): f64 {
  return <f64>ofNode(d, node, NODE.rank);
}

@inline
export function modesOf(d: usize, node: i32): i32 {
  return ofNode(d, node, NODE.modes);
}

/** The same number for all four. */
@inline
function all(at: usize): v128 {
  return v128.load32_splat(at);
}

@inline
function real(value: f64): v128 {
  return f32x4.splat(<f32>value);
}

/** How far four boxes lie apart from the one that is aimed from, in one dimension; squared. */
@inline
function gap(d: usize, quad: usize, min: usize, max: usize, ownMin: usize, ownMax: usize): v128 {
  const above = i32x4.sub(v128.load(quad + min), all(d + ownMax));
  const below = i32x4.sub(all(d + ownMin), v128.load(quad + max));
  const apart = f32x4.convert_i32x4_s(i32x4.max_s(i32x4.max_s(above, below), i32x4.splat(0)));
  return f32x4.mul(apart, apart);
}

/** All bits where a value has one of these. */
@inline
function having(value: v128, bits: i32): v128 {
  return i32x4.ne(v128.and(value, i32x4.splat(bits)), i32x4.splat(0));
}

/** By modes that both ends have: none, rail, sea, both. */
@inline
function byModes(at: usize, rail: v128, sea: v128): v128 {
  const near = v128.bitselect(all(at + 4 * RAIL), all(at), rail);
  const far = v128.bitselect(all(at + 4 * (RAIL | SEA)), all(at + 4 * SEA), rail);
  return v128.bitselect(far, near, sea);
}

@inline
function carriage(at: usize, km: v128): v128 {
  const near = f32x4.mul(all(at + 4), f32x4.pmin(km, real(100)));
  const far = f32x4.mul(all(at + 8), f32x4.pmax(f32x4.sub(km, real(100)), real(0)));
  return f32x4.add(f32x4.add(all(at), near), far);
}

@inline
function carbonOf(at: usize, km: v128): v128 {
  return f32x4.mul(all(at + 12), km);
}

@inline
function whereKnown(value: v128, share: v128): v128 {
  return v128.bitselect(share, real(NEUTRAL), f32x4.eq(value, value));
}

/** Of a sum and of the size of what it is made of. */
@inline
function ofNet(sum: v128, size: v128, half: f64): v128 {
  const net = f32x4.add(sum, f32x4.mul(size, real(HAIR)));
  const share = f32x4.div(f32x4.mul(real(0.5), net), f32x4.add(f32x4.abs(net), real(half)));
  return whereKnown(net, f32x4.add(real(0.5 + HAIR), share));
}

/** Whole points of a share. */
@inline
function whole(d: usize, mostAt: usize, share: v128, halved: bool): v128 {
  const points = f32x4.trunc(f32x4.mul(all(d + mostAt), share));
  return halved ? f32x4.trunc(f32x4.mul(points, real(0.5))) : points;
}

/**
 * The most that any pair of what is aimed from with each of the four siblings from `first` on can score. Of each one number, by which they sort: the bound
 * from the 13th bit on, then its place among its siblings (the first wins a tie), then its points of the distance; -1 where all its pairs are too far, or
 * where the distance leaves less than `need` points.
 */
export function keysOf(d: usize, first: i32, need: i32): v128 {
  const quad = quadOf(d, first);
  const l = load<usize>(d, MARK.alongRough);
  const halved = load<i32>(d, MARK.halved) == 1;
  let km = real(NaN);
  if (load<i32>(d, LANE_FACT.placed) == 1) {
    // the chord between boxes is never longer than that between two items inside
    const apart = f32x4.add(
      f32x4.add(
        gap(d, quad, NODE.minX, NODE.maxX, ROUGH.minX, ROUGH.maxX),
        gap(d, quad, NODE.minY, NODE.maxY, ROUGH.minY, ROUGH.maxY),
      ),
      gap(d, quad, NODE.minZ, NODE.maxZ, ROUGH.minZ, ROUGH.maxZ),
    );
    km = f32x4.mul(all(d + ROUGH.kmPerStep), f32x4.sqrt(apart));
  }
  const ofDistance = f32x4.div(real(HALF_DISTANCE_KM), f32x4.add(real(HALF_DISTANCE_KM), km));
  const near = whole(d, ROUGH.distanceMost, whereKnown(km, ofDistance), halved);
  let open = f32x4.ge(near, f32x4.splat(<f32>need));
  if (!v128.any_true(open)) return i32x4.splat(-1);
  const own = load<i32>(d, MARK.modes);
  const modes = v128.and(v128.load(quad + NODE.modes), i32x4.splat(own));
  const rail = having(modes, RAIL);
  const sea = having(modes, SEA);
  open = v128.andnot(open, f32x4.gt(km, byModes(l + LANE_ROUGH.reach, rail, sea)));

  let cost = carriage(l + LANE_ROUGH.tariff, km);
  let co2 = carbonOf(l + LANE_ROUGH.tariff, km);
  if (own && load<i32>(d, LANE_FACT.pipe) == 0)
    for (let mode = RAIL; mode <= SEA; mode++) {
      const at = l + LANE_ROUGH.tariff + mode * (TARIFF / 2);
      const has = mode == RAIL ? rail : sea;
      cost = v128.bitselect(f32x4.pmin(cost, carriage(at, km)), cost, has);
      co2 = v128.bitselect(f32x4.pmin(co2, carbonOf(at, km)), co2, has);
    }
  const isGiven = load<i32>(d, LANE_FACT.given) == 1;
  const isWanted = load<i32>(d, LANE_FACT.wanted) == 1;
  const ratio = all(l + LANE_ROUGH.ratio);
  const theirMost = v128.load(quad + NODE.maxQuantity);
  const ownMost = all(d + ROUGH.maxQuantity);
  const given = giving ? ownMost : theirMost;
  const wanted = f32x4.div(giving ? theirMost : ownMost, ratio);
  let absorbed = real(NEUTRAL);
  if (isGiven && isWanted) {
    const least = giving ? all(d + ROUGH.minQuantity) : v128.load(quad + NODE.minQuantity);
    absorbed = f32x4.pmin(real(1), f32x4.div(wanted, least));
  }
  const theirMoney = v128.load(quad + NODE.money);
  const ownMoney = all(d + ROUGH.money);
  const avoided = giving ? ownMoney : theirMoney;
  const treatment = all(l + LANE_ROUGH.treatment);
  let price = all(l + LANE_ROUGH.price);
  if (load<i32>(d, LANE_FACT.priced) == 1) price = giving ? theirMoney : ownMoney;
  const paid = f32x4.mul(ratio, price);
  let net = f32x4.sub(f32x4.add(f32x4.sub(avoided, treatment), paid), cost);
  let size = f32x4.add(f32x4.add(f32x4.abs(avoided), f32x4.abs(treatment)), f32x4.add(f32x4.abs(paid), f32x4.abs(cost)));
  if (isGiven || isWanted) {
    const quantity = isWanted ? (isGiven ? f32x4.pmin(given, wanted) : wanted) : given;
    const deal = f32x4.div(all(d + ROUGH.deal), quantity);
    net = f32x4.sub(net, deal);
    size = f32x4.add(size, deal);
  }
  const carbon = all(l + LANE_ROUGH.carbon);
  const carbonSize = f32x4.add(f32x4.abs(carbon), f32x4.abs(co2));
  const sure = f32x4.mul(all(d + ROUGH.confidence), v128.load(quad + NODE.confidence));
  const isReceiver = having(v128.load(quad + NODE.receivers), load<i32>(d, MARK.way));
  const fit = v128.bitselect(all(d + ROUGH.fit), all(d + ROUGH.strangeFit), isReceiver);
  let most = f32x4.add(near, f32x4.splat(<f32>load<i32>(d, MARK.legal)));
  most = f32x4.add(most, whole(d, ROUGH.fitMost, f32x4.mul(fit, sure), halved));
  most = f32x4.add(most, whole(d, ROUGH.quantityMost, absorbed, halved));
  most = f32x4.add(most, whole(d, ROUGH.moneyMost, ofNet(net, size, HALF_MONEY), halved));
  most = f32x4.add(most, whole(d, ROUGH.carbonMost, ofNet(f32x4.sub(carbon, co2), carbonSize, HALF_CARBON), halved));
  most = f32x4.add(most, whole(d, ROUGH.confidenceMost, f32x4.mul(sure, all(d + ROUGH.known)), halved));
  // both are whole and below 1024: behind 2^23 the bits of a float are those of the number
  const both = f32x4.add(f32x4.mul(most, real(4096)), near);
  const bits = v128.and(f32x4.add(both, real(8388608)), i32x4.splat(8388607));
  return v128.bitselect(v128.or(bits, i32x4(3 << 10, 2 << 10, 1 << 10, 0)), i32x4.splat(-1), open);
}

/** Leaves the keys of four siblings in `MARK.seen`. */
export function look(first: i32, need: i32): void {
  const d = desk;
  v128.store(d, keysOf(d, first, need), MARK.seen);
}

/** The bound of one node. */
export function bound(node: i32): i32 {
  look(node & ~3, 0);
  const key = load<i32>(desk + (<usize>(node & 3) << 2), MARK.seen);
  store<i32>(desk, key & 1023, MARK.near);
  return key >> 12;
}
