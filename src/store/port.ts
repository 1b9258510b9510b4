import type {
  Bilingual,
  Company,
  Direction,
  ErrorKind,
  Exchange,
  Flow,
  KnowledgeBase,
  Match,
  Run,
  Site,
  Snapshot,
  Step,
} from '../domain/index.ts';

/** A page of rows in a total order; `next` is the opaque key to go on with. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly next?: string;
}

/** A stored row with the version that If-Match compares. */
export type Versioned<T> = T & { readonly version: number };

/**
 * All or nothing: written whole or not at all. Companies first, then sites, flows, and last what is retired.
 * An id named twice: the last one wins. A retired row is not found any more; when it comes back its version goes on rising.
 * Ids are 1 to 400 bytes of well-formed text without NUL, numbers are finite, else `input`.
 */
export interface ChangeSet {
  readonly companies?: readonly Company[];
  readonly sites?: readonly Site[];
  readonly flows?: readonly Flow[];
  /** Ids to retire, unknown ones are passed over; retiring a company retires its sites and flows, a site its flows. */
  readonly retireCompanies?: readonly string[];
  readonly retireSites?: readonly string[];
  readonly retireFlows?: readonly string[];
  /**
   * Ids whose stored version must be this before anything is written, else `stale`. 0 = must not exist (or is retired).
   * An id means the flow if this set puts or retires a flow of it, else the company if it does so, else the company or flow stored.
   */
  readonly expect?: ReadonlyMap<string, number>;
}

/**
 * What a change set did, by kind. `unchanged` rows keep their version. A company's version covers its sites:
 * a site added, changed or retired counts as a change of its company, once a change set.
 */
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
  /** Of any of its readings. */
  readonly material?: string;
  /** Of its site. */
  readonly region?: string;
  /** Beginnings of words in id or description, all of them, any case. */
  readonly text?: string;
  readonly ids?: readonly string[];
}

/** `region` and `country` hold when one site of the company has both; `text`: beginnings of words in id or name. */
export interface CompanyFilter {
  readonly region?: string;
  readonly country?: string;
  readonly text?: string;
  readonly ids?: readonly string[];
}

/** All given conditions must hold; a match whose value is unknown does not reach a minimum. */
export interface MatchFilter {
  readonly output?: string;
  readonly demand?: string;
  /** Either side. */
  readonly company?: string;
  /**
   * Either side's region when the run was published, or in its snapshot: of the flow's site; of a flow that is not stored
   * (an inferred one), of its company's first site by id.
   */
  readonly region?: string;
  readonly material?: string;
  readonly use?: string;
  readonly minScore?: number;
  readonly minNetBenefitEurPerYear?: number;
  readonly minCo2KgPerYear?: number;
  readonly inferred?: boolean;
  readonly regime?: 'open' | 'blocked';
  /** Default: by rank when `output` is given, else `score`. `money` = net benefit. */
  readonly sort?: 'score' | 'money' | 'co2' | 'quantity';
}

/** Region of either side of a match; null = unknown. */
export interface SideRegions {
  output(match: Match): string | null;
  demand(match: Match): string | null;
}

/** A job as the journal keeps it, so that a crash loses none. */
export interface JobRecord {
  readonly id: string;
  readonly kind: string;
  /** JSON. */
  readonly payload: unknown;
  readonly state: 'waiting' | 'active' | 'done' | 'failed' | 'cancelled' | 'interrupted';
  readonly progress?: { readonly done: number; readonly total: number; readonly what: Step };
  readonly result?: unknown;
  /** Why it did not end well, in English. */
  readonly reason?: string;
  /** The same for people, where it is known in both languages. */
  readonly told?: Bilingual;
  /** What kind of error that was, where it was one of ours. */
  readonly fault?: ErrorKind;
  readonly attempts: number;
  readonly createdAt: string;
  readonly finishedAt?: string;
  /** Who accepted or runs it, so that a process does not take a living one's work. An active job of nobody waits for its parts. */
  readonly worker?: string;
  /** Its place in the runner's queue, where the runner has one outside this process. */
  readonly place?: string;
}

/** A step that brings a database to the newest schema. */
export interface Migration {
  readonly name: string;
  readonly purpose: string;
  readonly applied: boolean;
}

export interface StoreState {
  readonly kind: string;
  readonly version: string;
  /** What is wrong, each with what to do about it. */
  readonly problems: readonly Bilingual[];
  readonly migrations?: readonly Migration[];
}

/** A chain that was found in a run. */
export interface FoundChain {
  readonly id: string;
  readonly companies: readonly string[];
  readonly steps: readonly {
    /** From 1. */
    readonly n: number;
    readonly output: string;
    readonly demand: string;
    readonly quantityPerYear: number;
    readonly unit: string;
  }[];
  readonly netBenefitEurPerYear: number;
  readonly co2KgPerYear: number;
}

/** A cluster that was found in a run. */
export interface FoundCluster {
  readonly id: string;
  readonly name: Bilingual;
  readonly companies: readonly string[];
  readonly netBenefitEurPerYear: number;
  readonly co2KgPerYear: number;
}

/** A company's part in something that was found: in which answer, at which place of it (from 0). */
export interface Membership {
  readonly kind: 'chain' | 'cluster';
  readonly answer: string;
  readonly place: number;
  readonly id: string;
}

/** By kind, answer, place. */
export function inOrder(a: Membership, b: Membership): number {
  const key = (m: Membership) => `${m.kind} ${m.answer}`;
  return key(a) === key(b) ? a.place - b.place : key(a) < key(b) ? -1 : 1;
}

/**
 * Where companies, flows, runs and people's decisions live. Both houses pass `test/contract/store.ts`.
 * Every method may throw SymbionError `unavailable`; nothing driver-specific leaks. Reads see committed whole states only.
 */
export interface Store {
  /**
   * Applies a change set atomically, or a stream of them as one (each part may refer to what is stored or came before; `expect`
   * counts in the first). Holds a bounded part in memory. Throws `stale`, or `input` with every site of no company, flow of no
   * site, and flow whose company is not its site's. `onProgress` counts the rows written so far.
   */
  apply(changes: ChangeSet | AsyncIterable<ChangeSet>, onProgress?: (rows: number) => void): Promise<ChangeReport>;
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
  /** Hash of all that `loadSnapshot` would return, by `ContentSum` of content.ts: the same in either house, kept up to date, so cheap to ask. */
  snapshotHash(): Promise<string>;
  /**
   * Publishes a run: its matches (ranked lists by output, blocked and hints included) become readable at once, whole, under
   * `run.id`, and it becomes the current run. The matches of one output come together. Lists already stored are not written again.
   * Idempotent: a run already stored only becomes current again. Other work goes on meanwhile; `onProgress` counts matches.
   * @param regions of both sides, where the caller knows them from the run's snapshot; else they are looked up as they are stored now
   */
  publishRun(
    run: Run,
    matches: Iterable<Match> | AsyncIterable<Match>,
    onProgress?: (done: number) => void,
    regions?: SideRegions,
  ): Promise<void>;
  /**
   * Publishes a run that differs from the current one, `from`, in the lists of these outputs only: `matches` are all that they have now (an output
   * without any has no list any more), those of one output together. Else as `publishRun`. Throws `conflict` when another run is current.
   */
  amendRun(run: Run, from: string, outputs: readonly string[], matches: Iterable<Match>): Promise<void>;
  /**
   * Takes out runs; no effect on the current one, and on one beside which results are kept. Lists that no run has any more may go with them: who still pages
   * through a run that is taken out may be told `not-found`.
   */
  removeRuns(ids: readonly string[]): Promise<void>;
  /** The run of this id, or the current one; undefined when there is none. */
  findRun(id?: string): Promise<Run | undefined>;
  /** Latest published first. */
  listRuns(limit: number): Promise<readonly Run[]>;
  /**
   * By falling sort key, unknown values last, ties by output then demand id. With `output` and no `sort`: by rank, those without
   * rank last, by demand id. Throws `not-found` for an unknown run, `input` for an `after` that is not one of this run and sort.
   */
  findMatches(runId: string, filter: MatchFilter, limit: number, after?: string): Promise<Page<Match>>;
  /**
   * All matches of a run, those of one output at a time, by output id; each output's by rank, those without rank last, by demand id. Of matches
   * a few lists are held. Throws `not-found` for an unknown run, also when it is taken out meanwhile.
   */
  readMatches(runId: string): AsyncIterable<readonly Match[]>;
  /** Inserts or replaces when `expectedVersion` is the stored one (0 = new), else `stale`. */
  putExchange(exchange: Exchange, expectedVersion: number): Promise<Exchange>;
  findExchanges(limit: number, after?: string): Promise<Page<Exchange>>;
  /** What an exchange was, version after version, the present one last; empty when there is none. */
  exchangeHistory(id: string): Promise<readonly Exchange[]>;
  /** The job journal and outbox: accepted work is here before it is anywhere else. Inserts or replaces by id. */
  putJob(job: JobRecord): Promise<void>;
  /** Latest accepted first: by `createdAt`, then id. */
  findJobs(states?: readonly JobRecord['state'][], limit?: number): Promise<readonly JobRecord[]>;
  getJob(id: string): Promise<JobRecord | undefined>;
  /** Takes finished jobs out of the journal. */
  removeJobs(ids: readonly string[]): Promise<void>;
  /** Key-value results of a run (chains, clusters, plans), JSON. The run may be published later; undefined when there is none. */
  putResult(runId: string, kind: string, key: string, value: unknown): Promise<void>;
  findResult(runId: string, kind: string, key: string): Promise<unknown>;
  /** Takes out all results of this kind beside a run, some at a time. */
  removeResults(runId: string, kind: string): Promise<void>;
  /**
   * Keeps what an answer about a run found as things that can be walked (in Neo4j nodes), in its order; replaces what the same answer
   * had of that kind. The companies are stored.
   */
  putNetwork(
    runId: string,
    answer: string,
    found: { readonly chains?: readonly FoundChain[]; readonly clusters?: readonly FoundCluster[] },
  ): Promise<void>;
  /** Shows what is known of materials to those who walk the graph. Absent where nobody can. */
  showKnowledge?(knowledge: KnowledgeBase): Promise<void>;
  /** In which chains and clusters found in a run a company takes part: by kind, answer, place. */
  findMemberships(runId: string, companyId: string): Promise<readonly Membership[]>;
  /** Throws `unavailable` with the plain reason when not usable. */
  check(): Promise<StoreState>;
  /** Makes again what the database needs beside its rows: constraints and indexes. */
  mend(): Promise<void>;
  close(): Promise<void>;
}
