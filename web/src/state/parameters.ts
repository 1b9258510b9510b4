import { signal } from '@preact/signals';
import { own } from '../words/index.ts';
import { ask, type Parameter } from './api.ts';
import { keep } from './region.ts';

const parameters = signal<ReadonlyMap<string, Parameter> | undefined>(undefined);
let asked = false;

/** Name and unit of a measurable property in the page's language; its id until they are loaded. */
export function parameterOf(id: string): { readonly name: string; readonly unit: string } {
  if (!asked) {
    asked = true;
    void keep(() => ask<{ rows: Parameter[] }>('/knowledge/parameters')).then((found) => {
      if (found) parameters.value = new Map(found.rows.map((row) => [row.id, row]));
      else asked = false;
    });
  }
  const known = parameters.value?.get(id);
  return known ? { name: own(known.name), unit: known.unit === '1' ? '' : known.unit } : { name: id, unit: '' };
}
