/** A table that a person hands in, as it stands in the file. */
export interface Sheet {
  readonly kind: 'companies' | 'flows';
  readonly name: string;
  readonly header: readonly string[];
  /** Without the header. */
  readonly rows: readonly (readonly string[])[];
  /** The row of each as a spreadsheet counts, empty ones included. */
  readonly numbers: readonly number[];
}

export type Kind = 'companies' | 'flows' | 'workbook';

/** The sheets of a file. A workbook has one or two; what cannot be read gives none, and the program tells why. */
export async function readSheets(file: File, kind: Kind): Promise<readonly Sheet[]> {
  if (kind === 'workbook') return readWorkbook(file);
  return sheetOf(kind, file.name, parseCsv(decode(await file.arrayBuffer())));
}

function sheetOf(kind: Sheet['kind'], name: string, lines: readonly (readonly string[])[]): Sheet[] {
  const [head, ...filled] = lines
    .map((cells, i) => ({ cells, number: i + 1 }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (!head) return [];
  const [rows, numbers] = [filled.map(({ cells }) => cells), filled.map(({ number }) => number)];
  return [{ kind, name, header: head.cells, rows, numbers }];
}

/** The sheet from the row on that the program has taken for its header: rows above may hold a title. */
export function belowTitles(sheet: Sheet, header: readonly string[]): Sheet {
  const isHeader = (cells: readonly string[]) => header.every((name, i) => (cells[i] ?? '').trim() === name);
  if (header.length === 0 || isHeader(sheet.header)) return sheet;
  const at = sheet.rows.findIndex(isHeader);
  return at < 0
    ? sheet
    : { ...sheet, header: sheet.rows[at]!, rows: sheet.rows.slice(at + 1), numbers: sheet.numbers.slice(at + 1) };
}

/** Companies have names and places, flows a direction. */
export function guessKind(name: string, header: readonly string[]): Kind {
  if (/\.xlsx$/i.test(name)) return 'workbook';
  const words = header.join(' ').toLowerCase();
  if (/direction|направлен|имею|fkko|фкко|quantity|количеств/.test(words)) return 'flows';
  if (/compan|предпр|комп/i.test(name) || /\blat\b|широта|nace|оквэд|okved/.test(words)) return 'companies';
  return 'flows';
}

export async function headerOf(file: File): Promise<readonly string[]> {
  if (/\.xlsx$/i.test(file.name)) return [];
  const lines = parseCsv(decode(await file.slice(0, 20_000).arrayBuffer()));
  const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '').length;
  return lines.find((cells) => filled(cells) > 1) ?? [];
}

/** UTF-16 by its mark, UTF-8, else Windows-1251. */
function decode(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

/** RFC 4180 with the delimiter that the first line has more of. */
export function parseCsv(text: string): string[][] {
  const first = text.slice(0, text.indexOf('\n') >= 0 ? text.indexOf('\n') : undefined);
  const delimiter = [';', '\t', ','].reduce((best, mark) =>
    first.split(mark).length > first.split(best).length ? mark : best,
  );
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (c === '"' && cell === '') quoted = true;
    else if (c === delimiter) {
      row.push(cell);
      cell = '';
    } else if (c === '\n') {
      row.push(cell.replace(/\r$/, ''));
      rows.push(row);
      [row, cell] = [[], ''];
    } else cell += c;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}

async function readWorkbook(file: File): Promise<readonly Sheet[]> {
  const { default: readXlsx } = await import('read-excel-file/browser');
  const sheets = await readXlsx(file);
  return sheets.flatMap(({ sheet, data }) => {
    const kind = /compan|предпр|комп/i.test(sheet) ? 'companies' : 'flows';
    return sheetOf(
      kind,
      sheet,
      data.map((row) => row.map(textOf)),
    );
  });
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

/** The sheet as a CSV that the program reads: UTF-8, commas. */
export function writeCsv({ header, rows }: Sheet): Blob {
  const quote = (cell: string) => (/[",;\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const text = [header, ...rows].map((row) => row.map(quote).join(',')).join('\r\n');
  return new Blob([text], { type: 'text/csv' });
}
