import type { Company, Flow, Site } from '../../domain/index.ts';
import { ContentSum } from '../content.ts';
import type { ChangeReport, ChangeSet } from '../port.ts';
import { RowFaults } from '../row-faults.ts';
import { stale } from './faults.ts';
import type { Transaction } from './graph.ts';
import { PendingWrites } from './pending-writes.ts';
import { type Content, companyProperties, contentOf, flowProperties, siteProperties } from './rows.ts';
import { type CompanyRow, type SiteRow, type StoredRow, StoredRows } from './stored-rows.ts';

type Change = 'added' | 'changed' | 'unchanged';

/** Writes one change set, part by part, inside a transaction that the caller holds: loads what a part touches, decides, writes what became of it. */
export class Changes {
  readonly #sum: ContentSum;
  /** Number of this change set: what it has touched already is not touched or counted twice. */
  readonly #number: number;
  readonly #faults = new RowFaults();
  readonly #stored: StoredRows;
  readonly #writes: PendingWrites;
  readonly #unchanged = new Set<string>();
  readonly #counts = {
    companies: { added: 0, changed: 0, unchanged: 0, retired: 0 },
    flows: { added: 0, changed: 0, unchanged: 0, retired: 0 },
  };
  rows = 0;

  constructor(tx: Transaction, content: string, number: number) {
    this.#stored = new StoredRows(tx);
    this.#writes = new PendingWrites(tx);
    this.#sum = new ContentSum(content);
    this.#number = number;
  }

  get content(): string {
    return this.#sum.toString();
  }

  /** Throws `stale` when a stored version is not the expected one. */
  async expect(changes: ChangeSet): Promise<void> {
    if (!changes.expect || changes.expect.size === 0) return;
    await this.#stored.loadNamed([...changes.expect.keys()]);
    const flows = new Set([...(changes.flows ?? []).map((flow) => flow.id), ...(changes.retireFlows ?? [])]);
    const companies = new Set([...(changes.companies ?? []).map((one) => one.id), ...(changes.retireCompanies ?? [])]);
    for (const [id, wanted] of changes.expect) {
      const flow = this.#stored.flows.get(id);
      const company = this.#stored.companies.get(id);
      const row = flows.has(id) ? flow : companies.has(id) ? company : (company ?? flow);
      const version = row && !row.retired ? row.version : 0;
      if (version !== wanted) throw stale(id, version, wanted);
    }
  }

  /** Decides and writes one part of bounded size. */
  async write(part: ChangeSet): Promise<void> {
    await this.#stored.loadFor(part);
    for (const company of part.companies ?? []) this.#putCompany(company);
    for (const site of part.sites ?? []) this.#putSite(site);
    for (const flow of part.flows ?? []) this.#putFlow(flow);
    for (const id of part.retireFlows ?? []) this.#retireFlow(id);
    for (const id of part.retireSites ?? []) this.#retireSite(id);
    for (const id of part.retireCompanies ?? []) this.#retireCompany(id);
    if (this.#faults.any) return;
    await this.#writes.flush();
    this.#stored.forgetFlows();
  }

  /** Ends the change set: throws `input` with all that does not hold together. */
  finish(): ChangeReport {
    this.#faults.throwAny();
    return { companies: { ...this.#counts.companies }, flows: { ...this.#counts.flows } };
  }

  #putCompany(company: Company): void {
    if (!this.#faults.isGoodId(company.id)) return;
    const content = contentOf('company', company);
    const stored = this.#stored.companies.get(company.id);
    const change = this.#compare(stored, content);
    this.rows++;
    if (change === 'unchanged') {
      if (stored!.touched === this.#number || this.#unchanged.has(company.id)) return;
      this.#unchanged.add(company.id);
      this.#counts.companies.unchanged++;
      return;
    }
    const row = stored ?? { id: company.id, hash: '', retired: false, version: 1, touched: this.#number };
    row.hash = content.hash;
    row.retired = false;
    if (!stored) {
      this.#stored.companies.set(company.id, row);
      this.#counts.companies.added++;
    } else {
      if (row.touched !== this.#number) this.#countCompany(company.id, change);
      this.#raise(row);
    }
    const { version, touched } = row;
    const properties = companyProperties(company, content);
    this.#writes.company(company.id, { ...properties, retired: false, version, touched });
  }

  #putSite(site: Site): void {
    if (!this.#faults.isGoodId(site.id)) return;
    const owner = this.#stored.companies.get(site.companyId);
    if (!owner || owner.retired) {
      this.#faults.unknownCompany(site.companyId);
      return;
    }
    const content = contentOf('site', site);
    const stored = this.#stored.sites.get(site.id);
    const change = this.#compare(stored, content);
    this.rows++;
    if (change === 'unchanged') return;
    const region = site.region ?? null;
    if (stored && stored.companyId !== site.companyId) this.#leaveCompany(stored, site.companyId);
    if (stored && stored.region !== region) this.#writes.move(site.id, region);
    this.#stored.sites.set(site.id, {
      id: site.id,
      hash: content.hash,
      retired: false,
      companyId: site.companyId,
      region,
    });
    this.#writes.site(site.id, { ...siteProperties(site, content), retired: false });
    this.#touchCompany(site.companyId);
  }

  /** A site that goes to another company leaves the flows of the old one behind, retired. */
  #leaveCompany(site: SiteRow, owner: string): void {
    for (const flow of this.#stored.flows.values())
      if (flow && flow.siteId === site.id && !flow.retired && flow.companyId !== owner) this.#retireFlow(flow.id);
    this.#touchCompany(site.companyId);
  }

  #putFlow(flow: Flow): void {
    if (!this.#faults.isGoodId(flow.id)) return;
    const site = this.#stored.sites.get(flow.siteId);
    if (!site || site.retired) {
      this.#faults.unknownSite(flow.siteId);
      return;
    }
    if (site.companyId !== flow.companyId) {
      const owner = site.companyId;
      this.#faults.otherOwner(flow.companyId, owner);
      return;
    }
    const content = contentOf('flow', flow);
    const stored = this.#stored.flows.get(flow.id);
    const change = this.#compare(stored, content);
    this.rows++;
    this.#counts.flows[change]++;
    if (change === 'unchanged') return;
    const version = stored ? stored.version + 1 : 1;
    const { id, siteId, companyId } = flow;
    this.#stored.flows.set(id, { id, hash: content.hash, retired: false, version, siteId, companyId });
    const properties = { ...flowProperties(flow, site.region, content), retired: false, version };
    this.#writes.flow(flow, properties, stored === undefined);
  }

  #retireFlow(id: string): void {
    const stored = this.#stored.flows.get(id);
    if (!stored || stored.retired) return;
    this.#sum.subtract(bytesOf(stored.hash));
    stored.retired = true;
    stored.version++;
    this.#writes.retireFlow(id, stored.version);
    this.#counts.flows.retired++;
    this.rows++;
  }

  #retireSite(id: string): void {
    const stored = this.#stored.sites.get(id);
    if (!stored || stored.retired) return;
    for (const flow of this.#stored.flows.values()) if (flow?.siteId === id) this.#retireFlow(flow.id);
    this.#sum.subtract(bytesOf(stored.hash));
    stored.retired = true;
    this.#writes.site(id, { retired: true });
    this.#touchCompany(stored.companyId);
    this.rows++;
  }

  #retireCompany(id: string): void {
    const stored = this.#stored.companies.get(id);
    if (!stored || stored.retired) return;
    // raised before its sites go, so that they do not count as changes of it
    this.#raise(stored);
    for (const site of this.#stored.sites.values()) if (site?.companyId === id) this.#retireSite(site.id);
    this.#sum.subtract(bytesOf(stored.hash));
    stored.retired = true;
    this.#writes.company(id, { retired: true });
    this.#counts.companies.retired++;
    this.rows++;
  }

  /** A site's change is one of its company, once a change set. */
  #touchCompany(id: string): void {
    const company = this.#stored.companies.get(id);
    if (!company || company.touched === this.#number || company.retired) return;
    this.#countCompany(id, 'changed');
    this.#raise(company);
  }

  #countCompany(id: string, change: Change): void {
    if (this.#unchanged.delete(id)) this.#counts.companies.unchanged--;
    this.#counts.companies[change]++;
  }

  #raise(company: CompanyRow): void {
    if (company.touched === this.#number) return;
    company.touched = this.#number;
    company.version++;
    const { version, touched } = company;
    this.#writes.company(company.id, { version, touched });
  }

  #compare(stored: StoredRow | undefined, content: Content): Change {
    const alive = stored !== undefined && !stored.retired;
    if (alive && stored.hash === content.hash) return 'unchanged';
    if (alive) this.#sum.subtract(bytesOf(stored.hash));
    this.#sum.add(bytesOf(content.hash));
    return alive ? 'changed' : 'added';
  }
}

const bytesOf = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
