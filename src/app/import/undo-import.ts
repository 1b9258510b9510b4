import { randomUUID } from 'node:crypto';
import { type Company, type Flow, type Site, SymbionError } from '../../domain/index.ts';
import type { ChangeReport, ChangeSet, Store } from '../../store/port.ts';
import { pagesOf } from '../pages.ts';
import type { ReadIds } from './read-files.ts';

/** What undoes an import is kept as a result beside no run, under the import's own id; the ids of the latest under this name. */
const IMPORTS = 'imports';
const LATEST = 'latest';
const UNDO = 'undo';
/** Imports that can be undone: each may be as large as a region. */
const MOST_KEPT = 10;
/** Rows of an import that can be undone; more would fill the memory. */
const MOST_ROWS = 100_000;

/** Rows asked of the store at a time. */
const PAGE = 5000;

/** The change set that brings back what is stored now in place of rows of these ids. Undefined when the import is too large. */
export async function rememberBefore(
  store: Store,
  ids: ReadIds,
  retired: Pick<ChangeSet, 'retireCompanies' | 'retireFlows'>,
): Promise<ChangeSet | undefined> {
  const { retireCompanies = [], retireFlows = [] } = retired;
  const touched = [ids.companies.size, ids.sites.size, ids.flows.size, retireCompanies.length, retireFlows.length];
  if (touched.reduce((sum, rows) => sum + rows) > MOST_ROWS) return undefined;
  const companies = new Set([...ids.companies, ...retireCompanies]);
  const flows = [...ids.flows, ...retireFlows];
  // a company that is retired takes its sites and flows with it
  const gone = new Set(retireCompanies);
  const kept = { companies: [] as Company[], sites: [] as Site[], flows: new Map<string, Flow>() };
  const all = pagesOf((after) => store.findCompanies({}, PAGE, after));
  for await (const page of all)
    for (const { version: _, sites, ...company } of page) {
      if (companies.has(company.id)) kept.companies.push(company);
      kept.sites.push(...sites.filter((site) => ids.sites.has(site.id) || gone.has(site.companyId)));
    }
  const flowPages = [
    ...portions(flows, PAGE).map((some) => pagesOf((after) => store.findFlows({ ids: some }, PAGE, after))),
    ...retireCompanies.map((companyId) => pagesOf((after) => store.findFlows({ companyId }, PAGE, after))),
  ];
  for (const pages of flowPages)
    for await (const page of pages) for (const { version: _, ...flow } of page) kept.flows.set(flow.id, flow);
  const added = (named: Iterable<string>, rows: readonly { readonly id: string }[]) => {
    const known = new Set(rows.map(({ id }) => id));
    return [...named].filter((id) => !known.has(id));
  };
  return {
    ...kept,
    flows: [...kept.flows.values()],
    retireCompanies: added(companies, kept.companies),
    retireSites: added(ids.sites, kept.sites),
    retireFlows: flows.filter((id) => !kept.flows.has(id)),
  };
}

function portions<T>(items: readonly T[], size: number): (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
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
