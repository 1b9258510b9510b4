import { appendFileSync, createReadStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { ImportReport } from '../src/app/symbion.ts';
import type { KnowledgeBase } from '../src/domain/index.ts';
import { readTables } from '../src/ingest/index.ts';
import { loadKnowledge } from '../src/knowledge/index.ts';
import { measureCommand } from './measure-command.ts';
import { tell } from './tell.ts';

/**
 * 100,000 flows of 20,000 companies from CSV: read, then read, classified and stored. `node bench/import.ts [--json] [flows]`; the design's reach
 * for 1,000,000 is 120 s and 1 GB.
 */
const JSON_LINES = process.argv.includes('--json');
const FLOWS = Number(process.argv.slice(2).find((arg) => /^\d+$/.test(arg)) ?? 100_000);
const COMPANIES = Math.max(1, FLOWS / 5);
/** Seconds that the design allows the whole import. */
const REACH = FLOWS < 1_000_000 ? 15 * (FLOWS / 100_000) : 120 * (FLOWS / 1_000_000);
type Row = Record<string, string>;
type Files = Parameters<typeof readTables>[0];
const demo = (name: string) => parseSync(readFileSync(`fixtures/demo/${name}.csv`), { columns: true }) as Row[];
const folder = mkdtempSync(path.join(os.tmpdir(), 'symbion-bench-'));
const file = (name: string) => {
  const at = path.join(folder, name);
  return { name, path: at, size: statSync(at).size, open: () => createReadStream(at) };
};
const seconds = (from: number) => (performance.now() - from) / 1000;

/** Rows written at a time. */
const PART = 10_000;

/** The demo's rows over and over, each with a number of its own in its words, quantity and composition, so that nothing can be remembered whole. */
function writeFiles(): { tonnes: number } {
  const [sites, rows] = [demo('companies'), demo('flows')];
  let tonnes = 0;
  write('companies', COMPANIES, ',', (i) => ({ ...sites[i % sites.length]!, id: `C${i}` }));
  write('flows', FLOWS, ';', (i) => {
    const row = rows[i % rows.length]!;
    const quantity = 1000 + (i % 997);
    if (row.unit === 't') tonnes += quantity;
    return {
      ...row,
      id: `F${i}`,
      company_id: `C${i % COMPANIES}`,
      description: `${row.description}, партия ${i}`,
      quantity: String(quantity).replace('.', ','),
      composition: row.composition ? `${row.composition}, зола ${(i % 400) / 10} %` : '',
    };
  });
  return { tonnes };
}

function write(name: string, count: number, delimiter: string, rowOf: (i: number) => Row): void {
  const to = path.join(folder, `${name}.csv`);
  for (let from = 0; from < count; from += PART) {
    const part = Array.from({ length: Math.min(PART, count - from) }, (_, i) => rowOf(from + i));
    appendFileSync(to, stringify(part, { header: from === 0, delimiter }));
  }
}

async function bareParser(): Promise<number> {
  const from = performance.now();
  let rows = 0;
  for await (const _ of file('flows.csv')
    .open()
    .pipe(parse({ delimiter: ';' })))
    rows++;
  return rows === FLOWS + 1 ? seconds(from) : Number.NaN;
}

async function readAlone(knowledge: KnowledgeBase, files: Files, bare: number): Promise<void> {
  const from = performance.now();
  const tables = await readTables(files, { parameters: knowledge.parameters, perEur: { RUB: 95 } });
  const parsing = seconds(from);
  const sum = tables.flows.rows.reduce((t, { draft }) => t + (draft.dimension === 't' ? draft.quantityPerYear! : 0), 0);
  tell(
    {
      case: `import: ${FLOWS} flows read and checked (baseline: csv-parse alone)`,
      value: parsing,
      unit: 's',
      baseline: bare,
      ratio: parsing / bare,
      correct: tables.flows.rows.length === FLOWS && tables.flows.issues.length === 0 && sum === tonnes,
    },
    JSON_LINES,
  );
}

/** By the command `symbion import`, in a process of its own. */
async function importWhole(): Promise<void> {
  const args = ['import', '--companies', file('companies.csv').path, '--flows', file('flows.csv').path, '--json'];
  const { seconds: whole, work, memory, out } = await measureCommand(args, folder);
  const { imported, changes } = JSON.parse(out) as ImportReport;
  const correct = imported && changes.flows.added === FLOWS && changes.companies.added === COMPANIES;
  const say = (what: string, value: number, unit: string, baseline: number) =>
    tell(
      { case: `import: ${FLOWS} flows from CSV, ${what}`, value, unit, baseline, ratio: value / baseline, correct },
      JSON_LINES,
    );
  say('checked, classified, stored (baseline: the design’s reach)', whole, 's', REACH);
  say('processor time of all threads (baseline: the seconds it took)', work, 's', whole);
  say('memory of the process at most (baseline: 1,000)', memory, 'MB', 1000);
}

const { tonnes } = writeFiles();
try {
  const files = { companies: file('companies.csv'), flows: file('flows.csv') };
  if (FLOWS <= 100_000) await readAlone(loadKnowledge(), files, await bareParser());
  await importWhole();
} finally {
  rmSync(folder, { recursive: true });
}
