import { createHash } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { type Company, type Flow, type Issue, type Site, SymbionError } from '../../domain/index.ts';
import { ContentSum, canonicalJson, type RowKind, rowContent } from '../content.ts';
import type { ChangeReport, ChangeSet } from '../port.ts';

interface Counts {
  added: number;
  changed: number;
  unchanged: number;
  retired: number;
}

interface StoredRow {
  readonly version: number;
  readonly retired: number;
  readonly hash: Uint8Array | null;
}

/** Writes one change set, part by part, inside a transaction that the caller holds. */
export class Writing {
  readonly #db: DatabaseSync;
  readonly #sum: ContentSum;
  readonly #issues: Issue[] = [];
  readonly #touched = new Set<string>();
  readonly #companies: Counts = { added: 0, changed: 0, unchanged: 0, retired: 0 };
  readonly #flows: Counts = { added: 0, changed: 0, unchanged: 0, retired: 0 };
  readonly #statements = new Map<string, StatementSync>();
  rows = 0;

  constructor(db: DatabaseSync) {
    this.#db = db;
    this.#sum = new ContentSum(
      (this.#sql('SELECT value FROM meta WHERE key = ?').get('content') as { value: string }).value,
    );
  }

  part(changes: ChangeSet): void {
    for (const company of changes.companies ?? []) this.#putCompany(company);
    for (const site of changes.sites ?? []) this.#putSite(site);
    for (const flow of changes.flows ?? []) this.#putFlow(flow);
    for (const id of changes.retireFlows ?? []) this.#retireFlow(id);
    for (const id of changes.retireSites ?? []) this.#retireSite(id);
    for (const id of changes.retireCompanies ?? []) this.#retireCompany(id);
  }

  /** Throws `stale` when a stored version is not the expected one. */
  expect(changes: ChangeSet): void {
    const flows = new Set(changes.flows?.map((flow) => flow.id));
    for (const [id, wanted] of changes.expect ?? []) {
      const company = this.#stored('company', id);
      const row = flows.has(id) ? this.#stored('flow', id) : (company ?? this.#stored('flow', id));
      const version = row && row.retired === 0 ? row.version : 0;
      if (version !== wanted)
        throw new SymbionError('stale', {
          ru: `«${id}»: в хранилище версия ${version}, ожидалась ${wanted}.`,
          en: `"${id}": the store has version ${version}, ${wanted} was expected.`,
        });
    }
  }

  /** Ends the change set: throws `input` with all that does not hold together, else keeps the new content sum. */
  finish(): ChangeReport {
    if (this.#issues.length > 0)
      throw new SymbionError(
        'input',
        { ru: 'Набор изменений не связан.', en: 'The change set does not hold together.' },
        { issues: this.#issues },
      );
    this.#sql('UPDATE meta SET value = ? WHERE key = ?').run(this.#sum.toString(), 'content');
    return { companies: { ...this.#companies }, flows: { ...this.#flows } };
  }

  #sql(text: string): StatementSync {
    let statement = this.#statements.get(text);
    if (!statement) {
      statement = this.#db.prepare(text);
      this.#statements.set(text, statement);
    }
    return statement;
  }

  #stored(table: 'company' | 'site' | 'flow', id: string): StoredRow | undefined {
    const version = table === 'site' ? '0 AS version' : 'version';
    return this.#sql(`SELECT ${version}, retired, hash FROM ${table} WHERE id = ?`).get(id) as StoredRow | undefined;
  }

  #putCompany(company: Company): void {
    this.#checkId(company.id);
    const { hash, body } = content('company', company);
    const stored = this.#stored('company', company.id);
    const change = this.#note(stored, hash);
    if (change !== 'unchanged')
      this.#sql(
        `INSERT INTO company (id, version, hash, words, body) VALUES (?, 1, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET version = version + 1, retired = 0, hash = excluded.hash, words = excluded.words, body = excluded.body`,
      ).run(company.id, hash, words(company.id, company.name), body);
    this.#count(this.#companies, company.id, change);
  }

  #putSite(site: Site): void {
    this.#checkId(site.id);
    const owner = this.#stored('company', site.companyId);
    if (!owner || owner.retired) {
      this.#fault('companyId', site.companyId, 'код известной компании', 'the id of a known company');
      return;
    }
    const { hash, body } = content('site', site);
    const change = this.#note(this.#stored('site', site.id), hash);
    if (change === 'unchanged') return;
    this.#sql(
      `INSERT INTO site (id, company, hash, country, region, body) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET company = excluded.company, retired = 0, hash = excluded.hash, country = excluded.country, region = excluded.region, body = excluded.body`,
    ).run(site.id, site.companyId, hash, site.country ?? null, site.region ?? null, body);
    this.#touchCompany(site.companyId);
  }

  #putFlow(flow: Flow): void {
    this.#checkId(flow.id);
    const site = this.#sql('SELECT company FROM site WHERE id = ? AND retired = 0').get(flow.siteId) as
      | { company: string }
      | undefined;
    if (!site) {
      this.#fault('siteId', flow.siteId, 'код известной площадки', 'the id of a known site');
      return;
    }
    if (site.company !== flow.companyId) {
      this.#fault(
        'companyId',
        flow.companyId,
        `компания площадки (${site.company})`,
        `the site's company (${site.company})`,
      );
      return;
    }
    const { hash, body } = content('flow', flow);
    const change = this.#note(this.#stored('flow', flow.id), hash);
    if (change !== 'unchanged') {
      this.#sql(
        `INSERT INTO flow (id, company, site, direction, version, hash, words, body) VALUES (?, ?, ?, ?, 1, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET company = excluded.company, site = excluded.site, direction = excluded.direction, version = version + 1,
           retired = 0, hash = excluded.hash, words = excluded.words, body = excluded.body`,
      ).run(flow.id, flow.companyId, flow.siteId, flow.direction, hash, words(flow.id, flow.description), body);
      if (change === 'changed') this.#sql('DELETE FROM flow_material WHERE flow = ?').run(flow.id);
      for (const { material } of flow.readings)
        this.#sql('INSERT OR IGNORE INTO flow_material VALUES (?, ?)').run(material, flow.id);
    }
    this.#count(this.#flows, flow.id, change);
  }

  #retireFlow(id: string): void {
    const stored = this.#stored('flow', id);
    if (!stored || stored.retired) return;
    if (stored.hash) this.#sum.subtract(stored.hash);
    this.#sql('UPDATE flow SET retired = 1, hash = NULL WHERE id = ?').run(id);
    this.#sql('DELETE FROM flow_material WHERE flow = ?').run(id);
    this.#flows.retired++;
    this.rows++;
  }

  #retireSite(id: string): void {
    const stored = this.#sql('SELECT company, retired, hash FROM site WHERE id = ?').get(id) as
      | (StoredRow & { company: string })
      | undefined;
    if (!stored || stored.retired) return;
    for (const flow of this.#sql('SELECT id FROM flow WHERE site = ? AND retired = 0').all(id) as { id: string }[])
      this.#retireFlow(flow.id);
    if (stored.hash) this.#sum.subtract(stored.hash);
    this.#sql('UPDATE site SET retired = 1, hash = NULL WHERE id = ?').run(id);
    this.#touchCompany(stored.company);
  }

  #retireCompany(id: string): void {
    const stored = this.#stored('company', id);
    if (!stored || stored.retired) return;
    this.#touched.add(id);
    for (const site of this.#sql('SELECT id FROM site WHERE company = ? AND retired = 0').all(id) as { id: string }[])
      this.#retireSite(site.id);
    if (stored.hash) this.#sum.subtract(stored.hash);
    this.#sql('UPDATE company SET retired = 1, hash = NULL WHERE id = ?').run(id);
    this.#companies.retired++;
    this.rows++;
  }

  /** A site's change is one of its company, once a change set. */
  #touchCompany(id: string): void {
    if (this.#touched.has(id)) return;
    this.#touched.add(id);
    this.#sql('UPDATE company SET version = version + 1 WHERE id = ?').run(id);
    if (this.#companies.unchanged > 0 && this.#counted.get(id) === 'unchanged') {
      this.#companies.unchanged--;
      this.#companies.changed++;
      this.#counted.set(id, 'changed');
    } else if (!this.#counted.has(id)) this.#companies.changed++;
  }

  readonly #counted = new Map<string, 'added' | 'changed' | 'unchanged'>();

  #count(counts: Counts, id: string, change: 'added' | 'changed' | 'unchanged'): void {
    counts[change]++;
    this.rows++;
    if (counts !== this.#companies) return;
    this.#counted.set(id, change);
    if (change !== 'unchanged') this.#touched.add(id);
  }

  #note(stored: StoredRow | undefined, hash: Uint8Array): 'added' | 'changed' | 'unchanged' {
    const alive = stored !== undefined && stored.retired === 0;
    if (alive && stored.hash && Buffer.compare(stored.hash, hash) === 0) return 'unchanged';
    if (alive && stored.hash) this.#sum.subtract(stored.hash);
    this.#sum.add(hash);
    return alive ? 'changed' : 'added';
  }

  #checkId(id: string): void {
    if (id === '' || Buffer.byteLength(id) > 400 || id.includes('\0') || !id.isWellFormed())
      this.#fault('id', id.slice(0, 100), 'от 1 до 400 байт текста', '1 to 400 bytes of text');
  }

  #fault(column: string, found: string, ru: string, en: string): void {
    this.#issues.push({ column, found, wanted: { ru, en }, severity: 'error' });
  }
}

function content(kind: RowKind, row: object): { hash: Buffer; body: string } {
  return { hash: createHash('sha256').update(rowContent(kind, row)).digest(), body: canonicalJson(row) };
}

/** Lower case, words parted by single blanks, a blank before each: so that ` term` finds beginnings of words. */
export function words(...texts: readonly string[]): string {
  return ` ${texts
    .join(' ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()}`;
}
