/**
 * The export of a country's run as CSV and as Parquet, by the command `symbion export` in a process of its own: seconds, processor time and the memory of
 * that process at most. Before, a run of `matches` (default 1,000,000; 20,000,000 is a country), twenty for an output, is published into an embedded store;
 * some flows are confidential, some companies not public. DuckDB counts and sums the files again. `node bench/export.ts [--json] [--data FOLDER] [matches]`;
 * FOLDER keeps the store there and uses it again.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Match } from '../src/domain/index.ts';
import { openEmbeddedStore } from '../src/store/embedded/index.ts';
import type { ChangeSet } from '../src/store/port.ts';
import { company, flow, match, run, site } from '../test/contract/samples.ts';
import { measureCommand } from './measure-command.ts';
import { tell } from './tell.ts';

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false }, data: { type: 'string' } },
  allowPositionals: true,
});
const MATCHES = Number(positionals[0] ?? 1_000_000);
/** Memory that the process of an export may take, MB. */
const ROOM = 1000;
const PER_OUTPUT = 20;
const OUTPUTS = Math.ceil(MATCHES / PER_OUTPUT);
const DEMANDS = OUTPUTS;
const COMPANIES = Math.ceil(OUTPUTS / 3);
/** Rows handed to the store at a time. */
const PART = 1000;
const folder = values.data ?? mkdtempSync(path.join(os.tmpdir(), 'symbion-bench-'));
mkdirSync(folder, { recursive: true });

const numbered = (letter: string, n: number) => `${letter}${String(n).padStart(8, '0')}`;
const companyOf = (n: number) => n % COMPANIES;
const isPublic = (companyNumber: number) => companyNumber % 101 !== 0;
const isConfidential = (output: number) => output % 97 === 0;
/** Another for each of an output's twenty, spread over the country. */
const demandOf = (n: number) => (n * 7919) % DEMANDS;
const scoreOf = (n: number) => 200 + (n % 700);

async function* country(): AsyncGenerator<ChangeSet> {
  const numbers = (count: number, from: number) =>
    Array.from({ length: Math.min(PART, count - from) }, (_, n) => from + n);
  for (let from = 0; from < COMPANIES; from += PART)
    yield {
      companies: numbers(COMPANIES, from).map((n) =>
        company(numbered('C', n), { visibility: isPublic(n) ? 'public' : 'private' }),
      ),
      sites: numbers(COMPANIES, from).map((n) => site(numbered('C', n))),
    };
  for (let from = 0; from < OUTPUTS; from += PART)
    yield {
      flows: numbers(OUTPUTS, from).flatMap((n) => {
        const owner = numbered('C', companyOf(n));
        return [
          flow(numbered('o', n), owner, { confidential: isConfidential(n) }),
          flow(numbered('d', n), owner, { direction: 'input' }),
        ];
      }),
    };
}

function* matches(): Generator<Match> {
  for (let n = 0; n < MATCHES; n++) {
    const [output, demand] = [Math.floor(n / PER_OUTPUT), demandOf(n)];
    yield match(numbered('o', output), numbered('d', demand), {
      outputCompany: numbered('C', companyOf(output)),
      demandCompany: numbered('C', companyOf(demand)),
      rank: (n % PER_OUTPUT) + 1,
      score: scoreOf(n),
      distanceKm: (n % 9973) / 10,
      quantityPerYear: 100 + (n % 50_021),
      netBenefitEurPerYear: (n % 100_003) * 7.25,
      co2KgPerYear: (n % 200_003) * 3,
    });
  }
}

async function makeStore(): Promise<void> {
  const store = openEmbeddedStore(path.join(folder, 'symbion.db'));
  await store.apply(country());
  await store.publishRun(run('country', { counts: { ...run('').counts, matches: MATCHES } }), matches());
  await store.close();
}

/** Rows, sum of the scores, greatest rank and outputs of what may be told. */
function expected(): readonly number[] {
  let [rows, sum, outputs, last] = [0, 0, 0, -1];
  for (let n = 0; n < MATCHES; n++) {
    const [output, demand] = [Math.floor(n / PER_OUTPUT), demandOf(n)];
    if (isConfidential(output) || !isPublic(companyOf(output)) || !isPublic(companyOf(demand))) continue;
    rows++;
    sum += scoreOf(n);
    if (output !== last) outputs++;
    last = output;
  }
  return [rows, sum, Math.min(MATCHES, PER_OUTPUT), outputs];
}

async function countFile(file: string): Promise<readonly number[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const reader = await connection.runAndReadAll(
    `SELECT count(*), sum(score), max(rank), count(DISTINCT output) FROM '${file}'`,
  );
  return reader.getRows()[0]!.map(Number);
}

async function measure(format: 'csv' | 'parquet', wanted: readonly number[]): Promise<void> {
  const file = path.join(folder, `matches.${format}`);
  const { seconds, work, memory } = await measureCommand(['export', '--format', format, '--out', file], folder);
  const correct = (await countFile(file)).join() === wanted.join();
  rmSync(file);
  const say = (what: string, value: number, unit: string, baseline: number) =>
    tell(
      {
        case: `export: ${MATCHES} matches as ${format}${what}`,
        value,
        unit,
        baseline,
        ratio: value / baseline,
        correct,
      },
      values.json,
    );
  say(' (baseline: 100,000 a second)', seconds, 's', MATCHES / 1e5);
  say(', processor time (baseline: the seconds it took)', work, 's', seconds);
  say(`, memory of the process at most (baseline: ${ROOM})`, memory, 'MB', ROOM);
}

try {
  if (!existsSync(path.join(folder, 'symbion.db'))) await makeStore();
  const wanted = expected();
  await measure('csv', wanted);
  await measure('parquet', wanted);
} finally {
  if (values.data === undefined) rmSync(folder, { recursive: true });
}
