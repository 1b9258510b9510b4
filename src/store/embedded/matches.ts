import { hash as digest } from 'node:crypto';
import { type Match, SymbionError } from '../../domain/index.ts';
import type { MatchFilter, Page } from '../port.ts';
import { decodeMatch } from '../ranked/list-codec.ts';
import { pageOfList } from '../ranked/list-page.ts';
import { MatchIndex } from '../ranked/match-index.ts';
import type { Connection } from './database.ts';
import { inputError } from './faults.ts';
import { Names } from './names.ts';
import { noRun, RunLists } from './run-lists.ts';

/** A run as readers hold it: they know it is whole and never changes. */
interface OpenRun {
  readonly lists: RunLists;
  readonly matches: number;
  index?: Promise<MatchIndex>;
}

interface Found {
  readonly rows: readonly Match[];
  /** Place of the first row left out. */
  readonly next?: number | undefined;
}

/** Runs held in memory: the current one and the one that somebody still pages through. */
const HELD = 2;

/** Reads matches: those of one output from its list, all others through an index that is built when first asked for. */
export class Matches {
  readonly #db: Connection;
  readonly #names: Names;
  readonly #runs = new Map<string, OpenRun>();
  #closed = false;

  constructor(db: Connection) {
    this.#db = db;
    this.#names = new Names(db);
  }

  async find(runId: string, filter: MatchFilter, limit: number, after?: string): Promise<Page<Match>> {
    const run = this.#open(runId);
    const seal = sealOf(runId, filter);
    const from = after === undefined ? 0 : openKey(after, seal);
    const { output } = filter;
    const page: Found =
      output === undefined
        ? await this.#ofRun(run, filter, from, limit)
        : this.#ofOutput(run, { ...filter, output }, from, limit);
    return { rows: page.rows, ...(page.next !== undefined && { next: makeKey(seal, page.next) }) };
  }

  /** Builds the index of a new run at once if this process has been asked through one before. */
  warm(runId: string): void {
    if ([...this.#runs.values()].some((run) => run.index)) this.#index(this.#open(runId)).catch(() => undefined);
  }

  close(): void {
    this.#closed = true;
    this.#runs.clear();
  }

  async #ofRun(run: OpenRun, filter: MatchFilter, from: number, limit: number): Promise<Found> {
    const index = await this.#index(run);
    const found = await index.find(filter, this.#names, filter.sort ?? 'score', from, limit + 1);
    const rows = found.slice(0, limit).map(({ list, k }) => {
      const { output, body } = run.lists.read(this.#db, run.lists.at(list));
      return decodeMatch(this.#names.text(output), body, k, (n) => this.#names.text(n));
    });
    return { rows, next: found[limit]?.place };
  }

  #ofOutput(run: OpenRun, filter: MatchFilter & { readonly output: string }, from: number, limit: number) {
    const output = this.#names.number(filter.output);
    const bytes = output === undefined ? undefined : run.lists.ofOutput(this.#db, output);
    return bytes ? pageOfList(bytes, filter, this.#names, from, limit) : { rows: [] };
  }

  /** The held run; the one that was asked for longest ago gives way. */
  #open(id: string): OpenRun {
    let run = this.#runs.get(id);
    this.#runs.delete(id);
    if (!run || !this.#db.get('SELECT 1 FROM run WHERE id = ?', id)) {
      const stored = this.#db.get<{ matches: number; lists: Uint8Array }>(
        'SELECT matches, lists FROM run WHERE id = ?',
        id,
      );
      if (!stored) throw noRun(id);
      run = { lists: new RunLists(id, stored.lists), matches: stored.matches };
    }
    this.#runs.set(id, run);
    if (this.#runs.size > HELD) this.#runs.delete(this.#runs.keys().next().value!);
    return run;
  }

  #index(run: OpenRun): Promise<MatchIndex> {
    const lists = {
      length: run.lists.length,
      body: (place: number) => run.lists.read(this.#db, run.lists.at(place)).body,
    };
    run.index ??= MatchIndex.build(lists, run.matches, () => {
      if (this.#closed) throw new SymbionError('unavailable', { ru: 'Хранилище закрыто.', en: 'The store is closed.' });
    });
    return run.index;
  }
}

/** A page key holds good for one run, one order and, within an output, one list. */
function sealOf(runId: string, filter: MatchFilter): string {
  const order = filter.output === undefined ? [filter.sort ?? 'score'] : [filter.sort ?? 'rank', filter.output];
  return digest('sha256', JSON.stringify([runId, ...order]), 'hex').slice(0, 12);
}

function makeKey(seal: string, place: number): string {
  return `${seal}-${place}`;
}

function openKey(key: string, seal: string): number {
  const place = /^([0-9a-f]{12})-(\d{1,10})$/.exec(key);
  if (place?.[1] === seal) return Number(place[2]);
  throw inputError('Ключ страницы не от этого списка.', 'The page key is not of this list.');
}
