import type { KnowledgeBase, Match, Run, Snapshot } from '../../domain/index.ts';
import type { JobContext } from '../../jobs/port.ts';
import type { Store } from '../../store/port.ts';
import { openRegion } from '../region/region.ts';
import { contentOf } from '../region/snapshot-content.ts';
import { getRun } from '../run/runs.ts';
import { changedSince } from './answers.ts';

const PAGE = 10_000;

/** The run with all its matches and the snapshot it was made of, inferred flows included. Throws `conflict` when the data are not those any more. */
export async function gather(
  { store, knowledge }: { readonly store: Store; readonly knowledge: KnowledgeBase },
  runId: string,
  { signal, progress }: JobContext,
): Promise<{ readonly run: Run; readonly matches: readonly Match[]; readonly snapshot: Snapshot }> {
  const run = await getRun(store, runId);
  const total = run.counts.matches + run.counts.blocked;
  const matches: Match[] = [];
  for (let after: string | undefined; ; ) {
    signal.throwIfAborted();
    const page = await store.findMatches(run.id, {}, PAGE, after);
    matches.push(...page.rows);
    progress({ done: matches.length, total, what: 'matches' });
    after = page.next;
    if (after === undefined) break;
  }
  const declared = await store.loadSnapshot();
  if ((await store.snapshotHash()) !== run.snapshot && contentOf(declared) !== run.snapshot) throw changedSince(run);
  const { snapshot } = openRegion(declared, knowledge, run.settings);
  return { run, matches, snapshot };
}
