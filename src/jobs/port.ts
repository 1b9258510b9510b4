import type { Bilingual, Step } from '../domain/index.ts';
import type { JobRecord } from '../store/port.ts';

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** What is being done. */
  readonly what: Step;
}

/** Work of one kind that a job hands out; `what` is told to people while it is done. */
export interface Parts {
  readonly kind: string;
  readonly payloads: readonly unknown[];
  readonly what: Step;
}

/** What a job's handler gets. */
export interface JobContext {
  readonly signal: AbortSignal;
  progress(p: Progress): void;
  /**
   * Runs parts of this job, in any order and wherever there is room, and gives what each one returned. Parts are keyed by content, are not in the
   * journal and hand out none themselves. The job gives up its room meanwhile: the handler may end here by a rejection that it must let pass, and is begun
   * again when the parts are done; asking for the same parts then gives their results, for others (the data changed) hands them out anew.
   * Throws the first part's fault when all have ended.
   */
  runParts(parts: Parts): Promise<readonly unknown[]>;
}

/** Runs one kind of job. Must be idempotent: it may run again after a crash. Returns a small JSON result; large ones go to the store. */
export type JobHandler = (payload: unknown, context: JobContext) => Promise<unknown>;

/** Events of one job, in order; the last one has a final state. */
export interface JobEvent {
  readonly job: JobRecord;
}

export interface JobsState {
  readonly waiting: number;
  readonly active: number;
  readonly oldestWaitingSeconds: number;
  /** What carries the jobs, with its version, where that is a server. */
  readonly server?: string;
  /** What is wrong with it, each with what to do about it. */
  readonly problems?: readonly Bilingual[];
}

/**
 * Hands work to whoever computes it. Both houses pass `test/contract/jobs.ts`.
 * A job is keyed by content: submitting the same kind and payload while it waits or runs gives the same id and no second run.
 */
export interface Jobs {
  /**
   * Accepted = in the store's journal. Returns the job's id (hash of kind and payload, whatever the order of keys). A job that
   * failed, was cancelled or interrupted is queued again; one that is done only with `force`. `input` for an unknown kind.
   */
  submit(kind: string, payload: unknown, options?: { readonly force?: boolean }): Promise<string>;
  find(id: string): Promise<JobRecord | undefined>;
  list(limit: number): Promise<readonly JobRecord[]>;
  /** Asks it to stop; a waiting job never starts. No effect when final. Throws `not-found`. */
  cancel(id: string): Promise<void>;
  /** Queues a failed, cancelled or interrupted job again; no effect on others. Throws `not-found`. */
  retry(id: string): Promise<void>;
  /**
   * Events from now on, first the present state; ends with a final state, quietly when `signal` aborts or the house closes.
   * Progress may be thinned out, changes of state never. Throws `not-found`.
   */
  watch(id: string, signal?: AbortSignal): AsyncIterable<JobEvent>;
  /** Proves that jobs are consumed; throws `unavailable` with the reason. */
  check(): Promise<JobsState>;
  /** Hands back what runs: it waits in the journal for the next start. Cancelled jobs stay cancelled. */
  close(): Promise<void>;
}
