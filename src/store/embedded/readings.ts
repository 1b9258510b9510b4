import type { Flow } from '../../domain/index.ts';
import type { Connection } from './database.ts';

const ADD = 'INSERT OR IGNORE INTO reading SELECT ?1, value FROM json_each(?2)';
const DROP = 'DELETE FROM reading WHERE material = ? AND flow_id = ?';

/** Readings that wait to be written, some 30 MB: the more, the fewer pages are written twice when ids come in no order. */
const MOST_WAITING = 400_000;

/** Ids of flows by material. */
type Flows = Map<string, Set<string>>;

/** Which flows are read as a material. A flow has several readings far apart in that table: those of many flows are written together, material by material. */
export class Readings {
  readonly #db: Connection;
  readonly #most: number;
  #waiting: Flows = new Map();
  #count = 0;
  /** Those that are being written, a material with each flow that comes, so that nothing stands still. */
  #leaving: Flows = new Map();

  constructor(db: Connection, most = MOST_WAITING) {
    this.#db = db;
    this.#most = most;
  }

  add({ id, readings }: Flow): void {
    for (const { material } of readings) {
      const flows = this.#waiting.get(material);
      if (flows) flows.add(id);
      else this.#waiting.set(material, new Set([id]));
    }
    this.#count += readings.length;
    if (this.#leaving.size > 0) this.#writeOne();
    else if (this.#count >= this.#most) this.#turn();
  }

  /** Takes out those of a flow as it was stored. */
  drop(body: string): void {
    const { id, readings } = JSON.parse(body) as Flow;
    for (const { material } of readings) {
      const waited = [this.#waiting, this.#leaving].map((flows) => flows.get(material)?.delete(id));
      if (!waited.includes(true)) this.#db.run(DROP, material, id);
    }
  }

  /** Writes all that waits, a material at a step; nothing of this change set may be read before. */
  *write(): Generator<void> {
    do {
      for (; this.#leaving.size > 0; yield) this.#writeOne();
      this.#turn();
    } while (this.#leaving.size > 0);
  }

  #turn(): void {
    this.#leaving = new Map([...this.#waiting].sort(([a], [b]) => (a < b ? -1 : 1)));
    this.#waiting = new Map();
    this.#count = 0;
  }

  #writeOne(): void {
    const [material, flows] = this.#leaving.entries().next().value!;
    this.#db.run(ADD, material, JSON.stringify([...flows].sort()));
    this.#leaving.delete(material);
  }
}
