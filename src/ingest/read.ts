import { SymbionError } from '../domain/index.ts';
import { type CompanyRow, readCompany } from './company-row.ts';
import { type FlowRow, type IngestContext, readFlow } from './flow-row.ts';
import { COMPANY_HEADERS, FLOW_HEADERS, type FlowColumn, headerTail } from './headers.ts';
import { findUnit } from './quantity.ts';
import { EMPTY, problem, readTable, type TableKind, type TableReading } from './read-table.ts';
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

/** Companies of a CSV. Throws `input` when the file as a whole cannot be read; problems of rows are collected. */
export function readCompanies(file: SourceFile): Promise<TableReading<CompanyRow>> {
  return readTable(companies, csvRows(file), { file: file.name });
}

/** Flows of a CSV. Throws as `readCompanies` does. */
export function readFlows(file: SourceFile, context: IngestContext): Promise<TableReading<FlowRow>> {
  return readTable(flows(context), csvRows(file), { file: file.name });
}

export interface Tables {
  readonly companies: TableReading<CompanyRow>;
  readonly flows: TableReading<FlowRow>;
}

/** Both tables, from two CSV files or one workbook. When a file as a whole cannot be read, throws one `input` with all problems of all files. */
export async function readTables(
  files: { readonly companies?: SourceFile; readonly flows?: SourceFile; readonly workbook?: SourceFile },
  context: IngestContext,
): Promise<Tables> {
  const read = await Promise.allSettled([
    files.workbook ? readWorkbook(files.workbook, context) : { companies: EMPTY, flows: EMPTY },
    files.companies ? readCompanies(files.companies) : undefined,
    files.flows ? readFlows(files.flows, context) : undefined,
  ]);
  const failures = read.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  const unknown = failures.find((failure) => !(failure instanceof SymbionError));
  if (unknown !== undefined) throw unknown;
  const [book, companyTable, flowTable] = read.map((one) => (one.status === 'fulfilled' ? one.value : undefined)) as [
    Tables | undefined,
    TableReading<CompanyRow> | undefined,
    TableReading<FlowRow> | undefined,
  ];
  const tables = { companies: companyTable ?? book?.companies ?? EMPTY, flows: flowTable ?? book?.flows ?? EMPTY };
  if (failures.length === 0) return tables;
  const [first] = failures as SymbionError[];
  const issues = [
    ...(failures as SymbionError[]).flatMap((f) => f.issues),
    ...tables.companies.issues,
    ...tables.flows.issues,
  ];
  throw new SymbionError(first!.kind, first!.text, { issues });
}

const COMPANY_SHEET = /^(companies|company|компании|предприятия|организации)$/i;
const FLOW_SHEET = /^(flows|flow|потоки|поток|отходы и потребности)$/i;

/** Both tables of one XLSX, its sheets called companies and flows (or in Russian). */
export async function readWorkbook(file: SourceFile, context: IngestContext): Promise<Tables> {
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
  const read = <C extends string, T>(kind: TableKind<C, T>, sheet: TextSheet | undefined) =>
    sheet ? readTable(kind, sheet.rows, { file: file.name, sheet: sheet.name }) : EMPTY;
  return { companies: await read(companies, companySheet), flows: await read(flows(context), flowSheet) };
}
