import type { KnowledgeBase, Settings } from '../../domain/index.ts';
import type { Store } from '../../store/port.ts';
import { openRegion, type Region } from './region.ts';

/**
 * A region is let go so long after it was last asked for: longer than a shard takes, so that those of a run follow each other without loading, and no
 * worker keeps a country for ever.
 */
const KEEP_MS = 600_000;

/** The region of one snapshot, kept for the shards that follow each other in a process. */
export class SnapshotRegion {
  readonly #store: Store;
  readonly #knowledge: KnowledgeBase;
  #kept: { readonly key: string; readonly region: Promise<Region | undefined> } | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(store: Store, knowledge: KnowledgeBase) {
    this.#store = store;
    this.#knowledge = knowledge;
  }

  /** Undefined when the data are not, or not any more, those of this snapshot. */
  of(snapshot: string, settings: Settings): Promise<Region | undefined> {
    const key = JSON.stringify([snapshot, settings]);
    if (this.#kept?.key !== key)
      this.#kept = { key, region: loadRegion(this.#store, this.#knowledge, snapshot, settings) };
    const { region } = this.#kept;
    region.then(
      (loaded) => loaded === undefined && this.#forget(key),
      () => this.#forget(key),
    );
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#forget(key), KEEP_MS);
    this.#timer.unref();
    return region;
  }

  #forget(key: string): void {
    if (this.#kept?.key === key) this.#kept = undefined;
  }
}

/** Undefined when the data are not those of this snapshot. The hash is asked before and after: nobody may have written in between. */
export async function loadRegion(
  store: Store,
  knowledge: KnowledgeBase,
  snapshot: string,
  settings: Settings,
): Promise<Region | undefined> {
  if ((await store.snapshotHash()) !== snapshot) return undefined;
  const loaded = await store.loadSnapshot();
  if ((await store.snapshotHash()) !== snapshot) return undefined;
  return openRegion(loaded, knowledge, settings);
}
