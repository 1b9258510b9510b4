import { signal } from '@preact/signals';
import type { Answer } from '../../../src/api/contract.ts';

export type MatchView = Answer<'findMatches'>['rows'][number];
export type Explanation = Answer<'explainPair'>;
export type Picture = Answer<'picture'>;
export type SiteView = Answer<'findSites'>['rows'][number];
export type ImportReport = Answer<'importFile'>;
export type Job = Answer<'getJob'>;
export type Found = Answer<'searchKnowledge'>['rows'][number];
export type MaterialPage = Answer<'getMaterial'>;
export type CoverageReport = Answer<'knowledgeCoverage'>;
export type WhyNot = Answer<'whyNot'>;
export type FlowRow = Answer<'findFlows'>['rows'][number];
export type CompanyRow = Answer<'findCompanies'>['rows'][number];
export type ChainPage = Answer<'getChains'>;
export type Chain = ChainPage['rows'][number];
export type ChainStep = Chain['steps'][number];
export type ClusterReport = Answer<'getClusters'>;
export type Cluster = ClusterReport['clusters'][number];
export type SitingReport = Answer<'getSites'>;
export type MissingProcess = SitingReport['processes'][number];
export type SplitAnswer = Answer<'getSplit'>;
export type PlanAnswer = Answer<'getPlan'>;
export type Band = NonNullable<PlanAnswer['bands']>['before'][number];
export type Parameter = Answer<'listParameters'>['rows'][number];

/** What the API says when something is wrong (RFC 9457). */
export class ApiProblem extends Error {
  /** 0 = no connection. */
  readonly status: number;
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];
  readonly report: ImportReport | undefined;

  constructor(status: number, title: string, errors: ApiProblem['errors'] = [], report?: ImportReport) {
    super(title);
    this.status = status;
    this.errors = errors;
    this.report = report;
  }
}

/** True while the program cannot be reached; what was asked before is answered from memory. */
export const offline = signal(false);

const LAST_ANSWERS = 400;
const answers = new Map<string, unknown>();

function remember(path: string, body: unknown): void {
  answers.delete(path);
  answers.set(path, body);
  if (answers.size > LAST_ANSWERS) answers.delete(answers.keys().next().value!);
}

/**
 * Asks the API in the page's language. Without a connection the last answer to the same question is given;
 * throws `ApiProblem` with status 0 when there is none.
 */
export async function ask<T>(path: string, options: RequestInit = {}): Promise<T> {
  const key = `${document.documentElement.lang} ${path}`;
  const reading = options.method === undefined || options.method === 'GET';
  try {
    const body = await fetchJson<T>(path, options);
    if (reading) remember(key, body);
    return body;
  } catch (error) {
    if (reading && error instanceof ApiProblem && error.status === 0 && answers.has(key)) return answers.get(key) as T;
    throw error;
  }
}

async function fetchJson<T>(path: string, options: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, {
      ...options,
      headers: { 'Accept-Language': document.documentElement.lang, ...options.headers },
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    offline.value = true;
    throw new ApiProblem(0, 'offline');
  }
  // the service worker marks what it answers from its store
  offline.value = response.headers.has('X-Kept-Since');
  const body = response.status === 204 ? undefined : await response.json();
  if (response.ok) return body as T;
  throw new ApiProblem(response.status, body?.detail ?? body?.title ?? response.statusText, body?.errors, body?.report);
}

/** Query string of what is set. */
export function query(values: Readonly<Record<string, string | number | undefined>>): string {
  const set = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return set.length === 0 ? '' : `?${new URLSearchParams(set.map(([key, value]) => [key, String(value)]))}`;
}

export const sendJson = (method: string, body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method,
  headers: { 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify(body),
});
