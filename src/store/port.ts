import type { Company, Direction, Exchange, Flow, Match, Run, Site, Snapshot } from '../domain/index.ts';

/** A page of rows in a total order; `next` is the opaque key to go on with. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly next?: string;
}

/** A stored row with the version that If-Match compares. */
export type Versioned<T> = T & { readonly version: number };

/** All or nothing: written whole or not at all. */
export interface ChangeSet {
  readonly companies?: readonly Company[];
  readonly sites?: readonly Site[];
  readonly flows?: readonly Flow[];
  /** Ids to retire; retiring a company retires its sites and flows. */
  readonly retireCompanies?: readonly string[];
  readonly retireFlows?: readonly string[];
  /** Ids whose stored version must be this, else `stale` and nothing is written. 0 = must not exist yet. */
  readonly expect?: ReadonlyMap<string, number>;
}

/** What a change set did, by kind. `unchanged` rows keep their version. */
export interface ChangeReport {
  readonly companies: {
    readonly added: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly retired: number;
  };
  readonly flows: {
    readonly added: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly retired: number;
  };
}

export interface FlowFilter {
  readonly companyId?: string;
  readonly direction?: Direction;
  readonly material?: string;
  readonly region?: string;
  /** Words in id or description. */
  readonly text?: string;
  readonly ids?: readonly string[];
}

export interface CompanyFilter {
  readonly region?: string;
  readonly country?: string;
  readonly text?: string;
  readonly ids?: readonly string[];
}

export interface MatchFilter {
  readonly output?: string;
  readonly demand?: string;
  /** Either side. */
  readonly company?: string;
  /** Either side's region. */
  readonly region?: string;
  readonly material?: string;
  readonly use?: string;
  readonly minScore?: number;
  readonly minNetBenefitEurPerYear?: number;
  readonly minCo2KgPerYear?: number;
  readonly inferred?: boolean;
  readonly regime?: 'open' | 'blocked';
  readonly sort?: 'score' | 'money' | 'co2' | 'quantity';
}

/** A job as the journal keeps it, so that a crash loses none. */
export interface JobRecord {
  readonly id: string;
  readonly kind: string;
  /** JSON. */
  readonly payload: unknown;
  readonly state: 'waiting' | 'active' | 'done' | 'failed' | 'cancelled' | 'interrupted';
  readonly progress?: { readonly done: number; readonly total: number; readonly what: string };
  readonly result?: unknown;
  readonly reason?: string;
  readonly attempts: number;
  readonly createdAt: string;
  readonly finishedAt?: string;
}

/**
 * Where companies, flows, runs and people's decisions live. Both houses pass `test/contract/store.ts`.
 * Every method may throw SymbionError `unavailable`; nothing driver-specific leaks. Reads see committed whole states only.
 */
export interface Store {
  /** Applies a change set atomically. Throws `stale`, or `input` for a site of no company or a flow of no site. */
  apply(changes: ChangeSet): Promise<ChangeReport>;
  /** Companies by id order, with their sites. */
  findCompanies(
    filter: CompanyFilter,
    limit: number,
    after?: string,
  ): Promise<Page<Versioned<Company> & { sites: readonly Site[] }>>;
  /** Flows by id order. */
  findFlows(filter: FlowFilter, limit: number, after?: string): Promise<Page<Versioned<Flow>>>;
  /** Canonical: ids in UTF-8 order. */
  loadSnapshot(): Promise<Snapshot>;
  /** Hash of all that `loadSnapshot` would return, cheap. Changes with every change of data. */
  snapshotHash(): Promise<string>;
  /**
   * Publishes a run: its matches (ranked lists by output, blocked and hints included) become readable at once, whole, under
   * `run.id`, and it becomes the current run. Lists already stored are not written again. Idempotent.
   */
  publishRun(
    run: Run,
    matches: Iterable<Match> | AsyncIterable<Match>,
    onProgress?: (done: number) => void,
  ): Promise<void>;
  /** The run of this id, or the current one; undefined when there is none. */
  findRun(id?: string): Promise<Run | undefined>;
  /** Newest first. */
  listRuns(limit: number): Promise<readonly Run[]>;
  /** By falling sort key, ties by output then demand id. Within one output's filter: by rank. */
  findMatches(runId: string, filter: MatchFilter, limit: number, after?: string): Promise<Page<Match>>;
  /** Inserts or replaces when `expectedVersion` is the stored one (0 = new), else `stale`. */
  putExchange(exchange: Exchange, expectedVersion: number): Promise<Exchange>;
  findExchanges(limit: number, after?: string): Promise<Page<Exchange>>;
  /** The job journal and outbox: accepted work is here before it is anywhere else. */
  putJob(job: JobRecord): Promise<void>;
  findJobs(states?: readonly JobRecord['state'][], limit?: number): Promise<readonly JobRecord[]>;
  getJob(id: string): Promise<JobRecord | undefined>;
  /** Key-value results of a run (chains, clusters, plans), JSON. */
  putResult(runId: string, kind: string, key: string, value: unknown): Promise<void>;
  findResult(runId: string, kind: string, key: string): Promise<unknown>;
  /** Throws `unavailable` with the plain reason when not usable. */
  check(): Promise<{ readonly kind: string; readonly version: string; readonly problems: readonly string[] }>;
  close(): Promise<void>;
}
