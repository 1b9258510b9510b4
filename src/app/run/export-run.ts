import { type Match, type Run, SymbionError } from '../../domain/index.ts';
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
import { pagesOf } from '../pages.ts';
import type { WarmRegion } from '../region/warm-region.ts';
import type { Symbion } from '../symbion.ts';
import { disclosedMatches } from './disclosure.ts';
import { getRun } from './runs.ts';

/** Matches read from the store at a time. */
const PAGE = 1000;

type Format = Parameters<Symbion['exportRun']>[0];
type Options = Parameters<Symbion['exportRun']>[1];

/** Matches up to which forms that are made whole in memory are given: a GraphML takes 10 kB a match, and a sheet of Excel ends at a million rows. */
const MOST_HELD = 150_000;

/** Forms that need nothing but the matches. */
const TABLES = { csv: writeCsv, jsonl: writeJsonLines, parquet: writeParquet } as const;

/**
 * Streams a run in a format; what is confidential or not public stays out unless named. Tables have the matches by output, each output's best first, as they
 * are kept, so a country's are not held; a workbook has the best of all first. Throws `too-large` before anything is read for a form that would not fit.
 */
export async function* exportRun(
  store: Store,
  warm: WarmRegion,
  format: Format,
  options: Options,
): AsyncGenerator<Uint8Array> {
  for await (const part of write(store, warm, format, options))
    yield typeof part === 'string' ? Buffer.from(part) : part;
}

async function* write(
  store: Store,
  warm: WarmRegion,
  format: Format,
  { runId, include, lang = 'en' }: Options,
): AsyncGenerator<string | Uint8Array> {
  const run = await getRun(store, runId);
  if (format === 'csv' || format === 'jsonl' || format === 'parquet') {
    const allows = include ? () => true : await disclosedMatches(store);
    return yield* TABLES[format](byOutput(store, run.id, allows));
  }
  if (format !== 'geojson') refuseLarge(run, format);
  const view = publicView((await warm.of(run)).snapshot, include);
  if (format === 'geojson') return yield* writeGeoJson(view.snapshot, byOutput(store, run.id, view.allows));
  const all = await bestFirst(store, run.id, view);
  if (format === 'xlsx') yield await writeWorkbook(all, { snapshot: view.snapshot, lang });
  else if (format === 'gexf') yield writeGexf(matchNetwork(view.snapshot, all));
  else yield writeGraphml(matchNetwork(view.snapshot, all));
}

function refuseLarge({ counts }: Run, format: Format): void {
  const matches = counts.matches + counts.blocked + counts.hints;
  if (matches <= MOST_HELD) return;
  throw new SymbionError('too-large', {
    ru: `Пар ${matches}, а ${format} собирается в памяти и вмещает ${MOST_HELD}: выгрузите csv, jsonl или parquet.`,
    en: `There are ${matches} matches, and ${format} is made in memory, of at most ${MOST_HELD}: export csv, jsonl or parquet.`,
  });
}

async function* byOutput(store: Store, runId: string, allows: PublicView['allows']): AsyncGenerator<Match> {
  for await (const list of store.readMatches(runId)) for (const match of list) if (allows(match)) yield match;
}

async function bestFirst(store: Store, runId: string, view: PublicView): Promise<Match[]> {
  const all: Match[] = [];
  for await (const rows of pagesOf((after) => store.findMatches(runId, {}, PAGE, after)))
    for (const match of rows) if (view.allows(match)) all.push(match);
  return all;
}
