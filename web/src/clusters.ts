import type { SiteView } from './api.ts';

export interface Cluster {
  readonly at: readonly [number, number];
  /** The largest giver first. */
  readonly sites: readonly SiteView[];
  readonly tonnes: number;
}

/** Pixels within which sites are drawn as one; zooming in opens them. */
const CELL = 14;

/** Joins sites that would overlap on the screen, one pass over a grid; those outside the screen are left out. */
export function clusterSites(
  placed: readonly { readonly site: SiteView; readonly at: readonly [number, number] }[],
  size: { readonly width: number; readonly height: number },
): readonly Cluster[] {
  const cells = new Map<number, { at: [number, number]; sites: SiteView[]; tonnes: number }>();
  for (const { site, at } of placed) {
    const [x, y] = at;
    if (x < -20 || y < -20 || x > size.width + 20 || y > size.height + 20) continue;
    const key = Math.floor(x / CELL) * 100_000 + Math.floor(y / CELL);
    const cell = cells.get(key);
    if (!cell) cells.set(key, { at: [x, y], sites: [site], tonnes: site.outputTonnesPerYear });
    else {
      cell.sites.push(site);
      cell.tonnes += site.outputTonnesPerYear;
      if (site.outputTonnesPerYear > cell.sites[0]!.outputTonnesPerYear) cell.sites.unshift(cell.sites.pop()!);
    }
  }
  return [...cells.values()].sort((a, b) => b.tonnes - a.tonnes);
}
