import type { Company, Flow, Site } from '../../domain/index.ts';
import { ContentSum } from '../content.ts';
import type { ChangeReport, ChangeSet } from '../port.ts';
import { words } from '../ranked/words.ts';
import { RowFaults } from '../row-faults.ts';
import type { Connection } from './database.ts';
import { stale } from './faults.ts';
import { Readings } from './readings.ts';
import type { Content, Step } from './steps.ts';

interface Stored {
  readonly n: number;
  readonly hash: Uint8Array;
  readonly retired: number;
}
interface StoredCompany extends Stored {
  readonly version: number;
  readonly touched: number;
}
interface StoredSite extends Stored {
  readonly company: number;
  readonly companyId: string;
  readonly region: string | null;
}
/** A site as its flows need it. */
type Home = Pick<StoredSite, 'n' | 'company' | 'companyId' | 'region'>;
interface StoredFlow extends Stored {
  readonly version: number;
  readonly body: string;
}
type Change = 'added' | 'changed' | 'unchanged';

const FIND_COMPANY = 'SELECT n, hash, retired, version, touched FROM company WHERE id = ?';
const COMPANY_BY_NUMBER = 'SELECT n, hash, retired, version, touched FROM company WHERE n = ?';
const FIND_SITE = `SELECT s.n, s.hash, s.retired, s.company, s.region, c.id AS companyId
  FROM site s JOIN company c ON c.n = s.company WHERE s.id = ?`;
const FIND_FLOW = 'SELECT n, hash, retired, version, body FROM flow WHERE id = ?';
const ADD_COMPANY = 'INSERT INTO company (id, body, hash, version, touched) VALUES (?, ?, ?, 1, ?)';
const SET_COMPANY = 'UPDATE company SET body = ?, hash = ?, retired = 0 WHERE n = ?';
const TOUCH_COMPANY = 'UPDATE company SET version = version + 1, touched = ? WHERE n = ?';
const ADD_SITE = 'INSERT INTO site (id, company, region, country, body, hash) VALUES (?, ?, ?, ?, ?, ?)';
const SET_SITE = 'UPDATE site SET company = ?, region = ?, country = ?, body = ?, hash = ?, retired = 0 WHERE n = ?';
const MOVE_FLOWS = 'UPDATE flow SET region = ? WHERE site = ?';
const ADD_FLOW = `INSERT INTO flow (id, site, company, direction, region, body, hash, version) VALUES (?, ?, ?, ?, ?, ?, ?, 1)`;
const SET_FLOW = `UPDATE flow SET site = ?, company = ?, direction = ?, region = ?, body = ?, hash = ?, version = version + 1, retired = 0
  WHERE n = ?`;
const RETIRE_FLOW = 'UPDATE flow SET retired = 1, version = version + 1 WHERE n = ?';
const SITES_OF = 'SELECT id FROM site WHERE company = ? AND retired = 0';
const FLOWS_OF = 'SELECT id FROM flow WHERE site = ? AND retired = 0';

/** Sites looked up before the table is asked again. */
const KNOWN_SITES = 250_000;

/** Writes one change set, step by step, inside a transaction that the caller holds. */
export class Changes {
  readonly #db: Connection;
  readonly #readings: Readings;
  readonly #sum: ContentSum;
  /** Number of this change set: what it has touched already is not touched or counted twice. */
  readonly #number: number;
  readonly #faults = new RowFaults();
  readonly #sites = new Map<string, Home | undefined>();
  /** Companies counted as unchanged; a site may still change them. */
  readonly #unchanged = new Set<number>();
  readonly #companies = { added: 0, changed: 0, unchanged: 0, retired: 0 };
  readonly #flows = { added: 0, changed: 0, unchanged: 0, retired: 0 };
  rows = 0;

  constructor(db: Connection) {
    this.#db = db;
    this.#readings = new Readings(db);
    const meta = (key: string) => db.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', key)!.value;
    this.#sum = new ContentSum(meta('content'));
    this.#number = Number(meta('change')) + 1;
  }

  /** Throws `stale` when a stored version is not the expected one. */
  expect(changes: ChangeSet): void {
    if (!changes.expect || changes.expect.size === 0) return;
    const flows = new Set([...(changes.flows ?? []).map((flow) => flow.id), ...(changes.retireFlows ?? [])]);
    const companies = new Set([...(changes.companies ?? []).map((one) => one.id), ...(changes.retireCompanies ?? [])]);
    for (const [id, wanted] of changes.expect) {
      const flow = () => this.#db.get<StoredFlow>(FIND_FLOW, id);
      const company = () => this.#db.get<StoredCompany>(FIND_COMPANY, id);
      const row = flows.has(id) ? flow() : companies.has(id) ? company() : (company() ?? flow());
      const version = row && row.retired === 0 ? row.version : 0;
      if (version !== wanted) throw stale(id, version, wanted);
    }
  }

  write(step: Step): void {
    if ('retire' in step) this.#retire(step);
    else if (!this.#faults.isGoodId(step.row.id)) return;
    else if (step.put === 'company') this.#putCompany(step.row, step);
    else if (step.put === 'site') this.#putSite(step.row, step);
    else this.#putFlow(step.row, step);
  }

  #retire({ retire, id }: Extract<Step, { retire: unknown }>): void {
    if (retire === 'flow') this.#retireFlow(id);
    else if (retire === 'site') this.#retireSite(id);
    else this.#retireCompany(id);
  }

  /** Writes what was put off, some at a step; then the change set can be finished. */
  settle(): Iterable<void> {
    return this.#readings.write();
  }

  /** Ends the change set: throws `input` with all that does not hold together, else keeps the new content sum. */
  finish(): ChangeReport {
    this.#faults.throwAny();
    const set = 'UPDATE meta SET value = ? WHERE key = ?';
    this.#db.run(set, this.#sum.toString(), 'content');
    this.#db.run(set, String(this.#number), 'change');
    return { companies: { ...this.#companies }, flows: { ...this.#flows } };
  }

  #putCompany(company: Company, content: Content): void {
    const stored = this.#db.get<StoredCompany>(FIND_COMPANY, company.id);
    const change = this.#compare(stored, content);
    this.rows++;
    if (change === 'unchanged') {
      if (stored!.touched === this.#number || this.#unchanged.has(stored!.n)) return;
      this.#unchanged.add(stored!.n);
      this.#companies.unchanged++;
      return;
    }
    const text = words(company.id, company.name);
    if (!stored) {
      const n = this.#db.run(ADD_COMPANY, company.id, content.body, content.hash, this.#number).lastInsertRowid;
      this.#db.run('INSERT INTO company_words (rowid, words) VALUES (?, ?)', n, text);
      this.#companies.added++;
      return;
    }
    this.#db.run(SET_COMPANY, content.body, content.hash, stored.n);
    this.#db.run('INSERT OR REPLACE INTO company_words (rowid, words) VALUES (?, ?)', stored.n, text);
    if (stored.touched !== this.#number) this.#countCompany(stored.n, change);
    this.#raise(stored);
  }

  #putSite(site: Site, content: Content): void {
    const owner = this.#db.get<StoredCompany>(FIND_COMPANY, site.companyId);
    if (!owner || owner.retired) {
      this.#faults.unknownCompany(site.companyId);
      return;
    }
    const stored = this.#db.get<StoredSite>(FIND_SITE, site.id);
    const change = this.#compare(stored, content);
    this.rows++;
    if (change === 'unchanged') return;
    const { region = null, country = null } = site;
    this.#sites.delete(site.id);
    if (!stored) this.#db.run(ADD_SITE, site.id, owner.n, region, country, content.body, content.hash);
    else {
      this.#db.run(SET_SITE, owner.n, region, country, content.body, content.hash, stored.n);
      if (stored.company !== owner.n) this.#leaveCompany(stored, owner.n);
      if (stored.region !== region) this.#db.run(MOVE_FLOWS, region, stored.n);
    }
    this.#touchCompany(owner.n);
  }

  /** A site that goes to another company leaves the flows of the old one behind, retired. */
  #leaveCompany(site: StoredSite, owner: number): void {
    for (const { id } of this.#db.all<{ id: string }>(`${FLOWS_OF} AND company <> ?`, site.n, owner))
      this.#retireFlow(id);
    this.#touchCompany(site.company);
  }

  #putFlow(flow: Flow, content: Content): void {
    const site = this.#site(flow.siteId);
    if (!site) {
      this.#faults.unknownSite(flow.siteId);
      return;
    }
    if (site.companyId !== flow.companyId) {
      const owner = site.companyId;
      this.#faults.otherOwner(flow.companyId, owner);
      return;
    }
    const stored = this.#db.get<StoredFlow>(FIND_FLOW, flow.id);
    const change = this.#compare(stored, content);
    this.rows++;
    this.#flows[change]++;
    if (change === 'unchanged') return;
    const values = [site.n, site.company, flow.direction, site.region, content.body, content.hash] as const;
    if (!stored) {
      const n = this.#db.run(ADD_FLOW, flow.id, ...values).lastInsertRowid;
      this.#db.run('INSERT INTO flow_words (rowid, words) VALUES (?, ?)', n, words(flow.id, flow.description));
    } else {
      this.#db.run(SET_FLOW, ...values, stored.n);
      this.#db.run(
        'INSERT OR REPLACE INTO flow_words (rowid, words) VALUES (?, ?)',
        stored.n,
        words(flow.id, flow.description),
      );
      this.#readings.drop(stored.body);
    }
    this.#readings.add(flow);
  }

  #retireFlow(id: string): void {
    const stored = this.#db.get<StoredFlow>(FIND_FLOW, id);
    if (!stored || stored.retired) return;
    this.#sum.subtract(stored.hash);
    this.#db.run(RETIRE_FLOW, stored.n);
    this.#db.run('DELETE FROM flow_words WHERE rowid = ?', stored.n);
    this.#readings.drop(stored.body);
    this.#flows.retired++;
    this.rows++;
  }

  #retireSite(id: string): void {
    const stored = this.#db.get<StoredSite>(FIND_SITE, id);
    if (!stored || stored.retired) return;
    for (const flow of this.#db.all<{ id: string }>(FLOWS_OF, stored.n)) this.#retireFlow(flow.id);
    this.#sum.subtract(stored.hash);
    this.#db.run('UPDATE site SET retired = 1 WHERE n = ?', stored.n);
    this.#sites.delete(id);
    this.#touchCompany(stored.company);
    this.rows++;
  }

  #retireCompany(id: string): void {
    const stored = this.#db.get<StoredCompany>(FIND_COMPANY, id);
    if (!stored || stored.retired) return;
    // raised before its sites go, so that they do not count as changes of it
    this.#raise(stored);
    for (const site of this.#db.all<{ id: string }>(SITES_OF, stored.n)) this.#retireSite(site.id);
    this.#sum.subtract(stored.hash);
    this.#db.run('UPDATE company SET retired = 1 WHERE n = ?', stored.n);
    this.#db.run('DELETE FROM company_words WHERE rowid = ?', stored.n);
    this.#companies.retired++;
    this.rows++;
  }

  /** A site's change is one of its company, once a change set. */
  #touchCompany(n: number): void {
    const company = this.#db.get<StoredCompany>(COMPANY_BY_NUMBER, n)!;
    if (company.touched === this.#number || company.retired) return;
    this.#countCompany(n, 'changed');
    this.#raise(company);
  }

  #countCompany(n: number, change: Change): void {
    if (this.#unchanged.delete(n)) this.#companies.unchanged--;
    this.#companies[change]++;
  }

  #raise(company: StoredCompany): void {
    if (company.touched !== this.#number) this.#db.run(TOUCH_COMPANY, this.#number, company.n);
  }

  #site(id: string): Home | undefined {
    const known = this.#sites.get(id);
    if (known !== undefined || this.#sites.has(id)) return known;
    if (this.#sites.size >= KNOWN_SITES) this.#sites.clear();
    const stored = this.#db.get<StoredSite>(FIND_SITE, id);
    const { n, company, companyId, region } = stored ?? ({} as StoredSite);
    const home = stored?.retired === 0 ? { n, company, companyId, region } : undefined;
    this.#sites.set(id, home);
    return home;
  }

  #compare(stored: Stored | undefined, content: Content): Change {
    const alive = stored !== undefined && stored.retired === 0;
    if (alive && Buffer.compare(stored.hash, content.hash) === 0) return 'unchanged';
    if (alive) this.#sum.subtract(stored.hash);
    this.#sum.add(content.hash);
    return alive ? 'changed' : 'added';
  }
}
