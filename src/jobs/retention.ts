import type { Store } from '../store/port.ts';
import { FINAL } from './refusals.ts';

export interface Retention {
  /** Finished jobs kept at most. */
  readonly keep: number;
  readonly keepDays: number;
}

/** Takes out of the journal finished jobs, the oldest first, that are too many or too old. */
export async function retire(store: Store, { keep, keepDays }: Retention, now: Date): Promise<void> {
  const finished = await store.findJobs([...FINAL], keep + 1000);
  const oldest = new Date(now.getTime() - keepDays * 86_400_000).toISOString();
  const gone = finished.filter((job, k) => k >= keep || (job.finishedAt ?? job.createdAt) < oldest);
  if (gone.length > 0) await store.removeJobs(gone.map((job) => job.id));
}
