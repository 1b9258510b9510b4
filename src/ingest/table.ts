import type { Readable } from 'node:stream';
import { parse } from 'csv-parse';
import readXlsxFile from 'read-excel-file/node';
import { SymbionError } from '../domain/index.ts';

/** A file that a person hands in; `open` may be called more than once. */
export interface SourceFile {
  readonly name: string;
  open(): Readable | AsyncIterable<Uint8Array>;
}

/** Limits that keep a slip or an attack from filling the memory. */
const MOST_COLUMNS = 200;
const LONGEST_RECORD = 1_000_000;
const LARGEST_WORKBOOK = 64 * 1024 * 1024;
const SAMPLE = 64 * 1024;

/** Rows of a CSV as text, header first, with the row number a spreadsheet shows. Encoding and delimiter are found out. Throws `input`. */
export async function* csvRows(
  file: SourceFile,
): AsyncGenerator<{ readonly row: number; readonly cells: readonly string[] }> {
  const chunks = file.open()[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  const head = await readSample(chunks);
  if (head.length === 0) throw bad(file, 'файл пуст', 'the file is empty');
  if (looksBinary(head)) throw bad(file, 'это не текст: нужен CSV', 'this is not text: wanted a CSV');
  const encoding = encodingOf(head);
  const decoder = new TextDecoder(encoding);
  const parser = parse({
    delimiter: delimiterOf(new TextDecoder(encoding).decode(head)),
    bom: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LONGEST_RECORD,
    info: true,
    trim: true,
  });
  const feeding = feed(parser, decoder, head, chunks);
  feeding.catch(() => undefined);
  try {
    for await (const { info, record } of parser as AsyncIterable<{ info: { lines: number }; record: string[] }>) {
      if (record.length > MOST_COLUMNS)
        throw bad(file, `не более ${MOST_COLUMNS} столбцов`, `at most ${MOST_COLUMNS} columns`);
      yield { row: info.lines, cells: record };
    }
    await feeding;
  } catch (error) {
    if (error instanceof SymbionError) throw error;
    throw bad(
      file,
      `CSV не читается (${(error as Error).message})`,
      `the CSV cannot be read (${(error as Error).message})`,
    );
  }
}

async function feed(
  parser: ReturnType<typeof parse>,
  decoder: InstanceType<typeof TextDecoder>,
  head: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): Promise<void> {
  const write = async (text: string) => {
    if (text !== '' && !parser.write(text)) await new Promise<void>((resolve) => parser.once('drain', resolve));
  };
  try {
    await write(decoder.decode(head, { stream: true }));
    for (let next = await rest.next(); !next.done; next = await rest.next())
      await write(decoder.decode(next.value, { stream: true }));
    await write(decoder.decode());
    parser.end();
  } catch (error) {
    parser.destroy(error as Error);
  }
}

async function readSample(chunks: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  while (size < SAMPLE) {
    const next = await chunks.next();
    if (next.done) break;
    parts.push(next.value);
    size += next.value.length;
  }
  return Buffer.concat(parts);
}

const looksBinary = (bytes: Uint8Array) => bytes.subarray(0, 4096).includes(0);

/** UTF-8 when the sample is valid UTF-8 (a letter cut at its end does not count), else Windows-1251. */
function encodingOf(bytes: Uint8Array): 'utf-8' | 'windows-1251' {
  const end = bytes.length < SAMPLE ? bytes.length : bytes.length - 4;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1251';
  }
}

/** The delimiter that the header row has most of. */
function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/));
  const count = (mark: string) => header.split(mark).length - 1;
  return [',', ';', '\t'].sort((a, b) => count(b) - count(a))[0]!;
}

/** One sheet of a workbook as text rows, header first. */
export interface TextSheet {
  readonly name: string;
  readonly rows: readonly { readonly row: number; readonly cells: readonly string[] }[];
}

/** All sheets of an XLSX. Throws `input` when it is none. */
export async function readSheets(file: SourceFile): Promise<readonly TextSheet[]> {
  const bytes = await readBytes(file);
  const sheets = await readXlsxFile(Buffer.from(bytes)).catch((error: Error) => {
    throw bad(file, `не читается как XLSX (${error.message})`, `cannot be read as XLSX (${error.message})`);
  });
  return sheets.map(({ sheet, data }) => ({
    name: sheet,
    rows: data
      .map((cells, i) => ({ row: i + 1, cells: cells.map(cellText) }))
      .filter(({ cells }) => cells.some((cell) => cell !== '')),
  }));
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
    if (size > LARGEST_WORKBOOK)
      throw new SymbionError('too-large', {
        ru: `${file.name}: больше 64 МБ; разбейте на CSV.`,
        en: `${file.name}: above 64 MB; hand in CSV.`,
      });
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

function bad(file: SourceFile, ru: string, en: string): SymbionError {
  const wanted = { ru, en };
  return new SymbionError(
    'input',
    { ru: `${file.name}: ${ru}.`, en: `${file.name}: ${en}.` },
    { issues: [{ file: file.name, wanted, severity: 'error' }] },
  );
}
