import type { Match } from '../../domain/index.ts';
import type { SideRegions } from '../port.ts';
import { type Graph, portions } from './graph.ts';

/** What is in a region; null = unknown. */
interface RegionRow {
  readonly region: string | null;
  readonly ids: readonly string[];
}

/** Ids of one question. */
const PORTION = 10_000;

/** Of the flow's site; of a flow that is not stored, of its company's first site. Each id is asked for once. */
export class Regions implements SideRegions {
  readonly #graph: Graph;
  readonly #flows = new Map<string, string | null>();
  /** Flows that are not stored. */
  readonly #absent = new Set<string>();
  readonly #companies = new Map<string, string | null>();
  #learning: Promise<void> = Promise.resolve();

  constructor(graph: Graph) {
    this.#graph = graph;
  }

  /** One after another, so that nobody takes for unknown what another is still asking for. */
  learn(matches: readonly Match[]): Promise<void> {
    this.#learning = this.#learning.then(() => this.#learn(matches));
    return this.#learning;
  }

  async #learn(matches: readonly Match[]): Promise<void> {
    const flows = new Set<string>();
    for (const { output, demand } of matches) {
      if (!this.#isAsked(output)) flows.add(output);
      if (!this.#isAsked(demand)) flows.add(demand);
    }
    await this.#ask('flow/regions', [...flows], this.#flows);
    for (const id of flows) if (!this.#flows.has(id)) this.#absent.add(id);
    if (this.#absent.size === 0) return;
    const owners = new Set<string>();
    for (const { output, outputCompany, demand, demandCompany } of matches) {
      if (this.#absent.has(output) && !this.#companies.has(outputCompany)) owners.add(outputCompany);
      if (this.#absent.has(demand) && !this.#companies.has(demandCompany)) owners.add(demandCompany);
    }
    for (const id of owners) this.#companies.set(id, null);
    await this.#ask('company/regions', [...owners], this.#companies);
  }

  #isAsked(flow: string): boolean {
    return this.#flows.has(flow) || this.#absent.has(flow);
  }

  output({ output, outputCompany }: Match): string | null {
    return this.#of(output, outputCompany);
  }

  demand({ demand, demandCompany }: Match): string | null {
    return this.#of(demand, demandCompany);
  }

  #of(flow: string, company: string): string | null {
    const region = this.#flows.get(flow);
    return region === undefined ? (this.#companies.get(company) ?? null) : region;
  }

  async #ask(
    name: 'flow/regions' | 'company/regions',
    ids: readonly string[],
    known: Map<string, string | null>,
  ): Promise<void> {
    for (const some of portions(ids, PORTION))
      for (const { region, ids: found } of await this.#graph.ask<RegionRow>(name, { ids: some }))
        for (const id of found) known.set(id, region);
  }
}
