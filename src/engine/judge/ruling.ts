import type { Columns } from '../columns/columns.ts';
import { LICENSED, RECYCLING, REGIME } from './rulebook.ts';

/** What the rules say, from their bits. Countries, materials and products by number. */
export interface Rulings {
  /** Legal ease 0..1; -1 where a rule refuses. `treats`: the taker treats waste, which decides for a product without use class. */
  ease(
    material: number,
    product: number,
    hazard: number,
    euHazardous: number,
    giver: number,
    taker: number,
    treats: boolean,
  ): number;
  refuses(
    material: number,
    product: number,
    hazard: number,
    euHazardous: number,
    giver: number,
    taker: number,
  ): boolean;
  isBlocked(giver: number, taker: number): boolean;
}

/** Share of the legal points lost at a border, by regime; estimates. */
const CROSSING = [0, 0.15, 0.3, 0.3];

export function createRulings(c: Columns): Rulings {
  const { lawMaterial, lawProduct, lawUseClass, lawHazard, lawEuHazardous, lawCountry } = c;
  const { lawRefuse, lawLicensed, lawNote, materialUseClass, regime, detour } = c;
  const words = lawRefuse.length;
  const countries = detour.length;

  const inForce = (
    word: number,
    material: number,
    product: number,
    useClass: number,
    hazard: number,
    euHazardous: number,
    giver: number,
    taker: number,
  ) =>
    lawMaterial[material * words + word]! &
    lawProduct[product * words + word]! &
    lawUseClass[useClass * words + word]! &
    lawHazard[hazard * words + word]! &
    lawEuHazardous[euHazardous * words + word]! &
    (lawCountry[giver * words + word]! | lawCountry[taker * words + word]!);

  return {
    ease(material, product, hazard, euHazardous, giver, taker, treats) {
      const useClass = materialUseClass[product]! || (treats ? LICENSED : RECYCLING);
      let notes = 0;
      for (let word = 0; word < words; word++) {
        const rules = inForce(word, material, product, useClass, hazard, euHazardous, giver, taker);
        if (rules & (lawRefuse[word]! | (useClass === LICENSED ? 0 : lawLicensed[word]!))) return -1;
        notes += ones(rules & lawNote[word]!);
      }
      const steps = Math.min(0.5, 0.1 * notes);
      const risky = euHazardous === 1 || (hazard > 0 && hazard <= 3) ? 0.2 : 0;
      return 1 - steps - risky - CROSSING[regime[giver * countries + taker]!]!;
    },
    refuses(material, product, hazard, euHazardous, giver, taker) {
      const useClass = materialUseClass[product]! || RECYCLING;
      for (let word = 0; word < words; word++) {
        const rules = inForce(word, material, product, useClass, hazard, euHazardous, giver, taker);
        if (rules & (lawRefuse[word]! | (useClass === LICENSED ? 0 : lawLicensed[word]!))) return true;
      }
      return false;
    },
    isBlocked: (giver, taker) => regime[giver * countries + taker] === REGIME.blocked,
  };
}

/** Bits set in a word. */
function ones(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
