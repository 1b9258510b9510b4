/**
 * The lists of both directions by DuckDB with the full score (`pairs.sql`), by judging every pair, and by the search: same answers row by row, on one thread
 * each, in time of the processor. `--sizes 5e3,1e4`, `--json`.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { DEFAULT_SETTINGS } from '../../src/domain/index.ts';
import { FACT, PLACE } from '../../src/engine/columns/item.ts';
import * as traits from '../../src/engine/columns/traits.ts';
import { buildColumns, buildContext, type Columns, createSearch, openColumns } from '../../src/engine/index.ts';
import { TARIFF, tariffAt } from '../../src/engine/judge/road.ts';
import { createChecks } from '../../src/engine/search/checks.ts';
import { pathOf } from '../../src/engine/search/top.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { tell } from '../tell.ts';
import { drawCountry, streamsOf } from './country.ts';

const { values } = parseArgs({
  options: { sizes: { type: 'string', default: '5e3,1e4' }, json: { type: 'boolean', default: false } },
});
const knowledge = loadKnowledge();
const PAIRS = readFileSync(path.join(import.meta.dirname, 'pairs.sql'), 'utf8');
const listsBy = (stream: string, partner: string) => `
  SELECT ${stream}, ${partner}, score, path FROM best
  QUALIFY row_number() OVER (PARTITION BY ${stream} ORDER BY score DESC, ${partner}) <= 20
  ORDER BY ${stream}, score DESC, ${partner}`;
type Cell = number | boolean | null;

for (const size of values.sizes.split(',').map(Number)) await compare(size);

async function compare(size: number): Promise<void> {
  const country = drawCountry(size, knowledge);
  const context = buildContext(knowledge, { ...DEFAULT_SETTINGS, asOf: '2026-11-01' });
  const sides = [streamsOf(context, country, 'outputs'), streamsOf(context, country, 'demands')] as const;
  const { columns } = openColumns(buildColumns(context, ...sides, { of: 'bench' }));
  const [searched, search] = lists(columns, false);
  const [judged, brute] = lists(columns, true);
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
  await fill(connection, columns);
  const from = process.cpuUsage();
  await connection.run(PAIRS);
  const readers = [
    await connection.runAndReadAll(listsBy('output', 'demand')),
    await connection.runAndReadAll(listsBy('demand', 'output')),
  ];
  const sql = secondsSince(from);
  const asked = readers.flatMap((reader) => reader.getRows().map((row) => row.map(Number).join(' ')));
  const correct = same(searched, judged) && same(searched, asked);
  const say = (what: string, seconds: number) =>
    tell(
      {
        case: `engine ${size} x ${size}, lists of both directions ${what} (baseline: the search, one thread)`,
        value: seconds,
        unit: 's',
        baseline: search,
        ratio: seconds / search,
        correct,
      },
      values.json,
    );
  say('by DuckDB SQL, one thread', sql);
  say('by judging every pair', brute);
  connection.closeSync();
}

/** Lists of outputs, then of demands, as `stream partner score path`, with the seconds that finding them took. */
function lists(c: Columns, everything: boolean): [string[], number] {
  const search = createSearch(c, { settled: true });
  // compiled before that
  for (let row = 0; row < 500; row++) {
    search.output(row, everything);
    search.demand(row, everything);
  }
  const found: number[][] = [];
  const from = process.cpuUsage();
  for (const side of ['output', 'demand'] as const)
    for (const row of c[`${side}Visits`]) {
      search[side](row, everything);
      const top = search.tops[0]!;
      for (let i = 0; i < top.count; i++) found.push([row, top.partnerAt(i), top.scoreAt(i), pathOf(top.wayAt(i))]);
    }
  const seconds = secondsSince(from);
  return [found.map((row) => row.join(' ')), seconds];
}

/** Of the processor, all threads. */
function secondsSince(from: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e6;
}

function same(a: readonly string[], b: readonly string[]): boolean {
  const ordered = b.toSorted();
  return a.length === b.length && a.toSorted().every((row, i) => row === ordered[i]);
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

async function fill(connection: DuckDBConnection, c: Columns): Promise<void> {
  const place = 'item INT, stream INT, x DOUBLE, y DOUBLE, z DOUBLE, quantity DOUBLE, confidence DOUBLE';
  await load(
    connection,
    'giver',
    `${place}, money DOUBLE, company INT, material INT, rail BOOLEAN, declared BOOLEAN, class_share DOUBLE`,
    givers(c),
  );
  await load(
    connection,
    'taker',
    `${place}, price DOUBLE, company INT, product INT, rail BOOLEAN, declared BOOLEAN, treats BOOLEAN, activity INT, dimension INT`,
    takers(c),
  );
  await load(
    connection,
    'way',
    `giver INT, path INT, path_order INT, product INT, dimension INT, fit DOUBLE, ratio DOUBLE, treatment DOUBLE, price DOUBLE, carbon DOUBLE, share DOUBLE,
     ease DOUBLE, treated_ease DOUBLE, reach DOUBLE, pipe BOOLEAN, detour DOUBLE, road_fixed DOUBLE, road_near DOUBLE, road_far DOUBLE, road_co2 DOUBLE,
     rail_fixed DOUBLE, rail_near DOUBLE, rail_far DOUBLE, rail_co2 DOUBLE`,
    ways(c),
  );
  await load(connection, 'receiver', 'path INT, activity INT', receivers(c));
  const names = ['fit', 'quantity', 'distance', 'economics', 'co2', 'legal', 'confidence', 'deal'];
  await load(connection, 'points', names.map((name) => `${name} DOUBLE`).join(', '), [[...c.points, c.scalars[0]!]]);
}

function placeOf(places: Float64Array, item: number): Cell[] {
  const at = item * PLACE.width;
  return [PLACE.x, PLACE.y, PLACE.z, PLACE.quantity, PLACE.confidence, PLACE.money].map((n) => known(places[at + n]!));
}

function* givers(c: Columns): Generator<Cell[]> {
  for (let item = 0; item * FACT.width < c.giverFacts.length; item++) {
    const at = item * FACT.width;
    const t = c.giverFacts[at + FACT.traits]!;
    const sure = traits.hazardOf(t) > 0 || traits.dimensionOf(t) !== 1 ? 1 : 0.5;
    yield [
      item,
      c.giverFacts[at + FACT.row]!,
      ...placeOf(c.giverPlaces, item),
      c.giverFacts[at + FACT.company]!,
      materialOf(c, item),
      (t & traits.RAIL) !== 0,
      (t & traits.DECLARED) !== 0,
      sure,
    ];
  }
}

function* takers(c: Columns): Generator<Cell[]> {
  for (let item = 0; item * FACT.width < c.takerFacts.length; item++) {
    const at = item * FACT.width;
    const t = c.takerFacts[at + FACT.traits]!;
    const row = c.takerFacts[at + FACT.row]!;
    const product = c.demandReadingMaterial[c.demandReadingFrom[row]! + traits.readingOf(t)]!;
    yield [
      item,
      row,
      ...placeOf(c.takerPlaces, item),
      c.takerFacts[at + FACT.company]!,
      product,
      (t & traits.RAIL) !== 0,
      (t & traits.DECLARED) !== 0,
      (t & traits.TREATS) !== 0,
      c.takerFacts[at + FACT.activity]!,
      traits.dimensionOf(t),
    ];
  }
}

function materialOf(c: Columns, giver: number): number {
  const at = giver * FACT.width;
  return c.outputReadingMaterial[
    c.outputReadingFrom[c.giverFacts[at + FACT.row]!]! + traits.readingOf(c.giverFacts[at + FACT.traits]!)
  ]!;
}

/** What the rules, limits and doubts leave of each giver's ways: in this country they depend on no taker but for its treating waste. */
function* ways(c: Columns): Generator<Cell[]> {
  const checks = createChecks(c);
  for (let giver = 0; giver * FACT.width < c.giverFacts.length; giver++) {
    const t = c.giverFacts[giver * FACT.width + FACT.traits]!;
    const country = traits.countryOf(t);
    const material = materialOf(c, giver);
    for (let n = c.targetFrom[material]!; n < c.targetFrom[material + 1]!; n++) {
      const way = c.targetPath[n]!;
      const share = checks.limits.share(giver, way, 0);
      if (share < 0 || checks.isSuspect(giver, way, 0)) continue;
      const road = tariffAt(country, traits.dimensionOf(t), c.pathPipe[way]!);
      const tariff = Array.from(c.tariff.subarray(road, road + 2 * TARIFF));
      const carbon = t & traits.LANDFILLED ? c.pathCarbonLandfilled : c.pathCarbon;
      yield [
        giver,
        way,
        c.pathOrder[way]!,
        c.targetProduct[n]!,
        c.materialDimension[c.pathProduct[way]!]!,
        c.pathFit[way]!,
        c.pathRatio[way]!,
        c.pathTreatment[way]!,
        known(c.pathPrice[way]!),
        carbon[way]!,
        share,
        checks.ease(giver, way, country, false),
        checks.ease(giver, way, country, true),
        known(checks.reach(way, country, 0)),
        c.pathPipe[way] === 1,
        c.detour[country]!,
        ...tariff,
      ];
    }
  }
}

function* receivers(c: Columns): Generator<Cell[]> {
  const activities = c.pathReceivers.length / c.pathRatio.length;
  for (let i = 0; i < c.pathReceivers.length; i++)
    if (c.pathReceivers[i] === 1) yield [Math.floor(i / activities), i % activities];
}

async function load(
  connection: DuckDBConnection,
  table: string,
  columns: string,
  rows: Iterable<Cell[]>,
): Promise<void> {
  await connection.run(`CREATE TABLE ${table} (${columns})`);
  const types = columns.split(',').map((column) => column.trim().split(/\s+/)[1]);
  const appender = await connection.createAppender(table);
  for (const row of rows) {
    row.forEach((cell, i) => {
      if (cell === null) appender.appendNull();
      else if (types[i] === 'DOUBLE') appender.appendDouble(Number(cell));
      else if (types[i] === 'INT') appender.appendInteger(Number(cell));
      else appender.appendBoolean(cell === true);
    });
    appender.endRow();
  }
  appender.closeSync();
}
