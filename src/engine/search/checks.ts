import type { Columns } from '../columns/columns.ts';
import { FACT, PLACE } from '../columns/item.ts';
import * as traits from '../columns/traits.ts';
import { kmOfChord } from '../judge/geometry.ts';
import { createLimits, type Limits } from '../judge/limits.ts';
import { createReach, type Reach } from '../judge/road.ts';
import { createRulings, type Rulings } from '../judge/ruling.ts';
import { createSuspicion } from '../judge/suspicion.ts';

/** What is asked of a pair that scores well enough: everything that may still refuse it. */
export interface Checks {
  readonly rulings: Rulings;
  readonly limits: Limits;
  readonly reach: Reach;
  /** In dimension, distance or time. */
  isApart(giver: number, path: number, taker: number): boolean;
  /** Whether another way to read the pair refuses it. */
  isSuspect(giver: number, path: number, taker: number): boolean;
  /** The same of all takers in a country. */
  isShut(giver: number, path: number, country: number): boolean;
  /** Whether some other way of reading a hint makes it more than a hint. */
  isMoreThanHint(giver: number, taker: number): boolean;
  /** Of two ways to read one pair at equal score: the use's id decides, then the material, then the product wanted. */
  isEarlier(output: number, demand: number, a: number, b: number): boolean;
  /** Legal ease 0..1 of a giver by a pathway in a taker's country; -1 = refused. */
  ease(giver: number, path: number, taker: number, treats: boolean): number;
}

export function createChecks(c: Columns): Checks {
  const rulings = createRulings(c);
  const limits = createLimits(c);
  const { isSuspect, isShut } = createSuspicion(c, rulings);
  const reach = createReach(c);
  const { giverPlaces, giverFacts, takerPlaces, takerFacts, materialDimension, pathProduct, pathPipe, detour } = c;
  const { outputFrom, outputTo, demandFrom, demandTo, demandRoadKm, demandPipeKm, pathReceivers, pathRatio } = c;
  const { targetFrom, targetProduct, targetPath, pathOrder } = c;
  const { outputReadingFrom, outputReadingMaterial, outputReadingItem } = c;
  const { demandReadingFrom, demandReadingMaterial, demandReadingItem } = c;
  const activities = pathReceivers.length / Math.max(1, pathRatio.length);
  const giverFact = (giver: number, fact: number) => giverFacts[giver * FACT.width + fact]!;
  const takerFact = (taker: number, fact: number) => takerFacts[taker * FACT.width + fact]!;

  function materialOf(giver: number): number {
    const reading = traits.readingOf(giverFact(giver, FACT.traits));
    return outputReadingMaterial[outputReadingFrom[giverFact(giver, FACT.row)]! + reading]!;
  }

  function isTooFar(giver: number, path: number, taker: number): boolean {
    const [from, to] = [giverFact(giver, FACT.traits), takerFact(taker, FACT.traits)];
    const km = kmBetween(giver, taker);
    if (km > reach(path, traits.countryOf(from), from & to)) return true;
    if (!(to & traits.NEARBY)) return false;
    return km > (pathPipe[path] === 1 ? demandPipeKm : demandRoadKm)[takerFact(taker, FACT.row)]!;
  }

  function isApart(giver: number, path: number, taker: number): boolean {
    const both = giverFact(giver, FACT.traits) | takerFact(taker, FACT.traits);
    const asked = traits.dimensionOf(takerFact(taker, FACT.traits));
    if (asked !== 0 && asked !== materialDimension[pathProduct[path]!]) return true;
    if (isTooFar(giver, path, taker)) return true;
    if (!(both & traits.DATED)) return false;
    const [output, demand] = [giverFact(giver, FACT.row), takerFact(taker, FACT.row)];
    return demandFrom[demand]! > outputTo[output]! || outputFrom[output]! > demandTo[demand]!;
  }

  function kmBetween(giver: number, taker: number): number {
    const [g, t] = [giver * PLACE.width, taker * PLACE.width];
    const dx = giverPlaces[g + PLACE.x]! - takerPlaces[t + PLACE.x]!;
    const dy = giverPlaces[g + PLACE.y]! - takerPlaces[t + PLACE.y]!;
    const dz = giverPlaces[g + PLACE.z]! - takerPlaces[t + PLACE.z]!;
    const country = traits.countryOf(giverFact(giver, FACT.traits));
    return kmOfChord(Math.sqrt(dx * dx + dy * dy + dz * dz)) * detour[country]!;
  }

  function ease(giver: number, path: number, taker: number, treats: boolean): number {
    const t = giverFact(giver, FACT.traits);
    const euHazardous = t & traits.EU_HAZARDOUS ? 1 : 0;
    const [material, product] = [materialOf(giver), pathProduct[path]!];
    return rulings.ease(material, product, traits.hazardOf(t), euHazardous, traits.countryOf(t), taker, treats);
  }

  function isVetoed(giver: number, path: number, taker: number): boolean {
    const t = takerFact(taker, FACT.traits);
    const receives = pathReceivers[path * activities + takerFact(taker, FACT.activity)] === 1;
    return (
      (!receives && !(t & traits.DECLARED)) ||
      ease(giver, path, traits.countryOf(t), (t & traits.TREATS) !== 0) < 0 ||
      isApart(giver, path, taker) ||
      limits.share(giver, path, taker) < 0 ||
      isSuspect(giver, path, taker)
    );
  }

  function isJoined(giver: number, taker: number, material: number, product: number): boolean {
    for (let n = targetFrom[material]!; n < targetFrom[material + 1]!; n++)
      if (targetProduct[n] === product && !isVetoed(giver, targetPath[n]!, taker)) return true;
    return false;
  }

  return {
    rulings,
    limits,
    reach,
    isApart,
    isSuspect,
    isShut,
    ease,
    isMoreThanHint(giver, taker) {
      const [output, demand] = [giverFact(giver, FACT.row), takerFact(taker, FACT.row)];
      for (let r = outputReadingFrom[output]!; r < outputReadingFrom[output + 1]!; r++)
        for (let w = demandReadingFrom[demand]!; w < demandReadingFrom[demand + 1]!; w++) {
          const [g, t] = [outputReadingItem[r]!, demandReadingItem[w]!];
          if (g < 0 || t < 0 || (giverFact(g, FACT.traits) | takerFact(t, FACT.traits)) & traits.HINT) continue;
          if (isJoined(g, t, outputReadingMaterial[r]!, demandReadingMaterial[w]!)) return true;
        }
      return false;
    },
    isEarlier(output, demand, a, b) {
      const [pathA, pathB] = [Math.floor(a / 256), Math.floor(b / 256)];
      if (pathA !== pathB) return pathOrder[pathA]! < pathOrder[pathB]!;
      const given = (way: number) => outputReadingMaterial[outputReadingFrom[output]! + ((way >> 4) & 15)]!;
      const wanted = (way: number) => demandReadingMaterial[demandReadingFrom[demand]! + (way & 15)]!;
      return given(a) !== given(b) ? given(a) < given(b) : wanted(a) < wanted(b);
    },
  };
}
