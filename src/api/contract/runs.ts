import * as z from 'zod';
import type { Route } from './route.ts';
import { bilingual, date, finite, known, paging, rowsOf, text } from './words.ts';

const TERM_NAMES = ['fit', 'quantity', 'distance', 'economics', 'co2', 'legal', 'confidence'] as const;
export const termName = z.enum(TERM_NAMES);

const weight = finite.min(0);

const settingsFields = {
  top: z.int().min(1).max(1000).meta({ description: 'Length of each ranked list' }),
  scenario: text(50),
  asOf: date,
  infer: z.boolean(),
  hints: z.boolean(),
  blocked: z.boolean(),
  transactionCostEur: finite.min(0),
  factors: z.record(text(100), finite).meta({ description: 'Factor id -> own value in its unit' }),
  prices: z.record(text(100), finite).meta({ description: 'Product material id -> own price, EUR per unit' }),
};

export const settings = z.object({ ...settingsFields, weights: z.record(termName, weight) }).meta({ id: 'Settings' });

export const settingsInput = z
  .strictObject({ ...settingsFields, weights: z.partialRecord(termName, weight) })
  .partial()
  .meta({ id: 'SettingsInput', description: 'What is absent has its default; `asOf` is today.' });

export const run = z
  .object({
    id: z.string(),
    snapshot: z.string(),
    knowledge: z.string(),
    engine: z.string(),
    settings,
    createdAt: z.string(),
    counts: z.object({
      companies: z.int(),
      outputs: z.int(),
      demands: z.int(),
      matches: z.int(),
      blocked: z.int(),
      hints: z.int(),
    }),
  })
  .meta({ id: 'Run' });

export const job = z
  .object({
    id: z.string(),
    kind: z.string(),
    payload: z.unknown(),
    state: z.enum(['waiting', 'active', 'done', 'failed', 'cancelled', 'interrupted']),
    progress: z.object({ done: z.number(), total: z.number(), what: z.string() }).exactOptional(),
    result: z.unknown().optional(),
    reason: z.string().exactOptional().meta({ description: 'Why it did not end well, in English' }),
    told: bilingual.exactOptional().meta({ description: 'The same in both languages, where it is known' }),
    fault: z
      .enum(['input', 'not-found', 'conflict', 'stale', 'too-large', 'unavailable', 'cancelled', 'internal'])
      .exactOptional()
      .meta({ description: 'Kind of error that was, where it is known' }),
    attempts: z.int(),
    createdAt: z.string(),
    finishedAt: z.string().exactOptional(),
    worker: z.string().exactOptional(),
  })
  .meta({ id: 'Job' });

const one = z.object({ id: known });

export const RUN_ROUTES = {
  startRun: {
    method: 'post',
    path: '/api/v1/runs',
    tag: 'runs',
    summary: 'Compute a run; a job does it',
    description: 'The same settings on the same data are computed once, unless `force`. Location is the job.',
    body: z.strictObject({ settings: settingsInput.exactOptional(), force: z.boolean().exactOptional() }),
    issuesAt: '/settings',
    status: 202,
    response: z.object({ job: z.string() }),
  },
  listRuns: {
    method: 'get',
    path: '/api/v1/runs',
    tag: 'runs',
    summary: 'Runs, latest first',
    query: z.strictObject({ limit: paging.limit }),
    status: 200,
    response: rowsOf(run),
  },
  getRun: {
    method: 'get',
    path: '/api/v1/runs/{id}',
    tag: 'runs',
    summary: 'One run; `current` for the current one',
    params: one,
    status: 200,
    response: run,
  },
  listJobs: {
    method: 'get',
    path: '/api/v1/jobs',
    tag: 'runs',
    summary: 'Jobs, latest first',
    query: z.strictObject({ limit: paging.limit }),
    status: 200,
    response: rowsOf(job),
  },
  getJob: {
    method: 'get',
    path: '/api/v1/jobs/{id}',
    tag: 'runs',
    summary: 'One job',
    params: one,
    status: 200,
    response: job,
  },
  watchJob: {
    method: 'get',
    path: '/api/v1/jobs/{id}/events',
    tag: 'runs',
    summary: 'Progress by server-sent events until the job ends',
    description:
      'Each event `job` carries the whole job, so a listener that was away misses nothing. With the Last-Event-ID of the final ' +
      'event the answer is 204, which tells an EventSource to stop.',
    params: one,
    status: 200,
    media: ['text/event-stream'],
    slow: true,
  },
  cancelJob: {
    method: 'post',
    path: '/api/v1/jobs/{id}/cancel',
    tag: 'runs',
    summary: 'Stop a job; no effect when it has ended',
    params: one,
    status: 202,
    response: job,
  },
  retryJob: {
    method: 'post',
    path: '/api/v1/jobs/{id}/retry',
    tag: 'runs',
    summary: 'Run a failed, cancelled or interrupted job again',
    params: one,
    status: 202,
    response: job,
  },
} as const satisfies Record<string, Route>;
