import { signal } from '@preact/signals';
import { own } from '../words/index.ts';
import { ask, query } from './api.ts';
import { keep } from './region.ts';

interface Named {
  readonly id: string;
  readonly name: { readonly ru: string; readonly en: string };
}

/** Rows of the knowledge base by id, loaded once when the first of them is asked for; undefined until they are there. */
export function namesOf<T extends Named>(path: string): (id: string) => T | undefined {
  const rows = signal<ReadonlyMap<string, T> | undefined>(undefined);
  let asked = false;
  const load = async () => {
    const found = new Map<string, T>();
    for (let after: string | undefined; ; ) {
      const page = await keep(() =>
        ask<{ rows: T[]; next?: string }>(
          `${path}${after === undefined ? '' : query({ after }).replace('?', path.includes('?') ? '&' : '?')}`,
        ),
      );
      if (!page) {
        asked = false;
        return;
      }
      for (const row of page.rows) found.set(row.id, row);
      after = page.next;
      if (after === undefined) break;
    }
    rows.value = found;
  };
  return (id) => {
    if (!asked) {
      asked = true;
      void load();
    }
    return rows.value?.get(id);
  };
}

const material = namesOf('/materials?limit=1000');
const rule = namesOf('/knowledge/rules');

/** Name of a material in the page's language; its id until the names are loaded, and for what is none. */
export function materialName(id: string): string {
  const known = material(id);
  return known ? own(known.name) : id;
}

/** Name of a rule that refuses, in the page's language; `limit LOI` and the like stay as they are. */
export function ruleName(id: string): string {
  const known = rule(id);
  return known ? own(known.name) : id;
}
