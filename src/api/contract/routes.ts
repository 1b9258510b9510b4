import * as z from 'zod';
import * as s from './schemas.ts';

const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const whole = (from: number, to: number) =>
  z
    .string()
    .regex(/^-?\d{1,16}$/)
    .transform(Number)
    .pipe(z.number().min(from).max(to));
const number = z
  .string()
  .regex(/^-?\d{1,18}(\.\d+)?$/)
  .transform(Number);
const words = z.string().max(200);

const paging = { limit: whole(1, 1000).optional(), after: z.string().max(2000).optional() };
const runId = { run: words.optional() };

export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** In Express form, below /api/v1 unless it starts with a double slash. */
  readonly path: string;
  readonly summary: string;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Body is a file's bytes. */
  readonly file?: true;
  /** Needs If-Match (replace and remove). */
  readonly ifMatch?: true;
  readonly status: number;
  /** Absent: no body, or not JSON (see `media`). */
  readonly response?: z.ZodType;
  readonly media?: string;
}

/** Every route of the API: validation, types and the OpenAPI document come from here. */
export const ROUTES = {
  findCompanies: {
    method: 'get',
    path: '/companies',
    summary: 'Companies by id',
    status: 200,
    query: z.strictObject({ region: words.optional(), country: words.optional(), text: words.optional(), ...paging }),
    response: s.pageOf(s.company),
  },
  getCompany: {
    method: 'get',
    path: '/companies/:id',
    summary: 'One company with its sites',
    status: 200,
    response: s.company,
  },
  putCompany: {
    method: 'put',
    path: '/companies/:id',
    summary: 'Create (If-None-Match: *) or replace (If-Match) a company',
    status: 200,
    body: s.companyInput,
    ifMatch: true,
    response: s.company,
  },
  retireCompany: {
    method: 'delete',
    path: '/companies/:id',
    summary: 'Retire a company with its flows',
    status: 204,
    ifMatch: true,
  },
  findFlows: {
    method: 'get',
    path: '/flows',
    summary: 'Flows by id',
    status: 200,
    query: z.strictObject({
      company: words.optional(),
      direction: z.enum(['output', 'input']).optional(),
      material: words.optional(),
      region: words.optional(),
      text: words.optional(),
      ...paging,
    }),
    response: s.pageOf(s.flow),
  },
  getFlow: { method: 'get', path: '/flows/:id', summary: 'One flow', status: 200, response: s.flow },
  putFlow: {
    method: 'put',
    path: '/flows/:id',
    summary: 'Create (If-None-Match: *) or replace (If-Match) a flow',
    status: 200,
    body: s.flowInput,
    ifMatch: true,
    response: s.flow,
  },
  putFlows: {
    method: 'post',
    path: '/flows',
    summary: 'Create or replace many flows, all or none',
    status: 200,
    body: z.strictObject({ flows: z.array(s.flowInput).min(1).max(10_000) }),
    response: s.changeReport,
  },
  retireFlow: { method: 'delete', path: '/flows/:id', summary: 'Retire a flow', status: 204, ifMatch: true },
  whyNot: {
    method: 'get',
    path: '/flows/:id/why-not',
    summary: 'Nearest misses of a flow',
    status: 200,
    query: z.strictObject(runId),
    response: s.whyNot,
  },
  importFile: {
    method: 'post',
    path: '/files',
    summary: 'Hand in a CSV of companies or flows, or an XLSX with both',
    status: 200,
    file: true,
    query: z.strictObject({
      kind: z.enum(['companies', 'flows', 'workbook']),
      name: words.optional(),
      dryRun: flag.optional(),
      acceptValid: flag.optional(),
      retireMissing: flag.optional(),
    }),
    response: s.importReport,
  },
  template: {
    method: 'get',
    path: '/template',
    summary: 'XLSX to fill in',
    status: 200,
    query: z.strictObject({ lang: z.enum(['ru', 'en']).optional() }),
    media: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  startRun: {
    method: 'post',
    path: '/runs',
    summary: 'Compute a run; the job does it',
    status: 202,
    body: z.strictObject({ settings: s.settingsInput.optional(), force: z.boolean().optional() }),
    response: z.object({ job: z.string() }),
  },
  listRuns: {
    method: 'get',
    path: '/runs',
    summary: 'Runs, latest first',
    status: 200,
    query: z.strictObject({ limit: paging.limit }),
    response: z.object({ rows: z.array(s.run) }),
  },
  getRun: {
    method: 'get',
    path: '/runs/:id',
    summary: 'One run; `current` for the current one',
    status: 200,
    response: s.run,
  },
  listJobs: {
    method: 'get',
    path: '/jobs',
    summary: 'Jobs, latest first',
    status: 200,
    query: z.strictObject({ limit: paging.limit }),
    response: z.object({ rows: z.array(s.job) }),
  },
  getJob: { method: 'get', path: '/jobs/:id', summary: 'One job', status: 200, response: s.job },
  watchJob: {
    method: 'get',
    path: '/jobs/:id/events',
    summary: 'Progress by server-sent events until the job ends',
    status: 200,
    media: 'text/event-stream',
  },
  cancelJob: { method: 'post', path: '/jobs/:id/cancel', summary: 'Stop a job', status: 202, response: s.job },
  retryJob: {
    method: 'post',
    path: '/jobs/:id/retry',
    summary: 'Run a failed, cancelled or interrupted job again',
    status: 202,
    response: s.job,
  },
  findMatches: {
    method: 'get',
    path: '/matches',
    summary: 'Matches of a run by falling sort key',
    status: 200,
    query: z.strictObject({
      output: words.optional(),
      demand: words.optional(),
      company: words.optional(),
      region: words.optional(),
      material: words.optional(),
      use: words.optional(),
      minScore: whole(0, 1000).optional(),
      minMoney: number.optional(),
      minCo2: number.optional(),
      inferred: flag.optional(),
      regime: z.enum(['open', 'blocked']).optional(),
      sort: z.enum(['score', 'money', 'co2', 'quantity']).optional(),
      ...runId,
      ...paging,
    }),
    response: s.pageOf(s.matchView),
  },
  explainPair: {
    method: 'get',
    path: '/pairs/:output/:demand',
    summary: 'The full account of any pair',
    status: 200,
    query: z.strictObject(runId),
    response: s.explanation,
  },
  picture: {
    method: 'get',
    path: '/picture',
    summary: 'The region in one line',
    status: 200,
    query: z.strictObject({ region: words.optional(), ...runId }),
    response: s.picture,
  },
  listRegions: {
    method: 'get',
    path: '/regions',
    summary: 'Regions with counts',
    status: 200,
    response: z.object({
      rows: z.array(
        z.object({ region: z.string(), country: z.string().optional(), companies: z.int(), flows: z.int() }),
      ),
    }),
  },
  findSites: {
    method: 'get',
    path: '/sites',
    summary: 'Sites for the map',
    status: 200,
    query: z.strictObject({
      region: words.optional(),
      country: words.optional(),
      text: words.optional(),
      limit: whole(1, 100_000).optional(),
      after: paging.after,
    }),
    response: s.pageOf(s.siteView),
  },
  findExchanges: {
    method: 'get',
    path: '/exchanges',
    summary: 'What people decided',
    status: 200,
    query: z.strictObject(paging),
    response: s.pageOf(s.exchange),
  },
  putExchange: {
    method: 'put',
    path: '/exchanges/:id',
    summary: 'Create (If-None-Match: *) or replace (If-Match) an exchange',
    status: 200,
    body: s.exchangeInput,
    ifMatch: true,
    response: s.exchange,
  },
  classify: {
    method: 'post',
    path: '/classify',
    summary: 'Which material a text or code means',
    status: 200,
    body: z.strictObject({
      text: z.string().max(2000).optional(),
      codes: s.codes.optional(),
      direction: z.enum(['output', 'input']).optional(),
      nace: z.string().max(20).optional(),
      top: z.int().min(1).max(50).optional(),
    }),
    response: z.object({ rows: z.array(s.reading.extend({ name: s.bilingual, codes: z.array(z.string()) })) }),
  },
  searchKnowledge: {
    method: 'get',
    path: '/knowledge',
    summary: 'Find facts by words',
    status: 200,
    query: z.strictObject({ text: words, limit: whole(1, 200).optional() }),
    response: z.object({
      rows: z.array(z.object({ kind: z.string(), id: z.string(), name: s.bilingual, score: z.number() })),
    }),
  },
  knowledgeStats: {
    method: 'get',
    path: '/knowledge/stats',
    summary: 'Counts of facts',
    status: 200,
    response: z.record(z.string(), z.unknown()),
  },
  getMaterial: {
    method: 'get',
    path: '/materials/:id',
    summary: 'A material with its uses, takers, substitutes, processes and rules',
    status: 200,
    response: z.object({
      material: z.record(z.string(), z.unknown()),
      uses: z.array(z.record(z.string(), z.unknown())),
      substitutes: z.array(z.record(z.string(), z.unknown())),
      processes: z.array(z.record(z.string(), z.unknown())),
      narrower: z.array(z.object({ id: z.string(), name: s.bilingual })),
    }),
  },
  exportRun: {
    method: 'get',
    path: '/export/:format',
    summary: 'A run as csv, jsonl, geojson, gexf, graphml, xlsx or parquet',
    status: 200,
    query: z.strictObject({
      include: z.literal('confidential').optional(),
      lang: z.enum(['ru', 'en']).optional(),
      ...runId,
    }),
    media: 'application/octet-stream',
  },
  openapi: {
    method: 'get',
    path: '/openapi.json',
    summary: 'This document',
    status: 200,
    response: z.record(z.string(), z.unknown()),
  },
  live: {
    method: 'get',
    path: '//health/live',
    summary: 'The process answers',
    status: 200,
    response: z.object({ live: z.literal(true) }),
  },
  ready: {
    method: 'get',
    path: '//health/ready',
    summary: 'Store and jobs work; 503 when not',
    status: 200,
    response: s.health,
  },
  metrics: { method: 'get', path: '//metrics', summary: 'Prometheus', status: 200, media: 'text/plain' },
} as const satisfies Record<string, Route>;

export type OperationId = keyof typeof ROUTES;
