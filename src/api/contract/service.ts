import * as z from 'zod';
import { importReport } from './files.ts';
import type { Route } from './route.ts';
import { bilingual } from './words.ts';

export const health = z
  .object({
    ready: z.boolean(),
    store: z.object({ kind: z.string(), version: z.string(), problems: z.array(bilingual) }),
    jobs: z.object({
      waiting: z.int(),
      active: z.int(),
      oldestWaitingSeconds: z.number(),
      server: z.string().exactOptional(),
      problems: z.array(bilingual).exactOptional(),
    }),
    knowledge: z.string(),
    problems: z.array(bilingual),
  })
  .meta({ id: 'Health' });

/** RFC 9457 with `errors` as in its section 3. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().exactOptional(),
    instance: z.string().exactOptional().meta({ description: 'The id of the request, as in the log' }),
    errors: z
      .array(
        z.object({
          pointer: z.string().meta({ description: 'JSON pointer as a fragment: `#/flows/3/quantity`' }),
          detail: z.string(),
        }),
      )
      .exactOptional(),
    report: importReport.exactOptional().meta({ description: 'Of files that were not imported' }),
  })
  .meta({ id: 'Problem' });

export const SERVICE_ROUTES = {
  openapi: {
    method: 'get',
    path: '/api/v1/openapi.json',
    tag: 'service',
    summary: 'This document',
    status: 200,
    response: z.record(z.string(), z.unknown()),
  },
  live: {
    method: 'get',
    path: '/health/live',
    tag: 'service',
    summary: 'The process answers',
    status: 200,
    response: z.object({ live: z.literal(true) }),
  },
  ready: {
    method: 'get',
    path: '/health/ready',
    tag: 'service',
    summary: 'Store and jobs work; 503 with the same body when not',
    status: 200,
    response: health,
  },
  metrics: {
    method: 'get',
    path: '/metrics',
    tag: 'service',
    summary: 'Prometheus',
    status: 200,
    media: ['text/plain'],
  },
} as const satisfies Record<string, Route>;
