import type { Page } from '../store/port.ts';

/** All rows of what is told in pages, one page at a time. */
export async function* pagesOf<T>(ask: (after: string | undefined) => Promise<Page<T>>): AsyncGenerator<readonly T[]> {
  for (let after: string | undefined; ; ) {
    const { rows, next } = await ask(after);
    if (rows.length > 0) yield rows;
    if (next === undefined) return;
    after = next;
  }
}
