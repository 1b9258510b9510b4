import * as z from 'zod';
import { answer, asked, ofAnswer, questionOf } from './network.ts';
import type { Route } from './route.ts';
import { bilingual, dimension, id, pair } from './words.ts';

export const splitQuestion = z
  .strictObject({
    pairs: z.array(z.strictObject(pair)).max(100).meta({ description: 'Exchanges, those of a chain in its order' }),
    companies: z.array(id).max(100).meta({ description: 'Instead: who would plan together' }),
    seed: z.int(),
  })
  .partial()
  .meta({ id: 'SplitQuestion' });

export const split = z
  .object({
    exchanges: z.array(
      z.object({
        output: z.string(),
        demand: z.string(),
        giver: z.string(),
        taker: z.string(),
        material: z.string(),
        quantityPerYear: z.number(),
        unit: dimension,
        benefitEurPerYear: z.number(),
        after: z.int().exactOptional(),
        zone: z
          .object({
            from: z.number(),
            to: z.number(),
            surplus: z.number(),
            equalSplitPrice: z.number().exactOptional(),
          })
          .exactOptional()
          .meta({ description: 'Price that the taker pays, EUR per unit: the giver accepts from, the taker up to' }),
      }),
    ),
    benefitEurPerYear: z.number(),
    split: z.object({
      players: z.array(z.string()),
      equal: z.array(z.number()),
      shapley: z.array(z.number()),
      error: z.array(z.number()),
      exact: z.boolean(),
      stable: z.boolean().exactOptional(),
      wouldLeave: z.object({ players: z.array(z.string()), gain: z.number() }).exactOptional(),
      coreExists: z.boolean().exactOptional(),
    }),
    names: z.record(z.string(), bilingual),
  })
  .meta({ id: 'Split' });

export const SPLIT_ROUTES = {
  startSplit: {
    method: 'post',
    path: '/api/v1/splits',
    tag: 'plans',
    summary: 'Split the benefit of exchanges, of a chain or of named companies; a job does it',
    body: questionOf(splitQuestion),
    issuesAt: '/question',
    status: 202,
    response: asked,
  },
  getSplit: {
    method: 'get',
    path: '/api/v1/splits/{id}',
    tag: 'plans',
    summary: 'Price zones, equal split, Shapley values and the core test',
    params: ofAnswer,
    status: 200,
    response: split.extend({ ...answer, question: splitQuestion }),
  },
} as const satisfies Record<string, Route>;
