import { hash as digest } from 'node:crypto';
import { type Match, SymbionError } from '../../domain/index.ts';
import type { MatchFilter, Page } from '../port.ts';
import { decodeMatch } from '../ranked/list-codec.ts';
import { pageOfList } from '../ranked/list-page.ts';
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
    const from = after === undefined ? 0 : openKey(after, seal);
    const page =
      filter.output === undefined
        ? await this.#ofRun(run, filter, from, limit)
        : this.#ofOutput(run, filter, from, limit);
    return { rows: page.rows, ...(page.next !== undefined && { next: `${seal}-${page.next}` }) };
  }

  async #ofRun(run: HeldRun, filter: MatchFilter, from: number, limit: number) {
    const { names } = this.#runs;
    const index = await run.index();
    const sort = filter.sort ?? 'score';
    const found = await index.find(filter, names, sort, from, limit + 1);
    const rows = found.slice(0, limit).map(({ list, k }) => {
      const { output, body } = run.lists[list]!;
      return decodeMatch(output, body, k, (n) => names.text(n));
    });
    const next = found[limit];
    return { rows, next: next && (await index.placeOf(sort, next.list, next.k)).place };
  }

  #ofOutput(run: HeldRun, filter: MatchFilter, from: number, limit: number): { rows: Match[]; next?: number } {
    const output = filter.output!;
    const place = run.placeOf(output);
    return place === undefined
      ? { rows: [] }
      : pageOfList(run.lists[place]!.body, { ...filter, output }, this.#runs.names, from, limit);
  }
}

/** A page key holds good for one run, one order and, within an output, one list. */
function sealOf(runId: string, filter: MatchFilter): string {
  const order = filter.output === undefined ? [filter.sort ?? 'score'] : [filter.sort ?? 'rank', filter.output];
  return digest('sha256', JSON.stringify([runId, ...order]), 'hex').slice(0, 12);
}

function openKey(key: string, seal: string): number {
  const place = /^([0-9a-f]{12})-(\d{1,10})$/.exec(key);
  if (place?.[1] === seal) return Number(place[2]);
  throw new SymbionError('input', {
    ru: 'Ключ страницы не от этого списка.',
    en: 'The page key is not of this list.',
  });
}
