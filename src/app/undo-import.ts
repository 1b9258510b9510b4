import { randomUUID } from 'node:crypto';
import { SymbionError } from '../domain/index.ts';
import type { ChangeReport, ChangeSet, Store } from '../store/port.ts';
import type { ReadFiles } from './read-files.ts';

/** What undoes an import is kept as a result beside no run, under the import's own id; the ids of the latest under this name. */
const IMPORTS = 'imports';
const LATEST = 'latest';
const UNDO = 'undo';
/** Imports that can be undone: each may be as large as a region. */
const MOST_KEPT = 10;
/** Rows of an import that can be undone; more would fill the memory. */
const MOST_ROWS = 100_000;

/** The change set that brings back what is stored now in place of what the files say. Undefined when the import is too large. */
export async function rememberBefore(
  store: Store,
  read: ReadFiles,
  retired: Pick<ChangeSet, 'retireCompanies' | 'retireFlows'>,
): Promise<ChangeSet | undefined> {
  if (read.companies.length + read.sites.length + read.flows.length > MOST_ROWS) return undefined;
  const before = await store.loadSnapshot();
  const touches = (rows: readonly { readonly id: string }[], more: readonly string[] = []) =>
    new Set([...rows.map((row) => row.id), ...more]);
  const companies = touches(read.companies, retired.retireCompanies);
  const sites = touches(read.sites);
  const flows = touches(read.flows, retired.retireFlows);
  // a company that is retired takes its sites and flows with it
  const gone = new Set(retired.retireCompanies);
  const kept = {
    companies: before.companies.filter((row) => companies.has(row.id)),
    sites: before.sites.filter((row) => sites.has(row.id) || gone.has(row.companyId)),
    flows: before.flows.filter((row) => flows.has(row.id) || gone.has(row.companyId)),
  };
  const added = (ids: ReadonlySet<string>, rows: readonly { readonly id: string }[]) => {
    const known = new Set(rows.map((row) => row.id));
    return [...ids].filter((id) => !known.has(id));
  };
  return {
    ...kept,
    retireCompanies: added(companies, kept.companies),
    retireSites: added(sites, kept.sites),
    retireFlows: added(flows, kept.flows),
  };
}

/** Keeps how to undo the import that was just made, and forgets the oldest of many; returns its id. */
export async function keepUndo(store: Store, before: ChangeSet): Promise<string> {
  const id = randomUUID();
  await store.putResult(id, UNDO, '', { before, after: await store.snapshotHash() });
  const ids = [...(((await store.findResult(IMPORTS, LATEST, '')) ?? []) as readonly string[]), id];
  for (const old of ids.slice(0, -MOST_KEPT)) await store.removeResults(old, UNDO);
  await store.putResult(IMPORTS, LATEST, '', ids.slice(-MOST_KEPT));
  return id;
}

/** Brings back what was there before an import. Throws `not-found`, or `conflict` when anything was changed since. */
export async function undoImport(store: Store, id: string): Promise<ChangeReport> {
  const kept = (await store.findResult(id, UNDO, '')) as { before: ChangeSet; after: string } | undefined;
  if (!kept) throw new SymbionError('not-found', { ru: `Импорта «${id}» нет.`, en: `There is no import "${id}".` });
  if ((await store.snapshotHash()) !== kept.after)
    throw new SymbionError('conflict', {
      ru: 'После импорта данные меняли: отмена переписала бы и эти изменения.',
      en: 'The data was changed since the import: undoing it would overwrite that too.',
    });
  return store.apply(kept.before);
}
