import { setTimeout as sleep } from 'node:timers/promises';
import { Breath } from '../ranked/breath.ts';
import { Checkpoints } from './checkpoints.ts';
import type { Connection } from './database.ts';
import { toSymbionError } from './faults.ts';

/** How long to wait for another process that writes, ms. */
const PATIENCE_MS = 60_000;
const RETRY_MS = 25;
const SQLITE_BUSY = 5;

/** Runs pieces of writing one after another, each in a transaction that is rolled back when it throws. */
export class Writer {
  readonly #db: Connection;
  readonly #file: string;
  readonly #checkpoints: Checkpoints;
  #last: Promise<unknown> = Promise.resolve();

  constructor(db: Connection, file: string) {
    this.#db = db;
    this.#file = file;
    this.#checkpoints = new Checkpoints(file);
  }

  /** `work` may take turns with other work by its `breath`; nobody else writes or sees what it wrote meanwhile. */
  write<T>(work: (db: Connection, breath: Breath) => T | Promise<T>): Promise<T> {
    return this.alone(async (db) => {
      await this.#begin();
      try {
        const result = await work(db, new Breath());
        db.raw.exec('COMMIT');
        this.#checkpoints.consider();
        return result;
      } catch (error) {
        if (db.raw.isTransaction) db.raw.exec('ROLLBACK');
        throw error;
      }
    });
  }

  /** Like `write` without a transaction. */
  alone<T>(work: (db: Connection) => T | Promise<T>): Promise<T> {
    const turn = this.#last.then(async () => {
      try {
        return await work(this.#db);
      } catch (error) {
        throw toSymbionError(error, this.#file);
      }
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Returns when all that was asked for is done. */
  async finish(): Promise<void> {
    await this.alone(() => undefined);
    await this.#checkpoints.finish();
  }

  /** Waits for another process without holding up this one. */
  async #begin(): Promise<void> {
    for (const until = performance.now() + PATIENCE_MS; ; await sleep(RETRY_MS))
      try {
        return this.#db.raw.exec('BEGIN IMMEDIATE');
      } catch (error) {
        const busy = ((error as { errcode?: number }).errcode ?? 0) % 256 === SQLITE_BUSY;
        if (!busy || performance.now() > until) throw error;
      }
  }
}
