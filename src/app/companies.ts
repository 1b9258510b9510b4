import { type Company, type Issue, type Site, SymbionError } from '../domain/index.ts';
import type { CompanyFilter, Page, Store, Versioned } from '../store/port.ts';
import type { Follower } from './follow/follow-changes.ts';
import type { Symbion } from './symbion.ts';

type CompanyWithSites = Versioned<Company> & { readonly sites: readonly Site[] };

type CompanyCases = Pick<
  Symbion,
  'findCompanies' | 'getCompany' | 'putCompany' | 'putCompanies' | 'retireCompany' | 'retireAll'
>;

/** The company of this id; throws `not-found`. */
export async function findCompany(store: Store, id: string): Promise<CompanyWithSites> {
  const [company] = (await store.findCompanies({ ids: [id] }, 1)).rows;
  if (company) return company;
  throw new SymbionError('not-found', { ru: `Компания «${id}» не найдена.`, en: `There is no company "${id}".` });
}

/** Companies one by one or in bulk: read, put, retire. */
export function companyCases(store: Store, follower?: Follower): CompanyCases {
  const getCompany = (id: string) => findCompany(store, id);
  return {
    findCompanies: (filter: CompanyFilter, limit: number, after?: string): Promise<Page<CompanyWithSites>> =>
      store.findCompanies(filter, limit, after),
    getCompany,
    async putCompany(company, sites, expectedVersion) {
      const issues = companyIssues(company, sites);
      if (issues.length > 0)
        throw new SymbionError(
          'input',
          { ru: 'Компания не принята.', en: 'The company was not accepted.' },
          { issues },
        );
      const given = new Set(sites.map((site) => site.id));
      const [stored] = (await store.findCompanies({ ids: [company.id] }, 1)).rows;
      const retireSites = (stored?.sites ?? []).map((site) => site.id).filter((id) => !given.has(id));
      await store.apply({ companies: [company], sites, retireSites, ...expected(company.id, expectedVersion) });
      return getCompany(company.id);
    },
    async putCompanies(rows) {
      const issues = rows.flatMap(({ sites, ...company }, i) =>
        companyIssues(company, sites).map((issue) => ({ ...issue, row: i + 1 })),
      );
      const seen = new Set<string>();
      rows.forEach(({ id }, i) => {
        if (seen.has(id))
          issues.push({
            row: i + 1,
            column: 'id',
            found: id,
            wanted: { ru: 'код, которого ещё не было', en: 'an id not met before' },
            severity: 'error',
          });
        seen.add(id);
      });
      if (issues.length > 0)
        throw new SymbionError(
          'input',
          { ru: 'Компании не приняты.', en: 'The companies were not accepted.' },
          { issues },
        );
      const stored = await store.findCompanies({ ids: [...seen] }, Math.max(1, seen.size));
      const given = new Set(rows.flatMap(({ sites }) => sites.map((site) => site.id)));
      return store.apply({
        companies: rows.map(({ sites: _, ...company }) => company),
        sites: rows.flatMap(({ sites }) => sites),
        retireSites: stored.rows.flatMap(({ sites }) => sites.map((site) => site.id)).filter((id) => !given.has(id)),
      });
    },
    async retireCompany(id, expectedVersion) {
      await getCompany(id);
      await store.apply({ retireCompanies: [id], ...expected(id, expectedVersion) });
    },
    async retireAll({ companies = [], flows = [] }) {
      const [foundCompanies, foundFlows] = await Promise.all([
        companies.length > 0 ? store.findCompanies({ ids: companies }, companies.length) : { rows: [] },
        flows.length > 0 ? store.findFlows({ ids: flows }, flows.length) : { rows: [] },
      ]);
      const issues = [...unknown(companies, foundCompanies.rows), ...unknown(flows, foundFlows.rows)];
      if (issues.length > 0)
        throw new SymbionError('input', { ru: 'Ничего не снято.', en: 'Nothing was retired.' }, { issues });
      const report = await store.apply({ retireCompanies: companies, retireFlows: flows });
      if (companies.length === 0) follower?.changed(flows);
      return report;
    },
  };
}

/** The `expect` part of a change set; empty when any version will do. */
export function expected(id: string, version: number | undefined): { expect?: ReadonlyMap<string, number> } {
  return version === undefined ? {} : { expect: new Map([[id, version]]) };
}

/** A problem for each id that no row has; the row is its place in the list, from 1. */
function unknown(ids: readonly string[], rows: readonly { readonly id: string }[]): Issue[] {
  const found = new Set(rows.map((row) => row.id));
  const wanted = { ru: 'известный код', en: 'a known id' };
  return ids.flatMap((id, i) => (found.has(id) ? [] : [{ row: i + 1, found: id, wanted, severity: 'error' as const }]));
}

function companyIssues(company: Company, sites: readonly Site[]): Issue[] {
  const issues: Issue[] = [];
  const fault = (column: string, found: string, ru: string, en: string) =>
    issues.push({ column, found, wanted: { ru, en }, severity: 'error' });
  if (sites.length === 0) fault('sites', '', 'хотя бы одна площадка', 'at least one site');
  const seen = new Set<string>();
  for (const site of sites) {
    if (seen.has(site.id)) fault('sites.id', site.id, 'код, которого ещё не было', 'an id not met before');
    seen.add(site.id);
    if (site.companyId !== company.id) fault('sites.companyId', site.companyId, `«${company.id}»`, `"${company.id}"`);
    if ((site.lat === undefined) !== (site.lon === undefined))
      fault('sites.lat', String(site.lat ?? ''), 'широта и долгота вместе', 'latitude and longitude together');
  }
  return issues;
}
