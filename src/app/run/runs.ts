import { type Run, type Settings, SymbionError } from '../../domain/index.ts';
import type { Jobs } from '../../jobs/port.ts';
import type { JobRecord, Store } from '../../store/port.ts';
import type { Symbion } from '../symbion.ts';
import { runId } from './run-id.ts';

/** Kind of the job that computes a run. */
export const MATCH_REGION = 'match-region';

type RunCases = Pick<
  Symbion,
  'startRun' | 'findRun' | 'listRuns' | 'getJob' | 'listJobs' | 'watchJob' | 'cancelJob' | 'retryJob'
>;

/** Runs and the jobs that compute them. @param knowledge version */
export function runCases(
  store: Store,
  jobs: Jobs,
  complete: (settings: Parameters<Symbion['startRun']>[0]) => Settings,
  knowledge: string,
): RunCases {
  const getJob = async (id: string): Promise<JobRecord> => {
    const job = await jobs.find(id);
    if (job) return job;
    throw new SymbionError('not-found', { ru: `Задание «${id}» не найдено.`, en: `There is no job "${id}".` });
  };
  return {
    async startRun(asked, { force = false } = {}) {
      // keyed by what it computes on, so that the same work is done once and new data make a new job
      const [settings, snapshot] = [complete(asked), await store.snapshotHash()];
      // done before, but another run may have become current since
      const isCurrent = (await store.findRun())?.id === runId(snapshot, knowledge, settings);
      return jobs.submit(MATCH_REGION, { settings, snapshot }, { force: force || !isCurrent });
    },
    findRun: (id) => store.findRun(id),
    listRuns: (limit) => store.listRuns(limit),
    getJob,
    listJobs: (limit) => jobs.list(limit),
    async *watchJob(id, signal) {
      await getJob(id);
      yield* jobs.watch(id, signal);
    },
    async cancelJob(id) {
      await getJob(id);
      await jobs.cancel(id);
    },
    async retryJob(id) {
      await getJob(id);
      await jobs.retry(id);
    },
  };
}

/** The run of this id, or the current one; throws `not-found`. */
export async function getRun(store: Store, id?: string): Promise<Run> {
  const run = await store.findRun(id);
  if (run) return run;
  throw new SymbionError(
    'not-found',
    id === undefined
      ? { ru: 'Расчёта ещё нет: запустите его.', en: 'There is no run yet: start one.' }
      : { ru: `Расчёт «${id}» не найден.`, en: `There is no run "${id}".` },
  );
}
