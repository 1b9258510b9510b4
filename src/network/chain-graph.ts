import { compareIds, type Flow, type Match, type Site } from '../domain/index.ts';
import type { ChainGoal, ChainInput, Conversion } from './chain-input.ts';
import { Converter, type SiteConversions } from './conversions.ts';
import { Taint } from './taint.ts';

/**
 * Exchanges and what joins them, as columns. Exchange e carries at most `capacity[e]` (units of its output) from site
 * `from[e]` to `to[e]`; exchanges of output o are `outputStarts[o] .. outputStarts[o + 1] - 1`; exchange e feeds the outputs
 * `fedOutput[feedStarts[group[e]] .. ]` with `feedYield` units per unit delivered.
 */
export interface ChainGraph {
  readonly matches: readonly Match[];
  readonly flows: ReadonlyMap<string, Flow>;
  readonly sites: readonly Site[];
  readonly outputs: readonly string[];
  readonly output: Int32Array;
  readonly demand: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly capacity: Float64Array;
  /** Units of product that one unit of output replaces. */
  readonly productPerUnit: Float64Array;
  readonly unitWorth: Readonly<Record<ChainGoal, Float64Array>>;
  readonly outputStarts: Int32Array;
  readonly group: Int32Array;
  readonly feedStarts: Int32Array;
  readonly fedOutput: Int32Array;
  readonly feedYield: Float64Array;
  readonly conversions: readonly Conversion[];
  /** Contaminants that exchange e brings into the taker's processes, those that its product may not hold, as bits. */
  readonly brings: Int32Array;
  readonly banned: Int32Array;
  readonly taint: Taint;
  /** 1 where exchange e crosses what every chain must cross somewhere; absent: no chain must. */
  readonly crosses?: Uint8Array;
}

/** Whether a chain of these exchanges goes as far as is asked. */
export function reachesFarEnough(graph: ChainGraph, exchanges: readonly number[]): boolean {
  const { crosses } = graph;
  return crosses === undefined || exchanges.some((e) => crosses[e] === 1);
}

/** Exchanges in the order of output id, then demand id: ties between chains are decided by it. */
export function buildChainGraph(input: ChainInput): ChainGraph {
  const sites = input.snapshot.sites;
  const places = placeFlows(input);
  const { matches, output: outputFlow, demand: demandFlow } = usableMatches(input, places);
  const outputOfFlow = new Int32Array(places.flows.length).fill(-1);
  const outputs: string[] = [];
  const output = outputFlow.map((f) => {
    if (outputOfFlow[f] === -1) outputOfFlow[f] = outputs.push(places.flows[f]!.id) - 1;
    return outputOfFlow[f]!;
  });
  const from = outputFlow.map((f) => places.site[f]!);
  const to = demandFlow.map((f) => places.site[f]!);
  const taint = new Taint(
    input.knowledge,
    input.asOf,
    input.blocsOf ?? ((country) => input.knowledge.blocs?.get(country) ?? []),
  );
  const ratio = new Map(input.knowledge.uses.map((u) => [u.id, u.ratio]));
  const perUnit = (m: Match, total: number | undefined) => (total ?? 0) / m.quantityPerYear!;
  return {
    matches,
    flows: new Map(places.flows.map((f) => [f.id, f])),
    sites,
    outputs,
    output,
    demand: demandFlow,
    from,
    to,
    capacity: floatsOf(matches, (m) => m.quantityPerYear!),
    productPerUnit: floatsOf(matches, (m) => ratio.get(m.use) ?? 1),
    unitWorth: {
      money: floatsOf(matches, (m) => perUnit(m, m.netBenefitEurPerYear)),
      co2: floatsOf(matches, (m) => perUnit(m, m.co2KgPerYear)),
      tonnes: floatsOf(matches, (m) => (m.unit === 't' ? 1 : 0)),
    },
    outputStarts: startsOf(output, outputs.length),
    ...feedsOf(input, { matches, demandFlow, to, flows: places.flows, index: places.index, outputOfFlow, ratio }),
    brings: integersOf(matches, (m) => taint.carriedBy(m.material, m.product)),
    banned: integersOf(matches, (m, e) => taint.bannedIn(m.product, sites[from[e]!]!.country, sites[to[e]!]!.country)),
    taint,
    ...crossingsOf(input.reach, sites, from, to),
  };
}

/** `TypedArray.from` takes a tenth of a microsecond an element; with a million matches that is felt. */
function floatsOf<T>(rows: readonly T[], of: (row: T, i: number) => number): Float64Array {
  const column = new Float64Array(rows.length);
  for (let i = 0; i < column.length; i++) column[i] = of(rows[i]!, i);
  return column;
}

function integersOf<T>(rows: readonly T[], of: (row: T, i: number) => number): Int32Array {
  const column = new Int32Array(rows.length);
  for (let i = 0; i < column.length; i++) column[i] = of(rows[i]!, i);
  return column;
}

function crossingsOf(reach: ChainInput['reach'], sites: readonly Site[], from: Int32Array, to: Int32Array) {
  if (reach !== 'across-regions' && reach !== 'across-borders') return {};
  const of = reach === 'across-regions' ? 'region' : 'country';
  return { crosses: Uint8Array.from(from, (f, e) => (isBorder(sites[f]![of], sites[to[e]!]![of]) ? 1 : 0)) };
}

const isBorder = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a !== b;

/** Flows in id order, the site number of each (-1 = switched off, outside the region or unknown). */
interface Places {
  readonly flows: readonly Flow[];
  readonly index: ReadonlyMap<string, number>;
  readonly site: Int32Array;
}

function placeFlows(input: ChainInput): Places {
  const off = new Set(input.switchedOff ?? []);
  const siteOf = new Map(input.snapshot.sites.map((s, i) => [s.id, i]));
  const flows = [...input.snapshot.flows].sort((a, b) => compareIds(a.id, b.id));
  const site = Int32Array.from(flows, (f) => {
    const i = off.has(f.siteId) ? undefined : siteOf.get(f.siteId);
    if (i === undefined) return -1;
    return input.region === undefined || input.snapshot.sites[i]!.region === input.region ? i : -1;
  });
  return { flows, index: new Map(flows.map((f, i) => [f.id, i])), site };
}

function usableMatches(input: ChainInput, { flows, index, site }: Places) {
  const usable: Match[] = [];
  const outputs: number[] = [];
  const demands: number[] = [];
  for (const m of input.matches) {
    if (!m.quantityPerYear || (m.regime === 'blocked' && input.blocked !== true)) continue;
    const o = index.get(m.output);
    const d = index.get(m.demand);
    if (o === undefined || d === undefined || site[o] === -1 || site[d] === -1) continue;
    if (input.reach === 'within-region' && !isWithin(input, site[o]!, site[d]!)) continue;
    usable.push(m);
    outputs.push(o);
    demands.push(d);
  }
  const asTheyCame = integersOf(usable, (_, e) => e);
  const order = sortedBy(outputs, flows.length, sortedBy(demands, flows.length, asTheyCame));
  const matches: Match[] = [];
  for (const e of order) matches.push(usable[e]!);
  return {
    matches,
    output: order.map((e) => outputs[e]!),
    demand: order.map((e) => demands[e]!),
  };
}

/** The rows in rising order of their keys (0 .. n - 1), rows of one key as they stood: counting, no comparing. */
function sortedBy(keys: readonly number[], n: number, rows: Int32Array): Int32Array {
  const next = new Int32Array(n + 1);
  for (const row of rows) next[keys[row]! + 1] = next[keys[row]! + 1]! + 1;
  for (let key = 0; key < n; key++) next[key + 1] = next[key + 1]! + next[key]!;
  const sorted = new Int32Array(rows.length);
  for (const row of rows) {
    const at = next[keys[row]!]!;
    sorted[at] = row;
    next[keys[row]!] = at + 1;
  }
  return sorted;
}

/** A chain goes on from the taker's site, so that exchanges within their region make chains within one region. */
function isWithin({ snapshot: { sites } }: ChainInput, from: number, to: number): boolean {
  return sites[from]!.region !== undefined && sites[from]!.region === sites[to]!.region;
}

/** Exchanges are sorted by output: those of output o are `starts[o] .. starts[o + 1] - 1`. */
function startsOf(output: Int32Array, outputs: number): Int32Array {
  const starts = new Int32Array(outputs + 1);
  for (const o of output) starts[o + 1] = starts[o + 1]! + 1;
  for (let o = 0; o < outputs; o++) starts[o + 1] = starts[o + 1]! + starts[o]!;
  return starts;
}

interface Feeding {
  readonly matches: readonly Match[];
  readonly demandFlow: Int32Array;
  readonly to: Int32Array;
  readonly flows: readonly Flow[];
  readonly index: ReadonlyMap<string, number>;
  readonly outputOfFlow: Int32Array;
  readonly ratio: ReadonlyMap<string, number>;
}

/** Conversions after each exchange; exchanges with the same demand, conversions and arriving share have one group. */
function feedsOf(input: ChainInput, f: Feeding) {
  const converter = new Converter(input.snapshot, input.knowledge);
  const siteConversions: SiteConversions[] = input.snapshot.sites.map((site) => converter.at(site));
  const groups: { readonly ways: readonly Conversion[]; readonly arriving: number; readonly next: number }[] = [];
  const newest = new Int32Array(f.flows.length).fill(-1);
  const starts = [0];
  const fed: number[] = [];
  const yields: number[] = [];
  const conversions: Conversion[] = [];
  const group = integersOf(f.matches, (m, e) => {
    const at = f.demandFlow[e]!;
    const demand = f.flows[at]!;
    // mass stays mass; only where the dimension changes does the substitution ratio say how much arrives
    const arriving = demand.dimension === undefined || demand.dimension === m.unit ? 1 : (f.ratio.get(m.use) ?? 1);
    const ways = siteConversions[f.to[e]!]!.conversionsOf(demand, m.material, m.product);
    for (let g = newest[at]!; g !== -1; g = groups[g]!.next)
      if (groups[g]!.ways === ways && groups[g]!.arriving === arriving) return g;
    groups.push({ ways, arriving, next: newest[at]! });
    newest[at] = groups.length - 1;
    for (const c of ways) {
      const o = f.outputOfFlow[f.index.get(c.output)!]!;
      if (o === -1) continue;
      fed.push(o);
      yields.push(c.yield * arriving);
      conversions.push(c);
    }
    starts.push(fed.length);
    return groups.length - 1;
  });
  return {
    group,
    feedStarts: Int32Array.from(starts),
    fedOutput: Int32Array.from(fed),
    feedYield: Float64Array.from(yields),
    conversions,
  };
}
