import type { Match, Run } from '../domain/index.ts';
import type { Page, Store } from './port.ts';

/** Kinds of things besides runs, in the order in which they can be put back: owners first. An event is a version of an exchange. */
export const KEPT_KINDS = ['company', 'site', 'flow', 'exchange', 'event', 'result', 'job'] as const;
export type KeptKind = (typeof KEPT_KINDS)[number];

/** A thing as it is kept, whole. */
export interface Kept {
  /** Names it within its kind. */
  readonly key: string;
  /**
   * JSON. `{row, version, retired}` of a company or flow, `{row, retired}` of a site, `{run, kind, key, value}` of a result, else the row.
   */
  readonly body: unknown;
}

/** Regions of both sides when the run was published; null = unknown. */
export interface PlacedMatch {
  readonly match: Match;
  readonly outputRegion: string | null;
  readonly demandRegion: string | null;
}

/** A house from which everything can be taken, and into which it can be put as it was: for moving from one to the other. */
export interface MovableStore extends Store {
  /** All of a kind, retired rows too, in the house's own order. */
  listKept(kind: KeptKind, limit: number, after?: string): Promise<Page<Kept>>;
  /** Those of these keys that there are. */
  findKept(kind: KeptKind, keys: readonly string[]): Promise<readonly Kept[]>;
  countKept(kind: KeptKind): Promise<number>;
  /** Puts things whose keys are not there yet, with their versions, in one transaction. Their owners are there. */
  restore(kind: KeptKind, things: readonly Kept[]): Promise<void>;
  /** A run's matches by output, then demand id. */
  readRun(id: string): AsyncIterable<PlacedMatch>;
  /**
   * Puts a run after all that are there, as the current one. Interrupted, it leaves no run. Does nothing more with one that is there. What else a house
   * shows of its current run follows when that is published again.
   */
  restoreRun(run: Run, matches: AsyncIterable<PlacedMatch>, onProgress?: (done: number) => void): Promise<void>;
}
