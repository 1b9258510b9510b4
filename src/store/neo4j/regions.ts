import type { Match } from '../../domain/index.ts';
import type { SideRegions } from '../ranked/side-regions.ts';
import { type Graph, portions } from './graph.ts';

interface RegionRow {
  readonly id: string;
  readonly region: string | null;
}

/** Ids of one question. */
const PORTION = 10_000;

/** Of the flow's site; of a flow that is not stored, of its company's first site. Each id is asked for once. */
export class Regions implements SideRegions {
  readonly #graph: Graph;
  /** Undefined = not stored. */
  readonly #flows = new Map<string, string | null | undefined>();
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
    const flows = fresh(this.#flows, (m) => [m.output, m.demand], matches);
    for (const id of flows) this.#flows.set(id, undefined);
    for (const { id, region } of await this.#ask('flow/regions', flows)) this.#flows.set(id, region);
    const owners = fresh(this.#companies, (m) => [m.outputCompany, m.demandCompany], matches);
    for (const id of owners) this.#companies.set(id, null);
    for (const { id, region } of await this.#ask('company/regions', owners)) this.#companies.set(id, region);
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

  async #ask(name: 'flow/regions' | 'company/regions', ids: readonly string[]): Promise<RegionRow[]> {
    const rows: RegionRow[] = [];
    for (const some of portions(ids, PORTION)) rows.push(...(await this.#graph.ask<RegionRow>(name, { ids: some })));
    return rows;
  }
}

function fresh(
  known: ReadonlyMap<string, unknown>,
  idsOf: (match: Match) => readonly string[],
  matches: readonly Match[],
): string[] {
  return [...new Set(matches.flatMap(idsOf))].filter((id) => !known.has(id));
}
