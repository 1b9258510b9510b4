import type { Company, Site } from '../../domain/index.ts';
import type { CompanyRow, FlowRow } from '../../ingest/index.ts';
import { type RowIssue, repeated } from './row-issue.ts';

/** Companies that are known beside those of the files, so that files may speak of them. */
export interface KnownCompanies {
  /** With their sites; unknown ids are passed over. */
  find(ids: readonly string[]): Promise<readonly (Company & { readonly sites: readonly Site[] })[]>;
}

export const NOBODY: KnownCompanies = { find: async () => [] };

/** What a flow's reading depends on: NACE or OKVED of its company, and the name that the files give it. */
export interface Owner {
  readonly activity?: string;
  readonly name?: string;
}

interface Other {
  readonly activity: string | undefined;
  readonly sites: ReadonlySet<string>;
}

/** The companies and sites that flows may be of: of those of the files what flows need, the others looked up when first spoken of. */
export class Owners {
  readonly #known: KnownCompanies;
  readonly #companies = new Map<string, Owner>();
  /** Company of each site of the files. */
  readonly #sites = new Map<string, string>();
  /** Looked up; undefined = known to nobody. */
  readonly #others = new Map<string, Other | undefined>();

  constructor(known: KnownCompanies) {
    this.#known = known;
  }

  /** Ids of the files' companies. */
  companies(): ReadonlySet<string> {
    return new Set(this.#companies.keys());
  }

  /** Ids of the files' sites. */
  sites(): ReadonlySet<string> {
    return new Set(this.#sites.keys());
  }

  /** Rows of one company with different sites are one company, which its first row tells; the same site twice is a problem. */
  take({ company, site }: CompanyRow): { readonly isNew: boolean; readonly issue?: RowIssue } {
    if (this.#sites.has(site.id))
      return { isNew: false, issue: repeated(site.id === company.id ? 'id' : 'site_id', site.id) };
    this.#sites.set(site.id, company.id);
    if (this.#companies.has(company.id)) return { isNew: false };
    this.#companies.set(company.id, { name: company.name, ...activityOf(company) });
    return { isNew: true };
  }

  /** Looks up what the files do not tell of the owners of these flows. */
  async learn(rows: readonly FlowRow[]): Promise<void> {
    const wanted = new Set<string>();
    for (const { draft } of rows) {
      const { companyId, siteId } = draft;
      const isTold = this.#sites.get(siteId) === companyId && this.#companies.get(companyId)?.activity !== undefined;
      if (!isTold && !this.#others.has(companyId)) wanted.add(companyId);
    }
    if (wanted.size === 0) return;
    for (const id of wanted) this.#others.set(id, undefined);
    for (const company of await this.#known.find([...wanted]))
      this.#others.set(company.id, {
        activity: activityOf(company).activity,
        sites: new Set(company.sites.map(({ id }) => id)),
      });
  }

  /** The owner of a flow that was learned of, or what is wrong with what it says. */
  of({ companyId, siteId }: FlowRow['draft']): { readonly owner?: Owner; readonly issue?: RowIssue } {
    const told = this.#companies.get(companyId);
    const other = this.#others.get(companyId);
    if (!told && !other) return { issue: unknownCompany(companyId) };
    if (this.#sites.get(siteId) !== companyId && !other?.sites.has(siteId))
      return { issue: unknownSite(siteId, companyId) };
    const activity = told?.activity ?? other?.activity;
    return { owner: { ...told, ...(activity !== undefined && { activity }) } };
  }
}

/** NACE of a company, else OKVED. */
export function activityOf({ nace, okved }: Company): { activity?: string } {
  const activity = nace ?? okved;
  return activity === undefined ? {} : { activity };
}

const unknownCompany = (found: string): RowIssue => ({
  column: 'company_id',
  found,
  wanted: { ru: 'код предприятия из файла или хранилища', en: 'the id of a company of the file or the store' },
  severity: 'error',
});

const unknownSite = (found: string, companyId: string): RowIssue => ({
  column: 'site_id',
  found,
  wanted: { ru: `площадка предприятия ${companyId}`, en: `a site of the company ${companyId}` },
  severity: 'error',
});
