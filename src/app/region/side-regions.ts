import type { Match } from '../../domain/index.ts';
import type { SideRegions } from '../../store/port.ts';
import type { Region } from './region.ts';

/**
 * Regions of both sides of matches as the snapshot has them: of the flow's site; of an inferred flow, of its company's first site by id.
 * Asked twice a match: nearly every company is in one region, and companies are fewer and sooner found than flows.
 */
export function sideRegions({ snapshot, flows, sites }: Pick<Region, 'snapshot' | 'flows' | 'sites'>): SideRegions {
  const first = new Map<string, string | null>();
  const spread = new Set<string>();
  for (const { companyId, region = null } of snapshot.sites)
    if (!first.has(companyId)) first.set(companyId, region);
    else if (first.get(companyId) !== region) spread.add(companyId);
  const regionOf = (id: string, companyId: string): string | null => {
    const flow = spread.size > 0 && spread.has(companyId) ? flows.get(id) : undefined;
    if (flow && flow.origin !== 'inferred') return sites.get(flow.siteId)?.region ?? null;
    return first.get(companyId) ?? null;
  };
  return {
    output: (match: Match) => regionOf(match.output, match.outputCompany),
    demand: (match: Match) => regionOf(match.demand, match.demandCompany),
  };
}
