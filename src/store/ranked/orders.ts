import { Breath } from './breath.ts';
import { sortFalling } from './sorting.ts';

/** Row at each place, and the place of each row. */
export interface Order {
  readonly rows: Uint32Array;
  readonly places: Uint32Array;
}

/** Rows looked through before other work may have its turn. */
const STRIDE = 1 << 16;

/** The lowest places from `from` on of rows that pass: keeps twice as many as wanted, cut back when full. */
export async function lookThrough(
  rows: Uint32Array,
  passes: (row: number) => boolean,
  places: Uint32Array,
  from: number,
  limit: number,
): Promise<number[]> {
  const breath = new Breath();
  let best: number[] = [];
  let worst = Number.POSITIVE_INFINITY;
  const cut = () => {
    best = best.sort((a, b) => a - b).slice(0, limit);
    if (best.length === limit) worst = best[limit - 1]!;
  };
  for (let k = 0; k < rows.length; k++) {
    if (k % STRIDE === 0) await breath.take();
    const row = rows[k]!;
    const place = places[row]!;
    if (place < from || place >= worst || !passes(row)) continue;
    best.push(place);
    if (best.length >= 2 * limit) cut();
  }
  cut();
  return best;
}

export async function makeOrder(keys: Float64Array): Promise<Order> {
  const rows = await sortFalling(keys, new Breath());
  const places = new Uint32Array(rows.length);
  for (let place = 0; place < rows.length; place++) places[rows[place]!] = place;
  return { rows, places };
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
