import { decodeMatch } from '../ranked/list-codec.ts';
import { unpackList } from '../ranked/packed-list.ts';
import { currentRun } from './current-run.ts';
import { type Graph, portions, type Transaction, whole } from './graph.ts';
import { Lease } from './lease.ts';
import { keysOfRun } from './run-lists.ts';
import { sideBySide } from './side-by-side.ts';

/** What the graph's matches show, as `(:Meta {name: 'walk'})` keeps it. */
interface Shown {
  readonly generation: number;
  readonly run?: string;
  /** A run that is being written with the next generation. */
  readonly toward?: string;
  /** A run whose ended matches are being taken out. */
  readonly leaving?: string;
}

/** How two runs differ: names of the lists that go, and of those that come. */
interface Difference {
  readonly go: readonly string[];
  readonly come: readonly string[];
}
/** How the current run differs from the one before it, for those who know. */
export interface KnownDifference extends Difference {
  readonly from: string;
  readonly to: string;
}

/** Name of the note. */
export const WALK = 'walk';
/** Lists of one transaction: of 20 matches each, 5,000 relationships. */
const PORTION = 250;
/** Lists whose outputs one statement tells. */
const ASKED = 10_000;
/** More than two writers are slower, fewer leave the server waiting. Outputs are of one writer only; what demands they share the server sorts out. */
const WRITERS = 2;

/**
 * Brings the relationships `MATCHED` between stored flows to the current run, for people who walk the graph. Those of a generation g are the ones with
 * `since <= g` and no `until <= g`; g moves on when all of the next are written. Only lists that changed are written. One process does it at a time;
 * what a lost one left half done is taken back first.
 * @param atHand lists that need not be read
 */
export async function showCurrentRun(
  graph: Graph,
  atHand: ReadonlyMap<string, Uint8Array>,
  known?: KnownDifference,
): Promise<void> {
  const lease = new Lease(graph, WALK);
  await lease.hold(() => new Walk(graph, lease, atHand, known).bringUp());
}

class Walk {
  readonly #graph: Graph;
  readonly #lease: Lease;
  readonly #atHand: ReadonlyMap<string, Uint8Array>;
  readonly #known: KnownDifference | undefined;

  constructor(graph: Graph, lease: Lease, atHand: ReadonlyMap<string, Uint8Array>, known?: KnownDifference) {
    this.#graph = graph;
    this.#lease = lease;
    this.#atHand = atHand;
    this.#known = known;
  }

  async bringUp(): Promise<void> {
    const shown = await this.#recover(await this.#shown());
    const run = await currentRun(this.#graph);
    if (run === undefined || shown.run === run) return;
    const generation = shown.generation + 1;
    const { go, come } = await this.#difference(shown.run, run);
    const next: Shown = { generation, run, ...(shown.run !== undefined && { leaving: shown.run }) };
    const going = await this.#outputsOf(go);
    if (go.length + come.length <= PORTION) await this.#turnAtOnce(next, going, come);
    else {
      await this.#note({ ...shown, toward: run });
      await this.#each(going, (tx, outputs) => tx.run('match/end', { outputs, generation: whole(generation) }));
      await this.#begin(come, generation);
      await this.#note(next);
    }
    await this.#each(going, (tx, outputs) => tx.run('match/sweep', { outputs, generation }));
    await this.#note({ generation, run });
  }

  /** A small change of generation in one transaction: nothing is under way that could be lost. */
  async #turnAtOnce(next: Shown, outputs: readonly string[], come: readonly string[]): Promise<void> {
    const coming = await this.#lists(come);
    const generation = whole(next.generation);
    await this.#write(async (tx) => {
      await tx.run('match/end', { outputs, generation });
      await begin(tx, coming, next.generation);
      await tx.run('meta/set', { name: WALK, value: JSON.stringify(next) });
    });
  }

  /** Takes back, or ends, what a lost process had begun. */
  async #recover(shown: Shown): Promise<Shown> {
    const { generation, run, toward, leaving } = shown;
    if (toward === undefined && leaving === undefined) return shown;
    const { go, come } = await (toward === undefined ? this.#difference(leaving, run) : this.#difference(run, toward));
    const concerned = await this.#outputsOf(toward === undefined ? go : [...go, ...come]);
    await this.#each(concerned, async (tx, outputs) => {
      if (toward === undefined) return tx.run('match/sweep', { outputs, generation });
      await tx.run('match/undo', { outputs, generation });
      return tx.run('match/reopen', { outputs, generation });
    });
    const whole: Shown = { generation, ...(run !== undefined && { run }) };
    await this.#note(whole);
    return whole;
  }

  async #shown(): Promise<Shown> {
    const [row] = await this.#graph.ask<{ value: string | null }>('meta/get', { name: WALK });
    return row?.value ? (JSON.parse(row.value) as Shown) : { generation: 0 };
  }

  #note(shown: Shown): Promise<unknown> {
    return this.#write((tx) => tx.run('meta/set', { name: WALK, value: JSON.stringify(shown) }));
  }

  async #difference(from: string | undefined, to: string | undefined): Promise<Difference> {
    if (this.#known && this.#known.from === from && this.#known.to === to) return this.#known;
    const [before, after] = [await this.#listsOf(from), await this.#listsOf(to)];
    return { go: [...before].filter((key) => !after.has(key)), come: [...after].filter((key) => !before.has(key)) };
  }

  async #listsOf(run: string | undefined): Promise<ReadonlySet<string>> {
    return new Set(run === undefined ? [] : (await keysOfRun(this.#graph, run))?.keys);
  }

  /** Something with outputs, some at a time. */
  #each(
    outputs: readonly string[],
    work: (tx: Transaction, some: readonly string[]) => Promise<unknown>,
  ): Promise<void> {
    return sideBySide(portions(outputs, PORTION), WRITERS, async (some) => {
      await this.#write((tx) => work(tx, some));
    });
  }

  #begin(keys: readonly string[], generation: number): Promise<void> {
    return sideBySide(portions(keys, PORTION), WRITERS, async (some) => {
      const lists = await this.#lists(some);
      await this.#write((tx) => begin(tx, lists, generation));
    });
  }

  #write(work: (tx: Transaction) => Promise<unknown>): Promise<unknown> {
    return this.#graph.write(async (tx) => {
      await this.#lease.check(tx);
      await work(tx);
    });
  }

  /** Outputs whose lists these are, each once. */
  async #outputsOf(keys: readonly string[]): Promise<readonly string[]> {
    const outputs = new Set<string>();
    for (const some of portions(keys, ASKED))
      for (const { output } of await this.#graph.ask<{ output: string }>('list/outputs', { keys: some }))
        outputs.add(output);
    return [...outputs];
  }

  async #lists(keys: readonly string[]): Promise<Uint8Array[]> {
    const lists = keys.flatMap((key) => this.#atHand.get(key) ?? []);
    const far = keys.filter((key) => !this.#atHand.has(key));
    if (far.length === 0) return lists;
    const rows = await this.#graph.ask<{ packed: Int8Array }>('list/load', { keys: far });
    return [...lists, ...rows.map(({ packed }) => new Uint8Array(packed.buffer, packed.byteOffset, packed.length))];
  }
}

function begin(tx: Transaction, lists: readonly Uint8Array[], generation: number): Promise<unknown> {
  return tx.run('match/begin', { rows: lists.map(matchesOf), generation: whole(generation) });
}

/** Row of match/begin.cypher: what people ask of a match; the lists have the rest. */
function matchesOf(packed: Uint8Array): { output: string; matches: unknown[][] } {
  const list = unpackList(packed);
  const matches = Array.from({ length: list.length }, (_, k) => {
    const match = decodeMatch(list.output, list.records, k, list.text);
    const { demand, rank, score, use, regime, distanceKm, netBenefitEurPerYear, co2KgPerYear } = match;
    return [
      demand,
      rank === undefined ? null : whole(rank),
      whole(score),
      use,
      regime,
      distanceKm ?? null,
      netBenefitEurPerYear ?? null,
      co2KgPerYear ?? null,
    ];
  });
  return { output: list.output, matches };
}
