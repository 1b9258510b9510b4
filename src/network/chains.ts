import { type Issue, SymbionError } from '../domain/index.ts';
import type { Found } from './best-list.ts';
import { findBestPaths } from './best-paths.ts';
import { findBestTrees } from './best-trees.ts';
import { buildChainGraph, type ChainGraph } from './chain-graph.ts';
import {
  CHAIN_GOALS,
  CHAIN_REACHES,
  type Chain,
  type ChainGoal,
  type ChainInput,
  type ChainReach,
  type ChainShape,
  type ChainStep,
} from './chain-input.ts';
import { completeTree } from './complete-tree.ts';

export interface ChainOptions {
  readonly by: ChainGoal;
  /** How many at most. */
  readonly top: number;
  /** Exchanges per chain, 2..6; defaults 2 and 4. */
  readonly minSteps?: number;
  readonly maxSteps?: number;
  /** Default `path`. `tree` gives one tree, the best, for each first exchange. */
  readonly shape?: ChainShape;
  /** Trees only: find a taker also for what a process makes besides and what costs something; the order stays that of the best. */
  readonly complete?: boolean;
}

/** The best chains of a region, best first. Throws `input` for an unknown goal, shape or number of steps. */
export function findChains(input: ChainInput, options: ChainOptions): Chain[] {
  checkChainOptions(options, input.reach);
  return findChainsIn(buildChainGraph(input), options);
}

/** The same on a graph that is there already. */
export function findChainsIn(graph: ChainGraph, options: ChainOptions): Chain[] {
  const shape = options.shape ?? 'path';
  const minSteps = options.minSteps ?? 2;
  const maxSteps = options.maxSteps ?? Math.max(4, minSteps);
  const search = shape === 'path' ? findBestPaths : findBestTrees;
  const finish = (found: Found) =>
    shape === 'tree' && options.complete ? completeTree(graph, found, options.by, maxSteps) : found;
  return search(graph, options.by, options.top, minSteps, maxSteps).map((found) =>
    toChain(graph, finish(found), shape),
  );
}

/** Throws `input` with everything that is wrong with a question for chains. */
export function checkChainOptions(options: ChainOptions, reach: ChainReach = 'anywhere'): void {
  const { by, top, shape = 'path', minSteps = 2, maxSteps = Math.max(4, minSteps) } = options;
  const issues: Issue[] = [];
  const wrong = (column: string, found: unknown, en: string, ru: string) =>
    issues.push({ column, found: String(found), wanted: { en, ru }, severity: 'error' });
  const oneOf = (column: string, found: string, of: readonly string[]) => {
    if (!of.includes(found)) wrong(column, found, `one of ${of.join(', ')}`, `одно из: ${of.join(', ')}`);
  };
  oneOf('by', by, CHAIN_GOALS);
  oneOf('shape', shape, ['path', 'tree']);
  oneOf('reach', reach, CHAIN_REACHES);
  const isSteps = (n: number) => Number.isInteger(n) && n >= 2 && n <= 6;
  if (!isSteps(minSteps)) wrong('minSteps', minSteps, '2 to 6 steps', 'от 2 до 6 шагов');
  if (!isSteps(maxSteps) || maxSteps < minSteps) wrong('maxSteps', maxSteps, '2 to 6 steps', 'от 2 до 6 шагов');
  if (!(Number.isInteger(top) && top >= 1)) wrong('top', top, 'at least 1 chain', 'не меньше 1 цепочки');
  if (issues.length === 0) return;
  const told = (lang: 'ru' | 'en') => issues.map((i) => `${i.column} ${i.found}: ${i.wanted[lang]}`).join('; ');
  throw new SymbionError(
    'input',
    { en: `No such chains: ${told('en')}.`, ru: `Таких цепочек нет: ${told('ru')}.` },
    { issues },
  );
}

export function toChain(graph: ChainGraph, found: Found, shape: ChainShape): Chain {
  const steps = found.exchanges.map((_, i) => toStep(graph, found, i));
  const total = (f: (s: ChainStep) => number) => steps.reduce((sum, s) => sum + f(s), 0);
  const companies = steps.flatMap((s) => [graph.flows.get(s.output)!.companyId, graph.flows.get(s.demand)!.companyId]);
  return {
    id: steps.map((s) => `${s.output}>${s.demand}`).join('|'),
    shape,
    loop: comesBack(graph, found),
    steps,
    netBenefitEurPerYear: total((s) => s.netBenefitEurPerYear),
    co2KgPerYear: total((s) => s.co2KgPerYear),
    tonnesPerYear: total((s) => (s.unit === 't' ? s.quantityPerYear : 0)),
    sites: [...new Set(steps.flatMap((s) => [s.fromSite, s.toSite]))],
    companies: [...new Set(companies)],
    borders: steps.filter((s) => s.border).length,
    regime: steps.some((s) => s.regime === 'blocked') ? 'blocked' : 'open',
  };
}

function comesBack(graph: ChainGraph, found: Found): boolean {
  const seen = new Set([graph.from[found.exchanges[0]!]!]);
  for (const e of found.exchanges) {
    if (seen.has(graph.to[e]!)) return true;
    seen.add(graph.to[e]!);
  }
  return false;
}

function toStep(graph: ChainGraph, found: Found, i: number): ChainStep {
  const e = found.exchanges[i]!;
  const match = graph.matches[e]!;
  const quantity = found.quantities[i]!;
  const capacity = graph.capacity[e]!;
  const feed = found.feeds[i]!;
  const parent = found.after[i]!;
  const yielded = feed < 0 ? undefined : found.quantities[parent]! * graph.feedYield[feed]!;
  const [from, to] = [graph.sites[graph.from[e]!]!, graph.sites[graph.to[e]!]!];
  const more = takerNeedsMore(graph, e, quantity);
  return {
    n: i + 1,
    ...(parent >= 0 && { after: parent + 1 }),
    output: match.output,
    demand: match.demand,
    fromSite: from.id,
    toSite: to.id,
    material: match.material,
    use: match.use,
    processes: feed < 0 ? [] : graph.conversions[feed]!.processes,
    ...(feed >= 0 && { yield: graph.feedYield[feed]! }),
    quantityPerYear: quantity,
    unit: match.unit,
    pairQuantityPerYear: capacity,
    bottleneck: yielded !== undefined && quantity < capacity ? 'yield' : bottleneckOfPair(graph, e),
    ...(yielded !== undefined && { leftOverPerYear: yielded - quantity }),
    ...(more !== undefined && { takerNeedsMorePerYear: more }),
    outsideInputs: outsideInputsOf(graph, found, i),
    netBenefitEurPerYear: graph.unitWorth.money[e]! * quantity,
    co2KgPerYear: graph.unitWorth.co2[e]! * quantity,
    ...(from.country !== undefined &&
      to.country !== undefined &&
      from.country !== to.country && { border: { from: from.country, to: to.country } }),
    regime: match.regime,
  };
}

function bottleneckOfPair(graph: ChainGraph, e: number): 'supply' | 'demand' {
  const offered = graph.flows.get(graph.matches[e]!.output)?.quantityPerYear;
  return offered !== undefined && graph.capacity[e]! >= offered * (1 - 1e-9) ? 'supply' : 'demand';
}

/** The need left after this step; the step's share of it follows from what the pair alone could cover. */
function takerNeedsMore(graph: ChainGraph, e: number, quantity: number): number | undefined {
  const wanted = graph.flows.get(graph.matches[e]!.demand)?.quantityPerYear;
  if (wanted === undefined) return undefined;
  return Math.max(0, wanted - quantity * graph.productPerUnit[e]!);
}

function outsideInputsOf(graph: ChainGraph, found: Found, i: number): ChainStep['outsideInputs'] {
  const needs = new Map<string, number>();
  found.after.forEach((parent, j) => {
    if (parent !== i) return;
    for (const o of graph.conversions[found.feeds[j]!]!.outside)
      needs.set(o.material, Math.max(needs.get(o.material) ?? 0, o.perUnit * found.quantities[i]!));
  });
  return [...needs].map(([material, quantityPerYear]) => ({ material, quantityPerYear }));
}
