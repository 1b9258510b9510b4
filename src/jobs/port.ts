import type { JobRecord } from '../store/port.ts';

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** What is being done, for people. */
  readonly what: string;
}

/** What a job's handler gets. */
export interface JobContext {
  readonly signal: AbortSignal;
  progress(p: Progress): void;
}

/** Runs one kind of job. Must be idempotent: it may run again after a crash. Returns a small JSON result; large ones go to the store. */
export type JobHandler = (payload: unknown, context: JobContext) => Promise<unknown>;

/** Events of one job, in order; the last one has a final state. */
export interface JobEvent {
  readonly job: JobRecord;
}

/**
 * Hands work to whoever computes it. Both houses pass `test/contract/jobs.ts`.
 * A job is keyed by content: submitting the same kind and payload while it waits or runs gives the same id and no second run.
 */
export interface Jobs {
  /** Accepted = in the store's journal. Returns the job's id (hash of kind and payload). `force` runs it again though done. */
  submit(kind: string, payload: unknown, options?: { readonly force?: boolean }): Promise<string>;
  find(id: string): Promise<JobRecord | undefined>;
  list(limit: number): Promise<readonly JobRecord[]>;
  /** Stops it; a waiting job never starts. No effect when final. */
  cancel(id: string): Promise<void>;
  /** Runs a failed, cancelled or interrupted job again. */
  retry(id: string): Promise<void>;
  /** Events from now on, first the present state; ends with a final state. */
  watch(id: string, signal?: AbortSignal): AsyncIterable<JobEvent>;
  /** Proves that jobs are consumed; throws `unavailable` with the reason. */
  check(): Promise<{ readonly waiting: number; readonly active: number; readonly oldestWaitingSeconds: number }>;
  /** Finishes or hands back what runs. */
  close(): Promise<void>;
}
