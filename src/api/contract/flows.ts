import * as z from 'zod';
import { changeReport, retirement } from './companies.ts';
import type { Route } from './route.ts';
import { date, dimension, direction, finite, id, known, pageOf, paging, text } from './words.ts';

export const codes = z
  .strictObject({
    ewc: text(20).exactOptional(),
    fkko: text(20).exactOptional(),
    cpa: text(20).exactOptional(),
    okpd2: text(20).exactOptional(),
    hs: text(20).exactOptional(),
  })
  .meta({ id: 'Codes' });

export const flowInput = z
  .strictObject({
    id,
    companyId: id,
    siteId: id.exactOptional(),
    direction,
    description: text(2000).exactOptional(),
    codes: codes.exactOptional(),
    quantity: finite.min(0).exactOptional(),
    unit: text(40).exactOptional(),
    period: text(40).exactOptional(),
    state: text(100).exactOptional(),
    temperatureC: z.number().min(-273).max(5000).exactOptional(),
    hazardClass: z.int().min(1).max(5).exactOptional().meta({ description: 'Russian hazard class, 1 = worst' }),
    currentRoute: text(500).exactOptional(),
    disposalCost: finite.exactOptional().meta({ description: 'In `currency` per `unit`' }),
    price: finite.exactOptional().meta({ description: 'In `currency` per `unit`' }),
    currency: text(10).exactOptional(),
    from: date.exactOptional(),
    to: date.exactOptional(),
    composition: text(2000).exactOptional().meta({ description: '`parameter [operator] value unit`, comma-separated' }),
    confidential: z.boolean().exactOptional(),
    material: text(100).exactOptional().meta({ description: 'Chosen by a person; taken as it is' }),
  })
  .meta({ id: 'FlowInput', description: 'A flow as a person or program gives it; needs a description or a code.' });

export const reading = z
  .object({
    material: z.string(),
    confidence: z.number().min(0).max(1),
    by: z.enum(['name', 'code', 'activity', 'similar text', 'similar code', 'person']),
    part: z
      .int()
      .exactOptional()
      .meta({ description: 'Where the description lists several things: which of them, from 1' }),
  })
  .meta({ id: 'Reading' });

/** A flow as the program understood it. */
export const flow = z
  .object({
    id: z.string(),
    siteId: z.string(),
    companyId: z.string(),
    direction,
    description: z.string(),
    codes,
    readings: z.array(reading),
    dimension: dimension.exactOptional(),
    quantityPerYear: z.number().exactOptional(),
    state: z.string().exactOptional(),
    temperatureC: z.number().exactOptional(),
    hazardClass: z.number().exactOptional(),
    euHazardous: z.boolean().exactOptional(),
    currentRoute: z.string().exactOptional(),
    routeKind: z
      .enum(['landfill', 'storage', 'sewer', 'air', 'incineration', 'treatment', 'sold', 'unknown'])
      .exactOptional(),
    disposalCostEurPerUnit: z.number().exactOptional(),
    priceEurPerUnit: z.number().exactOptional(),
    from: z.string().exactOptional(),
    to: z.string().exactOptional(),
    measurements: z.array(
      z.object({ parameter: z.string(), operator: z.enum(['=', '<', '<=', '>', '>=']), value: z.number() }),
    ),
    unread: z.array(z.string()),
    confidential: z.boolean(),
    origin: z.enum(['declared', 'inferred', 'derived']),
    inferredFrom: z.string().exactOptional(),
  })
  .meta({ id: 'Flow' });

export const storedFlow = flow.extend({ version: z.int() }).meta({ id: 'StoredFlow' });

const one = z.object({ id: known });

export const FLOW_ROUTES = {
  findFlows: {
    method: 'get',
    path: '/api/v1/flows',
    tag: 'flows',
    summary: 'Flows by id',
    query: z.strictObject({
      company: known.exactOptional(),
      direction: direction.exactOptional(),
      material: known.exactOptional(),
      region: text(200).exactOptional(),
      text: text(200).exactOptional().meta({ description: 'Beginnings of words in id or description' }),
      ...paging,
    }),
    status: 200,
    response: pageOf(storedFlow),
  },
  putFlows: {
    method: 'post',
    path: '/api/v1/flows',
    tag: 'flows',
    summary: 'Create or replace many flows, all or none',
    body: z.strictObject({ flows: z.array(flowInput).min(1).max(10_000) }),
    size: 'bulk',
    issuesAt: '/flows',
    status: 200,
    response: changeReport,
    slow: true,
  },
  retireFlows: {
    method: 'post',
    path: '/api/v1/flows/retire',
    tag: 'flows',
    summary: 'Retire many flows, all or none',
    body: retirement,
    issuesAt: '/ids',
    status: 200,
    response: changeReport,
    slow: true,
  },
  getFlow: {
    method: 'get',
    path: '/api/v1/flows/{id}',
    tag: 'flows',
    summary: 'One flow as it was understood',
    params: one,
    versioned: true,
    status: 200,
    response: storedFlow,
  },
  putFlow: {
    method: 'put',
    path: '/api/v1/flows/{id}',
    tag: 'flows',
    summary: 'Create (If-None-Match: *) or replace (If-Match) a flow',
    description: '201 when it was created.',
    params: one,
    body: flowInput,
    versioned: true,
    status: 200,
    response: storedFlow,
  },
  retireFlow: {
    method: 'delete',
    path: '/api/v1/flows/{id}',
    tag: 'flows',
    summary: 'Retire a flow',
    params: one,
    versioned: true,
    status: 204,
  },
} as const satisfies Record<string, Route>;
