import type { SymbionError } from '../../domain/index.ts';
import type { Connection } from './database.ts';
import { notFound } from './faults.ts';

/** The numbers of a run's lists by output id. */
export class RunLists {
  readonly #run: string;
  readonly #byOutput: Uint32Array;
  readonly #sorted: Uint32Array;

  constructor(run: string, bytes: Uint8Array) {
    this.#run = run;
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

  /** Throws `not-found` when the run was taken out and the list with it. */
  read(db: Connection, list: number): { readonly output: number; readonly body: Uint8Array } {
    const row = db.get<{ output: number; body: Uint8Array }>('SELECT output, body FROM list WHERE n = ?', list);
    if (row) return row;
    throw noRun(this.#run);
  }

  /** The list of an output in this run, of all its lists of all runs. */
  ofOutput(db: Connection, output: number): Uint8Array | undefined {
    const all = db.all<{ n: number }>('SELECT n FROM list WHERE output = ?', output);
    const own = all.find(({ n }) => this.has(n));
    return own && this.read(db, own.n).body;
  }
}

export function noRun(id: string): SymbionError {
  return notFound(`Расчёт «${id}» не найден.`, `There is no run "${id}".`);
}
