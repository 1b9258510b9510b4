import type { Logger } from 'pino';
import type { JobRecord } from '../store/port.ts';

/** A line of the log for each change of a job's state, with its id, and its duration for who measures. */
export function watchJobs(
  log: Logger,
  onJob: (job: JobRecord, seconds: number | undefined) => void,
): (job: JobRecord) => void {
  const begun = new Map<string, number>();
  return (job) => {
    const { id: jobId, kind, state, attempts, worker, reason } = job;
    if (state === 'active') {
      if (begun.has(jobId)) return;
      begun.set(jobId, performance.now());
      log.info({ jobId, kind, state, attempts, worker }, 'job');
      return;
    }
    const from = begun.get(jobId);
    begun.delete(jobId);
    const seconds = from === undefined ? undefined : (performance.now() - from) / 1000;
    const line = { jobId, kind, state, attempts, worker, seconds, ...(reason !== undefined && { reason }) };
    if (state === 'failed') log.error(line, 'job');
    else log.info(line, 'job');
    onJob(job, seconds);
  };
}
