import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { Symbion } from '../app/symbion.ts';
import { ROUTES, type Route } from './contract.ts';
import { limitRate, ownHostOnly, requestIds, securityHeaders } from './guard.ts';
import { createHandlers } from './handlers/index.ts';
import { createMetrics } from './metrics.ts';
import { servePage } from './page.ts';
import { HttpProblem, problemHandler, sendProblem } from './problem.ts';
import { addRoutes, expressPath } from './routing.ts';

export interface ServerOptions {
  readonly log: Logger;
  /** Folder of the built page; without it only the API is served. */
  readonly webDir?: string;
  /** Names besides the loopback's by which the server may be called, without port. */
  readonly hosts?: readonly string[];
  /** Further metrics, of stores and jobs. */
  readonly registry?: Registry;
  /** More routes of the operator, such as Bull Board, below their own path. */
  readonly extras?: readonly { readonly path: string; readonly handler: RequestHandler }[];
  /** For callers that are not this machine; default 6,000. */
  readonly requestsPerMinute?: number;
  /** After this an ordinary request is answered 503; default 20,000. */
  readonly deadlineMs?: number;
}

/** The Express application. Listening, and on which address, is the caller's. */
export function createServer(symbion: Symbion, options: ServerOptions): Express {
  const app = express();
  const metrics = createMetrics(symbion, options.registry);
  app.disable('x-powered-by');
  app.set('etag', 'weak');
  app.use(requestIds, logged(options.log), metrics.timed, securityHeaders);
  app.use(ownHostOnly(options.hosts ?? []), limitRate(options.requestsPerMinute ?? 6000));
  app.use(
    compression({ filter: (request, response) => !isEventStream(response) && compression.filter(request, response) }),
  );
  for (const extra of options.extras ?? []) app.use(extra.path, extra.handler);
  addRoutes(app, createHandlers(symbion, metrics.text), options.deadlineMs ?? 20_000);
  refuseOtherMethods(app);
  app.use(/^\/(api|health|metrics)(?=\/|$)/, (request, response) => sendProblem(request, response, noSuchAddress()));
  if (options.webDir) servePage(app, options.webDir);
  app.use((request, response) => sendProblem(request, response, noSuchAddress()));
  app.use(problemHandler(options.log));
  return app;
}

function isEventStream(response: express.Response): boolean {
  return String(response.getHeader('Content-Type')).startsWith('text/event-stream');
}

const noSuchAddress = () => new HttpProblem(404, { ru: 'Такого адреса нет.', en: 'There is no such address.' });

/** A known path with another method answers 405 and names those that work. */
function refuseOtherMethods(app: Express): void {
  const methods = new Map<string, string[]>();
  for (const { path, method } of Object.values(ROUTES) as Route[])
    methods.set(path, [...(methods.get(path) ?? []), method.toUpperCase(), ...(method === 'get' ? ['HEAD'] : [])]);
  // an address with names in it also fits its neighbours without, which come first
  const known = [...methods].sort(([a], [b]) => Number(a.includes('{')) - Number(b.includes('{')));
  for (const [path, allowed] of known)
    app.route(expressPath(path)).all((request, response) => {
      response.set('Allow', allowed.join(', '));
      const list = allowed.join(', ');
      sendProblem(
        request,
        response,
        new HttpProblem(405, { ru: `Здесь есть ${list}.`, en: `Possible here: ${list}.` }),
      );
    });
}

function logged(log: Logger): RequestHandler {
  return (request, response, next) => {
    const from = performance.now();
    const { method, path } = request;
    response.on('close', () => {
      const jobId = /\/jobs\/([0-9a-f]{24})/.exec(String(response.getHeader('Location') ?? path))?.[1];
      log.info(
        {
          requestId: response.locals.requestId,
          operation: response.locals.operation,
          method,
          path,
          status: response.statusCode,
          ms: Math.round(performance.now() - from),
          ...(jobId !== undefined && { jobId }),
          ...(!response.writableFinished && { cutOff: true }),
        },
        'request',
      );
    });
    next();
  };
}
