import type { Answer } from '../../src/api/contract.ts';

export type MatchView = Answer<'findMatches'>['rows'][number];
export type Explanation = Answer<'explainPair'>;
export type Picture = Answer<'picture'>;
export type SiteView = Answer<'findSites'>['rows'][number];
export type ImportReport = Answer<'importFile'>;
export type Job = Answer<'getJob'>;
export type Found = Answer<'searchKnowledge'>['rows'][number];
export type MaterialPage = Answer<'getMaterial'>;
export type WhyNot = Answer<'whyNot'>;

/** What the API says when something is wrong (RFC 9457). */
export class ApiProblem extends Error {
  readonly status: number;
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];

  constructor(status: number, title: string, errors: ApiProblem['errors'] = []) {
    super(title);
    this.status = status;
    this.errors = errors;
  }
}

/** Asks the API in the page's language. Throws `ApiProblem`; status 0 = no connection. */
export async function ask<T>(path: string, options: RequestInit = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/api/v1${path}`, {
      ...options,
      headers: { 'Accept-Language': document.documentElement.lang, ...options.headers },
    });
  } catch {
    throw new ApiProblem(0, 'offline');
  }
  const body = response.status === 204 ? undefined : await response.json();
  if (!response.ok)
    throw new ApiProblem(response.status, body?.detail ?? body?.title ?? response.statusText, body?.errors);
  return body as T;
}

/** Query string of what is set. */
export function query(values: Readonly<Record<string, string | number | undefined>>): string {
  const set = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return set.length === 0 ? '' : `?${new URLSearchParams(set.map(([key, value]) => [key, String(value)]))}`;
}
