import type { Run } from '../../domain/index.ts';
import type { MatchFilter, Store } from '../../store/port.ts';

const SORTS = ['score', 'money', 'co2', 'quantity'] as const satisfies MatchFilter['sort'][];
/** More than any match can score: such a question is answered only when all that could narrow it was looked at. */
const UNREACHED = 1001;

/** The region that gives the best match; a page is likely to be asked of it. */
export async function bestRegion(store: Store, { id }: Run): Promise<string | undefined> {
  const [best] = (await store.findMatches(id, {}, 1)).rows;
  const [giver] = best ? (await store.findCompanies({ ids: [best.outputCompany] }, 1)).rows : [];
  return giver?.sites[0]?.region;
}

/** Asks all that the page may ask of a run, so that an index which is made or read when first needed is there by then. */
export async function askAll(store: Store, { id }: Run): Promise<void> {
  for (const sort of SORTS) await store.findMatches(id, { sort }, 1);
  const [best] = (await store.findMatches(id, {}, 1)).rows;
  if (!best) return;
  const { material, demand, outputCompany: company } = best;
  await store.findMatches(id, { material, demand, company, minScore: UNREACHED }, 1);
}
