import type { Checks } from './checks.ts';
import { type Columns, SCALAR } from './columns.ts';
import { EARTH_KM, UNKNOWN_RECEIVER } from './constants.ts';
import { GROUP, NODE } from './forest.ts';
import { grown, kmOfChord, outside, SHRINK } from './geometry.ts';
import { FACT, PLACE } from './item.ts';
import { carriage, classShare, modesOf, reachOf, TARIFF, tariffOf } from './road.ts';
import type { Terms } from './terms.ts';
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
export function createTakerSearch(c: Columns, terms: Terms, checks: Checks): TreeSearch {
  const { giverPlaces, giverFacts, takerPlaces, takerFacts, takerGroups, takerNodes } = c;
  const { tariff, pathRatio, pathPipe, pathReceivers } = c;
  const { limits } = checks;
  const deal = c.scalars[SCALAR.dealEur]!;
  const activities = pathReceivers.length / Math.max(1, pathRatio.length);
  const aim = new Float64Array(AIM.width);
  let giver = 0;
  let path = 0;
  let group = 0;
  let facts = 0;
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
    const shared = facts & others;
    let cost = carriage(tariff, road, km);
    let co2 = tariff[road + 3]! * km;
    if (pipe === 0 && (facts & takerNodes[at + NODE.modes]!) !== 0)
      for (let mode = traits.RAIL; mode <= traits.SEA; mode++)
        if (facts & takerNodes[at + NODE.modes]! & mode) {
          cost = Math.min(cost, carriage(tariff, road + mode * TARIFF, km));
          co2 = Math.min(co2, tariff[road + mode * TARIFF + 3]! * km);
        }
    const given = aim[AIM.given]!;
    const wanted = quantified === 1 ? takerNodes[at + NODE.maxQuantity]! / aim[AIM.ratio]! : Number.NaN;
    const quantity = Number.isNaN(wanted) ? given : wanted < given ? wanted : Number.isNaN(given) ? wanted : given;
    const price = priced === 1 ? takerNodes[at + NODE.money]! : aim[AIM.price]!;
    const net = grown(aim[AIM.money]! + aim[AIM.ratio]! * price - cost - (Number.isNaN(quantity) ? 0 : deal / quantity));
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
    if (hint) return terms.hint(fit, share, km, net, carbon, ease, confidence);
    return terms.distance(km) + terms.others(fit, share, net, carbon, ease, confidence);
  }

  /** Kilometres from the giver to a node's box by the chord; never above those to any taker inside. */
  function leastKm(at: number): number {
    const dx = outside(takerNodes[at + NODE.minX]!, takerNodes[at + NODE.maxX]!, aim[AIM.x]!);
    const dy = outside(takerNodes[at + NODE.minY]!, takerNodes[at + NODE.maxY]!, aim[AIM.y]!);
    const dz = outside(takerNodes[at + NODE.minZ]!, takerNodes[at + NODE.maxZ]!, aim[AIM.z]!);
    return EARTH_KM * Math.sqrt(dx * dx + dy * dy + dz * dz) * SHRINK * aim[AIM.detour]!;
  }

  /** Squared chord beyond which no taker of a node can enter: its other terms leave too few points for the distance. */
  function farthest(top: Top, node: number, most: number): number {
    if (everything || hint || placed === 0 || top.count < top.size) return Number.POSITIVE_INFINITY;
    const near = terms.distance(leastKm((base + node) * NODE.width));
    const km = terms.kmWorth(top.score[top.size - 1]! - (most - near));
    const chord = km / (EARTH_KM * SHRINK * aim[AIM.detour]!);
    return km < 0 ? -1 : chord * chord * (1 + 1e-12);
  }

  function descend(top: Top, node: number, most: number, from: number, to: number, depth: number): void {
    if (!everything && !top.admits(most, takerNodes[(base + node) * NODE.width + NODE.rank]!)) return;
    if (depth === 0) {
      scan(top, from, to, most, farthest(top, node, most));
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

  /** Whether the left one of two children holds the first rank of both. */
  function isFirst(left: number): boolean {
    const at = (base + left) * NODE.width + NODE.rank;
    return takerNodes[at]! < takerNodes[at + NODE.width]!;
  }

  /** Judges the takers of a leaf: first by numbers, then, where one may enter, by every veto. */
  function scan(top: Top, from: number, to: number, most: number, chordMost2: number): void {
    const [x, y, z, given, ratio] = [aim[AIM.x]!, aim[AIM.y]!, aim[AIM.z]!, aim[AIM.given]!, aim[AIM.ratio]!];
    const company = giverFacts[giver * FACT.width + FACT.company]!;
    for (let taker = from; taker < to; taker++) {
      const at = taker * PLACE.width;
      const dx = x - takerPlaces[at + PLACE.x]!;
      const dy = y - takerPlaces[at + PLACE.y]!;
      const dz = z - takerPlaces[at + PLACE.z]!;
      const chord2 = dx * dx + dy * dy + dz * dz;
      if (chord2 > chordMost2) continue;
      const rank = takerPlaces[at + PLACE.rank]!;
      if (!everything && !top.admits(most, rank)) continue;
      const fact = taker * FACT.width;
      const their = takerFacts[fact + FACT.traits]!;
      const ease = aim[their & traits.TREATS ? AIM.treatedEase : AIM.ease]!;
      if (ease < 0 || takerFacts[fact + FACT.company] === company) continue;
      const receives = pathReceivers[path * activities + takerFacts[fact + FACT.activity]!] === 1;
      if (!receives && !(their & traits.DECLARED)) continue;
      judged++;

      const km = kmOfChord(Math.sqrt(chord2)) * aim[AIM.detour]!;
      const shared = facts & their;
      let cost = carriage(tariff, road, km);
      let co2 = tariff[road + 3]! * km;
      if (pipe === 0 && modesOf(shared) !== 0)
        for (let mode = traits.RAIL; mode <= traits.SEA; mode++) {
          if (!(shared & mode)) continue;
          const other = carriage(tariff, road + mode * TARIFF, km);
          if (other >= cost) continue;
          cost = other;
          co2 = tariff[road + mode * TARIFF + 3]! * km;
        }
      const wanted = takerPlaces[at + PLACE.quantity]! / ratio;
      const quantity = Number.isNaN(wanted) ? given : wanted < given ? wanted : Number.isNaN(given) ? wanted : given;
      const own = takerPlaces[at + PLACE.money]!;
      const price = Number.isNaN(own) ? aim[AIM.price]! : own;
      const net = aim[AIM.money]! + ratio * price - cost - (Number.isNaN(quantity) ? 0 : deal / quantity);
      const share = (facts | their) & traits.MEASURED ? limits.share(giver, path, taker) : aim[AIM.plainShare]!;
      if (share < 0) continue;
      const sure = takerPlaces[at + PLACE.confidence]!;
      const known =
        aim[AIM.known]! +
        ((Number.isNaN(wanted) ? 0 : 1) + (Number.isNaN(km) ? 0 : 1) + (Number.isNaN(price) ? 0 : 1)) +
        share +
        (shared & traits.DECLARED ? 1 : 0);
      const fit = (receives ? aim[AIM.fit]! : aim[AIM.strangeFit]!) * sure;
      const absorbed = Math.min(1, wanted / given);
      const carbon = aim[AIM.carbon]! - co2;
      const confidence = aim[AIM.sure]! * sure * (0.5 + 0.5 * (known / 7));
      const score = hint
        ? terms.hint(fit, absorbed, km, net, carbon, ease, confidence)
        : terms.distance(km) + terms.others(fit, absorbed, net, carbon, ease, confidence);
      if (top.admits(score, rank) && passes(taker, km)) enter(top, taker, rank, score);
    }
  }

  function passes(taker: number, km: number): boolean {
    if (checks.isApart(giver, path, taker, km) || checks.isSuspect(giver, path, taker)) return false;
    return !hint || !checks.isMoreThanHint(giver, taker);
  }

  function enter(top: Top, taker: number, rank: number, score: number): void {
    const their = takerFacts[taker * FACT.width + FACT.traits]!;
    const row = takerFacts[taker * FACT.width + FACT.row]!;
    const output = giverFacts[giver * FACT.width + FACT.row]!;
    const way = packWay(path, traits.readingOf(facts), traits.readingOf(their));
    if (top.isBeatenBy(row, score, way, (a, b) => checks.isEarlier(output, row, a, b))) top.put(row, rank, score, way);
  }

  return {
    get judged() {
      return judged;
    },
    aim(item, by, at) {
      giver = item;
      path = by;
      group = at;
      facts = giverFacts[giver * FACT.width + FACT.traits]!;
      others = takerGroups[group + GROUP.traits]!;
      const country = traits.countryOf(facts);
      const to = takerGroups[group + GROUP.country]!;
      aim[AIM.ease] = checks.ease(giver, path, to, false);
      aim[AIM.treatedEase] = others & traits.TREATS ? checks.ease(giver, path, to, true) : -1;
      aim[AIM.bestEase] = Math.max(aim[AIM.ease]!, aim[AIM.treatedEase]!);
      if (aim[AIM.bestEase]! < 0) return false;
      pipe = pathPipe[path]!;
      road = tariffOf(facts, pipe);
      hint = (facts & traits.HINT) !== 0 || takerGroups[group + GROUP.hint] === 1;
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
      aim[AIM.carbon] = (facts & traits.LANDFILLED ? c.pathCarbonLandfilled : c.pathCarbon)[path]!;
      const reach = reachOf(c, path, country, facts & others);
      aim[AIM.reach] = Number.isNaN(reach) ? Number.POSITIVE_INFINITY : reach;
      aim[AIM.ratio] = pathRatio[path]!;
      aim[AIM.detour] = c.detour[country]!;
      aim[AIM.known] = (Number.isNaN(aim[AIM.given]) ? 0 : 1) + classShare(facts);
      aim[AIM.plainShare] = limits.plainShare(path);
      aim[AIM.bestShare] = limits.bestShare(facts, path, others);
      return true;
    },
    bound,
    fill(top, all) {
      everything = all;
      const { [group + GROUP.from]: from, [group + GROUP.to]: to, [group + GROUP.depth]: depth } = takerGroups;
      descend(top, 0, bound(0), from!, to!, depth!);
    },
  };
}
