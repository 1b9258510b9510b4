import type { Problem, Row, Sheets } from './read.ts';
import { type CellKind, type Column, TABLES } from './tables.ts';

/** Ids that cells may refer to, by table. */
export type Known = ReadonlyMap<string, ReadonlySet<string>>;

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const NACE = /^\d\d(\.\d{1,2})?$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
const CYRILLIC = /[А-Яа-яЁё]/;

export function listOf(text: string | undefined): string[] {
  if (text === undefined) return [];
  return text
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

export function isNace(text: string): boolean {
  return NACE.test(text);
}

interface Wanted {
  readonly found: string;
  readonly ru: string;
  readonly en: string;
}

const oneOf = (found: string, known: readonly string[]): Wanted | undefined =>
  known.includes(found) ? undefined : { found, ru: `одно из: ${known.join(', ')}`, en: `one of: ${known.join(', ')}` };

function refers(found: string, table: string, known: Known): Wanted | undefined {
  if (known.get(table)?.has(found)) return undefined;
  return { found, ru: `id из таблицы ${table}; такого нет`, en: `an id of the table ${table}; there is no such one` };
}

const firstOf = (list: readonly string[], judge: (part: string) => Wanted | undefined): Wanted | undefined => {
  for (const part of list) {
    const wrong = judge(part);
    if (wrong) return wrong;
  }
  return undefined;
};

function amount(part: string, known: Known): Wanted | undefined {
  const at = part.lastIndexOf(':');
  const value = Number(part.slice(at + 1));
  if (at < 1 || !Number.isFinite(value) || value <= 0) {
    return { found: part, ru: 'материал:число больше 0', en: 'material:number above 0' };
  }
  return refers(part.slice(0, at), 'materials', known);
}

const PLAIN: Record<string, { readonly holds: (text: string) => boolean; readonly ru: string; readonly en: string }> = {
  text: { holds: () => true, ru: '', en: '' },
  list: { holds: () => true, ru: '', en: '' },
  ru: { holds: (text) => CYRILLIC.test(text), ru: 'русский текст', en: 'a Russian text' },
  en: {
    holds: (text) => !CYRILLIC.test(text),
    ru: 'английский текст без кириллицы',
    en: 'an English text without Cyrillic',
  },
  id: { holds: (text) => ID.test(text), ru: 'id вида fly-ash-dry', en: 'an id like fly-ash-dry' },
  number: { holds: (text) => Number.isFinite(Number(text)), ru: 'число с точкой', en: 'a number with a point' },
  integer: { holds: (text) => /^\d+$/.test(text), ru: 'целое число', en: 'a whole number' },
  flag: { holds: (text) => text === 'yes' || text === 'no', ru: 'yes или no', en: 'yes or no' },
  date: { holds: (text) => DATE.test(text), ru: 'дата ГГГГ-ММ-ДД', en: 'a date YYYY-MM-DD' },
  nace: { holds: isNace, ru: 'NACE вида 23.51, 23.5 или 23', en: 'NACE like 23.51, 23.5 or 23' },
};

function wrongIn(text: string, kind: CellKind, known: Known): Wanted | undefined {
  if (kind === 'amounts') return firstOf(listOf(text), (part) => amount(part, known));
  if (typeof kind === 'string') {
    const plain = PLAIN[kind]!;
    return plain.holds(text) ? undefined : { found: text, ru: plain.ru, en: plain.en };
  }
  if ('oneOf' in kind) return oneOf(text, kind.oneOf);
  if ('listOf' in kind) return firstOf(listOf(text), (part) => oneOf(part, kind.listOf));
  if ('refers' in kind) return refers(text, kind.refers, known);
  return firstOf(listOf(text), (part) => refers(part, kind.refersToMany, known));
}

function rowProblems(row: Row, columns: readonly Column[], known: Known, problems: Problem[]): boolean {
  const before = problems.length;
  for (const column of columns) {
    const text = row.cells[column.name];
    const place = { file: row.file, row: row.row, column: column.name };
    if (text === undefined) {
      if (column.required)
        problems.push({ ...place, found: '', ru: 'ячейка не может быть пустой', en: 'the cell must not be empty' });
      continue;
    }
    const wrong = wrongIn(text, column.kind, known);
    if (wrong) problems.push({ ...place, ...wrong });
  }
  return problems.length === before;
}

/** Rows whose every cell holds what its column wants; the others are told in `problems` and kept out. */
export function soundRows(sheets: Sheets): { rows: Map<string, readonly Row[]>; problems: Problem[] } {
  const problems = [...sheets.problems];
  const ids = (table: string): Set<string> => new Set(sheets.rows.get(table)!.map((row) => row.cells.id ?? ''));
  const known: Known = new Map([
    ['materials', ids('materials')],
    ['parameters', ids('parameters')],
  ]);
  const rows = new Map<string, readonly Row[]>();
  for (const table of TABLES) {
    rows.set(
      table.name,
      sheets.rows.get(table.name)!.filter((row) => rowProblems(row, table.columns, known, problems)),
    );
  }
  return { rows, problems };
}
