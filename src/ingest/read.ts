import { type Issue, SymbionError } from '../domain/index.ts';
import { type CompanyRow, readCompany } from './company-row.ts';
import { type FlowRow, type IngestContext, readFlow } from './flow-row.ts';
import { COMPANY_HEADERS, FLOW_HEADERS, type FlowColumn, headerTail } from './headers.ts';
import { findUnit } from './quantity.ts';
import {
  NO_TABLE,
  type OpenTable,
  openTable,
  problem,
  readWhole,
  type TableKind,
  type TableReading,
} from './read-table.ts';
import type { Cells } from './row-reader.ts';
import { csvRows, type SourceFile } from './table.ts';
import { readSheets, type TextSheet } from './workbook.ts';

const companies: TableKind<keyof typeof COMPANY_HEADERS, CompanyRow> = {
  headers: COMPANY_HEADERS,
  needed: ['id', 'name'],
  defaults: () => ({}),
  read: readCompany,
};

const flows = (context: IngestContext): TableKind<keyof typeof FLOW_HEADERS, FlowRow> => ({
  headers: FLOW_HEADERS,
  needed: ['id', 'company_id', 'direction'],
  defaults: flowDefaults,
  read: (cells, place) => readFlow(cells, place, context),
});

/** `Количество, т/год` and `Цена, руб/т` tell the unit and the currency where these have no column of their own. */
function flowDefaults(header: readonly string[], columns: readonly (FlowColumn | undefined)[]): Cells<FlowColumn> {
  const tail = (column: FlowColumn) => headerTail(header[columns.indexOf(column)] ?? '');
  const unit = tail('quantity');
  const currency = tail('price') || tail('disposal_cost');
  return {
    ...(!columns.includes('unit') && findUnit(unit) && { unit }),
    ...(!columns.includes('currency') && currency && { currency }),
  };
}

const openCompanies = (file: SourceFile): OpenTable<CompanyRow> =>
  openTable(companies, csvRows(file), { file: file.name });
const openFlows = (file: SourceFile, context: IngestContext): OpenTable<FlowRow> =>
  openTable(flows(context), csvRows(file), { file: file.name });

/** Companies of a CSV. Throws `input` when the file as a whole cannot be read; problems of rows are collected. */
export function readCompanies(file: SourceFile): Promise<TableReading<CompanyRow>> {
  return readWhole(openCompanies(file));
}

/** Flows of a CSV. Throws as `readCompanies` does. */
export function readFlows(file: SourceFile, context: IngestContext): Promise<TableReading<FlowRow>> {
  return readWhole(openFlows(file, context));
}

export interface OpenTables {
  readonly companies: OpenTable<CompanyRow>;
  readonly flows: OpenTable<FlowRow>;
}

export interface Tables {
  readonly companies: TableReading<CompanyRow>;
  readonly flows: TableReading<FlowRow>;
}

export interface SourceFiles {
  readonly companies?: SourceFile;
  readonly flows?: SourceFile;
  readonly workbook?: SourceFile;
}

/** Both tables, from two CSV files or one workbook, to be read row by row. What is wrong with a file as a whole its rows throw. */
export async function openTables(files: SourceFiles, context: IngestContext): Promise<OpenTables> {
  const book = files.workbook ? await openWorkbook(files.workbook, context).catch(unreadable) : undefined;
  return {
    companies: files.companies ? openCompanies(files.companies) : (book?.companies ?? NO_TABLE),
    flows: files.flows ? openFlows(files.flows, context) : (book?.flows ?? NO_TABLE),
  };
}

/** All rows of both tables. When a file as a whole cannot be read, throws one `input` with all problems of all files. */
export async function readTables(files: SourceFiles, context: IngestContext): Promise<Tables> {
  const tables = await openTables(files, context);
  const [companyTable, flowTable] = await Promise.allSettled([readWhole(tables.companies), readWhole(tables.flows)]);
  if (companyTable.status === 'fulfilled' && flowTable.status === 'fulfilled')
    return { companies: companyTable.value, flows: flowTable.value };
  const failures = [companyTable, flowTable].flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  const read = [companyTable, flowTable].flatMap((one) => (one.status === 'fulfilled' ? one.value.issues : []));
  throw joinFailures(failures, read);
}

/** Failures of whole files as one, with all their problems and those of what could be read. */
export function joinFailures(failures: readonly unknown[], issues: readonly Issue[]): unknown {
  const known = [...new Set(failures)].filter((failure) => failure instanceof SymbionError);
  const unknown = failures.find((failure) => !(failure instanceof SymbionError));
  const [first] = known;
  if (unknown !== undefined || first === undefined) return unknown;
  return new SymbionError(first.kind, first.text, {
    issues: [...known.flatMap((failure) => failure.issues), ...issues],
  });
}

/** Tables whose rows throw what is wrong with their file. */
function unreadable(failure: unknown): OpenTables {
  const rows = { [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(failure) }) };
  return { companies: { ...NO_TABLE, rows }, flows: { ...NO_TABLE, rows } };
}

const COMPANY_SHEET = /^(companies|company|компании|предприятия|организации)$/i;
const FLOW_SHEET = /^(flows|flow|потоки|поток|отходы и потребности)$/i;

/** Both tables of one XLSX, its sheets called companies and flows (or in Russian). */
async function openWorkbook(file: SourceFile, context: IngestContext): Promise<OpenTables> {
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
  const open = <C extends string, T>(kind: TableKind<C, T>, sheet: TextSheet | undefined) =>
    sheet ? openTable(kind, sheet.rows, { file: file.name, sheet: sheet.name }) : NO_TABLE;
  return { companies: open(companies, companySheet), flows: open(flows(context), flowSheet) };
}

/** All rows of both tables of one XLSX. Throws `input` when it is none. */
export function readWorkbook(file: SourceFile, context: IngestContext): Promise<Tables> {
  return readTables({ workbook: file }, context);
}
