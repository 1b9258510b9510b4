import * as z from 'zod';
import { codes, reading } from './flows.ts';
import type { Route } from './route.ts';
import { settings } from './runs.ts';
import { bilingual, country, dimension, direction, known, pageOf, paging, rowsOf, text, whole } from './words.ts';

export const material = z
  .object({
    id: z.string(),
    name: bilingual,
    parent: z.string().exactOptional(),
    dimension,
    role: z.enum(['by-product', 'product', 'both']),
    state: z.string().exactOptional(),
    hazardClass: z.number().exactOptional(),
    euHazardous: z.boolean(),
    contaminants: z.array(z.string()),
    useClass: z.string().exactOptional(),
    synonymsRu: z.array(z.string()),
    synonymsEn: z.array(z.string()),
    evidence: z.string(),
  })
  .meta({ id: 'Material' });

const operator = z.enum(['=', '<', '<=', '>', '>=']);

const limit = z.object({
  parameter: z.string(),
  operator,
  value: z.number(),
  ifMissing: z.enum(['neutral', 'refuse']),
  metByTreatment: z.boolean(),
  evidence: z.string(),
});

export const use = z
  .object({
    id: z.string(),
    material: z.string(),
    replaces: z.string(),
    receivers: z.array(z.string()),
    treatment: bilingual,
    fit: z.number(),
    ratio: z.number(),
    virginPriceEurPerUnit: z.number().exactOptional(),
    treatmentEurPerUnit: z.number().exactOptional(),
    co2AvoidedVirginKgPerUnit: z.number(),
    co2AvoidedLandfillKgPerUnit: z.number(),
    co2TreatmentKgPerUnit: z.number(),
    distanceLimitKm: z.number().exactOptional(),
    mode: z.enum(['road', 'pipe']),
    basis: z.enum(['documented', 'general rule']),
    evidence: z.string(),
    limits: z.array(limit),
  })
  .meta({ id: 'Use' });

const namedUse = use
  .extend({
    name: bilingual.meta({ description: 'Of the material at the other end' }),
    inherited: z.boolean().meta({ description: 'Known of a broader material' }),
  })
  .meta({ id: 'NamedUse' });

export const rule = z
  .object({
    id: z.string(),
    name: bilingual,
    jurisdiction: z.string(),
    from: z.string().exactOptional(),
    to: z.string().exactOptional(),
    materials: z.array(z.string()),
    contaminants: z.array(z.string()),
    hazardClassUpTo: z.number().exactOptional(),
    euHazardous: z.boolean().exactOptional(),
    useClasses: z.array(z.string()),
    products: z.array(z.string()),
    effect: z.enum(['refuse', 'licensed-only', 'note']),
    citation: z.string(),
  })
  .meta({ id: 'Rule' });

export const capex = z
  .object({
    eur: z.number(),
    atPerYear: z.number().meta({ description: 'Units of the leading input a year that `eur` is for' }),
    exponent: z.number().meta({ description: 'Another size costs by this power of its ratio' }),
    evidence: z.string(),
  })
  .meta({ id: 'Capex', description: 'What a plant costs' });

const process = z
  .object({
    id: z.string(),
    name: bilingual,
    nace: z.array(z.string()),
    inputs: z.array(z.object({ material: z.string(), perUnit: z.number() })),
    outputs: z.array(z.object({ material: z.string(), yield: z.number() })),
    evidence: z.string(),
    capex,
  })
  .meta({ id: 'Process' });

const party = z
  .object({ nace: z.string(), name: bilingual.exactOptional(), because: z.string(), evidence: z.string() })
  .meta({
    id: 'Party',
    description: 'An activity that takes or gives the material; `because` is a use id or `profile`.',
  });

const regime = z
  .object({
    id: z.string(),
    scenario: z.string(),
    fromBloc: z.string(),
    toBloc: z.string(),
    from: z.string().exactOptional(),
    to: z.string().exactOptional(),
    status: z.enum(['free', 'notify', 'consent', 'blocked']),
    name: bilingual,
    citation: z.string(),
  })
  .meta({ id: 'Regime' });

const factor = z
  .object({
    id: z.string(),
    country: z.string(),
    mode: z.string().exactOptional(),
    from: z.string().exactOptional(),
    value: z.number(),
    unit: z.string(),
    evidence: z.string(),
  })
  .meta({ id: 'Factor' });

const parameter = z
  .object({
    id: z.string(),
    name: bilingual,
    unit: z.string(),
    synonyms: z.array(z.string()),
    derived: z.array(z.object({ from: z.string(), factor: z.number(), offset: z.number() })).exactOptional(),
  })
  .meta({ id: 'Parameter' });

const materialPage = z
  .object({
    material,
    broader: z.array(z.object({ id: z.string(), name: bilingual })),
    narrower: z.array(z.object({ id: z.string(), name: bilingual })),
    uses: z.array(namedUse).meta({ description: 'What it can replace' }),
    substitutes: z.array(namedUse).meta({ description: 'What can replace it' }),
    takers: z.array(party),
    givers: z.array(party),
    processes: z.array(process),
    rules: z.array(rule).meta({ description: 'Rules that may touch it, by itself or by what taints it' }),
    codes: z.array(z.object({ scheme: z.string(), code: z.string(), relation: z.string() })),
  })
  .meta({ id: 'MaterialPage' });

const coverage = z
  .object({
    kinds: z.array(z.object({ kind: z.string(), facts: z.number(), sourced: z.number() })),
    branches: z
      .array(
        z.object({
          material: z.string(),
          name: bilingual,
          materials: z.number(),
          uses: z.number(),
          estimates: z.number(),
          replaced: z.number(),
        }),
      )
      .meta({ description: 'Per root of the taxonomy; `estimates` of its uses, `replaced` = uses of its products' }),
    documents: z
      .array(
        z.object({
          name: z.string(),
          kind: z.enum(['reference', 'standard', 'law', 'figures']),
          title: z.string(),
          issuer: z.string(),
          year: z.int().exactOptional(),
          facts: z.int(),
        }),
      )
      .meta({ description: 'What facts cite, the oldest first; those without a year last' }),
    gaps: z.object({
      idleMaterials: z.array(z.string()).meta({ description: 'By-products without a use' }),
      unmetProducts: z.array(z.string()).meta({ description: 'Products that nothing replaces' }),
      bareActivities: z.array(z.string()).meta({ description: 'Activities without a profile' }),
      estimatedActivities: z.array(z.string()).meta({ description: 'Activities whose profile is all estimates' }),
      unpricedUses: z.array(z.string()),
      ungatedUses: z.array(z.string()).meta({ description: 'Uses with neither treatment nor quality limit' }),
      untreated: z.number(),
      unlimited: z.number(),
    }),
  })
  .meta({ id: 'KnowledgeCoverage' });

export const KNOWLEDGE_ROUTES = {
  classify: {
    method: 'post',
    path: '/api/v1/classify',
    tag: 'knowledge',
    summary: 'Which material a text or code means, best first',
    body: z
      .strictObject({
        text: text(2000).exactOptional(),
        codes: codes.exactOptional(),
        direction: direction.exactOptional(),
        nace: text(100).exactOptional(),
        company: text(300).exactOptional(),
        top: z.int().min(1).max(50).exactOptional(),
      })
      .meta({ id: 'Classification', description: 'Needs a text or a code.' }),
    status: 200,
    response: rowsOf(reading.extend({ name: bilingual, codes: z.array(z.string()) })),
  },
  searchKnowledge: {
    method: 'get',
    path: '/api/v1/knowledge',
    tag: 'knowledge',
    summary: 'Find facts by words in Russian or English',
    query: z.strictObject({ text: text(200), limit: whole(1, 200).exactOptional() }),
    status: 200,
    response: rowsOf(z.object({ kind: z.string(), id: z.string(), name: bilingual, score: z.number() })),
  },
  knowledgeStats: {
    method: 'get',
    path: '/api/v1/knowledge/stats',
    tag: 'knowledge',
    summary: 'Counts of facts',
    status: 200,
    response: z.record(z.string(), z.unknown()),
  },
  knowledgeCoverage: {
    method: 'get',
    path: '/api/v1/knowledge/coverage',
    tag: 'knowledge',
    summary: 'Facts by kind and branch, how many cite a source, the documents cited, the gaps',
    status: 200,
    response: coverage,
  },
  listRules: {
    method: 'get',
    path: '/api/v1/knowledge/rules',
    tag: 'knowledge',
    summary: 'Legal and safety rules with their citations',
    query: z.strictObject({ jurisdiction: text(10).exactOptional() }),
    status: 200,
    response: rowsOf(rule),
  },
  listRegimes: {
    method: 'get',
    path: '/api/v1/knowledge/regimes',
    tag: 'knowledge',
    summary: 'What may cross which border when, by scenario',
    query: z.strictObject({ scenario: text(50).exactOptional() }),
    status: 200,
    response: rowsOf(regime),
  },
  listFactors: {
    method: 'get',
    path: '/api/v1/knowledge/factors',
    tag: 'knowledge',
    summary: 'Tariffs, charges, emission factors and exchange rates that a run may set itself',
    query: z.strictObject({ country: country.exactOptional() }),
    status: 200,
    response: rowsOf(factor),
  },
  listParameters: {
    method: 'get',
    path: '/api/v1/knowledge/parameters',
    tag: 'knowledge',
    summary: 'Measurable properties and their units',
    status: 200,
    response: rowsOf(parameter),
  },
  defaultSettings: {
    method: 'get',
    path: '/api/v1/settings',
    tag: 'knowledge',
    summary: 'Settings of a run when nothing is set, and what they may be',
    status: 200,
    response: z.object({ defaults: settings.omit({ asOf: true }), scenarios: z.array(z.string()) }),
  },
  listMaterials: {
    method: 'get',
    path: '/api/v1/materials',
    tag: 'knowledge',
    summary: 'Materials by id',
    query: z.strictObject({
      parent: known.exactOptional(),
      role: z.enum(['by-product', 'product', 'both']).exactOptional(),
      ...paging,
    }),
    status: 200,
    response: pageOf(material),
  },
  getMaterial: {
    method: 'get',
    path: '/api/v1/materials/{id}',
    tag: 'knowledge',
    summary: 'A material with its uses, takers, substitutes, processes, rules and sources',
    params: z.object({ id: known }),
    status: 200,
    response: materialPage,
  },
  getUse: {
    method: 'get',
    path: '/api/v1/uses/{id}',
    tag: 'knowledge',
    summary: 'One use with its numbers, limits and source',
    params: z.object({ id: known }),
    status: 200,
    response: use,
  },
} as const satisfies Record<string, Route>;
