/**
 * API of a region of `--flows` (default 1e5; 1e6 is a country's) flows in the embedded house, as a page asks it: a generated country is applied and matched
 * by the program itself, then a new process serves it. Every answer's rows are checked against the question. `--json`;
 * `--data FOLDER` keeps the database there and uses it again.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { compose } from '../src/compose.ts';
import { loadKnowledge } from '../src/knowledge/index.ts';
import { openEmbeddedStore } from '../src/store/embedded/index.ts';
import type { ChangeSet } from '../src/store/port.ts';
import { drawCountry } from './engine/country.ts';
import { tell } from './tell.ts';

const { values } = parseArgs({
  options: {
    flows: { type: 'string', default: '1e5' },
    data: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});
const FLOWS = Number(values.flows);
/** What the issue of scale allows, ms. */
const REACH = { page: 300, filter: 500 };
const READS = 60;
/** Flows changed one after another. */
const CHANGES = 15;
const PART = 1000;
const knowledge = loadKnowledge();
const folder = values.data ?? mkdtempSync(path.join(os.tmpdir(), 'symbion-bench-'));
mkdirSync(folder, { recursive: true });

const say = (what: string, value: number, unit: string, baseline: number, correct: boolean) =>
  tell({ case: `api ${FLOWS} flows: ${what}`, value, unit, baseline, ratio: value / baseline, correct }, values.json);

try {
  if (!existsSync(path.join(folder, 'symbion.db'))) await make();
  await serveAndAsk();
} finally {
  if (values.data === undefined) rmSync(folder, { recursive: true });
}

async function make(): Promise<void> {
  const country = drawCountry(FLOWS / 2, knowledge);
  const store = openEmbeddedStore(path.join(folder, 'symbion.db'));
  let from = performance.now();
  const { flows } = await store.apply(changesOf(country));
  say('applied (baseline: a second for each 20,000)', since(from), 's', FLOWS / 20_000, flows.added === FLOWS);
  await store.close();
  const symbion = await compose({ SYMBION_DATA: folder }).open();
  from = performance.now();
  const job = await symbion.startRun({ infer: false, asOf: '2026-11-01' });
  for await (const { job: state } of symbion.watchJob(job)) if (state.reason) throw new Error(state.reason);
  const run = await symbion.findRun();
  const found = run?.counts.matches ?? 0;
  say(
    `matched and ${found} matches published (baseline: a second for each 10,000)`,
    since(from),
    's',
    found / 1e4,
    found > 0,
  );
  say('memory of that at most (baseline: 8 GB)', process.resourceUsage().maxRSS / 1e6, 'GB', 8, true);
  await symbion.close();
}

async function* changesOf(country: ReturnType<typeof drawCountry>): AsyncGenerator<ChangeSet> {
  const { companies, sites } = country;
  for (let n = 0; n < companies.length; n += PART)
    yield {
      companies: companies.slice(n, n + PART).map((company) => ({ ...company, name: `Plant ${company.id}` })),
      sites: sites.slice(n, n + PART),
    };
  for (const side of [country.outputs(), country.demands()]) {
    let flows = [];
    for (const { flow } of side) {
      flows.push({ ...flow, description: knowledge.materials.get(flow.readings[0]!.material)!.name.en });
      if (flows.length < PART) continue;
      yield { flows };
      flows = [];
    }
    yield { flows };
  }
}

interface Row {
  readonly score: number;
  readonly netBenefitEurPerYear?: number;
  readonly material: string;
  readonly outputCompany: string;
  readonly demandCompany: string;
  readonly output: string;
  readonly regime: string;
}

async function serveAndAsk(): Promise<void> {
  const from = performance.now();
  const server = spawn(process.execPath, ['--max-old-space-size=6000', 'src/main.ts', 'serve', '--port', '0'], {
    env: { ...process.env, SYMBION_DATA: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const base = `${await addressOf(server)}api/v1`;
    const ask = async (question: string) => {
      const answer = await fetch(`${base}${question}`);
      if (!answer.ok) throw new Error(`${question}: ${await answer.text()}`);
      return (await answer.json()) as { rows: Row[] };
    };
    say('listening (baseline: 3 s)', since(from), 's', 3, true);
    const first = await timed(() => untilAnswered(() => ask('/matches?region=Region%201&limit=200')));
    say(
      'first page asked right after the start (baseline: the reach)',
      first.ms,
      'ms',
      REACH.page,
      first.found.rows.length === 200,
    );
    say('processor time of the server until then (baseline: 3 s)', processorTime(server) / 1000, 's', 3, true);
    const sample = first.found.rows;
    await quiet(server);
    for (const [name, question, reach, holds] of questions(sample)) {
      const took: number[] = [];
      let correct = true;
      const before = processorTime(server);
      for (let k = 0; k < READS; k++) {
        const { ms, found } = await timed(() => ask(question(k)));
        took.push(ms);
        correct &&= found.rows.length > 0 && found.rows.every((row, n) => holds(row, k, found.rows[n - 1]));
      }
      const work = (processorTime(server) - before) / READS;
      took.sort((a, b) => a - b);
      say(`${name}, slowest of ${READS} (baseline: the reach)`, took.at(-1)!, 'ms', reach, correct);
      say(`${name}, median (baseline: the reach)`, took[READS / 2]!, 'ms', reach, correct);
      say(`${name}, processor time of the server (baseline: the reach)`, work, 'ms', reach, correct);
    }
    const sites = await timed(() => untilAnswered(() => allSites(base)));
    const expected = Math.ceil(FLOWS / 2 / 3);
    say(
      `all ${expected} sites for the map, the first time (baseline: 10 s)`,
      sites.ms / 1000,
      's',
      10,
      sites.found === expected,
    );
    const again = await timed(() => allSites(base));
    say('the same again (baseline: the first time)', again.ms / 1000, 's', sites.ms / 1000, again.found === expected);
    const later = await timed(() => ask('/matches?region=Region%203&limit=200'));
    say(
      'first page once the region is warm (baseline: 300 ms)',
      later.ms,
      'ms',
      REACH.page,
      later.found.rows.length === 200,
    );
    await changeAndAsk(base, sample, server);
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
}

/** Flows are changed over HTTP, one after another; each time the run that follows is asked for its first page at once, in the end what else a page asks. */
async function changeAndAsk(base: string, sample: readonly Row[], server: ChildProcess): Promise<void> {
  const read = async <T>(question: string) => (await (await fetch(`${base}${question}`)).json()) as T;
  const current = async () => (await read<{ id: string }>('/runs/current')).id;
  const headers = { 'content-type': 'application/json' };
  const outputs = [...new Map(sample.map((row) => [row.output, row])).values()].slice(0, CHANGES);
  const taken: Record<'answered' | 'followed' | 'page' | 'work', number[]> = {
    answered: [],
    followed: [],
    page: [],
    work: [],
  };
  let correct = true;
  for (const [n, { output, outputCompany, material }] of outputs.entries()) {
    const before = await current();
    const flow = { id: output, companyId: outputCompany, direction: 'output', description: 'changed', material };
    const body = JSON.stringify({ flows: [{ ...flow, quantity: 4321 + n, unit: 't' }] });
    const work = processorTime(server);
    const changed = await timed(async () => {
      const posted = await timed(() => fetch(`${base}/flows`, { method: 'POST', headers, body }));
      if (!posted.found.ok) throw new Error(await posted.found.text());
      taken.answered.push(posted.ms);
      while ((await current()) === before) await sleep(2);
    });
    taken.followed.push(changed.ms);
    const page = await timed(() => read<{ rows: Row[] }>('/matches?region=Region%201&limit=200'));
    taken.page.push(page.ms);
    taken.work.push(processorTime(server) - work);
    const { rows } = await read<{ rows: (Row & { quantityPerYear?: number })[] }>(`/matches?output=${output}`);
    const isOfIt = (row: (typeof rows)[number]) => (row.quantityPerYear ?? 0) <= 4321 + n;
    correct &&= page.found.rows.length === 200 && rows.length > 0 && rows.every(isOfIt);
  }
  const median = (ms: readonly number[]) => ms.toSorted((a, b) => a - b)[ms.length >> 1]!;
  const told = `a flow changed, median of ${outputs.length}`;
  say(`${told}: answered (baseline: 100 ms)`, median(taken.answered), 'ms', 100, correct);
  say(`${told}: to the run that follows (baseline: 100 ms)`, median(taken.followed), 'ms', 100, correct);
  say(`${told}: first page of that run (baseline: the reach)`, median(taken.page), 'ms', REACH.page, correct);
  say(`${told}: processor time of the server (baseline: 100 ms)`, median(taken.work), 'ms', 100, correct);
  for (const question of ['/picture', '/regions', '/sites?limit=20000']) {
    const work = processorTime(server);
    const { ms } = await timed(() => read(question));
    say(`${question} of that run (baseline: the reach)`, ms, 'ms', REACH.filter, true);
    say(`${question} of that run, processor time (baseline: 1 s)`, (processorTime(server) - work) / 1000, 's', 1, true);
  }
}

/** What a process makes ready at its start is done when it has rested for some seconds. */
async function quiet(server: ChildProcess): Promise<void> {
  for (let before = Number.NEGATIVE_INFINITY; processorTime(server) - before > 50; await sleep(3000))
    before = processorTime(server);
}

/** Of a process, ms, in steps of 10; not a number where the system does not tell. */
function processorTime({ pid }: ChildProcess): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return Number.NaN;
  const fields = readFileSync(file, 'utf8').split(') ')[1]!.split(' ');
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

/** The API gives up on a question after some seconds; whoever asks, asks again. */
async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  for (const until = performance.now() + 300_000; ; )
    try {
      return await ask();
    } catch (error) {
      if (performance.now() > until) throw error;
    }
}

type Question = readonly [string, (k: number) => string, number, (row: Row, k: number, before?: Row) => boolean];

/** Filters as the page has them; each question is asked of many values. */
function questions(sample: readonly Row[]): readonly Question[] {
  const falling = (row: Row, before?: Row) => before === undefined || row.score <= before.score;
  const some = (k: number) => sample[(k * 37) % sample.length]!;
  const region = (k: number) => `region=${encodeURIComponent(`Region ${k % 40}`)}`;
  return [
    [
      'first page of a region',
      (k) => `/matches?${region(k)}&limit=200`,
      REACH.page,
      (row, _, before) => falling(row, before),
    ],
    [
      'a region by money',
      (k) => `/matches?${region(k)}&sort=money&limit=200`,
      REACH.filter,
      (row, _, before) =>
        before === undefined || (row.netBenefitEurPerYear ?? -Infinity) <= (before.netBenefitEurPerYear ?? -Infinity),
    ],
    [
      'a material in a region',
      (k) => `/matches?${region(1)}&material=${some(k).material}&limit=200`,
      REACH.filter,
      (row, k) => row.material === some(k).material,
    ],
    [
      'a company',
      (k) => `/matches?company=${some(k).outputCompany}&limit=200`,
      REACH.filter,
      (row, k) => [row.outputCompany, row.demandCompany].includes(some(k).outputCompany),
    ],
    ['an output', (k) => `/matches?output=${some(k).output}`, REACH.filter, (row, k) => row.output === some(k).output],
    [
      'a region, at least 700 points, open',
      (k) => `/matches?${region(k)}&minScore=700&regime=open&limit=200`,
      REACH.filter,
      (row) => row.score >= 700 && row.regime === 'open',
    ],
    [
      'at least 10,000 EUR by CO2',
      () => '/matches?minMoney=10000&sort=co2&limit=200',
      REACH.filter,
      (row) => row.netBenefitEurPerYear! >= 1e4,
    ],
    ['flows of a material', (k) => `/flows?direction=output&material=${some(k).material}`, REACH.filter, () => true],
    [
      'companies by a word',
      (k) => `/companies?text=plant%20${some(k).outputCompany.slice(0, 5)}&limit=20`,
      REACH.filter,
      () => true,
    ],
  ];
}

async function allSites(base: string): Promise<number> {
  let [count, after] = [0, ''];
  do {
    const answer = await fetch(`${base}/sites?limit=20000${after && `&after=${encodeURIComponent(after)}`}`);
    if (!answer.ok) throw new Error(await answer.text());
    const page = (await answer.json()) as { rows: unknown[]; next?: string };
    count += page.rows.length;
    after = page.next ?? '';
  } while (after);
  return count;
}

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let told = '';
    server.stdout!.on('data', (part) => {
      told += String(part);
      const found = /http:\S+/.exec(told);
      if (found) resolve(found[0]);
    });
    server.once('exit', () => reject(new Error(`The server did not start: ${told}`)));
  });
}

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; found: T }> {
  const from = performance.now();
  const found = await work();
  return { ms: performance.now() - from, found };
}

function since(from: number): number {
  return (performance.now() - from) / 1000;
}
