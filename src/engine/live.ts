import { type Company, compareIds, type Flow, type Site } from '../domain/index.ts';
import { compileCatalog } from './catalog.ts';
import type { Columns } from './columns.ts';
import type { Context } from './context.ts';
import { GROUP } from './forest.ts';
import { keptKinds, type ListTable, lengthened, type SideLists, writeLists } from './lists.ts';
import { IdOrder } from './live-order.ts';
import { LiveSide, type Loose } from './live-side.ts';
import { createSearch, KINDS, type Search } from './search.ts';
import { groupOf, Standing } from './standing.ts';
import { type Stream, toStream } from './stream.ts';
import { GONE } from './traits.ts';

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

/** Rows whose lists were computed again. */
export interface Recomputed {
  readonly outputs: readonly number[];
  readonly demands: readonly number[];
  /** Ids of outputs whose matches may differ: those with another list, those gone, and those that have another rank at a demand. */
  readonly told: ReadonlySet<string>;
}

const SIDES = ['output', 'demand'] as const;
type Side = (typeof SIDES)[number];
const otherOf = (side: Side): Side => (side === 'output' ? 'demand' : 'output');
const tableOf = { output: 'outputs', demand: 'demands' } as const;

/** Streams of a side that are planted again with each change. */
const YOUNG = 512;
/** Lists computed between two turns. */
const SLICE = 64;

/**
 * Columns and lists that follow their flows: a change computes again only the lists that a flow enters or leaves, and the result is that of a
 * whole run. A flow that changes gets a new row; its id keeps its rank.
 */
export class Live {
  readonly columns: Columns;
  readonly lists: ListTable;
  readonly #top: number;
  readonly #context: Context;
  readonly #sides: Record<Side, LiveSide>;
  readonly #ids: Record<Side, IdOrder>;
  readonly #idOf: Record<Side, (string | undefined)[]>;
  readonly #standings: Record<Side, readonly Standing[]>;
  /** Kinds of lists that are kept. */
  readonly #kinds: readonly (keyof SideLists)[];
  #search: Search;

  /**
   * @param context the very one of which the columns were built
   * @param ids of the rows, in order
   * @param young streams of a side that are planted again with each change
   */
  constructor(
    context: Context,
    columns: Columns,
    lists: ListTable,
    ids: { readonly outputs: readonly string[]; readonly demands: readonly string[] },
    { young = YOUNG } = {},
  ) {
    const own = { ...columns } as Loose;
    this.columns = own;
    this.#top = lists.top;
    this.#context = context;
    this.#sides = {
      output: new LiveSide('output', own, context, young),
      demand: new LiveSide('demand', own, context, young),
    };
    this.#ids = { output: new IdOrder(ids.outputs), demand: new IdOrder(ids.demands) };
    this.#idOf = { output: [...ids.outputs], demand: [...ids.demands] };
    this.#kinds = KINDS.filter((kind) => keptKinds(own)[kind]);
    this.lists = { top: lists.top, outputs: this.#roomy(lists.outputs), demands: this.#roomy(lists.demands) };
    this.#standings = { output: this.#stand('output'), demand: this.#stand('demand') };
    for (const side of SIDES) this.#refreshAll(side, this.#sides[side].tables[0]!);
    this.#search = createSearch(own);
  }

  /** Id of a row; undefined where the flow is gone or has another row now. */
  idOf(side: Side, row: number): string | undefined {
    return this.#idOf[side][row];
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
    const found = { output: new Set<number>(), demand: new Set<number>() };
    for (const standing of [...this.#standings.output, ...this.#standings.demand]) standing.found.clear();

    const left = SIDES.map((side) => leaving.flatMap((id) => this.rowOf(side, id) ?? []));
    yield* this.#findConcerned(left);
    left.forEach((rows, i) => {
      for (const row of rows) this.#remove(SIDES[i]!, row);
    });
    const come = SIDES.map((side) => this.#add(side, coming[side], ranks[side]));
    yield* this.#findConcerned(come);

    for (const side of SIDES)
      for (const standing of this.#standings[side]) for (const row of standing.found) found[side].add(row);
    come.forEach((rows, i) => {
      for (const row of rows) found[SIDES[i]!].add(row);
    });
    const told = new Set(leaving);
    const recomputed: Record<Side, number[]> = { output: [], demand: [] };
    for (const side of SIDES)
      for (const row of found[side]) {
        if (this.#idOf[side][row] === undefined) continue;
        if (side === 'demand') this.#tell(row, told);
        this.#search[side](row);
        writeLists(this.lists[tableOf[side]], row, this.#search);
        if (side === 'demand') this.#tell(row, told);
        else told.add(this.#idOf.output[row]!);
        this.#refresh(side, row);
        recomputed[side].push(row);
        if (recomputed[side].length % SLICE === 0) yield recomputed.output.length + recomputed.demand.length;
      }
    return { outputs: recomputed.output, demands: recomputed.demand, told };
  }

  /** The outputs on a demand's list: their matches tell their rank there. */
  #tell(row: number, told: Set<string>): void {
    const { count, partner } = this.lists.demands.open;
    for (let i = row * this.#top; i < row * this.#top + count[row]!; i++) {
      const id = this.#idOf.output[partner[i]!];
      if (id !== undefined) told.add(id);
    }
  }

  /** Finds the rows of the other side in whose lists these rows stand, or would. */
  *#findConcerned(rows: readonly (readonly number[])[]): Generator<number> {
    for (const [i, side] of SIDES.entries())
      for (const [n, row] of rows[i]!.entries()) {
        const standings = this.#standings[otherOf(side)];
        if (side === 'output') this.#search.standOutput(row, standings);
        else this.#search.standDemand(row, standings);
        if (n % SLICE === SLICE - 1) yield 0;
      }
  }

  #remove(side: Side, row: number): void {
    this.#sides[side].remove(row, GONE);
    const table = this.lists[tableOf[side]];
    for (const kind of this.#kinds) table[kind].count[row] = 0;
    this.#ids[side].move(this.#idOf[side][row]!, undefined);
    this.#idOf[side][row] = undefined;
    this.#refresh(side, row);
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
    const longer = live.add(streams);
    const rows = streams.map(({ row, flow }) => {
      this.#idOf[side][row] = flow.id;
      this.#ids[side].move(flow.id, row);
      return row;
    });
    for (const kind of this.#kinds) this.#makeRoom(this.lists[tableOf[side]], kind, live.rows);
    if (this.#numbered() !== known) Object.assign(this.columns, compileCatalog(this.#context));
    if (longer || this.#numbered() !== known) this.#search = createSearch(this.columns);
    for (const table of live.tables.slice(1)) this.#refreshAll(side, table);
    return rows;
  }

  /** Grows when a country, an activity or a parameter comes that was never met: the catalog has a place for each. */
  #numbered(): number {
    return this.#context.countries.count + this.#context.activities.count + this.#context.parameters.count;
  }

  #stand(side: Side): readonly Standing[] {
    const partners = this.#sides[otherOf(side)];
    return KINDS.map((kind) => new Standing(this.lists[tableOf[side]][kind], this.#top, partners.rankOf));
  }

  #kept(side: Side): readonly Standing[] {
    return this.#standings[side].filter((_, i) => this.#kinds.includes(KINDS[i]!));
  }

  #roomy(side: SideLists): SideLists {
    const rows = Math.ceil(1.1 * side.open.count.length) + 4096;
    const copy = (kind: keyof SideLists) =>
      this.#kinds.includes(kind) ? lengthened(side[kind], this.#top, rows) : side[kind];
    return { open: copy('open'), blocked: copy('blocked'), hints: copy('hints') };
  }

  #makeRoom(side: SideLists, kind: keyof SideLists, rows: number): void {
    if (side[kind].count.length >= rows) return;
    // the same object, for others hold it
    Object.assign(side[kind], lengthened(side[kind], this.#top, Math.ceil(1.25 * rows)));
  }

  #refreshAll(side: Side, groups: Int32Array): void {
    const live = this.#sides[side];
    for (const standing of this.#kept(side)) {
      standing.makeRoom(live.nodes);
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
