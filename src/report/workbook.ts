import writeXlsxFile from 'write-excel-file/node';
import type { Match } from '../domain/index.ts';
import { MATCH_COLUMNS, toMatchRow } from './match-row.ts';

/** Rows of a sheet that Excel can open. */
const MOST_ROWS = 1_048_575;

/** An XLSX with one row a match; rows beyond what a sheet can hold are left out and said so in the last row. */
export async function writeWorkbook(matches: Iterable<Match>): Promise<Uint8Array> {
  const rows: (string | number | boolean | null)[][] = [];
  let more = 0;
  for (const match of matches) {
    if (rows.length >= MOST_ROWS - 1) more++;
    else rows.push(MATCH_COLUMNS.map((column) => toMatchRow(match)[column]));
  }
  if (more > 0) rows.push([`... ${more} more rows: export as CSV`]);
  const header = MATCH_COLUMNS.map((value) => ({ value, fontWeight: 'bold' as const }));
  const body = rows.map((row) => row.map((value) => (value === null ? null : { value })));
  const buffer = await writeXlsxFile([header, ...body], { sheet: 'matches', stickyRowsCount: 1 }).toBuffer();
  return new Uint8Array(buffer);
}
