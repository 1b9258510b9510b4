import { Breath } from './breath.ts';
import { sortFalling } from './sorting.ts';

/** Rows looked through before other work may have its turn. */
const STRIDE = 1 << 16;

/** Whether a row comes before another: by falling key, unknown ones last, ties by number of row. */
export function isBefore(keys: Float64Array, a: number, b: number): boolean {
  const difference = compareKeys(keys[a]!, keys[b]!);
  return difference === 0 ? a < b : difference < 0;
}

/** Below 0 where the first comes before: the larger one, an unknown one (NaN) last. */
export function compareKeys(a: number, b: number): number {
  if (a > b) return -1;
  if (a < b) return 1;
  return +Number.isNaN(a) - +Number.isNaN(b);
}

/** The first rows of the order that pass, not before `from` where given: keeps twice as many as wanted, cut back when full. */
export async function lookThrough(
  rows: Uint32Array,
  passes: (row: number) => boolean,
  keys: Float64Array,
  from: number | undefined,
  limit: number,
): Promise<number[]> {
  const breath = new Breath();
  let best: number[] = [];
  let worst: number | undefined;
  const cut = () => {
    best = best.sort((a, b) => (isBefore(keys, a, b) ? -1 : 1)).slice(0, limit);
    if (best.length === limit) worst = best[limit - 1]!;
  };
  for (let k = 0; k < rows.length; k++) {
    if (k % STRIDE === 0) await breath.take();
    const row = rows[k]!;
    if (from !== undefined && isBefore(keys, row, from)) continue;
    if (worst !== undefined && !isBefore(keys, row, worst)) continue;
    if (!passes(row)) continue;
    best.push(row);
    if (best.length >= 2 * limit) cut();
  }
  cut();
  return best;
}

/** Rows by falling key, unknown ones last, ties by number of row. */
export function makeOrder(keys: Float64Array): Promise<Uint32Array> {
  return sortFalling(keys, new Breath());
}

/** The first of the whole numbers below `count` for which it holds, when it holds for all after; `count` when for none. */
export function firstWhere(count: number, holds: (k: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
