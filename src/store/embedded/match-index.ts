import type { MatchFilter } from '../port.ts';
import { Breath } from './breath.ts';
import type { Connection } from './database.ts';
import { AT, BLOCKED, INFERRED, RECORD } from './list-codec.ts';
import type { Names } from './names.ts';
import type { RunLists } from './run-lists.ts';
import { sortFalling } from './sorting.ts';

export type Sort = NonNullable<MatchFilter['sort']>;

/** A match of the index: the place of its list in the run, and its own in the list. */
export interface Found {
  readonly list: number;
  readonly k: number;
  /** In the order asked for, from 0. */
  readonly place: number;
}

interface Order {
  /** Row at each place, and the place of each row. */
  readonly rows: Uint32Array;
  readonly places: Uint32Array;
}

/** Places walked along an order before all rows are looked through instead. */
const WALK = 20_000;
/** Rows looked through before other work may have its turn. */
const STRIDE = 1 << 18;

/**
 * What filters and orders need of a run's matches, as columns in memory: 65 bytes a match and 8 more for each order once asked for.
 * Rows stand by output id, then demand id, so a stable sort settles ties. Never changes: a run does not.
 */
export class MatchIndex {
  readonly #list: Uint32Array;
  /** Row at which each list begins. */
  readonly #starts: Uint32Array;
  readonly #columns;
  readonly #keys;
  readonly #flags: Uint8Array;
  readonly #orders = new Map<Sort, Promise<Order>>();

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

  /** Reads all lists of a run once: about half a second a million matches, with breaths. */
  static async build(db: Connection, lists: RunLists, matches: number, goOn: () => void): Promise<MatchIndex> {
    const index = new MatchIndex(lists.length, matches);
    const breath = new Breath();
    for (let place = 0; place < lists.length; place++) {
      index.#add(place, lists.body(db, lists.at(place)));
      if (!breath.due) continue;
      await breath.take();
      goOn();
    }
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
    const passes = this.#test(filter, names);
    if (!passes) return [];
    const order = await this.#order(sort);
    const places: number[] = [];
    const total = this.#list.length;
    let place = from;
    for (const end = Math.min(total, from + WALK); place < end && places.length < limit; place++)
      if (passes(order.rows[place]!)) places.push(place);
    if (place < total && places.length < limit)
      places.push(...(await this.#lookThrough(passes, order, place, limit - places.length)));
    return places.map((at) => this.#found(order, at));
  }

  /** The lowest places from `from` on of rows that pass: keeps twice as many as wanted, cut back when full. */
  async #lookThrough(passes: (row: number) => boolean, order: Order, from: number, limit: number): Promise<number[]> {
    const breath = new Breath();
    let best: number[] = [];
    let worst = Number.POSITIVE_INFINITY;
    const cut = () => {
      best = best.sort((a, b) => a - b).slice(0, limit);
      if (best.length === limit) worst = best[limit - 1]!;
    };
    for (let row = 0; row < this.#list.length; row++) {
      if (row % STRIDE === 0) await breath.take();
      const place = order.places[row]!;
      if (place < from || place >= worst || !passes(row)) continue;
      best.push(place);
      if (best.length >= 2 * limit) cut();
    }
    cut();
    return best;
  }

  #found(order: Order, place: number): Found {
    const row = order.rows[place]!;
    const list = this.#list[row]!;
    return { list, k: row - this.#starts[list]!, place };
  }

  #order(sort: Sort): Promise<Order> {
    let order = this.#orders.get(sort);
    if (!order) {
      order = makeOrder(this.#keys[sort]);
      this.#orders.set(sort, order);
    }
    return order;
  }

  /** Undefined when nothing can pass: a text that no match ever named. */
  #test(filter: MatchFilter, names: Names): ((row: number) => boolean) | undefined {
    const { demand, outputCompany, demandCompany, outputRegion, demandRegion, use, material } = this.#columns;
    const tests: ((row: number) => boolean)[] = [];
    let possible = true;
    const equal = (text: string | undefined, column: Uint32Array, other = column) => {
      if (text === undefined) return;
      const n = names.number(text);
      if (n === undefined) possible = false;
      else tests.push((row) => column[row] === n || other[row] === n);
    };
    const atLeast = (least: number | undefined, column: Float64Array) => {
      if (least !== undefined) tests.push((row) => column[row]! >= least);
    };
    const flag = (wanted: boolean | undefined, bit: number) => {
      if (wanted !== undefined) tests.push((row) => ((this.#flags[row]! & bit) !== 0) === wanted);
    };
    equal(filter.demand, demand);
    equal(filter.company, outputCompany, demandCompany);
    equal(filter.use, use);
    equal(filter.material, material);
    equal(filter.region, outputRegion, demandRegion);
    atLeast(filter.minScore, this.#keys.score);
    atLeast(filter.minNetBenefitEurPerYear, this.#keys.money);
    atLeast(filter.minCo2KgPerYear, this.#keys.co2);
    flag(filter.inferred, INFERRED);
    flag(filter.regime === undefined ? undefined : filter.regime === 'blocked', BLOCKED);
    if (!possible) return undefined;
    return tests.length === 1 ? tests[0]! : (row) => tests.every((test) => test(row));
  }
}

async function makeOrder(keys: Float64Array): Promise<Order> {
  const rows = await sortFalling(keys, new Breath());
  const places = new Uint32Array(rows.length);
  for (let place = 0; place < rows.length; place++) places[rows[place]!] = place;
  return { rows, places };
}

/** A list's bytes as the machine's numbers (little-endian wherever this runs); copied when they do not lie on a boundary of 8. */
function words(bytes: Uint8Array): { u32: Uint32Array; f64: Float64Array } {
  const own = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  return {
    u32: new Uint32Array(own.buffer, own.byteOffset, own.length / 4),
    f64: new Float64Array(own.buffer, own.byteOffset, own.length / 8),
  };
}
