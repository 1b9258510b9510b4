import type { Bilingual, KnowledgeBase } from '../domain/index.ts';
import { explain } from '../engine/index.ts';
import type { Store } from '../store/port.ts';
import { PICTURE } from './picture.ts';
import { getFlowOf } from './region.ts';
import { getRun } from './runs.ts';
import type { RegionPicture, Symbion } from './symbion.ts';
import { viewMatch, viewSites } from './views.ts';
import type { WarmRegion } from './warm-region.ts';
import { whyNot } from './why-not.ts';

type MatchCases = Pick<Symbion, 'findMatches' | 'explainPair' | 'whyNot' | 'picture' | 'listRegions' | 'findSites'>;

/** Questions about a run: its matches, any pair, the nearest misses, the picture. */
export function matchCases(store: Store, knowledge: KnowledgeBase, warm: WarmRegion): MatchCases {
  const treatments: ReadonlyMap<string, Bilingual> = new Map(knowledge.uses.map((use) => [use.id, use.treatment]));
  return {
    async findMatches(filter, limit, after, runId) {
      const run = await getRun(store, runId);
      const page = await store.findMatches(run.id, filter, limit, after);
      const region = await warm.of(run);
      return { ...page, rows: page.rows.map((match) => viewMatch(region, knowledge, treatments, match)) };
    },
    async explainPair(output, demand, { runId, lang } = {}) {
      const region = await warm.of(await getRun(store, runId));
      getFlowOf(region, output);
      getFlowOf(region, demand);
      return explain(region.problem(), output, demand, lang);
    },
    async whyNot(flowId, { runId, lang } = {}) {
      return whyNot(await warm.of(await getRun(store, runId)), flowId, lang);
    },
    async picture(regionName, runId) {
      const run = await getRun(store, runId);
      const stored = await store.findResult(run.id, PICTURE, regionName ?? '');
      return (stored as RegionPicture | undefined) ?? emptyPicture(regionName);
    },
    async listRegions() {
      const regions = new Map<string, { region: string; country?: string; companies: Set<string>; flows: number }>();
      const { sites, flows } = await store.loadSnapshot();
      const regionOfSite = new Map<string, string>();
      for (const site of sites) {
        const name = site.region ?? '?';
        regionOfSite.set(site.id, name);
        const row = regions.get(name) ?? { region: name, companies: new Set<string>(), flows: 0 };
        if (site.country !== undefined) row.country = site.country;
        row.companies.add(site.companyId);
        regions.set(name, row);
      }
      for (const flow of flows) {
        const row = regions.get(regionOfSite.get(flow.siteId) ?? '?');
        if (row) row.flows++;
      }
      return [...regions.values()].map((row) => ({ ...row, companies: row.companies.size }));
    },
    async findSites(filter, limit, after) {
      const run = await store.findRun();
      const sites = run ? viewSites(await warm.of(run)) : [];
      const wanted = sites.filter(
        (site) =>
          (filter.region === undefined || site.region === filter.region) &&
          (filter.country === undefined || site.country === filter.country) &&
          (filter.ids === undefined || filter.ids.includes(site.id)) &&
          (filter.text === undefined ||
            `${site.companyName} ${site.town ?? ''}`.toLowerCase().includes(filter.text.toLowerCase())),
      );
      const start = after === undefined ? 0 : wanted.findIndex((site) => site.id === after) + 1;
      const rows = wanted.slice(start, start + limit);
      const last = rows.at(-1);
      return start + limit < wanted.length && last ? { rows, next: last.id } : { rows };
    },
  };
}

function emptyPicture(region: string | undefined): RegionPicture {
  return {
    ...(region !== undefined && { region }),
    companies: 0,
    flows: 0,
    matches: 0,
    blocked: 0,
    exchangeableTonnesPerYear: 0,
    co2AvoidedKgPerYear: 0,
    netBenefitEurPerYear: 0,
  };
}
