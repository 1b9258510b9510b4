import { signal } from '@preact/signals';
import { own } from '../words/index.ts';
import { ask, query } from './api.ts';
import { keep } from './region.ts';

type Names = { readonly ru: string; readonly en: string };
const names = signal<ReadonlyMap<string, Names> | undefined>(undefined);
let asked = false;

/** Name of a material in the page's language; its id until the names are loaded. */
export function materialName(id: string): string {
  if (!asked) {
    asked = true;
    void loadNames();
  }
  const known = names.value?.get(id);
  return known ? own(known) : id;
}

async function loadNames(): Promise<void> {
  const found = new Map<string, Names>();
  for (let after: string | undefined; ; ) {
    const page = await keep(() =>
      ask<{ rows: { id: string; name: Names }[]; next?: string }>(`/materials${query({ limit: 1000, after })}`),
    );
    if (!page) {
      asked = false;
      return;
    }
    for (const row of page.rows) found.set(row.id, row.name);
    after = page.next;
    if (after === undefined) break;
  }
  names.value = found;
}
