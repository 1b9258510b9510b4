import type { Match } from '../../domain/index.ts';
import { explain } from '../../engine/index.ts';
import { writeCsv, writeJsonLines } from '../../report/index.ts';
import type { Store } from '../../store/port.ts';
import type { RunMatches } from '../offline.ts';
import type { WarmRegion } from '../region/warm-region.ts';
import { getRun } from './runs.ts';

/** Matches of one output read at a time; a list is rarely longer. */
const PAGE = 1000;

/** The matches of a run (default: the current one) as `symbion match` writes them: by output, best first, blocked ones last if asked for. */
export async function listRun(
  store: Store,
  warm: WarmRegion,
  { runId, blocked = false }: { readonly runId?: string; readonly blocked?: boolean },
): Promise<RunMatches> {
  const run = await getRun(store, runId);
  const region = await warm.of(run);
  const outputs = region.snapshot.flows.filter((flow) => flow.direction === 'output').map((flow) => flow.id);
  const matches = () => byOutput(store, run.id, outputs, blocked);
  return {
    matches: { [Symbol.asyncIterator]: matches },
    rows: (format, lang = 'en') =>
      format === 'csv'
        ? writeCsv(matches())
        : writeJsonLines(matches(), ({ output, demand }) => explain(region.problem(), output, demand, lang).terms),
  };
}

async function* byOutput(
  store: Store,
  runId: string,
  outputs: readonly string[],
  blocked: boolean,
): AsyncGenerator<Match> {
  for (const output of outputs)
    for (let after: string | undefined; ; ) {
      const { rows, next } = await store.findMatches(
        runId,
        { output, ...(!blocked && { regime: 'open' }) },
        PAGE,
        after,
      );
      yield* rows;
      if (next === undefined) break;
      after = next;
    }
}
