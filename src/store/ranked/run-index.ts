import type { MatchFilter } from '../port.ts';
import { type Names, RECORD } from './list-codec.ts';
import type { Key } from './match-columns.ts';
import { type Found, MatchIndex } from './match-index.ts';
import { compareKeys } from './orders.ts';

/** Lists of a run and the index over them. */
export interface Indexed {
  /** Numbers of the lists by output id. */
  readonly lists: Uint32Array;
  readonly index: MatchIndex;
}

/** A match: the number of its list, and its place there. */
export interface Spot {
  readonly list: number;
  readonly k: number;
}

/** A list by its place in an index, and what one of its matches is ordered by. */
interface Keyed {
  readonly list: number;
  readonly key: number;
}

/** How the lists of a run differ from those of another. */
export interface Difference {
  /** Places of those that the run has not. */
  readonly gone: readonly number[];
  /** Those that only the run has, each with the place of the first list of the other whose output comes after its own. */
  readonly fresh: readonly { readonly list: number; readonly before: number }[];
}

/** Both by output id; a list is of one output for ever. */
export function differenceOf(from: Uint32Array, to: Uint32Array): Difference {
  const kept = marked(to);
  const gone: number[] = [];
  const fresh: Difference['fresh'][number][] = [];
  let at = 0;
  // counted loops: a country has a million lists, nearly all of them in both
  for (let place = 0; place <= to.length; place++) {
    for (; at < from.length && kept[from[at]!] !== 1; at++) gone.push(at);
    if (place === to.length) break;
    if (from[at] === to[place]) at++;
    else fresh.push({ list: to[place]!, before: at });
  }
  return { gone, fresh };
}

/** Lists in which a run may differ from the one whose index serves it, of all: above the first an own one is made meanwhile, above the second first. */
export const DIFFERENT = { renewed: 0.01, unlike: 0.3, least: 1000 };

/** Share of the lists that differ; 0 when they are few. */
export function shareOf({ gone, fresh }: Difference, lists: Uint32Array): number {
  const changed = gone.length + fresh.length;
  return changed <= DIFFERENT.least ? 0 : changed / lists.length;
}

function marked(lists: Uint32Array): Uint8Array {
  let most = 0;
  for (let place = 0; place < lists.length; place++) most = Math.max(most, lists[place]!);
  const marks = new Uint8Array(most + 1);
  for (let place = 0; place < lists.length; place++) marks[lists[place]!] = 1;
  return marks;
}

/**
 * The index of a run over that of another from which it differs in some lists: what the run has no more is passed over, what only it has stands in a small
 * index of its own, and both are merged. So a run that follows a changed flow needs no index of its own.
 */
export class RunIndex {
  readonly #base: Indexed;
  readonly #fresh: Difference['fresh'];
  readonly #young: MatchIndex;
  /** A bit a row of the base. */
  readonly #gone: Uint8Array | undefined;

  private constructor(base: Indexed, fresh: Difference['fresh'], young: MatchIndex, gone: Uint8Array | undefined) {
    this.#base = base;
    this.#fresh = fresh;
    this.#young = young;
    this.#gone = gone;
  }

  /** @param bodyOf the bytes of a list by its number */
  static async over(base: Indexed, { gone, fresh }: Difference, bodyOf: (list: number) => Uint8Array) {
    const bodies = fresh.map(({ list }) => bodyOf(list));
    const rows = bodies.reduce((sum, { length }) => sum + length, 0) / RECORD;
    const young = await MatchIndex.build({ length: bodies.length, body: (at) => bodies[at]! }, rows, () => undefined);
    if (gone.length === 0) return new RunIndex(base, fresh, young, undefined);
    const starts = await base.index.columns.starts();
    const bits = new Uint8Array(Math.ceil(base.index.columns.matches / 8));
    for (const place of gone)
      for (let row = starts[place]!; row < starts[place + 1]!; row++) bits[row >> 3]! |= 1 << (row & 7);
    return new RunIndex(base, fresh, young, bits);
  }

  /** The first `limit` matches of the order from this one on that pass the filter; undefined when the run has no such match. */
  async find(
    filter: MatchFilter,
    names: Names,
    sort: Key,
    from: Spot | undefined,
    limit: number,
  ): Promise<Spot[] | undefined> {
    const begin = from ? await this.#placesOf(sort, from) : { old: 0, young: 0 };
    if (!begin) return undefined;
    const bits = this.#gone;
    const isGone = bits && ((row: number) => (bits[row >> 3]! & (1 << (row & 7))) !== 0);
    const old = await this.#base.index.find(filter, names, sort, begin.old, limit, isGone);
    const young = this.#fresh.length === 0 ? [] : await this.#young.find(filter, names, sort, begin.young, limit);
    // keys of a country are read only where there is something to merge
    const keyed = async (index: MatchIndex, found: readonly Found[]) => {
      const keys = old.length > 0 && young.length > 0 ? await index.columns.keys(sort) : undefined;
      return found.map(({ row, list, k }) => ({ list, k, key: keys?.[row] ?? Number.NaN }));
    };
    const [a, b] = [await keyed(this.#base.index, old), await keyed(this.#young, young)];
    const spots: Spot[] = [];
    for (let [o, y] = [0, 0]; spots.length < limit && (o < a.length || y < b.length); ) {
      const isOld = y === b.length || (o < a.length && !this.#isYoungFirst(b[y]!, a[o]!));
      const { list, k } = isOld ? a[o++]! : b[y++]!;
      spots.push({ list: isOld ? this.#base.lists[list]! : this.#fresh[list]!.list, k });
    }
    return spots;
  }

  #isYoungFirst(young: Keyed, old: Keyed): boolean {
    const difference = compareKeys(young.key, old.key);
    return difference === 0 ? this.#fresh[young.list]!.before <= old.list : difference < 0;
  }

  /** Where both orders go on from a match. */
  async #placesOf(sort: Key, { list, k }: Spot): Promise<{ old: number; young: number } | undefined> {
    const fresh = this.#fresh.findIndex((one) => one.list === list);
    if (fresh >= 0) {
      const { place, key } = await this.#young.placeOf(sort, fresh, k);
      const old = await this.#base.index.firstPlace(sort, (other, at) =>
        this.#isYoungFirst({ key, list: fresh }, { key: other, list: at }),
      );
      return { old, young: place };
    }
    const at = this.#base.lists.indexOf(list);
    if (at < 0) return undefined;
    const { place, key } = await this.#base.index.placeOf(sort, at, k);
    const young = await this.#young.firstPlace(
      sort,
      (other, of) => !this.#isYoungFirst({ key: other, list: of }, { key, list: at }),
    );
    return { old: place, young };
  }
}
