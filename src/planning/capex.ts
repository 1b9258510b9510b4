import type { FacilitySize } from './location.ts';

/** What one plant costs: EUR at a size, other sizes by a power of the ratio; an exponent of 0 = whatever its size. */
export interface PlantCapex {
  readonly eur: number;
  /** Units of the leading input a year. */
  readonly atPerYear: number;
  /** 0..1. */
  readonly exponent: number;
}

/**
 * Shares of the reference size between which the power law is believed (estimate). A smaller plant costs as much as the
 * smallest, none is larger than the largest.
 */
export const SIZES_BELIEVED = { from: 0.1, to: 10 } as const;

/** From size to size of the lines that stand for the curve; at 2 and exponent 0.6 they lie at most 1.5 % under it. */
const STEP = 2;

/** EUR of a plant of a size: `eur x (size / atPerYear) ^ exponent` (six-tenths rule: C. Baumann, "Cost-to-Capacity Method: Applications and Considerations", M&TS Journal; TEA Handbook). */
export function capexAt({ eur, atPerYear, exponent }: PlantCapex, quantityPerYear: number): number {
  return exponent === 0 ? eur : eur * Math.max(quantityPerYear / atPerYear, SIZES_BELIEVED.from) ** exponent;
}

/** Sizes up to `most` with the chords of the curve, EUR a year when it is paid back over `years` without interest. */
export function sizesOf(capex: PlantCapex, years: number, most: number): FacilitySize[] {
  const cost = (quantity: number): number => capexAt(capex, quantity) / years;
  const smallest = SIZES_BELIEVED.from * capex.atPerYear;
  const sizes: FacilitySize[] = [{ from: 0, to: Math.min(smallest, most), fixedCost: cost(0), costPerUnit: 0 }];
  for (let from = smallest; from < most; from *= STEP) {
    const to = Math.min(from * STEP, most);
    const costPerUnit = (cost(to) - cost(from)) / (to - from);
    sizes.push({ from, to, fixedCost: cost(from) - costPerUnit * from, costPerUnit });
  }
  return sizes;
}
