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
    if (head === '') throw bad(file, 'непустой файл', 'a file that is not empty');
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
      ? bad(file, 'CSV, то есть текст; это не текст', 'a CSV, which is text; this is not')
      : bad(
          file,
          'одна кодировка, UTF-8 или Windows-1251; она меняется посреди файла',
          'one encoding, UTF-8 or Windows-1251; it changes within the file',
        );
  if (!(error instanceof CsvError)) return error;
  const after = row > 0 ? row : undefined;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return bad(
      file,
      `закрывающая кавычка: после строки ${row} одна открыта и не закрыта`,
      `a closing quote: after row ${row} one is opened and not closed`,
      after,
    );
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return bad(
      file,
      `строка не длиннее ${LONGEST_RECORD} знаков`,
      `a row of at most ${LONGEST_RECORD} characters`,
      after,
    );
  return bad(file, `CSV, который читается (${error.message})`, `a CSV that can be read (${error.message})`, after);
}

const DELIMITERS = [',', ';', '\t'];

/** The delimiter that the first row with any has most of, outside quotes: a title may stand alone in the rows above. */
function delimiterOf(text: string): string {
  const lines = text.split(/\r?\n|\r/).map((line) => line.replace(/"[^"]*"/g, ''));
  const first = lines.find((line) => DELIMITERS.some((mark) => line.includes(mark))) ?? '';
  const count = (mark: string) => first.split(mark).length - 1;
  return DELIMITERS.toSorted((a, b) => count(b) - count(a))[0]!;
}

/** A problem of a whole file. */
export function bad(file: SourceFile, ru: string, en: string, row?: number): SymbionError {
  const wanted = { ru, en };
  return new SymbionError(
    'input',
    { ru: `${file.name}: нужно: ${ru}.`, en: `${file.name}: wanted: ${en}.` },
    { issues: [{ file: file.name, ...(row !== undefined && { row }), wanted, severity: 'error' }] },
  );
}
