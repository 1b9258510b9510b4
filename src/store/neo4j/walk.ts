import { type Graph, portions } from './graph.ts';
import type { Entry } from './publish.ts';

/** Generation that walkers read, and the run that it shows. */
interface Shown {
  readonly generation: number;
  readonly run?: string;
}

const WALK = 'walk';
/** Lists of one transaction. */
const PORTION = 500;

/**
 * The current run as relationships `MATCHED` between stored flows, for people who walk the graph. Those of a generation g are the ones with
 * `since <= g` and no `until <= g`; g stands in `(:Meta {name: 'walk'})` as JSON and moves on when all of the next are written. Only lists that
 * changed are written.
 */
export class Walk {
  readonly #graph: Graph;

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  async bringTo(runId: string): Promise<void> {
    const shown = await this.#shown();
    if (shown.run === runId) return;
    const [before, after] = [await this.#listsOf(shown.run), await this.#listsOf(runId)];
    const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
      (key) => before.has(key) !== after.has(key),
    );
    const generation = shown.generation + 1;
    const touched: string[] = [];
    for (const keys of portions(changed, PORTION)) touched.push(...(await this.#turn(keys, after, generation)));
    await this.#graph.tell('meta/set', { name: WALK, value: JSON.stringify({ generation, run: runId }) });
    for (const outputs of portions([...new Set(touched)], PORTION))
      await this.#graph.tell('match/sweep', { outputs, generation });
  }

  async #shown(): Promise<Shown> {
    const [row] = await this.#graph.ask<{ value: string }>('meta/get', { name: WALK });
    return row?.value ? (JSON.parse(row.value) as Shown) : { generation: 0 };
  }

  async #listsOf(run: string | undefined): Promise<ReadonlySet<string>> {
    if (run === undefined) return new Set();
    const [row] = await this.#graph.ask<{ lists: string[] }>('run/find', { id: run });
    return new Set(row?.lists ?? []);
  }

  /** Ends the lists that go and begins those that come; returns their outputs. */
  async #turn(keys: readonly string[], after: ReadonlySet<string>, generation: number): Promise<string[]> {
    const lists = await this.#graph.ask<{ key: string; body: string }>('list/load', { keys });
    const entries = (list: { body: string }) => JSON.parse(list.body) as readonly Entry[];
    const come = lists.filter(({ key }) => after.has(key)).flatMap(entries);
    const go = lists.filter(({ key }) => !after.has(key)).flatMap((list) => entries(list)[0]?.[0].output ?? []);
    const outputs = [...new Set([...go, ...come.map(([{ output }]) => output)])];
    await this.#graph.write(async (tx) => {
      // what an interrupted turn left of this generation goes first
      await tx.run('match/sweep', { outputs, generation: generation - 1 });
      await tx.run('match/end', { outputs, generation });
      const rows = come.map(([{ output, demand, ...properties }]) => ({ output, demand, properties }));
      for (const some of portions(rows, 5000)) await tx.run('match/begin', { rows: some, generation });
    });
    return outputs;
  }
}
