import type { Checks } from './checks.ts';
import { type Columns, SCALAR } from './columns.ts';
import { EARTH_KM, UNKNOWN_RECEIVER } from './constants.ts';
import { GROUP, NODE } from './forest.ts';
import { Frontier } from './frontier.ts';
import { chordBeyond, grown, kmOfChord, SHRINK } from './geometry.ts';
import { FACT, PLACE } from './item.ts';
import { carriage, classShare, modesOf, TARIFF, tariffOf } from './road.ts';
import type { Standing } from './standing.ts';
import { hintScore, kmWorth, mostOf, ofCarbon, ofDistance, ofMoney, ofQuantity, whole } from './terms.ts';
import { packWay, Top } from './top.ts';
import * as traits from './traits.ts';
import type { TreeSearch } from './tree-search.ts';

/** What is aimed at, in a typed array so that no number is boxed. Prices in EUR per unit. */
const AIM = {
  x: 0,
  y: 1,
  z: 2,
  given: 3,
  sure: 4,
  /** Fit x sureness at a known receiver, and at another. */
  fit: 5,
  strangeFit: 6,
  money: 7,
  price: 8,
  carbon: 9,
  /** Legal ease at a taker that does not treat waste, at one that does, and the better. */
  ease: 10,
  treatedEase: 11,
  bestEase: 12,
  ratio: 13,
  detour: 14,
  /** Facts known of the giver: quantity, and class. */
  known: 15,
  /** Share of limits declared where neither side has values of quality, and the best. */
  plainShare: 16,
  bestShare: 17,
  width: 18,
} as const;

/** Searches takers for a giver. */
export function createTakerSearch(c: Columns, checks: Checks): TreeSearch {
  const { giverPlaces, giverFacts, takerPlaces, takerFacts, takerGroups, takerNodes } = c;
  const { tariff, pathRatio, pathPipe, pathReceivers } = c;
  const { pathFit, pathTreatment, pathPrice, pathCarbon, pathCarbonLandfilled, pathProduct } = c;
  const { materialDimension, detour: detours } = c;
  const { limits, reach } = checks;
  const most = mostOf(c);
  const deal = c.scalars[SCALAR.dealEur]!;
  const activities = pathReceivers.length / Math.max(1, pathRatio.length);
  const frontier = new Frontier();
  const aim = new Float64Array(AIM.width);
  /** Limit in road km by the modes that both ends have; Infinity = none. */
  const reachBy = new Float64Array(4);
  /** Squared chord that is surely beyond it. */
  const beyondBy = new Float64Array(4);
  let giver = 0;
  let path = 0;
  let group = 0;
  let mine = 0;
  /** No limit of distance or time, and the dimension that goes without question. */
  let free = false;
  let dimension = 0;
  let road = 0;
  let pipe = 0;
  let hint = false;
  let placed = 0;
  let quantified = 0;
  let others = 0;
  let way = 0;
  let priced = 0;
  let base = 0;
  let everything = false;
  /** Points of the distance in the bound computed last. */
  let near = 0;
  let judged = 0;
  /** Holds a pair by itself. */
  const one = new Top(1);
  let aimedRank = 0;

  function bound(node: number): number {
    const at = (base + node) * NODE.width;
    // the chord to the box is never longer than that to a taker inside; NaN where a place is unknown
    const x = aim[AIM.x]!;
    const y = aim[AIM.y]!;
    const z = aim[AIM.z]!;
    const dx = x - Math.min(Math.max(x, takerNodes[at + NODE.minX]!), takerNodes[at + NODE.maxX]!);
    const dy = y - Math.min(Math.max(y, takerNodes[at + NODE.minY]!), takerNodes[at + NODE.maxY]!);
    const dz = z - Math.min(Math.max(z, takerNodes[at + NODE.minZ]!), takerNodes[at + NODE.maxZ]!);
    const km =
      placed === 1 ? EARTH_KM * SHRINK * aim[AIM.detour]! * Math.sqrt(dx * dx + dy * dy + dz * dz) : Number.NaN;
    if (km > reachBy[modesOf(mine & takerNodes[at + NODE.modes]!)]!) return -1;
    const shared = mine & others;
    let cost = carriage(tariff, road, km);
    let co2 = tariff[road + 3]! * km;
    if (pipe === 0 && (mine & takerNodes[at + NODE.modes]!) !== 0)
      for (let mode = traits.RAIL; mode <= traits.SEA; mode++)
        if (mine & takerNodes[at + NODE.modes]! & mode) {
          cost = Math.min(cost, carriage(tariff, road + mode * TARIFF, km));
          co2 = Math.min(co2, tariff[road + mode * TARIFF + 3]! * km);
        }
    const given = aim[AIM.given]!;
    const wanted = quantified === 1 ? takerNodes[at + NODE.maxQuantity]! / aim[AIM.ratio]! : Number.NaN;
    const quantity = Number.isNaN(wanted) ? given : wanted < given ? wanted : Number.isNaN(given) ? wanted : given;
    const price = priced === 1 ? takerNodes[at + NODE.money]! : aim[AIM.price]!;
    const net = grown(
      aim[AIM.money]! + aim[AIM.ratio]! * price - cost - (Number.isNaN(quantity) ? 0 : deal / quantity),
    );
    const sure = takerNodes[at + NODE.confidence]!;
    const known =
      aim[AIM.known]! +
      (quantified + placed * (Number.isNaN(aim[AIM.x]) ? 0 : 1) + (Number.isNaN(price) ? 0 : 1)) +
      aim[AIM.bestShare]! +
      (shared & traits.DECLARED ? 1 : 0);
    const fit = grown((takerNodes[at + NODE.receivers]! & way ? aim[AIM.fit]! : aim[AIM.strangeFit]!) * sure);
    const share = grown(Math.min(1, wanted / given));
    const carbon = grown(aim[AIM.carbon]! - co2);
    const confidence = grown(aim[AIM.sure]! * sure * (0.5 + 0.5 * (known / 7)));
    const ease = aim[AIM.bestEase]!;
    near = whole(most.distance, ofDistance(km));
    if (hint) return hintScore(most, fit, share, km, net, carbon, ease, confidence);
    return (
      whole(most.fit, fit) +
      whole(most.quantity, ofQuantity(share)) +
      near +
      whole(most.money, ofMoney(net)) +
      whole(most.carbon, ofCarbon(carbon)) +
      whole(most.legal, ease) +
      whole(most.confidence, confidence)
    );
  }

  /**
   * Squared chord beyond which no taker of a node can enter, given its bound and the points of distance in it: the other terms leave too few
   * for the distance, or the pathway does not reach so far.
   */
  function farthest(top: Top, node: number, atMost: number, nearest: number): number {
    if (everything || placed === 0) return Number.POSITIVE_INFINITY;
    const reachable = beyondBy[modesOf(mine & takerNodes[(base + node) * NODE.width + NODE.modes]!)]!;
    if (hint || top.count < top.size) return reachable;
    const points = top.score[top.size - 1]! - (atMost - nearest);
    return Math.min(reachable, chordBeyond(kmWorth(most.distance, points), aim[AIM.detour]!));
  }

  function descend(
    top: Top,
    node: number,
    atMost: number,
    nearest: number,
    from: number,
    to: number,
    depth: number,
  ): void {
    if (!everything && !top.admits(atMost, takerNodes[(base + node) * NODE.width + NODE.rank]!)) return;
    if (depth === 0) {
      scan(top, from, to, atMost, farthest(top, node, atMost, nearest));
      return;
    }
    const middle = (from + to) >> 1;
    const left = 2 * node + 1;
    const leftMost = bound(left);
    const leftNear = near;
    const rightMost = bound(left + 1);
    const rightNear = near;
    if (leftMost > rightMost || (leftMost === rightMost && isFirst(left))) {
      if (leftMost >= 0 || everything) descend(top, left, leftMost, leftNear, from, middle, depth - 1);
      if (rightMost >= 0 || everything) descend(top, left + 1, rightMost, rightNear, middle, to, depth - 1);
    } else {
      if (rightMost >= 0 || everything) descend(top, left + 1, rightMost, rightNear, middle, to, depth - 1);
      if (leftMost >= 0 || everything) descend(top, left, leftMost, leftNear, from, middle, depth - 1);
    }
  }

  /**
   * The same, the best node of the whole tree first. Where the place of one side is unknown many pairs score the same and only their ranks decide:
   * this way hardly a node is opened that does not end in the list.
   */
  function spread(top: Top, from: number, to: number, depth: number): void {
    frontier.count = 0;
    open(bound(0), 0, from, to, depth);
    while (frontier.take() && top.admits(frontier.bound, frontier.rank)) {
      const { bound: atMost, node, from: first, to: end, depth: left } = frontier;
      if (left === 0) scan(top, first, end, atMost, Number.POSITIVE_INFINITY);
      else {
        const middle = (first + end) >> 1;
        open(bound(2 * node + 1), 2 * node + 1, first, middle, left - 1);
        open(bound(2 * node + 2), 2 * node + 2, middle, end, left - 1);
      }
    }
  }

  function open(atMost: number, node: number, from: number, to: number, depth: number): void {
    if (atMost >= 0) frontier.push(atMost, takerNodes[(base + node) * NODE.width + NODE.rank]!, node, from, to, depth);
  }

  /** Whether the left one of two children holds the first rank of both. */
  function isFirst(left: number): boolean {
    const at = (base + left) * NODE.width + NODE.rank;
    return takerNodes[at]! < takerNodes[at + NODE.width]!;
  }

  /** Judges the takers of a leaf: first by numbers, then, where one may enter, by every veto. */
  function scan(top: Top, from: number, to: number, atMost: number, chordMost2: number): void {
    const x = aim[AIM.x]!;
    const y = aim[AIM.y]!;
    const z = aim[AIM.z]!;
    const given = aim[AIM.given]!;
    const ratio = aim[AIM.ratio]!;
    const places = takerPlaces;
    const facts = takerFacts;
    const own = mine;
    const company = giverFacts[giver * FACT.width + FACT.company]!;
    const detour = aim[AIM.detour]!;
    const fixed = tariff[road]!;
    const perKm = tariff[road + 1]!;
    const perKmAfter100 = tariff[road + 2]!;
    const co2PerKm = tariff[road + 3]!;
    const sureness = aim[AIM.sure]!;
    const plainShare = aim[AIM.plainShare]!;
    const knownHere = aim[AIM.known]!;
    const price = aim[AIM.price]!;
    const carbonBase = aim[AIM.carbon]!;
    const fitKnown = aim[AIM.fit]!;
    const fitStrange = aim[AIM.strangeFit]!;
    const money = aim[AIM.money]!;
    const plainEase = aim[AIM.ease]!;
    const treatedEase = aim[AIM.treatedEase]!;
    const receivers = path * activities;
    const byRoad = pipe === 1 || modesOf(own) === 0;
    const hinted = hint;
    const { fit: fitMost, quantity: quantityMost, distance: distanceMost, money: moneyMost } = most;
    const { carbon: carbonMost, legal: legalMost, confidence: confidenceMost } = most;
    let count = 0;
    for (let taker = from; taker < to; taker++) {
      const at = taker * PLACE.width;
      const dx = x - places[at + PLACE.x]!;
      const dy = y - places[at + PLACE.y]!;
      const dz = z - places[at + PLACE.z]!;
      const chord2 = dx * dx + dy * dy + dz * dz;
      if (chord2 > chordMost2) continue;
      const rank = places[at + PLACE.rank]!;
      if (!everything && !top.admits(atMost, rank)) continue;
      const fact = taker * FACT.width;
      const their = facts[fact + FACT.traits]!;
      if (their & traits.GONE || chord2 > beyondBy[modesOf(own & their)]!) continue;
      const ease = their & traits.TREATS ? treatedEase : plainEase;
      if (ease < 0 || facts[fact + FACT.company] === company) continue;
      const receives = pathReceivers[receivers + facts[fact + FACT.activity]!] === 1;
      if (!receives && !(their & traits.DECLARED)) continue;
      const km = kmOfChord(Math.sqrt(chord2)) * detour;
      if (km > reachBy[modesOf(own & their)]!) continue;
      count++;

      const shared = own & their;
      let cost = fixed + perKm * Math.min(km, 100) + perKmAfter100 * Math.max(km - 100, 0);
      let co2 = co2PerKm * km;
      if (!byRoad && modesOf(shared) !== 0)
        for (let mode = traits.RAIL; mode <= traits.SEA; mode++) {
          if (!(shared & mode)) continue;
          const other = carriage(tariff, road + mode * TARIFF, km);
          if (other >= cost) continue;
          cost = other;
          co2 = tariff[road + mode * TARIFF + 3]! * km;
        }
      const wanted = places[at + PLACE.quantity]! / ratio;
      const quantity = Number.isNaN(wanted) ? given : wanted < given ? wanted : Number.isNaN(given) ? wanted : given;
      const asked = places[at + PLACE.money]!;
      const paid = Number.isNaN(asked) ? price : asked;
      const net = money + ratio * paid - cost - (Number.isNaN(quantity) ? 0 : deal / quantity);
      const share = (own | their) & traits.MEASURED ? limits.share(giver, path, taker) : plainShare;
      if (share < 0) continue;
      const sure = places[at + PLACE.confidence]!;
      const known =
        knownHere +
        ((Number.isNaN(wanted) ? 0 : 1) + (Number.isNaN(km) ? 0 : 1) + (Number.isNaN(paid) ? 0 : 1)) +
        share +
        (shared & traits.DECLARED ? 1 : 0);
      const fit = (receives ? fitKnown : fitStrange) * sure;
      const absorbed = Math.min(1, wanted / given);
      const carbon = carbonBase - co2;
      const confidence = sureness * sure * (0.5 + 0.5 * (known / 7));
      const score = hinted
        ? hintScore(most, fit, absorbed, km, net, carbon, ease, confidence)
        : whole(fitMost, fit) +
          whole(quantityMost, ofQuantity(absorbed)) +
          whole(distanceMost, ofDistance(km)) +
          whole(moneyMost, ofMoney(net)) +
          whole(carbonMost, ofCarbon(carbon)) +
          whole(legalMost, ease) +
          whole(confidenceMost, confidence);
      if (top.admits(score, rank) && passes(taker, their, km)) enter(top, taker, rank, score);
    }
    judged += count;
  }

  /** Tells the standing of the rows of a node in whose lists the pair with what is aimed at stands, or would. */
  function visit(standing: Standing, node: number, from: number, to: number, depth: number): void {
    const most = bound(node);
    if (most < standing.least[base + node]!) return;
    if (depth === 0) {
      for (let taker = from; taker < to; taker++) {
        const row = takerFacts[taker * FACT.width + FACT.row]!;
        const last = standing.lastScore(row);
        if (most < last) continue;
        one.clear();
        scan(one, taker, taker + 1, most, Number.POSITIVE_INFINITY);
        if (one.count === 1 && standing.admits(row, one.score[0]!, last, aimedRank))
          standing.meet(row, one.score[0]!, one.way[0]!);
      }
      return;
    }
    const middle = (from + to) >> 1;
    visit(standing, 2 * node + 1, from, middle, depth - 1);
    visit(standing, 2 * node + 2, middle, to, depth - 1);
  }

  function ready(all: boolean): void {
    everything = all;
    for (let shared = 0; shared < beyondBy.length; shared++)
      beyondBy[shared] = chordBeyond(reachBy[shared]!, aim[AIM.detour]!);
  }

  function passes(taker: number, their: number, km: number): boolean {
    const plain = free && !(their & (traits.NEARBY | traits.DATED)) && traits.dimensionOf(their) === dimension;
    if (!plain && checks.isApart(giver, path, taker, km)) return false;
    if ((mine | their) & traits.MULTIPLE && checks.isSuspect(giver, path, taker)) return false;
    return !hint || !checks.isMoreThanHint(giver, taker);
  }

  function enter(top: Top, taker: number, rank: number, score: number): void {
    const their = takerFacts[taker * FACT.width + FACT.traits]!;
    const row = takerFacts[taker * FACT.width + FACT.row]!;
    const output = giverFacts[giver * FACT.width + FACT.row]!;
    const way = packWay(path, traits.readingOf(mine), traits.readingOf(their));
    const known = top.placeOf(row);
    if (known >= 0) {
      if (score < top.score[known]!) return;
      if (score === top.score[known] && !checks.isEarlier(output, row, way, top.way[known]!)) return;
    }
    top.put(known, row, rank, score, way);
  }

  /** Whom ease and reach were found for: the groups of a product follow each other. */
  const aimed = { giver: -1, path: -1, to: -1 };

  return {
    get judged() {
      return judged;
    },
    forget() {
      aimed.giver = -1;
    },
    aim(item, by, at) {
      giver = item;
      path = by;
      group = at;
      mine = giverFacts[giver * FACT.width + FACT.traits]!;
      others = takerGroups[group + GROUP.traits]!;
      const country = traits.countryOf(mine);
      const to = takerGroups[group + GROUP.country]!;
      if (giver !== aimed.giver || path !== aimed.path || to !== aimed.to) {
        aim[AIM.ease] = checks.ease(giver, path, to, false);
        aim[AIM.treatedEase] = checks.ease(giver, path, to, true);
        for (let shared = 0; shared < reachBy.length; shared++) {
          const limit = reach(path, country, shared);
          reachBy[shared] = Number.isNaN(limit) ? Number.POSITIVE_INFINITY : limit;
        }
        aimed.giver = giver;
        aimed.path = path;
        aimed.to = to;
      }
      aim[AIM.bestEase] = others & traits.TREATS ? Math.max(aim[AIM.ease]!, aim[AIM.treatedEase]!) : aim[AIM.ease]!;
      if (aim[AIM.bestEase]! < 0) return false;
      pipe = pathPipe[path]!;
      road = tariffOf(mine, pipe);
      hint = (mine & traits.HINT) !== 0 || takerGroups[group + GROUP.hint] === 1;
      placed = takerGroups[group + GROUP.placed]!;
      quantified = takerGroups[group + GROUP.quantified]!;
      way = traits.wayBit(path);
      priced = takerGroups[group + GROUP.money]!;
      base = takerGroups[group + GROUP.node]!;
      const from = giver * PLACE.width;
      aim[AIM.x] = giverPlaces[from + PLACE.x]!;
      aim[AIM.y] = giverPlaces[from + PLACE.y]!;
      aim[AIM.z] = giverPlaces[from + PLACE.z]!;
      aim[AIM.given] = giverPlaces[from + PLACE.quantity]!;
      aim[AIM.sure] = giverPlaces[from + PLACE.confidence]!;
      aim[AIM.fit] = pathFit[path]! * aim[AIM.sure]!;
      aim[AIM.strangeFit] = pathFit[path]! * UNKNOWN_RECEIVER * aim[AIM.sure]!;
      aim[AIM.money] = giverPlaces[from + PLACE.money]! - pathTreatment[path]!;
      aim[AIM.price] = pathPrice[path]!;
      aim[AIM.carbon] = (mine & traits.LANDFILLED ? pathCarbonLandfilled : pathCarbon)[path]!;
      free = !(mine & traits.DATED);
      dimension = materialDimension[pathProduct[path]!]!;
      aim[AIM.ratio] = pathRatio[path]!;
      aim[AIM.detour] = detours[country]!;
      aim[AIM.known] = (Number.isNaN(aim[AIM.given]) ? 0 : 1) + classShare(mine);
      aim[AIM.plainShare] = limits.plainShare(path);
      aim[AIM.bestShare] = limits.bestShare(mine, path, others);
      return true;
    },
    bound,
    stand(standing) {
      ready(false);
      aimedRank = giverPlaces[giver * PLACE.width + PLACE.rank]!;
      const at = takerGroups;
      visit(standing, 0, at[group + GROUP.from]!, at[group + GROUP.to]!, at[group + GROUP.depth]!);
    },
    fill(top, all) {
      ready(all);
      const groups = takerGroups;
      const [from, to, depth] = [groups[group + GROUP.from]!, groups[group + GROUP.to]!, groups[group + GROUP.depth]!];
      if (all || (placed === 1 && !Number.isNaN(aim[AIM.x]))) descend(top, 0, bound(0), near, from, to, depth);
      else spread(top, from, to, depth);
    },
  };
}
