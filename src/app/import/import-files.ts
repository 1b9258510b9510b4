import { type Flow, type Issue, SymbionError } from '../../domain/index.ts';
import { writeRejected } from '../../ingest/index.ts';
import type { ChangeReport, ChangeSet, Store } from '../../store/port.ts';
import { pagesOf } from '../pages.ts';
import type { ImportOptions, ImportReport } from '../symbion.ts';
import type { KnownCompanies } from './owners.ts';
import { FileReading, type HandedFiles, type ReadingDeps } from './read-files.ts';
import { keepUndo, rememberBefore } from './undo-import.ts';
import { throwIfStopped } from './watch-import.ts';

/** Rows shown of a file that is only checked. */
const PREVIEW = 200;

/**
 * Files -> one change set, written whole or not at all; or, with `acceptValid`, its good rows, and the bad ones given back with their reasons.
 * Neither the files nor the set is held in memory: what is read goes to the store part by part, which writes when the last part is there.
 */
export async function importFiles(
  store: Store,
  deps: ReadingDeps,
  files: HandedFiles,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const reading = new FileReading(files, deps, knownTo(store), options);
  const rows = { companies: 0, sites: 0, flows: 0 };
  const preview: Flow[] = [];
  let before: ChangeSet | undefined;

  async function* parts(): AsyncGenerator<ChangeSet> {
    for await (const part of reading.parts()) {
      rows.companies += part.companies.length;
      rows.sites += part.sites.length;
      rows.flows += part.flows.length;
      if (options.dryRun) preview.push(...part.flows.slice(0, PREVIEW - preview.length));
      else yield part;
    }
    throwIfStopped(options);
    if (options.dryRun) return;
    if (!options.acceptValid && reading.issues().some(isError)) throw KEPT_OUT;
    const retired = options.retireMissing ? await retirements(store, reading, files) : {};
    if (options.undoable) before = await rememberBefore(store, reading.ids(), retired);
    yield retired;
  }

  const tell = (done: number) => {
    options.onProgress?.(done, Math.max(done, rows.companies + rows.sites + rows.flows), 'store');
  };
  const changes = await (options.dryRun ? goThrough(parts()) : store.apply(parts(), tell)).catch((error: unknown) => {
    if (error !== KEPT_OUT) throw error;
  });
  const issues = reading.issues();
  const rejected = countRejected(issues);
  return {
    imported: changes !== undefined,
    issues,
    changes: changes ?? NOTHING,
    rows: { companies: rows.companies, flows: rows.flows, rejected },
    ...(rejected > 0 && { rejectedCsv: writeRejected(reading.rejected(), issues, options.lang ?? 'en') }),
    ...(options.dryRun && { preview, columns: reading.columns() }),
    ...(before && { undo: await keepUndo(store, before) }),
  };
}

/** Breaks off the stream to the store, which then writes nothing. */
const KEPT_OUT = new SymbionError('input', { ru: 'Ничего не записывать.', en: 'Write nothing.' });

async function goThrough(parts: AsyncIterable<unknown>): Promise<undefined> {
  for await (const _ of parts);
}

const NONE = { added: 0, changed: 0, unchanged: 0, retired: 0 };
const NOTHING: ChangeReport = { companies: NONE, flows: NONE };

const isError = ({ severity }: Issue) => severity === 'error';

function countRejected(issues: readonly Issue[]): number {
  const errors = issues.filter((issue) => isError(issue) && issue.row !== undefined);
  return new Set(errors.map((issue) => `${issue.file}|${issue.sheet ?? ''}|${issue.row}`)).size;
}

const knownTo = (store: Store): KnownCompanies => ({
  find: async (ids) => (await store.findCompanies({ ids }, ids.length)).rows,
});

/** Rows asked of the store at a time. */
const PAGE = 5000;

/** What the store has and the files do not name; of a table that was not handed in nothing is retired. */
async function retirements(
  store: Store,
  reading: FileReading,
  files: HandedFiles,
): Promise<{ retireCompanies: string[]; retireFlows: string[] }> {
  const named = reading.ids();
  const both = files.workbook !== undefined;
  const companies = (after?: string) => store.findCompanies({}, PAGE, after);
  const flows = (after?: string) => store.findFlows({}, PAGE, after);
  return {
    retireCompanies: both || files.companies ? await missing(pagesOf(companies), named.companies) : [],
    retireFlows: both || files.flows ? await missing(pagesOf(flows), named.flows) : [],
  };
}

async function missing(
  pages: AsyncIterable<readonly { readonly id: string }[]>,
  named: ReadonlySet<string>,
): Promise<string[]> {
  const ids: string[] = [];
  for await (const rows of pages) for (const { id } of rows) if (!named.has(id)) ids.push(id);
  return ids;
}
