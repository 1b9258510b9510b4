import type { Match, Snapshot } from '../domain/index.ts';

/** What may leave the house: the snapshot and the matches without confidential flows and companies that are not public. */
export interface PublicView {
  readonly snapshot: Snapshot;
  allows(match: Match): boolean;
}

/** `include: 'confidential'` names what is otherwise left out. */
export function publicView(snapshot: Snapshot, include?: 'confidential'): PublicView {
  if (include) return { snapshot, allows: () => true };
  const open = new Set(
    snapshot.companies.filter((company) => company.visibility === 'public').map((company) => company.id),
  );
  const flows = snapshot.flows.filter((flow) => !flow.confidential && open.has(flow.companyId));
  const known = new Set(flows.map((flow) => flow.id));
  return {
    snapshot: {
      companies: snapshot.companies.filter((company) => open.has(company.id)),
      sites: snapshot.sites.filter((site) => open.has(site.companyId)),
      flows,
    },
    allows: (match) => known.has(match.output) && known.has(match.demand),
  };
}
