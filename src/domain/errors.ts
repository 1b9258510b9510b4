import type { Bilingual } from './units.ts';

/** Closed list. `api/problem.ts` maps it to HTTP, `cli/exit.ts` to exit codes; nowhere else. */
export type ErrorKind =
  | 'input'
  | 'not-found'
  | 'conflict'
  | 'stale'
  | 'too-large'
  | 'unavailable'
  | 'cancelled'
  | 'internal';

/** One thing wrong with what was handed in: where, what was found, what was wanted. */
export interface Issue {
  readonly file?: string;
  /** Sheet of a workbook. */
  readonly sheet?: string;
  /** As a spreadsheet counts: the header is row 1. */
  readonly row?: number;
  /** By our name. */
  readonly column?: string;
  /** What the file calls the column, where that is another word. */
  readonly header?: string;
  readonly found?: string;
  readonly wanted: Bilingual;
  /** `error` keeps the row out; `warning` is only told. */
  readonly severity: 'error' | 'warning';
}

/** The only error class that crosses a room's door. */
export class SymbionError extends Error {
  readonly kind: ErrorKind;
  readonly text: Bilingual;
  readonly issues: readonly Issue[];
  /** Seconds after which a retry makes sense; only for `unavailable`. */
  readonly retryAfter?: number;

  constructor(
    kind: ErrorKind,
    text: Bilingual,
    more: { issues?: readonly Issue[]; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(text.en, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = 'SymbionError';
    this.kind = kind;
    this.text = text;
    this.issues = more.issues ?? [];
    if (more.retryAfter !== undefined) this.retryAfter = more.retryAfter;
  }
}
