import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { ask, query } from '../state/api.ts';
import { generation, keep } from '../state/region.ts';
import { t } from '../words/index.ts';

const PAGE = 100;

export interface Paged<T> {
  readonly rows: Signal<readonly T[]>;
  readonly loading: Signal<boolean>;
  readonly next: Signal<string | undefined>;
  more(): void;
}

/** Rows of an API's list, page by page. */
export function usePaged<T>(path: string, filter: Readonly<Record<string, string | undefined>>): Paged<T> {
  const rows = useSignal<readonly T[]>([]);
  const loading = useSignal(true);
  const next = useSignal<string | undefined>(undefined);
  const question = query(filter);
  const load = async (after?: string) => {
    loading.value = true;
    const page = await keep(() =>
      ask<{ rows: T[]; next?: string }>(`${path}${query({ ...filter, limit: PAGE, after })}`),
    );
    loading.value = false;
    if (!page) return;
    rows.value = after === undefined ? page.rows : [...rows.value, ...page.rows];
    next.value = page.next;
  };
  useEffect(() => void load(), [path, question, generation.value]);
  return { rows, loading, next, more: () => void load(next.value) };
}

/** Under a table: more rows, or that there are none. */
export function PagedFoot<T>({ of }: { of: Paged<T> }) {
  if (of.loading.value) return of.rows.value.length === 0 ? <div class="skeleton" aria-busy="true" /> : null;
  if (of.rows.value.length === 0) return <p class="quiet">{t('noRows')}</p>;
  if (of.next.value === undefined) return null;
  return (
    <button type="button" onClick={of.more}>
      {t('moreRows')}
    </button>
  );
}
