import type { Connection } from './database.ts';

/** The numbers of a run's lists by output id. */
export class RunLists {
  readonly #byOutput: Uint32Array;
  readonly #sorted: Uint32Array;

  constructor(bytes: Uint8Array) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#byOutput = Uint32Array.from({ length: bytes.length / 4 }, (_, k) => view.getUint32(4 * k, true));
    this.#sorted = this.#byOutput.slice().sort();
  }

  get length(): number {
    return this.#byOutput.length;
  }

  at(place: number): number {
    return this.#byOutput[place]!;
  }

  has(list: number): boolean {
    let [low, high] = [0, this.#sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#sorted[middle]! < list) low = middle + 1;
      else high = middle;
    }
    return this.#sorted[low] === list;
  }

  body(db: Connection, list: number): Uint8Array {
    return db.get<{ body: Uint8Array }>('SELECT body FROM list WHERE n = ?', list)!.body;
  }

  /** The list of an output in this run, of all its lists of all runs. */
  ofOutput(db: Connection, output: number): Uint8Array | undefined {
    const all = db.all<{ n: number }>('SELECT n FROM list WHERE output = ?', output);
    const own = all.find(({ n }) => this.has(n));
    return own && this.body(db, own.n);
  }
}
