import type { Columns } from './columns.ts';
import { HALF_CARBON, HALF_DISTANCE_KM, HALF_MONEY, NEUTRAL } from './constants.ts';

/**
 * Points of the seven terms as one whole number, from what they depend on; NaN = unknown. Never falls when an argument other than `km` grows,
 * never rises when `km` grows: so that a bound is this very formula, fed with the best that a node has.
 */
export type Score = (
  fit: number,
  share: number,
  km: number,
  net: number,
  carbon: number,
  legal: number,
  confidence: number,
  hint: boolean,
) => number;

export function createScore({ points }: Columns): Score {
  const [fitMost, quantityMost, distanceMost, moneyMost, carbonMost, legalMost, confidenceMost] = points as unknown as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return (fit, share, km, net, carbon, legal, confidence, hint) => {
    const a = whole(fitMost, fit);
    const b = whole(quantityMost, share !== share ? NEUTRAL : share);
    const c = whole(distanceMost, km !== km ? NEUTRAL : HALF_DISTANCE_KM / (HALF_DISTANCE_KM + km));
    const d = whole(moneyMost, net !== net ? NEUTRAL : bounded(net, HALF_MONEY));
    const e = whole(carbonMost, carbon !== carbon ? NEUTRAL : bounded(carbon, HALF_CARBON));
    const f = whole(legalMost, legal);
    const g = whole(confidenceMost, confidence);
    // each term is halved by itself, so that the terms shown add up
    if (hint) return (a >> 1) + (b >> 1) + (c >> 1) + (d >> 1) + (e >> 1) + (f >> 1) + (g >> 1);
    return a + b + c + d + e + f + g;
  };
}

/** 0..1, a half at zero, three quarters at `half`. */
function bounded(value: number, half: number): number {
  return 0.5 + (0.5 * value) / (Math.abs(value) + half);
}

function whole(most: number, share: number): number {
  return Math.floor(most * Math.min(1, Math.max(0, share)) + 1e-9);
}
