import type { Match } from '../../domain/index.ts';
import {
  matchNetwork,
  type PublicView,
  publicView,
  writeCsv,
  writeGeoJson,
  writeGexf,
  writeGraphml,
  writeJsonLines,
  writeParquet,
  writeWorkbook,
} from '../../report/index.ts';
import type { Store } from '../../store/port.ts';
import type { WarmRegion } from '../region/warm-region.ts';
import type { Symbion } from '../symbion.ts';
import { getRun } from './runs.ts';

/** Matches read from the store at a time. */
const PAGE = 1000;

type Format = Parameters<Symbion['exportRun']>[0];
type Options = Parameters<Symbion['exportRun']>[1];

/** Streams a run in a format; what is confidential or not public stays out unless named. */
export async function* exportRun(
  store: Store,
  warm: WarmRegion,
  format: Format,
  options: Options,
): AsyncGenerator<Uint8Array> {
  const run = await getRun(store, options.runId);
  const region = await warm.of(run);
  const view = publicView(region.snapshot, options.include);
  for await (const part of write(format, view, allowed(store, run.id, view), options.lang ?? 'en'))
    yield typeof part === 'string' ? Buffer.from(part) : part;
}

async function* allowed(store: Store, runId: string, view: PublicView): AsyncGenerator<Match> {
  for (let after: string | undefined; ; ) {
    const page = await store.findMatches(runId, {}, PAGE, after);
    yield* page.rows.filter((match) => view.allows(match));
    if (page.next === undefined) return;
    after = page.next;
  }
}

async function* write(
  format: Format,
  view: PublicView,
  matches: AsyncGenerator<Match>,
  lang: 'ru' | 'en',
): AsyncGenerator<string | Uint8Array> {
  if (format === 'csv') yield* writeCsv(matches);
  else if (format === 'jsonl') yield* writeJsonLines(matches);
  else if (format === 'geojson') yield* writeGeoJson(view.snapshot, matches);
  else if (format === 'parquet') yield* writeParquet(matches);
  else {
    const all = await Array.fromAsync(matches);
    if (format === 'xlsx') yield await writeWorkbook(all, { snapshot: view.snapshot, lang });
    else if (format === 'gexf') yield writeGexf(matchNetwork(view.snapshot, all));
    else yield writeGraphml(matchNetwork(view.snapshot, all));
  }
}
