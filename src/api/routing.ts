import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import { SymbionError } from '../domain/index.ts';
import type { Call, Handlers } from './call.ts';
import { type OperationId, ROUTES, type Route } from './contract.ts';
import { parsePart } from './parse.ts';
import { HttpProblem } from './problem.ts';

/** Largest JSON body. A name of five megabytes is turned away before it is read. */
const SIZES = { row: '1mb', bulk: '16mb', file: '88mb' } as const;
/** Bytes of a file; its base64 is a third longer. */
const FILE_SIZE = '64mb';

/** Adds every operation of the contract to the application; paths without names come first. */
export function addRoutes(app: Express, handlers: Handlers<OperationId>, deadlineMs: number): void {
  const routes = (Object.entries(ROUTES) as [OperationId, Route][]).sort(
    ([, a], [, b]) => Number(a.path.includes('{')) - Number(b.path.includes('{')),
  );
  for (const [id, route] of routes) {
    // the contract has checked what goes in: the union of all handlers cannot say so to the compiler
    const handler = handlers[id] as (call: Call<never>) => unknown;
    app[route.method](expressPath(route.path), named(id, route), ...bodyOf(route), async (request, response) => {
      const call = { ...readRequest(route, request), request, response } as unknown as Call<never>;
      const result = await withDeadline(async () => handler(call), route.slow ? undefined : deadlineMs, request);
      if (response.headersSent || response.writableEnded) return;
      answer(route, response, result);
    });
  }
}

/** `/flows/{id}` -> `/flows/:id` */
export function expressPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

function named(id: OperationId, route: Route): RequestHandler {
  return (_request, response, next) => {
    Object.assign(response.locals, { operation: id, route: route.path, issuesAt: route.issuesAt });
    next();
  };
}

function bodyOf(route: Route): RequestHandler[] {
  if (!route.body) return [];
  const types = ['application/json', ...(route.file ?? [])];
  const parsers = [
    rightType(types),
    express.json({ limit: SIZES[route.size ?? 'row'], type: 'application/json', strict: false }),
  ];
  return route.file ? [...parsers, express.raw({ type: [...route.file], limit: FILE_SIZE })] : parsers;
}

function rightType(types: readonly string[]): RequestHandler {
  return (request, _response, next) => {
    if (request.is([...types])) return next();
    const list = types.join(', ');
    const bodyless = request.headers['transfer-encoding'] === undefined && !Number(request.headers['content-length']);
    next(
      bodyless
        ? new HttpProblem(400, { ru: `Нужно тело запроса: ${list}.`, en: `Wanted: a body of ${list}.` })
        : new HttpProblem(415, { ru: `Нужно ${list}.`, en: `Wanted: ${list}.` }),
    );
  };
}

function readRequest(route: Route, request: Request): Record<'params' | 'query' | 'body', unknown> {
  const params = route.params ? parsePart(route.params, request.params, 'params') : {};
  const query = route.query ? parsePart(route.query, request.query, 'query') : noQuery(request.query);
  const isFile = route.file !== undefined && Buffer.isBuffer(request.body);
  const body = route.body && !isFile ? parsePart(route.body, request.body, 'body') : request.body;
  return { params, query, body };
}

function noQuery(query: object): object {
  const names = Object.keys(query);
  if (names.length === 0) return {};
  const shown = names.join(', ').slice(0, 200);
  throw new HttpProblem(400, { ru: `Параметров здесь нет: ${shown}.`, en: `There are no parameters here: ${shown}.` });
}

/** Nobody is left hanging on a service that does not answer. */
async function withDeadline<T>(work: () => Promise<T>, ms: number | undefined, request: Request): Promise<T> {
  if (ms === undefined) return work();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(tooLate(request)), ms);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}

function tooLate(request: Request): SymbionError {
  const wrote = request.method === 'GET' ? '' : ' It may still be carried out.';
  const wroteRu = request.method === 'GET' ? '' : ' Изменение ещё может быть выполнено.';
  return new SymbionError('unavailable', {
    ru: `Хранилище не ответило вовремя.${wroteRu}`,
    en: `The store did not answer in time.${wrote}`,
  });
}

function answer(route: Route, response: Response, result: unknown): void {
  if (route.status === 204) {
    response.status(204).end();
    return;
  }
  if (response.statusCode === 200) response.status(route.status);
  // what was read may have changed: kept, but asked about
  if (route.method === 'get' && !response.hasHeader('Cache-Control')) response.set('Cache-Control', 'no-cache');
  response.json(result);
}
