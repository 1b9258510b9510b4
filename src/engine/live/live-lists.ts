import { type ListTable, lengthened, type RankedLists, type SideLists, writeLists } from '../search/lists.ts';
import type { Search } from '../search/search.ts';
import type { Place } from '../search/standing.ts';

type Kind = keyof SideLists;

/** A list as it was told before the batch. */
interface Told {
  readonly partner: Int32Array;
  readonly score: Uint16Array;
  readonly way: Uint32Array;
}

/**
 * The lists of one side while flows change. A list that loses a member goes on with its reserve, one that a flow enters takes it in; only where the reserve
 * is used up and more partners may exist is it `due` to be searched again.
 */
export class LiveLists {
  readonly lists: SideLists;
  readonly #top: number;
  readonly #width: number;
  readonly #kinds: readonly Kind[];
  /** Rank of a row of the other side. */
  readonly #rankOf: (partner: number) => number;
  /** By row, by kind kept. */
  readonly #before = new Map<number, readonly Told[]>();

  /** @param side written to, and replaced by longer ones when there is no room for more rows */
  constructor(
    side: SideLists,
    { top, width }: Pick<ListTable, 'top' | 'width'>,
    kinds: readonly Kind[],
    rankOf: (partner: number) => number,
  ) {
    this.#top = top;
    this.#width = width;
    this.#kinds = kinds;
    this.#rankOf = rankOf;
    this.lists = side;
  }

  /** Begins a batch: what was touched before is forgotten. */
  begin(): void {
    this.#before.clear();
  }

  /** Rows whose lists were touched since `begin`. */
  get touched(): Iterable<number> {
    return this.#before.keys();
  }

  makeRoom(rows: number): void {
    for (const kind of this.#kinds)
      if (this.lists[kind].count.length < rows)
        // the same object, for others hold it
        Object.assign(this.lists[kind], lengthened(this.lists[kind], this.#width, Math.ceil(1.25 * rows)));
  }

  /** A row that came: its list is to be searched. */
  open(row: number): void {
    this.#set(row, 0, 1);
  }

  /** A row that is gone has no list. */
  drop(row: number): void {
    this.#set(row, 0, 0);
  }

  /** Takes a partner out of a list, where it stands there. */
  takeOut(kind: Kind, row: number, partner: number): void {
    const lists = this.lists[kind];
    const first = row * this.#width;
    const held = lists.held[row]!;
    for (let i = 0; i < held; i++) {
      if (lists.partner[first + i] !== partner) continue;
      this.touch(row);
      for (const name of ['partner', 'score', 'way'] as const)
        lists[name].copyWithin(first + i, first + i + 1, first + held);
      this.#recount(lists, row, held - 1);
      return;
    }
  }

  /** Puts a pair into a list unless it comes after all that the list holds and more may follow. */
  putIn(kind: Kind, row: number, partner: number, { score, way }: Place): void {
    const lists = this.lists[kind];
    const first = row * this.#width;
    const held = lists.held[row]!;
    const rank = this.#rankOf(partner);
    let at = held;
    while (at > 0 && this.#isBefore(score, rank, lists, first + at - 1)) at--;
    if (at === held && lists.more[row] === 1) return;
    this.touch(row);
    const full = held === this.#width;
    if (full) lists.more[row] = 1;
    if (at < this.#width) {
      const end = first + held - (full ? 1 : 0);
      for (const name of ['partner', 'score', 'way'] as const) lists[name].copyWithin(first + at + 1, first + at, end);
      lists.partner[first + at] = partner;
      lists.score[first + at] = score;
      lists.way[first + at] = way;
    }
    this.#recount(lists, row, full ? held : held + 1);
  }

  /** Whether a list has fewer entries than it could: its reserve is used up. */
  isDue(row: number): boolean {
    return this.#kinds.some((kind) => {
      const { held, more } = this.lists[kind];
      return more[row] === 1 && held[row]! < this.#top;
    });
  }

  write(row: number, search: Pick<Search, 'tops'>): void {
    this.touch(row);
    writeLists(this.lists, this.#top, row, search);
  }

  /** Whether a list reads otherwise than before the batch. */
  isChanged(row: number): boolean {
    return this.#kinds.some((kind, k) => {
      const told = this.#before.get(row)![k]!;
      const { count, partner, score, way } = this.lists[kind];
      if (count[row] !== told.partner.length) return true;
      const first = row * this.#width;
      for (let i = 0; i < told.partner.length; i++)
        if (
          told.partner[i] !== partner[first + i] ||
          told.score[i] !== score[first + i] ||
          told.way[i] !== way[first + i]
        )
          return true;
      return false;
    });
  }

  /** Partners of a row's open list that have another place there than before the batch, or none. */
  moved(row: number): number[] {
    const { count, partner } = this.lists.open;
    const first = row * this.#width;
    const before = this.#before.get(row)![0]!.partner;
    const moved: number[] = [];
    for (let i = 0; i < Math.max(before.length, count[row]!); i++) {
      const [was, is] = [before[i], i < count[row]! ? partner[first + i] : undefined];
      if (was === is) continue;
      if (was !== undefined) moved.push(was);
      if (is !== undefined) moved.push(is);
    }
    return moved;
  }

  /** Keeps how a row's lists read before they change. */
  touch(row: number): void {
    if (this.#before.has(row)) return;
    const from = row * this.#width;
    this.#before.set(
      row,
      this.#kinds.map((kind) => {
        const { count, partner, score, way } = this.lists[kind];
        const to = from + count[row]!;
        return { partner: partner.slice(from, to), score: score.slice(from, to), way: way.slice(from, to) };
      }),
    );
  }

  #set(row: number, held: number, more: number): void {
    this.touch(row);
    for (const kind of this.#kinds) {
      this.lists[kind].more[row] = more;
      this.#recount(this.lists[kind], row, held);
    }
  }

  #recount(lists: RankedLists, row: number, held: number): void {
    lists.held[row] = held;
    lists.count[row] = Math.min(held, this.#top);
  }

  #isBefore(score: number, rank: number, lists: RankedLists, at: number): boolean {
    const other = lists.score[at]!;
    return score > other || (score === other && rank < this.#rankOf(lists.partner[at]!));
  }
}
