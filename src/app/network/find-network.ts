import type { Bilingual, KnowledgeBase } from '../../domain/index.ts';
import type { JobContext, Jobs } from '../../jobs/port.ts';
import {
  type Chain,
  type ChainGoal,
  type ChainReach,
  type ChainShape,
  type ChainStep,
  type ClusterReport,
  checkChainOptions,
} from '../../network/index.ts';
import type { Membership, Store } from '../../store/port.ts';
import { type Answer, type Asked, ask, findAnswer, keepAnswer, type Payload } from '../answers/answers.ts';
import type { Apart } from '../answers/apart.ts';
import { checkRegion, checkSites } from '../answers/check-names.ts';
import { gather } from '../answers/gather.ts';
import { findCompany } from '../companies.ts';
import type { WarmRegion } from '../region/warm-region.ts';
import { getRun } from '../run/runs.ts';
import { viewChain } from './view-chain.ts';

export const FIND_CHAINS = 'find-chains';
export const FIND_CLUSTERS = 'find-clusters';

/** What chains are looked for in a run. */
export interface ChainQuestion {
  /** Default: money. */
  readonly by?: ChainGoal;
  /** Default: 100. */
  readonly top?: number;
  /** 2 to 6; defaults 2 and 4. */
  readonly minSteps?: number;
  readonly maxSteps?: number;
  /** Default: path. */
  readonly shape?: ChainShape;
  /** Trees: find a taker also for what costs something; default true. */
  readonly complete?: boolean;
  /** Only sites of this region. */
  readonly region?: string;
  /** Default: anywhere. */
  readonly reach?: ChainReach;
  /** Use matches that only a regime refuses, marked; default false. */
  readonly blocked?: boolean;
  /** Sites taken out. */
  readonly switchedOff?: readonly string[];
}

export interface ClusterQuestion {
  /** Only companies with a site in this region. */
  readonly region?: string;
}

/** A step with the words that people read. */
export interface ChainStepView extends ChainStep {
  readonly materialName: Bilingual;
  readonly treatment: Bilingual;
  readonly processNames: readonly Bilingual[];
  readonly fromCompanyName: string;
  readonly toCompanyName: string;
  readonly confidential: boolean;
}

export interface ChainView extends Omit<Chain, 'steps'> {
  readonly steps: readonly ChainStepView[];
}

/** Chains and clusters of a run: asked for by a job, kept beside the run, read again without computing. */
export interface NetworkCases {
  /** Starts the search. Throws `input` for an unknown goal, region or site, `conflict` when the data have changed since the run. */
  startChains(question: ChainQuestion, runId?: string): Promise<Asked>;
  startClusters(question: ClusterQuestion, runId?: string): Promise<Asked>;
  /** The answer of this id, best first; throws `not-found` when nobody has asked it or the job has not ended. */
  getChains(id: string): Promise<Answer<ChainQuestion, readonly ChainView[]>>;
  getClusters(id: string): Promise<Answer<ClusterQuestion, ClusterReport>>;
  /** In which chains and clusters that were found in a run a company takes part. */
  membershipsOf(companyId: string, runId?: string): Promise<readonly Membership[]>;
}

export function networkCases(store: Store, jobs: Jobs, knowledge: KnowledgeBase, warm: WarmRegion): NetworkCases {
  return {
    async startChains(asked, runId) {
      const question = completeChains(asked);
      checkChainOptions(question, question.reach);
      const run = await getRun(store, runId);
      await checkRegion(warm, run, question.region);
      await checkSites(warm, run, 'switchedOff', question.switchedOff);
      return ask({ store, jobs }, FIND_CHAINS, question, run);
    },
    async startClusters(question, runId) {
      const run = await getRun(store, runId);
      await checkRegion(warm, run, question.region);
      return ask({ store, jobs }, FIND_CLUSTERS, question, run);
    },
    async getChains(id) {
      const answer = await findAnswer<ChainQuestion, readonly Chain[]>(store, FIND_CHAINS, id);
      const region = await warm.of(await getRun(store, answer.run));
      return { ...answer, found: answer.found.map((chain) => viewChain(region, knowledge, chain)) };
    },
    async membershipsOf(companyId, runId) {
      await findCompany(store, companyId);
      return store.findMemberships((await getRun(store, runId)).id, companyId);
    },
    getClusters: (id) => findAnswer<ClusterQuestion, ClusterReport>(store, FIND_CLUSTERS, id),
  };
}

/** Every default in its place, so that the same question is one question. */
function completeChains(question: ChainQuestion) {
  const { by = 'money', top = 100, minSteps = 2, shape = 'path', reach = 'anywhere', blocked = false } = question;
  return {
    by,
    top,
    minSteps,
    maxSteps: question.maxSteps ?? Math.max(4, minSteps),
    shape,
    complete: shape === 'tree' && (question.complete ?? true),
    reach,
    blocked,
    switchedOff: [...new Set(question.switchedOff ?? [])].sort(),
    ...(question.region !== undefined && { region: question.region }),
  };
}

interface NetworkDeps {
  readonly store: Store;
  readonly knowledge: KnowledgeBase;
  readonly apart: Apart;
}

/** Handler of the job `find-chains`. */
export async function runFindChains(deps: NetworkDeps, payload: unknown, context: JobContext): Promise<unknown> {
  const { run: id, question } = payload as Payload<ReturnType<typeof completeChains>>;
  const { run, matches, snapshot } = await gather(deps, id, context);
  const { by, top, minSteps, maxSteps, shape, complete, ...limits } = question;
  const wanted = limits.blocked ? matches : matches.filter(({ regime }) => regime === 'open');
  const { materials, uses, processes, rules, blocs } = deps.knowledge;
  const knowledge = { materials, uses, processes, rules, ...(blocs && { blocs }) };
  context.progress({ done: 0, total: 1, what: 'chains' });
  const chains = await deps.apart(
    'findChains',
    {
      input: { ...limits, matches: wanted, snapshot, knowledge, asOf: run.settings.asOf },
      options: { by, top, minSteps, maxSteps, shape, complete },
    },
    context,
  );
  return keepAnswer(
    deps.store,
    run,
    FIND_CHAINS,
    question,
    chains,
    chains.length,
    networkIn(FIND_CHAINS, { found: chains }),
  );
}

/** What of a kept result can be walked; undefined when nothing. */
export function networkIn(kind: string, value: unknown): Parameters<Store['putNetwork']>[2] | undefined {
  const { found } = value as { found?: unknown };
  if (kind === FIND_CHAINS) return { chains: found as readonly Chain[] };
  return kind === FIND_CLUSTERS ? { clusters: (found as ClusterReport).clusters } : undefined;
}

/** Handler of the job `find-clusters`. */
export async function runFindClusters(deps: NetworkDeps, payload: unknown, context: JobContext): Promise<unknown> {
  const { run: id, question } = payload as Payload<ClusterQuestion>;
  const { run, matches, snapshot } = await gather(deps, id, context);
  const open = matches.filter(({ regime }) => regime === 'open');
  const { materials, uses } = deps.knowledge;
  context.progress({ done: 0, total: 1, what: 'clusters' });
  const input = { ...question, matches: open, snapshot, knowledge: { materials, uses } };
  const report = await deps.apart('findClusters', input, context);
  return keepAnswer(
    deps.store,
    run,
    FIND_CLUSTERS,
    question,
    report,
    report.clusters.length,
    networkIn(FIND_CLUSTERS, { found: report }),
  );
}
