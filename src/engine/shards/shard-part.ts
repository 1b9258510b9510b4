import { SymbionError } from '../../domain/index.ts';
import { buildColumns } from '../columns/build.ts';
import { type Columns, openColumns, packColumns } from '../columns/columns.ts';
import { allPathways, scalarsOf } from '../problem/catalog.ts';
import type { Problem } from '../problem/problem.ts';
import type { Stream } from '../problem/stream.ts';
import { createLists, type Lists, type RankedLists, writeList } from '../search/lists.ts';
import { KINDS } from '../search/search.ts';
import { demandReadingOf, outputReadingOf, pathOf } from '../search/top.ts';
import type { Held, Members } from './shards.ts';

const SIDES = ['outputs', 'demands'] as const;

/** Columns of what a shard holds; only its own streams are searched. Rows are places among the held, in the same order as in the whole. */
export function columnsOfShard(problem: Problem, { outputs, demands }: Members): SharedArrayBuffer {
  const origin = { of: 'shard' };
  const whole = buildColumns(problem, streamsOf(problem.outputs, outputs), streamsOf(problem.demands, demands), origin);
  const { columns } = openColumns(whole);
  const own = (visits: Columns['outputVisits'], held: Held) => (visits as Int32Array).filter((row) => held.own[row]);
  return packColumns(
    {
      ...columns,
      outputVisits: own(columns.outputVisits, outputs),
      demandVisits: own(columns.demandVisits, demands),
    },
    origin,
  );
}

function* streamsOf(streams: readonly Stream[], { rows }: Held): Generator<Stream> {
  for (let row = 0; row < rows.length; row++) yield { ...streams[rows[row]!]!, row };
}

/** Magic, and per side: rows, then by kind the entries of their lists. */
const MAGIC = 0x50425953; // "SYBP"

/**
 * The lists of a shard's own streams as bytes, in rows of the whole problem, little-endian 32-bit words: the rows; then by kind each row's count, and all
 * entries in three runs (partner, way, score). What has no entry takes 8 bytes a kind.
 */
export function packPart(lists: Lists, members: Members): Uint8Array<ArrayBuffer> {
  const words: Uint32Array[] = [Uint32Array.of(MAGIC, lists.top)];
  for (const side of SIDES) {
    const { rows, own } = members[side];
    const partners = members[side === 'outputs' ? 'demands' : 'outputs'].rows;
    const local = Array.from(rows, (_, i) => i).filter((i) => own[i]);
    words.push(
      Uint32Array.of(local.length),
      Uint32Array.from(local, (i) => rows[i]!),
    );
    for (const kind of KINDS) {
      const { count, partner, score, way } = lists[side][kind];
      const counts = Uint32Array.from(local, (i) => count[i] ?? 0);
      const total = counts.reduce((sum, n) => sum + n, 0);
      const entries = new Uint32Array(3 * total);
      let to = 0;
      for (const i of local)
        for (let at = i * lists.top; at < i * lists.top + (count[i] ?? 0); at++, to++) {
          entries[to] = partners[partner[at]!]!;
          entries[total + to] = way[at]!;
          entries[2 * total + to] = score[at]!;
        }
      words.push(Uint32Array.of(total), ...(total > 0 ? [counts, entries] : []));
    }
  }
  const bytes = new Uint8Array(4 * words.reduce((sum, { length }) => sum + length, 0));
  const all = new Uint32Array(bytes.buffer);
  let at = 0;
  for (const some of words) {
    all.set(some, at);
    at += some.length;
  }
  return bytes;
}

/** Lists of a whole problem before its parts are merged into them. */
export function emptyLists({ outputs, demands, settings }: Problem): Lists {
  return createLists({
    scalars: scalarsOf(settings),
    outputTraits: new Uint32Array(outputs.length),
    demandTraits: new Uint32Array(demands.length),
  });
}

/**
 * Merges a shard's lists into those of the whole: best first, ties by row, each partner once by its best way. In any order of the shards, and a second
 * time without effect. Throws `input` for bytes that are no part of such lists.
 */
export function createMerge(problem: Problem, lists: Lists): (part: Uint8Array) => void {
  const isEarlier = compareWays(problem);
  return (part) => {
    const words = new Words(part);
    const [magic, width] = words.take(2);
    if (magic !== MAGIC || width !== lists.top) throw noPart();
    for (const side of SIDES) {
      const rows = words.take(words.next());
      for (const kind of KINDS) {
        const total = words.next();
        if (total === 0) continue;
        const counts = words.take(rows.length);
        const [partner, way, score] = [signed(words.take(total)), words.take(total), signed(words.take(total))];
        let from = 0;
        rows.forEach((row, i) => {
          // nearly every stream is searched in one shard only: its list is there already
          if (lists[side][kind].count[row] === 0) {
            const [begin, count] = [from, counts[i]!];
            from += count;
            writeList(lists[side][kind], lists.top, row, {
              size: lists.top,
              count,
              partnerAt: (place) => partner[begin + place]!,
              scoreAt: (place) => score[begin + place]!,
              wayAt: (place) => way[begin + place]!,
            });
            return;
          }
          const best = new Map<number, Entry>();
          const enter = (entry: Entry) => {
            const known = best.get(entry.partner);
            const [output, demand] = side === 'outputs' ? [row, entry.partner] : [entry.partner, row];
            if (known && entry.score < known.score) return;
            if (known && entry.score === known.score && !isEarlier(output, demand, entry.way, known.way)) return;
            best.set(entry.partner, entry);
          };
          takeList(lists[side][kind], row, lists.top, enter);
          for (const end = from + counts[i]!; from < end; from++)
            enter({ partner: partner[from]!, score: score[from]!, way: way[from]! });
          putList(lists[side][kind], row, lists.top, [...best.values()]);
        });
      }
    }
    if (!words.atEnd) throw noPart();
  };
}

interface Entry {
  readonly partner: number;
  readonly score: number;
  readonly way: number;
}

function takeList(list: RankedLists, row: number, width: number, enter: (entry: Entry) => void): void {
  for (let at = row * width; at < row * width + list.count[row]!; at++)
    enter({ partner: list.partner[at]!, score: list.score[at]!, way: list.way[at]! });
}

function putList(list: RankedLists, row: number, width: number, entries: Entry[]): void {
  const ranked = entries.sort((a, b) => b.score - a.score || a.partner - b.partner).slice(0, width);
  writeList(list, width, row, {
    size: width,
    count: ranked.length,
    partnerAt: (place) => ranked[place]!.partner,
    scoreAt: (place) => ranked[place]!.score,
    wayAt: (place) => ranked[place]!.way,
  });
}

/** Of two ways to read one pair at equal score the earlier counts: by the use's id, then the material, then the product wanted. */
function compareWays(problem: Problem): (output: number, demand: number, a: number, b: number) => boolean {
  const { list } = allPathways(problem);
  const material = (stream: Stream, reading: number) =>
    problem.vocabulary.rowOf.get(stream.flow.readings[reading]!.material)!;
  return (output, demand, a, b) => {
    const [pathA, pathB] = [list[pathOf(a)]!.id, list[pathOf(b)]!.id];
    if (pathA !== pathB) return pathA < pathB;
    const given = (way: number) => material(problem.outputs[output]!, outputReadingOf(way));
    const wanted = (way: number) => material(problem.demands[demand]!, demandReadingOf(way));
    return given(a) !== given(b) ? given(a) < given(b) : wanted(a) < wanted(b);
  };
}

/** Reads a part word by word; throws `input` where it ends too early. */
class Words {
  readonly #words: Uint32Array;
  #at = 0;

  constructor(part: Uint8Array) {
    if (part.byteLength % 4 !== 0) throw noPart();
    const aligned = part.byteOffset % 4 === 0 ? part : part.slice();
    this.#words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength / 4);
  }

  take(count: number): Uint32Array {
    if (this.#at + count > this.#words.length) throw noPart();
    this.#at += count;
    return this.#words.subarray(this.#at - count, this.#at);
  }

  next(): number {
    return this.take(1)[0]!;
  }

  get atEnd(): boolean {
    return this.#at === this.#words.length;
  }
}

function signed({ buffer, byteOffset, length }: Uint32Array): Int32Array {
  return new Int32Array(buffer, byteOffset, length);
}

function noPart(): SymbionError {
  return new SymbionError('input', {
    ru: 'Эти байты — не часть ранжированных списков этой длины.',
    en: 'These bytes are no part of ranked lists of this length.',
  });
}
