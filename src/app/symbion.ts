import type { Readable } from 'node:stream';
import type {
  Bilingual,
  Codes,
  Company,
  Direction,
  Exchange,
  Explanation,
  Flow,
  Issue,
  Match,
  Run,
  Settings,
  Site,
  TellStep,
} from '../domain/index.ts';
import type { ReadColumn } from '../ingest/index.ts';
import type { JobEvent, JobsState } from '../jobs/port.ts';
import type { Chain, Cluster, ClusterReport } from '../network/index.ts';
import type { SiteReport } from '../planning/index.ts';
import type { MovableStore } from '../store/moving.ts';
import type {
  ChangeReport,
  CompanyFilter,
  FlowFilter,
  JobRecord,
  MatchFilter,
  Page,
  StoreState,
  Versioned,
} from '../store/port.ts';
import type { Answer, Asked } from './answers/answers.ts';
import type { KnowledgeCases } from './knowledge/knowledge-cases.ts';
import type { ChainQuestion, ChainView, ClusterQuestion, NetworkCases } from './network/find-network.ts';
import type { RunMatches } from './offline.ts';
import type { PlanFormat } from './plan/export-plan.ts';
import type { PlanCases, SitesView, SplitView } from './plan/plan-cases.ts';
import type { PlanQuestion } from './plan/plan-question.ts';
import type { SiteQuestion } from './plan/site-plants.ts';
import type { SharedExchange, SplitQuestion, SplitReport } from './plan/split-benefit.ts';
import type { PlannedExchangeView, PlanView } from './plan/view-plan.ts';
import type { NewPlant, WhatIf } from './plan/what-if.ts';
import type { ReportFormat, ReportQuestion } from './report/index.ts';

export type {
  Answer,
  Asked,
  Chain,
  ChainQuestion,
  ChainView,
  ChangeReport,
  Cluster,
  ClusterQuestion,
  ClusterReport,
  CompanyFilter,
  FlowFilter,
  JobEvent,
  JobRecord,
  MatchFilter,
  MovableStore,
  NewPlant,
  Page,
  PlanFormat,
  PlannedExchangeView,
  PlanQuestion,
  PlanView,
  ReportFormat,
  ReportQuestion,
  SharedExchange,
  SiteQuestion,
  SiteReport,
  SitesView,
  SplitQuestion,
  SplitReport,
  SplitView,
  Versioned,
  WhatIf,
};

/** A file that a person hands in. `open` may be called more than once. */
export interface HandedFile {
  readonly name: string;
  /** Bytes, where known: what progress is told against. */
  readonly size?: number;
  open(): Readable | AsyncIterable<Uint8Array>;
}

export interface ImportOptions {
  /** Import the good rows and give the bad ones back; without it one error keeps everything out. */
  readonly acceptValid?: boolean;
  /** Retire companies and flows that the files do not name. */
  readonly retireMissing?: boolean;
  /** Check and preview only; nothing is written. */
  readonly dryRun?: boolean;
  /** Keep how to undo it, told as `undo` of the report. */
  readonly undoable?: boolean;
  /** Language of the reasons beside rejected rows; default English. */
  readonly lang?: 'ru' | 'en';
  /** Bytes read (and rows understood, of a workbook), then rows stored. */
  onProgress?: TellStep;
  /** Stops the import: nothing is written then. */
  readonly signal?: AbortSignal;
}

export interface ImportReport {
  /** False when nothing was written. */
  readonly imported: boolean;
  readonly issues: readonly Issue[];
  readonly changes: ChangeReport;
  readonly rows: { readonly companies: number; readonly flows: number; readonly rejected: number };
  /** Bad rows with their reasons as CSV; present when some row was rejected. */
  readonly rejectedCsv?: string;
  /** The first rows as understood: materials guessed, columns found. Only with `dryRun`. */
  readonly preview?: readonly Flow[];
  /** How each column was read. Only with `dryRun`. */
  readonly columns?: readonly ReadColumn[];
  /** For `undoImport`. */
  readonly undo?: string;
}

/** Settings that a caller may change; the rest has defaults. `asOf` defaults to today. */
export type SettingsInput = Partial<Settings>;

/** The region picture: what several matches claim of one flow is counted once. */
export interface RegionPicture {
  readonly region?: string;
  /** The earlier run that it is of: a country's current one, when it followed a change, has its own drawn only where it is named. */
  readonly run?: string;
  readonly companies: number;
  readonly flows: number;
  readonly matches: number;
  readonly blocked: number;
  /** Tonnes of outputs that have at least one open match, each limited to its quantity and its takers' need. */
  readonly exchangeableTonnesPerYear: number;
  readonly co2AvoidedKgPerYear: number;
  readonly netBenefitEurPerYear: number;
}

/** A site as the map needs it. */
export interface SiteView extends Site {
  readonly companyName: string;
  readonly nace?: string;
  /** Section letter of NACE. */
  readonly sector?: string;
  readonly outputTonnesPerYear: number;
  readonly inferredOnly: boolean;
}

/** A match with what people need to read it, in both languages where it is text. */
export interface MatchView extends Match {
  readonly outputDescription: string;
  readonly demandDescription: string;
  readonly outputCompanyName: string;
  readonly demandCompanyName: string;
  readonly materialName: Bilingual;
  readonly productName: Bilingual;
  readonly treatment: Bilingual;
  readonly from?: { readonly lat: number; readonly lon: number; readonly town?: string; readonly country?: string };
  readonly to?: { readonly lat: number; readonly lon: number; readonly town?: string; readonly country?: string };
  readonly confidential: boolean;
}

/** Of which run, and in which language. */
export interface Telling {
  readonly runId?: string | undefined;
  readonly lang?: 'ru' | 'en' | undefined;
}

/** A pair that came near to a match: what is said of it, and of whom. */
export interface NearMiss extends Explanation {
  /** Name of the other side's company. */
  readonly partner: string;
  /** What the other side's flow is, in its company's words. */
  readonly partnerFlow: string;
}

/** Why a flow has no (better) match: its nearest misses, best first. */
export interface WhyNot {
  readonly flow: string;
  readonly reason: Bilingual;
  readonly misses: readonly NearMiss[];
}

export interface Health {
  readonly ready: boolean;
  readonly store: StoreState;
  readonly jobs: JobsState;
  readonly knowledge: string;
  readonly problems: readonly Bilingual[];
}

/** Every use case, as the API and the command see it. All throw SymbionError. */
export interface Symbion extends KnowledgeCases, NetworkCases, PlanCases {
  importFiles(
    files: { companies?: HandedFile; flows?: HandedFile; workbook?: HandedFile },
    options?: ImportOptions,
  ): Promise<ImportReport>;

  /** Brings back what was there before an import; `conflict` when the data was changed since. */
  undoImport(id: string): Promise<ChangeReport>;

  findCompanies(
    filter: CompanyFilter,
    limit: number,
    after?: string,
  ): Promise<Page<Versioned<Company> & { sites: readonly Site[] }>>;
  getCompany(id: string): Promise<Versioned<Company> & { sites: readonly Site[] }>;
  /** Inserts (`expectedVersion` 0 or absent = any) or replaces; `stale` on another version. */
  putCompany(
    company: Company,
    sites: readonly Site[],
    expectedVersion?: number,
  ): Promise<Versioned<Company> & { sites: readonly Site[] }>;
  /** All or nothing. */
  putCompanies(companies: readonly (Company & { readonly sites: readonly Site[] })[]): Promise<ChangeReport>;
  retireCompany(id: string, expectedVersion?: number): Promise<void>;
  /** All or nothing; an unknown id is an `input` problem. */
  retireAll(ids: { readonly companies?: readonly string[]; readonly flows?: readonly string[] }): Promise<ChangeReport>;

  findFlows(filter: FlowFilter, limit: number, after?: string): Promise<Page<Versioned<Flow>>>;
  getFlow(id: string): Promise<Versioned<Flow>>;
  /** Classifies when it has no readings. */
  putFlow(flow: FlowInput, expectedVersion?: number): Promise<Versioned<Flow>>;
  /** All or nothing. */
  putFlows(flows: readonly FlowInput[]): Promise<ChangeReport>;
  retireFlow(id: string, expectedVersion?: number): Promise<void>;

  /** Starts the computation of a run; returns the job's id. */
  startRun(settings?: SettingsInput, options?: { force?: boolean }): Promise<string>;
  findRun(id?: string): Promise<Run | undefined>;
  listRuns(limit: number): Promise<readonly Run[]>;
  getJob(id: string): Promise<JobRecord>;
  listJobs(limit: number): Promise<readonly JobRecord[]>;
  watchJob(id: string, signal?: AbortSignal): AsyncIterable<JobEvent>;
  cancelJob(id: string): Promise<void>;
  retryJob(id: string): Promise<void>;

  /** Matches of a run (default: the current one). */
  findMatches(filter: MatchFilter, limit: number, after?: string, runId?: string): Promise<Page<MatchView>>;
  /** All matches of a run (default: the current one) in the form of `symbion match`; `blocked` adds the pairs that only a regime refuses. */
  listRun(options?: { readonly runId?: string; readonly blocked?: boolean }): Promise<RunMatches>;
  /** Any pair of known flows, with the settings of the run (default: the current one), told in a language (default: English). */
  explainPair(output: string, demand: string, options?: Telling): Promise<Explanation>;
  whyNot(flowId: string, options?: Telling): Promise<WhyNot>;
  picture(region?: string, runId?: string): Promise<RegionPicture>;
  listRegions(): Promise<
    readonly {
      readonly region: string;
      readonly country?: string;
      readonly companies: number;
      readonly flows: number;
    }[]
  >;
  findSites(filter: CompanyFilter, limit: number, after?: string): Promise<Page<SiteView>>;

  putExchange(exchange: Omit<Exchange, 'changedAt'>, expectedVersion: number): Promise<Exchange>;
  findExchanges(limit: number, after?: string): Promise<Page<Exchange>>;
  /** Every version of an exchange, the present one last. Throws `not-found`. */
  exchangeHistory(id: string): Promise<readonly Exchange[]>;

  /** Streams the export of the current run. Confidential flows and non-public companies are left out unless `include` names them. */
  exportRun(
    format: 'csv' | 'jsonl' | 'geojson' | 'gexf' | 'graphml' | 'xlsx' | 'parquet',
    options: { include?: 'confidential'; lang?: 'ru' | 'en'; runId?: string },
  ): AsyncIterable<Uint8Array>;
  /**
   * A region's report, or a company's fact sheet, to read and print. Confidential flows and non-public companies are left out unless `include` names them.
   * Throws `input` for a region without sites, `not-found` for a company that may not be told of.
   */
  report(format: ReportFormat, question: ReportQuestion): AsyncIterable<Uint8Array>;
  template(lang: 'ru' | 'en'): Promise<Uint8Array>;

  /** Asks for a first page, so that nobody waits for what that reads and compiles. */
  askAhead(): Promise<void>;
  /** Makes ready what later questions would wait for: all of a run's index, its columns as they were kept, the region. */
  warmUp(): Promise<void>;
  health(): Promise<Health>;
  /** Makes again constraints and indexes that the database has lost. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

/** A flow as a person or program gives it: free text, codes, any unit. The rest is worked out. */
export interface FlowInput {
  readonly id: string;
  readonly companyId: string;
  readonly siteId?: string;
  readonly direction: Direction;
  readonly description?: string;
  readonly codes?: Codes;
  readonly quantity?: number;
  readonly unit?: string;
  readonly period?: string;
  readonly state?: string;
  readonly temperatureC?: number;
  readonly hazardClass?: number;
  readonly currentRoute?: string;
  readonly disposalCost?: number;
  readonly price?: number;
  readonly currency?: string;
  readonly from?: string;
  readonly to?: string;
  readonly composition?: string;
  readonly confidential?: boolean;
  /** Chosen by a person; taken as it is. */
  readonly material?: string;
}
