import { DatabaseSync } from 'node:sqlite';
import type { RowKind } from '../content.ts';
import type { ChangeSet } from '../port.ts';
import { Breath } from '../ranked/breath.ts';
import { type Step, stepsOf } from './steps.ts';

interface SpooledRow {
  readonly kind: RowKind;
  /** Of a row to be put: canonical JSON; else the id as JSON. */
  readonly body: string;
  /** Absent when the row is to be retired. */
  readonly hash: Uint8Array | null;
}

/**
 * Keeps a change set that comes in slowly, ready to be written, so that the writer is held only while it is written, not while it is
 * read and understood. A private temporary database of SQLite: memory stays bounded, and nothing is left after a crash.
 */
export class Spool {
  readonly #db = new DatabaseSync('');
  readonly #add;
  #first: ChangeSet | undefined;

  constructor() {
    this.#db.exec(
      `PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;
      CREATE TABLE step (n INTEGER PRIMARY KEY, kind TEXT NOT NULL, body TEXT NOT NULL, hash BLOB)`,
    );
    this.#add = this.#db.prepare('INSERT INTO step (kind, body, hash) VALUES (?, ?, ?)');
  }

  /** The first part that came. */
  get first(): ChangeSet {
    return this.#first ?? {};
  }

  async fill(parts: AsyncIterable<ChangeSet>): Promise<void> {
    const breath = new Breath();
    for await (const part of parts) {
      this.#first ??= part;
      for (const step of stepsOf(part)) {
        if ('put' in step) this.#add.run(step.put, step.body, step.hash);
        else this.#add.run(step.retire, JSON.stringify(step.id), null);
        if (breath.due) await breath.take();
      }
    }
  }

  *steps(): Generator<Step> {
    for (const row of this.#db.prepare('SELECT kind, body, hash FROM step ORDER BY n').iterate()) {
      const { kind, body, hash } = row as unknown as SpooledRow;
      if (hash === null) yield { retire: kind, id: JSON.parse(body) as string };
      else yield { put: kind, row: JSON.parse(body), body, hash } as Step;
    }
  }

  close(): void {
    this.#db.close();
  }
}
