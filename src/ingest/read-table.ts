import { type Issue, SymbionError } from '../domain/index.ts';
import { readHeader } from './headers.ts';
import type { Cells, Place } from './row-reader.ts';
import type { TextRow } from './table.ts';

/** A row that was not taken, as handed in. */
export interface RejectedRow {
  readonly place: Place;
  readonly header: readonly string[];
  readonly cells: readonly string[];
}

/** What one table gave: good rows, the same as handed in, every problem, and the rows that are kept out. */
export interface TableReading<T> {
  readonly rows: readonly T[];
  /** As many as `rows`, in the same order. */
  readonly given: readonly RejectedRow[];
  readonly issues: readonly Issue[];
  readonly rejected: readonly RejectedRow[];
  readonly columns: readonly ReadColumn[];
}

/** A column as its header names it, and which of ours it was taken for; absent = passed over. */
export interface ReadColumn {
  readonly file: string;
  readonly sheet?: string;
  readonly header: string;
  readonly column?: string;
}

export const EMPTY: TableReading<never> = { rows: [], given: [], issues: [], rejected: [], columns: [] };

type TextRows = AsyncIterable<TextRow> | Iterable<TextRow>;

/** How rows of one table are read. */
export interface TableKind<C extends string, T> {
  readonly headers: Readonly<Record<C, readonly string[]>>;
  readonly needed: readonly C[];
  /** Values that a header gives to every row. */
  defaults(header: readonly string[], columns: readonly (C | undefined)[]): Cells<C>;
  read(cells: Cells<C>, place: Place): { row?: T; issues: readonly Issue[] };
}

/** Reads all rows of a table. Throws `input` when there is no header or a needed column is missing. */
export async function readTable<C extends string, T>(
  kind: TableKind<C, T>,
  source: TextRows,
  at: Omit<Place, 'row'>,
): Promise<TableReading<T>> {
  const rows: T[] = [];
  const given: RejectedRow[] = [];
  const issues = new IssueList();
  const rejected: RejectedRow[] = [];
  let header: readonly string[] | undefined;
  let columns: readonly (C | undefined)[] = [];
  let defaults: Cells<C> = {} as Cells<C>;
  for await (const { row, cells } of source) {
    const place = { ...at, row };
    if (!header) {
      header = cells;
      columns = readHeader(cells, kind.headers);
      issues.add(headerIssues(kind, header, columns, place));
      defaults = kind.defaults(header, columns);
      continue;
    }
    const named: Partial<Record<C, string>> = { ...defaults };
    columns.forEach((column, i) => {
      if (column) named[column] = cells[i] ?? '';
    });
    const read = isTooWide(header, cells) ? { issues: [tooWide(place, header, cells)] } : kind.read(named, place);
    issues.add(read.issues);
    if ('row' in read && read.row) {
      rows.push(read.row);
      given.push({ place, header, cells });
    } else rejected.push({ place, header, cells });
  }
  if (!header) throw problem(at, '', 'строка заголовков', 'a header row');
  if (rows.length + rejected.length === 0) issues.add([noRows(at)]);
  const read = header.map(
    (cell, i): ReadColumn => ({ ...at, header: cell, ...(columns[i] && { column: columns[i] }) }),
  );
  return { rows, given, issues: issues.all(), rejected, columns: read };
}

function noRows(at: Omit<Place, 'row'>): Issue {
  return { ...at, wanted: { ru: 'строки под заголовком', en: 'rows below the header' }, severity: 'warning' };
}

/** Warnings of one kind that are told one by one; of the rest only the number is. */
const WARNINGS_OF_A_KIND = 20;

class IssueList {
  readonly #issues: Issue[] = [];
  readonly #warned = new Map<string, { told: number; last: Issue }>();

  add(issues: readonly Issue[]): void {
    for (const issue of issues) {
      if (issue.severity === 'warning') {
        const kind = `${issue.column} ${issue.wanted.en.replace(/[\d.]+/g, '0')}`;
        const told = (this.#warned.get(kind)?.told ?? 0) + 1;
        this.#warned.set(kind, { told, last: issue });
        if (told > WARNINGS_OF_A_KIND) continue;
      }
      this.#issues.push(issue);
    }
  }

  all(): readonly Issue[] {
    const more = [...this.#warned.values()]
      .filter(({ told }) => told > WARNINGS_OF_A_KIND)
      .map(({ told, last }): Issue => {
        const n = told - WARNINGS_OF_A_KIND;
        const wanted = { ru: `${last.wanted.ru} (и ещё строк: ${n})`, en: `${last.wanted.en} (and ${n} more rows)` };
        return { ...last, wanted };
      });
    return [...this.#issues, ...more];
  }
}

/** A decimal comma without quotes moves all later cells: such a row must not be read. */
function isTooWide(header: readonly string[], cells: readonly string[]): boolean {
  return cells.length > header.length && cells.slice(header.length).some((cell) => cell !== '');
}

function tooWide(place: Place, header: readonly string[], cells: readonly string[]): Issue {
  return {
    ...place,
    found: `${cells.length}`,
    wanted: {
      ru: `столбцов: ${header.length}, как в заголовке; запятая внутри ячейки требует кавычек`,
      en: `${header.length} columns as in the header; a comma within a cell needs quotes`,
    },
    severity: 'error',
  };
}

/** Columns that are not ours are told; without the needed ones nothing can be read. */
function headerIssues<C extends string>(
  kind: TableKind<C, unknown>,
  header: readonly string[],
  columns: readonly (C | undefined)[],
  at: Place,
): Issue[] {
  const missing = kind.needed.filter((column) => !columns.includes(column));
  if (missing.length > 0)
    throw problem(
      at,
      header.join(', ').slice(0, 200),
      `столбцы ${missing.join(', ')}`,
      `columns ${missing.join(', ')}`,
    );
  return header.flatMap((cell, i) =>
    columns[i] || cell === ''
      ? []
      : [
          {
            ...at,
            column: cell,
            found: cell,
            wanted: { ru: 'известный столбец; этот пропущен', en: 'a known column; this one is passed over' },
            severity: 'warning' as const,
          },
        ],
  );
}

/** A problem of a whole file. */
export function problem(at: Partial<Place>, found: string, ru: string, en: string): SymbionError {
  const wanted = { ru, en };
  return new SymbionError(
    'input',
    { ru: `${at.file ?? ''}: нужно ${ru}.`, en: `${at.file ?? ''}: wanted ${en}.` },
    { issues: [{ ...at, found, wanted, severity: 'error' }] },
  );
}
