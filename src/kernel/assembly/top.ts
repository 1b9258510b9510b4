import { TOP } from './layout';

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

/** Place of a partner; -1 = nowhere. */
export function placeOf(top: usize, partner: i32): i32 {
  const partners = load<usize>(top, TOP.partners);
  const count = load<i32>(top, TOP.count);
  const wanted = i32x4.splat(partner);
  for (let at = 0; at < count; at += 4) {
    const found = i32x4.bitmask(i32x4.eq(v128.load(partners + (<usize>at << 2)), wanted));
    if (found == 0) continue;
    const place = at + ctz(found);
    return place < count ? place : -1;
  }
  return -1;
}

@inline
export function scoreAt(top: usize, place: i32): i32 {
  return load<i32>(load<usize>(top, TOP.scores) + (<usize>place << 2));
}

@inline
export function wayAt(top: usize, place: i32): u32 {
  return load<u32>(load<usize>(top, TOP.ways) + (<usize>place << 2));
}

/** Puts a pair that `admits` lets in to its place; `known` is where its partner stands by another, worse way. */
export function put(top: usize, known: i32, partner: i32, rank: f64, score: i32, way: u32): void {
  const size = load<i32>(top, TOP.size);
  const partners = load<usize>(top, TOP.partners);
  const scores = load<usize>(top, TOP.scores);
  const ways = load<usize>(top, TOP.ways);
  const ranks = load<usize>(top, TOP.ranks);
  let count = load<i32>(top, TOP.count);
  let at: usize;
  if (known >= 0) at = known;
  else if (count < size) {
    at = count++;
    store<i32>(top, count, TOP.count);
  } else at = size - 1;
  for (; at > 0; at--) {
    const before = load<i32>(scores + ((at - 1) << 2));
    const rankBefore = load<f64>(ranks + ((at - 1) << 3));
    if (score < before || (score == before && !(rank < rankBefore))) break;
    store<i32>(scores + (at << 2), before);
    store<f64>(ranks + (at << 3), rankBefore);
    store<i32>(partners + (at << 2), load<i32>(partners + ((at - 1) << 2)));
    store<u32>(ways + (at << 2), load<u32>(ways + ((at - 1) << 2)));
  }
  store<i32>(scores + (at << 2), score);
  store<f64>(ranks + (at << 3), rank);
  store<i32>(partners + (at << 2), partner);
  store<u32>(ways + (at << 2), way);
  if (count < size) return;
  store<i32>(top, load<i32>(scores + ((<usize>size - 1) << 2)), TOP.last);
  store<f64>(top, load<f64>(ranks + ((<usize>size - 1) << 3)), TOP.lastRank);
}
