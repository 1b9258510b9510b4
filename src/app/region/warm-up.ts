import type { Run } from '../../domain/index.ts';
import type { MatchFilter, Store } from '../../store/port.ts';

const SORTS = ['score', 'money', 'co2', 'quantity'] as const satisfies MatchFilter['sort'][];
/** More than any match can score: such a question is answered only when all that could narrow it was looked at. */
const UNREACHED = 1001;

/** Asks what the page will ask of a run, what it asks first before the rest, so that an index which is made or read when first needed is there by then. */
export async function askAhead(store: Store, { id }: Run): Promise<void> {
  const [best] = (await store.findMatches(id, {}, 1)).rows;
  if (!best) return;
  const [giver] = (await store.findCompanies({ ids: [best.outputCompany] }, 1)).rows;
  const region = giver?.sites[0]?.region;
  if (region) await store.findMatches(id, { region }, 1);
  for (const sort of SORTS) await store.findMatches(id, { sort }, 1);
  const { material, demand, outputCompany: company } = best;
  await store.findMatches(id, { material, demand, company, ...(region && { region }), minScore: UNREACHED }, 1);
}
