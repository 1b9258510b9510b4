import type { SymbionError } from '../../domain/index.ts';
import type { Connection } from './database.ts';
import { notFound } from './faults.ts';

/** The numbers of a run's lists by output id. */
export class RunLists {
  readonly numbers: Uint32Array;
  readonly #run: string;
  #sorted: Uint32Array | undefined;

  constructor(run: string, bytes: Uint8Array) {
    this.#run = run;
    this.numbers = new Uint32Array(bytes.slice().buffer);
  }

  has(list: number): boolean {
    this.#sorted ??= this.numbers.slice().sort();
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
