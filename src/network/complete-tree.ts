import type { Found } from './best-list.ts';
import type { ChainGraph } from './chain-graph.ts';
import type { ChainGoal } from './chain-input.ts';

/**
 * Finds a taker for what the processes of a tree make besides, even where that costs something: a by-product arises whether
 * it pays or not. Outputs in the order of the tree, each to its best taker by the goal, while steps are left.
 */
export function completeTree(graph: ChainGraph, found: Found, goal: ChainGoal, maxSteps: number): Found {
  const exchanges = [...found.exchanges];
  const after = [...found.after];
  const quantities = [...found.quantities];
  const feeds = [...found.feeds];
  const outputs = new Set(exchanges.map((e) => graph.output[e]!));
  const demands = new Set(exchanges.map((e) => graph.demand[e]!));
  let worth = found.worth;
  for (let i = 0; i < exchanges.length; i++) {
    if (isReturn(graph, exchanges, i)) continue;
    const e = exchanges[i]!;
    const taint = taintAfter(graph, exchanges, after, i);
    for (let k = graph.feedStarts[graph.group[e]!]!; k < graph.feedStarts[graph.group[e]! + 1]!; k++) {
      const o = graph.fedOutput[k]!;
      if (exchanges.length === maxSteps || outputs.has(o)) continue;
      const next = bestTaker(graph, goal, o, taint, demands);
      if (next === -1) continue;
      const quantity = Math.min(graph.capacity[next]!, quantities[i]! * graph.feedYield[k]!);
      exchanges.push(next);
      after.push(i);
      quantities.push(quantity);
      feeds.push(k);
      outputs.add(o);
      demands.add(graph.demand[next]!);
      worth += graph.unitWorth[goal][next]! * quantity;
    }
  }
  return { worth, exchanges, after, quantities, feeds };
}

function bestTaker(graph: ChainGraph, goal: ChainGoal, o: number, taint: number, demands: ReadonlySet<number>): number {
  let best = -1;
  for (let e = graph.outputStarts[o]!; e < graph.outputStarts[o + 1]!; e++) {
    if ((taint & graph.banned[e]!) !== 0 || demands.has(graph.demand[e]!)) continue;
    if (best === -1 || graph.unitWorth[goal][e]! > graph.unitWorth[goal][best]!) best = e;
  }
  return best;
}

/** An exchange that comes back to a site of the tree ends there. */
function isReturn(graph: ChainGraph, exchanges: readonly number[], i: number): boolean {
  const to = graph.to[exchanges[i]!]!;
  return graph.from[exchanges[0]!] === to || exchanges.slice(0, i).some((e) => graph.to[e] === to);
}

function taintAfter(graph: ChainGraph, exchanges: readonly number[], after: readonly number[], i: number): number {
  const e = exchanges[i]!;
  const before = after[i]! < 0 ? 0 : taintAfter(graph, exchanges, after, after[i]!);
  return graph.taint.surviving(before, graph.matches[e]!.product) | graph.brings[e]!;
}
