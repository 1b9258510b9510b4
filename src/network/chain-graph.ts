import type { Flow, Match, Site } from '../domain/index.ts';
import type { ChainGoal, ChainInput, Conversion } from './chain-input.ts';
import { Converter } from './conversions.ts';
import { Taint } from './taint.ts';

/**
 * Exchanges and what joins them, as columns. Exchange e carries at most `capacity[e]` (units of its output) from site
 * `from[e]` to `to[e]`; exchanges of output o are `byOutput[outputStarts[o] .. ]`; exchange e feeds the outputs
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
  readonly byOutput: Int32Array;
  readonly group: Int32Array;
  readonly feedStarts: Int32Array;
  readonly fedOutput: Int32Array;
  readonly feedYield: Float64Array;
  readonly conversions: readonly Conversion[];
  /** Contaminants that exchange e brings into the taker's processes, those that its product may not hold, as bits. */
  readonly brings: Int32Array;
  readonly banned: Int32Array;
  readonly taint: Taint;
}

/** Exchanges in the order of output id, then demand id: ties between chains are decided by it. */
export function buildChainGraph(input: ChainInput): ChainGraph {
  const flows = new Map(input.snapshot.flows.map((f) => [f.id, f]));
  const siteOf = new Map(input.snapshot.sites.map((s, i) => [s.id, i]));
  const sites = input.snapshot.sites;
  const matches = usableMatches(input, flows, siteOf);
  const outputs = [...new Set(matches.map((m) => m.output))];
  const outputOf = new Map(outputs.map((id, i) => [id, i]));
  const demandOf = new Map([...new Set(matches.map((m) => m.demand))].map((id, i) => [id, i]));
  const place = (id: string) => siteOf.get(flows.get(id)!.siteId)!;
  const output = Int32Array.from(matches, (m) => outputOf.get(m.output)!);
  const from = Int32Array.from(matches, (m) => place(m.output));
  const to = Int32Array.from(matches, (m) => place(m.demand));
  const taint = new Taint(input.knowledge, input.asOf, input.blocsOf);
  const outputStarts = new Int32Array(outputs.length + 1);
  for (const o of output) outputStarts[o + 1] = outputStarts[o + 1]! + 1;
  for (let o = 0; o < outputs.length; o++) outputStarts[o + 1] = outputStarts[o + 1]! + outputStarts[o]!;
  const perUnit = (m: Match, total: number | undefined) => (total ?? 0) / m.quantityPerYear!;
  return {
    matches,
    flows,
    sites,
    outputs,
    output,
    demand: Int32Array.from(matches, (m) => demandOf.get(m.demand)!),
    from,
    to,
    capacity: Float64Array.from(matches, (m) => m.quantityPerYear!),
    productPerUnit: Float64Array.from(matches, (m) => ratioOf(input, m)),
    unitWorth: {
      money: Float64Array.from(matches, (m) => perUnit(m, m.netBenefitEurPerYear)),
      co2: Float64Array.from(matches, (m) => perUnit(m, m.co2KgPerYear)),
      tonnes: Float64Array.from(matches, (m) => (m.unit === 't' ? 1 : 0)),
    },
    outputStarts,
    byOutput: Int32Array.from(matches, (_, e) => e),
    ...feedsOf(input, matches, flows, to, outputOf),
    brings: Int32Array.from(matches, (m) => taint.carriedBy(m.material, m.product)),
    banned: Int32Array.from(matches, (m, e) =>
      taint.bannedIn(m.product, sites[from[e]!]!.country, sites[to[e]!]!.country),
    ),
    taint,
  };
}

function usableMatches(input: ChainInput, flows: ReadonlyMap<string, Flow>, siteOf: ReadonlyMap<string, number>) {
  const off = new Set(input.switchedOff ?? []);
  const inside = (id: string): boolean => {
    const flow = flows.get(id);
    const site = flow === undefined ? undefined : siteOf.get(flow.siteId);
    if (flow === undefined || site === undefined || off.has(flow.siteId)) return false;
    return input.region === undefined || input.snapshot.sites[site]!.region === input.region;
  };
  const usable = input.matches.filter(
    (m) =>
      (m.regime === 'open' || input.blocked === true) &&
      m.quantityPerYear !== undefined &&
      m.quantityPerYear > 0 &&
      inside(m.output) &&
      inside(m.demand),
  );
  const less = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return usable.sort((a, b) => less(a.output, b.output) || less(a.demand, b.demand));
}

/** Conversions after each exchange; exchanges with the same demand, material and product share a group. */
function feedsOf(
  input: ChainInput,
  matches: readonly Match[],
  flows: ReadonlyMap<string, Flow>,
  to: Int32Array,
  outputOf: ReadonlyMap<string, number>,
) {
  const converter = new Converter(input.snapshot, input.knowledge);
  const groups = new Map<string, number>();
  const starts = [0];
  const fed: number[] = [];
  const yields: number[] = [];
  const conversions: Conversion[] = [];
  const group = Int32Array.from(matches, (m, e) => {
    const demand = flows.get(m.demand)!;
    // mass stays mass; only where the dimension changes does the substitution ratio say how much arrives
    const arriving = demand.dimension === undefined || demand.dimension === m.unit ? 1 : ratioOf(input, m);
    const key = `${m.demand}|${m.material}|${m.product}|${arriving}`;
    const known = groups.get(key);
    if (known !== undefined) return known;
    groups.set(key, groups.size);
    for (const c of converter.conversionsOf(demand, input.snapshot.sites[to[e]!]!, m.material, m.product)) {
      const o = outputOf.get(c.output);
      if (o === undefined) continue;
      fed.push(o);
      yields.push(c.yield * arriving);
      conversions.push(c);
    }
    starts.push(fed.length);
    return groups.size - 1;
  });
  return {
    group,
    feedStarts: Int32Array.from(starts),
    fedOutput: Int32Array.from(fed),
    feedYield: Float64Array.from(yields),
    conversions,
  };
}

const ratios = new WeakMap<object, Map<string, number>>();

function ratioOf(input: ChainInput, m: Match): number {
  let table = ratios.get(input);
  if (!table) {
    table = new Map(input.knowledge.uses.map((u) => [u.id, u.ratio]));
    ratios.set(input, table);
  }
  return table.get(m.use) ?? 1;
}
