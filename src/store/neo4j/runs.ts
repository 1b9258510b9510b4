import type { Run } from '../../domain/index.ts';
import type { Graph } from './graph.ts';

/** Runs held in memory: each is some hundred bytes. */
const HELD = 100;

/** Runs by id. A published run never changes, so it is asked for once. */
export class Runs {
  readonly #graph: Graph;
  readonly #known = new Map<string, Run>();

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  async find(id: string): Promise<Run | undefined> {
    const known = this.#known.get(id);
    if (known) return known;
    const [row] = await this.#graph.ask<{ body: string }>('run/get', { id });
    if (!row) return undefined;
    const run = JSON.parse(row.body) as Run;
    if (this.#known.size >= HELD) this.#known.clear();
    this.#known.set(id, run);
    return run;
  }
}
