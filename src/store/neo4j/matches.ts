import type { Match } from '../../domain/index.ts';
import type { MatchFilter, Page } from '../port.ts';
import { decodeMatch } from '../ranked/list-codec.ts';
import { pageOfList } from '../ranked/list-page.ts';
import { foreignKey, makeKey, openKey, type PageKey, sealOf } from '../ranked/page-key.ts';
import type { HeldRun, HeldRuns } from './held-runs.ts';

/** Reads matches from lists held in memory, so that a page costs no query. */
export class Matches {
  readonly #runs: HeldRuns;

  constructor(runs: HeldRuns) {
    this.#runs = runs;
  }

  async find(runId: string, filter: MatchFilter, limit: number, after?: string): Promise<Page<Match>> {
    const run = await this.#runs.open(runId);
    const seal = sealOf(runId, filter);
    const from = after === undefined ? undefined : openKey(after, seal);
    const page =
      filter.output === undefined
        ? await this.#ofRun(run, filter, from, limit)
        : this.#ofOutput(run, filter, from?.place ?? 0, limit);
    return { rows: page.rows, ...(page.next !== undefined && { next: makeKey(seal, page.next) }) };
  }

  async #ofRun(
    run: HeldRun,
    filter: MatchFilter,
    from: PageKey | undefined,
    limit: number,
  ): Promise<{ rows: Match[]; next?: PageKey | undefined }> {
    const { names } = this.#runs;
    const begin = from && run.lists[from.place];
    if (from && !begin) throw foreignKey();
    const spot = begin && { list: begin.n, k: from?.k ?? 0 };
    const index = await this.#runs.indexOf(run);
    const spots = await index.find(filter, names, filter.sort ?? 'score', spot, limit + 1);
    if (!spots) throw foreignKey();
    const found = spots.map(({ list, k }) => ({ place: run.placeOfList(list), k }));
    const rows = found.slice(0, limit).map(({ place, k }) => {
      const { output, body } = run.lists[place]!;
      return decodeMatch(output, body, k, (n) => names.text(n));
    });
    return { rows, next: found[limit] };
  }

  #ofOutput(run: HeldRun, filter: MatchFilter, from: number, limit: number): { rows: Match[]; next?: PageKey } {
    const output = filter.output!;
    const place = run.placeOf(output);
    if (place === undefined) return { rows: [] };
    const { rows, next } = pageOfList(run.lists[place]!.body, { ...filter, output }, this.#runs.names, from, limit);
    return { rows, ...(next !== undefined && { next: { place: next } }) };
  }
}
