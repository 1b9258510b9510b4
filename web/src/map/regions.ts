import type { SiteView } from '../state/api.ts';
import { regionName } from '../words/regions.ts';

/** Each region's name in the middle of its sites; the one with most sites first. */
export function regionPlaces(sites: readonly SiteView[]): readonly { name: string; lon: number; lat: number }[] {
  const sums = new Map<string, { lon: number; lat: number; count: number }>();
  for (const { region, lon, lat } of sites) {
    if (region === undefined) continue;
    const sum = sums.get(region) ?? { lon: 0, lat: 0, count: 0 };
    sums.set(region, { lon: sum.lon + lon!, lat: sum.lat + lat!, count: sum.count + 1 });
  }
  return [...sums]
    .sort((a, b) => b[1].count - a[1].count)
    .map(([region, { lon, lat, count }]) => ({ name: regionName(region), lon: lon / count, lat: lat / count }));
}
