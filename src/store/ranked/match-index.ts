import type { MatchFilter } from '../port.ts';
import { BLOCKED, INFERRED, type Names } from './list-codec.ts';
import { type Id, type Key, type ListBodies, MatchColumns } from './match-columns.ts';
import { firstWhere, isBefore, lookThrough } from './orders.ts';

/** A match of the index: its row, its list by place in the run, and its own place in the list. */
export interface Found {
  readonly row: number;
  readonly list: number;
  readonly k: number;
}

/** One condition: what passes, and the rows that may, where they can be named without looking at all. */
interface Condition {
  passes(row: number): boolean;
  rows?(): Promise<Candidates>;
}

interface Candidates {
  readonly most: number;
  get(): Uint32Array;
}

/** Places walked along an order before the narrowest condition's rows are looked through instead. */
const WALK = 20_000;

/** Finds matches of a run by filter and order. It never changes: a run does not. */
export class MatchIndex {
  readonly columns: MatchColumns;

  constructor(columns: MatchColumns) {
    this.columns = columns;
  }

  /** Reads all lists of a run once. `goOn` may throw to stop it. */
  static async build(lists: ListBodies, matches: number, goOn: () => void): Promise<MatchIndex> {
    return new MatchIndex(await MatchColumns.ofLists(lists, matches, goOn));
  }

  /**
   * The first `limit` matches of the order from this place on that pass the filter.
   * @param isGone of rows that are passed over
   */
  async find(
    filter: MatchFilter,
    names: Names,
    sort: Key,
    from: number,
    limit: number,
    isGone?: (row: number) => boolean,
  ): Promise<Found[]> {
    const conditions = await this.#conditions(filter, names);
    if (!conditions) return [];
    if (isGone) conditions.push({ passes: (row) => !isGone(row) });
    const passes = (row: number) => {
      for (const condition of conditions) if (!condition.passes(row)) return false;
      return true;
    };
    const { matches } = this.columns;
    const end = Math.min(matches, from + WALK);
    const walked = await this.columns.orderSpan(sort, from, Math.min(matches, end + 1));
    const found: number[] = [];
    for (let at = 0; at < end - from && found.length < limit; at++) if (passes(walked[at]!)) found.push(walked[at]!);
    if (end < matches && found.length < limit) {
      const rows = await this.#narrowest(conditions);
      const keys = await this.columns.keys(sort);
      found.push(...(await lookThrough(rows, passes, keys, walked[end - from]!, limit - found.length)));
    }
    const starts = await this.columns.starts();
    return found.map((row) => {
      const list = listOf(starts, row);
      return { row, list, k: row - starts[list]! };
    });
  }

  /** The place of a match in an order, and what it is ordered by. */
  async placeOf(sort: Key, list: number, k: number): Promise<{ readonly place: number; readonly key: number }> {
    const [order, keys, starts] = [
      await this.columns.order(sort),
      await this.columns.keys(sort),
      await this.columns.starts(),
    ];
    const row = starts[list]! + k;
    return { place: placeOf(order, keys, row), key: keys[row]! };
  }

  /** The first place of an order for which it holds, when it holds for all after. */
  async firstPlace(sort: Key, holds: (key: number, list: number) => boolean): Promise<number> {
    const [order, keys, starts] = [
      await this.columns.order(sort),
      await this.columns.keys(sort),
      await this.columns.starts(),
    ];
    return firstWhere(order.length, (place) => holds(keys[order[place]!]!, listOf(starts, order[place]!)));
  }

  /** Rows of the condition that names the fewest; every row when none does. */
  async #narrowest(conditions: readonly Condition[]): Promise<Uint32Array> {
    let fewest: Candidates = named(await this.columns.order('score'));
    for (const condition of conditions) {
      const rows = await condition.rows?.();
      if (rows && rows.most < fewest.most) fewest = rows;
    }
    return fewest.get();
  }

  /** Undefined when nothing can pass: a text that no match ever named. */
  async #conditions(filter: MatchFilter, names: Names): Promise<Condition[] | undefined> {
    const conditions: Condition[] = [];
    let possible = true;
    const equal = async (text: string | undefined, one: Id, other?: Id) => {
      if (text === undefined) return;
      const n = names.number(text);
      if (n === undefined) possible = false;
      else conditions.push(await this.#equal(n, one, other));
    };
    await equal(filter.demand, 'demand');
    await equal(filter.company, 'outputCompany', 'demandCompany');
    await equal(filter.use, 'use');
    await equal(filter.material, 'material');
    await equal(filter.region, 'outputRegion', 'demandRegion');
    const atLeast = async (least: number | undefined, key: Key) => {
      if (least !== undefined) conditions.push(await this.#atLeast(least, key));
    };
    await atLeast(filter.minScore, 'score');
    await atLeast(filter.minNetBenefitEurPerYear, 'money');
    await atLeast(filter.minCo2KgPerYear, 'co2');
    const flag = async (wanted: boolean | undefined, bit: number) => {
      if (wanted === undefined) return;
      const flags = await this.columns.flags();
      conditions.push({ passes: (row) => ((flags[row]! & bit) !== 0) === wanted });
    };
    await flag(filter.inferred, INFERRED);
    await flag(filter.regime === undefined ? undefined : filter.regime === 'blocked', BLOCKED);
    return possible ? conditions : undefined;
  }

  /** The value in one column or, where given, in another. */
  async #equal(n: number, id: Id, otherId?: Id): Promise<Condition> {
    const one = await this.columns.ids(id);
    if (!otherId) return { passes: (row) => one[row] === n, rows: async () => named(await this.#rowsWith(id, n)) };
    const other = await this.columns.ids(otherId);
    return {
      passes: (row) => one[row] === n || other[row] === n,
      rows: async () => {
        const [first, second] = [await this.#rowsWith(id, n), await this.#rowsWith(otherId, n)];
        return { most: first.length + second.length, get: () => unite(first, second, (row) => one[row] === n) };
      },
    };
  }

  async #atLeast(least: number, key: Key): Promise<Condition> {
    const keys = await this.columns.keys(key);
    return {
      passes: (row) => keys[row]! >= least,
      rows: async () => {
        const rows = await this.columns.order(key);
        const end = firstWhere(rows.length, (place) => !(keys[rows[place]!]! >= least));
        return named(rows.subarray(0, end));
      },
    };
  }

  async #rowsWith(id: Id, n: number): Promise<Uint32Array> {
    const [rows, column] = [await this.columns.postings(id), await this.columns.ids(id)];
    const start = firstWhere(rows.length, (k) => column[rows[k]!]! >= n);
    const end = firstWhere(rows.length, (k) => column[rows[k]!]! > n);
    return rows.subarray(start, end);
  }
}

/** List of a row. */
function listOf(starts: Uint32Array, row: number): number {
  return firstWhere(starts.length, (list) => starts[list]! > row) - 1;
}

function placeOf(order: Uint32Array, keys: Float64Array, row: number): number {
  return firstWhere(order.length, (place) => !isBefore(keys, order[place]!, row));
}

function named(rows: Uint32Array): Candidates {
  return { most: rows.length, get: () => rows };
}

/** Both, without the rows of the second that are among the first. */
function unite(first: Uint32Array, second: Uint32Array, inFirst: (row: number) => boolean): Uint32Array {
  const both = new Uint32Array(first.length + second.length);
  both.set(first);
  let count = first.length;
  for (const row of second) if (!inFirst(row)) both[count++] = row;
  return both.subarray(0, count);
}
