import { type Columns, SCALAR } from './columns.ts';
import { EARTH_KM, RAIL_REACH, SEA_REACH, UNKNOWN_RECEIVER } from './constants.ts';
import type { Score } from './terms.ts';
import { countryOf, DECLARED, dimensionOf, hazardOf, LANDFILLED, NEARBY, RAIL, SEA } from './traits.ts';

/** Numbers of one pair of a giver and a taker by a pathway, all rows of columns. Unknown = NaN. */
export interface Pair {
  /** Road distance, km: great circle x detour. */
  km(giver: number, taker: number): number;
  /** The same from the chord, never above it; it needs no arc sine. */
  kmAtLeast(giver: number, taker: number): number;
  /** Whether the pair is farther apart than the use or the buyer allows. */
  isTooFar(giver: number, path: number, taker: number, km: number): boolean;
  isReceiver(path: number, taker: number): boolean;
  /** `limits`: share of quality limits declared; `ease`: legal ease. */
  score(
    giver: number,
    path: number,
    taker: number,
    km: number,
    receiver: boolean,
    ease: number,
    limits: number,
    hint: boolean,
  ): number;
}

/** Keeps a distance taken from the chord below the truth: asin is not exactly monotone in its last bit. */
export const SHRINK = 1 - 1e-12;
/** Numbers of a tariff; three modes follow each other. */
const TARIFF = 4;
/** Code of the dimension `t`. */
const TONNES = 1;

export function createPair(c: Columns, terms: Score): Pair {
  const { giverX, giverY, giverZ, giverQuantity, giverConfidence, giverMoney, giverTraits } = c;
  const { takerX, takerY, takerZ, takerQuantity, takerConfidence, takerMoney, takerTraits, takerRow, takerActivity } =
    c;
  const { pathFit, pathRatio, pathTreatment, pathPrice, pathCarbon, pathCarbonLandfilled, pathPipe, pathReach } = c;
  const { tariff, detour, pathReceivers, demandRoadKm, demandPipeKm } = c;
  const deal = c.scalars[SCALAR.dealEur]!;
  const countries = detour.length;
  const activities = pathReceivers.length / Math.max(1, pathRatio.length);

  const chord = (g: number, t: number) => {
    const dx = giverX[g]! - takerX[t]!;
    const dy = giverY[g]! - takerY[t]!;
    const dz = giverZ[g]! - takerZ[t]!;
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  };

  return {
    km: (g, t) => 2 * EARTH_KM * Math.asin(Math.min(1, chord(g, t) / 2)) * detour[countryOf(giverTraits[g]!)]!,
    kmAtLeast: (g, t) => EARTH_KM * chord(g, t) * detour[countryOf(giverTraits[g]!)]! * SHRINK,
    isTooFar(g, p, t, km) {
      const country = countryOf(giverTraits[g]!);
      if (km > pathReach[p * countries + country]! * stretch(pathPipe[p]!, giverTraits[g]! & takerTraits[t]!))
        return true;
      if (!(takerTraits[t]! & NEARBY)) return false;
      return km > (pathPipe[p] === 1 ? demandPipeKm : demandRoadKm)[takerRow[t]!]!;
    },
    isReceiver: (p, t) => pathReceivers[p * activities + takerActivity[t]!] === 1,
    score(g, p, t, km, receiver, ease, limits, hint) {
      const given = giverQuantity[g]!;
      const ratio = pathRatio[p]!;
      const wanted = takerQuantity[t]! / ratio;
      const quantity = wanted !== wanted ? given : given !== given ? wanted : wanted < given ? wanted : given;
      const own = takerMoney[t]!;
      const price = own === own ? own : pathPrice[p]!;
      const traits = giverTraits[g]!;
      const shared = traits & takerTraits[t]!;

      const at = tariffAt(traits, pathPipe[p]!);
      let cost = carriage(tariff, at, km);
      let co2 = tariff[at + 3]! * km;
      if (shared & (RAIL | SEA) && pathPipe[p] === 0)
        for (let mode = 1; mode <= 2; mode++) {
          if (!(shared & mode)) continue;
          const other = carriage(tariff, at + mode * TARIFF, km);
          if (other >= cost) continue;
          cost = other;
          co2 = tariff[at + mode * TARIFF + 3]! * km;
        }

      const net =
        giverMoney[g]! - pathTreatment[p]! + ratio * price - cost - (quantity === quantity ? deal / quantity : 0);
      const carbon = (traits & LANDFILLED ? pathCarbonLandfilled : pathCarbon)[p]! - co2;
      const sure = giverConfidence[g]! * takerConfidence[t]!;
      const known =
        (given === given ? 1 : 0) +
        (wanted === wanted ? 1 : 0) +
        (km === km ? 1 : 0) +
        (price === price ? 1 : 0) +
        classShare(traits) +
        limits +
        (shared & DECLARED ? 1 : 0);
      return terms(
        pathFit[p]! * (receiver ? 1 : UNKNOWN_RECEIVER) * giverConfidence[g]! * takerConfidence[t]!,
        Math.min(1, wanted / given),
        km,
        net,
        carbon,
        ease,
        sure * (0.5 + 0.5 * (known / 7)),
        hint,
      );
    },
  };
}

/** EUR per unit over `km` by the tariff at `at`. */
export function carriage(tariff: Float64Array, at: number, km: number): number {
  return tariff[at]! + tariff[at + 1]! * Math.min(km, 100) + tariff[at + 2]! * Math.max(km - 100, 0);
}

/** Place of the road tariff of a giver's country and dimension; rail and sea follow. */
export function tariffAt(traits: number, pipe: number): number {
  return ((countryOf(traits) * 5 + dimensionOf(traits)) * 2 + pipe) * 3 * TARIFF;
}

/** How much longer a limit is where both ends have a mode. */
export function stretch(pipe: number, shared: number): number {
  if (pipe === 1) return 1;
  return shared & SEA ? SEA_REACH : shared & RAIL ? RAIL_REACH : 1;
}

/** What a hazard class, declared or known, counts among the facts known. */
export function classShare(traits: number): number {
  return hazardOf(traits) > 0 || dimensionOf(traits) !== TONNES ? 1 : 0.5;
}
