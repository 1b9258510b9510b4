import * as z from 'zod';
import { EXPORTS } from './files.ts';
import { answer, asked, ofAnswer, questionOf, regionIndicators } from './network.ts';
import type { Route } from './route.ts';
import { bilingual, dimension, finite, id, known, lang, pair, text } from './words.ts';

const objective = z.enum(['money', 'co2', 'landfill', 'jobs']);
const worth = z
  .object({ money: z.number(), co2: z.number(), landfill: z.number(), jobs: z.number() })
  .meta({ id: 'Worth', description: 'EUR, kg CO2e, tonnes kept out of landfill, jobs; a year' });
const floors = z
  .strictObject({ money: finite, co2: finite, landfill: finite, jobs: finite })
  .partial()
  .meta({ id: 'Floors' });

const wish = z.strictObject({ ...pair, atLeast: finite.exactOptional() }).meta({ id: 'Wish' });
const byId = (of: z.ZodType) => z.record(text(100), of);

const newPlant = z
  .strictObject({
    process: id.meta({ description: 'Of the knowledge base' }),
    site: id.meta({ description: 'A site that is there' }),
    capacityPerYear: finite.meta({ description: 'Units of its leading input, more than 0' }),
    capexEur: finite.exactOptional().meta({ description: 'Default: of the knowledge base, at this capacity' }),
    years: finite.exactOptional().meta({ description: 'Over which it is paid back; default 10' }),
  })
  .meta({ id: 'NewPlant' });

export const whatIf = z
  .strictObject({
    switchedOff: z.array(id).max(1000),
    plants: z.array(newPlant).max(100),
    prices: byId(finite).meta({ description: 'Product material id -> EUR per unit' }),
    quantities: byId(finite).meta({ description: 'Flow id -> quantity a year' }),
    scenario: text(50),
  })
  .partial()
  .meta({ id: 'WhatIf' });

export const planQuestion = z
  .strictObject({
    objective: objective.meta({ description: 'Default money' }),
    region: text(200).meta({ description: 'Only exchanges between sites of this region' }),
    budgetEur: finite.meta({ description: 'Activation and opening together at most' }),
    minimumLot: finite.meta({ description: 'Of an exchange: nothing or at least this, a year' }),
    activationEur: finite.meta({ description: 'A year, as soon as an exchange moves anything' }),
    shareAtMost: finite.meta({ description: '0..1 of every demand' }),
    shares: byId(finite).meta({ description: 'The same by demand' }),
    atLeast: floors.meta({ description: 'The plan reaches at least this much of each' }),
    must: z.array(wish).max(1000),
    mustNot: z.array(z.strictObject(pair)).max(1000),
    capacities: z.array(z.strictObject({ ...pair, most: finite })).max(10_000),
    timeLimitSeconds: finite.meta({ description: 'For whole decisions; default 20, at most 600' }),
    beyond: z.boolean().meta({ description: 'Look for pairs beyond the ranked lists; default true' }),
    front: z.strictObject({ against: objective, points: z.int().exactOptional() }),
    uncertainty: z.strictObject({ trials: z.int().exactOptional(), seed: z.int().exactOptional() }),
    whatIf,
  })
  .partial()
  .meta({ id: 'PlanQuestion', description: 'A plan of a run; quantities are a year in the unit of the output' });

const plannedExchange = z
  .object({
    output: z.string(),
    demand: z.string(),
    quantityPerYear: z.number().meta({ description: 'In `unit`' }),
    productPerYear: z.number().meta({ description: 'In the unit of the demand' }),
    worth,
    unit: z.string(),
    description: z.string(),
    materialName: bilingual,
    outputCompany: z.string(),
    demandCompany: z.string(),
    outputCompanyName: z.string(),
    demandCompanyName: z.string(),
    fromSite: z.string(),
    toSite: z.string(),
    confidential: z.boolean(),
  })
  .meta({ id: 'PlannedExchange' });

const limit = z.enum([
  'supply',
  'demand',
  'pair capacity',
  'activation',
  'minimum lot',
  'process input',
  'process capacity',
  'budget',
  'at least',
  'must',
  'must not',
]);

const allocation = z
  .object({
    status: z.enum(['optimal', 'limit']).meta({ description: 'limit: stopped by its time with the best found' }),
    solver: z.enum(['network simplex', 'LP', 'MILP']),
    objective,
    value: z.number(),
    bound: z.number().meta({ description: 'No plan of these pairs is worth more' }),
    gap: z.number(),
    totals: worth,
    exchanges: z.array(plannedExchange),
    processes: z.array(z.object({ id: z.string(), activity: z.number(), open: z.boolean() })),
    prices: z
      .array(z.object({ kind: limit, of: z.string(), perUnit: z.number(), label: bilingual }))
      .meta({ description: 'What one more unit of each limit would change the objective by, greatest first' }),
  })
  .meta({ id: 'Allocation' });

const spread = z.object({ p10: z.number(), p50: z.number(), p90: z.number() });

const uncertainty = z
  .object({
    trials: z.int(),
    money: spread,
    co2: spread,
    exchanges: z.array(
      z.object({
        output: z.string(),
        demand: z.string(),
        inPlan: z.number().meta({ description: '0..1: how often it stays' }),
        quantityPerYear: spread,
      }),
    ),
    askFirst: z.array(
      z.object({
        name: z.string(),
        flow: z.string().exactOptional(),
        company: z.string().exactOptional(),
        effect: z.number(),
        moved: z.number(),
      }),
    ),
    firms: z
      .array(z.object({ company: z.string(), effect: z.number(), questions: z.array(z.string()) }))
      .meta({ description: 'Ask these first, five at most' }),
  })
  .meta({ id: 'Uncertainty' });

const band = z.object({
  from: z.string().meta({ description: '`gives:C` (section of NACE), or `virgin`' }),
  to: z.string().meta({ description: '`takes:C`, or `route:landfill` and the like' }),
  tonnesPerYear: z.number(),
});

export const plan = z
  .object({
    plan: allocation.exactOptional().meta({ description: 'Absent when there is a conflict' }),
    conflict: z
      .object({ text: bilingual, limits: z.array(bilingual) })
      .exactOptional()
      .meta({ description: 'The smallest set of limits that cannot hold together' }),
    beyond: z
      .object({
        pairs: z.enum(['every pair', 'ranked pairs']),
        added: z.int(),
        rounds: z.int(),
        bound: z.number().meta({ description: 'No plan over those pairs is worth more' }),
      })
      .exactOptional(),
    before: z.object({ value: z.number(), totals: worth }).exactOptional(),
    difference: z
      .object({
        totals: worth,
        exchanges: z.array(z.object({ output: z.string(), demand: z.string(), before: z.number(), after: z.number() })),
      })
      .exactOptional()
      .meta({ description: 'Of a what-if to the world as it is' }),
    plants: z
      .array(
        z.object({
          process: z.string(),
          site: z.string(),
          capexEur: z.number(),
          takesPerYear: z.number().meta({ description: 'Units of its leading input; 0: it would not be built' }),
          unit: dimension,
        }),
      )
      .exactOptional()
      .meta({ description: 'Of a what-if: each plant that was imagined' }),
    front: z
      .array(z.object({ totals: worth, exchanges: z.int(), exchangeRate: z.number().exactOptional() }))
      .exactOptional(),
    uncertainty: uncertainty.exactOptional(),
    unknown: z.array(z.string()).meta({ description: 'Flows left out: nobody told their quantity' }),
    indicators: z.object({ before: regionIndicators, after: regionIndicators }).exactOptional(),
    bands: z
      .object({ before: z.array(band), after: z.array(band) })
      .exactOptional()
      .meta({ description: 'For a flow diagram of the tonnes before and after' }),
    names: z.record(z.string(), bilingual),
  })
  .meta({ id: 'Plan' });

export const PLAN_ROUTES = {
  startPlan: {
    method: 'post',
    path: '/api/v1/plans',
    tag: 'plans',
    summary: 'Plan who gives how much to whom; a job does it',
    description:
      'Limits, wishes, a budget; on demand the front against another objective, the uncertainty, and a what-if with its difference. ' +
      'A wish for a pair that is refused is 422 and names what refuses it.',
    body: questionOf(planQuestion),
    issuesAt: '/question',
    status: 202,
    response: asked,
    slow: true,
  },
  getPlan: {
    method: 'get',
    path: '/api/v1/plans/{id}',
    tag: 'plans',
    summary: 'A plan, or the limits that contradict each other',
    params: ofAnswer,
    status: 200,
    response: plan.extend({ ...answer, question: planQuestion }),
  },
  exportPlan: {
    method: 'get',
    path: '/api/v1/plans/{id}/export/{format}',
    tag: 'plans',
    summary: 'A plan as a workbook, or its exchanges as table, map or network',
    description: 'Confidential flows and companies that are not public are left out unless `include=confidential`.',
    params: z.object({ id: known, format: z.enum(['xlsx', 'csv', 'geojson', 'gexf', 'graphml']) }),
    query: z.strictObject({ include: z.literal('confidential').exactOptional(), lang: lang.exactOptional() }),
    status: 200,
    media: [EXPORTS.xlsx, EXPORTS.csv, EXPORTS.geojson, EXPORTS.gexf, EXPORTS.graphml],
    slow: true,
  },
} as const satisfies Record<string, Route>;
