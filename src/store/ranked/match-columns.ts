import { Breath } from './breath.ts';
import { AT, RECORD } from './list-codec.ts';
import { makeOrder } from './orders.ts';
import { sortRising } from './sorting.ts';

/** The lists of a run by output id, as list-codec.ts writes them. */
export interface ListBodies {
  readonly length: number;
  body(place: number): Uint8Array;
}

/** Numbers of texts. */
export const IDS = [
  'demand',
  'outputCompany',
  'demandCompany',
  'outputRegion',
  'demandRegion',
  'use',
  'material',
] as const;
export const KEYS = ['score', 'money', 'co2', 'quantity'] as const;
export type Id = (typeof IDS)[number];
export type Key = (typeof KEYS)[number];

const SORTED = { order: 'by ', postings: 'with ' } as const;

/** Columns kept somewhere, read one by one. */
export interface KeptColumns {
  read(name: string): Promise<ArrayBufferLike>;
  /** Bytes `[from, to)` of a column. */
  readSpan(name: string, from: number, to: number): Promise<Uint8Array>;
}

/**
 * What filters and orders need of a run's matches, as columns in memory: 61 bytes a match, and 4 more for each order or filter once it was asked for.
 * Rows stand by output id, then demand id, so a stable sort settles ties. Columns that were kept are read when they are first asked for.
 */
export class MatchColumns {
  readonly matches: number;
  readonly #kept: KeptColumns | undefined;
  readonly #held = new Map<string, Promise<ArrayBufferLike>>();

  constructor(matches: number, kept?: KeptColumns) {
    this.matches = matches;
    this.#kept = kept;
  }

  /** Reads all lists of a run once: about half a second a million matches, with breaths. `goOn` may throw to stop it. */
  static async ofLists(lists: ListBodies, matches: number, goOn: () => void): Promise<MatchColumns> {
    const filling = new Filling(lists.length, matches);
    const breath = new Breath();
    for (let place = 0; place < lists.length; place++) {
      filling.add(place, lists.body(place));
      if (!breath.due) continue;
      await breath.take();
      goOn();
    }
    const columns = new MatchColumns(matches);
    for (const [name, { buffer }] of filling.columns()) columns.#held.set(name, Promise.resolve(buffer));
    return columns;
  }

  /** Row at which each list begins, and the end of the last. */
  async starts(): Promise<Uint32Array> {
    return new Uint32Array(await this.#column('starts'));
  }

  async ids(id: Id): Promise<Uint32Array> {
    return new Uint32Array(await this.#column(id));
  }

  async keys(key: Key): Promise<Float64Array> {
    return new Float64Array(await this.#column(key));
  }

  async flags(): Promise<Uint8Array> {
    return new Uint8Array(await this.#column('flags'));
  }

  /** Rows by falling key. */
  async order(key: Key): Promise<Uint32Array> {
    return new Uint32Array(
      await this.#column(SORTED.order + key, async () => (await makeOrder(await this.keys(key))).buffer),
    );
  }

  /** Rows at the places `[from, to)` of an order, which is not read as a whole for a few of them. */
  async orderSpan(key: Key, from: number, to: number): Promise<Uint32Array> {
    const name = SORTED.order + key;
    if (!this.#kept || this.#held.has(name)) return (await this.order(key)).subarray(from, to);
    const { buffer, byteOffset } = await this.#kept.readSpan(name, 4 * from, 4 * to);
    return new Uint32Array(buffer, byteOffset, to - from);
  }

  /** Rows by rising number. */
  async postings(id: Id): Promise<Uint32Array> {
    return new Uint32Array(
      await this.#column(SORTED.postings + id, async () => (await sortRising(await this.ids(id), new Breath())).buffer),
    );
  }

  /** All columns, those made that were not yet asked for: what `KeptColumns` gives again. */
  async all(goOn: () => void): Promise<ReadonlyMap<string, Uint8Array>> {
    for (const key of KEYS) {
      await this.order(key);
      goOn();
    }
    for (const id of IDS) {
      await this.postings(id);
      goOn();
    }
    const named = [...this.#held].map(async ([name, buffer]) => [name, new Uint8Array(await buffer)] as const);
    return new Map(await Promise.all(named));
  }

  #column(name: string, make?: () => Promise<ArrayBufferLike>): Promise<ArrayBufferLike> {
    let column = this.#held.get(name);
    if (!column) {
      column = this.#kept ? this.#kept.read(name) : make!();
      this.#held.set(name, column);
      column.catch(() => this.#held.delete(name));
    }
    return column;
  }
}

/** The columns while they are filled. */
class Filling {
  readonly starts: Uint32Array;
  readonly flags: Uint8Array;
  readonly #ids: Record<Id, Uint32Array>;
  readonly #keys: Record<Key, Float64Array>;

  constructor(lists: number, matches: number) {
    const each = <N extends string, C>(names: readonly N[], make: () => C) =>
      Object.fromEntries(names.map((name) => [name, make()])) as Record<N, C>;
    this.starts = new Uint32Array(lists + 1);
    this.flags = new Uint8Array(matches);
    this.#ids = each(IDS, () => new Uint32Array(matches));
    this.#keys = each(KEYS, () => new Float64Array(matches));
  }

  add(list: number, bytes: Uint8Array): void {
    const { demand, outputCompany, demandCompany, outputRegion, demandRegion, use, material } = this.#ids;
    const { score, money, co2, quantity } = this.#keys;
    const { u32, f64 } = words(bytes);
    const start = this.starts[list]!;
    const count = bytes.length / RECORD;
    for (let k = 0; k < count; k++) {
      const row = start + k;
      const at = (k * RECORD) / 4;
      demand[row] = u32[at + AT.demand / 4]!;
      outputCompany[row] = u32[at + AT.outputCompany / 4]!;
      demandCompany[row] = u32[at + AT.demandCompany / 4]!;
      outputRegion[row] = u32[at + AT.outputRegion / 4]!;
      demandRegion[row] = u32[at + AT.demandRegion / 4]!;
      use[row] = u32[at + AT.use / 4]!;
      material[row] = u32[at + AT.material / 4]!;
      this.flags[row] = bytes[k * RECORD + AT.flags]!;
      const key = (k * RECORD) / 8;
      score[row] = f64[key + AT.score / 8]!;
      money[row] = f64[key + AT.money / 8]!;
      co2[row] = f64[key + AT.co2 / 8]!;
      quantity[row] = f64[key + AT.quantity / 8]!;
    }
    this.starts[list + 1] = start + count;
  }

  columns(): [string, Uint32Array | Float64Array | Uint8Array][] {
    return Object.entries({ starts: this.starts, flags: this.flags, ...this.#ids, ...this.#keys });
  }
}

/** A list's bytes as the machine's numbers (little-endian wherever this runs); copied when they do not lie on a boundary of 8. */
function words(bytes: Uint8Array): { u32: Uint32Array; f64: Float64Array } {
  const own = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  return {
    u32: new Uint32Array(own.buffer, own.byteOffset, own.length / 4),
    f64: new Float64Array(own.buffer, own.byteOffset, own.length / 8),
  };
}
