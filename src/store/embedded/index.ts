import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type Company,
  compareIds,
  type Exchange,
  type Flow,
  type Match,
  type Run,
  type Site,
  SymbionError,
} from '../../domain/index.ts';
import { canonicalJson } from '../content.ts';
import type { ChangeSet, CompanyFilter, FlowFilter, JobRecord, Page, Store, Versioned } from '../port.ts';
import { byOutput, findMatches, listHash } from './matches.ts';
import { openFile, unusable } from './open.ts';
import { Writing, words } from './writing.ts';

/** Rows written before other work gets a turn. */
const BATCH = 2000;

/** The embedded house: one SQLite file, one writer at a time, readers that see committed states only. Throws `unavailable`. */
export function openEmbeddedStore(file: string): Store & { backup(to: string): Promise<void> } {
  const { writer, reader } = openFile(file);
  const write = oneAtATime(writer, file);
  const get = <T>(sql: string, ...values: (string | number)[]) => reader.prepare(sql).get(...values) as T | undefined;
  const all = <T>(sql: string, ...values: (string | number)[]) => reader.prepare(sql).all(...values) as T[];
  const parsed = <T>(row: { body: string } | undefined) => (row ? (JSON.parse(row.body) as T) : undefined);
  const currentRun = () => get<{ value: string }>('SELECT value FROM meta WHERE key = ?', 'run')?.value;

  return {
    apply: (changes, onProgress) =>
      write(async () => {
        const writing = new Writing(writer);
        let first = true;
        for await (const part of isStream(changes) ? changes : [changes]) {
          if (first) writing.expect(part);
          first = false;
          for (const piece of pieces(part)) {
            writing.part(piece);
            onProgress?.(writing.rows);
            await nextTurn();
          }
        }
        return writing.finish();
      }),

    async findCompanies(filter, limit, after) {
      const { where, values } = companyConditions(filter, after);
      const rows = all<{ id: string; version: number; body: string }>(
        `SELECT id, version, body FROM company c WHERE ${where} ORDER BY id LIMIT ?`,
        ...values,
        limit + 1,
      );
      return page(rows, limit, (row) => ({
        ...(JSON.parse(row.body) as Company),
        version: row.version,
        sites: all<{ body: string }>('SELECT body FROM site WHERE company = ? AND retired = 0 ORDER BY id', row.id).map(
          (site) => JSON.parse(site.body) as Site,
        ),
      }));
    },

    async findFlows(filter, limit, after) {
      const { where, values } = flowConditions(filter, after);
      const rows = all<{ id: string; version: number; body: string }>(
        `SELECT id, version, body FROM flow f WHERE ${where} ORDER BY id LIMIT ?`,
        ...values,
        limit + 1,
      );
      return page(rows, limit, (row): Versioned<Flow> => ({ ...(JSON.parse(row.body) as Flow), version: row.version }));
    },

    async loadSnapshot() {
      const rows = <T extends { id: string }>(table: string) =>
        all<{ body: string }>(`SELECT body FROM ${table} WHERE retired = 0`)
          .map((row) => JSON.parse(row.body) as T)
          .sort((a, b) => compareIds(a.id, b.id));
      // one transaction, so that the three tables are of one state
      reader.exec('BEGIN');
      try {
        return { companies: rows<Company>('company'), sites: rows<Site>('site'), flows: rows<Flow>('flow') };
      } finally {
        reader.exec('COMMIT');
      }
    },

    snapshotHash: async () => get<{ value: string }>('SELECT value FROM meta WHERE key = ?', 'content')!.value,

    publishRun: (run, matches, onProgress) =>
      write(async () => {
        if (!writer.prepare('SELECT 1 FROM run WHERE id = ?').get(run.id))
          await storeRun(writer, run, matches, onProgress);
        makeCurrent(writer, run.id);
      }),

    async findRun(id) {
      const wanted = id ?? currentRun();
      return wanted === undefined ? undefined : parsed<Run>(get('SELECT body FROM run WHERE id = ?', wanted));
    },

    listRuns: async (limit) =>
      all<{ body: string }>('SELECT body FROM run ORDER BY place DESC LIMIT ?', limit).map(
        (row) => JSON.parse(row.body) as Run,
      ),

    async findMatches(runId, filter, limit, after) {
      if (!get('SELECT 1 FROM run WHERE id = ?', runId))
        throw new SymbionError('not-found', { ru: `Расчёт «${runId}» не найден.`, en: `There is no run "${runId}".` });
      return findMatches(reader, runId, currentRun() === runId, filter, limit, after);
    },

    putExchange: (exchange, expectedVersion) =>
      write(() => {
        const stored = writer.prepare('SELECT version FROM exchange WHERE id = ?').get(exchange.id) as
          | { version: number }
          | undefined;
        if ((stored?.version ?? 0) !== expectedVersion)
          throw new SymbionError('stale', {
            ru: `Обмен «${exchange.id}»: в хранилище версия ${stored?.version ?? 0}.`,
            en: `The exchange "${exchange.id}": the store has version ${stored?.version ?? 0}.`,
          });
        const next: Exchange = { ...exchange, version: expectedVersion + 1 };
        writer
          .prepare(
            'INSERT INTO exchange VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET version = excluded.version, body = excluded.body',
          )
          .run(next.id, next.version, canonicalJson(next));
        return next;
      }),

    async findExchanges(limit, after) {
      const rows = all<{ id: string; body: string }>(
        'SELECT id, body FROM exchange WHERE id > ? ORDER BY id LIMIT ?',
        after ?? '',
        limit + 1,
      );
      return page(rows, limit, (row) => JSON.parse(row.body) as Exchange);
    },

    putJob: (job) =>
      write(() => {
        writer
          .prepare(
            'INSERT INTO job VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET state = excluded.state, created = excluded.created, body = excluded.body',
          )
          .run(job.id, job.state, job.createdAt, canonicalJson(job));
      }),

    async findJobs(states, limit = 1000) {
      const some = states === undefined ? '' : `WHERE state IN (${states.map(() => '?').join(', ') || 'NULL'})`;
      return all<{ body: string }>(
        `SELECT body FROM job ${some} ORDER BY created DESC, id DESC LIMIT ?`,
        ...(states ?? []),
        limit,
      ).map((row) => JSON.parse(row.body) as JobRecord);
    },

    getJob: async (id) => parsed<JobRecord>(get('SELECT body FROM job WHERE id = ?', id)),

    removeJobs: (ids) =>
      write(() => {
        const remove = writer.prepare('DELETE FROM job WHERE id = ?');
        for (const id of ids) remove.run(id);
      }),

    putResult: (runId, kind, key, value) =>
      write(() => {
        writer
          .prepare(
            'INSERT INTO result VALUES (?, ?, ?, ?) ON CONFLICT (run, kind, key) DO UPDATE SET body = excluded.body',
          )
          .run(runId, kind, key, canonicalJson(value));
      }),

    findResult: async (runId, kind, key) =>
      parsed(get('SELECT body FROM result WHERE run = ? AND kind = ? AND key = ?', runId, kind, key)),

    async check() {
      try {
        const { version } = get<{ version: string }>('SELECT sqlite_version() AS version')!;
        const verdict = Object.values(get<object>('PRAGMA quick_check')!)[0];
        return { kind: 'SQLite', version, problems: verdict === 'ok' ? [] : [String(verdict)] };
      } catch (error) {
        throw unusable(file, (error as Error).message, (error as Error).message, error);
      }
    },

    backup: (to) =>
      write(() => void writer.prepare('SELECT 1').get(), {
        outside: () => void writer.exec(`VACUUM INTO '${to.replaceAll("'", "''")}'`),
      }),

    async close() {
      await write(() => undefined);
      reader.close();
      writer.close();
    },
  };
}

/** Runs pieces of writing one after another, each in a transaction that is rolled back when it throws. */
function oneAtATime(db: DatabaseSync, file: string) {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => T | Promise<T>, options: { outside?: () => void } = {}): Promise<T> => {
    const turn = last.then(async () => {
      try {
        db.exec('BEGIN IMMEDIATE');
      } catch (error) {
        throw unusable(file, (error as Error).message, (error as Error).message, error);
      }
      try {
        const result = await work();
        db.exec('COMMIT');
        options.outside?.();
        return result;
      } catch (error) {
        if (db.isTransaction) db.exec('ROLLBACK');
        throw error;
      }
    });
    last = turn.catch(() => undefined);
    return turn;
  };
}

async function storeRun(
  db: DatabaseSync,
  run: Run,
  matches: Parameters<Store['publishRun']>[1],
  onProgress?: (done: number) => void,
): Promise<void> {
  const { place } = db.prepare('SELECT ifnull(max(place), 0) + 1 AS place FROM run').get() as { place: number };
  db.prepare('INSERT INTO run VALUES (?, ?, ?)').run(run.id, place, canonicalJson(run));
  const known = db.prepare('SELECT number FROM list WHERE hash = ?');
  const newList = db.prepare('INSERT INTO list (hash) VALUES (?)');
  const member = db.prepare('INSERT OR IGNORE INTO run_list VALUES (?, ?)');
  const insert = db.prepare(`INSERT INTO match VALUES (?, 0${', ?'.repeat(16)})`);
  const regionOf = regions(db);
  let done = 0;
  let turn = 0;
  for await (const list of byOutput(matches)) {
    const hash = listHash(list);
    let number = (known.get(hash) as { number: number } | undefined)?.number;
    if (number === undefined) {
      number = Number(newList.run(hash).lastInsertRowid);
      for (const m of list) insert.run(number, ...columns(m, regionOf));
    }
    member.run(run.id, number);
    done += list.length;
    turn += list.length;
    if (turn < BATCH) continue;
    turn = 0;
    onProgress?.(done);
    await nextTurn();
  }
  onProgress?.(done);
}

function columns(m: Match, regionOf: (flow: string, company: string) => string | null) {
  return [
    m.output,
    m.demand,
    m.outputCompany,
    m.demandCompany,
    regionOf(m.output, m.outputCompany),
    regionOf(m.demand, m.demandCompany),
    m.material,
    m.use,
    m.rank ?? null,
    m.score,
    m.netBenefitEurPerYear ?? null,
    m.co2KgPerYear ?? null,
    m.quantityPerYear ?? null,
    m.inferred ? 1 : 0,
    m.regime,
    canonicalJson(m),
  ] as const;
}

/** Region of a flow's site; of a flow that is not stored, of its company's first site. */
function regions(db: DatabaseSync): (flow: string, company: string) => string | null {
  const own = db.prepare('SELECT s.region FROM flow f JOIN site s ON s.id = f.site WHERE f.id = ? AND f.retired = 0');
  const first = db.prepare('SELECT region FROM site WHERE company = ? AND retired = 0 ORDER BY id LIMIT 1');
  return (flow, company) =>
    ((own.get(flow) ?? first.get(company)) as { region: string | null } | undefined)?.region ?? null;
}

/** Only lists that enter or leave the current run are touched. */
function makeCurrent(db: DatabaseSync, runId: string): void {
  const leave = 'SELECT number FROM list WHERE current = 1 AND number NOT IN (SELECT list FROM run_list WHERE run = ?)';
  const enter = 'SELECT list FROM run_list JOIN list ON number = list WHERE run = ? AND current = 0';
  db.prepare(`UPDATE match SET current = 0 WHERE list IN (${leave})`).run(runId);
  db.prepare(`UPDATE list SET current = 0 WHERE number IN (${leave})`).run(runId);
  db.prepare(`UPDATE match SET current = 1 WHERE list IN (${enter})`).run(runId);
  db.prepare(`UPDATE list SET current = 1 WHERE number IN (${enter})`).run(runId);
  db.prepare("INSERT INTO meta VALUES ('run', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value").run(runId);
}

function companyConditions(filter: CompanyFilter, after?: string): { where: string; values: (string | number)[] } {
  const where = ['retired = 0', 'id > ?'];
  const values: (string | number)[] = [after ?? ''];
  if (filter.region !== undefined || filter.country !== undefined) {
    where.push(
      'EXISTS (SELECT 1 FROM site s WHERE s.company = c.id AND s.retired = 0 AND ifnull(?, s.region) IS s.region AND ifnull(?, s.country) IS s.country)',
    );
    values.push(filter.region ?? (null as never), filter.country ?? (null as never));
  }
  addText(filter.text, where, values);
  addIds(filter.ids, where, values);
  return { where: where.join(' AND '), values };
}

function flowConditions(filter: FlowFilter, after?: string): { where: string; values: (string | number)[] } {
  const where = ['retired = 0', 'id > ?'];
  const values: (string | number)[] = [after ?? ''];
  const add = (condition: string, value: string | undefined) => {
    if (value === undefined) return;
    where.push(condition);
    values.push(value);
  };
  add('company = ?', filter.companyId);
  add('direction = ?', filter.direction);
  add('id IN (SELECT flow FROM flow_material WHERE material = ?)', filter.material);
  add('site IN (SELECT id FROM site WHERE region = ? AND retired = 0)', filter.region);
  addText(filter.text, where, values);
  addIds(filter.ids, where, values);
  return { where: where.join(' AND '), values };
}

function addText(text: string | undefined, where: string[], values: (string | number)[]): void {
  for (const word of text === undefined ? [] : words(text).trim().split(' ').filter(Boolean)) {
    where.push('instr(words, ?) > 0');
    values.push(` ${word}`);
  }
}

function addIds(ids: readonly string[] | undefined, where: string[], values: (string | number)[]): void {
  if (ids === undefined) return;
  where.push('id IN (SELECT value FROM json_each(?))');
  values.push(JSON.stringify(ids));
}

function page<R extends { readonly id: string }, T>(rows: readonly R[], limit: number, read: (row: R) => T): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return rows.length > limit && last ? { rows: shown.map(read), next: last.id } : { rows: shown.map(read) };
}

function isStream(changes: ChangeSet | AsyncIterable<ChangeSet>): changes is AsyncIterable<ChangeSet> {
  return Symbol.asyncIterator in changes;
}

/** Parts of a change set in its order, none larger than a batch. */
function* pieces(changes: ChangeSet): Generator<ChangeSet> {
  for (const key of ['companies', 'sites', 'flows', 'retireFlows', 'retireSites', 'retireCompanies'] as const) {
    const rows = changes[key] ?? [];
    for (let i = 0; i < rows.length; i += BATCH) yield { [key]: rows.slice(i, i + BATCH) } as ChangeSet;
  }
}
