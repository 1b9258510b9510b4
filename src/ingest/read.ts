import { type Issue, SymbionError } from '../domain/index.ts';
import { COMPANY_HEADERS, FLOW_HEADERS, readHeader } from './headers.ts';
import {
  type Cells,
  type CompanyRow,
  type FlowRow,
  type IngestContext,
  type Place,
  readCompany,
  readFlow,
} from './rows.ts';
import { csvRows, readSheets, type SourceFile } from './table.ts';

/** A row that was not taken, as handed in. */
export interface RejectedRow {
  readonly place: Place;
  readonly header: readonly string[];
  readonly cells: readonly string[];
}

/** What one table gave: good rows, every problem, and the rows that are kept out. */
export interface TableReading<T> {
  readonly rows: readonly T[];
  readonly issues: readonly Issue[];
  readonly rejected: readonly RejectedRow[];
}

type TextRows =
  | AsyncIterable<{ readonly row: number; readonly cells: readonly string[] }>
  | Iterable<{ readonly row: number; readonly cells: readonly string[] }>;

interface TableKind<C extends string, T> {
  readonly headers: Readonly<Record<C, readonly string[]>>;
  readonly needed: readonly C[];
  read(cells: Cells<C>, place: Place): { row?: T; issues: readonly Issue[] };
}

const companies: TableKind<keyof typeof COMPANY_HEADERS, CompanyRow> = {
  headers: COMPANY_HEADERS,
  needed: ['id', 'name'],
  read: readCompany,
};

const flows = (context: IngestContext): TableKind<keyof typeof FLOW_HEADERS, FlowRow> => ({
  headers: FLOW_HEADERS,
  needed: ['id', 'company_id', 'direction'],
  read: (cells, place) => readFlow(cells, place, context),
});

/** Companies of a CSV. Throws `input` when the file as a whole cannot be read; problems of rows are collected. */
export function readCompanies(file: SourceFile): Promise<TableReading<CompanyRow>> {
  return readTable(companies, csvRows(file), { file: file.name });
}

/** Flows of a CSV. */
export function readFlows(file: SourceFile, context: IngestContext): Promise<TableReading<FlowRow>> {
  return readTable(flows(context), csvRows(file), { file: file.name });
}

const COMPANY_SHEET = /^(companies|company|компании|предприятия|организации)$/i;
const FLOW_SHEET = /^(flows|flow|потоки|поток|отходы и потребности)$/i;

/** Both tables of one XLSX, its sheets called companies and flows (or in Russian). */
export async function readWorkbook(
  file: SourceFile,
  context: IngestContext,
): Promise<{ companies: TableReading<CompanyRow>; flows: TableReading<FlowRow> }> {
  const sheets = await readSheets(file);
  const find = (name: RegExp) => sheets.find((sheet) => name.test(sheet.name.trim()));
  const [companySheet, flowSheet] = [find(COMPANY_SHEET), find(FLOW_SHEET)];
  if (!companySheet && !flowSheet)
    throw problem(
      { file: file.name },
      sheets.map((s) => s.name).join(', '),
      'листы companies и flows (компании и потоки)',
      'sheets companies and flows',
    );
  const empty = { rows: [], issues: [], rejected: [] };
  return {
    companies: companySheet
      ? await readTable(companies, companySheet.rows, { file: file.name, sheet: companySheet.name })
      : empty,
    flows: flowSheet
      ? await readTable(flows(context), flowSheet.rows, { file: file.name, sheet: flowSheet.name })
      : empty,
  };
}

async function readTable<C extends string, T>(
  kind: TableKind<C, T>,
  source: TextRows,
  at: Omit<Place, 'row'>,
): Promise<TableReading<T>> {
  const rows: T[] = [];
  const issues: Issue[] = [];
  const rejected: RejectedRow[] = [];
  let header: readonly string[] | undefined;
  let columns: readonly (C | undefined)[] = [];
  for await (const { row, cells } of source) {
    if (!header) {
      header = cells;
      columns = readHeader(cells, kind.headers);
      issues.push(...headerIssues(kind, header, columns, at));
      continue;
    }
    const named: Partial<Record<C, string>> = {};
    columns.forEach((column, i) => {
      if (column) named[column] = cells[i] ?? '';
    });
    const place = { ...at, row };
    const read = kind.read(named, place);
    issues.push(...read.issues);
    if (read.row) rows.push(read.row);
    else rejected.push({ place, header, cells });
  }
  if (!header) throw problem(at, '', 'строка заголовков', 'a header row');
  return { rows, issues, rejected };
}

/** Columns that are not ours are told; without the needed ones nothing can be read. */
function headerIssues<C extends string>(
  kind: TableKind<C, unknown>,
  header: readonly string[],
  columns: readonly (C | undefined)[],
  at: Omit<Place, 'row'>,
): Issue[] {
  const missing = kind.needed.filter((column) => !columns.includes(column));
  if (missing.length > 0)
    throw problem(
      { ...at, row: 1 },
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
            row: 1,
            column: cell,
            found: cell,
            wanted: { ru: 'известный столбец; этот пропущен', en: 'a known column; this one is passed over' },
            severity: 'warning' as const,
          },
        ],
  );
}

function problem(at: Partial<Place>, found: string, ru: string, en: string): SymbionError {
  const wanted = { ru, en };
  return new SymbionError(
    'input',
    { ru: `${at.file ?? ''}: нужно ${ru}.`, en: `${at.file ?? ''}: wanted ${en}.` },
    { issues: [{ ...at, found, wanted, severity: 'error' }] },
  );
}
