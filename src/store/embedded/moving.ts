import { hash as digest } from 'node:crypto';
import type { Company, Exchange, Flow, Site } from '../../domain/index.ts';
import { ContentSum, canonicalJson, rowContent } from '../content.ts';
import type { Kept, KeptKind, MovableStore } from '../moving.ts';
import type { JobRecord } from '../port.ts';
import { placedMatches } from '../ranked/read-list.ts';
import { words } from '../ranked/words.ts';
import type { Connection } from './database.ts';
import { PUT_EVENT, PUT_EXCHANGE, PUT_JOB, PUT_RESULT } from './people.ts';
import { readLists } from './read-lists.ts';
import type { Writer } from './writer.ts';

type Moving = Pick<MovableStore, 'listKept' | 'findKept' | 'countKept' | 'restore' | 'readRun'>;

/** Key and body of each kind, as Kept tells them; `{}` stands for the condition. */
const SELECT: Readonly<Record<KeptKind, string>> = {
  company: `SELECT id AS key, json_object('row', json(body), 'version', version, 'retired', json(iif(retired, 'true', 'false'))) AS body FROM company`,
  site: `SELECT id AS key, json_object('row', json(body), 'retired', json(iif(retired, 'true', 'false'))) AS body FROM site`,
  flow: `SELECT id AS key, json_object('row', json(body), 'version', version, 'retired', json(iif(retired, 'true', 'false'))) AS body FROM flow`,
  exchange: 'SELECT id AS key, body FROM exchange',
  event: `SELECT exchange || '/' || version AS key, body FROM event`,
  result: `SELECT json_array(run, kind, key) AS key, json_object('run', run, 'kind', kind, 'key', key, 'value', json(body)) AS body FROM result`,
  job: 'SELECT id AS key, body FROM job',
};

export function moving(writer: Writer, reader: Connection): Moving {
  const read = (row: { key: string; body: string }): Kept => ({ key: row.key, body: JSON.parse(row.body) });
  return {
    async listKept(kind, limit, after = '') {
      const rows = reader.all<{ key: string; body: string }>(
        `SELECT * FROM (${SELECT[kind]}) WHERE key > ? ORDER BY key LIMIT ?`,
        after,
        limit + 1,
      );
      const shown = rows.slice(0, limit).map(read);
      return rows.length > limit ? { rows: shown, next: shown.at(-1)!.key } : { rows: shown };
    },

    async findKept(kind, keys) {
      return reader
        .all<{ key: string; body: string }>(
          `SELECT * FROM (${SELECT[kind]}) WHERE key IN (SELECT value FROM json_each(?))`,
          JSON.stringify(keys),
        )
        .map(read);
    },

    countKept: async (kind) => reader.get<{ n: number }>(`SELECT count(*) AS n FROM ${kind}`)!.n,

    restore: (kind, things) =>
      writer.write((db) => {
        const sum = new ContentSum(db.get<{ value: string }>("SELECT value FROM meta WHERE key = 'content'")!.value);
        for (const { body } of things) RESTORE[kind](db, body, sum);
        db.run("UPDATE meta SET value = ? WHERE key = 'content'", sum.toString());
      }),

    async *readRun(id) {
      for await (const list of readLists(reader, id)) yield* placedMatches(list);
    },
  };
}

const RESTORE: Readonly<Record<KeptKind, (db: Connection, body: unknown, sum: ContentSum) => void>> = {
  company(db, body, sum) {
    const { row, version, retired } = body as { row: Company; version: number; retired: boolean };
    const { lastInsertRowid } = db.run(
      'INSERT INTO company (id, body, hash, version, touched, retired) VALUES (?, ?, ?, ?, 0, ?)',
      row.id,
      canonicalJson(row),
      hashed('company', row, retired, sum),
      version,
      Number(retired),
    );
    if (!retired)
      db.run('INSERT INTO company_words (rowid, words) VALUES (?, ?)', lastInsertRowid, words(row.id, row.name));
  },
  site(db, body, sum) {
    const { row, retired } = body as { row: Site; retired: boolean };
    db.run(
      `INSERT INTO site (id, company, region, country, body, hash, retired)
       VALUES (?, (SELECT n FROM company WHERE id = ?), ?, ?, ?, ?, ?)`,
      row.id,
      row.companyId,
      row.region ?? null,
      row.country ?? null,
      canonicalJson(row),
      hashed('site', row, retired, sum),
      Number(retired),
    );
  },
  flow(db, body, sum) {
    const { row, version, retired } = body as { row: Flow; version: number; retired: boolean };
    const { lastInsertRowid } = db.run(
      `INSERT INTO flow (id, site, company, direction, region, body, hash, version, retired)
       SELECT ?, s.n, (SELECT n FROM company WHERE id = ?), ?, s.region, ?, ?, ?, ? FROM site s WHERE s.id = ?`,
      row.id,
      row.companyId,
      row.direction,
      canonicalJson(row),
      hashed('flow', row, retired, sum),
      version,
      Number(retired),
      row.siteId,
    );
    if (retired) return;
    db.run('INSERT INTO flow_words (rowid, words) VALUES (?, ?)', lastInsertRowid, words(row.id, row.description));
    for (const { material } of row.readings) db.run('INSERT OR IGNORE INTO reading VALUES (?, ?)', material, row.id);
  },
  exchange(db, body) {
    const row = body as Exchange;
    db.run(PUT_EXCHANGE, row.id, row.version, canonicalJson(row));
  },
  event(db, body) {
    const row = body as Exchange;
    db.run(PUT_EVENT, row.id, row.version, canonicalJson(row));
  },
  result(db, body) {
    const { run, kind, key, value } = body as { run: string; kind: string; key: string; value: unknown };
    db.run(PUT_RESULT, run, kind, key, canonicalJson(value));
  },
  job(db, body) {
    const row = body as JobRecord;
    db.run(PUT_JOB, row.id, row.state, row.createdAt, canonicalJson(row));
  },
};

/** Hash of a row; one that is not retired counts in the sum. */
function hashed(kind: 'company' | 'site' | 'flow', row: object, retired: boolean, sum: ContentSum): Uint8Array {
  const hash = digest('sha256', rowContent(kind, row), 'buffer').subarray(0, 16);
  if (!retired) sum.add(hash);
  return hash;
}
