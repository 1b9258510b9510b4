import type { Store } from '../../store/port.ts';

/** Keeps what was made of the data as they stand; makes it again once they have changed. Two askers at once share one making. */
export function keptByHash<T>(store: Store): (more: string, make: () => Promise<T>) => Promise<T> {
  let kept: { readonly key: string; readonly made: Promise<T> } | undefined;
  return async (more, make) => {
    const key = `${await store.snapshotHash()} ${more}`;
    if (kept?.key !== key) {
      const made = make();
      kept = { key, made };
      made.catch(() => {
        if (kept?.made === made) kept = undefined;
      });
    }
    return kept.made;
  };
}
