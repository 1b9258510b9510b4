/**
 * A country's matches through the writers of an export, CSV and Parquet, without being held: rows a second and the memory above what was there before.
 * What was written is counted and summed again. `node bench/export.ts [--json] [matches]`; 20,000,000 is a country.
 */
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Match } from '../src/domain/index.ts';
import { writeCsv, writeParquet } from '../src/report/index.ts';
import { match } from '../test/contract/samples.ts';
import { tell } from './tell.ts';

const JSON_LINES = process.argv.includes('--json');
const MATCHES = Number(process.argv.slice(2).find((arg) => /^[\de]+$/.test(arg)) ?? 1_000_000);
/** Memory that an export may take, MB. */
const ROOM = 1000;
const folder = mkdtempSync(path.join(os.tmpdir(), 'symbion-bench-'));

function* matches(): Generator<Match> {
  for (let n = 0; n < MATCHES; n++)
    yield match(`o${Math.floor(n / 20)}`, `d${(n * 7919) % 1_000_003}`, { rank: (n % 20) + 1, score: 200 + (n % 700) });
}

async function measure(format: 'csv' | 'parquet', rows: AsyncIterable<string | Uint8Array>): Promise<void> {
  const file = path.join(folder, `matches.${format}`);
  const before = process.memoryUsage.rss();
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 50);
  const from = performance.now();
  await pipeline(Readable.from(rows, { objectMode: true }), createWriteStream(file));
  const seconds = (performance.now() - from) / 1000;
  clearInterval(watch);
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const reader = await connection.runAndReadAll(
    `SELECT count(*), sum(score), max(rank), count(DISTINCT output) FROM '${file}'`,
  );
  const found = reader.getRows()[0]!.map(Number);
  let sum = 0;
  for (let n = 0; n < MATCHES; n++) sum += 200 + (n % 700);
  const correct = found.join() === [MATCHES, sum, 20, Math.ceil(MATCHES / 20)].join();
  const memory = (peak - before) / 1e6;
  const name = `export: ${MATCHES} matches as ${format}`;
  tell(
    {
      case: `${name} (baseline: 100,000 a second)`,
      value: seconds,
      unit: 's',
      baseline: MATCHES / 1e5,
      ratio: seconds / (MATCHES / 1e5),
      correct,
    },
    JSON_LINES,
  );
  tell(
    {
      case: `${name}, memory taken (baseline: ${ROOM})`,
      value: memory,
      unit: 'MB',
      baseline: ROOM,
      ratio: memory / ROOM,
      correct,
    },
    JSON_LINES,
  );
}

try {
  await measure('csv', writeCsv(matches()));
  await measure('parquet', writeParquet(matches()));
} finally {
  rmSync(folder, { recursive: true });
}
