import * as z from 'zod';
import type { Route } from './route.ts';
import { id, known, pageOf, paging, rowsOf, text } from './words.ts';

export const exchangeInput = z
  .strictObject({
    id,
    output: id,
    demand: id,
    state: z.enum(['idea', 'analysis', 'talks', 'agreed', 'pilot', 'running', 'refused']),
    reason: text(2000).exactOptional().meta({ description: 'Needed with `refused`' }),
  })
  .meta({ id: 'ExchangeInput' });

export const exchange = exchangeInput.extend({ version: z.int(), changedAt: z.string() }).meta({ id: 'Exchange' });

export const EXCHANGE_ROUTES = {
  findExchanges: {
    method: 'get',
    path: '/api/v1/exchanges',
    tag: 'exchanges',
    summary: 'What people decided about matches',
    query: z.strictObject(paging),
    status: 200,
    response: pageOf(exchange),
  },
  exchangeHistory: {
    method: 'get',
    path: '/api/v1/exchanges/{id}/history',
    tag: 'exchanges',
    summary: 'What an exchange was, version after version, the present one last',
    params: z.object({ id: known }),
    status: 200,
    response: rowsOf(exchange),
  },
  putExchange: {
    method: 'put',
    path: '/api/v1/exchanges/{id}',
    tag: 'exchanges',
    summary: 'Create (If-None-Match: *) or replace (If-Match) an exchange',
    description: '201 when it was created. Never deleted by a run.',
    params: z.object({ id: known }),
    body: exchangeInput,
    versioned: true,
    status: 200,
    response: exchange,
  },
} as const satisfies Record<string, Route>;
