import { createHash } from 'node:crypto';
import type { KnowledgeBase, Match, Run } from '../domain/index.ts';
import type { JobContext, Jobs } from '../jobs/port.ts';
import {
  type Chain,
  type ChainGoal,
  type ChainShape,
  type ClusterReport,
  findChains,
  findClusters,
} from '../network/index.ts';
import { canonicalJson } from '../store/content.ts';
import type { Store } from '../store/port.ts';
import { openRegion } from './region.ts';
import { getRun } from './runs.ts';

export const FIND_CHAINS = 'find-chains';
export const FIND_CLUSTERS = 'find-clusters';

/** What chains are looked for in a run; the rest has the defaults of the network room. */
export interface ChainQuestion {
  readonly by: ChainGoal;
  readonly top: number;
  readonly minSteps?: number;
  readonly maxSteps?: number;
  readonly shape?: ChainShape;
  readonly complete?: boolean;
  readonly region?: string;
  /** Use matches that only a regime refuses, marked. */
  readonly blocked?: boolean;
  /** Sites taken out. */
  readonly switchedOff?: readonly string[];
}

export interface ClusterQuestion {
  readonly region?: string;
}

interface Payload<Q> {
  readonly run: string;
  readonly question: Q;
}

interface NetworkDeps {
  readonly store: Store;
  readonly knowledge: KnowledgeBase;
}

/** Chains and clusters of a run: asked for by a job, kept beside the run, read again without computing. */
export interface NetworkCases {
  /** Starts the search; returns the job's id. Its result names where the answer is kept. */
  startChains(question: ChainQuestion, runId?: string): Promise<string>;
  startClusters(question: ClusterQuestion, runId?: string): Promise<string>;
  /** Undefined when nobody has asked this of the run. */
  findChains(question: ChainQuestion, runId?: string): Promise<readonly Chain[] | undefined>;
  findClusters(question: ClusterQuestion, runId?: string): Promise<ClusterReport | undefined>;
}

export function networkCases(store: Store, jobs: Jobs): NetworkCases {
  const start = async <Q extends object>(kind: string, question: Q, runId?: string) => {
    const { id: run } = await getRun(store, runId);
    const payload: Payload<Q> = { run, question };
    const known = await store.findResult(run, kind, keyOf(question));
    return jobs.submit(kind, payload, { force: known === undefined });
  };
  const find = async <T>(kind: string, question: object, runId?: string) =>
    (await store.findResult((await getRun(store, runId)).id, kind, keyOf(question))) as T | undefined;
  return {
    startChains: (question, runId) => start(FIND_CHAINS, question, runId),
    startClusters: (question, runId) => start(FIND_CLUSTERS, question, runId),
    findChains: (question, runId) => find<readonly Chain[]>(FIND_CHAINS, question, runId),
    findClusters: (question, runId) => find<ClusterReport>(FIND_CLUSTERS, question, runId),
  };
}

/** Handler of the job `find-chains`. Throws `input` for an unknown goal, shape or number of steps. */
export async function runFindChains(deps: NetworkDeps, payload: unknown, context: JobContext): Promise<unknown> {
  const { run: id, question } = payload as Payload<ChainQuestion>;
  const { run, matches, snapshot } = await gather(deps, id, context);
  const { by, top, minSteps, maxSteps, shape, complete, ...limits } = question;
  const wanted = limits.blocked ? matches : matches.filter(({ regime }) => regime === 'open');
  const chains = findChains(
    { ...limits, matches: wanted, snapshot, knowledge: deps.knowledge, asOf: run.settings.asOf },
    { by, top, ...given({ minSteps, maxSteps, shape, complete }) },
  );
  return keep(deps, run, FIND_CHAINS, question, chains, chains.length);
}

/** Handler of the job `find-clusters`. */
export async function runFindClusters(deps: NetworkDeps, payload: unknown, context: JobContext): Promise<unknown> {
  const { run: id, question } = payload as Payload<ClusterQuestion>;
  const { run, matches, snapshot } = await gather(deps, id, context);
  const open = matches.filter(({ regime }) => regime === 'open');
  const report = findClusters({ ...question, matches: open, snapshot, knowledge: deps.knowledge });
  return keep(deps, run, FIND_CLUSTERS, question, report, report.clusters.length);
}

async function keep(
  { store }: NetworkDeps,
  run: Run,
  kind: string,
  question: object,
  value: unknown,
  found: number,
): Promise<unknown> {
  await store.putResult(run.id, kind, keyOf(question), value);
  return { runId: run.id, kind, key: keyOf(question), found };
}

const PAGE = 10_000;

/** The run with all its matches and the snapshot it was made of, inferred flows included. */
async function gather({ store, knowledge }: NetworkDeps, runId: string, { signal, progress }: JobContext) {
  const run = await getRun(store, runId);
  const total = run.counts.matches + run.counts.blocked;
  const matches: Match[] = [];
  for (let after: string | undefined; ; ) {
    signal.throwIfAborted();
    const page = await store.findMatches(run.id, {}, PAGE, after);
    matches.push(...page.rows);
    progress({ done: matches.length, total, what: 'matches' });
    after = page.next;
    if (after === undefined) break;
  }
  const { snapshot } = openRegion(await store.loadSnapshot(), knowledge, run.settings);
  return { run, matches, snapshot };
}

function keyOf(question: object): string {
  return createHash('sha256').update(canonicalJson(question)).digest('hex').slice(0, 24);
}

/** The values that are there. */
function given<T extends object>(values: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}
