/**
 * Measures the constants of the plan in docs/scale.md on this machine, in time of the processor:
 * `node --expose-gc bench/scale/measure.ts [outputs ...]`, default 1e4 1e5 1e6.
 * A large country's columns are built whole and a sample of its streams is searched.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { DEFAULT_SETTINGS } from '../../src/domain/index.ts';
import {
  buildColumns,
  buildContext,
  buildProblem,
  columnsOf,
  columnsOfShard,
  createLists,
  createSearch,
  fillLists,
  listMatches,
  openColumns,
  packPart,
  planShards,
} from '../../src/engine/index.ts';
import { RAIL_REACH, SEA_REACH } from '../../src/engine/judge/constants.ts';
import { findWays, groupFamilies, searchedMaterials, type Way } from '../../src/engine/shards/shard-ways.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { openEmbeddedStore } from '../../src/store/embedded/index.ts';
import { run } from '../../test/contract/samples.ts';
import { drawCountry, snapshotOf, streamsOf } from '../engine/country.ts';

const knowledge = loadKnowledge();
const settings = { ...DEFAULT_SETTINGS, asOf: '2026-11-01' };
const sizes = process.argv.slice(2).map(Number);
const SAMPLE = 20_000;
/** Upper ends of the classes of reach, great-circle km. */
const REACHES = [50, 100, 200, 400, 800, 1600, 3200];

for (const size of sizes.length > 0 ? sizes : [1e4, 1e5, 1e6]) console.log(JSON.stringify(searchOf(size)));
console.log(JSON.stringify(shardsOf(5e4)));
console.log(JSON.stringify(await storeOf(2e4)));

/** Build and search of a whole country, a flow and a stream. */
function searchOf(size: number): object {
  const country = drawCountry(size, knowledge);
  const context = buildContext(knowledge, settings);
  const [build, buffer] = timed(() =>
    buildColumns(context, streamsOf(context, country, 'outputs'), streamsOf(context, country, 'demands'), {
      of: 'measure',
    }),
  );
  const { columns } = openColumns(buffer);
  const search = createSearch(columns);
  const every = (visits: ArrayLike<number>, visit: (row: number) => void) => {
    const step = Math.max(1, Math.floor((2 * visits.length) / SAMPLE));
    const [ms, count] = timed(() => {
      let done = 0;
      for (let n = 0; n < visits.length; n += step, done++) visit(visits[n]!);
      return done;
    });
    return ms / count;
  };
  const [outputMs, demandMs] = [
    every(columns.outputVisits, (row) => search.output(row)),
    every(columns.demandVisits, (row) => search.demand(row)),
  ];
  return {
    flows: 2 * size,
    buildMicrosPerFlow: round((1000 * build) / (2 * size)),
    searchMicrosPerStream: round((1000 * (outputMs + demandMs)) / 2),
    columnBytesPerFlow: round(buffer.byteLength / (2 * size)),
  };
}

/** What shards of a country hold, and what their parts, matches and rows take. */
function shardsOf(size: number): object {
  const snapshot = snapshotOf(drawCountry(size, knowledge));
  const problem = buildProblem(snapshot, knowledge, settings);
  const lists = createLists(openColumns(columnsOf(problem)).columns);
  let batch = 0;
  for (const _ of fillLists(openColumns(columnsOf(problem)).columns, lists, () => batch++));
  const [listed, matches] = timed(() => [...listMatches(problem, lists)].length);
  const ways = findWays(problem);
  const families = groupFamilies(problem, ways, 0);
  const halo = [20, 40, 80].map((parts) => {
    const most = (2 * size) / parts;
    const [planned, shards] = timed(() => planShards(problem, most));
    let [own, held, chosen] = [0, 0, 0];
    for (let n = 0; n < shards.count; n++) {
      // neither those of unplaced streams nor small families: areas
      if (shards.sizes[n]! > most || shards.sizes[n]! < most / 2) continue;
      const [ms, { outputs, demands }] = timed(() => shards.members(n));
      own += shards.sizes[n]!;
      held += outputs.rows.length + demands.rows.length;
      chosen += ms;
    }
    return {
      parts,
      heldPerOwn: round(held / own),
      planMicrosPerFlow: round((500 * planned) / size),
      chooseMicrosPerFlow: round((500 * chosen) / size / shards.count),
    };
  });
  const members = planShards(problem, size / 5).members(0);
  const shardLists = createLists(openColumns(columnsOfShard(problem, members)).columns);
  batch = 0;
  for (const _ of fillLists(openColumns(columnsOfShard(problem, members)).columns, shardLists, () => batch++));
  const part = packPart(shardLists, members);
  const streams = members.outputs.own.reduce((a, b) => a + b, 0) + members.demands.own.reduce((a, b) => a + b, 0);
  const rows = JSON.stringify(snapshot.flows.slice(0, 5000)).length / 5000;
  const sites = (JSON.stringify(snapshot.sites).length + JSON.stringify(snapshot.companies).length) / (2 * size);
  return {
    flows: 2 * size,
    matchesPerOutput: round(matches / size),
    listMicrosPerMatch: round((1000 * listed) / matches),
    snapshotBytesPerFlow: round(rows + sites),
    partBytesPerStream: round(deflateSync(part, { level: 1 }).byteLength / streams),
    familyShares: familyShares(problem, families),
    reachShares: reachShares(problem, ways),
    halo,
  };
}

/** Applying, loading and publishing on the embedded store, in processor time of the whole process. */
async function storeOf(size: number): Promise<object> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'symbion-measure-'));
  const store = openEmbeddedStore(path.join(folder, 'symbion.db'));
  try {
    const snapshot = snapshotOf(drawCountry(size, knowledge));
    const applied = await spent(() => store.apply(snapshot));
    const loaded = await spent(() => store.loadSnapshot());
    const problem = buildProblem(snapshot, knowledge, settings);
    const { columns } = openColumns(columnsOf(problem));
    const lists = createLists(columns);
    let batch = 0;
    for (const _ of fillLists(columns, lists, () => batch++));
    const matches = [...listMatches(problem, lists)];
    const published = await spent(() => store.publishRun(run('r'), matches));
    return {
      flows: 2 * size,
      applyMicrosPerFlow: round((500 * applied) / size),
      loadMicrosPerFlow: round((500 * loaded) / size),
      publishMicrosPerMatch: round((1000 * published) / matches.length),
      heapBytesPerFlow: heapOf(5e4),
    };
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

/** Memory of a snapshot and its problem as objects; needs `--expose-gc`. */
function heapOf(size: number): number {
  const used = () => {
    globalThis.gc?.();
    return process.memoryUsage().heapUsed;
  };
  const before = used();
  const problem = buildProblem(snapshotOf(drawCountry(size, knowledge)), knowledge, settings);
  const after = used();
  return round((after - before) / (problem.outputs.length + problem.demands.length));
}

async function spent(work: () => Promise<unknown>): Promise<number> {
  const from = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

type Problem = ReturnType<typeof buildProblem>;

function familyShares(problem: Problem, { count, ofGiven, ofWanted }: ReturnType<typeof groupFamilies>): number[] {
  const sizes = new Array<number>(count).fill(0);
  let total = 0;
  for (const [streams, table] of [
    [problem.outputs, ofGiven],
    [problem.demands, ofWanted],
  ] as const)
    for (const { flow } of streams) {
      total++;
      for (const family of new Set(searchedMaterials(problem, flow).map((row) => table[row]!)))
        if (family >= 0) sizes[family]!++;
    }
  return sizes
    .sort((a, b) => b - a)
    .slice(0, 8)
    .map((n) => round(n / total));
}

/** Share of the streams whose farthest way, with their own rail or sea, reaches so far. */
function reachShares(problem: Problem, ways: readonly Way[]): { km: number; share: number }[] {
  const counts = REACHES.map(() => 0);
  let total = 0;
  for (const [streams, end] of [
    [problem.outputs, 'material'],
    [problem.demands, 'product'],
  ] as const) {
    const farthest = new Map<number, { road: number; pipe: number }>();
    for (const way of ways) {
      const known = farthest.get(way[end]) ?? { road: 0, pipe: 0 };
      if (way.pipe) known.pipe = Math.max(known.pipe, way.km);
      else known.road = Math.max(known.road, way.km);
      farthest.set(way[end], known);
    }
    for (const { flow, rail, sea } of streams) {
      total++;
      const km = Math.max(
        0,
        ...searchedMaterials(problem, flow).map((row) => {
          const { road, pipe } = farthest.get(row) ?? { road: 0, pipe: 0 };
          return Math.max(pipe, road * (sea ? SEA_REACH : rail ? RAIL_REACH : 1));
        }),
      );
      const place = REACHES.findIndex((most) => km <= most);
      counts[place < 0 ? REACHES.length - 1 : place]!++;
    }
  }
  return REACHES.map((km, i) => ({ km, share: round(counts[i]! / total) }));
}

/** Milliseconds of this thread's processor, which other work on the machine does not lengthen much, and what came of it. */
function timed<T>(work: () => T): [number, T] {
  const from = process.threadCpuUsage();
  const result = work();
  const { user, system } = process.threadCpuUsage(from);
  return [(user + system) / 1000, result];
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
