import type { Columns } from './columns.ts';
import { HALF_CARBON, HALF_DISTANCE_KM, HALF_MONEY, NEUTRAL } from './constants.ts';

/**
 * Points of the terms as whole numbers; NaN = unknown. Shares are 0..1. No term falls when its argument grows, but that of the distance, which never
 * rises: so a bound is these very formulas, fed with the best that a node has.
 */
export interface Terms {
  distance(km: number): number;
  /** All terms but the distance. */
  others(fit: number, share: number, net: number, carbon: number, ease: number, confidence: number): number;
  /** As both together, each term halved by itself: what a hint is worth. */
  hint(
    fit: number,
    share: number,
    km: number,
    net: number,
    carbon: number,
    ease: number,
    confidence: number,
  ): number;
  /** Kilometres beyond which the distance gives fewer than so many points; Infinity for none. */
  kmWorth(points: number): number;
}

export function createTerms({ points }: Columns): Terms {
  const [fitMost, quantityMost, distanceMost, moneyMost, carbonMost, legalMost, confidenceMost] =
    points as unknown as [number, number, number, number, number, number, number];
  const unknownDistance = whole(distanceMost, NEUTRAL);
  const unknownQuantity = whole(quantityMost, NEUTRAL);
  const unknownMoney = whole(moneyMost, NEUTRAL);
  const unknownCarbon = whole(carbonMost, NEUTRAL);

  const distance = (km: number) =>
    Number.isNaN(km) ? unknownDistance : whole(distanceMost, HALF_DISTANCE_KM / (HALF_DISTANCE_KM + km));
  const quantity = (share: number) => (Number.isNaN(share) ? unknownQuantity : whole(quantityMost, share));
  const money = (net: number) =>
    Number.isNaN(net) ? unknownMoney : whole(moneyMost, 0.5 + (0.5 * net) / (Math.abs(net) + HALF_MONEY));
  const green = (carbon: number) =>
    Number.isNaN(carbon) ? unknownCarbon : whole(carbonMost, 0.5 + (0.5 * carbon) / (Math.abs(carbon) + HALF_CARBON));

  return {
    distance,
    others: (fit, share, net, carbon, ease, confidence) =>
      whole(fitMost, fit) +
      quantity(share) +
      money(net) +
      green(carbon) +
      whole(legalMost, ease) +
      whole(confidenceMost, confidence),
    hint: (fit, share, km, net, carbon, ease, confidence) =>
      (whole(fitMost, fit) >> 1) +
      (quantity(share) >> 1) +
      (distance(km) >> 1) +
      (money(net) >> 1) +
      (green(carbon) >> 1) +
      (whole(legalMost, ease) >> 1) +
      (whole(confidenceMost, confidence) >> 1),
    kmWorth: (wanted) =>
      wanted <= 0
        ? Number.POSITIVE_INFINITY
        : HALF_DISTANCE_KM * (distanceMost / (wanted - 1e-9) - 1) * (1 + 1e-9) + 1e-9,
  };
}

/** Whole points of a share; a hair keeps 0.3 x 250 from becoming 74. */
function whole(most: number, share: number): number {
  return (most * share + 1e-9) | 0;
}
