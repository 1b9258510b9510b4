import { existsSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SymbionError } from '../../domain/index.ts';
import { APPLICATION_ID, MIGRATIONS } from './schema.ts';

/** Opens the file, makes it ours when new, and brings its schema up to date. Throws `unavailable` with the plain reason. */
export function openFile(file: string): { readonly writer: DatabaseSync; readonly reader: DatabaseSync } {
  const folder = path.dirname(file);
  if (!existsSync(folder)) throw unusable(file, `папки ${folder} нет`, `there is no folder ${folder}`);
  let writer: DatabaseSync | undefined;
  try {
    writer = new DatabaseSync(file);
    writer.exec(
      'PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA cache_size = -65536',
    );
    migrate(writer, file);
    const reader = new DatabaseSync(file, { readOnly: true });
    reader.exec('PRAGMA busy_timeout = 5000; PRAGMA cache_size = -65536');
    return { writer, reader };
  } catch (error) {
    writer?.close();
    if (error instanceof SymbionError) throw error;
    const reason = (error as Error).message;
    throw unusable(file, reason, reason, error);
  }
}

function migrate(db: DatabaseSync, file: string): void {
  const pragma = (name: string) => Number(Object.values(db.prepare(`PRAGMA ${name}`).get() as object)[0]);
  const known = pragma('application_id');
  const tables = db.prepare('SELECT count(*) AS n FROM sqlite_schema').get() as { n: number };
  if (known !== APPLICATION_ID && tables.n > 0)
    throw unusable(file, 'это база другой программы', 'this is a database of another program');
  const version = pragma('user_version');
  if (version > MIGRATIONS.length)
    throw unusable(
      file,
      `файл новее программы (схема ${version}, известна ${MIGRATIONS.length})`,
      `the file is newer than the program (schema ${version}, known ${MIGRATIONS.length})`,
    );
  for (let i = version; i < MIGRATIONS.length; i++)
    db.exec(
      `BEGIN IMMEDIATE; ${MIGRATIONS[i]} PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${i + 1}; COMMIT`,
    );
}

export function unusable(file: string, ru: string, en: string, cause?: unknown): SymbionError {
  return new SymbionError(
    'unavailable',
    { ru: `Хранилище ${file}: ${ru}.`, en: `The store ${file}: ${en}.` },
    { cause },
  );
}
