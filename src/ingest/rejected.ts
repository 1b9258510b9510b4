import { stringify } from 'csv-stringify/sync';
import type { Issue } from '../domain/index.ts';
import type { RejectedRow, TableReading } from './read-table.ts';

/** Bad rows as CSV: where they stood, why they were kept out, and the row as handed in, so that it can be mended and handed in again. */
export function writeRejected(rejected: readonly RejectedRow[], issues: readonly Issue[], lang: 'ru' | 'en'): string {
  const reasons = new Map<string, string[]>();
  for (const issue of issues) {
    if (issue.severity !== 'error' || issue.row === undefined) continue;
    const text = `${issue.column ?? ''}: «${issue.found ?? ''}», ${lang === 'ru' ? 'нужно' : 'wanted'} ${issue.wanted[lang]}`;
    const list = reasons.get(keyOf(issue));
    if (list) list.push(text);
    else reasons.set(keyOf(issue), [text]);
  }
  const widest = rejected.reduce<readonly string[]>(
    (header, row) => (row.header.length > header.length ? row.header : header),
    [],
  );
  const lines = rejected.map((row) => [
    row.place.file,
    String(row.place.row),
    (reasons.get(keyOf(row.place)) ?? []).join('; '),
    ...row.cells,
  ]);
  return stringify([['file', 'row', 'reason', ...widest], ...lines]);
}

function keyOf(place: { readonly file?: string; readonly sheet?: string; readonly row?: number }): string {
  return `${place.file}|${place.sheet ?? ''}|${place.row}`;
}

/** Rows of a table that are kept out for a problem, also one found after reading (an id twice, an unknown company), in the order of the file. */
export function rejectedRows(table: TableReading<unknown>, issues: readonly Issue[]): RejectedRow[] {
  const faulty = new Set(issues.filter((issue) => issue.severity === 'error').map(keyOf));
  return [...table.rejected, ...table.given.filter((row) => faulty.has(keyOf(row.place)))].sort(
    (a, b) => a.place.row - b.place.row,
  );
}
