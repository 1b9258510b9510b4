import { type Company, type Flow, type Issue, type Site, SymbionError } from '../../domain/index.ts';
import { ContentSum } from '../content.ts';
import type { ChangeReport, ChangeSet } from '../port.ts';
import { stale } from './faults.ts';
import { portions, type Transaction } from './graph.ts';
import { type Content, companyProperties, contentOf, flowProperties, siteProperties } from './rows.ts';

interface StoredRow {
  readonly id: string;
  /** Hexadecimal. */
  hash: string;
  retired: boolean;
}
interface CompanyRow extends StoredRow {
  version: number;
  touched: number;
}
interface SiteRow extends StoredRow {
  companyId: string;
  region: string | null;
}
interface FlowRow extends StoredRow {
  version: number;
  siteId: string;
  companyId: string;
}
interface FlowWrite {
  readonly properties: Record<string, unknown>;
  /** Absent when the flow is only retired. */
  readonly flow?: Flow;
  /** No node of this id is there yet. */
  readonly fresh: boolean;
}
type Change = 'added' | 'changed' | 'unchanged';

/** Rows of one statement. */
const PORTION = 5000;
/** Problems kept; a file of a million bad rows must not fill the memory. */
const MOST_ISSUES = 10_000;

/** Writes one change set, part by part, inside a transaction that the caller holds: loads what a part touches, decides, writes what became of it. */
export class Changes {
  readonly #tx: Transaction;
  readonly #sum: ContentSum;
  /** Number of this change set: what it has touched already is not touched or counted twice. */
  readonly #number: number;
  readonly #issues: Issue[] = [];
  readonly #companies = new Map<string, CompanyRow | undefined>();
  readonly #sites = new Map<string, SiteRow | undefined>();
  readonly #flows = new Map<string, FlowRow | undefined>();
  readonly #unchanged = new Set<string>();
  readonly #counts = {
    companies: { added: 0, changed: 0, unchanged: 0, retired: 0 },
    flows: { added: 0, changed: 0, unchanged: 0, retired: 0 },
  };
  /** Latest properties of rows to be written; flows and sites also with the body they come from. */
  readonly #companyWrites = new Map<string, Record<string, unknown>>();
  readonly #siteWrites = new Map<string, Record<string, unknown>>();
  readonly #flowWrites = new Map<string, FlowWrite>();
  readonly #moves = new Map<string, string | null>();
  rows = 0;

  constructor(tx: Transaction, content: string, number: number) {
    this.#tx = tx;
    this.#sum = new ContentSum(content);
    this.#number = number;
  }

  get content(): string {
    return this.#sum.toString();
  }

  /** Throws `stale` when a stored version is not the expected one. */
  async expect(changes: ChangeSet): Promise<void> {
    if (!changes.expect || changes.expect.size === 0) return;
    const ids = [...changes.expect.keys()];
    await this.#load(ids, [], ids);
    const flows = new Set([...(changes.flows ?? []).map((flow) => flow.id), ...(changes.retireFlows ?? [])]);
    const companies = new Set([...(changes.companies ?? []).map((one) => one.id), ...(changes.retireCompanies ?? [])]);
    for (const [id, wanted] of changes.expect) {
      const flow = this.#flows.get(id);
      const company = this.#companies.get(id);
      const row = flows.has(id) ? flow : companies.has(id) ? company : (company ?? flow);
      const version = row && !row.retired ? row.version : 0;
      if (version !== wanted) throw stale(id, version, wanted);
    }
  }

  /** Decides and writes one part of bounded size. */
  async write(part: ChangeSet): Promise<void> {
    await this.#prepare(part);
    for (const company of part.companies ?? []) this.#putCompany(company);
    for (const site of part.sites ?? []) this.#putSite(site);
    for (const flow of part.flows ?? []) this.#putFlow(flow);
    for (const id of part.retireFlows ?? []) this.#retireFlow(id);
    for (const id of part.retireSites ?? []) this.#retireSite(id);
    for (const id of part.retireCompanies ?? []) this.#retireCompany(id);
    if (this.#issues.length === 0) await this.#flush();
  }

  /** Ends the change set: throws `input` with all that does not hold together. */
  finish(): ChangeReport {
    if (this.#issues.length > 0)
      throw new SymbionError(
        'input',
        { ru: 'Набор изменений не связан.', en: 'The change set does not hold together.' },
        { issues: this.#issues },
      );
    return { companies: { ...this.#counts.companies }, flows: { ...this.#counts.flows } };
  }

  /** Loads all that a part may touch: its rows, their owners, and what falls with what is retired or moves. */
  async #prepare(part: ChangeSet): Promise<void> {
    const { companies = [], sites = [], flows = [], retireCompanies = [], retireSites = [], retireFlows = [] } = part;
    const siteIds = [...sites.map(({ id }) => id), ...flows.map(({ siteId }) => siteId), ...retireSites];
    await this.#load([], siteIds, [...flows.map(({ id }) => id), ...retireFlows]);
    const owned = await this.#all<SiteRow>('site/load-of-companies', retireCompanies);
    for (const site of owned) if (!this.#sites.has(site.id)) this.#sites.set(site.id, site);
    const owners = siteIds.flatMap((id) => this.#sites.get(id)?.companyId ?? []);
    await this.#load(
      [...companies.map(({ id }) => id), ...sites.map(({ companyId }) => companyId), ...owners, ...retireCompanies],
      [],
      [],
    );
    const leaving = [
      ...retireSites,
      ...owned.map(({ id }) => id),
      ...[...this.#sites.values()].flatMap((site) =>
        site && retireCompanies.includes(site.companyId) ? [site.id] : [],
      ),
      ...sites
        .filter(({ id, companyId }) => (this.#sites.get(id)?.companyId ?? companyId) !== companyId)
        .map(({ id }) => id),
    ];
    for (const flow of await this.#all<FlowRow>('flow/load-of-sites', [...new Set(leaving)]))
      if (!this.#flows.has(flow.id)) this.#flows.set(flow.id, flow);
  }

  async #load(companies: readonly string[], sites: readonly string[], flows: readonly string[]): Promise<void> {
    await this.#fill('company/load', this.#companies, companies);
    await this.#fill('site/load', this.#sites, sites);
    await this.#fill('flow/load', this.#flows, flows);
  }

  async #fill<R extends StoredRow>(
    name: 'company/load' | 'site/load' | 'flow/load',
    known: Map<string, R | undefined>,
    ids: readonly string[],
  ): Promise<void> {
    const unknown = [...new Set(ids)].filter((id) => !known.has(id) && id.isWellFormed());
    for (const id of unknown) known.set(id, undefined);
    for (const row of await this.#all<R>(name, unknown)) known.set(row.id, row);
  }

  async #all<R extends object>(
    name: 'company/load' | 'site/load' | 'flow/load' | 'site/load-of-companies' | 'flow/load-of-sites',
    ids: readonly string[],
  ): Promise<R[]> {
    const rows: R[] = [];
    for (const some of portions(ids, PORTION)) rows.push(...(await this.#tx.run<R>(name, { ids: some })));
    return rows;
  }

  #putCompany(company: Company): void {
    if (!this.#goodId(company.id)) return;
    const content = contentOf('company', company);
    const stored = this.#companies.get(company.id);
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
      this.#companies.set(company.id, row);
      this.#counts.companies.added++;
    } else {
      if (row.touched !== this.#number) this.#countCompany(company.id, change);
      this.#raise(row);
    }
    this.#companyWrites.set(company.id, {
      ...this.#companyWrites.get(company.id),
      ...companyProperties(company, content),
      retired: false,
      version: row.version,
      touched: row.touched,
    });
  }

  #putSite(site: Site): void {
    if (!this.#goodId(site.id)) return;
    const owner = this.#companies.get(site.companyId);
    if (!owner || owner.retired) {
      this.#fault('companyId', site.companyId, 'код известной компании', 'the id of a known company');
      return;
    }
    const content = contentOf('site', site);
    const stored = this.#sites.get(site.id);
    const change = this.#compare(stored, content);
    this.rows++;
    if (change === 'unchanged') return;
    const region = site.region ?? null;
    if (stored && stored.companyId !== site.companyId) this.#leaveCompany(stored, site.companyId);
    if (stored && stored.region !== region) this.#moves.set(site.id, region);
    this.#sites.set(site.id, { id: site.id, hash: content.hash, retired: false, companyId: site.companyId, region });
    this.#siteWrites.set(site.id, { ...siteProperties(site, content), retired: false });
    this.#touchCompany(site.companyId);
  }

  /** A site that goes to another company leaves the flows of the old one behind, retired. */
  #leaveCompany(site: SiteRow, owner: string): void {
    for (const flow of this.#flows.values())
      if (flow && flow.siteId === site.id && !flow.retired && flow.companyId !== owner) this.#retireFlow(flow.id);
    this.#touchCompany(site.companyId);
  }

  #putFlow(flow: Flow): void {
    if (!this.#goodId(flow.id)) return;
    const site = this.#sites.get(flow.siteId);
    if (!site || site.retired) {
      this.#fault('siteId', flow.siteId, 'код известной площадки', 'the id of a known site');
      return;
    }
    if (site.companyId !== flow.companyId) {
      const owner = site.companyId;
      this.#fault('companyId', flow.companyId, `компания площадки (${owner})`, `the site's company (${owner})`);
      return;
    }
    const content = contentOf('flow', flow);
    const stored = this.#flows.get(flow.id);
    const change = this.#compare(stored, content);
    this.rows++;
    this.#counts.flows[change]++;
    if (change === 'unchanged') return;
    const version = stored ? stored.version + 1 : 1;
    const { id, siteId, companyId } = flow;
    this.#flows.set(id, { id, hash: content.hash, retired: false, version, siteId, companyId });
    this.#flowWrites.set(id, {
      flow,
      fresh: stored === undefined || this.#flowWrites.get(id)?.fresh === true,
      properties: { ...flowProperties(flow, site.region, content), retired: false, version },
    });
  }

  #retireFlow(id: string): void {
    const stored = this.#flows.get(id);
    if (!stored || stored.retired) return;
    this.#sum.subtract(bytesOf(stored.hash));
    stored.retired = true;
    stored.version++;
    const properties = { ...this.#flowWrites.get(id)?.properties, retired: true, version: stored.version };
    this.#flowWrites.set(id, { properties, fresh: false });
    this.#counts.flows.retired++;
    this.rows++;
  }

  #retireSite(id: string): void {
    const stored = this.#sites.get(id);
    if (!stored || stored.retired) return;
    for (const flow of this.#flows.values()) if (flow?.siteId === id) this.#retireFlow(flow.id);
    this.#sum.subtract(bytesOf(stored.hash));
    stored.retired = true;
    this.#siteWrites.set(id, { ...this.#siteWrites.get(id), retired: true });
    this.#touchCompany(stored.companyId);
    this.rows++;
  }

  #retireCompany(id: string): void {
    const stored = this.#companies.get(id);
    if (!stored || stored.retired) return;
    // raised before its sites go, so that they do not count as changes of it
    this.#raise(stored);
    for (const site of this.#sites.values()) if (site?.companyId === id) this.#retireSite(site.id);
    this.#sum.subtract(bytesOf(stored.hash));
    stored.retired = true;
    this.#companyWrites.set(id, { ...this.#companyWrites.get(id), retired: true });
    this.#counts.companies.retired++;
    this.rows++;
  }

  /** A site's change is one of its company, once a change set. */
  #touchCompany(id: string): void {
    const company = this.#companies.get(id);
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
    this.#companyWrites.set(company.id, { ...this.#companyWrites.get(company.id), version, touched });
  }

  #compare(stored: StoredRow | undefined, content: Content): Change {
    const alive = stored !== undefined && !stored.retired;
    if (alive && stored.hash === content.hash) return 'unchanged';
    if (alive) this.#sum.subtract(bytesOf(stored.hash));
    this.#sum.add(bytesOf(content.hash));
    return alive ? 'changed' : 'added';
  }

  #goodId(id: string): boolean {
    if (id !== '' && Buffer.byteLength(id) <= 400 && !id.includes('\0') && id.isWellFormed()) return true;
    this.#fault('id', id.slice(0, 100), 'от 1 до 400 байт текста', '1 to 400 bytes of text');
    return false;
  }

  #fault(column: string, found: string, ru: string, en: string): void {
    if (this.#issues.length < MOST_ISSUES) this.#issues.push({ column, found, wanted: { ru, en }, severity: 'error' });
  }

  async #flush(): Promise<void> {
    const rows = (writes: Map<string, Record<string, unknown>>) =>
      [...writes].map(([id, properties]) => ({ id, properties }));
    for (const some of portions(rows(this.#companyWrites), PORTION)) await this.#tx.run('company/put', { rows: some });
    for (const some of portions(rows(this.#siteWrites), PORTION)) await this.#tx.run('site/put', { rows: some });
    for (const some of portions([...this.#flowWrites], PORTION)) await this.#flushFlows(some);
    const moves = [...this.#moves].map(([siteId, region]) => ({ siteId, region }));
    for (const some of portions(moves, PORTION)) await this.#tx.run('flow/move', { rows: some });
    this.#companyWrites.clear();
    this.#siteWrites.clear();
    this.#flowWrites.clear();
    this.#moves.clear();
    // flows are many; what a later part touches of them is loaded again
    this.#flows.clear();
  }

  /** New flows in one statement a direction; others lose their relationships first. */
  async #flushFlows(some: readonly (readonly [string, FlowWrite])[]): Promise<void> {
    const materials = new Set(some.flatMap(([, { flow }]) => flow?.readings.map(({ material }) => material) ?? []));
    if (materials.size > 0) await this.#tx.run('material/put', { ids: [...materials] });
    const put = some.filter(([, { flow }]) => flow);
    await this.#createFlows(
      'flow/create-output',
      put.filter(([, { fresh, flow }]) => fresh && flow!.direction === 'output'),
    );
    await this.#createFlows(
      'flow/create-demand',
      put.filter(([, { fresh, flow }]) => fresh && flow!.direction === 'input'),
    );
    const known = some.filter(([, { fresh }]) => !fresh);
    if (known.length > 0) await this.#replaceFlows(known);
  }

  async #createFlows(
    name: 'flow/create-output' | 'flow/create-demand',
    some: readonly (readonly [string, FlowWrite])[],
  ): Promise<void> {
    if (some.length === 0) return;
    const rows = some.map(([id, { properties, flow }]) => ({
      id,
      properties,
      siteId: flow!.siteId,
      readings: flow!.readings,
    }));
    await this.#tx.run(name, { rows });
  }

  async #replaceFlows(some: readonly (readonly [string, FlowWrite])[]): Promise<void> {
    const flows = some.flatMap(([, { flow }]) => flow ?? []);
    await this.#tx.run('flow/detach', { ids: some.map(([id]) => id) });
    const [kept, put] = [some.filter(([, { flow }]) => !flow), some.filter(([, { flow }]) => flow)];
    await this.#tx.run('flow/put', {
      rows: put.map(([id, { properties, flow }]) => ({ id, properties, output: flow!.direction === 'output' })),
    });
    if (kept.length > 0)
      await this.#tx.run('flow/retire', { rows: kept.map(([id, { properties }]) => ({ id, properties })) });
    const at = (direction: Flow['direction']) =>
      flows.filter((flow) => flow.direction === direction).map(({ id, siteId }) => ({ id, siteId }));
    await this.#tx.run('flow/give-off', { rows: at('output') });
    await this.#tx.run('flow/could-take', { rows: at('input') });
    await this.#tx.run('flow/read-as', {
      rows: flows.flatMap(({ id, readings }) => readings.map((reading) => ({ id, ...reading }))),
    });
  }
}

const bytesOf = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'));
