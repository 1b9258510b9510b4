import { AIM, LANE, LANE_FACT, MARK, NODE, RAIL, SEA, TARIFF } from './layout';
import { aimed, carbonOf, carriage, grown, ofCarbon, ofDistance, ofMoney, ofQuantity, splat, whole } from './terms';
import { desk, giving, nodes } from './desk';

@inline
export function nodeAt(d: usize, node: i32): usize {
  return nodes + <usize>((load<i32>(d, LANE_FACT.base) + node) * NODE.width);
}

/** A number of two nodes. */
@inline
function both(left: usize, right: usize, at: usize): v128 {
  return v128.load64_lane(right + at, v128.load64_zero(left + at), 1);
}

/** How far two boxes lie apart from the one that is aimed from, in one dimension. */
@inline
function gap(d: usize, left: usize, right: usize, min: usize, max: usize): v128 {
  const above = f64x2.sub(both(left, right, min), aimed(d, max));
  const below = f64x2.sub(aimed(d, min), both(left, right, max));
  const apart = f64x2.max(f64x2.max(above, below), splat(0));
  return f64x2.mul(apart, apart);
}

@inline
function sharedModes(node: usize, modes: i32): i32 {
  return modes & <i32>load<f64>(node, NODE.modes);
}

/** All bits where a mode is among those that each of two pairs shares. */
@inline
export function havingMode(first: i32, second: i32, mode: i32): v128 {
  return i64x2.replace_lane(i64x2.splat(first & mode ? -1 : 0), 1, second & mode ? -1 : 0);
}

/**
 * The most that any pair of what is aimed from with each of two nodes of the other side can score: the score's own formulas, fed with the best that both
 * have. Lanes 0 and 1: the bounds; -1 where all are too far, or where the distance leaves less than `need` points. Lanes 2 and 3: what they have from the distance.
 */
export function boundsOf(d: usize, left: usize, right: usize, need: i32): v128 {
  const l = load<usize>(d, MARK.along);
  const halved = load<i32>(d, MARK.halved) == 1;
  let km = splat(NaN);
  if (load<i32>(d, LANE_FACT.placed) == 1) {
    // the chord between boxes is never longer than that between two items inside
    const apart = f64x2.add(
      f64x2.add(gap(d, left, right, NODE.minX, NODE.maxX), gap(d, left, right, NODE.minY, NODE.maxY)),
      gap(d, left, right, NODE.minZ, NODE.maxZ),
    );
    km = f64x2.mul(aimed(d, AIM.kmPerChord), f64x2.sqrt(apart));
  }
  const near = whole(d, AIM.distanceMost, ofDistance(km), halved);
  let open = f64x2.ge(near, splat(need));
  if (!v128.any_true(open)) return i32x4.splat(-1);
  const modes = load<i32>(d, MARK.modes);
  const leftModes = sharedModes(left, modes);
  const rightModes = sharedModes(right, modes);
  const reach = f64x2.replace_lane(
    splat(load<f64>(l + (<usize>leftModes << 3), LANE.reach)),
    1,
    load<f64>(l + (<usize>rightModes << 3), LANE.reach),
  );
  open = v128.andnot(open, f64x2.gt(km, reach));

  let cost = carriage(l, LANE.tariff, km);
  let co2 = carbonOf(l, LANE.tariff, km);
  if (leftModes | rightModes && load<i32>(d, LANE_FACT.pipe) == 0)
    for (let mode = RAIL; mode <= SEA; mode++) {
      const at: usize = LANE.tariff + mode * TARIFF;
      const having = havingMode(leftModes, rightModes, mode);
      cost = v128.bitselect(f64x2.min(cost, carriage(l, at, km)), cost, having);
      co2 = v128.bitselect(f64x2.min(co2, carbonOf(l, at, km)), co2, having);
    }
  const isGiven = load<i32>(d, LANE_FACT.given) == 1;
  const isWanted = load<i32>(d, LANE_FACT.wanted) == 1;
  const theirMost = both(left, right, NODE.maxQuantity);
  const given = giving ? aimed(d, AIM.maxQuantity) : theirMost;
  const wanted = f64x2.div(giving ? theirMost : aimed(d, AIM.maxQuantity), aimed(l, LANE.ratio));
  let absorbed = splat(NaN);
  if (isGiven && isWanted) {
    const least = giving ? aimed(d, AIM.minQuantity) : both(left, right, NODE.minQuantity);
    absorbed = grown(f64x2.min(splat(1), f64x2.div(wanted, least)));
  }
  const theirMoney = both(left, right, NODE.money);
  const base = f64x2.sub(giving ? aimed(d, AIM.money) : theirMoney, aimed(l, LANE.treatment));
  let price = aimed(l, LANE.price);
  if (load<i32>(d, LANE_FACT.priced) == 1) price = giving ? theirMoney : aimed(d, AIM.money);
  let net = f64x2.sub(f64x2.add(base, f64x2.mul(aimed(l, LANE.ratio), price)), cost);
  if (isGiven || isWanted) {
    const quantity = isWanted ? (isGiven ? f64x2.pmin(given, wanted) : wanted) : given;
    net = f64x2.sub(net, f64x2.div(aimed(d, AIM.deal), quantity));
  }
  const sure = f64x2.mul(aimed(d, AIM.confidence), both(left, right, NODE.confidence));
  const way = load<i32>(d, MARK.way);
  const fit = f64x2.replace_lane(splat(fitAt(d, left, way)), 1, fitAt(d, right, way));
  let most = f64x2.add(near, splat(load<i32>(d, MARK.legal)));
  most = f64x2.add(most, whole(d, AIM.fitMost, grown(f64x2.mul(fit, sure)), halved));
  most = f64x2.add(most, whole(d, AIM.quantityMost, ofQuantity(absorbed), halved));
  most = f64x2.add(most, whole(d, AIM.moneyMost, ofMoney(grown(net)), halved));
  most = f64x2.add(most, whole(d, AIM.carbonMost, ofCarbon(grown(f64x2.sub(aimed(l, LANE.carbon), co2))), halved));
  most = f64x2.add(most, whole(d, AIM.confidenceMost, grown(f64x2.mul(sure, aimed(d, AIM.known))), halved));
  return v128.shuffle<i64>(
    i32x4.trunc_sat_f64x2_s_zero(v128.bitselect(most, splat(-1), open)),
    i32x4.trunc_sat_f64x2_s_zero(near),
    0,
    2,
  );
}

@inline
function fitAt(d: usize, node: usize, way: i32): f64 {
  return <i32>load<f64>(node, NODE.receivers) & way ? load<f64>(d, AIM.fit) : load<f64>(d, AIM.strangeFit);
}

/** The same for one node, which is bounded with its sibling; its points of the distance then stand in `MARK.near`. */
export function bound(node: i32, need: i32): i32 {
  const d = desk;
  const at = nodeAt(d, node);
  const isRight = (node & 1) == 0 && node > 0;
  const left = isRight ? at - NODE.width : at;
  const right = (node & 1) == 1 ? at + NODE.width : at;
  const found = boundsOf(d, left, right, need);
  store<i32>(d, isRight ? i32x4.extract_lane(found, 3) : i32x4.extract_lane(found, 2), MARK.near);
  return isRight ? i32x4.extract_lane(found, 1) : i32x4.extract_lane(found, 0);
}
