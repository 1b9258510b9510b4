import { HELP } from './russian-help.ts';
import { WORDS } from './russian-words.ts';

/**
 * What the command's help, tables and complaints say, in Russian, by what they say in English.
 * `test/cli/russian.test.ts` holds it to every description, option and argument that there is, the type `Head` to every head of a table.
 */
const RUSSIAN: Readonly<Record<string, string>> = { ...HELP, ...WORDS };

/** Sentences of the command parser, with what changes in them. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/^error: unknown command '(.*)'/m, 'ошибка: нет команды «$1»'],
  [/^error: unknown option '(.*)'/m, 'ошибка: нет ключа «$1»'],
  [/^error: missing required argument '(.*)'/m, 'ошибка: не названо «$1»'],
  [/^error: option '(.*)' argument missing/m, 'ошибка: у ключа «$1» нет значения'],
  [/^error: required option '(.*)' not specified/m, 'ошибка: нужен ключ «$1»'],
  [/^error: too many arguments/m, 'ошибка: названо лишнее'],
  [/^error: option '(.*)' argument '(.*)' is invalid\./m, 'ошибка: у ключа «$1» значение «$2» не годится.'],
  [/Allowed choices are (.*)\./, 'Можно: $1.'],
  [/\(Did you mean (.*)\?\)/, '(может быть, $1?)'],
];

/** The text in the reader's language; a text that nobody translated stays English. */
export function inLanguage(lang: 'ru' | 'en', text: string): string {
  return lang === 'ru' ? (RUSSIAN[text] ?? text) : text;
}

/** Whether a text has its Russian. */
export const isTranslated = (text: string): boolean => text === '' || text in RUSSIAN;

/** Sentences of the command parser and headings inside longer texts, in the reader's language. */
export function sentencesInLanguage(lang: 'ru' | 'en', text: string): string {
  if (lang === 'en') return text;
  const told = PATTERNS.reduce((all, [pattern, russian]) => all.replace(pattern, russian), text);
  return told.replace(/^(Examples?:)$/m, (heading) => inLanguage(lang, heading));
}
