import readXlsxFile from 'read-excel-file/node';
import { SymbionError } from '../domain/index.ts';
import { withErrorsAsText } from './error-cells.ts';
import { bad, type SourceFile, type TextRow } from './table.ts';

/** A workbook is held in memory whole; beyond this a CSV, which streams, is the way. */
const LARGEST_WORKBOOK = 64 * 1024 * 1024;
const LARGEST_UNPACKED = 1024 * 1024 * 1024;

/** One sheet of a workbook as text rows, header first. */
export interface TextSheet {
  readonly name: string;
  readonly rows: readonly TextRow[];
}

/** All sheets of an XLSX. Throws `input` when it is none. */
export async function readSheets(file: SourceFile): Promise<readonly TextSheet[]> {
  const bytes = await readBytes(file);
  if (unpackedSize(bytes) > LARGEST_UNPACKED) throw tooLarge(file);
  const sheets = await readXlsxFile(Buffer.from(withErrorsAsText(bytes))).catch((error: unknown) => {
    throw noWorkbook(file, error);
  });
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    rows: data
      .map((cells, i) => ({ row: i + 1, cells: cells.map(cellText) }))
      .filter(({ cells }) => cells.some((cell) => cell !== '')),
  }));
}

/** What the reader calls `XLS_FILE_NOT_SUPPORTED` is a workbook of Excel 97 to 2003; all else is none or damaged. */
function noWorkbook(file: SourceFile, error: unknown): SymbionError {
  return (error as { readonly code?: string }).code === 'XLS_FILE_NOT_SUPPORTED'
    ? bad(file, 'книга XLSX; это прежний XLS, сохраните её как XLSX', 'an XLSX; this is the older XLS, save it as XLSX')
    : bad(file, 'целая книга XLSX; это не она', 'a whole XLSX workbook; this is none');
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return String(cell).trim();
}

/** The whole file, for formats that cannot be streamed. Throws `too-large`. */
async function readBytes(file: SourceFile): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of file.open() as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > LARGEST_WORKBOOK) throw tooLarge(file);
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

/** What the parts of a ZIP will take when unpacked, by its own directory (APPNOTE 6.3.10, 4.3.12 and 4.3.16); 0 when it has none. */
function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  const first = Math.max(0, end - 65_535);
  while (end >= first && view.getUint32(end, true) !== 0x06054b50) end--;
  if (end < first) return 0;
  let sum = 0;
  let at = view.getUint32(end + 16, true);
  for (let n = view.getUint16(end + 10, true); n > 0 && at + 46 <= bytes.length; n--) {
    if (view.getUint32(at, true) !== 0x02014b50) break;
    sum += view.getUint32(at + 24, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return sum;
}

function tooLarge(file: SourceFile): SymbionError {
  return new SymbionError('too-large', {
    ru: `${file.name}: слишком велик для XLSX; сохраните таблицы как CSV.`,
    en: `${file.name}: too large for an XLSX; save the tables as CSV.`,
  });
}
