import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { SymbionError } from '../../domain/index.ts';
import { LOG_LIMIT } from './checkpoints.ts';
import { toSymbionError } from './faults.ts';
import { MIGRATIONS } from './migrations.ts';

/** `SymB` in ASCII; marks a file as ours. */
const APPLICATION_ID = 0x53796d42;
const BUSY_MS = 5000;

/** A connection that prepares each statement once. */
export class Connection {
  readonly raw: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(raw: DatabaseSync) {
    this.raw = raw;
  }

  prepare(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.raw.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  run(sql: string, ...values: SQLInputValue[]): { changes: number; lastInsertRowid: number } {
    return this.prepare(sql).run(...values) as { changes: number; lastInsertRowid: number };
  }

  /** First row or undefined. The caller names the row's type as the statement selects it. */
  get<T>(sql: string, ...values: SQLInputValue[]): T | undefined {
    return this.prepare(sql).get(...values) as T | undefined;
  }

  all<T>(sql: string, ...values: SQLInputValue[]): T[] {
    return this.prepare(sql).all(...values) as T[];
  }

  iterate<T>(sql: string, ...values: SQLInputValue[]): IterableIterator<T> {
    return this.prepare(sql).iterate(...values) as IterableIterator<T>;
  }

  close(): void {
    this.#statements.clear();
    if (this.raw.isOpen) this.raw.close();
  }
}

/**
 * Opens the file for writing, makes it when it is not there, and brings it to the newest schema.
 * Throws `unavailable` with the plain reason: no folder, no permission, locked, damaged, foreign, or newer than this program.
 */
export function openForWriting(file: string): Connection {
  requireFolder(file);
  try {
    const raw = new DatabaseSync(file, { timeout: BUSY_MS, enableForeignKeyConstraints: true });
    try {
      prepareFile(raw, file);
      // from here on the writer waits in turns of the event loop, not in the driver
      raw.exec('PRAGMA busy_timeout = 0');
    } catch (error) {
      raw.close();
      throw error;
    }
    return new Connection(raw);
  } catch (error) {
    throw toSymbionError(error, file);
  }
}

/** Another connection to a file that `openForWriting` has prepared; sees committed states only. */
export function openForReading(file: string): Connection {
  try {
    const raw = new DatabaseSync(file, { timeout: BUSY_MS, readOnly: true });
    raw.exec('PRAGMA cache_size = -32000');
    return new Connection(raw);
  } catch (error) {
    throw toSymbionError(error, file);
  }
}

function requireFolder(file: string): void {
  const folder = path.dirname(path.resolve(file));
  if (existsSync(folder) && statSync(folder).isDirectory()) return;
  throw new SymbionError('unavailable', {
    ru: `Папки ${folder} нет: создайте её или укажите другую.`,
    en: `There is no folder ${folder}: make it or name another.`,
  });
}

function prepareFile(raw: DatabaseSync, file: string): void {
  const schema = requireOwnFile(raw, file);
  raw.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -64000');
  // the log is brought in by a thread of its own
  raw.exec(`PRAGMA wal_autocheckpoint = 0; PRAGMA journal_size_limit = ${LOG_LIMIT}`);
  raw.exec('BEGIN IMMEDIATE');
  try {
    // another process may have migrated it while this one waited
    for (let step = Math.max(schema, readPragma(raw, 'user_version')); step < MIGRATIONS.length; step++)
      raw.exec(`${MIGRATIONS[step]}; PRAGMA user_version = ${step + 1}`);
    raw.exec(`PRAGMA application_id = ${APPLICATION_ID}; COMMIT`);
  } catch (error) {
    if (raw.isTransaction) raw.exec('ROLLBACK');
    throw error;
  }
}

function requireOwnFile(raw: DatabaseSync, file: string): number {
  const schema = readPragma(raw, 'user_version');
  const application = readPragma(raw, 'application_id');
  const tables = raw.prepare('SELECT count(*) AS n FROM sqlite_master').get()?.n;
  if (application !== APPLICATION_ID && tables !== 0)
    throw new SymbionError('unavailable', {
      ru: `${file} — база другой программы; она не тронута.`,
      en: `${file} is a database of another program; it was left alone.`,
    });
  if (schema > MIGRATIONS.length)
    throw new SymbionError('unavailable', {
      ru: `${file} записан более новой версией Symbion (схема ${schema}, здесь ${MIGRATIONS.length}): обновите программу.`,
      en: `${file} was written by a newer Symbion (schema ${schema}, here ${MIGRATIONS.length}): update the program.`,
    });
  return schema;
}

function readPragma(raw: DatabaseSync, name: 'user_version' | 'application_id'): number {
  return Number(Object.values(raw.prepare(`PRAGMA ${name}`).get() ?? {})[0]);
}
