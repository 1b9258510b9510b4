import type { TellStep } from '../../domain/index.ts';
import type {
  Chain,
  ChainInput,
  ChainOptions,
  ClusterInput,
  ClusterReport,
  RegionIndicators,
} from '../../network/index.ts';
import type { CompanyGame, FairSplit, PlanOrder, RegionPlan, SiteOrder, SiteReport } from '../../planning/index.ts';

/** Computations that take long and are pure: a house may run them apart from the thread that answers people. */
export interface Tasks {
  findChains(input: { readonly input: ChainInput; readonly options: ChainOptions }): Chain[];
  findClusters(input: ClusterInput): ClusterReport;
  describeRegion(input: ClusterInput): RegionIndicators;
  planRegion(order: PlanOrder, progress: Tell): Promise<RegionPlan>;
  siteMissing(order: SiteOrder, progress: Tell): Promise<SiteReport>;
  splitAmong(game: CompanyGame, progress: Tell): Promise<FairSplit>;
}

export type Tell = TellStep;

/** Runs one of the tasks; what goes in and out is plain data. Throws what the task throws, and stops at the signal. */
export type Apart = <K extends keyof Tasks>(
  task: K,
  input: Parameters<Tasks[K]>[0],
  watch: { readonly signal: AbortSignal; readonly onProgress?: Tell },
) => Promise<Awaited<ReturnType<Tasks[K]>>>;
