import { type Columns, SCALAR, withRoom } from '../columns/columns.ts';
import { createSearch, KINDS, type Search } from './search.ts';
import type { Top } from './top.ts';

/**
 * One list of every stream of one side: row r has `count[r]` entries from place `r x width` on, best first. Beyond them stands a reserve, up to `held[r]`
 * in all, so that a list which loses a member has the next one at hand; `more[r]` is 0 where no further partner exists.
 */
export interface RankedLists {
  readonly count: Uint16Array;
  readonly held: Uint16Array;
  readonly more: Uint8Array;
  /** Row of the partner. */
  readonly partner: Int32Array;
  readonly score: Uint16Array;
  /** How the pair is read: see top.ts. */
  readonly way: Uint32Array;
}

/** Lists by kind: `open`, `blocked` pairs that only a regime refuses, `hints` that only similar words or codes suggest. */
export interface SideLists {
  readonly open: RankedLists;
  readonly blocked: RankedLists;
  readonly hints: RankedLists;
}

/** Ranked lists of every output and every demand, in one shared buffer: threads fill it together. */
export interface Lists {
  /** Entries of a list at most. */
  readonly top: number;
  /** The same with its reserve. */
  readonly width: number;
  readonly outputs: SideLists;
  readonly demands: SideLists;
  readonly buffer: SharedArrayBuffer;
  /** Two counters: pairs whose score was computed, and streams done. */
  readonly counters: BigInt64Array;
}

/** Lists without the buffer and the counters that threads share. */
export type ListTable = Pick<Lists, 'top' | 'width' | 'outputs' | 'demands'>;

/** Which kinds of lists the settings ask for. */
export function keptKinds(columns: Pick<Columns, 'scalars'>): { readonly [K in keyof SideLists]: boolean } {
  return {
    open: true,
    blocked: columns.scalars[SCALAR.blocked] === 1,
    hints: columns.scalars[SCALAR.hints] === 1,
  };
}

/** A copy with room for so many rows. */
export function lengthened(lists: RankedLists, width: number, rows: number): RankedLists {
  const longer = {
    count: new Uint16Array(rows),
    held: new Uint16Array(rows),
    more: new Uint8Array(rows),
    partner: new Int32Array(rows * width),
    score: new Uint16Array(rows * width),
    way: new Uint32Array(rows * width),
  };
  // where no list holds anything, the room stays untouched and takes no memory
  if (!lists.held.some((held) => held > 0)) longer.more.set(lists.more);
  else for (const name of Object.keys(longer) as (keyof RankedLists)[]) longer[name].set(lists[name]);
  return longer;
}

/**
 * Empty lists for a problem's columns, or those that a buffer holds. Lists that the settings do not ask for have no length.
 * @param room with the lists of rows that come later, for which there is room where lists have a reserve
 */
export function createLists(
  columns: Pick<Columns, 'scalars' | 'outputTraits' | 'demandTraits'>,
  existing?: SharedArrayBuffer,
  { room = false } = {},
): Lists {
  const top = columns.scalars[SCALAR.top]!;
  const reserve = columns.scalars[SCALAR.reserve]!;
  const width = top + reserve;
  const kept = keptKinds(columns);
  let size = 16;
  const take = (bytes: number) => {
    const at = size;
    size = Math.ceil((size + bytes) / 8) * 8;
    return at;
  };
  const plan = (rows: number) =>
    KINDS.map((kind) => {
      const most = kept[kind] ? withRoom(rows, reserve) : 0;
      const [count, held, more] = [take(2 * most), take(2 * most), take(most)];
      return {
        n: room || !kept[kind] ? most : rows,
        count,
        held,
        more,
        partner: take(4 * most * width),
        score: take(2 * most * width),
        way: take(4 * most * width),
      };
    });
  const plans = [plan(columns.outputTraits.length), plan(columns.demandTraits.length)];
  const buffer = existing ?? new SharedArrayBuffer(size);
  const [outputs, demands] = plans.map((side) => {
    const [open, blocked, hints] = side.map(({ n, count, held, more, partner, score, way }) => ({
      count: new Uint16Array(buffer, count, n),
      held: new Uint16Array(buffer, held, n),
      more: new Uint8Array(buffer, more, n),
      partner: new Int32Array(buffer, partner, n * width),
      score: new Uint16Array(buffer, score, n * width),
      way: new Uint32Array(buffer, way, n * width),
    }));
    return { open: open!, blocked: blocked!, hints: hints! };
  });
  return { top, width, outputs: outputs!, demands: demands!, buffer, counters: new BigInt64Array(buffer, 0, 2) };
}

/** Pairs whose score was computed, over all searches. */
export const pairsJudged = (lists: Lists) => Number(lists.counters[0]);

/** The list of one stream: partners' rows with scores and ways, best first. */
export function readList(
  lists: ListTable,
  side: 'outputs' | 'demands',
  kind: keyof SideLists,
  row: number,
): readonly { readonly partner: number; readonly score: number; readonly way: number }[] {
  const { count, partner, score, way } = lists[side][kind];
  return Array.from({ length: count[row] ?? 0 }, (_, i) => {
    const at = row * lists.width + i;
    return { partner: partner[at]!, score: score[at]!, way: way[at]! };
  });
}

/** A list as it was found. */
export type Found = Pick<Top, 'size' | 'count' | 'partnerAt' | 'scoreAt' | 'wayAt'>;

/** Streams that a thread takes at a time. */
const BATCH = 256;

/**
 * Searches streams until none is left, a batch at a time, and writes their lists; several threads may do so over the same buffers,
 * for `next` hands each batch out once.
 */
export function* fillLists(columns: Columns, lists: Lists, next: () => number): Generator<number> {
  const search = createSearch(columns, { settled: true });
  const { outputVisits, demandVisits } = columns;
  const total = outputVisits.length + demandVisits.length;
  for (let batch = next(); batch * BATCH < total; batch = next()) {
    const judged = search.judged;
    const end = Math.min(total, (batch + 1) * BATCH);
    for (let n = batch * BATCH; n < end; n++) {
      const output = n < outputVisits.length;
      const row = output ? outputVisits[n]! : demandVisits[n - outputVisits.length]!;
      if (output) search.output(row);
      else search.demand(row);
      writeLists(output ? lists.outputs : lists.demands, lists.top, row, search);
    }
    Atomics.add(lists.counters, 0, BigInt(search.judged - judged));
    Atomics.add(lists.counters, 1, BigInt(end - batch * BATCH));
    yield Number(lists.counters[1]);
  }
}

/** Writes what a search found as the lists of a row, of which `top` entries count. */
export function writeLists(side: SideLists, top: number, row: number, search: Pick<Search, 'tops'>): void {
  KINDS.forEach((kind, i) => {
    if (side[kind].count.length > 0) writeList(side[kind], top, row, search.tops[i]!);
  });
}

export function writeList(lists: RankedLists, most: number, row: number, top: Found): void {
  const { partner, score, way } = lists;
  const at = row * top.size;
  lists.count[row] = Math.min(top.count, most);
  lists.held[row] = top.count;
  lists.more[row] = top.count === top.size ? 1 : 0;
  for (let i = 0; i < top.count; i++) {
    partner[at + i] = top.partnerAt(i);
    score[at + i] = top.scoreAt(i);
    way[at + i] = top.wayAt(i);
  }
}
