import type { Match } from '../../domain/index.ts';
import type { MatchFilter, Page } from '../port.ts';
import { decodeMatch } from '../ranked/list-codec.ts';
import { pageOfList } from '../ranked/list-page.ts';
import { foreignKey, makeKey, openKey, type PageKey, sealOf } from '../ranked/page-key.ts';
import type { Spot } from '../ranked/run-index.ts';
import type { Connection } from './database.ts';
import { Names } from './names.ts';
import { type OpenRun, RunIndexes } from './run-indexes.ts';
import { noRun, RunLists } from './run-lists.ts';
import type { Writer } from './writer.ts';

interface Found {
  readonly rows: readonly Match[];
  /** What the next page begins with. */
  readonly next?: PageKey | undefined;
}

/** Runs held in memory: the current one and the one that somebody still pages through. */
const HELD = 2;

/** Reads matches: those of one output from its list, all others through an index that is opened or built when first asked for. */
export class Matches {
  readonly #db: Connection;
  readonly #names: Names;
  readonly #indexes: RunIndexes;
  readonly #runs = new Map<string, OpenRun>();
  #preparing: Promise<unknown> = Promise.resolve();

  /**
   * @param file of the database
   * @param keptFrom matches of a run from which on its index is kept in a file
   */
  constructor(db: Connection, writer: Writer, file: string, keptFrom: number) {
    this.#db = db;
    this.#names = new Names(db);
    this.#indexes = new RunIndexes(db, writer, file, keptFrom);
  }

  async find(runId: string, filter: MatchFilter, limit: number, after?: string): Promise<Page<Match>> {
    const run = this.#open(runId);
    const seal = sealOf(runId, filter);
    const from = after === undefined ? undefined : openKey(after, seal);
    const { output } = filter;
    const page: Found =
      output === undefined
        ? await this.#ofRun(run, filter, from, limit)
        : this.#ofOutput(run, { ...filter, output }, from, limit);
    return { rows: page.rows, ...(page.next !== undefined && { next: makeKey(seal, page.next) }) };
  }

  /** Makes the index of a new run ready if this process has been asked through one before, or the next one should find it. */
  prepare(runId: string): void {
    const run = this.#open(runId);
    if (this.#indexes.isWorthwhile(run)) this.#preparing = this.#indexes.of(run).catch(() => undefined);
  }

  async close(): Promise<void> {
    await this.#preparing;
    await this.#indexes.close();
    this.#runs.clear();
  }

  async #ofRun(run: OpenRun, filter: MatchFilter, from: PageKey | undefined, limit: number): Promise<Found> {
    const found = await this.#spots(run, filter, from, limit + 1);
    const rows = found.slice(0, limit).map(({ list, k }) => {
      const { output, body } = run.lists.read(this.#db, list);
      return decodeMatch(this.#names.text(output), body, k, (n) => this.#names.text(n));
    });
    const next = found[limit];
    return { rows, next: next && { place: next.list, k: next.k } };
  }

  async #spots(run: OpenRun, filter: MatchFilter, from: PageKey | undefined, limit: number): Promise<readonly Spot[]> {
    const spot = from && { list: from.place, k: from.k ?? 0 };
    const ask = async () =>
      (await this.#indexes.of(run)).find(filter, this.#names, filter.sort ?? 'score', spot, limit);
    const spots = await ask().catch((error) => {
      if (!this.#indexes.forgetSpoilt(run)) throw error;
      return ask();
    });
    if (!spots) throw foreignKey();
    return spots;
  }

  #ofOutput(
    run: OpenRun,
    filter: MatchFilter & { readonly output: string },
    from: PageKey | undefined,
    limit: number,
  ): Found {
    const output = this.#names.number(filter.output);
    const bytes = output === undefined ? undefined : run.lists.ofOutput(this.#db, output);
    if (!bytes) return { rows: [] };
    const { rows, next } = pageOfList(bytes, filter, this.#names, from?.place ?? 0, limit);
    return { rows, next: next === undefined ? next : { place: next } };
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
}
