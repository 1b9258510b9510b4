import {
  activityCodeOf,
  type Bilingual,
  type Company,
  type Flow,
  type KnowledgeBase,
  type Match,
  type Site,
} from '../../domain/index.ts';
import type { Region } from '../region/region.ts';
import type { MatchView, SiteView } from '../symbion.ts';

const UNNAMED: Bilingual = { ru: '', en: '' };

export type NamedFlow = Pick<Flow, 'siteId' | 'description' | 'confidential'>;

/** Rows that matches name, by id. */
export interface Named {
  readonly flows: ReadonlyMap<string, NamedFlow>;
  readonly sites: ReadonlyMap<string, Site>;
  readonly companies: ReadonlyMap<string, Company>;
}

/** A match with the words that people read; unknown ids (a flow retired since the run) stay as ids. */
export function viewMatch(
  region: Named,
  knowledge: KnowledgeBase,
  uses: ReadonlyMap<string, Bilingual>,
  match: Match,
): MatchView {
  const output = region.flows.get(match.output);
  const demand = region.flows.get(match.demand);
  const from = place(region, output?.siteId);
  const to = place(region, demand?.siteId);
  return {
    ...match,
    outputDescription: output?.description ?? match.output,
    demandDescription: demand?.description ?? match.demand,
    outputCompanyName: region.companies.get(match.outputCompany)?.name ?? match.outputCompany,
    demandCompanyName: region.companies.get(match.demandCompany)?.name ?? match.demandCompany,
    materialName: knowledge.materials.get(match.material)?.name ?? UNNAMED,
    productName: knowledge.materials.get(match.product)?.name ?? UNNAMED,
    treatment: uses.get(match.use) ?? UNNAMED,
    ...(from && { from }),
    ...(to && { to }),
    confidential: isConfidential(region, match),
  };
}

function isConfidential(region: Named, match: Match): boolean {
  const closed = (flow: string, company: string) =>
    region.flows.get(flow)?.confidential === true ||
    (region.companies.get(company)?.visibility ?? 'public') !== 'public';
  return closed(match.output, match.outputCompany) || closed(match.demand, match.demandCompany);
}

function place(region: Named, siteId: string | undefined): MatchView['from'] {
  const site = siteId === undefined ? undefined : region.sites.get(siteId);
  if (site?.lat === undefined || site.lon === undefined) return undefined;
  return {
    lat: site.lat,
    lon: site.lon,
    ...(site.town !== undefined && { town: site.town }),
    ...(site.country !== undefined && { country: site.country }),
  };
}

/** A site of the region as the map needs it. */
export function viewSite(region: Region, site: Site): SiteView {
  const company = region.companies.get(site.companyId);
  const nace = activityCodeOf(company);
  const sector = nace === undefined ? undefined : sectionOf(nace);
  const sum = region.siteSums().get(site.id);
  return {
    ...site,
    companyName: company?.name ?? site.companyId,
    ...(nace !== undefined && { nace }),
    ...(sector !== undefined && { sector }),
    outputTonnesPerYear: sum?.tonnes ?? 0,
    inferredOnly: !sum?.declared,
  };
}

/** First division of each section of NACE Rev. 2 (Regulation (EC) 1893/2006, Annex I). */
const SECTIONS: readonly (readonly [number, string])[] = [
  [1, 'A'],
  [5, 'B'],
  [10, 'C'],
  [35, 'D'],
  [36, 'E'],
  [41, 'F'],
  [45, 'G'],
  [49, 'H'],
  [55, 'I'],
  [58, 'J'],
  [64, 'K'],
  [68, 'L'],
  [69, 'M'],
  [77, 'N'],
  [84, 'O'],
  [85, 'P'],
  [86, 'Q'],
  [90, 'R'],
  [94, 'S'],
  [97, 'T'],
  [99, 'U'],
];

/** Section letter of a NACE code; undefined when the code has no division. */
export function sectionOf(nace: string): string | undefined {
  const division = Number.parseInt(nace, 10);
  return SECTIONS.findLast(([first]) => division >= first)?.[1];
}
