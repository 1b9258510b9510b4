import { signal } from '@preact/signals';
import { ApiProblem, ask, type ImportReport, query, sendJson } from '../state/api.ts';
import { generation } from '../state/region.ts';
import { t } from '../words/index.ts';
import { belowTitles, guessKind, headerOf, type Kind, readSheets, type Sheet, writeCsv } from './sheet.ts';

/** The file that is being handed in. It stays while one looks at other views; nothing is saved before one says so. */
export const file = signal<File | undefined>(undefined);
export const kind = signal<Kind>('flows');
export const sheets = signal<readonly Sheet[]>([]);
export const edits = signal(0);
export const report = signal<ImportReport | undefined>(undefined);
export const busy = signal(false);
export const said = signal('');
/** Of the check that goes on; an import is not stopped half-way. */
let checking: AbortController | undefined;
/** Id of the last import, while it can be undone. */
export const undoable = signal<string | undefined>(undefined);

export async function take(given: File): Promise<void> {
  file.value = given;
  report.value = undefined;
  await takeAs(guessKind(given.name, await headerOf(given)));
}

export async function takeAs(as: Kind): Promise<void> {
  kind.value = as;
  edits.value = 0;
  sheets.value = [];
  const given = file.value!;
  await check();
  const all = await readSheets(given, as).catch(() => []);
  // a workbook may have sheets of help and lists besides
  const read = as === 'workbook' ? all.filter(isRead) : all;
  sheets.value = read.map((sheet) => belowTitles(sheet, headersOf(sheet)));
}

const headersOf = (sheet: Sheet) =>
  report.value?.columns?.filter((column) => (column.sheet ?? sheet.name) === sheet.name).map(({ header }) => header) ??
  [];

const isRead = (sheet: Sheet) => report.value?.columns?.some((column) => column.sheet === sheet.name) === true;

export function correct(sheet: Sheet, row: number, column: number, text: string): void {
  if (sheet.rows[row]?.[column] === text) return;
  edits.value++;
  sheets.value = sheets.value.map((other) =>
    other !== sheet
      ? other
      : {
          ...other,
          rows: other.rows.map((cells, i) =>
            i === row ? other.header.map((_, c) => (c === column ? text : (cells[c] ?? ''))) : cells,
          ),
        },
  );
}

/** Checks the file as it stands, with its corrections. */
export async function check(): Promise<void> {
  report.value = await send({ dryRun: 'true' });
  // what was corrected is sent without the empty lines that a file may have
  if (edits.value > 0)
    sheets.value = sheets.value.map((sheet) => ({ ...sheet, numbers: sheet.rows.map((_, i) => i + 2) }));
}

export async function importRows(onlyGood: boolean): Promise<void> {
  const done = await send({ undoable: 'true', ...(onlyGood && { acceptValid: 'true' }) });
  if (!done?.imported) {
    if (done) report.value = done;
    return;
  }
  const { companies, flows } = done.changes;
  const sum = (key: 'added' | 'changed' | 'unchanged') => companies[key] + flows[key];
  said.value = t('imported', { added: sum('added'), changed: sum('changed'), unchanged: sum('unchanged') });
  undoable.value = done.undo;
  report.value = done;
  generation.value++;
}

export const stopChecking = () => checking?.abort();

export async function undo(): Promise<void> {
  if (undoable.value === undefined) return;
  try {
    await ask(`/imports/${undoable.value}/undo`, { method: 'POST' });
    said.value = t('undone');
    undoable.value = undefined;
    report.value = undefined;
    generation.value++;
  } catch (error) {
    said.value = t('undoFailed', { reason: error instanceof Error ? error.message : String(error) });
  }
}

async function send(options: Record<string, string>): Promise<ImportReport | undefined> {
  busy.value = true;
  said.value = '';
  try {
    checking = options.dryRun ? new AbortController() : undefined;
    const [path, init] = await request(options);
    return await ask<ImportReport>(path, { ...init, ...(checking && { signal: checking.signal }) });
  } catch (error) {
    if (error instanceof ApiProblem && error.report) return error.report;
    if (checking?.signal.aborted) {
      said.value = t('checkStopped');
      return undefined;
    }
    const details = error instanceof ApiProblem ? error.errors.map((e) => e.detail) : [];
    said.value = [error instanceof Error ? error.message : String(error), ...details].join(' ');
    return undefined;
  } finally {
    busy.value = false;
  }
}

/** The file as it is; once corrected, its tables as CSV. */
async function request(options: Record<string, string>): Promise<[string, RequestInit]> {
  const name = file.value!.name;
  if (edits.value > 0 && kind.value === 'workbook') {
    const tables = await Promise.all(
      sheets.value.map(async (sheet) => [sheet.kind, { name: sheet.name, base64: await inBase64(writeCsv(sheet)) }]),
    );
    return [`/files${query(options)}`, sendJson('POST', Object.fromEntries(tables))];
  }
  const body = edits.value > 0 ? writeCsv(sheets.value[0]!) : file.value!;
  const headers = { 'Content-Type': 'application/octet-stream' };
  return [`/files${query({ kind: kind.value, name, ...options })}`, { method: 'POST', headers, body }];
}

async function inBase64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text);
}
