import type { Page } from './port.ts';

/** Of `limit + 1` rows by id: the page, and the last id when there are more. */
export function idPage<R extends { readonly id: string }, T>(
  rows: readonly R[],
  limit: number,
  read: (row: R) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return rows.length > limit && last ? { rows: shown.map(read), next: last.id } : { rows: shown.map(read) };
}
