import { mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Company, Flow, Match, Site } from '../src/domain/index.ts';
import { openEmbeddedStore } from '../src/store/embedded/index.ts';
import type { ChangeSet, MatchFilter } from '../src/store/port.ts';
import { company, flow, match, numbers, run, site } from '../test/contract/samples.ts';
import { tell } from './tell.ts';

/** The embedded store at size: flows and matches written, matches read. `node bench/store.ts [--json] [flows] [matches]`. */
const JSON_LINES = process.argv.includes('--json');
const [FLOWS = 100_000, MATCHES = 1_000_000] = process.argv
  .slice(2)
  .filter((arg) => /^\d+$/.test(arg))
  .map(Number);
const TOP = 20;
const PART = 1000;
const READS = 400;

const folder = mkdtempSync(path.join(os.tmpdir(), 'symbion-bench-'));
const file = path.join(folder, 'symbion.db');
const store = openEmbeddedStore(file);
let peak = 0;
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 200);
try {
  await flows();
  if (MATCHES > 0) await matches();
} finally {
  clearInterval(watch);
  await store.close();
  rmSync(folder, { recursive: true });
}

async function flows(): Promise<void> {
  const lag = lagMeter();
  const [seconds] = await timed(() => store.apply(changes(FLOWS)));
  const stall = lag();
  const memory = peak / 2 ** 20;
  const bare = bareRows(FLOWS, (n) => JSON.stringify(flowOf(n)));
  const [again, report] = await timed(() => store.apply(changes(FLOWS)));
  const [snapshotSeconds, snapshot] = await timed(() => store.loadSnapshot());
  const whole = snapshot.flows.length === FLOWS && report.flows.unchanged === FLOWS;
  say(`store: ${FLOWS} flows applied (baseline: bare driver, one table)`, seconds, 's', bare, whole);
  say('store: longest stall of the event loop meanwhile (baseline: all of it)', stall, 'ms', seconds * 1000, true);
  say('store: peak memory meanwhile (baseline: the file)', memory, 'MB', statSync(file).size / 2 ** 20, true);
  say('store: the same flows again, all unchanged (baseline: the first time)', again, 's', seconds, whole);
  say('store: snapshot loaded (baseline: applied)', snapshotSeconds, 's', seconds, whole);
  const [scan, plain] = await timed(async () => snapshot.flows.filter((f) => f.companyId.length % 3 === 0).length);
  const pages = await repeat(async (k) => (await store.findFlows({ region: `R${k % 3}` }, 50)).rows.length === 50);
  say(
    'store: first page of a region’s flows, p99 (baseline: a look at all)',
    pages.p99,
    'ms',
    scan * 1000,
    pages.correct && plain >= 0,
  );
}

async function matches(): Promise<void> {
  const all = matchesOf(0);
  const lag = lagMeter();
  const [seconds] = await timed(() => store.publishRun(run('first'), all));
  const stall = lag();
  const bare = bareRows(MATCHES, (n) => JSON.stringify(all[n]));
  const listed = (await store.findMatches('first', { output: all[0]!.output }, TOP)).rows;
  const same = JSON.stringify(listed.map((m) => m.demand)) === JSON.stringify(all.slice(0, TOP).map((m) => m.demand));
  say(`store: ${MATCHES} matches published (baseline: bare driver, one table)`, seconds, 's', bare, same);
  say('store: longest stall of the event loop meanwhile (baseline: all of it)', stall, 'ms', seconds * 1000, true);
  const [first] = await timed(() => store.findMatches('first', {}, 50));
  say('store: first page by score, columns built (baseline: published)', first, 's', seconds, true);
  const next = matchesOf(0.01);
  const [changed] = await timed(() => store.publishRun(run('second'), next));
  say('store: a run with 1 % of the lists changed (baseline: all new)', changed, 's', seconds, true);
  await store.findMatches('second', {}, 50);
  await queries(next);
  say(
    'store: peak memory with the matches held twice by the bench (baseline: the file)',
    peak / 2 ** 20,
    'MB',
    statSync(file).size / 2 ** 20,
    true,
  );
}

/** Each beside a plain look at all rows in memory. */
async function queries(all: readonly Match[]): Promise<void> {
  const cases: [string, (k: number) => MatchFilter][] = [
    ['of an output', (k) => ({ output: all[(k * 7919 * TOP) % all.length]!.output })],
    ['by score', () => ({})],
    ['of a demand', (k) => ({ demand: all[(k * 7919) % all.length]!.demand })],
    ['of a region by money', (k) => ({ region: `R${k % 3}`, sort: 'money' })],
    ['of a company by CO2', (k) => ({ company: all[(k * 7919) % all.length]!.outputCompany, sort: 'co2' })],
    [
      'by five filters',
      (k) => ({ region: `R${k % 3}`, material: `m${k % 50}`, inferred: false, minScore: 900, regime: 'open' }),
    ],
    ['that nothing passes', (k) => ({ material: `m${k % 50}`, minScore: 5000 })],
  ];
  for (const [name, filter] of cases) {
    const [plain, count] = await timed(async () => countPlainly(all, filter(0)));
    const found = (await store.findMatches('second', filter(0), 50)).rows.length;
    const { p50, p99 } = await repeat(async (k) => (await store.findMatches('second', filter(k), 50)).rows.length >= 0);
    say(`store: page of matches ${name}, p50 (baseline: a look at all)`, p50, 'ms', plain * 1000, found === count);
    say(`store: page of matches ${name}, p99 (baseline: a look at all)`, p99, 'ms', plain * 1000, found === count);
  }
}

function countPlainly(all: readonly Match[], f: MatchFilter): number {
  const regionOf = (companyId: string) => `R${Number(companyId.slice(1)) % 3}`;
  const rows = all.filter(
    (m) =>
      (f.output ?? m.output) === m.output &&
      (f.demand ?? m.demand) === m.demand &&
      (f.company === undefined || f.company === m.outputCompany || f.company === m.demandCompany) &&
      (f.material ?? m.material) === m.material &&
      m.score >= (f.minScore ?? 0) &&
      (f.inferred ?? m.inferred) === m.inferred &&
      (f.regime ?? m.regime) === m.regime &&
      (f.region === undefined || f.region === regionOf(m.outputCompany) || f.region === regionOf(m.demandCompany)),
  );
  return Math.min(50, rows.length);
}

function companyOf(n: number): Company {
  return company(`c${n}`, { name: `Завод ${n}` });
}

function siteOf(n: number): Site {
  return site(`c${n}`, { region: `R${n % 3}`, lat: 55 + (n % 100) / 50, lon: 30 + (n % 70) / 10 });
}

function flowOf(n: number): Flow {
  return flow(`f${String(n).padStart(8, '0')}`, `c${Math.floor(n / 10)}`, {
    direction: n % 2 ? 'input' : 'output',
    description: `Поток ${n}: зола-унос сухая, ${n % 977} т/год`,
    readings: [{ material: `m${n % 400}`, confidence: 0.9, by: 'name' }],
    dimension: 't',
    quantityPerYear: (n % 977) + 0.5,
    codes: { fkko: '61110001204' },
  });
}

async function* changes(count: number): AsyncGenerator<ChangeSet> {
  const companies = Math.ceil(count / 10);
  for (let n = 0; n < companies; n += PART) {
    const part = Array.from({ length: Math.min(PART, companies - n) }, (_, k) => n + k);
    yield { companies: part.map(companyOf), sites: part.map(siteOf) };
  }
  for (let n = 0; n < count; n += PART)
    yield { flows: Array.from({ length: Math.min(PART, count - n) }, (_, k) => flowOf(n + k)) };
}

/** @param share of the lists whose scores differ from the first run's */
function matchesOf(share: number): Match[] {
  const below = numbers(1);
  const outputs = MATCHES / TOP;
  const rows: Match[] = [];
  for (let o = 0; o < outputs; o++) {
    const output = `o${String(o).padStart(8, '0')}`;
    const moved = share > 0 && o % Math.round(1 / share) === 0 ? 1 : 0;
    for (let k = 0; k < TOP; k++) {
      // another demand each time: the step is odd and far below the number of demands
      const d = (o * 13 + k * 997) % outputs;
      rows.push(
        match(output, `d${String(d).padStart(8, '0')}`, {
          outputCompany: `c${Math.floor(o / 5) % (FLOWS / 10)}`,
          demandCompany: `c${d % (FLOWS / 10)}`,
          rank: k + 1,
          score: 980 - k * 10 + moved,
          material: `m${o % 400}`,
          use: `u${o % 900}`,
          netBenefitEurPerYear: (below(2_000_000) - 500_000) / 3,
          co2KgPerYear: below(10_000_000) / 7,
          quantityPerYear: below(100_000) / 11,
          inferred: below(5) === 0,
        }),
      );
    }
  }
  return rows;
}

/** Seconds of the bare driver for as many rows of the same text in one transaction. */
function bareRows(count: number, textOf: (n: number) => string): number {
  const db = new DatabaseSync(path.join(folder, 'bare.db'));
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; DROP TABLE IF EXISTS t; CREATE TABLE t (n INTEGER PRIMARY KEY, body TEXT); BEGIN',
  );
  const insert = db.prepare('INSERT INTO t (body) VALUES (?)');
  const start = performance.now();
  for (let n = 0; n < count; n++) insert.run(textOf(n));
  db.exec('COMMIT');
  const seconds = (performance.now() - start) / 1000;
  db.close();
  return seconds;
}

async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const start = performance.now();
  const result = await work();
  return [(performance.now() - start) / 1000, result];
}

async function repeat(work: (k: number) => Promise<boolean>) {
  const took: number[] = [];
  let correct = true;
  for (let k = 0; k < READS; k++) {
    const start = performance.now();
    correct = (await work(k)) && correct;
    took.push(performance.now() - start);
  }
  const sorted = took.sort((a, b) => a - b);
  return { p50: sorted[Math.floor(READS / 2)]!, p99: sorted[Math.floor(READS * 0.99)]!, correct };
}

/** Longest time between two turns of the event loop until it is read, ms. */
function lagMeter(): () => number {
  let [last, most] = [performance.now(), 0];
  const timer = setInterval(() => {
    const now = performance.now();
    most = Math.max(most, now - last);
    last = now;
  }, 1);
  return () => {
    clearInterval(timer);
    return most;
  };
}

function say(name: string, value: number, unit: string, baseline: number, correct: boolean): void {
  tell({ case: name, value, unit, baseline, ratio: value / baseline, correct }, JSON_LINES);
}
