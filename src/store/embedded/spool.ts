import { DatabaseSync } from 'node:sqlite';
import { deserialize, serialize } from 'node:v8';
import type { ChangeSet } from '../port.ts';
import { Breath } from '../ranked/breath.ts';

/**
 * Keeps the parts of a change set that comes in slowly, so that the writer is held only while they are written, not while they are
 * read and understood. A private temporary database of SQLite: memory stays bounded, and nothing is left after a crash.
 */
export class Spool {
  readonly #db = new DatabaseSync('');
  readonly #add;

  constructor() {
    this.#db.exec(
      'PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; CREATE TABLE part (n INTEGER PRIMARY KEY, body BLOB NOT NULL)',
    );
    this.#add = this.#db.prepare('INSERT INTO part (body) VALUES (?)');
  }

  async fill(parts: AsyncIterable<ChangeSet>): Promise<void> {
    const breath = new Breath();
    for await (const part of parts) {
      this.#add.run(serialize(part));
      await breath.take();
    }
  }

  *parts(): Generator<ChangeSet> {
    for (const row of this.#db.prepare('SELECT body FROM part ORDER BY n').iterate())
      yield deserialize(row.body as Uint8Array) as ChangeSet;
  }

  close(): void {
    this.#db.close();
  }
}
