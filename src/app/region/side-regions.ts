import type { Match } from '../../domain/index.ts';
import type { SideRegions } from '../../store/port.ts';
import type { Region } from './region.ts';

/** Regions of both sides of matches as the snapshot has them: of the flow's site; of an inferred flow, of its company's first site by id. */
export function sideRegions({ snapshot, flows, sites }: Region): SideRegions {
  const first = new Map<string, string | null>();
  for (const { companyId, region } of snapshot.sites) if (!first.has(companyId)) first.set(companyId, region ?? null);
  const regionOf = (id: string, companyId: string): string | null => {
    const flow = flows.get(id);
    if (flow && flow.origin !== 'inferred') return sites.get(flow.siteId)?.region ?? null;
    return first.get(companyId) ?? null;
  };
  return {
    output: (match: Match) => regionOf(match.output, match.outputCompany),
    demand: (match: Match) => regionOf(match.demand, match.demandCompany),
  };
}
