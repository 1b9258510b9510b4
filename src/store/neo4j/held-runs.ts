import { SymbionError } from '../../domain/index.ts';
import { Breath } from '../ranked/breath.ts';
import { type Names, RECORD } from '../ranked/list-codec.ts';
import { MatchIndex } from '../ranked/match-index.ts';
import { renumber, unpackList } from '../ranked/packed-list.ts';
import { DIFFERENT, differenceOf, type Indexed, RunIndex, shareOf } from '../ranked/run-index.ts';
import { type Graph, portions } from './graph.ts';
import { keysOfRun } from './run-lists.ts';

/** Runs held in memory: the current one and the one that somebody still pages through. */
const HELD = 2;
/** Lists loaded by one statement. */
const PORTION = 2000;

/** Numbers for texts, of this process. 0 is no text. */
class ProcessNames implements Names {
  readonly #texts: string[] = [''];
  readonly #numbers = new Map<string, number>();

  text(n: number): string {
    return this.#texts[n]!;
  }

  number(text: string): number | undefined {
    return this.#numbers.get(text);
  }

  of(text: string): number {
    let n = this.#numbers.get(text);
    if (n === undefined) {
      n = this.#texts.length;
      this.#texts.push(text);
      this.#numbers.set(text, n);
    }
    return n;
  }
}

interface HeldList {
  /** Of this process: the same list has the same number in every run that holds it. */
  readonly n: number;
  readonly output: string;
  readonly body: Uint8Array;
}

/** A run as readers hold it: whole, in memory, 96 bytes a match. It never changes. */
export class HeldRun {
  readonly matches: number;
  /** Names of its lists by output id, and the lists. */
  readonly keys: readonly string[];
  readonly lists: readonly HeldList[];
  readonly #places: ReadonlyMap<string, number>;
  /** Numbers of its lists. */
  readonly numbers: Uint32Array;
  index: Promise<RunIndex> | undefined;
  #placeOfNumber: Uint32Array | undefined;

  constructor(matches: number, keys: readonly string[], lists: readonly HeldList[]) {
    this.matches = matches;
    this.keys = keys;
    this.lists = lists;
    this.numbers = Uint32Array.from(lists, ({ n }) => n);
    this.#places = new Map(lists.map(({ output }, place) => [output, place]));
  }

  /** Place of an output's list. */
  placeOf(output: string): number | undefined {
    return this.#places.get(output);
  }

  /** How many matches an output has. */
  matchesOf(output: string): number {
    const place = this.placeOf(output);
    return place === undefined ? 0 : this.lists[place]!.body.length / RECORD;
  }

  /** Place of the list of this number. */
  placeOfList(n: number): number {
    if (!this.#placeOfNumber) {
      this.#placeOfNumber = new Uint32Array(this.numbers.reduce((most, one) => Math.max(most, one), 0) + 1);
      for (const [place, one] of this.numbers.entries()) this.#placeOfNumber[one] = place;
    }
    return this.#placeOfNumber[n]!;
  }
}

/** Runs that this process reads: Neo4j gives each list once, and of a run that follows another only the lists that differ. */
export class HeldRuns {
  readonly names: Names;
  readonly #graph: Graph;
  readonly #names = new ProcessNames();
  readonly #runs = new Map<string, Promise<HeldRun>>();
  /** The index through which runs are seen that differ little. */
  #base: Indexed | undefined;
  #lists = 0;

  constructor(graph: Graph) {
    this.#graph = graph;
    this.names = this.#names;
  }

  /** The held run; the one that was asked for longest ago gives way. Throws `not-found`. */
  open(id: string): Promise<HeldRun> {
    const known = this.#runs.get(id);
    const run = known ?? this.#load(id, [...this.#runs.values()].at(-1));
    this.#runs.delete(id);
    this.#runs.set(id, run);
    if (!known) run.catch(() => this.#runs.delete(id));
    if (this.#runs.size > HELD) this.#runs.delete(this.#runs.keys().next().value!);
    return run;
  }

  /** Made when somebody first asks for matches of more than one output. */
  indexOf(run: HeldRun): Promise<RunIndex> {
    run.index ??= this.#makeIndex(run);
    return run.index;
  }

  async #makeIndex(run: HeldRun): Promise<RunIndex> {
    const known = this.#base && { base: this.#base, difference: differenceOf(this.#base.lists, run.numbers) };
    const bodyOf = (n: number) => run.lists[run.placeOfList(n)]!.body;
    if (known && shareOf(known.difference, run.numbers) <= DIFFERENT.renewed)
      return RunIndex.over(known.base, known.difference, bodyOf);
    const lists = { length: run.lists.length, body: (place: number) => run.lists[place]!.body };
    this.#base = { lists: run.numbers, index: await MatchIndex.build(lists, run.matches, () => undefined) };
    return RunIndex.over(this.#base, { gone: [], fresh: [] }, bodyOf);
  }

  /** @param last the run that was read before it */
  async #load(id: string, last: Promise<HeldRun> | undefined): Promise<HeldRun> {
    const run = await keysOfRun(this.#graph, id);
    if (!run) throw new SymbionError('not-found', { ru: `Расчёт «${id}» не найден.`, en: `There is no run "${id}".` });
    const before = await last?.catch(() => undefined);
    const known = new Map(before?.keys.map((key, place) => [key, before.lists[place]!]));
    const missing = run.keys.filter((key) => !known.has(key));
    const breath = new Breath();
    for (const keys of portions(missing, PORTION))
      for (const { key, packed } of await this.#graph.ask<{ key: string; packed: Int8Array }>('list/load', { keys })) {
        const list = unpackList(new Uint8Array(packed.buffer, packed.byteOffset, packed.length));
        known.set(key, { n: this.#lists++, output: list.output, body: renumber(list, (text) => this.#names.of(text)) });
        await breath.take();
      }
    const held = new HeldRun(
      run.matches,
      run.keys,
      run.keys.map((key) => known.get(key)!),
    );
    if (before?.index) this.indexOf(held).catch(() => undefined);
    return held;
  }
}
