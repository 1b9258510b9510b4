import type { MatchView, SiteView } from '../state/api.ts';

export interface LinkedCompany {
  readonly id: string;
  readonly name: string;
  readonly sector: string | undefined;
  /** Companies that it could give to and take from. */
  readonly gives: number;
  readonly takes: number;
}
export interface CompanyLink {
  readonly from: string;
  readonly to: string;
  readonly matches: number;
  readonly blocked: boolean;
}
export interface CompanyNetwork {
  /** Those with most links first. */
  readonly companies: readonly LinkedCompany[];
  readonly links: readonly CompanyLink[];
}

/** Matches joined by company: one link a direction and pair of companies; closed only when all its matches are. */
export function linkCompanies(matches: readonly MatchView[], sites: readonly SiteView[]): CompanyNetwork {
  const sectors = new Map(sites.map((site) => [site.companyId, site.sector]));
  const links = new Map<string, CompanyLink>();
  const names = new Map<string, string>();
  for (const m of matches) {
    names.set(m.outputCompany, m.outputCompanyName);
    names.set(m.demandCompany, m.demandCompanyName);
    const key = `${m.outputCompany}\n${m.demandCompany}`;
    const known = links.get(key);
    links.set(key, {
      from: m.outputCompany,
      to: m.demandCompany,
      matches: (known?.matches ?? 0) + 1,
      blocked: m.regime === 'blocked' && (known?.blocked ?? true),
    });
  }
  const all = [...links.values()];
  const count = (key: 'from' | 'to') => {
    const counts = new Map<string, number>();
    for (const link of all) counts.set(link[key], (counts.get(link[key]) ?? 0) + 1);
    return counts;
  };
  const [gives, takes] = [count('from'), count('to')];
  const companies = [...names]
    .map(([id, name]) => ({ id, name, sector: sectors.get(id), gives: gives.get(id) ?? 0, takes: takes.get(id) ?? 0 }))
    .sort((a, b) => b.gives + b.takes - a.gives - a.takes || (a.id < b.id ? -1 : 1));
  return { companies, links: all };
}
