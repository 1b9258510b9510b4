import { type Issue, SymbionError } from '../domain/index.ts';
import { readHeader } from './headers.ts';
import type { Cells, Place } from './row-reader.ts';
import type { TextRow } from './table.ts';

/** A row as handed in. */
export interface GivenRow {
  readonly place: Place;
  readonly header: readonly string[];
  readonly cells: readonly string[];
}

/** A row as handed in, and what it says; a row that says nothing is kept out, and the issues of its table tell why. */
export interface ReadRow<T> extends GivenRow {
  readonly read?: T;
}

/** A column as its header names it, and which of ours it was taken for; absent = passed over. */
export interface ReadColumn {
  readonly file: string;
  readonly sheet?: string;
  readonly header: string;
  readonly column?: string;
}

/** A table that is read row by row, so that it need not be held. */
export interface OpenTable<T> {
  /** In the order of the file, to be gone through once. Throws `input` when there is no header or a needed column is missing. */
  readonly rows: AsyncIterable<ReadRow<T>>;
  /** How many there are, where that is known beforehand. */
  readonly size?: number;
  /** Every problem of the rows gone through, of those that said nothing and of others. */
  issues(): readonly Issue[];
  columns(): readonly ReadColumn[];
}

/** What one table gave: what good rows say, every problem, and the rows that are kept out. */
export interface TableReading<T> {
  readonly rows: readonly T[];
  readonly issues: readonly Issue[];
  readonly rejected: readonly GivenRow[];
}

/** How rows of one table are read. */
export interface TableKind<C extends string, T> {
  readonly headers: Readonly<Record<C, readonly string[]>>;
  readonly needed: readonly C[];
  /** Values that a header gives to every row. */
  defaults(header: readonly string[], columns: readonly (C | undefined)[]): Cells<C>;
  read(cells: Cells<C>, place: Place): { row?: T; issues: readonly Issue[] };
}

/** Rows that may stand above the header: a title, the date, what is merged over several columns. */
const MOST_ABOVE = 20;

export function openTable<C extends string, T>(
  kind: TableKind<C, T>,
  source: AsyncIterable<TextRow> | readonly TextRow[],
  at: Omit<Place, 'row'>,
): OpenTable<T> {
  const issues = new IssueList();
  let columns: readonly ReadColumn[] = [];

  async function* read(): AsyncGenerator<ReadRow<T>> {
    let layout: Layout<C> | undefined;
    let count = 0;
    const above: Header<C>[] = [];
    for await (const { row, cells } of source) {
      const place = { ...at, row };
      if (!layout) {
        const candidate = { ...layOut(kind, cells), row };
        above.push(candidate);
        if (missing(kind, candidate).length === 0) {
          layout = candidate;
          issues.add(headerIssues(layout, place));
          columns = readColumns(layout, at);
        } else if (above.length > MOST_ABOVE) break;
        continue;
      }
      count++;
      const { header } = layout;
      const { row: read, issues: found } = isTooWide(header, cells)
        ? { issues: [tooWide(place, header, cells)] }
        : kind.read(named(layout, cells), place);
      issues.add(found);
      yield { place, header, cells, ...(read && { read }) };
    }
    if (!layout) throw noHeader(kind, above, at);
    if (count === 0) issues.add([noRows(at)]);
  }

  const size = Array.isArray(source) ? { size: Math.max(0, source.length - 1) } : {};
  return { rows: read(), issues: () => issues.all(), columns: () => columns, ...size };
}

/** A table that was not handed in. */
export const NO_TABLE: OpenTable<never> = {
  rows: (async function* () {})(),
  issues: () => [],
  columns: () => [],
};

/** Reads all rows of a table. Throws as its rows do. */
export async function readWhole<T>(table: OpenTable<T>): Promise<TableReading<T>> {
  const rows: T[] = [];
  const rejected: GivenRow[] = [];
  for await (const { read, ...given } of table.rows) {
    if (read) rows.push(read);
    else rejected.push(given);
  }
  return { rows, issues: table.issues(), rejected };
}

/** What the header of a table says of the cells below it. */
interface Layout<C extends string> {
  readonly header: readonly string[];
  readonly columns: readonly (C | undefined)[];
  readonly defaults: Cells<C>;
}

interface Header<C extends string> extends Layout<C> {
  readonly row: number;
}

function layOut<C extends string>(kind: TableKind<C, unknown>, header: readonly string[]): Layout<C> {
  const columns = readHeader(header, kind.headers);
  return { header, columns, defaults: kind.defaults(header, columns) };
}

function named<C extends string>({ columns, defaults }: Layout<C>, cells: readonly string[]): Cells<C> {
  const named: Partial<Record<C, string>> = { ...defaults };
  columns.forEach((column, i) => {
    if (column) named[column] = cells[i] ?? '';
  });
  return named;
}

function readColumns({ header, columns }: Layout<string>, at: Omit<Place, 'row'>): ReadColumn[] {
  return header.map((cell, i) => ({ ...at, header: cell, ...(columns[i] && { column: columns[i] }) }));
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

function missing<C extends string>({ needed }: TableKind<C, unknown>, { columns }: Layout<C>): readonly C[] {
  return needed.filter((column) => !columns.includes(column));
}

/** Without the needed columns nothing can be read. Told of the row that comes nearest to a header. */
function noHeader<C extends string>(
  kind: TableKind<C, unknown>,
  above: readonly Header<C>[],
  at: Omit<Place, 'row'>,
): SymbionError {
  const known = ({ columns }: Layout<C>) => columns.filter((column) => column !== undefined).length;
  const nearest = [...above].sort((a, b) => known(b) - known(a))[0];
  if (!nearest) return problem(at, '', 'строка заголовков', 'a header row');
  const wanted = missing(kind, nearest).join(', ');
  const found = nearest.header.filter((cell) => cell !== '').join(', ');
  return problem({ ...at, row: nearest.row }, found.slice(0, 200), `столбцы ${wanted}`, `columns ${wanted}`);
}

/** Columns that are not ours are told. */
function headerIssues<C extends string>({ header, columns }: Layout<C>, at: Place): Issue[] {
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
    { ru: `${at.file ?? ''}: нужно: ${ru}.`, en: `${at.file ?? ''}: wanted: ${en}.` },
    { issues: [{ ...at, found, wanted, severity: 'error' }] },
  );
}
