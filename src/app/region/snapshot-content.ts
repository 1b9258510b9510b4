import { hash as digest } from 'node:crypto';
import type { Snapshot } from '../../domain/index.ts';
import { ContentSum, type RowKind, rowContent } from '../../store/content.ts';

/** What a row adds to the content of a snapshot. */
export const hashOfRow = (kind: RowKind, row: object): Uint8Array => digest('sha256', rowContent(kind, row), 'buffer');

/** What `snapshotHash` of a store that holds this snapshot gives. */
export function contentOf({ companies, sites, flows }: Snapshot): string {
  const sum = new ContentSum();
  for (const row of companies) sum.add(hashOfRow('company', row));
  for (const row of sites) sum.add(hashOfRow('site', row));
  for (const row of flows) sum.add(hashOfRow('flow', row));
  return sum.toString();
}
