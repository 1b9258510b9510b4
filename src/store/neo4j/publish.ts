import { compareIds, type Match, type Run, SymbionError } from '../../domain/index.ts';
import type { SideRegions } from '../port.ts';
import { Breath } from '../ranked/breath.ts';
import { sortByDemand } from '../ranked/by-demand.ts';
import { byOutput } from '../ranked/by-output.ts';
import { packList } from '../ranked/packed-list.ts';
import { addCurrent, currentRun, holdCurrentRun, makeCurrent } from './current-run.ts';
import { type Graph, portions } from './graph.ts';
import { Regions } from './regions.ts';
import { keyOfList, keysOfRun } from './run-lists.ts';
import { sideBySide } from './side-by-side.ts';
import { type KnownDifference, showCurrentRun } from './walk.ts';

/** Matches whose regions are asked for at once. */
const BATCH = 20_000;
/** Lists of one statement: of 20 matches each, about 2.5 MB. */
const PORTION = 1000;
/** From so many on, new lists go while others are still packed: few must not wait for the last. */
const ENOUGH = 100;
/** Statements under way: while the server writes one, the next is packed. */
const WRITERS = 2;
/** Bytes of new lists that are kept at hand for the graph, so that they need not be read back. */
const AT_HAND = 256 * 2 ** 20;

/** Regions as they are stored now are asked for before they are needed; those that matches bring along are known. */
interface KnownRegions extends SideRegions {
  learn?(matches: readonly Match[]): Promise<void>;
}

export interface Kept {
  readonly output: string;
  readonly key: string;
}

export interface Packed extends Kept {
  readonly packed: Int8Array;
}

/** What becomes known while a run is kept, for those who bring the graph's own matches to it. */
export interface Keeping {
  /** New lists, as many as fit in memory. */
  readonly atHand: ReadonlyMap<string, Uint8Array>;
  readonly difference?: KnownDifference | undefined;
}

/** Keeps a run, and brings the graph's own matches to it, for those who walk it. */
export async function publish(
  graph: Graph,
  run: Run,
  matches: Iterable<Match> | AsyncIterable<Match>,
  onProgress?: (done: number) => void,
  regions?: SideRegions,
): Promise<void> {
  const { atHand, difference } = await keep(graph, run, matches, onProgress, regions);
  await showCurrentRun(graph, atHand, difference);
}

/**
 * Writes the lists that are not there yet (nobody sees a list that no run names), then the run with the keys of its lists in one transaction:
 * a crash leaves the run whole or absent.
 */
export async function keep(
  graph: Graph,
  run: Run,
  matches: Iterable<Match> | AsyncIterable<Match>,
  onProgress?: (done: number) => void,
  regions: KnownRegions = new Regions(graph),
): Promise<Keeping> {
  if (await isThere(graph, run.id)) return { atHand: new Map() };
  const from = await currentRun(graph);
  const before = new Set(from === undefined ? [] : (await keysOfRun(graph, from))?.keys);
  const lists = new ListWriter(graph, regions, before);
  await sideBySide(lists.pack(matches, onProgress), WRITERS, (some) => lists.store(some));
  onProgress?.(lists.matches);
  const keys = inOrder(lists.kept).map(({ key }) => key);
  await graph.write(async (tx) => {
    await holdCurrentRun(tx);
    await addCurrent(tx, run, lists.matches, keys);
  });
  return {
    atHand: lists.atHand,
    difference: from === undefined ? undefined : differenceOf(from, before, run.id, keys),
  };
}

function differenceOf(from: string, before: ReadonlySet<string>, to: string, keys: readonly string[]): KnownDifference {
  const after = new Set(keys);
  const go = [...before].filter((key) => !after.has(key));
  return { from, to, go, come: keys.filter((key) => !before.has(key)) };
}

/** A run that is stored already only becomes current again. */
function isThere(graph: Graph, id: string): Promise<boolean> {
  return graph.write(async (tx) => {
    await holdCurrentRun(tx);
    return makeCurrent(tx, id);
  });
}

/** Stores lists that are new, and remembers the names of all. */
class ListWriter {
  readonly kept: Kept[] = [];
  matches = 0;
  readonly atHand = new Map<string, Uint8Array>();
  readonly #graph: Graph;
  readonly #regions: KnownRegions;
  /** Names of lists that are surely stored. */
  readonly #stored: ReadonlySet<string>;
  #bytes = 0;

  constructor(graph: Graph, regions: KnownRegions, stored: ReadonlySet<string>) {
    this.#graph = graph;
    this.#regions = regions;
    this.#stored = stored;
  }

  /** Packs all lists and gives those that may be new, some at a time. */
  async *pack(
    matches: Iterable<Match> | AsyncIterable<Match>,
    onProgress?: (done: number) => void,
  ): AsyncGenerator<readonly Packed[]> {
    let unsure: Packed[] = [];
    const breath = new Breath();
    for await (const batch of batches(matches)) {
      await this.#regions.learn?.(batch.flat());
      for (const list of batch) {
        const { output, key, packed } = pack(list, this.#regions, this.#stored);
        this.matches += list.length;
        this.kept.push({ output, key });
        if (packed) unsure.push({ output, key, packed });
      }
      onProgress?.(this.matches);
      // answers of the server are heard between batches
      await breath.take();
      if (unsure.length < ENOUGH) continue;
      yield* portions(unsure, PORTION);
      unsure = [];
    }
    if (unsure.length > 0) yield unsure;
  }

  async store(lists: readonly Packed[]): Promise<void> {
    const rows = await this.#missing(lists);
    if (rows.length === 0) return;
    await this.#graph.tell('list/put', { rows });
    this.#remember(rows);
  }

  async #missing(lists: readonly Packed[]): Promise<readonly Packed[]> {
    // before the first run there are no lists
    if (this.#stored.size === 0) return lists;
    const rows = await this.#graph.ask<{ key: string }>('list/known', { keys: lists.map(({ key }) => key) });
    const known = new Set(rows.map(({ key }) => key));
    return lists.filter(({ key }) => !known.has(key));
  }

  #remember(lists: readonly Packed[]): void {
    for (const { key, packed } of lists) {
      if (this.#bytes + packed.length > AT_HAND) return;
      this.#bytes += packed.length;
      this.atHand.set(key, new Uint8Array(packed.buffer, packed.byteOffset, packed.length));
    }
  }
}

/** @param known names of lists whose bytes nobody needs */
export function pack(list: Match[], regions: SideRegions, known?: ReadonlySet<string>): Kept & Partial<Packed> {
  sortByDemand(list);
  const bytes = packList(list, regions);
  const { output } = list[0]!;
  const key = keyOfList(bytes);
  return known?.has(key) ? { output, key } : { output, key, packed: new Int8Array(new Uint8Array(bytes).buffer) };
}

/** Lists by output id. Throws `internal` when the matches of an output did not come together. */
export function inOrder(kept: Kept[]): readonly Kept[] {
  kept.sort((a, b) => compareIds(a.output, b.output));
  const twice = kept.find((one, k) => k > 0 && kept[k - 1]!.output === one.output);
  if (!twice) return kept;
  throw new SymbionError('internal', {
    ru: `Пары выхода «${twice.output}» пришли не подряд.`,
    en: `The matches of the output "${twice.output}" did not come together.`,
  });
}

async function* batches(matches: Iterable<Match> | AsyncIterable<Match>): AsyncGenerator<Match[][]> {
  let batch: Match[][] = [];
  let size = 0;
  for await (const list of byOutput(matches)) {
    batch.push(list);
    size += list.length;
    if (size < BATCH) continue;
    yield batch;
    [batch, size] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}
