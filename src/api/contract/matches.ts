import * as z from 'zod';
import { site } from './companies.ts';
import type { Route } from './route.ts';
import { termName } from './runs.ts';
import {
  bilingual,
  country,
  decimal,
  dimension,
  flag,
  known,
  lang,
  ofRun,
  pageOf,
  paging,
  rowsOf,
  text,
  whole,
} from './words.ts';

const place = z.object({
  lat: z.number(),
  lon: z.number(),
  town: z.string().exactOptional(),
  country: z.string().exactOptional(),
});

export const match = z
  .object({
    output: z.string(),
    demand: z.string(),
    outputCompany: z.string(),
    demandCompany: z.string(),
    rank: z.int().exactOptional(),
    demandRank: z.int().exactOptional(),
    score: z.int(),
    use: z.string(),
    material: z.string(),
    product: z.string(),
    fit: z.number(),
    distanceKm: z.number().exactOptional(),
    quantityPerYear: z.number().exactOptional(),
    unit: dimension,
    netBenefitEurPerYear: z.number().exactOptional(),
    co2KgPerYear: z.number().exactOptional(),
    inferred: z.boolean(),
    regime: z.enum(['open', 'blocked']),
    basis: z.enum(['documented', 'general rule', 'code similarity', 'text similarity']),
    confidence: z.number(),
  })
  .meta({ id: 'Match' });

export const matchView = match
  .extend({
    outputDescription: z.string(),
    demandDescription: z.string(),
    outputCompanyName: z.string(),
    demandCompanyName: z.string(),
    materialName: bilingual,
    productName: bilingual,
    treatment: bilingual,
    from: place.exactOptional(),
    to: place.exactOptional(),
    confidential: z.boolean(),
  })
  .meta({ id: 'MatchView' });

const term = z.object({ name: termName, points: z.int(), left: z.string(), right: z.string(), rule: z.string() });
const veto = z.object({ rule: z.string(), left: z.string(), right: z.string(), citation: z.string() });

const money = z
  .object({
    avoidedDisposal: z.number(),
    avoidedPurchase: z.number(),
    treatment: z.number(),
    transport: z.number(),
    transaction: z.number(),
    net: z.number(),
    priceFrom: z.number(),
    priceTo: z.number(),
  })
  .meta({ id: 'Money', description: 'EUR a year; prices in EUR per unit of the output.' });

const carbon = z
  .object({
    avoidedVirgin: z.number(),
    avoidedLandfill: z.number(),
    treatment: z.number(),
    transport: z.number(),
    net: z.number(),
  })
  .meta({ id: 'Carbon', description: 'kg CO2e a year; positive = avoided.' });

const operator = z.enum(['=', '<', '<=', '>', '>=']);

const comparedLimit = z
  .object({
    parameter: z.string(),
    operator,
    limit: z.number(),
    by: z.enum(['use', 'buyer']),
    declared: z.object({ operator, value: z.number() }).exactOptional(),
    outcome: z.enum(['met', 'failed', 'unknown', 'after treatment']),
    evidence: z.string(),
  })
  .meta({
    id: 'ComparedLimit',
    description: 'A quality limit beside the declared value, in the unit of the parameter.',
  });

const figureSource = z
  .object({
    of: z.enum(['money', 'carbon']),
    figure: z.enum([
      'avoidedDisposal',
      'avoidedPurchase',
      'treatment',
      'transport',
      'transaction',
      'avoidedVirgin',
      'avoidedLandfill',
    ]),
    source: z.string(),
  })
  .meta({ id: 'FigureSource', description: 'Where a figure of money or carbon comes from.' });

export const explanation = z
  .object({
    output: z.string(),
    demand: z.string(),
    verdict: z.enum(['match', 'hint', 'refused', 'blocked', 'no use']),
    score: z.int(),
    terms: z.array(term),
    vetoes: z.array(veto),
    match: match.exactOptional(),
    money: money.exactOptional(),
    carbon: carbon.exactOptional(),
    route: z.array(z.object({ step: z.string(), citation: z.string() })),
    limits: z.array(comparedLimit),
    sources: z.array(figureSource),
    missing: z.array(z.object({ flow: z.string(), field: z.string(), pointsAtMost: z.number() })),
  })
  .meta({ id: 'Explanation' });

const nearMiss = explanation
  .extend({
    partner: z.string().meta({ description: "Name of the other side's company" }),
    partnerFlow: z.string().meta({ description: "What the other side's flow is, in its company's words" }),
  })
  .meta({ id: 'NearMiss' });

export const whyNot = z
  .object({ flow: z.string(), reason: bilingual, misses: z.array(nearMiss) })
  .meta({ id: 'WhyNot' });

export const picture = z
  .object({
    region: z.string().exactOptional(),
    run: z
      .string()
      .exactOptional()
      .meta({ description: 'The earlier run that it is of, where a country has changed since.' }),
    companies: z.int(),
    flows: z.int(),
    matches: z.int(),
    blocked: z.int(),
    exchangeableTonnesPerYear: z.number(),
    co2AvoidedKgPerYear: z.number(),
    netBenefitEurPerYear: z.number(),
  })
  .meta({ id: 'RegionPicture' });

export const siteView = site
  .extend({
    companyName: z.string(),
    nace: z.string().exactOptional(),
    sector: z.string().exactOptional(),
    outputTonnesPerYear: z.number(),
    inferredOnly: z.boolean(),
  })
  .meta({ id: 'SiteView' });

const regionRow = z.object({
  region: z.string(),
  country: z.string().exactOptional(),
  companies: z.int(),
  flows: z.int(),
});

export const MATCH_ROUTES = {
  findMatches: {
    method: 'get',
    path: '/api/v1/matches',
    tag: 'matches',
    summary: 'Matches of a run by falling sort key',
    description:
      'All pages of one question come from the run that the first page came from. `company` and `region` hold for either side. ' +
      'A match whose value is unknown does not reach a minimum.',
    query: z.strictObject({
      output: known.exactOptional(),
      demand: known.exactOptional(),
      company: known.exactOptional(),
      region: text(200).exactOptional(),
      material: known.exactOptional(),
      use: known.exactOptional(),
      minScore: whole(0, 1000).exactOptional(),
      minMoney: decimal.exactOptional().meta({ description: 'Net benefit, EUR a year' }),
      minCo2: decimal.exactOptional().meta({ description: 'kg CO2e avoided a year' }),
      inferred: flag.exactOptional(),
      regime: z.enum(['open', 'blocked']).exactOptional(),
      sort: z.enum(['score', 'money', 'co2', 'quantity']).exactOptional(),
      ...ofRun,
      ...paging,
    }),
    status: 200,
    response: pageOf(matchView).extend({ run: z.string() }),
  },
  explainPair: {
    method: 'get',
    path: '/api/v1/pairs/{output}/{demand}',
    tag: 'matches',
    summary: 'The full account of any pair, also of one never proposed',
    params: z.object({ output: known, demand: known }),
    query: z.strictObject({ ...ofRun, lang: lang.exactOptional() }),
    status: 200,
    response: explanation,
  },
  whyNot: {
    method: 'get',
    path: '/api/v1/flows/{id}/why-not',
    tag: 'matches',
    summary: 'Why a flow has no better match: its nearest misses',
    params: z.object({ id: known }),
    query: z.strictObject({ ...ofRun, lang: lang.exactOptional() }),
    status: 200,
    response: whyNot,
    slow: true,
  },
  picture: {
    method: 'get',
    path: '/api/v1/picture',
    tag: 'matches',
    summary: 'The region in one line; what several matches claim of one flow is counted once',
    query: z.strictObject({ region: text(200).exactOptional(), ...ofRun }),
    status: 200,
    response: picture,
  },
  listRegions: {
    method: 'get',
    path: '/api/v1/regions',
    tag: 'matches',
    summary: 'Regions with counts',
    status: 200,
    response: rowsOf(regionRow),
  },
  findSites: {
    method: 'get',
    path: '/api/v1/sites',
    tag: 'matches',
    summary: 'Sites for the map',
    query: z.strictObject({
      region: text(200).exactOptional(),
      country: country.exactOptional(),
      text: text(200).exactOptional(),
      limit: whole(1, 100_000).exactOptional(),
      after: paging.after,
    }),
    status: 200,
    response: pageOf(siteView),
  },
} as const satisfies Record<string, Route>;
