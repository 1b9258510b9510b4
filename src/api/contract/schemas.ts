import * as z from 'zod';

/** Texts in both languages. */
export const bilingual = z.object({ ru: z.string(), en: z.string() });

const text = (most: number) => z.string().max(most);
/** An id as people hand it in: no blanks, no control characters. */
export const id = text(100)
  .regex(/^[^\s\p{Cc}]+$/u)
  .meta({ description: 'An id without blanks, at most 100 characters.' });
const finite = z.number().min(-1e15).max(1e15);
const date = z.iso.date();

export const site = z
  .strictObject({
    id,
    companyId: id,
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    region: text(200).optional(),
    town: text(200).optional(),
    lat: z.number().min(-90).max(90).optional(),
    lon: z.number().min(-180).max(180).optional(),
    modes: z.array(z.enum(['road', 'rail', 'sea', 'pipe'])).max(4),
  })
  .meta({ id: 'Site' });

const companyFields = {
  id,
  name: text(500).min(1),
  nace: text(20).optional(),
  okved: text(20).optional(),
  employees: z.number().min(0).max(1e7).optional(),
  visibility: z.enum(['public', 'partners', 'private']),
};

export const companyInput = z
  .strictObject({
    ...companyFields,
    visibility: companyFields.visibility.default('public'),
    sites: z.array(site).min(1).max(100),
  })
  .meta({ id: 'CompanyInput' });
export const company = z.object({ ...companyFields, version: z.int(), sites: z.array(site) }).meta({ id: 'Company' });

export const codes = z.strictObject({
  ewc: text(20).optional(),
  fkko: text(20).optional(),
  cpa: text(20).optional(),
  okpd2: text(20).optional(),
  hs: text(20).optional(),
});

export const flowInput = z
  .strictObject({
    id,
    companyId: id,
    siteId: id.optional(),
    direction: z.enum(['output', 'input']),
    description: text(2000).optional(),
    codes: codes.optional(),
    quantity: finite.min(0).optional(),
    unit: text(40).optional(),
    period: text(40).optional(),
    state: text(100).optional(),
    temperatureC: z.number().min(-273).max(5000).optional(),
    hazardClass: z.int().min(1).max(5).optional(),
    currentRoute: text(500).optional(),
    disposalCost: finite.optional(),
    price: finite.optional(),
    currency: text(10).optional(),
    from: date.optional(),
    to: date.optional(),
    composition: text(2000).optional(),
    confidential: z.boolean().optional(),
    material: text(100).optional(),
  })
  .meta({ id: 'FlowInput' });

export const reading = z.object({ material: z.string(), confidence: z.number(), by: z.string() });

export const flow = z
  .object({
    id: z.string(),
    siteId: z.string(),
    companyId: z.string(),
    direction: z.enum(['output', 'input']),
    description: z.string(),
    codes: codes,
    readings: z.array(reading),
    dimension: z.enum(['t', 'MWh', 'm3', 'piece']).optional(),
    quantityPerYear: z.number().optional(),
    state: z.string().optional(),
    temperatureC: z.number().optional(),
    hazardClass: z.number().optional(),
    euHazardous: z.boolean().optional(),
    currentRoute: z.string().optional(),
    routeKind: z.string().optional(),
    disposalCostEurPerUnit: z.number().optional(),
    priceEurPerUnit: z.number().optional(),
    from: z.string().optional(),
    to: z.string().optional(),
    measurements: z.array(z.object({ parameter: z.string(), operator: z.string(), value: z.number() })),
    unread: z.array(z.string()),
    confidential: z.boolean(),
    origin: z.enum(['declared', 'inferred', 'derived']),
    version: z.int().optional(),
  })
  .meta({ id: 'Flow' });

const counts = z.object({ added: z.int(), changed: z.int(), unchanged: z.int(), retired: z.int() });
export const changeReport = z.object({ companies: counts, flows: counts }).meta({ id: 'ChangeReport' });

export const issue = z.object({
  file: z.string().optional(),
  sheet: z.string().optional(),
  row: z.int().optional(),
  column: z.string().optional(),
  found: z.string().optional(),
  wanted: bilingual,
  severity: z.enum(['error', 'warning']),
});

export const importReport = z
  .object({
    imported: z.boolean(),
    issues: z.array(issue),
    changes: changeReport,
    rows: z.object({ companies: z.int(), flows: z.int(), rejected: z.int() }),
    rejectedCsv: z.string().optional(),
    preview: z.array(flow).optional(),
  })
  .meta({ id: 'ImportReport' });

const weights = z.strictObject({
  fit: finite.optional(),
  quantity: finite.optional(),
  distance: finite.optional(),
  economics: finite.optional(),
  co2: finite.optional(),
  legal: finite.optional(),
  confidence: finite.optional(),
});

export const settingsInput = z
  .strictObject({
    top: z.int().min(1).max(1000).optional(),
    weights: weights.optional(),
    scenario: text(50).optional(),
    asOf: date.optional(),
    infer: z.boolean().optional(),
    hints: z.boolean().optional(),
    blocked: z.boolean().optional(),
    transactionCostEur: finite.min(0).optional(),
    factors: z.record(text(100), finite).optional(),
    prices: z.record(text(100), finite).optional(),
  })
  .meta({ id: 'SettingsInput' });

export const run = z
  .object({
    id: z.string(),
    snapshot: z.string(),
    knowledge: z.string(),
    engine: z.string(),
    settings: z.record(z.string(), z.unknown()),
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
    progress: z.object({ done: z.number(), total: z.number(), what: z.string() }).optional(),
    result: z.unknown().optional(),
    reason: z.string().optional(),
    attempts: z.int(),
    createdAt: z.string(),
    finishedAt: z.string().optional(),
    worker: z.string().optional(),
  })
  .meta({ id: 'Job' });

const place = z.object({
  lat: z.number(),
  lon: z.number(),
  town: z.string().optional(),
  country: z.string().optional(),
});

export const match = z
  .object({
    output: z.string(),
    demand: z.string(),
    outputCompany: z.string(),
    demandCompany: z.string(),
    rank: z.int().optional(),
    demandRank: z.int().optional(),
    score: z.int(),
    use: z.string(),
    material: z.string(),
    product: z.string(),
    fit: z.number(),
    distanceKm: z.number().optional(),
    quantityPerYear: z.number().optional(),
    unit: z.string(),
    netBenefitEurPerYear: z.number().optional(),
    co2KgPerYear: z.number().optional(),
    inferred: z.boolean(),
    regime: z.enum(['open', 'blocked']),
    basis: z.string(),
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
    from: place.optional(),
    to: place.optional(),
    confidential: z.boolean(),
  })
  .meta({ id: 'MatchView' });

const term = z.object({ name: z.string(), points: z.int(), left: z.string(), right: z.string(), rule: z.string() });
const veto = z.object({ rule: z.string(), left: z.string(), right: z.string(), citation: z.string() });

export const explanation = z
  .object({
    output: z.string(),
    demand: z.string(),
    verdict: z.enum(['match', 'hint', 'refused', 'blocked', 'no use']),
    score: z.int(),
    terms: z.array(term),
    vetoes: z.array(veto),
    match: match.optional(),
    money: z
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
      .optional(),
    carbon: z
      .object({
        avoidedVirgin: z.number(),
        avoidedLandfill: z.number(),
        treatment: z.number(),
        transport: z.number(),
        net: z.number(),
      })
      .optional(),
    route: z.array(z.object({ step: z.string(), citation: z.string() })),
    missing: z.array(z.object({ flow: z.string(), field: z.string(), pointsAtMost: z.number() })),
  })
  .meta({ id: 'Explanation' });

export const whyNot = z
  .object({ flow: z.string(), reason: bilingual, misses: z.array(explanation) })
  .meta({ id: 'WhyNot' });

export const picture = z
  .object({
    region: z.string().optional(),
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
    nace: z.string().optional(),
    sector: z.string().optional(),
    outputTonnesPerYear: z.number(),
    inferredOnly: z.boolean(),
  })
  .meta({ id: 'SiteView' });

export const exchangeInput = z
  .strictObject({
    id,
    output: id,
    demand: id,
    state: z.enum(['idea', 'analysis', 'talks', 'agreed', 'pilot', 'running', 'refused']),
    reason: text(2000).optional(),
  })
  .meta({ id: 'ExchangeInput' });
export const exchange = exchangeInput.extend({ version: z.int(), changedAt: z.string() }).meta({ id: 'Exchange' });

export const health = z
  .object({
    ready: z.boolean(),
    store: z.object({ kind: z.string(), version: z.string(), problems: z.array(z.string()) }),
    jobs: z.object({ waiting: z.int(), active: z.int(), oldestWaitingSeconds: z.number() }),
    knowledge: z.string(),
    problems: z.array(bilingual),
  })
  .meta({ id: 'Health' });

/** RFC 9457. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string().optional(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });

/** A page of rows; `next` goes into `after`. */
export const pageOf = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), next: z.string().optional() });
