import { townName } from '../map/towns.ts';
import { sites } from '../state/region.ts';
import { ownHalf } from '../words/index.ts';

/** A site by its company and town, in the page's language; its id until the sites are there. */
export function placeName(id: string): string {
  const site = sites.value.find((row) => row.id === id);
  if (!site) return id;
  return `${ownHalf(site.companyName)}${site.town ? `, ${townName(site.town)}` : ''}`;
}
