import type { Bilingual, KnowledgeBase } from '../../domain/index.ts';
import type { Jobs } from '../../jobs/port.ts';
import type { SiteReport } from '../../planning/index.ts';
import type { Store } from '../../store/port.ts';
import { type Answer, type Asked, ask, findAnswer } from '../answers/answers.ts';
import { checkRegion } from '../answers/check-names.ts';
import type { WarmRegion } from '../region/warm-region.ts';
import { getRun } from '../run/runs.ts';
import { exportPlan, type PlanExport, type PlanFormat } from './export-plan.ts';
import { checkPlan, completePlan, type PlanQuestion } from './plan-question.ts';
import { PLAN_REGION, type PlanReport } from './plan-region.ts';
import { checkSiting, completeSites, SITE_PLANTS, type SiteQuestion } from './site-plants.ts';
import { checkSplit, SPLIT_BENEFIT, type SplitQuestion, type SplitReport } from './split-benefit.ts';
import { nameAll, type PlanView, viewPlan } from './view-plan.ts';
import { checkWhatIf, imagine, isChanged } from './what-if.ts';

/** Plans, missing links and fair splits of a run: asked for by a job, kept beside the run. Every `start` throws `input` for what cannot be. */
export interface PlanCases {
  startPlan(question: PlanQuestion, runId?: string): Promise<Asked>;
  /** Throws `not-found` when nobody has asked it or the job has not ended. */
  getPlan(id: string): Promise<Answer<PlanQuestion, PlanView>>;
  /** The plan as a file; throws `not-found` as `getPlan` does, `conflict` where the limits contradict each other. */
  exportPlan(id: string, format: PlanFormat, options?: PlanExport): AsyncIterable<Uint8Array>;
  startSites(question: SiteQuestion, runId?: string): Promise<Asked>;
  getSites(id: string): Promise<Answer<SiteQuestion, SitesView>>;
  startSplit(question: SplitQuestion, runId?: string): Promise<Asked>;
  getSplit(id: string): Promise<Answer<SplitQuestion, SplitView>>;
}

/** A report with the names of all that it names. */
export type Named<T> = T & { readonly names: Readonly<Record<string, Bilingual>> };

export type SitesView = Named<SiteReport>;
export type SplitView = Named<SplitReport>;

export function planCases(store: Store, jobs: Jobs, knowledge: KnowledgeBase, warm: WarmRegion): PlanCases {
  const named = async <T extends object>({ run, found }: Answer<object, T>, ids: readonly string[]) => ({
    ...found,
    names: nameAll(await warm.of(await getRun(store, run)), knowledge, ids),
  });
  /** A kept plan with the region that it is of. */
  const planned = async (id: string) => {
    const answer = await findAnswer<PlanQuestion, PlanReport>(store, PLAN_REGION, id);
    const here = await warm.of(await getRun(store, answer.run));
    const { whatIf = {} } = answer.question;
    const region = isChanged(whatIf) ? imagine(here, knowledge, whatIf).region : here;
    return { answer, region, found: viewPlan(region, knowledge, answer.found, whatIf) };
  };
  const processes = new Set(knowledge.processes.map((process) => process.id));
  return {
    async startPlan(asked, runId) {
      const question = completePlan(asked);
      const run = await getRun(store, runId);
      const region = await warm.of(run);
      const { whatIf = {} } = question;
      checkWhatIf(whatIf, region, knowledge);
      await checkRegion(warm, run, question.region);
      checkPlan(question, isChanged(whatIf) ? imagine(region, knowledge, whatIf).region : region, knowledge);
      return ask({ store, jobs }, PLAN_REGION, question, run);
    },
    async *exportPlan(id, format, options = {}) {
      const { region, found } = await planned(id);
      yield* exportPlan(region, found, format, options);
    },
    async getPlan(id) {
      const { answer, found } = await planned(id);
      return { ...answer, found };
    },
    async startSites(asked, runId) {
      const question = completeSites(asked);
      checkSiting(question, processes);
      const run = await getRun(store, runId);
      await checkRegion(warm, run, question.region);
      return ask({ store, jobs }, SITE_PLANTS, question, run);
    },
    async getSites(id) {
      const answer = await findAnswer<SiteQuestion, SiteReport>(store, SITE_PLANTS, id);
      return { ...answer, found: await named(answer, namedInSites(answer.found)) };
    },
    async startSplit(question, runId) {
      const run = await getRun(store, runId);
      checkSplit(question, await warm.of(run), knowledge);
      return ask({ store, jobs }, SPLIT_BENEFIT, question, run);
    },
    async getSplit(id) {
      const answer = await findAnswer<SplitQuestion, SplitReport>(store, SPLIT_BENEFIT, id);
      const flows = answer.found.exchanges.flatMap((e) => [e.output, e.demand]);
      return { ...answer, found: await named(answer, [...flows, ...answer.found.split.players]) };
    },
  };
}

function namedInSites({ outputs, demands, processes, milkRuns }: SiteReport): string[] {
  return [
    ...outputs.flatMap((gap) => [gap.output, ...gap.processes]),
    ...demands.map((gap) => gap.demand),
    ...processes.flatMap(({ process, siting }) => [process, ...siting.plants.map((plant) => plant.place)]),
    ...milkRuns.flatMap(({ demand, runs, alone, left }) => [
      demand,
      ...runs.flatMap((run) => run.stops),
      ...alone,
      ...left,
    ]),
  ];
}
