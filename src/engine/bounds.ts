import { type Columns, SCALAR } from './columns.ts';
import { EARTH_KM, UNKNOWN_RECEIVER } from './constants.ts';
import { GROUP, NODE } from './forest.ts';
import type { Limits } from './limits.ts';
import { carriage, classShare, SHRINK, stretch, tariffAt } from './pair.ts';
import type { Score } from './terms.ts';
import { countryOf, DECLARED, LANDFILLED, packTraits, RAIL, SEA } from './traits.ts';

/**
 * The most that any pair of a giver with a node of takers, or of a taker with a node of givers, can score; -1 where all are too far.
 * `group` and `node`: places in the tables of forest.ts. `ease`: the best legal ease in the group.
 */
export interface Bounds {
  overTakers(giver: number, path: number, group: number, node: number, ease: number, hint: boolean): number;
  overGivers(taker: number, path: number, group: number, node: number, ease: number, hint: boolean): number;
}

/** Grows a sum or quotient so that no rounding of its parts can lift a pair above its bound. */
const HAIR = 1e-9;
const grown = (value: number) => value + Math.abs(value) * HAIR;

export function createBounds(c: Columns, terms: Score, limits: Limits): Bounds {
  const { giverX, giverY, giverZ, giverQuantity, giverConfidence, giverMoney, giverTraits, giverGroups, giverNodes } =
    c;
  const { takerX, takerY, takerZ, takerQuantity, takerConfidence, takerMoney, takerTraits, takerGroups, takerNodes } =
    c;
  const { pathFit, pathRatio, pathTreatment, pathPrice, pathCarbon, pathCarbonLandfilled, pathPipe, pathReach } = c;
  const { tariff, detour, pathReceivers, takerActivity } = c;
  const activities = pathReceivers.length / Math.max(1, pathRatio.length);
  const deal = c.scalars[SCALAR.dealEur]!;
  const countries = detour.length;

  /** Score from the best of all parts; `shared`: modes that both sides may have. */
  function most(
    fit: number,
    path: number,
    share: number,
    quantity: number,
    km: number,
    money: number,
    price: number,
    unpriced: boolean,
    carbon: number,
    giverCountryAndDimension: number,
    shared: number,
    ease: number,
    confidence: number,
    hint: boolean,
  ): number {
    const pipe = pathPipe[path]!;
    const at = tariffAt(giverCountryAndDimension, pipe);
    let cost = carriage(tariff, at, km);
    let co2 = tariff[at + 3]! * km;
    if (pipe === 0)
      for (let mode = RAIL; mode <= SEA; mode++)
        if (shared & mode) {
          cost = Math.min(cost, carriage(tariff, at + mode * 4, km));
          co2 = Math.min(co2, tariff[at + mode * 4 + 3]! * km);
        }
    const net =
      price === Number.NEGATIVE_INFINITY
        ? Number.NaN
        : grown(money + pathRatio[path]! * price - cost - (quantity === quantity ? deal / quantity : 0));
    const green = grown(carbon - co2);
    const score = terms(grown(fit), grown(share), km, net, green, ease, grown(confidence), hint);
    if (!unpriced || net !== net) return score;
    return Math.max(score, terms(grown(fit), grown(share), km, Number.NaN, green, ease, grown(confidence), hint));
  }

  return {
    overTakers(g, p, group, node, ease, hint) {
      const traits = giverTraits[g]!;
      const others = takerGroups[group + GROUP.traits]!;
      const shared = traits & others;
      const km =
        takerGroups[group + GROUP.placed] === 1
          ? leastKm(takerNodes, node, giverX[g]!, giverY[g]!, giverZ[g]!) * detour[countryOf(traits)]!
          : Number.NaN;
      if (km > pathReach[p * countries + countryOf(traits)]! * stretch(pathPipe[p]!, shared)) return -1;
      const given = giverQuantity[g]!;
      const wanted =
        takerGroups[group + GROUP.quantified] === 1 ? takerNodes[node + NODE.maxQuantity]! / pathRatio[p]! : Number.NaN;
      const unpriced = takerNodes[node + NODE.flag] === 1;
      const usePrice = pathPrice[p]!;
      let price = takerNodes[node + NODE.money]!;
      if (unpriced && usePrice > price) price = usePrice;
      const sure = takerNodes[node + NODE.confidence]!;
      const known =
        (given === given ? 1 : 0) +
        (wanted === wanted ? 1 : 0) +
        (km === km ? 1 : 0) +
        1 +
        classShare(traits) +
        limits.bestShare(traits, p, others) +
        (shared & DECLARED ? 1 : 0);
      return most(
        pathFit[p]! * (takerGroups[group + GROUP.receiver] === 1 ? 1 : UNKNOWN_RECEIVER) * giverConfidence[g]! * sure,
        p,
        Math.min(1, wanted / given),
        lesser(wanted, given),
        km,
        giverMoney[g]! - pathTreatment[p]!,
        price,
        unpriced && usePrice !== usePrice,
        (traits & LANDFILLED ? pathCarbonLandfilled : pathCarbon)[p]!,
        traits,
        shared,
        ease,
        giverConfidence[g]! * sure * (0.5 + 0.5 * (known / 7)),
        hint,
      );
    },

    overGivers(t, p, group, node, ease, hint) {
      const traits = takerTraits[t]!;
      const others = giverGroups[group + GROUP.traits]!;
      const shared = traits & others;
      const country = giverGroups[group + GROUP.country]!;
      const km =
        giverGroups[group + GROUP.placed] === 1
          ? leastKm(giverNodes, node, takerX[t]!, takerY[t]!, takerZ[t]!) * detour[country]!
          : Number.NaN;
      if (km > pathReach[p * countries + country]! * stretch(pathPipe[p]!, shared)) return -1;
      const receiver = pathReceivers[p * activities + takerActivity[t]!] === 1;
      const wanted = takerQuantity[t]! / pathRatio[p]!;
      const quantified = giverGroups[group + GROUP.quantified] === 1;
      const own = takerMoney[t]!;
      const usePrice = pathPrice[p]!;
      const price = own === own ? own : usePrice;
      const sure = giverNodes[node + NODE.confidence]!;
      const dimension = giverGroups[group + GROUP.dimension]!;
      const place = packTraits(0, 0, dimension, 0, country);
      const hazardous = giverGroups[group + GROUP.hazards]! > 3 || dimension !== 1;
      const known =
        (quantified ? 1 : 0) +
        (wanted === wanted ? 1 : 0) +
        (km === km ? 1 : 0) +
        (price === price ? 1 : 0) +
        (hazardous ? 1 : 0.5) +
        limits.bestShare(others, p, traits) +
        (shared & DECLARED ? 1 : 0);
      const carbon =
        giverNodes[node + NODE.flag] === 1 ? Math.max(pathCarbonLandfilled[p]!, pathCarbon[p]!) : pathCarbon[p]!;
      return most(
        pathFit[p]! * (receiver ? 1 : UNKNOWN_RECEIVER) * sure * takerConfidence[t]!,
        p,
        quantified ? Math.min(1, wanted / giverNodes[node + NODE.minQuantity]!) : Number.NaN,
        quantified ? lesser(wanted, giverNodes[node + NODE.maxQuantity]!) : wanted,
        km,
        giverNodes[node + NODE.money]! - pathTreatment[p]!,
        price === price ? price : Number.NEGATIVE_INFINITY,
        false,
        carbon,
        place,
        shared,
        ease,
        sure * takerConfidence[t]! * (0.5 + 0.5 * (known / 7)),
        hint,
      );
    },
  };
}

/** The lesser of two quantities, either of which may be unknown. */
function lesser(a: number, b: number): number {
  if (a !== a) return b;
  return b !== b || a < b ? a : b;
}

/** Kilometres from a place to a node's box by the chord; never above that to any point inside. */
function leastKm(nodes: Float64Array, node: number, x: number, y: number, z: number): number {
  const dx = outside(nodes[node + NODE.minX]!, nodes[node + NODE.maxX]!, x);
  const dy = outside(nodes[node + NODE.minY]!, nodes[node + NODE.maxY]!, y);
  const dz = outside(nodes[node + NODE.minZ]!, nodes[node + NODE.maxZ]!, z);
  return EARTH_KM * Math.sqrt(dx * dx + dy * dy + dz * dz) * SHRINK;
}

function outside(least: number, most: number, at: number): number {
  return at < least ? least - at : at > most ? at - most : at === at ? 0 : at;
}
