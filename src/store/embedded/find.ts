import type { SQLInputValue } from 'node:sqlite';
import type { Company, Flow, Site, Snapshot } from '../../domain/index.ts';
import { idPage } from '../id-page.ts';
import type { CompanyFilter, FlowFilter, Page, Versioned } from '../port.ts';
import { Breath } from '../ranked/breath.ts';
import { wordQuery } from '../ranked/words.ts';
import type { Connection } from './database.ts';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly body: string;
}

/**
 * Conditions of a query. One of them, the narrowest by nature, leads: its index gives the rows; a `+` before a column keeps the
 * planner from the indexes of the others, which it would take without knowing how many rows they give.
 */
class Conditions {
  readonly where: string[] = [];
  readonly values: SQLInputValue[] = [];
  #led = false;

  /** `lead` is the condition as it reads when it leads. */
  add(value: SQLInputValue | undefined, follow: string, lead = follow): void {
    if (value === undefined) return;
    this.where.push(this.#led ? follow : lead);
    this.values.push(value);
    this.#led = true;
  }

  toString(): string {
    return this.where.join(' AND ');
  }
}

export function findFlows(db: Connection, filter: FlowFilter, limit: number, after = ''): Page<Versioned<Flow>> {
  const c = new Conditions();
  const query = filter.text === undefined ? undefined : wordQuery(filter.text);
  const byMaterial = (filter.ids ?? query ?? filter.companyId) === undefined && filter.material !== undefined;
  const id = byMaterial ? 'r.flow_id' : 'f.id';
  c.add(listed(filter.ids), 'f.id IN (SELECT value FROM json_each(?))');
  c.add(query, 'f.n IN (SELECT rowid FROM flow_words WHERE words MATCH ?)');
  c.add(
    filter.companyId,
    '+f.company = (SELECT n FROM company WHERE id = ?)',
    'f.company = (SELECT n FROM company WHERE id = ?)',
  );
  c.add(
    filter.material,
    'EXISTS (SELECT 1 FROM reading r WHERE r.material = ? AND r.flow_id = f.id)',
    'r.material = ?',
  );
  c.add(filter.region, '+f.region = ?', 'f.region = ?');
  c.add(filter.direction, 'f.direction = ?');
  c.add(after, `${id} > ?`);
  const from = byMaterial ? 'reading r CROSS JOIN flow f ON f.id = r.flow_id' : 'flow f';
  const rows = db.all<Row>(
    `SELECT f.id, f.version, f.body FROM ${from} WHERE ${c} AND f.retired = 0 ORDER BY ${id} LIMIT ?`,
    ...c.values,
    limit + 1,
  );
  return idPage(rows, limit, (row): Versioned<Flow> => ({ ...(JSON.parse(row.body) as Flow), version: row.version }));
}

export function findCompanies(
  db: Connection,
  filter: CompanyFilter,
  limit: number,
  after = '',
): Page<Versioned<Company> & { sites: readonly Site[] }> {
  const c = new Conditions();
  c.add(listed(filter.ids), 'c.id IN (SELECT value FROM json_each(?))');
  c.add(
    filter.text === undefined ? undefined : wordQuery(filter.text),
    'c.n IN (SELECT rowid FROM company_words WHERE words MATCH ?)',
  );
  if (filter.region !== undefined || filter.country !== undefined) {
    const place = new Conditions();
    place.add(filter.region, 'region = ?');
    place.add(filter.country, 'country = ?');
    c.where.push(`c.n IN (SELECT company FROM site WHERE ${place} AND retired = 0)`);
    c.values.push(...place.values);
  }
  c.add(after, 'c.id > ?');
  const rows = db.all<Row & { n: number }>(
    `SELECT c.n, c.id, c.version, c.body FROM company c WHERE ${c} AND c.retired = 0 ORDER BY c.id LIMIT ?`,
    ...c.values,
    limit + 1,
  );
  return idPage(rows, limit, (row) => ({
    ...(JSON.parse(row.body) as Company),
    version: row.version,
    sites: bodies<Site>(db, 'SELECT body FROM site WHERE company = ? AND retired = 0 ORDER BY id', row.n),
  }));
}

/** All rows of one state: the caller hands in a connection of its own, which this reads in one transaction, with breaths. */
export async function loadSnapshot(db: Connection): Promise<Snapshot> {
  const breath = new Breath();
  const load = async <T>(table: string): Promise<T[]> => {
    const rows: T[] = [];
    // SQLite compares text by the bytes of UTF-8, which is the order of ids
    for (const { body } of db.iterate<{ body: string }>(`SELECT body FROM ${table} WHERE retired = 0 ORDER BY id`)) {
      rows.push(JSON.parse(body) as T);
      if (rows.length % 256 === 0) await breath.take();
    }
    return rows;
  };
  db.raw.exec('BEGIN');
  const companies = await load<Company>('company');
  return { companies, sites: await load<Site>('site'), flows: await load<Flow>('flow') };
}

export function bodies<T>(db: Connection, sql: string, ...values: SQLInputValue[]): T[] {
  return db.all<{ body: string }>(sql, ...values).map((row) => JSON.parse(row.body) as T);
}

function listed(ids: readonly string[] | undefined): string | undefined {
  return ids === undefined ? undefined : JSON.stringify(ids);
}
