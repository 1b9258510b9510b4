import { compareIds } from '../domain/index.ts';

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
  readonly #base: readonly string[];
  /** By id; with rank. */
  readonly #added: Added[] = [];
  /** Row of an id that is not at its place of old; -1 = removed. */
  readonly #moved = new Map<string, number>();

  /** @param base ids in order */
  constructor(base: readonly string[]) {
    this.#base = base;
  }

  /** Undefined when there is no such id now. */
  rowOf(id: string): number | undefined {
    const moved = this.#moved.get(id);
    if (moved !== undefined) return moved < 0 ? undefined : moved;
    const at = firstFrom(this.#base.length, (i) => this.#base[i]!, id);
    return this.#base[at] === id ? at : undefined;
  }

  move(id: string, row: number | undefined): void {
    this.#moved.set(id, row ?? -1);
  }

  /** The rank of an id, taken now if it never had one; undefined when no number is left between its neighbours. */
  rankOf(id: string): number | undefined {
    const at = firstFrom(this.#base.length, (i) => this.#base[i]!, id);
    if (this.#base[at] === id) return at;
    const place = firstFrom(this.#added.length, (i) => this.#added[i]!.id, id);
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
}

/** Near the neighbour that came later than the columns; whole steps where there is no neighbour. */
function between(low: number, high: number, lowIsNew: boolean, highIsNew: boolean): number {
  if (high === Infinity) return low === -Infinity ? 0 : low + 1;
  if (low === -Infinity) return high - 1;
  if (lowIsNew) return low + (high - low) * STEP;
  return highIsNew ? high - (high - low) * STEP : (low + high) / 2;
}

/** Place of the first id that is not before the given one. */
function firstFrom(length: number, idAt: (i: number) => string, id: string): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareIds(idAt(middle), id) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
