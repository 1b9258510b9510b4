import type { ChangeSet } from '../port.ts';
import { portions, type Transaction } from './graph.ts';

export interface StoredRow {
  readonly id: string;
  /** Hexadecimal. */
  hash: string;
  retired: boolean;
}
export interface CompanyRow extends StoredRow {
  version: number;
  touched: number;
}
export interface SiteRow extends StoredRow {
  companyId: string;
  region: string | null;
}
export interface FlowRow extends StoredRow {
  version: number;
  siteId: string;
  companyId: string;
}

/** Ids of one statement. */
const PORTION = 5000;

type Loading = 'company/load' | 'site/load' | 'flow/load';

/** What a change set may touch, as it is stored and as the change set has left it so far; undefined = not stored. */
export class StoredRows {
  readonly companies = new Map<string, CompanyRow | undefined>();
  readonly sites = new Map<string, SiteRow | undefined>();
  readonly flows = new Map<string, FlowRow | undefined>();
  readonly #tx: Transaction;

  constructor(tx: Transaction) {
    this.#tx = tx;
  }

  /** Rows of these ids, of either kind. */
  async loadNamed(ids: readonly string[]): Promise<void> {
    await this.#fill('company/load', this.companies, ids);
    await this.#fill('flow/load', this.flows, ids);
  }

  /** All that a part may touch: its rows, their owners, and what falls with what is retired or moves. */
  async loadFor(part: ChangeSet): Promise<void> {
    const { companies = [], sites = [], flows = [], retireCompanies = [], retireSites = [], retireFlows = [] } = part;
    const siteIds = [...sites.map(({ id }) => id), ...flows.map(({ siteId }) => siteId), ...retireSites];
    await this.#fill('site/load', this.sites, siteIds);
    await this.#fill('flow/load', this.flows, [...flows.map(({ id }) => id), ...retireFlows]);
    const owned = await this.#all<SiteRow>('site/load-of-companies', retireCompanies);
    for (const site of owned) if (!this.sites.has(site.id)) this.sites.set(site.id, site);
    const owners = siteIds.flatMap((id) => this.sites.get(id)?.companyId ?? []);
    await this.#fill('company/load', this.companies, [
      ...companies.map(({ id }) => id),
      ...sites.map(({ companyId }) => companyId),
      ...owners,
      ...retireCompanies,
    ]);
    const retiring = new Set(retireCompanies);
    const leaving = [
      ...retireSites,
      ...owned.map(({ id }) => id),
      ...(retiring.size === 0 ? [] : [...this.sites.values()])
        .filter((site) => site && retiring.has(site.companyId))
        .map((site) => site!.id),
      ...sites
        .filter(({ id, companyId }) => (this.sites.get(id)?.companyId ?? companyId) !== companyId)
        .map(({ id }) => id),
    ];
    for (const flow of await this.#all<FlowRow>('flow/load-of-sites', [...new Set(leaving)]))
      if (!this.flows.has(flow.id)) this.flows.set(flow.id, flow);
  }

  /** Flows are many; what a later part touches of them is loaded again. */
  forgetFlows(): void {
    this.flows.clear();
  }

  async #fill<R extends StoredRow>(name: Loading, known: Map<string, R | undefined>, ids: readonly string[]) {
    const unknown = [...new Set(ids)].filter((id) => !known.has(id) && id.isWellFormed());
    for (const id of unknown) known.set(id, undefined);
    for (const row of await this.#all<R>(name, unknown)) known.set(row.id, row);
  }

  async #all<R extends object>(
    name: Loading | 'site/load-of-companies' | 'flow/load-of-sites',
    ids: readonly string[],
  ): Promise<R[]> {
    const rows: R[] = [];
    for (const some of portions(ids, PORTION)) rows.push(...(await this.#tx.run<R>(name, { ids: some })));
    return rows;
  }
}
