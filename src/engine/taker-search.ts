import type { Checks } from './checks.ts';
import { type Columns, SCALAR } from './columns.ts';
import { EARTH_KM, UNKNOWN_RECEIVER } from './constants.ts';
import { GROUP, NODE } from './forest.ts';
import { Frontier } from './frontier.ts';
import { grown, kmOfChord, outside, SHRINK } from './geometry.ts';
import { FACT, PLACE } from './item.ts';
import { carriage, classShare, modesOf, reachOf, TARIFF, tariffOf } from './road.ts';
import { hintScore, kmWorth, mostOf, ofCarbon, ofDistance, ofMoney, ofQuantity, whole } from './terms.ts';
import { packWay, type Top } from './top.ts';
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
  reach: 13,
  ratio: 14,
  detour: 15,
  /** Facts known of the giver: quantity, and class. */
  known: 16,
  /** Share of limits declared where neither side has values of quality, and the best. */
  plainShare: 17,
  bestShare: 18,
  width: 19,
} as const;

/** Searches takers for a giver. */
export function createTakerSearch(c: Columns, checks: Checks): TreeSearch {
  const { giverPlaces, giverFacts, takerPlaces, takerFacts, takerGroups, takerNodes } = c;
  const { tariff, pathRatio, pathPipe, pathReceivers } = c;
  const { limits } = checks;
  const most = mostOf(c);
  const deal = c.scalars[SCALAR.dealEur]!;
  const activities = pathReceivers.length / Math.max(1, pathRatio.length);
  const frontier = new Frontier();
  const aim = new Float64Array(AIM.width);
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
  let judged = 0;

  function bound(node: number): number {
    const at = (base + node) * NODE.width;
    const km = placed === 1 ? leastKm(at) : Number.NaN;
    if (km > aim[AIM.reach]!) return -1;
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
    if (hint) return hintScore(most, fit, share, km, net, carbon, ease, confidence);
    return (
      whole(most.fit, fit) +
      whole(most.quantity, ofQuantity(share)) +
      whole(most.distance, ofDistance(km)) +
      whole(most.money, ofMoney(net)) +
      whole(most.carbon, ofCarbon(carbon)) +
      whole(most.legal, ease) +
      whole(most.confidence, confidence)
    );
  }

  /** Kilometres from the giver to a node's box by the chord; never above those to any taker inside. */
  function leastKm(at: number): number {
    const dx = outside(takerNodes[at + NODE.minX]!, takerNodes[at + NODE.maxX]!, aim[AIM.x]!);
    const dy = outside(takerNodes[at + NODE.minY]!, takerNodes[at + NODE.maxY]!, aim[AIM.y]!);
    const dz = outside(takerNodes[at + NODE.minZ]!, takerNodes[at + NODE.maxZ]!, aim[AIM.z]!);
    return EARTH_KM * Math.sqrt(dx * dx + dy * dy + dz * dz) * SHRINK * aim[AIM.detour]!;
  }

  /** Squared chord beyond which no taker of a node can enter: its other terms leave too few points for the distance. */
  function farthest(top: Top, node: number, atMost: number): number {
    if (everything || hint || placed === 0 || top.count < top.size) return Number.POSITIVE_INFINITY;
    const near = whole(most.distance, ofDistance(leastKm((base + node) * NODE.width)));
    return chordWorth(top.score[top.size - 1]! - (atMost - near));
  }

  function descend(top: Top, node: number, atMost: number, from: number, to: number, depth: number): void {
    if (!everything && !top.admits(atMost, takerNodes[(base + node) * NODE.width + NODE.rank]!)) return;
    if (depth === 0) {
      scan(top, from, to, atMost, farthest(top, node, atMost));
      return;
    }
    const middle = (from + to) >> 1;
    const left = 2 * node + 1;
    const leftMost = bound(left);
    const rightMost = bound(left + 1);
    if (leftMost > rightMost || (leftMost === rightMost && isFirst(left))) {
      if (leftMost >= 0 || everything) descend(top, left, leftMost, from, middle, depth - 1);
      if (rightMost >= 0 || everything) descend(top, left + 1, rightMost, middle, to, depth - 1);
    } else {
      if (rightMost >= 0 || everything) descend(top, left + 1, rightMost, middle, to, depth - 1);
      if (leftMost >= 0 || everything) descend(top, left, leftMost, from, middle, depth - 1);
    }
  }

  /** Squared chord beyond which the distance gives fewer than so many points. */
  function chordWorth(points: number): number {
    const km = kmWorth(most.distance, points);
    const chord = km / (EARTH_KM * SHRINK * aim[AIM.detour]!);
    return km < 0 ? -1 : chord * chord * (1 + 1e-12);
  }

  /**
   * The same, the best node of the whole tree first. Where the place of one side is unknown many pairs score the same and only their ranks decide:
   * this way hardly a node is opened that does not end in the list.
   */
  function spread(top: Top, from: number, to: number, depth: number): void {
    frontier.count = 0;
    reach(bound(0), 0, from, to, depth);
    while (frontier.take() && top.admits(frontier.bound, frontier.rank)) {
      const { bound: atMost, node, from: first, to: end, depth: left } = frontier;
      if (left === 0) scan(top, first, end, atMost, Number.POSITIVE_INFINITY);
      else {
        const middle = (first + end) >> 1;
        reach(bound(2 * node + 1), 2 * node + 1, first, middle, left - 1);
        reach(bound(2 * node + 2), 2 * node + 2, middle, end, left - 1);
      }
    }
  }

  function reach(atMost: number, node: number, from: number, to: number, depth: number): void {
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
      const ease = their & traits.TREATS ? treatedEase : plainEase;
      if (ease < 0 || facts[fact + FACT.company] === company) continue;
      const receives = pathReceivers[receivers + facts[fact + FACT.activity]!] === 1;
      if (!receives && !(their & traits.DECLARED)) continue;
      count++;

      const km = kmOfChord(Math.sqrt(chord2)) * detour;
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

  return {
    get judged() {
      return judged;
    },
    aim(item, by, at) {
      giver = item;
      path = by;
      group = at;
      mine = giverFacts[giver * FACT.width + FACT.traits]!;
      others = takerGroups[group + GROUP.traits]!;
      const country = traits.countryOf(mine);
      const to = takerGroups[group + GROUP.country]!;
      aim[AIM.ease] = checks.ease(giver, path, to, false);
      aim[AIM.treatedEase] = others & traits.TREATS ? checks.ease(giver, path, to, true) : -1;
      aim[AIM.bestEase] = Math.max(aim[AIM.ease]!, aim[AIM.treatedEase]!);
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
      aim[AIM.fit] = c.pathFit[path]! * aim[AIM.sure]!;
      aim[AIM.strangeFit] = c.pathFit[path]! * UNKNOWN_RECEIVER * aim[AIM.sure]!;
      aim[AIM.money] = giverPlaces[from + PLACE.money]! - c.pathTreatment[path]!;
      aim[AIM.price] = c.pathPrice[path]!;
      aim[AIM.carbon] = (mine & traits.LANDFILLED ? c.pathCarbonLandfilled : c.pathCarbon)[path]!;
      const reach = reachOf(c, path, country, mine & others);
      free = Number.isNaN(reach) && !(mine & traits.DATED);
      dimension = c.materialDimension[c.pathProduct[path]!]!;
      aim[AIM.reach] = Number.isNaN(reach) ? Number.POSITIVE_INFINITY : reach;
      aim[AIM.ratio] = pathRatio[path]!;
      aim[AIM.detour] = c.detour[country]!;
      aim[AIM.known] = (Number.isNaN(aim[AIM.given]) ? 0 : 1) + classShare(mine);
      aim[AIM.plainShare] = limits.plainShare(path);
      aim[AIM.bestShare] = limits.bestShare(mine, path, others);
      return true;
    },
    bound,
    fill(top, all) {
      everything = all;
      const groups = takerGroups;
      const [from, to, depth] = [groups[group + GROUP.from]!, groups[group + GROUP.to]!, groups[group + GROUP.depth]!];
      if (all || (placed === 1 && !Number.isNaN(aim[AIM.x]))) descend(top, 0, bound(0), from, to, depth);
      else spread(top, from, to, depth);
    },
  };
}
