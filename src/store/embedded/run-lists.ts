import type { SymbionError } from '../../domain/index.ts';
import type { Connection } from './database.ts';
import { notFound } from './faults.ts';

/** The numbers of a run's lists by output id. */
export class RunLists {
  readonly numbers: Uint32Array;
  readonly #run: string;

  constructor(run: string, bytes: Uint8Array) {
    this.#run = run;
    this.numbers = numbersIn(bytes);
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
    const own = all.find(({ n }) => this.numbers.includes(n));
    return own && this.read(db, own.n).body;
  }
}

/** Numbers of lists as they are stored: over the same memory where they lie on a boundary, for those of a country are megabytes. */
export function numbersIn(bytes: Uint8Array): Uint32Array {
  const own = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  return new Uint32Array(own.buffer, own.byteOffset, own.length / 4);
}

export function noRun(id: string): SymbionError {
  return notFound(`Расчёт «${id}» не найден.`, `There is no run "${id}".`);
}
