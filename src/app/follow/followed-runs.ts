import type { Match, Run } from '../../domain/index.ts';
import type { Store } from '../../store/port.ts';
import { PICTURE } from '../run/picture.ts';

/** Runs that followed a change and are kept: each has four bytes an output. */
const MOST_KEPT = 100;
/** They go some at a time: to find the lists that no run has any more, all runs are looked through. */
const GO_TOGETHER = 20;

/** The runs that follow each other while flows change; the oldest of them go when they are many. */
export class FollowedRuns {
  readonly #store: Store;
  readonly #mostKept: number;
  readonly #goTogether: number;
  /** Ids of those that were made here, the latest last. */
  readonly #made = new Set<string>();

  constructor(store: Store, mostKept = MOST_KEPT, goTogether = GO_TOGETHER) {
    this.#store = store;
    this.#mostKept = mostKept;
    this.#goTogether = goTogether;
  }

  /** Publishes a run that differs from the current one, `from`, in the lists of these outputs. Throws `conflict` when another has become current. */
  async publish(run: Run, from: string, outputs: readonly string[], matches: readonly Match[]): Promise<void> {
    const isNew = (await this.#store.findRun(run.id)) === undefined;
    await this.#store.amendRun(run, from, outputs, matches);
    if (isNew || this.#made.delete(run.id)) this.#made.add(run.id);
    const many = [...this.#made].slice(0, -this.#mostKept);
    if (many.length >= this.#goTogether) await this.#forget(many);
  }

  /** Their pictures go with them; what a person asked about a run keeps it. */
  async #forget(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      this.#made.delete(id);
      await this.#store.removeResults(id, PICTURE);
    }
    await this.#store.removeRuns(ids);
  }
}
