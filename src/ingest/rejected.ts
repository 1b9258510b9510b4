import { stringify } from 'csv-stringify/sync';
import type { Issue } from '../domain/index.ts';
import type { GivenRow } from './read-table.ts';

/**
 * Bad rows as CSV: each as handed in, then why it was kept out and where it stood. Mended, it can be handed in again as it is: the added columns are
 * passed over. Rows of several tables stand in blocks, each with its own header, set apart by an empty line.
 */
export function writeRejected(rejected: readonly GivenRow[], issues: readonly Issue[], lang: 'ru' | 'en'): string {
  const reasons = new Map<string, string[]>();
  for (const issue of issues) {
    if (issue.severity !== 'error' || issue.row === undefined) continue;
    const text = `${issue.header ?? issue.column ?? ''}: «${issue.found ?? ''}», ${lang === 'ru' ? 'нужно' : 'wanted'}: ${issue.wanted[lang]}`;
    const list = reasons.get(keyOf(issue));
    if (list) list.push(text);
    else reasons.set(keyOf(issue), [text]);
  }
  const tables = Map.groupBy(rejected, ({ place }) => `${place.file}|${place.sheet ?? ''}`);
  return [...tables.values()].map((rows) => block(rows, reasons, lang)).join('\n');
}

const ADDED = { ru: ['почему', 'файл', 'строка'], en: ['reason', 'file', 'row'] };

function block(rows: readonly GivenRow[], reasons: ReadonlyMap<string, readonly string[]>, lang: 'ru' | 'en'): string {
  const { header } = rows[0]!;
  // cells beyond the header, in a row shifted by a stray comma, stand after the added columns
  const lines = rows.map(({ place, cells }) => [
    ...header.map((_, i) => cells[i] ?? ''),
    (reasons.get(keyOf(place)) ?? []).join('; '),
    place.sheet ? `${place.file}, ${place.sheet}` : place.file,
    String(place.row),
    ...cells.slice(header.length),
  ]);
  return stringify([[...header, ...ADDED[lang]], ...lines]);
}

function keyOf(place: { readonly file?: string; readonly sheet?: string; readonly row?: number }): string {
  return `${place.file}|${place.sheet ?? ''}|${place.row}`;
}
