import type { Settings } from './settings.ts';

/** One immutable computation: snapshot + settings + knowledge -> ranked lists. Its id is the hash of these. */
export interface Run {
  readonly id: string;
  readonly snapshot: string;
  readonly knowledge: string;
  readonly engine: string;
  readonly settings: Settings;
  /** ISO time at which it was published; not part of the id. */
  readonly createdAt: string;
  readonly counts: RunCounts;
}

export interface RunCounts {
  readonly companies: number;
  readonly outputs: number;
  readonly demands: number;
  readonly matches: number;
  readonly blocked: number;
  readonly hints: number;
}

/** People's decision on a match. Never deleted by a run. */
export interface Exchange {
  readonly id: string;
  readonly output: string;
  readonly demand: string;
  readonly state: 'idea' | 'analysis' | 'talks' | 'agreed' | 'pilot' | 'running' | 'refused';
  readonly reason?: string;
  readonly version: number;
  readonly changedAt: string;
}
