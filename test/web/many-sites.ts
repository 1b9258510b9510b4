import type { Page } from 'playwright-core';
import type { Answer } from '../../src/api/contract.ts';

type SiteView = Answer<'findSites'>['rows'][number];

const SECTORS = ['A', 'B', 'C', 'D', 'E', 'F'];
/** Sites of a page of the answer. */
const PAGE = 20_000;

/** Sites in towns of all sizes over a country, the same each time; every thousandth stands on the same place as the one before. */
export function manySites(count: number): SiteView[] {
  let state = 7;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const towns = Array.from({ length: 400 }, () => ({ lat: 50 + 12 * random(), lon: 28 + 30 * random() }));
  const sites: SiteView[] = [];
  for (let i = 0; i < count; i++) {
    const town = towns[Math.floor(towns.length * random() ** 2)]!;
    const before = sites.at(-1);
    const there = i % 1000 === 999 && before ? before : undefined;
    const id = `s${String(i).padStart(6, '0')}`;
    sites.push({
      id,
      companyId: id,
      companyName: `Завод ${i} / Plant ${i}`,
      country: 'RU',
      region: `R${i % 40}`,
      modes: [],
      lat: there?.lat ?? town.lat + 0.2 * (random() - 0.5),
      lon: there?.lon ?? town.lon + 0.3 * (random() - 0.5),
      sector: SECTORS[i % SECTORS.length]!,
      outputTonnesPerYear: i % 5000,
      inferredOnly: false,
    });
  }
  return sites;
}

/** The page is given these sites, page by page, instead of those of the program. */
export async function serveSites(page: Page, sites: readonly SiteView[]): Promise<void> {
  await page.route('**/api/v1/sites*', (route) => {
    const from = Number(new URL(route.request().url()).searchParams.get('after') ?? 0);
    const rows = sites.slice(from, from + PAGE);
    const next = from + PAGE < sites.length ? { next: String(from + PAGE) } : {};
    return route.fulfill({ json: { rows, ...next } });
  });
}
