import { giverColumns, takerColumns } from '../columns/build.ts';
import type { Columns } from '../columns/columns.ts';
import { GROUP, NODE } from '../columns/forest.ts';
import { FACT, PLACE } from '../columns/item.ts';
import type { Maker, Room } from '../columns/memory.ts';
import { Staging } from '../columns/staging.ts';
import type { Context } from '../problem/context.ts';
import type { Stream } from '../problem/stream.ts';
import { KERNEL_COLUMNS } from '../search/kernel.ts';

type Name = keyof Columns;
export type Loose = { -readonly [N in Name]: Columns[N] };

/** Names of a side's columns by what a place in them is. */
const LAYOUT = {
  output: {
    row: ['outputFrom', 'outputTo', 'outputTraits'],
    readingFrom: 'outputReadingFrom',
    reading: ['outputReadingMaterial', 'outputReadingConfidence', 'outputReadingPart'],
    readingItem: 'outputReadingItem',
    valueFrom: 'outputValueFrom',
    value: ['outputValueParameter', 'outputValueOperator', 'outputValue'],
    places: 'giverPlaces',
    facts: 'giverFacts',
    nodes: 'giverNodes',
    groups: 'giverGroups',
    groupsFrom: 'giverGroupsFrom',
  },
  demand: {
    row: ['demandFrom', 'demandTo', 'demandTraits', 'demandRoadKm', 'demandPipeKm'],
    readingFrom: 'demandReadingFrom',
    reading: ['demandReadingMaterial', 'demandReadingConfidence'],
    readingItem: 'demandReadingItem',
    valueFrom: 'demandValueFrom',
    value: ['demandValueParameter', 'demandValueOperator', 'demandValue'],
    places: 'takerPlaces',
    facts: 'takerFacts',
    nodes: 'takerNodes',
    groups: 'takerGroups',
    groupsFrom: 'takerGroupsFrom',
  },
} as const satisfies Record<string, Record<string, Name | readonly Name[]>>;

interface Growth {
  /** Streams that are planted again with each change; when there are more they join an older level. */
  readonly young: number;
  /** Room for longer columns where the kernel reads them. */
  readonly room: Room;
}

/** Trees planted together, with where the next ones begin. */
interface Level {
  /** It holds at most `GROWTH ** rank` times as many streams as the youngest. */
  readonly rank: number;
  readonly groups: Int32Array;
  readonly groupsFrom: Int32Array;
  readonly end: { rows: number; readings: number; values: number; items: number; nodes: number };
}

/** Share of a column's length that is kept free at its end. */
const ROOM = 0.1;
/** Times as many streams in a level as in the next younger one. */
const GROWTH = 16;

/**
 * One side of columns that change: trees of old, and levels of what came since, the younger the smaller. The youngest is planted again each time; when it
 * is full, it joins the next older one that has room. Rows never move.
 */
export class LiveSide {
  readonly side: 'output' | 'demand';
  readonly #columns: Loose;
  readonly #context: Context;
  /** Streams since the columns were built, by row. */
  readonly #since: Stream[] = [];
  readonly #base: Level;
  /** Older first; all but the last hold what was planted before. */
  #levels: Level[] = [];
  /** Streams in the youngest level at most. */
  readonly #most: number;
  readonly #room: Room;

  /**
   * @param base columns as they were built
   * @param columns the same with room at their ends, of the caller alone: they are written to, and replaced when they are full
   */
  constructor(side: 'output' | 'demand', base: Columns, columns: Loose, context: Context, { young, room }: Growth) {
    this.#room = room;
    this.#most = Math.max(1, young);
    this.side = side;
    this.#columns = columns;
    this.#context = context;
    const names = LAYOUT[side];
    const rows = base[names.readingFrom].length - 1;
    this.#base = {
      rank: Number.POSITIVE_INFINITY,
      groups: (base[names.groups] as Int32Array).slice(),
      groupsFrom: base[names.groupsFrom] as Int32Array,
      end: {
        rows,
        readings: base[names.readingFrom][rows]!,
        values: base[names.valueFrom][rows]!,
        items: base[names.facts].length / FACT.width,
        nodes: base[names.nodes].length / NODE.width,
      },
    };
    columns[names.groupsFrom] = columns[names.groupsFrom].slice() as never;
  }

  get rows(): number {
    return this.#base.end.rows + this.#since.length;
  }

  /** Streams added since the columns were built. */
  get added(): number {
    return this.#since.length;
  }

  get nodes(): number {
    return this.#last.end.nodes;
  }

  get items(): number {
    return this.#last.end.items;
  }

  /** Groups of the trees of old, ordered by their items. */
  get groups(): Int32Array {
    return this.#base.groups;
  }

  /** The stream of a row that came since the columns were built. */
  streamAt(row: number): Stream | undefined {
    return this.#since[row - this.#base.end.rows];
  }

  /** The table with the group of an item. */
  tableOf(item: number): Int32Array {
    if (item < this.#base.end.items) return this.#base.groups;
    return this.#levels.find(({ end }) => item < end.items)!.groups;
  }

  readonly rankOf = (row: number): number => {
    const stream = this.#since[row - this.#base.end.rows];
    return stream ? stream.rank! : row;
  };

  itemsOf(row: number): number[] {
    const { readingFrom, readingItem } = LAYOUT[this.side];
    const items: number[] = [];
    for (let r = this.#columns[readingFrom][row]!; r < this.#columns[readingFrom][row + 1]!; r++)
      if (this.#columns[readingItem][r]! >= 0) items.push(this.#columns[readingItem][r]!);
    return items;
  }

  get facts(): Int32Array {
    return this.#columns[LAYOUT[this.side].facts] as Int32Array;
  }

  /** Takes a row out of every search. */
  remove(row: number, gone: number): void {
    for (const item of this.itemsOf(row)) this.facts[item * FACT.width + FACT.traits]! |= gone;
    const since = row - this.#base.end.rows;
    if (since >= 0)
      this.#since[since] = { ...this.#since[since]!, flow: { ...this.#since[since]!.flow, readings: [] } };
  }

  /** Adds streams at the rows that follow. Returns whether a column had to be replaced by a longer one, and the groups planted. */
  add(streams: readonly Stream[]): { readonly longer: boolean; readonly planted: Int32Array } {
    this.#since.push(...streams);
    let rank = 0;
    while (this.rows - this.#endAbove(rank).rows > this.#most * GROWTH ** rank) rank++;
    this.#levels = this.#levels.filter((level) => level.rank > rank);
    const { level, longer } = this.#plant(this.#last, rank);
    this.#levels.push(level);
    return { longer: this.#joinGroups() || longer, planted: level.groups };
  }

  get #last(): Level {
    return this.#levels.at(-1) ?? this.#base;
  }

  /** Where the levels of a higher rank end. */
  #endAbove(rank: number): Level['end'] {
    return (this.#levels.findLast((level) => level.rank > rank) ?? this.#base).end;
  }

  #plant(before: Level, rank: number): { level: Level; longer: boolean } {
    const staging = new Staging(this.side, this.#context);
    for (const stream of this.#since.slice(before.end.rows - this.#base.end.rows)) staging.add(stream);
    const names = LAYOUT[this.side];
    const made = (this.side === 'output' ? giverColumns : takerColumns)(staging, this.#context) as unknown as Columns;
    const at = before.end;
    let longer = false;
    const write = (name: Name, place: number, values: ArrayLike<number>) => {
      if (this.#write(name, place, values)) longer = true;
    };
    for (const name of names.row) write(name, at.rows, made[name]);
    write(names.readingFrom, at.rows, shifted(made[names.readingFrom], at.readings));
    for (const name of names.reading) write(name, at.readings, made[name]);
    write(names.readingItem, at.readings, shifted(made[names.readingItem], at.items));
    write(names.valueFrom, at.rows, shifted(made[names.valueFrom], at.values));
    for (const name of names.value) write(name, at.values, made[name]);
    write(names.places, at.items * PLACE.width, made[names.places]);
    write(names.facts, at.items * FACT.width, made[names.facts]);
    write(names.nodes, at.nodes * NODE.width, made[names.nodes]);
    const groups = (made[names.groups] as Int32Array).slice();
    for (let g = 0; g < groups.length; g += GROUP.width) {
      groups[g + GROUP.from]! += at.items;
      groups[g + GROUP.to]! += at.items;
      groups[g + GROUP.node]! += at.nodes;
    }
    const end = {
      rows: at.rows + staging.rows,
      readings: at.readings + made[names.readingItem].length,
      values: at.values + staging.value.length,
      items: at.items + made[names.facts].length / FACT.width,
      nodes: at.nodes + made[names.nodes].length / NODE.width,
    };
    return { level: { groups, groupsFrom: made[names.groupsFrom] as Int32Array, end, rank }, longer };
  }

  /** Puts the groups of all levels in one table by material. */
  #joinGroups(): boolean {
    const { groups, groupsFrom } = LAYOUT[this.side];
    const levels = [this.#base, ...this.#levels].filter((level) => level.groups.length > 0);
    const materials = this.#base.groupsFrom.length - 1;
    const joined = new Int32Array(levels.reduce((sum, level) => sum + level.groups.length, 0));
    const from = new Int32Array(materials + 1);
    let to = 0;
    for (let material = 0; material < materials; material++) {
      for (const level of levels) {
        const [first, end] = [level.groupsFrom[material]! * GROUP.width, level.groupsFrom[material + 1]! * GROUP.width];
        if (first === end) continue;
        joined.set(level.groups.subarray(first, end), to);
        to += end - first;
      }
      from[material + 1] = to / GROUP.width;
    }
    this.#columns[groupsFrom].set(from);
    return this.#write(groups, 0, joined);
  }

  /** Writes into a column, which a longer one replaces when it is full. */
  #write(name: Name, at: number, values: ArrayLike<number>): boolean {
    const full = at + values.length > this.#columns[name].length;
    if (full) this.#lengthen(name, at + values.length);
    this.#columns[name].set(values, at);
    return full;
  }

  #lengthen(name: Name, least: number): void {
    const column = this.#columns[name];
    const Type = column.constructor as Maker<typeof column> & { new (length: number): typeof column };
    const length = Math.ceil(least * (1 + ROOM)) + 4096;
    const isForKernel = (KERNEL_COLUMNS as readonly Name[]).includes(name);
    const longer = isForKernel ? this.#room.take(Type, length) : new Type(length);
    longer.set(column as never);
    (this.#columns as Record<Name, unknown>)[name] = longer;
  }
}

/** Numbers of places counted from a later beginning; -1 stays. */
function shifted(values: ArrayLike<number>, by: number): Int32Array {
  return Int32Array.from(values, (value) => (value < 0 ? value : value + by));
}
