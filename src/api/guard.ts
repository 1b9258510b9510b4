import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { HttpProblem } from './problem.ts';

const LOOPBACK = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i;

/** Gives every request an id, kept from X-Request-Id when it is a plain one. */
export const requestIds: RequestHandler = (request, response, next) => {
  const given = request.get('x-request-id');
  const id = given !== undefined && /^[\w-]{1,64}$/.test(given) ? given : randomUUID();
  response.locals.requestId = id;
  response.set('X-Request-Id', id);
  next();
};

/**
 * Only names that are meant: a page elsewhere that points its own name at this machine is refused (DNS rebinding), and so is a
 * change asked for by a page of another origin.
 * @param hosts further names that the server may be called by
 */
export function ownHostOnly(hosts: readonly string[]): RequestHandler {
  return (request, _response, next) => {
    const host = request.get('host') ?? '';
    const name = host.replace(/:\d+$/, '');
    if (!LOOPBACK.test(host) && !hosts.includes(name))
      return next(
        new HttpProblem(421, {
          ru: `Этот сервер не называется «${host}».`,
          en: `This server is not called "${host}".`,
        }),
      );
    const origin = request.get('origin');
    const changes = request.method !== 'GET' && request.method !== 'HEAD';
    if (changes && origin !== undefined && hostOf(origin) !== host)
      return next(
        new HttpProblem(403, {
          ru: 'Запрос со страницы другого узла.',
          en: 'The request comes from a page of another host.',
        }),
      );
    next();
  };
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : '';
}
