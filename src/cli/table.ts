import { type Dimension, UNIT_SIGNS } from '../domain/index.ts';
import type { Terminal } from './context.ts';
import { inLanguage } from './russian.ts';
import type { Head } from './russian-words.ts';

/** A plain text table: numbers to the right, at most `width` characters a cell. */
export function drawTable(header: readonly string[], rows: readonly (readonly string[])[], width = 40): string {
  const clip = (text: string) => (text.length > width ? `${text.slice(0, width - 1)}…` : text);
  const cells = [header, ...rows].map((row) => row.map(clip));
  const widths = header.map((_, i) => Math.max(...cells.map((row) => row[i]?.length ?? 0)));
  const isNumber = (text: string) => /^[-−+]?[\d\s.,]+%?$/.test(text);
  const line = (row: readonly string[]) =>
    row
      .map((text, i) => (isNumber(text) ? text.padStart(widths[i]!) : text.padEnd(widths[i]!)))
      .join('  ')
      .trimEnd();
  return `${[line(cells[0]!), widths.map((w) => '─'.repeat(w)).join('  '), ...cells.slice(1).map(line)].join('\n')}\n`;
}

/** At most three significant figures, thousands set off as the language does; empty for an unknown number. */
export function number(value: number | undefined, lang: 'ru' | 'en'): string {
  if (value === undefined) return '';
  return new Intl.NumberFormat(lang, { maximumSignificantDigits: 3 }).format(value);
}

/** The unit of a quantity as the language writes it. */
export function unitSign(unit: string, lang: 'ru' | 'en'): string {
  return UNIT_SIGNS[unit as Dimension]?.[lang] ?? unit;
}

/** Of a name given in Russian and English with a slash between, the half in the reader's language. */
export function ownHalf(name: string, lang: 'ru' | 'en'): string {
  const halves = name.split(' / ');
  const own = halves.filter((half) => /[а-яё]/i.test(half) === (lang === 'ru'));
  return halves.length === 2 && own.length === 1 ? own[0]! : name;
}

/** Writes a table whose head is told in the terminal's language. */
export async function showTable(
  terminal: Terminal,
  header: readonly Head[],
  rows: readonly (readonly string[])[],
  width?: number,
): Promise<void> {
  const told = header.map((head) => inLanguage(terminal.lang, head));
  await terminal.write(drawTable(told, rows, width));
}
