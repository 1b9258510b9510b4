import type { KnowledgeBase, Run } from '../../domain/index.ts';
import type { Store } from '../../store/port.ts';
import type { Follower } from '../follow/follow-changes.ts';
import { openRegion, type Region } from './region.ts';

/** Flows up to which a region is loaded while the asker waits: some half a second. */
const SMALL = 50_000;

/**
 * Keeps the region of the last asked run ready, so that a page asks without loading. It is opened again when the data have changed
 * or another run is asked for; two askers at once share one opening.
 */
export class WarmRegion {
  readonly #store: Store;
  readonly #knowledge: KnowledgeBase;
  readonly #follower: Follower | undefined;
  #key = '';
  #opening: Promise<Region> | undefined;
  #open: Region | undefined;

  constructor(store: Store, knowledge: KnowledgeBase, follower?: Follower) {
    this.#follower = follower;
    this.#store = store;
    this.#knowledge = knowledge;
  }

  /** The region of a run, unless it is a large one that is not there yet. */
  async ready(run: Run): Promise<Region | undefined> {
    if (run.counts.outputs + run.counts.demands <= SMALL) return this.of(run);
    const snapshot = await this.#store.snapshotHash();
    return this.#follower?.regionOf(run, snapshot) ?? (this.#key === keyOf(run, snapshot) ? this.#open : undefined);
  }

  async of(run: Run): Promise<Region> {
    const snapshot = await this.#store.snapshotHash();
    const followed = this.#follower?.regionOf(run, snapshot);
    if (followed) return followed;
    const key = keyOf(run, snapshot);
    if (key !== this.#key || !this.#opening) {
      this.#key = key;
      this.#open = undefined;
      this.#opening = this.#load(run, key);
      this.#opening.catch(() => {
        if (this.#key === key) this.#key = '';
      });
    }
    return this.#opening;
  }

  async #load(run: Run, key: string): Promise<Region> {
    const region = openRegion(await this.#store.loadSnapshot(), this.#knowledge, run.settings);
    if (this.#key === key) this.#open = region;
    return region;
  }
}

const keyOf = (run: Run, snapshot: string) => `${snapshot} ${run.id}`;
