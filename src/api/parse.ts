import * as z from 'zod';
import type { Bilingual } from '../domain/index.ts';
import { HttpProblem, type ProblemIssue, pointerStep } from './problem.ts';

const RU = z.locales.ru().localeError;
const EN = z.locales.en().localeError;

/** Own checks of the contract, in both languages; zod's locales know the rest. */
const OWN: Readonly<Record<string, Bilingual>> = {
  'malformed text': {
    ru: 'В тексте нулевой символ или половина символа.',
    en: 'The text has a null character or half a character.',
  },
  'malformed id': {
    ru: 'Нужен код без пробелов и управляющих символов.',
    en: 'Wanted: an id without blanks and control characters.',
  },
  'no country code': { ru: 'Нужен код страны из двух заглавных букв.', en: 'Wanted: a country code of two capitals.' },
  'no whole number': { ru: 'Нужно целое число.', en: 'Wanted: a whole number.' },
  'no number': { ru: 'Нужно число с десятичной точкой.', en: 'Wanted: a number with a decimal point.' },
  'no name': { ru: 'Нужно имя.', en: 'Wanted: a name.' },
  'no file': { ru: 'Нужен хотя бы один файл.', en: 'At least one file is needed.' },
};

const ISSUES_AT_MOST = 100;

const DETAIL = {
  params: { status: 404, ru: 'Такого адреса нет.', en: 'There is no such address.' },
  query: { status: 400, ru: 'Параметры не поняты.', en: 'The parameters were not understood.' },
  body: { status: 422, ru: 'Тело запроса не принято.', en: 'The body was not accepted.' },
} as const;

/** Reads a part of the request by its schema; throws a problem that names every fault in both languages. */
export function parsePart(schema: z.ZodType, value: unknown, part: keyof typeof DETAIL): unknown {
  const parsed = schema.safeParse(value, { error: EN });
  if (parsed.success) return parsed.data;
  const russian = schema.safeParse(value, { error: RU });
  const { status, ru, en } = DETAIL[part];
  const texts = russian.success ? [] : russian.error.issues;
  throw new HttpProblem(
    status,
    { ru, en },
    parsed.error.issues.slice(0, ISSUES_AT_MOST).flatMap((issue, i) => toIssues(issue, texts[i]?.message)),
  );
}

function toIssues(issue: z.core.$ZodIssue, russian: string | undefined): ProblemIssue[] {
  const text = OWN[issue.message] ?? { ru: russian ?? issue.message, en: issue.message };
  const pointer = `#${issue.path.map((step) => `/${pointerStep(step)}`).join('')}`;
  if (issue.code !== 'unrecognized_keys') return [{ pointer, text }];
  return issue.keys.slice(0, ISSUES_AT_MOST).map((key) => ({
    pointer: `${pointer}/${pointerStep(key)}`,
    text: { ru: `«${key.slice(0, 100)}» здесь не бывает.`, en: `"${key.slice(0, 100)}" is not known here.` },
  }));
}
