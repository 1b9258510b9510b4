import { HALF_CARBON, HALF_DISTANCE_KM, HALF_MONEY, NEUTRAL } from './constants.ts';

// constants of this file: see tree-search.ts
const [neutral, halfKm, halfMoney, halfCarbon] = [NEUTRAL, HALF_DISTANCE_KM, HALF_MONEY, HALF_CARBON];

/**
 * Shares 0..1 of each term's points; NaN = unknown. None falls when its argument grows, but that of the distance, which never rises:
 * so a bound is these very formulas, fed with the best that a node has. They are this small so that a call costs nothing.
 */
export function ofQuantity(absorbed: number): number {
  return Number.isNaN(absorbed) ? neutral : absorbed;
}

export function ofDistance(km: number): number {
  return Number.isNaN(km) ? neutral : halfKm / (halfKm + km);
}

/** A half at zero, three quarters at 50 EUR. */
export function ofMoney(net: number): number {
  return Number.isNaN(net) ? neutral : 0.5 + (0.5 * net) / (Math.abs(net) + halfMoney);
}

/** A half at zero, three quarters at 300 kg. */
export function ofCarbon(net: number): number {
  return Number.isNaN(net) ? neutral : 0.5 + (0.5 * net) / (Math.abs(net) + halfCarbon);
}

/** Whole points of a share; a hair keeps 0.3 x 250 from becoming 74. Those of a hint are then halved, each by itself, so that the terms shown add up. */
export function whole(most: number, share: number): number {
  return (most * share + 1e-9) | 0;
}

/** Kilometres beyond which the distance gives fewer than so many points; Infinity for none, below 0 where no place gives them. */
export function kmWorth(most: number, points: number): number {
  if (points <= 0) return Number.POSITIVE_INFINITY;
  return halfKm * (most / (points - 1e-9) - 1) * (1 + 1e-9) + 1e-9;
}
