import { compareIds, type Match, type Run, SymbionError } from '../../domain/index.ts';
import { canonicalJson } from '../content.ts';
import { byOutput } from '../ranked/by-output.ts';
import { packList } from '../ranked/packed-list.ts';
import type { SideRegions } from '../ranked/side-regions.ts';
import { type Graph, portions } from './graph.ts';
import { Regions } from './regions.ts';
import { CURRENT_RUN, currentRun, joinKeys, keyOfList, keysOfRun } from './run-lists.ts';
import { sideBySide } from './side-by-side.ts';
import { showCurrentRun } from './walk.ts';

/** Matches of one batch: about 2.5 MB. */
const BATCH = 20_000;
/** Batches under way: while the server writes one, the next is packed. */
const WRITERS = 2;
/** Lists of one statement. */
const PORTION = 1000;
/** Bytes of new lists that are kept at hand for the graph, so that they need not be read back. */
const AT_HAND = 256 * 2 ** 20;

/** Regions as they are stored now are asked for before they are needed; those that matches bring along are known. */
interface KnownRegions extends SideRegions {
  learn?(matches: readonly Match[]): Promise<void>;
}

interface Kept {
  readonly output: string;
  readonly key: string;
}

interface Packed extends Kept {
  readonly packed: Int8Array;
}

/** Keeps a run, and brings the graph's own matches to it, for those who walk it. */
export async function publish(
  graph: Graph,
  run: Run,
  matches: Iterable<Match> | AsyncIterable<Match>,
  onProgress?: (done: number) => void,
): Promise<void> {
  await showCurrentRun(graph, await keep(graph, run, matches, onProgress));
}

/**
 * Writes the lists that are not there yet (nobody sees a list that no run names), then the run with the keys of its lists in one transaction:
 * a crash leaves the run whole or absent. Returns new lists, as many as fit in memory.
 */
export async function keep(
  graph: Graph,
  run: Run,
  matches: Iterable<Match> | AsyncIterable<Match>,
  onProgress?: (done: number) => void,
  regions: KnownRegions = new Regions(graph),
): Promise<ReadonlyMap<string, Uint8Array>> {
  if (await makeCurrent(graph, run.id)) return new Map();
  const lists = new ListWriter(graph, regions, await keysOfCurrentRun(graph));
  let done = 0;
  await sideBySide(batches(matches), WRITERS, async (batch) => {
    await lists.write(batch);
    done += batch.reduce((sum, list) => sum + list.length, 0);
    onProgress?.(done);
  });
  await keepRun(graph, run, done, inOrder(lists.kept));
  return lists.atHand;
}

async function keysOfCurrentRun(graph: Graph): Promise<ReadonlySet<string>> {
  const id = await currentRun(graph);
  return new Set(id === undefined ? [] : (await keysOfRun(graph, id))?.keys);
}

/** A run that is stored already only becomes current again. */
function makeCurrent(graph: Graph, id: string): Promise<boolean> {
  return graph.write(async (tx) => {
    await tx.run('meta/lock', { name: CURRENT_RUN });
    const [run] = await tx.run<{ place: number }>('run/get', { id });
    if (!run) return false;
    const [last] = await tx.run<{ place: number }>('run/last-place', {});
    if (run.place < last!.place) await tx.run('run/put', { id, properties: { place: last!.place + 1 } });
    await tx.run('meta/set', { name: CURRENT_RUN, value: id });
    return true;
  });
}

function keepRun(graph: Graph, run: Run, matches: number, lists: readonly Kept[]): Promise<void> {
  const keys = joinKeys(lists.map(({ key }) => key));
  return graph.write(async (tx) => {
    await tx.run('meta/lock', { name: CURRENT_RUN });
    const [known] = await tx.run<{ place: number }>('run/get', { id: run.id });
    if (!known) {
      const [last] = await tx.run<{ place: number }>('run/last-place', {});
      const place = (last?.place ?? 0) + 1;
      await tx.run('run/put', { id: run.id, properties: { body: canonicalJson(run), matches, keys, place } });
    }
    await tx.run('meta/set', { name: CURRENT_RUN, value: run.id });
  });
}

/** Stores lists that are new, and remembers the names of all. */
class ListWriter {
  readonly kept: Kept[] = [];
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

  async write(lists: readonly Match[][]): Promise<void> {
    await this.#regions.learn?.(lists.flat());
    const packed = lists.map((list): Packed => {
      list.sort((a, b) => compareIds(a.demand, b.demand));
      const bytes = packList(list, this.#regions);
      return {
        output: list[0]!.output,
        key: keyOfList(bytes),
        packed: new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length),
      };
    });
    for (const { output, key } of packed) this.kept.push({ output, key });
    for (const some of portions(await this.#missing(packed), PORTION)) {
      await this.#graph.tell('list/put', { rows: some });
      this.#remember(some);
    }
  }

  async #missing(lists: readonly Packed[]): Promise<readonly Packed[]> {
    const unsure = lists.filter(({ key }) => !this.#stored.has(key));
    if (unsure.length === 0) return [];
    const rows = await this.#graph.ask<{ key: string }>('list/known', { keys: unsure.map(({ key }) => key) });
    const known = new Set(rows.map(({ key }) => key));
    return unsure.filter(({ key }) => !known.has(key));
  }

  #remember(lists: readonly Packed[]): void {
    for (const { key, packed } of lists) {
      if (this.#bytes + packed.length > AT_HAND) return;
      this.#bytes += packed.length;
      this.atHand.set(key, new Uint8Array(packed.buffer, packed.byteOffset, packed.length));
    }
  }
}

/** Lists by output id. Throws `internal` when the matches of an output did not come together. */
function inOrder(kept: Kept[]): readonly Kept[] {
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
