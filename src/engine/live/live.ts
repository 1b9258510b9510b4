import { type Company, compareIds, type Flow, type Site } from '../../domain/index.ts';
import { type Columns, openColumns } from '../columns/columns.ts';
import { GROUP } from '../columns/forest.ts';
import type { IdTable } from '../columns/id-table.ts';
import { memoryOf, Room } from '../columns/memory.ts';
import { GONE } from '../columns/traits.ts';
import { compileCatalog } from '../problem/catalog.ts';
import type { Context } from '../problem/context.ts';
import { type Stream, toStream } from '../problem/stream.ts';
import { KERNEL_COLUMNS } from '../search/kernel.ts';
import { createLists, keptKinds, type Lists, type ListTable, type SideLists } from '../search/lists.ts';
import { createSearch, KINDS, type Search } from '../search/search.ts';
import { groupOf, Standing } from '../search/standing.ts';
import { LiveLists } from './live-lists.ts';
import { IdOrder } from './live-order.ts';
import { LiveSide, type Loose } from './live-side.ts';

/** A flow that is there now, with its site and company. One of the same id gives way. */
export interface LiveFlow {
  readonly flow: Flow;
  readonly site: Site | undefined;
  readonly company: Company | undefined;
}

export interface LiveChanges {
  readonly put: readonly LiveFlow[];
  /** Ids of flows that are there no more. */
  readonly remove: readonly string[];
}

/** What a batch did to the lists. */
export interface Recomputed {
  /** Rows of flows that came, and of those with another list than before. */
  readonly outputs: readonly number[];
  readonly demands: readonly number[];
  /** Lists that were searched from the beginning; the others were mended. */
  readonly searched: number;
  /** Ids of outputs whose matches may differ: those with another list, those gone, and those that have another rank at a demand. */
  readonly told: ReadonlySet<string>;
}

const SIDES = ['output', 'demand'] as const;
type Side = (typeof SIDES)[number];
const otherOf = (side: Side): Side => (side === 'output' ? 'demand' : 'output');
const tableOf = { output: 'outputs', demand: 'demands' } as const;

/** Streams of a side that are planted again with each change. */
const YOUNG = 128;
/** Lists searched, or flows looked up, between two turns. */
const SLICE = 64;
/** Rows whose lists are looked through between two turns. */
const STRIDE = 65_536;
/** Flows of a side that leave in one batch, above which all lists are looked through instead of finding theirs by search. */
const MANY = 50;

/**
 * Columns and lists that follow their flows: a change reaches only the lists that a flow enters or leaves, and the result is that of a
 * whole run. A flow that changes gets a new row; its id keeps its rank.
 */
export class Live {
  readonly columns: Columns;
  readonly lists: ListTable;
  readonly #context: Context;
  readonly #sides: Record<Side, LiveSide>;
  readonly #lists: Record<Side, LiveLists>;
  readonly #ids: Record<Side, IdOrder>;
  readonly #standings: Record<Side, readonly Standing[]>;
  /** Kinds of lists that are kept. */
  readonly #kinds: readonly (keyof SideLists)[];
  #search: Search;

  /**
   * @param context the very one of which the columns were built
   * @param columns of a buffer that is written to from the first change on, as is that of the lists; those made with a reserve have room for what comes
   * @param ids of the rows, in order
   * @param young streams of a side that are planted again with each change
   */
  constructor(
    context: Context,
    columns: Columns,
    lists: Lists,
    ids: { readonly outputs: IdTable; readonly demands: IdTable },
    { young = YOUNG } = {},
  ) {
    const own: Loose = { ...openColumns(columns.points.buffer as SharedArrayBuffer, { room: true }).columns };
    const room = new Room(memoryOf(columns.points.buffer));
    for (const name of KERNEL_COLUMNS) own[name] = room.house(own[name]) as never;
    this.columns = own;
    this.#context = context;
    this.#sides = {
      output: new LiveSide('output', columns, own, context, { young, room }),
      demand: new LiveSide('demand', columns, own, context, { young, room }),
    };
    this.#ids = { output: new IdOrder(ids.outputs), demand: new IdOrder(ids.demands) };
    this.#kinds = KINDS.filter((kind) => keptKinds(own)[kind]);
    const { top, width } = lists;
    const roomy = createLists(columns, lists.buffer, { room: true });
    const follow = (side: Side) =>
      new LiveLists(roomy[tableOf[side]], { top, width }, this.#kinds, this.#sides[otherOf(side)].rankOf);
    this.#lists = { output: follow('output'), demand: follow('demand') };
    this.lists = { top, width, outputs: this.#lists.output.lists, demands: this.#lists.demand.lists };
    this.#standings = { output: this.#stand('output'), demand: this.#stand('demand') };
    for (const side of SIDES) this.#refreshAll(side, this.#sides[side].groups);
    this.#search = createSearch(own);
  }

  /** Id of a row; undefined where the flow is gone or has another row now. */
  idOf(side: Side, row: number): string | undefined {
    return this.#ids[side].idOf(row);
  }

  /** The stream of a row that came since the columns were built; undefined for the others, which the caller has. */
  streamAt(side: Side, row: number): Stream | undefined {
    return this.#sides[side].streamAt(row);
  }

  rowOf(side: Side, id: string): number | undefined {
    return this.#ids[side].rowOf(id);
  }

  /** Flows that came since the columns were built: the more, the slower a change is, until columns are built anew. */
  get added(): number {
    return this.#sides.output.added + this.#sides.demand.added;
  }

  /**
   * Applies changes as one batch, some lists a step. Until the last step is done the lists are of no generation. Returns undefined, with nothing
   * changed, when the ids leave no room for an order: then columns are to be built anew.
   */
  *apply({ put, remove }: LiveChanges): Generator<number, Recomputed | undefined> {
    const coming = { output: new Map<string, LiveFlow>(), demand: new Map<string, LiveFlow>() };
    for (const one of put) coming[one.flow.direction === 'output' ? 'output' : 'demand'].set(one.flow.id, one);
    const ranks = { output: new Map<string, number>(), demand: new Map<string, number>() };
    for (const side of SIDES)
      for (const id of [...coming[side].keys()].sort(compareIds)) {
        const rank = this.#ids[side].rankOf(id);
        if (rank === undefined) return undefined;
        ranks[side].set(id, rank);
      }
    const leaving = [...new Set([...put.map(({ flow }) => flow.id), ...remove])];
    for (const side of SIDES) this.#lists[side].begin();
    const left = SIDES.map((side) => leaving.flatMap((id) => this.rowOf(side, id) ?? []));
    yield* this.#leave(left);
    left.forEach((rows, i) => {
      for (const row of rows) this.#remove(SIDES[i]!, row);
    });
    const come = SIDES.map((side) => this.#add(side, coming[side], ranks[side]));
    yield* this.#enter(come);
    const searched = yield* this.#searchDue();
    for (const side of SIDES) for (const row of this.#lists[side].touched) this.#refresh(side, row);
    return { searched, ...this.#tell(leaving, come) };
  }

  /** Takes the rows of each side out of the lists of the other. */
  *#leave(rows: readonly (readonly number[])[]): Generator<number> {
    for (const [i, side] of SIDES.entries())
      if (rows[i]!.length > MANY) yield* this.#leaveAll(otherOf(side), new Set(rows[i]!));
      else
        for (const row of rows[i]!)
          for (const [kind, met] of this.#meet(side, row))
            for (const other of met.keys()) this.#lists[otherOf(side)].takeOut(kind, other, row);
  }

  /** The same for many, by a look through all lists of a side. */
  *#leaveAll(side: Side, gone: ReadonlySet<number>): Generator<number> {
    const mark = new Uint8Array(this.#sides[otherOf(side)].rows);
    for (const row of gone) mark[row] = 1;
    const { width } = this.lists;
    for (const kind of this.#kinds) {
      const { held, partner } = this.lists[tableOf[side]][kind];
      for (let row = 0; row < this.#sides[side].rows; row++) {
        for (let at = row * width + held[row]! - 1; at >= row * width; at--)
          if (mark[partner[at]!] === 1) this.#lists[side].takeOut(kind, row, partner[at]!);
        if (row % STRIDE === STRIDE - 1) yield 0;
      }
    }
  }

  /** Puts the rows of each side into the lists of the other. */
  *#enter(rows: readonly (readonly number[])[]): Generator<number> {
    for (const [i, side] of SIDES.entries())
      for (const [n, row] of rows[i]!.entries()) {
        for (const [kind, met] of this.#meet(side, row))
          for (const [other, place] of met) this.#lists[otherOf(side)].putIn(kind, other, row, place);
        if (n % SLICE === SLICE - 1) yield 0;
      }
  }

  /** The rows of the other side in whose lists a row stands, or would, by kind. */
  #meet(side: Side, row: number): (readonly [keyof SideLists, Standing['met']])[] {
    const standings = this.#standings[otherOf(side)];
    const { isEarlier } = this.#search;
    const output = side === 'output';
    for (const standing of standings)
      standing.begin((other, a, b) => (output ? isEarlier(row, other, a, b) : isEarlier(other, row, a, b)));
    if (output) this.#search.standOutput(row, standings);
    else this.#search.standDemand(row, standings);
    return this.#kinds.map((kind) => [kind, standings[KINDS.indexOf(kind)]!.met]);
  }

  /** Searches the lists whose reserve is used up, and those of what came. Returns how many. */
  *#searchDue(): Generator<number, number> {
    let searched = 0;
    for (const side of SIDES) {
      const lists = this.#lists[side];
      for (const row of [...lists.touched]) {
        if (!this.#ids[side].has(row) || !lists.isDue(row)) continue;
        this.#search[side](row);
        lists.write(row, this.#search);
        if (++searched % SLICE === 0) yield searched;
      }
    }
    return searched;
  }

  #tell(leaving: readonly string[], come: readonly (readonly number[])[]): Omit<Recomputed, 'searched'> {
    const told = new Set(leaving);
    const changed = SIDES.map((side, i) => {
      const fresh = new Set(come[i]);
      const lists = this.#lists[side];
      return [...lists.touched].filter((row) => this.#ids[side].has(row) && (fresh.has(row) || lists.isChanged(row)));
    });
    const tell = (output: number) => {
      const id = this.#ids.output.idOf(output);
      if (id !== undefined) told.add(id);
    };
    for (const row of changed[0]!) tell(row);
    for (const row of changed[1]!) for (const output of this.#lists.demand.moved(row)) tell(output);
    return { outputs: changed[0]!, demands: changed[1]!, told };
  }

  #remove(side: Side, row: number): void {
    this.#sides[side].remove(row, GONE);
    this.#lists[side].drop(row);
    this.#ids[side].remove(row);
  }

  #add(side: Side, coming: ReadonlyMap<string, LiveFlow>, ranks: ReadonlyMap<string, number>): number[] {
    if (coming.size === 0) return [];
    const known = this.#numbered();
    const live = this.#sides[side];
    const first = live.rows;
    const streams = [...coming.values()].map(({ flow, site, company }, i) => ({
      ...toStream(this.#context, flow, first + i, site, company),
      rank: ranks.get(flow.id)!,
    }));
    const { longer, planted } = live.add(streams);
    this.#lists[side].makeRoom(live.rows);
    const rows = streams.map(({ row, flow }) => {
      this.#ids[side].put(flow.id, row);
      this.#lists[side].open(row);
      return row;
    });
    const reserve = this.lists.width - this.lists.top;
    if (this.#numbered() !== known) Object.assign(this.columns, compileCatalog(this.#context, reserve));
    if (longer || this.#numbered() !== known) this.#search = createSearch(this.columns);
    this.#refreshAll(side, planted);
    return rows;
  }

  /** Grows when a country, an activity or a parameter comes that was never met: the catalog has a place for each. */
  #numbered(): number {
    return this.#context.countries.count + this.#context.activities.count + this.#context.parameters.count;
  }

  #stand(side: Side): readonly Standing[] {
    const partners = this.#sides[otherOf(side)];
    return KINDS.map((kind) => new Standing(this.lists[tableOf[side]][kind], this.lists.width, partners.rankOf));
  }

  #kept(side: Side): readonly Standing[] {
    return this.#standings[side].filter((_, i) => this.#kinds.includes(KINDS[i]!));
  }

  #refreshAll(side: Side, groups: Int32Array): void {
    const live = this.#sides[side];
    for (const standing of this.#kept(side)) {
      standing.makeRoom(live.nodes, live.items);
      for (let at = 0; at < groups.length; at += GROUP.width) standing.refresh(live.facts, groups, at);
    }
  }

  #refresh(side: Side, row: number): void {
    const live = this.#sides[side];
    for (const item of live.itemsOf(row)) {
      const groups = live.tableOf(item);
      const at = groupOf(groups, item);
      for (const standing of this.#kept(side)) standing.refresh(live.facts, groups, at, item);
    }
  }
}
