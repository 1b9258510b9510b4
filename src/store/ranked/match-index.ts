import type { MatchFilter } from '../port.ts';
import { Breath } from './breath.ts';
import { AT, BLOCKED, INFERRED, type Names, RECORD } from './list-codec.ts';
import { firstWhere, lookThrough, makeOrder, type Order } from './orders.ts';
import { sortRising } from './sorting.ts';

export type Sort = NonNullable<MatchFilter['sort']>;

/** A match of the index: the place of its list in the run, and its own in the list. */
export interface Found {
  readonly list: number;
  readonly k: number;
  /** In the order asked for, from 0. */
  readonly place: number;
}

/** The lists of a run by output id, as list-codec.ts writes them. */
export interface ListBodies {
  readonly length: number;
  body(place: number): Uint8Array;
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

/**
 * What filters and orders need of a run's matches, as columns in memory: 65 bytes a match, and 4 to 8 more for each order or filter once
 * it was asked for. Rows stand by output id, then demand id, so a stable sort settles ties. Never changes: a run does not.
 */
export class MatchIndex {
  readonly #list: Uint32Array;
  /** Row at which each list begins. */
  readonly #starts: Uint32Array;
  readonly #columns;
  readonly #keys;
  readonly #flags: Uint8Array;
  readonly #orders = new Map<Float64Array, Promise<Order>>();
  /** Rows by the value of a column. */
  readonly #postings = new Map<Uint32Array, Promise<Uint32Array>>();

  private constructor(lists: number, matches: number) {
    const ids = () => new Uint32Array(matches);
    this.#list = ids();
    this.#starts = new Uint32Array(lists + 1);
    this.#columns = {
      demand: ids(),
      outputCompany: ids(),
      demandCompany: ids(),
      outputRegion: ids(),
      demandRegion: ids(),
      use: ids(),
      material: ids(),
    };
    const floats = () => new Float64Array(matches);
    this.#keys = { score: floats(), money: floats(), co2: floats(), quantity: floats() };
    this.#flags = new Uint8Array(matches);
  }

  /** Reads all lists of a run once: about half a second a million matches, with breaths. `goOn` may throw to stop it. */
  static async build(lists: ListBodies, matches: number, goOn: () => void): Promise<MatchIndex> {
    const index = new MatchIndex(lists.length, matches);
    const breath = new Breath();
    for (let place = 0; place < lists.length; place++) {
      index.#add(place, lists.body(place));
      if (!breath.due) continue;
      await breath.take();
      goOn();
    }
    await index.#order(index.#keys.score);
    return index;
  }

  #add(list: number, bytes: Uint8Array): void {
    const { demand, outputCompany, demandCompany, outputRegion, demandRegion, use, material } = this.#columns;
    const { score, money, co2, quantity } = this.#keys;
    const { u32, f64 } = words(bytes);
    const start = this.#starts[list]!;
    const count = bytes.length / RECORD;
    for (let k = 0; k < count; k++) {
      const row = start + k;
      const at = (k * RECORD) / 4;
      this.#list[row] = list;
      demand[row] = u32[at + AT.demand / 4]!;
      outputCompany[row] = u32[at + AT.outputCompany / 4]!;
      demandCompany[row] = u32[at + AT.demandCompany / 4]!;
      outputRegion[row] = u32[at + AT.outputRegion / 4]!;
      demandRegion[row] = u32[at + AT.demandRegion / 4]!;
      use[row] = u32[at + AT.use / 4]!;
      material[row] = u32[at + AT.material / 4]!;
      this.#flags[row] = bytes[k * RECORD + AT.flags]!;
      const key = (k * RECORD) / 8;
      score[row] = f64[key + AT.score / 8]!;
      money[row] = f64[key + AT.money / 8]!;
      co2[row] = f64[key + AT.co2 / 8]!;
      quantity[row] = f64[key + AT.quantity / 8]!;
    }
    this.#starts[list + 1] = start + count;
  }

  /** The first `limit` matches of the order from this place on that pass the filter. */
  async find(filter: MatchFilter, names: Names, sort: Sort, from: number, limit: number): Promise<Found[]> {
    const conditions = this.#conditions(filter, names);
    if (!conditions) return [];
    const passes = (row: number) => {
      for (const condition of conditions) if (!condition.passes(row)) return false;
      return true;
    };
    const order = await this.#order(this.#keys[sort]);
    const places: number[] = [];
    let place = from;
    for (const end = Math.min(this.#list.length, from + WALK); place < end && places.length < limit; place++)
      if (passes(order.rows[place]!)) places.push(place);
    if (place < this.#list.length && places.length < limit) {
      const rows = await this.#narrowest(conditions);
      places.push(...(await lookThrough(rows, passes, order.places, place, limit - places.length)));
    }
    return places.map((at) => this.#found(order, at));
  }

  /** Rows of the condition that names the fewest; every row when none does. */
  async #narrowest(conditions: readonly Condition[]): Promise<Uint32Array> {
    const all = (await this.#order(this.#keys.score)).rows;
    let fewest: Candidates = named(all);
    for (const condition of conditions) {
      const rows = await condition.rows?.();
      if (rows && rows.most < fewest.most) fewest = rows;
    }
    return fewest.get();
  }

  #found(order: Order, place: number): Found {
    const row = order.rows[place]!;
    const list = this.#list[row]!;
    return { list, k: row - this.#starts[list]!, place };
  }

  /** Undefined when nothing can pass: a text that no match ever named. */
  #conditions(filter: MatchFilter, names: Names): Condition[] | undefined {
    const { demand, outputCompany, demandCompany, outputRegion, demandRegion, use, material } = this.#columns;
    const { score, money, co2 } = this.#keys;
    const conditions: Condition[] = [];
    let possible = true;
    const equal = (text: string | undefined, ...columns: Uint32Array[]) => {
      if (text === undefined) return;
      const n = names.number(text);
      if (n === undefined) possible = false;
      else conditions.push(this.#equal(n, columns[0]!, columns[1]));
    };
    equal(filter.demand, demand);
    equal(filter.company, outputCompany, demandCompany);
    equal(filter.use, use);
    equal(filter.material, material);
    equal(filter.region, outputRegion, demandRegion);
    const atLeast = (least: number | undefined, keys: Float64Array) => {
      if (least !== undefined) conditions.push(this.#atLeast(least, keys));
    };
    atLeast(filter.minScore, score);
    atLeast(filter.minNetBenefitEurPerYear, money);
    atLeast(filter.minCo2KgPerYear, co2);
    const flag = (wanted: boolean | undefined, bit: number) => {
      if (wanted !== undefined) conditions.push({ passes: (row) => ((this.#flags[row]! & bit) !== 0) === wanted });
    };
    flag(filter.inferred, INFERRED);
    flag(filter.regime === undefined ? undefined : filter.regime === 'blocked', BLOCKED);
    return possible ? conditions : undefined;
  }

  /** The value in one column or, where given, in another. */
  #equal(n: number, one: Uint32Array, other?: Uint32Array): Condition {
    if (!other) return { passes: (row) => one[row] === n, rows: async () => named(await this.#rowsWith(one, n)) };
    return {
      passes: (row) => one[row] === n || other[row] === n,
      rows: async () => {
        const [first, second] = [await this.#rowsWith(one, n), await this.#rowsWith(other, n)];
        return { most: first.length + second.length, get: () => unite(first, second, (row) => one[row] === n) };
      },
    };
  }

  #atLeast(least: number, keys: Float64Array): Condition {
    return {
      passes: (row) => keys[row]! >= least,
      rows: async () => {
        const { rows } = await this.#order(keys);
        const end = firstWhere(rows.length, (place) => !(keys[rows[place]!]! >= least));
        return named(rows.subarray(0, end));
      },
    };
  }

  async #rowsWith(column: Uint32Array, n: number): Promise<Uint32Array> {
    let sorted = this.#postings.get(column);
    if (!sorted) {
      sorted = sortRising(column, new Breath());
      this.#postings.set(column, sorted);
    }
    const rows = await sorted;
    const start = firstWhere(rows.length, (k) => column[rows[k]!]! >= n);
    const end = firstWhere(rows.length, (k) => column[rows[k]!]! > n);
    return rows.subarray(start, end);
  }

  #order(keys: Float64Array): Promise<Order> {
    let order = this.#orders.get(keys);
    if (!order) {
      order = makeOrder(keys);
      this.#orders.set(keys, order);
    }
    return order;
  }
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

/** A list's bytes as the machine's numbers (little-endian wherever this runs); copied when they do not lie on a boundary of 8. */
function words(bytes: Uint8Array): { u32: Uint32Array; f64: Float64Array } {
  const own = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  return {
    u32: new Uint32Array(own.buffer, own.byteOffset, own.length / 4),
    f64: new Float64Array(own.buffer, own.byteOffset, own.length / 8),
  };
}
