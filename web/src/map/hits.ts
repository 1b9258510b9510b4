import type { MatchView } from '../state/api.ts';
import type { Spot } from './clusters.ts';
import { arcOf, radiusOf } from './paint.ts';
import type { At } from './projection.ts';

/** Pixels that a pointer may be off. */
const REACH = 7;

export function spotUnder(spots: readonly Spot[], at: At, x: number, y: number): Spot | undefined {
  let best: Spot | undefined;
  let least = 0;
  for (const spot of spots) {
    const [sx, sy] = at(spot.lon, spot.lat);
    const beyond = Math.hypot(sx - x, sy - y) - Math.max(6, radiusOf(spot));
    if (beyond < least) {
      least = beyond;
      best = spot;
    }
  }
  return best;
}

/** The match whose arc passes nearest, within reach. */
export function arcUnder(matches: readonly MatchView[], at: At, x: number, y: number): MatchView | undefined {
  let best: MatchView | undefined;
  let least = REACH;
  for (const match of matches) {
    const arc = arcOf(match, at);
    if (!arc) continue;
    const [a, bend, b] = arc;
    for (let i = 1; i < 12; i++) {
      const s = i / 12;
      const px = (1 - s) ** 2 * a[0] + 2 * (1 - s) * s * bend[0] + s ** 2 * b[0];
      const py = (1 - s) ** 2 * a[1] + 2 * (1 - s) * s * bend[1] + s ** 2 * b[1];
      const off = Math.hypot(px - x, py - y);
      if (off < least) {
        least = off;
        best = match;
      }
    }
  }
  return best;
}
