import type { Flow } from '../../domain/index.ts';
import type { Connection } from './database.ts';

const ADD = 'INSERT OR IGNORE INTO reading SELECT ?1, value FROM json_each(?2)';
const DROP = 'DELETE FROM reading WHERE material = ? AND flow_id = ?';

/** Readings that wait to be written. */
const MOST_WAITING = 50_000;

/** Which flows are read as a material. A flow has several readings far apart in that table: those of many flows are written at once, by material. */
export class Readings {
  readonly #db: Connection;
  /** Ids of flows by material. */
  #waiting = new Map<string, Set<string>>();
  #count = 0;

  constructor(db: Connection) {
    this.#db = db;
  }

  add({ id, readings }: Flow): void {
    for (const { material } of readings) {
      const flows = this.#waiting.get(material);
      if (flows) flows.add(id);
      else this.#waiting.set(material, new Set([id]));
    }
    this.#count += readings.length;
    if (this.#count >= MOST_WAITING) this.write();
  }

  /** Takes out those of a flow as it was stored. */
  drop(body: string): void {
    const { id, readings } = JSON.parse(body) as Flow;
    for (const { material } of readings) if (!this.#waiting.get(material)?.delete(id)) this.#db.run(DROP, material, id);
  }

  /** Writes what waits; nothing of this change set may be read before. */
  write(): void {
    for (const material of [...this.#waiting.keys()].sort())
      this.#db.run(ADD, material, JSON.stringify([...this.#waiting.get(material)!].sort()));
    this.#waiting = new Map();
    this.#count = 0;
  }
}
