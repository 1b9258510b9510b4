import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { type Column, TABLES, type Table } from './tables.ts';

/** One line of a file with the place where it stands; an empty cell is absent. */
export interface Row {
  readonly file: string;
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface Problem {
  readonly file: string;
  readonly row?: number;
  readonly column?: string;
  readonly found?: string;
  readonly ru: string;
  readonly en: string;
}

export interface Sheets {
  readonly version: string;
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  readonly problems: Problem[];
}

function filesOf(dir: string, table: Table): string[] {
  const files = existsSync(join(dir, `${table.name}.csv`)) ? [`${table.name}.csv`] : [];
  const folder = join(dir, table.name);
  if (!existsSync(folder)) return files;
  for (const name of readdirSync(folder).sort()) if (name.endsWith('.csv')) files.push(`${table.name}/${name}`);
  return files;
}

function headerProblems(
  file: string,
  header: readonly string[],
  columns: readonly Column[],
  problems: Problem[],
): void {
  for (const name of header) {
    if (columns.some((column) => column.name === name)) continue;
    problems.push({
      file,
      row: 1,
      column: name,
      ru: `столбца нет в таблице; возможны: ${columns.map((c) => c.name).join(', ')}`,
      en: `no such column in this table; known: ${columns.map((c) => c.name).join(', ')}`,
    });
  }
  for (const column of columns) {
    if (!column.required || header.includes(column.name)) continue;
    problems.push({
      file,
      row: 1,
      column: column.name,
      ru: 'нужный столбец отсутствует',
      en: 'a needed column is missing',
    });
  }
}

function rowsOf(file: string, text: string, table: Table, problems: Problem[]): Row[] {
  const { data: lines, errors } = Papa.parse<string[]>(text, { delimiter: ',' });
  const [broken] = errors;
  if (broken) {
    const where = `${broken.message} (${(broken.row ?? 0) + 1})`;
    problems.push({ file, ru: `не читается как CSV: ${where}`, en: `cannot be read as CSV: ${where}` });
    return [];
  }
  const header = lines[0] ?? [];
  headerProblems(file, header, table.columns, problems);
  const rows: Row[] = [];
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]!;
    if (line.length === 1 && line[0] === '') continue;
    if (line.length !== header.length) {
      problems.push({
        file,
        row: i + 1,
        found: `${line.length}`,
        ru: `в строке должно быть ${header.length} ячеек, как в заголовке (запятая внутри текста? возьмите текст в кавычки)`,
        en: `the row must have ${header.length} cells like the header (a comma inside a text? put the text in quotes)`,
      });
      continue;
    }
    const cells: Record<string, string> = {};
    for (let k = 0; k < header.length; k++) {
      const value = line[k]!.trim();
      if (value !== '') cells[header[k]!] = value;
    }
    rows.push({ file, row: i + 1, cells });
  }
  return rows;
}

/** Reads all tables under `dir`. Never throws on content: what is wrong stands in `problems`. */
export function readSheets(dir: string): Sheets {
  const hash = createHash('sha256');
  const rows = new Map<string, Row[]>();
  const problems: Problem[] = [];
  for (const table of TABLES) {
    const all: Row[] = [];
    for (const file of filesOf(dir, table)) {
      const text = readFileSync(join(dir, file), 'utf8');
      hash.update(file).update('\0').update(text);
      for (const row of rowsOf(file, text, table, problems)) all.push(row);
    }
    rows.set(table.name, all);
  }
  return { version: hash.digest('hex').slice(0, 16), rows, problems };
}
