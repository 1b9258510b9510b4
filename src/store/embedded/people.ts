import type { Exchange } from '../../domain/index.ts';
import { canonicalJson } from '../content.ts';
import { idPage } from '../id-page.ts';
import type { JobRecord, Page, Store } from '../port.ts';
import type { Connection } from './database.ts';
import { stale } from './faults.ts';
import { bodies } from './find.ts';
import type { Writer } from './writer.ts';

export const PUT_EXCHANGE = `INSERT INTO exchange VALUES (?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET version = excluded.version, body = excluded.body`;
/** A version of a decision, beside it: what people thought before is never lost. */
export const PUT_EVENT = 'INSERT OR IGNORE INTO event VALUES (?, ?, ?)';
export const PUT_JOB = `INSERT INTO job VALUES (?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET state = excluded.state, created = excluded.created, body = excluded.body`;
export const PUT_RESULT = `INSERT INTO result VALUES (?, ?, ?, ?) ON CONFLICT (run, kind, key) DO UPDATE SET body = excluded.body`;
const REMOVE_RESULTS = `DELETE FROM result WHERE run = ?1 AND kind = ?2
  AND key IN (SELECT key FROM result WHERE run = ?1 AND kind = ?2 LIMIT ?3)`;
/** Results removed in one transaction: each may be a megabyte. */
const REMOVED = 20;

type People = Pick<
  Store,
  | 'putExchange'
  | 'findExchanges'
  | 'exchangeHistory'
  | 'putJob'
  | 'findJobs'
  | 'getJob'
  | 'removeJobs'
  | 'putResult'
  | 'findResult'
  | 'removeResults'
>;

/** What people decided, the journal of jobs, results beside a run: rows of JSON under a key. */
export function people(writer: Writer, reader: Connection): People {
  const first = <T>(sql: string, ...values: string[]) => bodies<T>(reader, sql, ...values)[0];
  return {
    putExchange: (exchange, expectedVersion) =>
      writer.write((db) => {
        const stored = db.get<{ version: number }>('SELECT version FROM exchange WHERE id = ?', exchange.id);
        const version = stored?.version ?? 0;
        if (version !== expectedVersion) throw stale(exchange.id, version, expectedVersion);
        const next: Exchange = { ...exchange, version: version + 1 };
        db.run(PUT_EXCHANGE, next.id, next.version, canonicalJson(next));
        db.run(PUT_EVENT, next.id, next.version, canonicalJson(next));
        return next;
      }),

    async findExchanges(limit, after = ''): Promise<Page<Exchange>> {
      const rows = reader.all<{ id: string; body: string }>(
        'SELECT id, body FROM exchange WHERE id > ? ORDER BY id LIMIT ?',
        after,
        limit + 1,
      );
      return idPage(rows, limit, (row) => JSON.parse(row.body) as Exchange);
    },

    exchangeHistory: async (id) =>
      bodies<Exchange>(reader, 'SELECT body FROM event WHERE exchange = ? ORDER BY version', id),

    putJob: (job) => writer.write((db) => void db.run(PUT_JOB, job.id, job.state, job.createdAt, canonicalJson(job))),

    async findJobs(states, limit = 1000) {
      const some = states === undefined ? '' : 'WHERE state IN (SELECT value FROM json_each(?))';
      const values = states === undefined ? [limit] : [JSON.stringify(states), limit];
      return bodies<JobRecord>(
        reader,
        `SELECT body FROM job ${some} ORDER BY created DESC, id DESC LIMIT ?`,
        ...values,
      );
    },

    getJob: async (id) => first<JobRecord>('SELECT body FROM job WHERE id = ?', id),

    removeJobs: (ids) =>
      writer.write((db) => {
        for (const id of ids) db.run('DELETE FROM job WHERE id = ?', id);
      }),

    putResult: (runId, kind, key, value) =>
      writer.write((db) => void db.run(PUT_RESULT, runId, kind, key, canonicalJson(value))),

    findResult: async (runId, kind, key) =>
      first('SELECT body FROM result WHERE run = ? AND kind = ? AND key = ?', runId, kind, key),

    async removeResults(runId, kind) {
      for (;;) {
        const removed = await writer.write((db) => db.run(REMOVE_RESULTS, runId, kind, REMOVED).changes);
        if (Number(removed) < REMOVED) return;
      }
    },
  };
}
