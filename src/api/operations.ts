import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import type { Symbion } from '../app/symbion.ts';
import { SymbionError } from '../domain/index.ts';
import { type OperationId, openApiDocument } from './contract.ts';
import { sendEvents } from './events.ts';
import { HttpProblem } from './problem.ts';

/** What a handler gets: parsed and checked. Loosely typed here; the contract has checked the shapes. */
export interface Call {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, any>>;
  readonly body: any;
  readonly request: Request;
  readonly response: Response;
}

/** Returns the JSON to send, or undefined when the handler has answered itself. */
type Handler = (call: Call) => unknown;

const PAGE = 50;

const MEDIA: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/x-ndjson',
  geojson: 'application/geo+json',
  gexf: 'application/gexf+xml',
  graphml: 'application/graphml+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
};

/** One handler an operation. */
export function operations(symbion: Symbion, metricsText: () => Promise<string>): Record<OperationId, Handler> {
  return {
    findCompanies: ({ query: { limit = PAGE, after, ...filter } }) => symbion.findCompanies(filter, limit, after),
    getCompany: async ({ params, response }) => tagged(response, await symbion.getCompany(params.id!)),
    putCompany: async (call) => {
      const { sites, ...company } = sameId(call);
      return tagged(call.response, await symbion.putCompany(company, sites, expectedVersion(call.request)));
    },
    retireCompany: ({ params, request }) => symbion.retireCompany(params.id!, expectedVersion(request)),
    findFlows: ({ query: { limit = PAGE, after, company, ...filter } }) =>
      symbion.findFlows({ ...filter, ...(company !== undefined && { companyId: company }) }, limit, after),
    getFlow: async ({ params, response }) => tagged(response, await symbion.getFlow(params.id!)),
    putFlow: async (call) => tagged(call.response, await symbion.putFlow(sameId(call), expectedVersion(call.request))),
    putFlows: ({ body }) => symbion.putFlows(body.flows),
    retireFlow: ({ params, request }) => symbion.retireFlow(params.id!, expectedVersion(request)),
    whyNot: ({ params, query }) => symbion.whyNot(params.id!, query.run),
    importFile: ({ body, query: { kind, name, ...options } }) => {
      const bytes = body as Buffer;
      const file = { name: name ?? kind, open: () => Readable.from([bytes]) };
      return symbion.importFiles({ [kind]: file }, options);
    },
    template: async ({ query, response }) => {
      response.attachment('symbion-template.xlsx').send(Buffer.from(await symbion.template(query.lang ?? 'en')));
    },
    startRun: async ({ body, response }) => {
      const job = await symbion.startRun(body.settings, { force: body.force === true });
      response.set('Location', `/api/v1/jobs/${job}`);
      return { job };
    },
    listRuns: async ({ query: { limit = PAGE } }) => ({ rows: await symbion.listRuns(limit) }),
    getRun: async ({ params }) => {
      const run = await symbion.findRun(params.id === 'current' ? undefined : params.id);
      if (run) return run;
      throw new SymbionError('not-found', { ru: 'Такого расчёта нет.', en: 'There is no such run.' });
    },
    listJobs: async ({ query: { limit = PAGE } }) => ({ rows: await symbion.listJobs(limit) }),
    getJob: ({ params }) => symbion.getJob(params.id!),
    watchJob: ({ params, request, response }) => sendEvents(symbion, params.id!, request, response),
    cancelJob: async ({ params }) => {
      await symbion.cancelJob(params.id!);
      return symbion.getJob(params.id!);
    },
    retryJob: async ({ params }) => {
      await symbion.retryJob(params.id!);
      return symbion.getJob(params.id!);
    },
    findMatches: ({ query: { limit = PAGE, after, run, minMoney, minCo2, ...filter } }) =>
      symbion.findMatches(
        {
          ...filter,
          ...(minMoney !== undefined && { minNetBenefitEurPerYear: minMoney }),
          ...(minCo2 !== undefined && { minCo2KgPerYear: minCo2 }),
        },
        limit,
        after,
        run,
      ),
    explainPair: ({ params, query }) => symbion.explainPair(params.output!, params.demand!, query.run),
    picture: ({ query }) => symbion.picture(query.region, query.run),
    listRegions: async () => ({ rows: await symbion.listRegions() }),
    findSites: ({ query: { limit = 1000, after, ...filter } }) => symbion.findSites(filter, limit, after),
    findExchanges: ({ query: { limit = PAGE, after } }) => symbion.findExchanges(limit, after),
    putExchange: async (call) => {
      const version = expectedVersion(call.request) ?? 0;
      return tagged(call.response, await symbion.putExchange({ ...sameId(call), version }, version));
    },
    classify: ({ body }) => {
      if (!body.text && !body.codes)
        throw new SymbionError('input', { ru: 'Нужен текст или код.', en: 'Wanted: a text or a code.' });
      return { rows: symbion.classify(body) };
    },
    searchKnowledge: ({ query: { text, limit = 20 } }) => ({ rows: symbion.searchKnowledge(text, limit) }),
    knowledgeStats: () => symbion.knowledgeStats(),
    getMaterial: ({ params }) => materialPage(symbion, params.id!),
    exportRun: async ({ params, query: { run, ...options }, response }) => {
      const format = params.format as keyof typeof MEDIA;
      if (!(format in MEDIA))
        throw new SymbionError('not-found', { ru: `Формата ${format} нет.`, en: `There is no format ${format}.` });
      const bytes = symbion.exportRun(format as Parameters<Symbion['exportRun']>[0], {
        ...options,
        ...(run && { runId: run }),
      });
      const iterator = bytes[Symbol.asyncIterator]();
      // the first part is waited for, so that a missing run is still a problem and not a broken file
      const first = await iterator.next();
      response.type(MEDIA[format]!).attachment(`symbion.${format}`);
      await pipeline(async function* () {
        if (!first.done) yield first.value;
        for (let part = await iterator.next(); !part.done; part = await iterator.next()) yield part.value;
      }, response);
    },
    openapi: () => openApiDocument(),
    live: () => ({ live: true }),
    ready: async ({ response }) => {
      const health = await symbion.health();
      if (!health.ready) response.status(503).set('Retry-After', '5');
      return health;
    },
    metrics: async ({ response }) => {
      response.type('text/plain; version=0.0.4').send(await metricsText());
    },
  };
}

/** Sets a strong ETag from the row's version. */
function tagged<T extends { readonly version: number }>(response: Response, row: T): T {
  response.set('ETag', `"${row.version}"`);
  return row;
}

/** If-Match -> the version that must be stored; If-None-Match: * -> 0, it must be new. One of them is needed on a write. */
function expectedVersion(request: Request): number | undefined {
  if (request.get('if-none-match') === '*') return 0;
  const tag = request.get('if-match');
  if (tag === undefined)
    throw new HttpProblem(428, {
      ru: 'Нужен If-Match с ETag строки или If-None-Match: *.',
      en: 'Wanted: If-Match with the ETag of the row, or If-None-Match: *.',
    });
  if (tag === '*') return undefined;
  const version = /^"(\d{1,15})"$/.exec(tag)?.[1];
  if (version === undefined)
    throw new HttpProblem(412, { ru: `ETag ${tag} не от этой строки.`, en: `The ETag ${tag} is not of this row.` });
  return Number(version);
}

/** The body, when its id is that of the path. */
function sameId({ params, body }: Call): any {
  if (body.id === params.id) return body;
  throw new SymbionError(
    'input',
    { ru: 'Код в теле не тот, что в адресе.', en: 'The id of the body is not that of the address.' },
    { issues: [{ column: 'id', found: body.id, wanted: { ru: params.id!, en: params.id! }, severity: 'error' }] },
  );
}

function materialPage(symbion: Symbion, id: string): object {
  const knowledge = symbion.knowledge();
  const material = knowledge.materials.get(id);
  if (!material)
    throw new SymbionError('not-found', { ru: `Материала «${id}» нет.`, en: `There is no material "${id}".` });
  const named = (other: string) => knowledge.materials.get(other)?.name ?? { ru: other, en: other };
  const touches = (rows: readonly { readonly material: string }[]) => rows.some((row) => row.material === id);
  return {
    material,
    uses: knowledge.uses.filter((use) => use.material === id).map((use) => ({ ...use, name: named(use.replaces) })),
    substitutes: knowledge.uses
      .filter((use) => use.replaces === id)
      .map((use) => ({ ...use, name: named(use.material) })),
    processes: knowledge.processes.filter((process) => touches(process.inputs) || touches(process.outputs)),
    narrower: [...knowledge.materials.values()]
      .filter((other) => other.parent === id)
      .map((other) => ({ id: other.id, name: other.name })),
  };
}
