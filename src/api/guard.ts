import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { HttpProblem, sendProblem } from './problem.ts';

const LOOPBACK_NAME = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/i;
const LOOPBACK_ADDRESS = /^(127\.|::1$|::ffff:127\.)/;

/** Gives every request an id, kept from X-Request-Id when it is a plain one. */
export const requestIds: RequestHandler = (request, response, next) => {
  const given = request.get('x-request-id');
  const id = given !== undefined && /^[\w-]{1,64}$/.test(given) ? given : randomUUID();
  response.locals.requestId = id;
  response.set('X-Request-Id', id);
  next();
};

/** Everything comes from this server; styles in the page's elements are allowed, scripts are not. */
export const securityHeaders: RequestHandler = helmet({
  contentSecurityPolicy: {
    directives: {
      'default-src': ["'self'"],
      'font-src': ["'self'"],
      'img-src': ["'self'", 'data:', 'blob:'],
      'style-src': ["'self'", "'unsafe-inline'"],
      'worker-src': ["'self'", 'blob:'],
      'frame-ancestors': ["'none'"],
      // served over plain HTTP on the loopback
      'upgrade-insecure-requests': null,
    },
  },
  strictTransportSecurity: false,
  xFrameOptions: { action: 'deny' },
});

/**
 * Only names that are meant: a page elsewhere that points its own name at this machine is refused (DNS rebinding), and so is a
 * change asked for by a page of another origin.
 * @param hosts further names, without port, that the server may be called by
 */
export function ownHostOnly(hosts: readonly string[]): RequestHandler {
  const names = new Set(hosts.map((name) => name.toLowerCase()));
  return (request, _response, next) => {
    const host = (request.get('host') ?? '').toLowerCase();
    const name = host.replace(/:\d+$/, '');
    if (!LOOPBACK_NAME.test(name) && !names.has(name)) return next(wrongHost(host));
    const changes = !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
    const origin = request.get('origin');
    const foreign = origin === undefined ? request.get('sec-fetch-site') === 'cross-site' : hostOf(origin) !== host;
    if (changes && foreign)
      return next(
        new HttpProblem(403, {
          ru: 'Изменение запрошено страницей другого узла.',
          en: 'The change is asked for by a page of another origin.',
        }),
      );
    next();
  };
}

function wrongHost(host: string): HttpProblem {
  const shown = host.slice(0, 100);
  return new HttpProblem(421, {
    ru: `Этот сервер не называется «${shown}».`,
    en: `This server is not called "${shown}".`,
  });
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : '';
}

/** Generous, for a runaway program; off for the machine itself. */
export function limitRate(perMinute: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit: perMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skip: (request) => LOOPBACK_ADDRESS.test(request.socket.remoteAddress ?? ''),
    handler: (request, response) =>
      sendProblem(
        request,
        response,
        new HttpProblem(429, {
          ru: `Не более ${perMinute} запросов в минуту.`,
          en: `At most ${perMinute} requests a minute.`,
        }),
      ),
  });
}
