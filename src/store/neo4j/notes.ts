import type { Graph } from './graph.ts';

/**
 * The store's notes about itself as they are now, for readers who ask at once: those who come while a question is under way share the next one.
 * Nobody gets an answer to a question that was put before he came.
 */
export class Notes {
  readonly #graph: Graph;
  #asking: Promise<unknown> = Promise.resolve();
  #next: Promise<ReadonlyMap<string, string>> | undefined;

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  async get(name: string): Promise<string | undefined> {
    this.#next ??= this.#asking.then(() => {
      const question = this.#ask();
      this.#asking = question.catch(() => undefined);
      this.#next = undefined;
      return question;
    });
    return (await this.#next).get(name);
  }

  async #ask(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.#graph.ask<{ name: string; value: string }>('meta/all', {});
    return new Map(rows.map(({ name, value }) => [name, value]));
  }
}
