import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { SymbionError } from '../domain/index.ts';
import { decodeText, NotText } from './encoding.ts';

/** A file that a person hands in; `open` may be called more than once. */
export interface SourceFile {
  readonly name: string;
  open(): Readable | AsyncIterable<Uint8Array>;
}

/** A row of text with the number a spreadsheet shows. */
export interface TextRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Limits that keep a slip or an attack from filling the memory. */
const MOST_COLUMNS = 200;
const LONGEST_RECORD = 1_000_000;
const LONGEST_HEADER = 64 * 1024;

/** Rows of a CSV as text, header first. Encoding and delimiter are found out. Throws `input`. */
export async function* csvRows(file: SourceFile): AsyncGenerator<TextRow> {
  const text = decodeText(file.open() as AsyncIterable<Uint8Array>);
  let row = 0;
  try {
    const { head, skipped, delimiter } = await readHead(text);
    if (head === '') throw bad(file, 'файл пуст', 'the file is empty');
    const parser = parse({
      delimiter,
      bom: true,
      relax_column_count: true,
      // ООО "Ромашка" is written without doubling the quotes more often than not
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_RECORD,
      info: true,
      trim: true,
    });
    pipeline(Readable.from(joined(head, text)), parser, () => undefined);
    let inner = -skipped;
    for await (const { info, record } of parser as AsyncIterable<{ info: { lines: number }; record: string[] }>) {
      if (record.length > MOST_COLUMNS)
        throw bad(file, `не более ${MOST_COLUMNS} столбцов`, `at most ${MOST_COLUMNS} columns`);
      for (const cell of record) if (cell.includes('\n')) inner += cell.split('\n').length - 1;
      row = info.lines - inner;
      yield { row, cells: record };
    }
  } catch (error) {
    throw readable(file, error, row);
  }
}

/** The text up to the end of the header, the delimiter, and how many lines were only about the delimiter (`sep=;`, as Excel writes it). */
async function readHead(text: AsyncIterator<string>): Promise<{ head: string; skipped: number; delimiter: string }> {
  let head = '';
  while (head.length < LONGEST_HEADER && !/\n[^\n]*\n/.test(head)) {
    const next = await text.next();
    if (next.done) break;
    head += next.value;
  }
  const told = /^\ufeff?sep=(.)\r?\n/i.exec(head);
  if (told) return { head: head.slice(told[0].length), skipped: 1, delimiter: told[1]! };
  return { head, skipped: 0, delimiter: delimiterOf(head) };
}

async function* joined(head: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield head;
  for await (const text of rest) if (text !== '') yield text;
}

/** Whatever went wrong while reading, as a problem of the file. `row` is the last one that could be read. */
function readable(file: SourceFile, error: unknown, row: number): unknown {
  if (error instanceof SymbionError) return error;
  if (error instanceof NotText)
    return error.reason === 'binary'
      ? bad(file, 'это не текст: нужен CSV', 'this is not text: wanted a CSV')
      : bad(
          file,
          'кодировка меняется посреди файла: нужна UTF-8 или Windows-1251',
          'the encoding changes within the file: wanted UTF-8 or Windows-1251',
        );
  if (!(error instanceof CsvError)) return error;
  const after = row > 0 ? row : undefined;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return bad(
      file,
      `кавычка открыта и не закрыта после строки ${row}`,
      `a quote is opened and not closed after row ${row}`,
      after,
    );
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return bad(
      file,
      `строка длиннее ${LONGEST_RECORD} знаков`,
      `a row is longer than ${LONGEST_RECORD} characters`,
      after,
    );
  return bad(file, `CSV не читается (${error.message})`, `the CSV cannot be read (${error.message})`, after);
}

/** The delimiter that the header row has most of, outside quotes. */
function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/[\r\n]|$/)).replace(/"[^"]*"/g, '');
  const count = (mark: string) => header.split(mark).length - 1;
  return [',', ';', '\t'].sort((a, b) => count(b) - count(a))[0]!;
}

/** A problem of a whole file. */
export function bad(file: SourceFile, ru: string, en: string, row?: number): SymbionError {
  const wanted = { ru, en };
  return new SymbionError(
    'input',
    { ru: `${file.name}: ${ru}.`, en: `${file.name}: ${en}.` },
    { issues: [{ file: file.name, ...(row !== undefined && { row }), wanted, severity: 'error' }] },
  );
}
