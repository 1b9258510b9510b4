import { ENTRY, TOP } from './layout';

// The best partners of one stream so far, as src/engine/search/top.ts reads them: by falling score, ties by the partner's rank.

@inline
export function lastOf(top: usize): i32 {
  return load<i32>(top, TOP.last);
}

/** False when nothing of this score and rank, or of a lower score, can enter any more. */
@inline
export function admits(top: usize, score: i32, rank: f64): bool {
  const last = load<i32>(top, TOP.last);
  return score > last || (score == last && rank <= load<f64>(top, TOP.lastRank));
}

@inline
export function entryAt(top: usize, place: i32): usize {
  return load<usize>(top, TOP.entries) + <usize>(place * ENTRY.width);
}

/** Place of a partner; -1 = nowhere. */
export function placeOf(top: usize, partner: i32): i32 {
  const count = load<i32>(top, TOP.count);
  let entry = entryAt(top, 0);
  for (let place = 0; place < count; place++) {
    if (load<i32>(entry, ENTRY.partner) == partner) return place;
    entry += ENTRY.width;
  }
  return -1;
}

/** Puts a pair that `admits` lets in to its place; `known` is where its partner stands by another, worse way. */
export function put(top: usize, known: i32, item: i32, partner: i32, rank: f64, score: i32, way: u32): void {
  const size = load<i32>(top, TOP.size);
  const first = entryAt(top, 0);
  let count = load<i32>(top, TOP.count);
  let entry: usize;
  if (known >= 0) entry = entryAt(top, known);
  else if (count < size) {
    entry = entryAt(top, count++);
    store<i32>(top, count, TOP.count);
  } else entry = entryAt(top, size - 1);
  for (; entry > first; entry -= ENTRY.width) {
    const before = entry - ENTRY.width;
    const scoreBefore = load<i32>(before, ENTRY.score);
    if (score < scoreBefore || (score == scoreBefore && !(rank < load<f64>(before, ENTRY.rank)))) break;
    v128.store(entry, v128.load(before));
    v128.store(entry, v128.load(before, 16), 16);
  }
  store<i32>(entry, score, ENTRY.score);
  store<u32>(entry, way, ENTRY.way);
  store<i32>(entry, partner, ENTRY.partner);
  store<i32>(entry, item, ENTRY.item);
  store<f64>(entry, rank, ENTRY.rank);
  if (count < size) return;
  const last = entryAt(top, size - 1);
  store<i32>(top, load<i32>(last, ENTRY.score), TOP.last);
  store<f64>(top, load<f64>(last, ENTRY.rank), TOP.lastRank);
}
