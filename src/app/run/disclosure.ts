import { setImmediate as nextTurn } from 'node:timers/promises';
import { readInferredId } from '../../classify/index.ts';
import type { Match } from '../../domain/index.ts';
import type { Store } from '../../store/port.ts';
import { pagesOf } from '../pages.ts';

/** Rows asked of the store at a time. */
const PAGE = 1000;

/**
 * Which matches may leave the house: those of flows that are not confidential and of public companies, as both are stored now. Of a country only the ids
 * of such flows are held.
 */
export async function disclosedMatches(store: Store): Promise<(match: Match) => boolean> {
  const companies = new Set<string>();
  for await (const rows of pagesOf((after) => store.findCompanies({}, PAGE, after)))
    for (const { id, visibility } of await inTurn(rows)) if (visibility === 'public') companies.add(id);
  const flows = new Set<string>();
  for await (const rows of pagesOf((after) => store.findFlows({}, PAGE, after)))
    for (const { id, companyId, confidential } of await inTurn(rows))
      if (!confidential && companies.has(companyId)) flows.add(id);
  // an inferred flow is not stored: it is its company's
  const isDisclosed = (id: string, companyId: string) =>
    flows.has(id) || (readInferredId(id) !== undefined && companies.has(companyId));
  return (match) => isDisclosed(match.output, match.outputCompany) && isDisclosed(match.demand, match.demandCompany);
}

/** A page after others had their turn: a country has thousands. */
async function inTurn<T>(rows: readonly T[]): Promise<readonly T[]> {
  await nextTurn();
  return rows;
}
