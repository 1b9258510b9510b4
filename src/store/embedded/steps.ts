import { hash as digest } from 'node:crypto';
import type { Company, Flow, Site } from '../../domain/index.ts';
import { type RowKind, rowContent } from '../content.ts';
import type { ChangeSet } from '../port.ts';

/** A row as it is stored: canonical JSON, and the first 16 bytes of its SHA-256 with its kind. */
export interface Content {
  readonly body: string;
  readonly hash: Uint8Array;
}

/** One row of a change set, ready to be written, or the id of one to be retired. */
export type Step =
  | ({ readonly put: 'company'; readonly row: Company } & Content)
  | ({ readonly put: 'site'; readonly row: Site } & Content)
  | ({ readonly put: 'flow'; readonly row: Flow } & Content)
  | { readonly retire: RowKind; readonly id: string };

/** A change set in the order in which it is written. Throws `input` for a number that is not finite. */
export function* stepsOf(changes: ChangeSet): Generator<Step> {
  for (const row of changes.companies ?? []) yield { put: 'company', row, ...contentOf('company', row) };
  for (const row of changes.sites ?? []) yield { put: 'site', row, ...contentOf('site', row) };
  for (const row of changes.flows ?? []) yield { put: 'flow', row, ...contentOf('flow', row) };
  for (const id of changes.retireFlows ?? []) yield { retire: 'flow', id };
  for (const id of changes.retireSites ?? []) yield { retire: 'site', id };
  for (const id of changes.retireCompanies ?? []) yield { retire: 'company', id };
}

function contentOf(kind: RowKind, row: object): Content {
  const content = rowContent(kind, row);
  return { body: content.slice(kind.length + 1), hash: digest('sha256', content, 'buffer').subarray(0, 16) };
}
