import type { ErrorRequestHandler, Request, Response } from 'express';
import type { Logger } from 'pino';
import { type Bilingual, type ErrorKind, type Issue, SymbionError } from '../domain/index.ts';

/** The one mapping of error kinds to HTTP (RFC 9110). */
const STATUS: Readonly<Record<ErrorKind, number>> = {
  input: 422,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  'too-large': 413,
  unavailable: 503,
  cancelled: 409,
  internal: 500,
};

const TITLES: Readonly<Record<number, Bilingual>> = {
  400: { ru: 'Запрос не понят', en: 'The request was not understood' },
  403: { ru: 'Запрещено', en: 'Forbidden' },
  404: { ru: 'Не найдено', en: 'Not found' },
  405: { ru: 'Такого действия здесь нет', en: 'Not possible here' },
  409: { ru: 'Противоречие', en: 'Conflict' },
  412: { ru: 'Версия устарела', en: 'The version is stale' },
  413: { ru: 'Слишком много', en: 'Too large' },
  415: { ru: 'Не тот вид содержимого', en: 'Wrong content type' },
  421: { ru: 'Не тот узел', en: 'Wrong host' },
  422: { ru: 'Не принято', en: 'Not accepted' },
  428: { ru: 'Нужен If-Match', en: 'If-Match is needed' },
  429: { ru: 'Слишком часто', en: 'Too many requests' },
  500: { ru: 'Внутренняя ошибка', en: 'Internal error' },
  503: { ru: 'Служба недоступна', en: 'A service cannot be reached' },
};

/** Errors of the body parser, by its own names of them; status as it says. */
const BODY_ERRORS: Readonly<Record<string, Bilingual>> = {
  'entity.parse.failed': { ru: 'Тело запроса — не JSON (RFC 8259).', en: 'The body is not JSON (RFC 8259).' },
  'entity.too.large': { ru: 'Тело запроса слишком велико.', en: 'The body is too large.' },
  'encoding.unsupported': { ru: 'Такое сжатие не поддерживается.', en: 'This content encoding is not supported.' },
  'charset.unsupported': { ru: 'Нужна кодировка UTF-8.', en: 'Wanted: charset UTF-8.' },
  'request.aborted': { ru: 'Запрос оборван.', en: 'The request was cut off.' },
  'request.size.invalid': { ru: 'Длина тела не та, что объявлена.', en: 'The body is not as long as announced.' },
};

/** Seconds after which a retry makes sense when nobody says. */
const RETRY_SECONDS = 5;
const ERRORS_AT_MOST = 1000;

export interface ProblemIssue {
  readonly pointer: string;
  readonly text: Bilingual;
}

/** An error that only HTTP knows of: wrong method, missing header. `more` are further members of the problem. */
export class HttpProblem extends Error {
  readonly status: number;
  readonly text: Bilingual;
  readonly issues: readonly ProblemIssue[];
  readonly more: Readonly<Record<string, unknown>>;

  constructor(status: number, text: Bilingual, issues: readonly ProblemIssue[] = [], more: HttpProblem['more'] = {}) {
    super(text.en);
    this.status = status;
    this.text = text;
    this.issues = issues;
    this.more = more;
  }
}

/** Language of the answer: what Accept-Language prefers, English when it says nothing. */
export function languageOf(request: Request): 'ru' | 'en' {
  if (request.headers['accept-language'] === undefined) return 'en';
  return request.acceptsLanguages('en', 'ru') === 'ru' ? 'ru' : 'en';
}

/** Writes `application/problem+json` (RFC 9457). Never a stack, a statement or a secret. */
export function sendProblem(request: Request, response: Response, problem: HttpProblem | number): void {
  const lang = languageOf(request);
  const { status, text, issues, more } =
    typeof problem === 'number' ? { status: problem, text: undefined, issues: [], more: {} } : problem;
  const body = {
    type: 'about:blank',
    title: (TITLES[status] ?? TITLES[400]!)[lang],
    status,
    ...(text && { detail: text[lang] }),
    instance: `urn:request:${response.locals.requestId}`,
    ...(issues.length > 0 && {
      errors: issues.slice(0, ERRORS_AT_MOST).map((issue) => ({ pointer: issue.pointer, detail: issue.text[lang] })),
    }),
    ...more,
  };
  response
    .status(status)
    .type('application/problem+json')
    .set('Content-Language', lang)
    .set('Cache-Control', 'no-store')
    .vary('Accept-Language')
    .end(request.method === 'HEAD' ? undefined : JSON.stringify(body));
}

/** Express's error handler: whatever was thrown becomes a problem; what is our own fault goes to the log, without details outside. */
export function problemHandler(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const { requestId } = response.locals;
    const problem = toProblem(error, response.locals.issuesAt);
    if (problem === 500) log.error({ err: error, requestId }, 'internal error');
    if (problem !== 500 && problem.status === 503) {
      log.warn({ err: error, requestId }, 'unavailable');
      const seconds = error instanceof SymbionError ? error.retryAfter : undefined;
      response.set('Retry-After', String(Math.max(1, Math.ceil(seconds ?? RETRY_SECONDS))));
    }
    if (response.headersSent) {
      // half an answer is out: cut it, so that nobody takes it for a whole one
      response.destroy();
      return;
    }
    for (const name of ['ETag', 'Content-Disposition', 'Location']) response.removeHeader(name);
    sendProblem(request, response, problem);
  };
}

function toProblem(error: unknown, issuesAt: unknown): HttpProblem | 500 {
  if (error instanceof HttpProblem) return error;
  if (error instanceof SymbionError) {
    if (error.kind === 'internal') return 500;
    const base = typeof issuesAt === 'string' ? issuesAt : '';
    const issues = error.issues.filter((issue) => issue.severity === 'error').map((issue) => toIssue(issue, base));
    return new HttpProblem(STATUS[error.kind], error.text, issues);
  }
  const { status, type } = (error ?? {}) as { status?: unknown; type?: unknown };
  if (typeof status !== 'number' || status < 400 || status > 499) return 500;
  const text = BODY_ERRORS[String(type)] ?? { ru: 'Запрос построен неверно.', en: 'The request is malformed.' };
  return new HttpProblem(status, text);
}

/** Columns of a code, which JSON keeps in one object. */
const CODES = new Set(['ewc', 'fkko', 'cpa', 'okpd2', 'hs']);

/**
 * A problem of a row, told as a file tells it (row from 1, `company_id`), pointed to as JSON has it.
 * @param base where the body has its rows or fields; with rows the base is a list
 */
function toIssue(issue: Issue, base: string): ProblemIssue {
  const row = base !== '' && issue.row !== undefined ? `/${issue.row - 1}` : '';
  const name = issue.column?.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const steps = name === undefined ? [] : CODES.has(name) ? ['codes', name] : name.split('.');
  const found = (lang: 'ru' | 'en') =>
    issue.found === undefined ? '' : lang === 'ru' ? `найдено «${issue.found}», ` : `found "${issue.found}", `;
  return {
    pointer: `#${base}${row}${steps.map((step) => `/${pointerStep(step)}`).join('')}`,
    text: { ru: `${found('ru')}нужно: ${issue.wanted.ru}`, en: `${found('en')}wanted: ${issue.wanted.en}` },
  };
}

/** One step of a JSON pointer (RFC 6901 §3). */
export function pointerStep(step: PropertyKey): string {
  return String(step).replaceAll('~', '~0').replaceAll('/', '~1');
}
