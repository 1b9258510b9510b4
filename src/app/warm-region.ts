import type { KnowledgeBase, Run } from '../domain/index.ts';
import type { Store } from '../store/port.ts';
import type { Follower } from './follow-changes.ts';
import { openRegion, type Region } from './region.ts';

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

  constructor(store: Store, knowledge: KnowledgeBase, follower?: Follower) {
    this.#follower = follower;
    this.#store = store;
    this.#knowledge = knowledge;
  }

  async of(run: Run): Promise<Region> {
    const snapshot = await this.#store.snapshotHash();
    const followed = this.#follower?.regionOf(run, snapshot);
    if (followed) return followed;
    const key = `${snapshot} ${run.id}`;
    if (key !== this.#key || !this.#opening) {
      this.#key = key;
      this.#opening = this.#store
        .loadSnapshot()
        .then((snapshot) => openRegion(snapshot, this.#knowledge, run.settings));
      this.#opening.catch(() => {
        this.#key = '';
      });
    }
    return this.#opening;
  }
}
