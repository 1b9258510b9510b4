import { createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { importFiles } from '../src/app/import-files.ts';
import { buildClassifier } from '../src/classify/index.ts';
import { readTables } from '../src/ingest/index.ts';
import { loadKnowledge } from '../src/knowledge/index.ts';
import { openEmbeddedStore } from '../src/store/embedded/index.ts';
import { tell } from './tell.ts';

/** 100,000 flows of 20,000 companies from CSV: read, then read, classified and stored. `node bench/import.ts [--json] [flows]`. */
const JSON_LINES = process.argv.includes('--json');
const FLOWS = Number(process.argv.slice(2).find((arg) => /^\d+$/.test(arg)) ?? 100_000);
const COMPANIES = Math.max(1, FLOWS / 5);
/** Seconds that the design allows the whole import of 100,000 flows. */
const REACH = 15 * (FLOWS / 100_000);

type Row = Record<string, string>;
const demo = (name: string) => parseSync(readFileSync(`fixtures/demo/${name}.csv`), { columns: true }) as Row[];
const folder = mkdtempSync(path.join(os.tmpdir(), 'symbion-bench-'));
const file = (name: string) => ({ name, open: () => createReadStream(path.join(folder, name)) });
const seconds = (from: number) => (performance.now() - from) / 1000;

/** The demo's rows over and over, each with a number of its own in its words, quantity and composition, so that nothing can be remembered whole. */
function writeFiles(): { tonnes: number } {
  const [sites, rows] = [demo('companies'), demo('flows')];
  const companies = Array.from({ length: COMPANIES }, (_, i) => ({ ...sites[i % sites.length]!, id: `C${i}` }));
  let tonnes = 0;
  const flows = Array.from({ length: FLOWS }, (_, i) => {
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
  writeFileSync(path.join(folder, 'companies.csv'), stringify(companies, { header: true }));
  writeFileSync(path.join(folder, 'flows.csv'), stringify(flows, { header: true, delimiter: ';' }));
  return { tonnes };
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

const { tonnes } = writeFiles();
const store = openEmbeddedStore(path.join(folder, 'symbion.db'));
try {
  const knowledge = loadKnowledge();
  const understanding = { knowledge, classifier: buildClassifier(knowledge) };
  const files = { companies: file('companies.csv'), flows: file('flows.csv') };
  const bare = await bareParser();

  let from = performance.now();
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

  from = performance.now();
  const report = await importFiles(store, understanding, files);
  const whole = seconds(from);
  tell(
    {
      case: `import: ${FLOWS} flows from CSV, checked, classified, stored (baseline: the design's reach)`,
      value: whole,
      unit: 's',
      baseline: REACH,
      ratio: whole / REACH,
      correct: report.imported && report.changes.flows.added === FLOWS && report.changes.companies.added === COMPANIES,
    },
    JSON_LINES,
  );
} finally {
  await store.close();
  rmSync(folder, { recursive: true });
}
