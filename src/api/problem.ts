import type { ErrorRequestHandler, Request, Response } from 'express';
import type { Logger } from 'pino';
import { type Bilingual, type ErrorKind, type Issue, SymbionError } from '../domain/index.ts';

/** The one mapping of error kinds to HTTP (RFC 9110, RFC 9457). */
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

/** An error that only HTTP knows of: wrong method, missing header. */
export class HttpProblem extends Error {
  readonly status: number;
  readonly text: Bilingual;
  readonly issues: readonly { readonly pointer: string; readonly text: Bilingual }[];

  constructor(status: number, text: Bilingual, issues: HttpProblem['issues'] = []) {
    super(text.en);
    this.status = status;
    this.text = text;
    this.issues = issues;
  }
}

/** Language of the answer: what Accept-Language prefers, English when it says nothing. */
export function languageOf(request: Request): 'ru' | 'en' {
  return request.acceptsLanguages('ru', 'en') === 'ru' && request.headers['accept-language'] !== undefined
    ? 'ru'
    : 'en';
}

/** Writes `application/problem+json`. Never a stack, a statement or a secret. */
export function sendProblem(
  request: Request,
  response: Response,
  status: number,
  detail?: Bilingual,
  errors: readonly { pointer: string; detail: string }[] = [],
): void {
  const lang = languageOf(request);
  const title = TITLES[status] ?? TITLES[500]!;
  response
    .status(status)
    .type('application/problem+json')
    .set('Content-Language', lang)
    .send(
      JSON.stringify({
        type: 'about:blank',
        title: title[lang],
        status,
        ...(detail && { detail: detail[lang] }),
        instance: `urn:request:${response.locals.requestId}`,
        ...(errors.length > 0 && { errors: errors.slice(0, 1000) }),
      }),
    );
}

export function problemHandler(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const lang = languageOf(request);
    if (error instanceof SymbionError) {
      if (error.kind === 'internal') log.error({ err: error, requestId: response.locals.requestId }, 'internal error');
      if (error.kind === 'unavailable') response.set('Retry-After', String(error.retryAfter ?? 5));
      return sendProblem(
        request,
        response,
        STATUS[error.kind],
        error.text,
        error.issues.map((issue) => toError(issue, lang)),
      );
    }
    if (error instanceof HttpProblem)
      return sendProblem(
        request,
        response,
        error.status,
        error.text,
        error.issues.map(({ pointer, text }) => ({ pointer, detail: text[lang] })),
      );
    const status = statusOf(error);
    if (status < 500) return sendProblem(request, response, status, { ru: describe(error), en: describe(error) });
    log.error({ err: error, requestId: response.locals.requestId }, 'internal error');
    sendProblem(request, response, 500);
  };
}

function toError(issue: Issue, lang: 'ru' | 'en'): { pointer: string; detail: string } {
  const row = issue.row === undefined ? '' : `/rows/${issue.row}`;
  const found = issue.found === undefined ? '' : `${lang === 'ru' ? 'найдено' : 'found'} «${issue.found}», `;
  return {
    pointer: `#${row}${issue.column ? `/${issue.column}` : ''}`,
    detail: `${found}${lang === 'ru' ? 'нужно' : 'wanted'} ${issue.wanted[lang]}`,
  };
}

/** Errors of Express's own parsers carry a status. */
function statusOf(error: unknown): number {
  const status = (error as { status?: unknown }).status;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : '';
}
