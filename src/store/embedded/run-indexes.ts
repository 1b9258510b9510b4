import { SymbionError } from '../../domain/index.ts';
import { MatchIndex } from '../ranked/match-index.ts';
import { DIFFERENT, type Difference, differenceOf, type Indexed, RunIndex, shareOf } from '../ranked/run-index.ts';
import type { Connection } from './database.ts';
import { KeptIndex } from './kept-index.ts';
import type { RunLists } from './run-lists.ts';
import type { Writer } from './writer.ts';

/** A run as readers hold it: they know it is whole and never changes. */
export interface OpenRun {
  readonly lists: RunLists;
  readonly matches: number;
  index?: Promise<RunIndex>;
}

/** Matches of a run from which on its index is kept for the next process: fewer are read again in a moment. */
export const KEPT_FROM = 200_000;
/** The indexes of runs: one is read from all lists of a run, or from the file where it was kept; those of other runs are seen through it. */
export class RunIndexes {
  readonly #db: Connection;
  readonly #writer: Writer;
  readonly #kept: KeptIndex;
  readonly #keptFrom: number;
  #base: Indexed | undefined;
  /** The file was found to be damaged after it was opened. */
  #isSpoilt = false;
  #renewing: Promise<void> | undefined;
  #closed = false;

  constructor(db: Connection, writer: Writer, file: string, keptFrom: number) {
    this.#db = db;
    this.#writer = writer;
    this.#kept = new KeptIndex(file);
    this.#keptFrom = keptFrom;
  }

  /** Whether an index is there, or a run has so many matches that the next process should find one. */
  isWorthwhile(run: OpenRun): boolean {
    return this.#base !== undefined || run.matches >= this.#keptFrom;
  }

  of(run: OpenRun): Promise<RunIndex> {
    run.index ??= this.#make(run).catch((error) => {
      delete run.index;
      throw error;
    });
    return run.index;
  }

  /** Forgets the file when a column of it was found damaged just now; true then: to be asked again. */
  forgetSpoilt(run: OpenRun): boolean {
    if (!this.#isSpoilt || !this.#base) return false;
    this.#base = undefined;
    delete run.index;
    return true;
  }

  /** Returns when what is being kept is there. */
  async close(): Promise<void> {
    await this.#renewing;
    this.#closed = true;
    await this.#kept.close();
  }

  async #make(run: OpenRun): Promise<RunIndex> {
    const lists = run.lists.numbers;
    for (const find of [() => this.#base, () => this.#open()]) {
      const base = await find();
      if (!base) continue;
      const difference = differenceOf(base.lists, lists);
      const share = shareOf(difference, lists);
      if (share > DIFFERENT.unlike) continue;
      this.#base = base;
      if (share > DIFFERENT.renewed) this.#renew(run);
      return this.#over(run, base, difference);
    }
    const base = await this.#build(run);
    this.#base = base;
    if (run.matches >= this.#keptFrom) this.#keep(base);
    return this.#over(run, base, { gone: [], fresh: [] });
  }

  #over({ lists }: OpenRun, base: Indexed, difference: Difference): Promise<RunIndex> {
    return RunIndex.over(base, difference, (list) => lists.read(this.#db, list).body);
  }

  async #open(): Promise<Indexed | undefined> {
    if (this.#isSpoilt) return undefined;
    return this.#kept.open(this.#db, () => {
      this.#isSpoilt = true;
    });
  }

  async #build({ lists, matches }: OpenRun): Promise<Indexed> {
    const { numbers } = lists;
    const bodies = { length: numbers.length, body: (place: number) => lists.read(this.#db, numbers[place]!).body };
    return { lists: numbers, index: await MatchIndex.build(bodies, matches, () => this.#goOn()) };
  }

  /** Beside the questions, which go on with what is there. */
  #renew(run: OpenRun): void {
    this.#after(async () => {
      const base = await this.#build(run);
      this.#base = base;
      if (run.matches >= this.#keptFrom) await this.#kept.keep(this.#writer, base, () => this.#goOn());
    });
  }

  #keep(base: Indexed): void {
    this.#after(() => this.#kept.keep(this.#writer, base, () => this.#goOn()));
  }

  /** One at a time; what cannot be kept is only slower to start with. */
  #after(work: () => Promise<void>): void {
    this.#renewing ??= work()
      .catch(() => undefined)
      .finally(() => {
        this.#renewing = undefined;
      });
  }

  #goOn(): void {
    if (this.#closed) throw new SymbionError('unavailable', { ru: 'Хранилище закрыто.', en: 'The store is closed.' });
  }
}
