import { existsSync } from 'node:fs';
import path from 'node:path';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import type * as z from 'zod';
import type { Symbion } from '../app/symbion.ts';
import { type OperationId, ROUTES, type Route } from './contract.ts';
import { ownHostOnly, requestIds } from './guard.ts';
import { operations } from './operations.ts';
import { HttpProblem, problemHandler, sendProblem } from './problem.ts';

export interface ServerOptions {
  readonly log: Logger;
  /** Folder of the built page; without it only the API is served. */
  readonly webDir?: string;
  /** Names besides the loopback's by which the server may be called. */
  readonly hosts?: readonly string[];
  /** Further metrics, of stores and jobs. */
  readonly registry?: Registry;
  /** More routes of the operator, such as Bull Board, below their own path. */
  readonly extras?: readonly { readonly path: string; readonly handler: RequestHandler }[];
}

/** A single row or a bulk of ten thousand flows. */
const JSON_LIMIT = '16mb';
/** One row: a name of five megabytes is turned away before it is read. */
const ROW_LIMIT = '1mb';
const FILE_LIMIT = '64mb';

/** The Express application. Listening, and on which address, is the caller's. */
export function createServer(symbion: Symbion, options: ServerOptions): Express {
  const app = express();
  const metrics = measure(options.registry);
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(requestIds, logged(options.log), metrics.timed);
  app.use(
    helmet({
      contentSecurityPolicy: {
        directives: {
          'img-src': ["'self'", 'data:', 'blob:'],
          'style-src': ["'self'", "'unsafe-inline'"],
          'upgrade-insecure-requests': null,
        },
      },
    }),
  );
  app.use(ownHostOnly(options.hosts ?? []));
  app.use(
    compression({
      filter: (request, response) =>
        response.getHeader('Content-Type') !== 'text/event-stream' && compression.filter(request, response),
    }),
  );
  for (const extra of options.extras ?? []) app.use(extra.path, extra.handler);
  const handlers = operations(symbion, () => metrics.text());
  for (const [id, route] of Object.entries(ROUTES) as [OperationId, Route][]) addRoute(app, route, handlers[id]);
  refuseOtherMethods(app);
  app.use(/^\/(api|health|metrics)(\/|$)/, (request, response) => sendProblem(request, response, 404));
  if (options.webDir) servePage(app, options.webDir);
  app.use((request, response) => sendProblem(request, response, 404));
  app.use(problemHandler(options.log));
  return app;
}

const fullPath = (route: Route) => (route.path.startsWith('//') ? route.path.slice(1) : `/api/v1${route.path}`);

function addRoute(app: Express, route: Route, handler: ReturnType<typeof operations>[OperationId]): void {
  const parsers: RequestHandler[] = [];
  if (route.file) parsers.push(express.raw({ type: () => true, limit: FILE_LIMIT }));
  if (route.body)
    parsers.push(
      jsonOnly,
      express.json({ limit: route.path === '/flows' ? JSON_LIMIT : ROW_LIMIT, type: 'application/json' }),
    );
  app[route.method](fullPath(route), ...parsers, async (request, response) => {
    const query = route.query ? parse(route.query, request.query, 'query', 400) : noQuery(request.query);
    const body = route.body ? parse(route.body, request.body, 'body', 422) : request.body;
    const params = request.params as Record<string, string>;
    const result = await handler({ params, query, body, request, response });
    if (response.headersSent || response.writableEnded) return;
    if (route.status === 204) response.status(204).end();
    else response.status(response.statusCode === 200 ? route.status : response.statusCode).json(result);
  });
}

const jsonOnly: RequestHandler = (request, _response, next) => {
  if (request.is('application/json')) return next();
  next(new HttpProblem(415, { ru: 'Нужно application/json.', en: 'Wanted: application/json.' }));
};

function parse<T extends z.ZodType>(schema: T, value: unknown, where: 'query' | 'body', status: number): any {
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return parsed.data;
  throw new HttpProblem(
    status,
    {
      ru: where === 'query' ? 'Параметры не поняты.' : 'Тело запроса не принято.',
      en: where === 'query' ? 'The parameters were not understood.' : 'The body was not accepted.',
    },
    parsed.error.issues
      .slice(0, 100)
      .map((issue) => ({ pointer: `#/${issue.path.join('/')}`, text: { ru: issue.message, en: issue.message } })),
  );
}

function noQuery(query: object): object {
  const [first] = Object.keys(query);
  if (first === undefined) return {};
  throw new HttpProblem(400, { ru: `Параметра ${first} здесь нет.`, en: `There is no parameter ${first} here.` });
}

/** A known path with another method answers 405 and names those that work. */
function refuseOtherMethods(app: Express): void {
  const methods = new Map<string, string[]>();
  for (const route of Object.values(ROUTES) as Route[]) {
    const known = methods.get(fullPath(route)) ?? [];
    methods.set(fullPath(route), [...known, route.method.toUpperCase()]);
  }
  for (const [known, allowed] of methods)
    app.all(known, (request, response) => {
      response.set('Allow', [...allowed, ...(allowed.includes('GET') ? ['HEAD'] : [])].join(', '));
      sendProblem(request, response, 405);
    });
}

function servePage(app: Express, webDir: string): void {
  app.use(
    express.static(webDir, {
      index: 'index.html',
      setHeaders: (response, file) =>
        response.setHeader(
          'Cache-Control',
          file.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
        ),
    }),
  );
  app.get('/*path', (request, response, next) => {
    const page = path.join(webDir, 'index.html');
    if (!request.accepts('html') || !existsSync(page)) return next();
    response.set('Cache-Control', 'no-cache').sendFile(page);
  });
}

function logged(log: Logger): RequestHandler {
  return (request, response, next) => {
    const from = performance.now();
    response.on('finish', () =>
      log.info(
        {
          requestId: response.locals.requestId,
          method: request.method,
          path: request.path,
          status: response.statusCode,
          ms: Math.round(performance.now() - from),
        },
        'request',
      ),
    );
    next();
  };
}

function measure(registry = new Registry()): { timed: RequestHandler; text(): Promise<string> } {
  collectDefaultMetrics({ register: registry, prefix: 'symbion_' });
  const seconds = new Histogram({
    name: 'symbion_http_request_seconds',
    help: 'Duration of HTTP requests by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  });
  return {
    text: () => registry.metrics(),
    timed: (request, response, next) => {
      const stop = seconds.startTimer();
      response.on('finish', () =>
        stop({ method: request.method, route: request.route?.path ?? 'page', status: String(response.statusCode) }),
      );
      next();
    },
  };
}
