import type { Columns } from '../columns/columns.ts';
import { FACT, PLACE } from '../columns/item.ts';
import { countryOf, EU_HAZARDOUS, hazardOf, MULTIPLE, readingOf } from '../columns/traits.ts';
import { LEAST_SUSPICION } from './constants.ts';
import type { Rulings } from './ruling.ts';

/**
 * Whether another way to read the pair refuses it. Another reading of the output of confidence 0.2 or more closes food, feed and soil to it;
 * a reading at least as sure as the one that counts, on either side, closes any product. The things of a list are judged each by its own readings.
 */
export interface Suspicion {
  isSuspect(giver: number, path: number, taker: number): boolean;
  /** Whether another reading of the giver closes the pathway to whoever takes it in a country: then no pair has to be asked. */
  isShut(giver: number, path: number, country: number): boolean;
}

export function createSuspicion(c: Columns, rulings: Rulings): Suspicion {
  const { giverPlaces, giverFacts, takerPlaces, takerFacts, pathProduct } = c;
  const { outputTraits, outputReadingFrom, outputReadingMaterial, outputReadingConfidence, outputReadingPart } = c;
  const { demandReadingFrom, demandReadingMaterial, demandReadingConfidence } = c;
  const { materialUseClass, materialEuHazardous, guarded } = c;

  const refuses = (giver: number, material: number, sure: number, product: number, country: number) => {
    if (guarded[materialUseClass[product]!] === 0 && sure < giverPlaces[giver * PLACE.width + PLACE.confidence]!)
      return false;
    const traits = giverFacts[giver * FACT.width + FACT.traits]!;
    const declared = outputTraits[giverFacts[giver * FACT.width + FACT.row]!]! & EU_HAZARDOUS;
    const euHazardous = declared || materialEuHazardous[material] ? 1 : 0;
    return rulings.refuses(material, product, hazardOf(traits), euHazardous, countryOf(traits), country);
  };

  function isShut(giver: number, path: number, country: number): boolean {
    const output = giverFacts[giver * FACT.width + FACT.row]!;
    const reading = outputReadingFrom[output]! + readingOf(giverFacts[giver * FACT.width + FACT.traits]!);
    const own = outputReadingMaterial[reading]!;
    for (let r = outputReadingFrom[output]!; r < outputReadingFrom[output + 1]!; r++) {
      const material = outputReadingMaterial[r]!;
      const sure = outputReadingConfidence[r]!;
      if (material < 0 || material === own || sure < LEAST_SUSPICION) continue;
      if (outputReadingPart[r] !== outputReadingPart[reading]) continue;
      if (refuses(giver, material, sure, pathProduct[path]!, country)) return true;
    }
    return false;
  }

  /** Whether what the demand is as surely read as closes the pair. */
  function isOtherwiseWanted(giver: number, path: number, taker: number, country: number): boolean {
    const output = giverFacts[giver * FACT.width + FACT.row]!;
    const demand = takerFacts[taker * FACT.width + FACT.row]!;
    const meant = pathProduct[path]!;
    const reading = outputReadingFrom[output]! + readingOf(giverFacts[giver * FACT.width + FACT.traits]!);
    const own = outputReadingMaterial[reading]!;
    const wanted =
      demandReadingMaterial[demandReadingFrom[demand]! + readingOf(takerFacts[taker * FACT.width + FACT.traits]!)]!;
    for (let r = outputReadingFrom[output]!; r < outputReadingFrom[output + 1]!; r++) {
      const material = outputReadingMaterial[r]!;
      const sure = outputReadingConfidence[r]!;
      if (material < 0 || sure < LEAST_SUSPICION) continue;
      if (outputReadingPart[r] !== outputReadingPart[reading]) continue;
      for (let w = demandReadingFrom[demand]!; w < demandReadingFrom[demand + 1]!; w++) {
        const product = demandReadingMaterial[w]!;
        if (
          product < 0 ||
          product === wanted ||
          demandReadingConfidence[w]! < takerPlaces[taker * PLACE.width + PLACE.confidence]!
        )
          continue;
        if (material === own && product === meant) continue;
        if (refuses(giver, material, sure, product, country)) return true;
      }
    }
    return false;
  }

  return {
    isShut,
    isSuspect(giver, path, taker) {
      const to = takerFacts[taker * FACT.width + FACT.traits]!;
      if ((giverFacts[giver * FACT.width + FACT.traits]! & MULTIPLE) !== 0 && isShut(giver, path, countryOf(to)))
        return true;
      return (to & MULTIPLE) !== 0 && isOtherwiseWanted(giver, path, taker, countryOf(to));
    },
  };
}
