import type { Checks } from './checks.ts';
import { type Columns, SCALAR } from './columns.ts';
import { EARTH_KM, UNKNOWN_RECEIVER } from './constants.ts';
import { GROUP, NODE } from './forest.ts';
import { Frontier } from './frontier.ts';
import { chordBeyond, grown, kmOfChord, SHRINK } from './geometry.ts';
import { FACT, PLACE } from './item.ts';
import { carriage, classShare, modesOf, TARIFF, TONNES, tariffAt } from './road.ts';
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
  /** In units of the material: the demand over the ratio. */
  wanted: 3,
  sure: 4,
  fit: 5,
  price: 6,
  treatment: 7,
  carbon: 8,
  bestEase: 9,
  ratio: 10,
  detour: 11,
  /** Facts known of the taker: quantity, and price. */
  known: 12,
  plainShare: 13,
  bestShare: 14,
  /** What a class counts among the facts known, at best. */
  bestClass: 15,
  width: 16,
} as const;

/** Combinations of hazard class and European hazard. */
const HAZARDS = 16;

/** Searches givers for a taker. */
export function createGiverSearch(c: Columns, checks: Checks): TreeSearch {
  const { giverPlaces, giverFacts, giverGroups, giverNodes, takerPlaces, takerFacts } = c;
  const { tariff, pathRatio, pathPipe, pathReceivers } = c;
  const { pathFit, pathTreatment, pathPrice, pathCarbon, pathCarbonLandfilled, pathProduct } = c;
  const { materialDimension, detour: detours } = c;
  const { limits, reach, rulings } = checks;
  const most = mostOf(c);
  const deal = c.scalars[SCALAR.dealEur]!;
  const activities = pathReceivers.length / Math.max(1, pathRatio.length);
  const frontier = new Frontier();
  const aim = new Float64Array(AIM.width);
  /** Limit in road km by the modes that both ends have; Infinity = none. */
  const reachBy = new Float64Array(4);
  /** Squared chord that is surely beyond it. */
  const beyondBy = new Float64Array(4);
  /** Legal ease by 2 x hazard class + European hazard. */
  const easeOf = new Float64Array(HAZARDS);
  let taker = 0;
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
  let receives = false;
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
    // the chord to the box is never longer than that to a giver inside; NaN where a place is unknown
    const x = aim[AIM.x]!;
    const y = aim[AIM.y]!;
    const z = aim[AIM.z]!;
    const dx = x - Math.min(Math.max(x, giverNodes[at + NODE.minX]!), giverNodes[at + NODE.maxX]!);
    const dy = y - Math.min(Math.max(y, giverNodes[at + NODE.minY]!), giverNodes[at + NODE.maxY]!);
    const dz = z - Math.min(Math.max(z, giverNodes[at + NODE.minZ]!), giverNodes[at + NODE.maxZ]!);
    const km =
      placed === 1 ? EARTH_KM * SHRINK * aim[AIM.detour]! * Math.sqrt(dx * dx + dy * dy + dz * dz) : Number.NaN;
    if (km > reachBy[modesOf(mine & giverNodes[at + NODE.modes]!)]!) return -1;
    const shared = mine & others;
    let cost = carriage(tariff, road, km);
    let co2 = tariff[road + 3]! * km;
    if (pipe === 0 && (mine & giverNodes[at + NODE.modes]!) !== 0)
      for (let mode = traits.RAIL; mode <= traits.SEA; mode++)
        if (mine & giverNodes[at + NODE.modes]! & mode) {
          cost = Math.min(cost, carriage(tariff, road + mode * TARIFF, km));
          co2 = Math.min(co2, tariff[road + mode * TARIFF + 3]! * km);
        }
    const wanted = aim[AIM.wanted]!;
    const given = quantified === 1 ? giverNodes[at + NODE.maxQuantity]! : Number.NaN;
    const quantity = Number.isNaN(wanted) ? given : wanted < given ? wanted : Number.isNaN(given) ? wanted : given;
    const money = giverNodes[at + NODE.money]! - aim[AIM.treatment]!;
    const net = grown(
      money + aim[AIM.ratio]! * aim[AIM.price]! - cost - (Number.isNaN(quantity) ? 0 : deal / quantity),
    );
    const sure = giverNodes[at + NODE.confidence]!;
    const known =
      aim[AIM.known]! +
      (quantified + placed * (Number.isNaN(aim[AIM.x]) ? 0 : 1)) +
      aim[AIM.bestClass]! +
      aim[AIM.bestShare]! +
      (shared & traits.DECLARED ? 1 : 0);
    const fit = grown(aim[AIM.fit]! * sure * aim[AIM.sure]!);
    const share = quantified === 1 ? grown(Math.min(1, wanted / giverNodes[at + NODE.minQuantity]!)) : Number.NaN;
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
   * Squared chord beyond which no giver of a node can enter, given its bound and the points of distance in it: the other terms leave too few
   * for the distance, or the pathway does not reach so far.
   */
  function farthest(top: Top, node: number, atMost: number, nearest: number): number {
    if (everything || placed === 0) return Number.POSITIVE_INFINITY;
    const reachable = beyondBy[modesOf(mine & giverNodes[(base + node) * NODE.width + NODE.modes]!)]!;
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
    if (!everything && !top.admits(atMost, giverNodes[(base + node) * NODE.width + NODE.rank]!)) return;
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
    if (atMost >= 0) frontier.push(atMost, giverNodes[(base + node) * NODE.width + NODE.rank]!, node, from, to, depth);
  }

  /** Whether the left one of two children holds the first rank of both. */
  function isFirst(left: number): boolean {
    const at = (base + left) * NODE.width + NODE.rank;
    return giverNodes[at]! < giverNodes[at + NODE.width]!;
  }

  /** Judges the givers of a leaf: first by numbers, then, where one may enter, by every veto. */
  function scan(top: Top, from: number, to: number, atMost: number, chordMost2: number): void {
    const x = aim[AIM.x]!;
    const y = aim[AIM.y]!;
    const z = aim[AIM.z]!;
    const wanted = aim[AIM.wanted]!;
    const ratio = aim[AIM.ratio]!;
    const places = giverPlaces;
    const facts = giverFacts;
    const own = mine;
    const company = takerFacts[taker * FACT.width + FACT.company]!;
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
    const fitHere = aim[AIM.fit]!;
    const treatment = aim[AIM.treatment]!;
    const byRoad = pipe === 1 || modesOf(own) === 0;
    const hinted = hint;
    const { fit: fitMost, quantity: quantityMost, distance: distanceMost, money: moneyMost } = most;
    const { carbon: carbonMost, legal: legalMost, confidence: confidenceMost } = most;
    let count = 0;
    for (let giver = from; giver < to; giver++) {
      const at = giver * PLACE.width;
      const dx = places[at + PLACE.x]! - x;
      const dy = places[at + PLACE.y]! - y;
      const dz = places[at + PLACE.z]! - z;
      const chord2 = dx * dx + dy * dy + dz * dz;
      if (chord2 > chordMost2) continue;
      const rank = places[at + PLACE.rank]!;
      if (!everything && !top.admits(atMost, rank)) continue;
      const fact = giver * FACT.width;
      const their = facts[fact + FACT.traits]!;
      if (their & traits.GONE || chord2 > beyondBy[modesOf(own & their)]!) continue;
      const ease = easeOf[2 * traits.hazardOf(their) + (their & traits.EU_HAZARDOUS ? 1 : 0)]!;
      if (ease < 0 || facts[fact + FACT.company] === company) continue;
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
      const given = places[at + PLACE.quantity]!;
      const quantity = Number.isNaN(wanted) ? given : wanted < given ? wanted : Number.isNaN(given) ? wanted : given;
      const money = places[at + PLACE.money]! - treatment;
      const net = money + ratio * price - cost - (Number.isNaN(quantity) ? 0 : deal / quantity);
      const share = (own | their) & traits.MEASURED ? limits.share(giver, path, taker) : plainShare;
      if (share < 0) continue;
      const sure = places[at + PLACE.confidence]!;
      const known =
        knownHere +
        ((Number.isNaN(given) ? 0 : 1) + (Number.isNaN(km) ? 0 : 1) + classShare(their)) +
        share +
        (shared & traits.DECLARED ? 1 : 0);
      const fit = fitHere * sure * sureness;
      const absorbed = Math.min(1, wanted / given);
      const carbon = carbonBase - co2;
      const confidence = sure * sureness * (0.5 + 0.5 * (known / 7));
      const score = hinted
        ? hintScore(most, fit, absorbed, km, net, carbon, ease, confidence)
        : whole(fitMost, fit) +
          whole(quantityMost, ofQuantity(absorbed)) +
          whole(distanceMost, ofDistance(km)) +
          whole(moneyMost, ofMoney(net)) +
          whole(carbonMost, ofCarbon(carbon)) +
          whole(legalMost, ease) +
          whole(confidenceMost, confidence);
      if (top.admits(score, rank) && passes(giver, their, km)) enter(top, giver, rank, score);
    }
    judged += count;
  }

  /** Tells the standing of the rows of a node in whose lists the pair with what is aimed at stands, or would. */
  function visit(standing: Standing, node: number, from: number, to: number, depth: number): void {
    const most = bound(node);
    if (most < standing.least[base + node]!) return;
    if (depth === 0) {
      for (let giver = from; giver < to; giver++) {
        const row = giverFacts[giver * FACT.width + FACT.row]!;
        const last = standing.lastScore(row);
        if (most < last) continue;
        one.clear();
        scan(one, giver, giver + 1, most, Number.POSITIVE_INFINITY);
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

  function passes(giver: number, their: number, km: number): boolean {
    const plain = free && !(their & (traits.NEARBY | traits.DATED)) && traits.dimensionOf(their) === dimension;
    if (!plain && checks.isApart(giver, path, taker, km)) return false;
    if ((mine | their) & traits.MULTIPLE && checks.isSuspect(giver, path, taker)) return false;
    return !hint || !checks.isMoreThanHint(giver, taker);
  }

  function enter(top: Top, giver: number, rank: number, score: number): void {
    const their = giverFacts[giver * FACT.width + FACT.traits]!;
    const row = giverFacts[giver * FACT.width + FACT.row]!;
    const demand = takerFacts[taker * FACT.width + FACT.row]!;
    const way = packWay(path, traits.readingOf(their), traits.readingOf(mine));
    const known = top.placeOf(row);
    if (known >= 0) {
      if (score < top.score[known]!) return;
      if (score === top.score[known] && !checks.isEarlier(row, demand, way, top.way[known]!)) return;
    }
    top.put(known, row, rank, score, way);
  }

  /** What `easeOf` was filled for: groups that differ only in what is known follow each other. */
  const eased = { path: -1, mine: 0, hazards: 0, country: 0, material: 0, best: 0 };

  /** What `reachBy` was filled for. */
  const reached = { path: -1, country: -1 };

  /** Fills `easeOf` for the combinations that the group has; returns the best. */
  function easeAll(): number {
    const hazards = giverGroups[group + GROUP.hazards]!;
    const country = giverGroups[group + GROUP.country]!;
    const material = giverGroups[group + GROUP.material]!;
    if (
      path === eased.path &&
      mine === eased.mine &&
      hazards === eased.hazards &&
      country === eased.country &&
      material === eased.material
    )
      return eased.best;
    const treats = (mine & traits.TREATS) !== 0;
    const product = pathProduct[path]!;
    const to = traits.countryOf(mine);
    let best = -1;
    for (let i = 0; i < HAZARDS; i++) {
      if (!(hazards & (1 << i))) continue;
      easeOf[i] = rulings.ease(material, product, i >> 1, i & 1, country, to, treats);
      best = Math.max(best, easeOf[i]!);
    }
    eased.path = path;
    eased.mine = mine;
    eased.hazards = hazards;
    eased.country = country;
    eased.material = material;
    eased.best = best;
    return best;
  }

  return {
    get judged() {
      return judged;
    },
    forget() {},
    aim(item, by, at) {
      taker = item;
      path = by;
      group = at;
      mine = takerFacts[taker * FACT.width + FACT.traits]!;
      others = giverGroups[group + GROUP.traits]!;
      receives = pathReceivers[path * activities + takerFacts[taker * FACT.width + FACT.activity]!] === 1;
      if (!receives && !(mine & traits.DECLARED)) return false;
      const asked = traits.dimensionOf(mine);
      if (asked !== 0 && asked !== materialDimension[pathProduct[path]!]) return false;
      aim[AIM.plainShare] = limits.plainShare(path);
      if (aim[AIM.plainShare]! < 0 && !(others & traits.MEASURED)) return false;
      aim[AIM.bestEase] = easeAll();
      if (aim[AIM.bestEase]! < 0) return false;
      const country = giverGroups[group + GROUP.country]!;
      dimension = giverGroups[group + GROUP.dimension]!;
      pipe = pathPipe[path]!;
      road = tariffAt(country, dimension, pipe);
      hint = (mine & traits.HINT) !== 0 || giverGroups[group + GROUP.hint] === 1;
      placed = giverGroups[group + GROUP.placed]!;
      quantified = giverGroups[group + GROUP.quantified]!;
      base = giverGroups[group + GROUP.node]!;
      const from = taker * PLACE.width;
      aim[AIM.x] = takerPlaces[from + PLACE.x]!;
      aim[AIM.y] = takerPlaces[from + PLACE.y]!;
      aim[AIM.z] = takerPlaces[from + PLACE.z]!;
      aim[AIM.ratio] = pathRatio[path]!;
      aim[AIM.wanted] = takerPlaces[from + PLACE.quantity]! / aim[AIM.ratio]!;
      aim[AIM.sure] = takerPlaces[from + PLACE.confidence]!;
      aim[AIM.fit] = pathFit[path]! * (receives ? 1 : UNKNOWN_RECEIVER);
      aim[AIM.treatment] = pathTreatment[path]!;
      const own = takerPlaces[from + PLACE.money]!;
      aim[AIM.price] = Number.isNaN(own) ? pathPrice[path]! : own;
      aim[AIM.carbon] = (giverGroups[group + GROUP.money] === 1 ? pathCarbonLandfilled : pathCarbon)[path]!;
      if (path !== reached.path || country !== reached.country) {
        for (let shared = 0; shared < reachBy.length; shared++) {
          const limit = reach(path, country, shared);
          reachBy[shared] = Number.isNaN(limit) ? Number.POSITIVE_INFINITY : limit;
        }
        reached.path = path;
        reached.country = country;
      }
      free = !(mine & (traits.DATED | traits.NEARBY));
      aim[AIM.detour] = detours[country]!;
      aim[AIM.known] = (Number.isNaN(aim[AIM.wanted]) ? 0 : 1) + (Number.isNaN(aim[AIM.price]) ? 0 : 1);
      aim[AIM.bestShare] = limits.bestShare(others, path, mine);
      // hazard class 0 has the two lowest bits
      aim[AIM.bestClass] = giverGroups[group + GROUP.hazards]! > 3 || dimension !== TONNES ? 1 : 0.5;
      return true;
    },
    bound,
    stand(standing) {
      ready(false);
      aimedRank = takerPlaces[taker * PLACE.width + PLACE.rank]!;
      const at = giverGroups;
      visit(standing, 0, at[group + GROUP.from]!, at[group + GROUP.to]!, at[group + GROUP.depth]!);
    },
    fill(top, all) {
      ready(all);
      const groups = giverGroups;
      const [from, to, depth] = [groups[group + GROUP.from]!, groups[group + GROUP.to]!, groups[group + GROUP.depth]!];
      if (all || (placed === 1 && !Number.isNaN(aim[AIM.x]))) descend(top, 0, bound(0), near, from, to, depth);
      else spread(top, from, to, depth);
    },
  };
}
