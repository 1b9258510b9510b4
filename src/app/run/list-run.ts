import type { Match } from '../../domain/index.ts';
import { explain } from '../../engine/index.ts';
import { writeCsv, writeJsonLines } from '../../report/index.ts';
import type { Store } from '../../store/port.ts';
import type { RunMatches } from '../offline.ts';
import type { WarmRegion } from '../region/warm-region.ts';
import { getRun } from './runs.ts';

/** The matches of a run (default: the current one) as `symbion match` writes them: by output, best first, blocked ones last if asked for. */
export async function listRun(
  store: Store,
  warm: WarmRegion,
  { runId, blocked = false }: { readonly runId?: string; readonly blocked?: boolean },
): Promise<RunMatches> {
  const run = await getRun(store, runId);
  const region = await warm.of(run);
  const matches = () => byOutput(store, run.id, blocked);
  return {
    matches: { [Symbol.asyncIterator]: matches },
    rows: (format, lang = 'en') =>
      format === 'csv'
        ? writeCsv(matches())
        : writeJsonLines(matches(), ({ output, demand }) => explain(region.problem(), output, demand, lang).terms),
  };
}

async function* byOutput(store: Store, runId: string, blocked: boolean): AsyncGenerator<Match> {
  for await (const list of store.readMatches(runId))
    for (const match of list) if (blocked || match.regime === 'open') yield match;
}
