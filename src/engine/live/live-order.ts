import { compareIds } from '../../domain/index.ts';
import type { IdTable } from '../columns/id-table.ts';

/** Part of a gap that an id takes beside one that came before it, so that ids which come in order do not use it up. */
const STEP = 1 / 64;

interface Added {
  readonly id: string;
  readonly rank: number;
}

/**
 * Rows and ranks of one side's ids. Those that the columns were built of have their place in id order as both; one that comes later takes a
 * rank between its neighbours and keeps it.
 */
export class IdOrder {
  readonly #base: IdTable;
  /** By id; with rank. */
  readonly #added: Added[] = [];
  /** Row of an id that is not at its place of old; -1 = removed. */
  readonly #rows = new Map<string, number>();
  /** Id of a row that is not one of old, or has none any more. */
  readonly #ids = new Map<number, string | undefined>();

  constructor(base: IdTable) {
    this.#base = base;
  }

  /** Undefined when there is no such id now. */
  rowOf(id: string): number | undefined {
    const moved = this.#rows.get(id);
    if (moved !== undefined) return moved < 0 ? undefined : moved;
    const at = this.#base.placeOf(id);
    return this.#isBase(at, id) ? at : undefined;
  }

  /** Undefined where the flow is gone or has another row now. */
  idOf(row: number): string | undefined {
    if (this.#ids.has(row)) return this.#ids.get(row);
    return row < this.#base.length ? this.#base.at(row) : undefined;
  }

  /** Whether a row has an id. */
  has(row: number): boolean {
    return this.#ids.has(row) ? this.#ids.get(row) !== undefined : row < this.#base.length;
  }

  put(id: string, row: number): void {
    this.#rows.set(id, row);
    this.#ids.set(row, id);
  }

  remove(row: number): void {
    const id = this.idOf(row);
    if (id !== undefined) this.#rows.set(id, -1);
    this.#ids.set(row, undefined);
  }

  /** The rank of an id, taken now if it never had one; undefined when no number is left between its neighbours. */
  rankOf(id: string): number | undefined {
    const at = this.#base.placeOf(id);
    if (this.#isBase(at, id)) return at;
    const place = firstFrom(this.#added, id);
    const next = this.#added[place];
    if (next?.id === id) return next.rank;
    const before = this.#added[place - 1];
    const [below, above] = [at === 0 ? -Infinity : at - 1, at === this.#base.length ? Infinity : at];
    const [low, high] = [Math.max(below, before?.rank ?? -Infinity), Math.min(above, next?.rank ?? Infinity)];
    const rank = between(low, high, low > below, high < above);
    if (rank <= low || rank >= high) return undefined;
    this.#added.splice(place, 0, { id, rank });
    return rank;
  }

  #isBase(at: number, id: string): boolean {
    return at < this.#base.length && this.#base.at(at) === id;
  }
}

/** Near the neighbour that came later than the columns; whole steps where there is no neighbour. */
function between(low: number, high: number, lowIsNew: boolean, highIsNew: boolean): number {
  if (high === Infinity) return low === -Infinity ? 0 : low + 1;
  if (low === -Infinity) return high - 1;
  if (lowIsNew) return low + (high - low) * STEP;
  return highIsNew ? high - (high - low) * STEP : (low + high) / 2;
}

/** Place of the first id that is not before the given one. */
function firstFrom(added: readonly Added[], id: string): number {
  let [low, high] = [0, added.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareIds(added[middle]!.id, id) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
