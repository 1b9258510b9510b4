import type { Settings } from '../domain/index.ts';
import { writeTemplate } from '../ingest/index.ts';
import type { JobHandlers } from '../jobs/kinds.ts';
import type { Jobs } from '../jobs/port.ts';
import type { Store } from '../store/port.ts';
import { companyCases } from './companies.ts';
import { exchangeCases } from './exchanges.ts';
import { flowCases } from './flows.ts';
import { Follower } from './follow/follow-changes.ts';
import { checkHealth } from './health.ts';
import { importFiles } from './import/import-files.ts';
import type { ReadingDeps } from './import/read-files.ts';
import { undoImport } from './import/undo-import.ts';
import { knowledgeCases } from './knowledge/knowledge-cases.ts';
import { matchCases } from './matches/matches.ts';
import { FIND_CHAINS, FIND_CLUSTERS, networkCases, runFindChains, runFindClusters } from './network/find-network.ts';
import { planCases } from './plan/plan-cases.ts';
import { PLAN_REGION, type PlanDeps, runPlan } from './plan/plan-region.ts';
import { runSites, SITE_PLANTS } from './plan/site-plants.ts';
import { runSplit, SPLIT_BENEFIT } from './plan/split-benefit.ts';
import { SnapshotRegion } from './region/snapshot-region.ts';
import { WarmRegion } from './region/warm-region.ts';
import { askAll, bestRegion } from './region/warm-up.ts';
import { reportCases } from './report/index.ts';
import { exportRun } from './run/export-run.ts';
import { listRun } from './run/list-run.ts';
import { MATCH_SHARD, runShard } from './run/match-shards.ts';
import { runMatch } from './run/run-match.ts';
import { MATCH_REGION, runCases } from './run/runs.ts';
import { completeSettings } from './run/settings.ts';
import type { Symbion } from './symbion.ts';

export { Follower };

/** Matches that a page shows first. */
const FIRST_PAGE = 200;

export interface SymbionDeps extends ReadingDeps {
  readonly store: Store;
  readonly jobs: Jobs;
  /** Keeps the current run true to the flows; without it a run is as its snapshot was. */
  readonly follower?: Follower;
  /** ISO date of today. */
  today(): string;
  now(): Date;
}

/** What runs each kind of job, in this process or a worker's. */
export function jobHandlers(parts: Omit<PlanDeps, 'regions'>): JobHandlers {
  const deps: PlanDeps = { ...parts, regions: new SnapshotRegion(parts.store, parts.knowledge) };
  return {
    [MATCH_REGION]: (payload, context) => runMatch(deps, (payload as { settings: Settings }).settings, context),
    [MATCH_SHARD]: (payload, context) => runShard(deps, payload, context),
    [FIND_CHAINS]: (payload, context) => runFindChains(deps, payload, context),
    [FIND_CLUSTERS]: (payload, context) => runFindClusters(deps, payload, context),
    [PLAN_REGION]: (payload, context) => runPlan(deps, payload, context),
    [SITE_PLANTS]: (payload, context) => runSites(deps, payload, context),
    [SPLIT_BENEFIT]: (payload, context) => runSplit(deps, payload, context),
  };
}

/** Every use case over one store and one runner. */
export function createSymbion(deps: SymbionDeps): Symbion {
  const { store, jobs, knowledge, follower } = deps;
  follower?.use(jobs);
  const warm = new WarmRegion(store, knowledge, follower);
  const matches = matchCases(store, knowledge, warm);
  return {
    ...companyCases(store, follower),
    ...flowCases(store, deps, follower),
    ...runCases(
      store,
      jobs,
      (settings) => completeSettings({ blocked: true, ...settings }, deps.today(), knowledge),
      knowledge.version,
    ),
    ...knowledgeCases(deps),
    ...matches,
    ...reportCases(store, knowledge, warm, matches),
    ...exchangeCases(store, deps.now),
    ...networkCases(store, jobs, knowledge, warm),
    ...planCases(store, jobs, knowledge, warm),
    importFiles: (files, options) => importFiles(store, deps, files, options),
    undoImport: (id) => undoImport(store, id),
    listRun: (options = {}) => listRun(store, warm, options),
    exportRun: (format, options) => exportRun(store, warm, format, options),
    template: writeTemplate,
    health: () => checkHealth(store, jobs, knowledge),
    mend: () => store.mend(),
    async askAhead() {
      const run = await store.findRun();
      const region = run && (await bestRegion(store, run));
      if (run) await matches.findMatches({ ...(region !== undefined && { region }) }, FIRST_PAGE, undefined, run.id);
    },
    async warmUp() {
      const run = await store.findRun();
      if (!run) return;
      // at once: a change that comes meanwhile waits for it
      await Promise.all([follower?.reopen(), askAll(store, run)]);
      await warm.of(run);
    },
    async close() {
      const followed = follower?.close();
      await jobs.close();
      await followed;
      await store.close();
    },
  };
}
