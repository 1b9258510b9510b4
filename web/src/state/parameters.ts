import { own } from '../words/index.ts';
import type { Parameter } from './api.ts';
import { namesOf } from './names.ts';

const parameter = namesOf<Parameter>('/knowledge/parameters');

/** Name and unit of a measurable property in the page's language; its id until they are loaded. */
export function parameterOf(id: string): { readonly name: string; readonly unit: string } {
  const known = parameter(id);
  return known ? { name: own(known.name), unit: known.unit === '1' ? '' : known.unit } : { name: id, unit: '' };
}
