import type { Issue } from '../domain/index.ts';
import { writeRejected } from '../ingest/index.ts';
import type { ChangeReport, Store } from '../store/port.ts';
import { type HandedFiles, type KnownCompanies, type ReadFiles, readFiles } from './read-files.ts';
import type { ImportOptions, ImportReport } from './symbion.ts';
import type { Understanding } from './understand-flow.ts';
import { keepUndo, rememberBefore } from './undo-import.ts';
import { throwIfStopped } from './watch-import.ts';

/** Rows shown of a file that is only checked. */
const PREVIEW = 200;

/** Files -> one change set, written whole or not at all; or, with `acceptValid`, its good rows, and the bad ones given back with their reasons. */
export async function importFiles(
  store: Store,
  understanding: Understanding,
  files: HandedFiles,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const stored = await storedIds(store);
  const read = await readFiles(files, understanding, stored.known, options);
  throwIfStopped(options);
  const faulty = read.issues.some((issue) => issue.severity === 'error');
  const good = options.dryRun !== true && (!faulty || options.acceptValid === true);
  const rows = read.companies.length + read.sites.length + read.flows.length;
  const retired = options.retireMissing ? retirements(stored, read, files) : {};
  const before = good && options.undoable ? await rememberBefore(store, read, retired) : undefined;
  const changes = good
    ? await store.apply({ companies: read.companies, sites: read.sites, flows: read.flows, ...retired }, (done) =>
        options.onProgress?.(done, rows, 'store'),
      )
    : NOTHING;
  const rejected = countRejected(read.issues);
  return {
    imported: good,
    issues: read.issues,
    changes,
    rows: { companies: read.companies.length, flows: read.flows.length, rejected },
    ...(rejected > 0 && { rejectedCsv: writeRejected(read.rejected, read.issues, options.lang ?? 'en') }),
    ...(options.dryRun && { preview: read.flows.slice(0, PREVIEW), columns: read.columns }),
    ...(before && { undo: await keepUndo(store, before) }),
  };
}

const NONE = { added: 0, changed: 0, unchanged: 0, retired: 0 };
const NOTHING: ChangeReport = { companies: NONE, flows: NONE };

function countRejected(issues: readonly Issue[]): number {
  const errors = issues.filter((issue) => issue.severity === 'error' && issue.row !== undefined);
  return new Set(errors.map((issue) => `${issue.file}|${issue.sheet ?? ''}|${issue.row}`)).size;
}

interface Stored {
  readonly known: KnownCompanies;
  readonly companies: readonly string[];
  readonly flows: readonly string[];
}

async function storedIds(store: Store): Promise<Stored> {
  const { companies, sites, flows } = await store.loadSnapshot();
  const activity = new Map(companies.map((company) => [company.id, company.nace ?? company.okved ?? '']));
  const owner = new Map(sites.map((site) => [site.id, site.companyId]));
  return {
    companies: companies.map((company) => company.id),
    flows: flows.map((flow) => flow.id),
    known: {
      activityOf: (companyId) => activity.get(companyId),
      hasSite: (companyId, siteId) => owner.get(siteId) === companyId,
    },
  };
}

/** What the store has and the files do not name; of a table that was not handed in nothing is retired. */
function retirements(
  stored: Stored,
  read: ReadFiles,
  files: HandedFiles,
): { retireCompanies: string[]; retireFlows: string[] } {
  const named = (rows: readonly { readonly id: string }[]) => new Set(rows.map((row) => row.id));
  const companies = named(read.companies);
  const flows = named(read.flows);
  const both = files.workbook !== undefined;
  return {
    retireCompanies: both || files.companies ? stored.companies.filter((id) => !companies.has(id)) : [],
    retireFlows: both || files.flows ? stored.flows.filter((id) => !flows.has(id)) : [],
  };
}
