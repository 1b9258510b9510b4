import * as z from 'zod';
import { capex } from './knowledge.ts';
import { answer, asked, ofAnswer, questionOf } from './network.ts';
import type { Route } from './route.ts';
import { bilingual, dimension, finite, id, text } from './words.ts';

export const siteQuestion = z
  .strictObject({
    region: text(200),
    process: id,
    top: z.int().min(1).max(200).meta({ description: 'Kinds of plant at most; default 10' }),
    capexEur: finite.meta({
      description: 'Of one plant whatever its size; default: what the knowledge base tells of the process at its size',
    }),
    years: finite.meta({ description: 'Default 10' }),
    capacityPerYear: finite,
    withinKm: finite.meta({ description: 'Default 100 (estimate)' }),
    minimumLot: finite.meta({ description: 'Tonnes a year below which a taker does not deal; default 500 (estimate)' }),
    truckTonnes: finite,
    eurPerKm: finite,
    eurPerStop: finite,
  })
  .partial()
  .meta({ id: 'SiteQuestion' });

const outputGap = z
  .object({
    output: z.string(),
    site: z.string(),
    region: z.string().exactOptional(),
    material: z.string(),
    unmatchedPerYear: z.number(),
    unit: dimension,
    share: z.number(),
    processes: z.array(z.string()),
    uses: z.array(
      z.object({
        use: z.string(),
        product: z.string(),
        worthEurPerUnit: z.number(),
        nearest: z
          .object({ demand: z.string(), site: z.string(), distanceKm: z.number(), limitKm: z.number().exactOptional() })
          .exactOptional(),
      }),
    ),
    missing: bilingual,
  })
  .meta({ id: 'OutputGap' });

const siting = z
  .object({
    plants: z.array(
      z.object({
        plant: z.string(),
        place: z.string().meta({ description: 'A site' }),
        quantityPerYear: z.number(),
        capexEur: z.number(),
        benefitEurPerYear: z.number(),
        streams: z.array(z.object({ id: z.string(), quantityPerYear: z.number(), distanceKm: z.number() })),
      }),
    ),
    benefitEurPerYear: z.number(),
    boundEurPerYear: z.number().nullable().meta({ description: 'Proven: no siting at these places is worth more' }),
    status: z.enum(['optimal', 'limit', 'infeasible', 'greedy']),
    gap: z.number().nullable(),
  })
  .meta({ id: 'Siting' });

export const sites = z
  .object({
    outputs: z.array(outputGap),
    demands: z.array(
      z.object({
        demand: z.string(),
        site: z.string(),
        region: z.string().exactOptional(),
        product: z.string(),
        unmatchedPerYear: z.number(),
        unit: dimension,
      }),
    ),
    processes: z
      .array(
        z.object({
          process: z.string(),
          unlockedPerYear: z.number(),
          openPerYear: z.number(),
          capex: capex.meta({ description: 'What a plant costs; evidence `asked`: the question told it' }),
          siting,
        }),
      )
      .meta({ description: 'Each process for itself, the most worth first' }),
    milkRuns: z.array(
      z.object({
        demand: z.string(),
        runs: z.array(
          z.object({
            stops: z.array(z.string()),
            tonnesPerYear: z.number(),
            roundKm: z.number(),
            tripsPerYear: z.number(),
            netBenefitEurPerYear: z.number(),
          }),
        ),
        alone: z.array(z.string()),
        left: z.array(z.string()),
      }),
    ),
    names: z.record(z.string(), bilingual),
  })
  .meta({ id: 'SitingReport' });

export const SITING_ROUTES = {
  startSites: {
    method: 'post',
    path: '/api/v1/sitings',
    tag: 'plans',
    summary: 'Find what is missing: unmatched flows, plants that would pay and where, milk runs; a job does it',
    body: questionOf(siteQuestion),
    issuesAt: '/question',
    status: 202,
    response: asked,
  },
  getSites: {
    method: 'get',
    path: '/api/v1/sitings/{id}',
    tag: 'plans',
    summary: 'What is missing, where it would pay, how large, and what it would unlock',
    params: ofAnswer,
    status: 200,
    response: sites.extend({ ...answer, question: siteQuestion }),
  },
} as const satisfies Record<string, Route>;
