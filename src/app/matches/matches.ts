import type { Bilingual, KnowledgeBase, Run, Site } from '../../domain/index.ts';
import { explain } from '../../engine/index.ts';
import type { Store } from '../../store/port.ts';
import { keptByHash } from '../region/kept-by-hash.ts';
import { getFlowOf, type Region } from '../region/region.ts';
import { type SiteSum, sumBySite } from '../region/site-sums.ts';
import type { WarmRegion } from '../region/warm-region.ts';
import { PICTURE, PictureDraft } from '../run/picture.ts';
import { getRun } from '../run/runs.ts';
import type { RegionPicture, Symbion } from '../symbion.ts';
import { lookUp } from './look-up.ts';
import { viewMatch, viewSite } from './views.ts';
import { whyNot } from './why-not.ts';

type MatchCases = Pick<Symbion, 'findMatches' | 'explainPair' | 'whyNot' | 'picture' | 'listRegions' | 'findSites'>;

/** Matches up to which a run that followed a change has its pictures drawn while the asker waits: some four seconds. */
const MOST_DRAWN = 1_000_000;
/** Runs looked through for one whose pictures are drawn: more than follow each other before the oldest go. */
const RUNS = 200;

/** Questions about a run: its matches, any pair, the nearest misses, the picture. */
export function matchCases(
  store: Store,
  knowledge: KnowledgeBase,
  warm: WarmRegion,
  { mostDrawn = MOST_DRAWN } = {},
): MatchCases {
  const treatments: ReadonlyMap<string, Bilingual> = new Map(knowledge.uses.map((use) => [use.id, use.treatment]));
  const regionsKept = keptByHash<RegionCounts>(store);
  const picturesKept = keptByHash<ReadonlyMap<string, RegionPicture>>(store);
  return {
    async findMatches(filter, limit, after, runId) {
      const run = await getRun(store, runId);
      const page = await store.findMatches(run.id, filter, limit, after);
      const named = (await warm.ready(run)) ?? (await lookUp(store, knowledge, page.rows));
      return { ...page, rows: page.rows.map((match) => viewMatch(named, knowledge, treatments, match)) };
    },
    async explainPair(output, demand, { runId, lang } = {}) {
      const region = await warm.of(await getRun(store, runId));
      getFlowOf(region, output);
      getFlowOf(region, demand);
      return explain(region.problem(), output, demand, lang);
    },
    async whyNot(flowId, { runId, lang } = {}) {
      return whyNot(await warm.of(await getRun(store, runId)), knowledge, flowId, lang);
    },
    async picture(regionName, runId) {
      const run = await getRun(store, runId);
      const stored = await store.findResult(run.id, PICTURE, regionName ?? '');
      if (stored) return stored as RegionPicture;
      // a run that followed a change has its pictures drawn when first asked for
      if (!(await store.findResult(run.id, PICTURE, ''))) {
        // of a country that would take longer than it is true
        const before = runId === undefined && run.counts.matches > mostDrawn ? await lastDrawn(store, run) : undefined;
        if (before !== undefined) {
          const found = await store.findResult(before, PICTURE, regionName ?? '');
          return { ...((found as RegionPicture | undefined) ?? emptyPicture(regionName)), run: before };
        }
        const pictures = await picturesKept(run.id, async () => drawAgain(store, knowledge, await warm.of(run), run));
        return pictures.get(regionName ?? '') ?? emptyPicture(regionName);
      }
      return emptyPicture(regionName);
    },
    async listRegions() {
      const run = await store.findRun();
      return regionsKept('', async () => {
        const region = run && (await warm.of(run));
        if (region) return countRegions(region.sites.values(), region.siteSums());
        const { sites, flows } = await store.loadSnapshot();
        return countRegions(sites, sumBySite(flows));
      });
    },
    async findSites(filter, limit, after) {
      const run = await store.findRun();
      if (!run) return { rows: [] };
      const region = await warm.of(run);
      const nameOf = (site: Site) => region.companies.get(site.companyId)?.name ?? site.companyId;
      const wanted = [...region.sites.values()].filter(
        (site) =>
          (filter.region === undefined || site.region === filter.region) &&
          (filter.country === undefined || site.country === filter.country) &&
          (filter.ids === undefined || filter.ids.includes(site.id)) &&
          (filter.text === undefined ||
            `${nameOf(site)} ${site.town ?? ''}`.toLowerCase().includes(filter.text.toLowerCase())),
      );
      const start = after === undefined ? 0 : wanted.findIndex((site) => site.id === after) + 1;
      const rows = wanted.slice(start, start + limit).map((site) => viewSite(region, site));
      const last = rows.at(-1);
      return start + limit < wanted.length && last ? { rows, next: last.id } : { rows };
    },
  };
}

type RegionCounts = Awaited<ReturnType<Symbion['listRegions']>>;

/** Companies and declared flows of each region. */
function countRegions(sites: Iterable<Site>, sums: ReadonlyMap<string, SiteSum>): RegionCounts {
  const regions = new Map<string, { region: string; country?: string; companies: Set<string>; flows: number }>();
  for (const site of sites) {
    const name = site.region ?? '?';
    const row = regions.get(name) ?? { region: name, companies: new Set<string>(), flows: 0 };
    if (site.country !== undefined) row.country = site.country;
    row.companies.add(site.companyId);
    row.flows += sums.get(site.id)?.told ?? 0;
    regions.set(name, row);
  }
  return [...regions.values()].map((row) => ({ ...row, companies: row.companies.size }));
}

/** The latest run with these settings whose pictures are drawn. */
async function lastDrawn(store: Store, { settings }: Run): Promise<string | undefined> {
  const wanted = JSON.stringify(settings);
  for (const run of await store.listRuns(RUNS))
    if (JSON.stringify(run.settings) === wanted && (await store.findResult(run.id, PICTURE, ''))) return run.id;
  return undefined;
}

/** Draws the pictures of a run from its stored matches, and stores them unless the data are others by now. */
async function drawAgain(store: Store, knowledge: KnowledgeBase, region: Region, run: Run) {
  const ratios = new Map(knowledge.uses.map((use) => [use.id, use.ratio]));
  const draft = new PictureDraft(region, (use) => ratios.get(use) ?? 1);
  for await (const list of store.readMatches(run.id)) for (const match of list) draft.add(match);
  const pictures = draft.draw();
  if ((await store.snapshotHash()) === run.snapshot)
    for (const [key, picture] of pictures) await store.putResult(run.id, PICTURE, key, picture);
  return pictures;
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
