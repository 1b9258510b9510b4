import * as z from 'zod';
import type { Route } from './route.ts';
import { bilingual, dimension, id, known, ofRun, pageOf, paging, rowsOf, text } from './words.ts';

/** A job was accepted, and where its answer will be. */
export const asked = z
  .object({
    job: z.string(),
    id: z.string().meta({ description: 'Of the answer, once the job is done' }),
  })
  .meta({ id: 'Asked' });

export const ofAnswer = z.object({ id: known });

/** Which answer it is, and of which run. */
export const answer = { id: z.string(), run: z.string() };

const quantity = z.number();
const goal = z.enum(['money', 'co2', 'tonnes']);
const shape = z.enum(['path', 'tree']);
const reach = z.enum(['anywhere', 'within-region', 'across-regions', 'across-borders']);
const steps = z.int().min(2).max(6);

export const chainQuestion = z
  .strictObject({
    by: goal.meta({ description: 'What the chains are best at; default money' }),
    top: z.int().min(1).max(10_000).meta({ description: 'How many at most; default 100' }),
    minSteps: steps.meta({ description: 'Exchanges of a chain at least; default 2' }),
    maxSteps: steps.meta({ description: 'At most; default 4' }),
    shape: shape.meta({ description: 'Default path; tree: the best tree of each first exchange' }),
    complete: z.boolean().meta({ description: 'Trees find a taker also for what costs something; default true' }),
    region: text(200).meta({ description: 'Only sites of this region' }),
    reach: reach.meta({ description: 'Default anywhere; across = over at least one such border' }),
    blocked: z.boolean().meta({ description: 'Use matches that only a border regime refuses, marked' }),
    switchedOff: z.array(id).max(1000).meta({ description: 'Sites taken out' }),
  })
  .partial()
  .meta({ id: 'ChainQuestion' });

export const chainStep = z
  .object({
    n: z.int().meta({ description: 'From 1' }),
    after: z.int().exactOptional().meta({ description: 'The step that feeds this one; absent for the first' }),
    output: z.string(),
    demand: z.string(),
    fromSite: z.string(),
    toSite: z.string(),
    fromCompanyName: z.string(),
    toCompanyName: z.string(),
    material: z.string(),
    materialName: bilingual,
    use: z.string(),
    treatment: bilingual,
    processes: z.array(z.string()).meta({ description: 'At the giving site, from what the step before delivers' }),
    processNames: z.array(bilingual),
    yield: z.number().exactOptional(),
    quantityPerYear: quantity.meta({ description: 'What moves in this chain, in `unit`' }),
    unit: dimension,
    pairQuantityPerYear: quantity.meta({ description: 'What the pair alone could carry' }),
    bottleneck: z.enum(['supply', 'demand', 'yield']),
    leftOverPerYear: quantity.exactOptional().meta({ description: 'Made by the step before and not moved on' }),
    takerNeedsMorePerYear: quantity.exactOptional(),
    outsideInputs: z.array(z.object({ material: z.string(), quantityPerYear: quantity })),
    netBenefitEurPerYear: z.number(),
    co2KgPerYear: z.number(),
    border: z.object({ from: z.string(), to: z.string() }).exactOptional().meta({ description: 'Countries' }),
    regime: z.enum(['open', 'blocked']),
    confidential: z.boolean(),
  })
  .meta({ id: 'ChainStep' });

export const chain = z
  .object({
    id: z.string(),
    shape,
    loop: z.boolean().meta({ description: 'It comes back to one of its sites' }),
    steps: z.array(chainStep),
    netBenefitEurPerYear: z.number(),
    co2KgPerYear: z.number(),
    tonnesPerYear: z.number(),
    sites: z.array(z.string()),
    companies: z.array(z.string()),
    borders: z.int(),
    regime: z.enum(['open', 'blocked']),
  })
  .meta({ id: 'Chain' });

const flowIndicators = z
  .object({
    throughflow: z.number(),
    throughput: z.number(),
    averagePathLength: z.number(),
    finnCycling: z.number(),
    indirectToDirect: z.number(),
    mutualInformation: z.number(),
    flowDiversity: z.number(),
    capacity: z.number(),
    ascendency: z.number(),
    overhead: z.number(),
    order: z.number(),
    robustness: z.number(),
    effectiveLinkDensity: z.number(),
    trophicDepth: z.number(),
  })
  .meta({ id: 'FlowIndicators', description: 'Ecological network analysis of the tonnes that move' });

const balance = z.object({ landfilledTonnes: z.number(), virginTonnes: z.number() });

const indicators = {
  matches: z.int(),
  exchanges: z.int().meta({ description: 'Matches that move something when nothing moves twice' }),
  tonnesPerYear: z.number(),
  netBenefitEurPerYear: z.number(),
  co2KgPerYear: z.number(),
  density: z.number(),
  connectance: z.number(),
  cyclicity: z.number(),
  flows: flowIndicators,
  materialDiversity: z.number(),
  suppliersPerDemand: z.number(),
  inputShare: z.number().meta({ description: '0..1: tonnes of need covered by exchanges' }),
  before: balance,
  after: balance,
  dependence: z
    .array(
      z.object({
        company: z.string(),
        kept: z.number(),
        keptAfterCascade: z.number(),
        drags: z.array(z.string()),
      }),
    )
    .meta({ description: 'Benefit kept (0..1) after the loss of each company, the worst loss first' }),
};

export const cluster = z
  .object({ id: z.string(), name: bilingual, companies: z.array(z.string()), ...indicators })
  .meta({ id: 'Cluster' });

/** The same of a whole region. */
export const regionIndicators = z.object({ companies: z.int(), ...indicators }).meta({ id: 'RegionIndicators' });

export const clusterReport = z
  .object({
    clusters: z.array(cluster),
    modularity: z.number(),
    quotients: z.array(
      z.object({
        region: z.string(),
        activity: z.string().meta({ description: 'Division of NACE' }),
        of: z.enum(['employees', 'sites']),
        value: z.number(),
      }),
    ),
    potential: z.array(
      z.object({
        region: z.string(),
        activity: z.string(),
        locationQuotient: z.number(),
        reachableShare: z.number(),
        firms: z.int(),
        index: z.number().meta({ description: 'location quotient x reachable share x firms' }),
        flows: z
          .array(z.object({ id: z.string(), unmatched: z.number(), partners: z.array(z.string()) }))
          .meta({ description: 'The flows behind it, the largest first' }),
      }),
    ),
  })
  .meta({ id: 'ClusterReport' });

const clusterQuestion = z.strictObject({ region: text(200).exactOptional() }).meta({ id: 'ClusterQuestion' });

/** The body of a question about a run. */
export const questionOf = <T extends z.ZodType>(question: T) =>
  z.strictObject({
    question: question.exactOptional(),
    run: known.exactOptional().meta({ description: 'Default: the current one' }),
  });

export const NETWORK_ROUTES = {
  companyNetwork: {
    method: 'get',
    path: '/api/v1/companies/{id}/network',
    tag: 'network',
    summary: 'In which found chains and clusters of a run a company takes part',
    params: ofAnswer,
    query: z.strictObject({ ...ofRun }),
    status: 200,
    response: rowsOf(
      z.object({
        kind: z.enum(['chain', 'cluster']),
        answer: z.string().meta({ description: 'Of which answer: the id for /chains/{id} or /clusters/{id}' }),
        place: z.int().meta({ description: 'From 0, in the order of the answer' }),
        id: z.string(),
      }),
    ),
  },
  startChains: {
    method: 'post',
    path: '/api/v1/chains',
    tag: 'network',
    summary: 'Look for the best chains of a run; a job does it',
    description: 'Location is the job; `id` is where the answer will be. The same question is answered once.',
    body: questionOf(chainQuestion),
    issuesAt: '/question',
    status: 202,
    response: asked,
  },
  getChains: {
    method: 'get',
    path: '/api/v1/chains/{id}',
    tag: 'network',
    summary: 'Chains that were found, best first',
    params: ofAnswer,
    query: z.strictObject({ ...paging }),
    status: 200,
    response: pageOf(chain).extend({ ...answer, question: chainQuestion, total: z.int() }),
  },
  startClusters: {
    method: 'post',
    path: '/api/v1/clusters',
    tag: 'network',
    summary: 'Find the communities of companies of a run with their indicators; a job does it',
    body: questionOf(clusterQuestion),
    issuesAt: '/question',
    status: 202,
    response: asked,
  },
  getClusters: {
    method: 'get',
    path: '/api/v1/clusters/{id}',
    tag: 'network',
    summary: 'Clusters that were found, the largest first, with quotients and potential',
    params: ofAnswer,
    status: 200,
    response: clusterReport.extend({ ...answer, question: clusterQuestion }),
  },
} as const satisfies Record<string, Route>;
