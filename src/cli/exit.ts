import { type ErrorKind, type Issue, SymbionError } from '../domain/index.ts';

/** The one mapping of error kinds to exit codes (design: 0 fine, 1 internal, 2 input, 3 a service cannot be reached). */
const EXIT_CODE: Readonly<Record<ErrorKind, number>> = {
  input: 2,
  'not-found': 2,
  conflict: 2,
  stale: 2,
  'too-large': 2,
  unavailable: 3,
  cancelled: 130,
  internal: 1,
};

/** Exit code of anything thrown. */
export function exitCodeOf(error: unknown): number {
  return error instanceof SymbionError ? EXIT_CODE[error.kind] : 1;
}

/** What a person reads of an error: its sentence, then one line an issue. */
export function describeError(error: unknown, lang: 'ru' | 'en'): string {
  if (!(error instanceof SymbionError)) return error instanceof Error ? (error.stack ?? error.message) : String(error);
  const more = error.issues.filter((issue) => !isToldBy(error.text[lang], issue, lang));
  return [error.text[lang], ...more.map((issue) => describeIssue(issue, lang))].join('\n');
}

/** The sentence of an error may say all that its one issue does. */
function isToldBy(text: string, { row, found, wanted }: Issue, lang: 'ru' | 'en'): boolean {
  return row === undefined && text.includes(found ?? '') && text.includes(wanted[lang]);
}

/** `flows.csv, row 7, quantity: found "abc", wanted: a number` */
export function describeIssue(issue: Issue, lang: 'ru' | 'en'): string {
  const words =
    lang === 'ru'
      ? { row: 'строка', found: (text: string) => `найдено «${text}»`, wanted: 'нужно' }
      : { row: 'row', found: (text: string) => `found "${text}"`, wanted: 'wanted' };
  const where = [
    issue.file,
    issue.sheet,
    issue.row === undefined ? undefined : `${words.row} ${issue.row}`,
    issue.header ?? issue.column,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
  const found = issue.found === undefined ? '' : `${words.found(issue.found.slice(0, 80))}, `;
  return `  ${issue.severity === 'error' ? '✗' : '!'} ${where}${where ? ': ' : ''}${found}${words.wanted}: ${issue.wanted[lang]}`;
}
