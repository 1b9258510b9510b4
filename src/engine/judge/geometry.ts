import { EARTH_KM } from './constants.ts';

// a constant of this file: see tree-search.ts
const radius = EARTH_KM;

/** Keeps a distance taken from the straight chord below the one along the ground, to the last bit. */
export const SHRINK = 1 - 1e-12;

/**
 * Kilometres along a great circle from the chord of the unit sphere between two places. A series where half the chord is below 0.1 (1,280 km), good to
 * 1e-11 of the distance and many times quicker than the arc sine, which serves beyond.
 */
export function kmOfChord(chord: number): number {
  const h = chord / 2;
  if (h >= 0.1) return 2 * radius * Math.asin(h < 1 ? h : 1);
  const s = h * h;
  return 2 * radius * (h * (1 + s * (1 / 6 + s * (3 / 40 + s * (5 / 112 + s * (35 / 1152 + s * (63 / 2816)))))));
}

/** Squared chord that is surely longer than so many road km. */
export function chordBeyond(km: number, detour: number): number {
  const chord = km / (EARTH_KM * SHRINK * detour);
  return km < 0 ? -1 : chord * chord * (1 + 1e-12);
}

/** How far `at` lies outside a range; NaN when unknown. */
export function outside(least: number, most: number, at: number): number {
  if (at < least) return least - at;
  return at > most ? at - most : at - at;
}
