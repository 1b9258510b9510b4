import { type Company, type Issue, type Site, SymbionError } from '../domain/index.ts';
import type { CompanyFilter, Page, Store, Versioned } from '../store/port.ts';
import type { Symbion } from './symbion.ts';

type CompanyWithSites = Versioned<Company> & { readonly sites: readonly Site[] };

/** Companies one by one: read, put, retire. */
export function companyCases(
  store: Store,
): Pick<Symbion, 'findCompanies' | 'getCompany' | 'putCompany' | 'retireCompany'> {
  const getCompany = async (id: string): Promise<CompanyWithSites> => {
    const [company] = (await store.findCompanies({ ids: [id] }, 1)).rows;
    if (company) return company;
    throw new SymbionError('not-found', { ru: `Компания «${id}» не найдена.`, en: `There is no company "${id}".` });
  };
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
      await store.apply({ companies: [company], sites, ...expected(company.id, expectedVersion) });
      return getCompany(company.id);
    },
    async retireCompany(id, expectedVersion) {
      await getCompany(id);
      await store.apply({ retireCompanies: [id], ...expected(id, expectedVersion) });
    },
  };
}

/** The `expect` part of a change set; empty when any version will do. */
export function expected(id: string, version: number | undefined): { expect?: ReadonlyMap<string, number> } {
  return version === undefined ? {} : { expect: new Map([[id, version]]) };
}

function companyIssues(company: Company, sites: readonly Site[]): Issue[] {
  const issues: Issue[] = [];
  const fault = (column: string, found: string, ru: string, en: string) =>
    issues.push({ column, found, wanted: { ru, en }, severity: 'error' });
  if (sites.length === 0) fault('sites', '', 'хотя бы одна площадка', 'at least one site');
  for (const site of sites) {
    if (site.companyId !== company.id) fault('sites.companyId', site.companyId, `«${company.id}»`, `"${company.id}"`);
    if ((site.lat === undefined) !== (site.lon === undefined))
      fault('sites.lat', String(site.lat ?? ''), 'широта и долгота вместе', 'latitude and longitude together');
  }
  return issues;
}
