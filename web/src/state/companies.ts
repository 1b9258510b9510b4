import { ownHalf } from '../words/index.ts';
import { sites } from './region.ts';

/** A company's name in the page's language, as the map knows it; its id until the sites are there. */
export function companyName(id: string): string {
  const site = sites.value.find((row) => row.companyId === id);
  return site ? ownHalf(site.companyName) : id;
}
