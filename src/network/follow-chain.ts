import { SymbionError } from '../domain/index.ts';
import type { Found } from './best-list.ts';
import { buildChainGraph, type ChainGraph } from './chain-graph.ts';
import type { Chain, ChainInput } from './chain-input.ts';
import { toChain } from './chains.ts';

/**
 * The chain that named pairs make, in their order: each goes on from the latest pair before it whose taker makes its output, else it
 * starts anew. Throws `input` for a pair that is no match with a quantity, and for a flow named twice.
 */
export function followChain(
  input: ChainInput,
  pairs: readonly { readonly output: string; readonly demand: string }[],
): Chain {
  const wanted = new Set(pairs.map(keyOf));
  const graph = buildChainGraph({ ...input, matches: input.matches.filter((m) => wanted.has(keyOf(m))) });
  const at = new Map(graph.matches.map((m, e) => [keyOf(m), e]));
  checkPairs(pairs, at);
  const found = { exchanges: [] as number[], after: [] as number[], quantities: [] as number[], feeds: [] as number[] };
  for (const pair of pairs) {
    const e = at.get(keyOf(pair))!;
    const from = feederOf(graph, found.exchanges, graph.output[e]!);
    const there = from ? found.quantities[from.parent]! * graph.feedYield[from.feed]! : Infinity;
    found.exchanges.push(e);
    found.after.push(from?.parent ?? -1);
    found.feeds.push(from?.feed ?? -1);
    found.quantities.push(Math.min(graph.capacity[e]!, there));
  }
  const worth = found.exchanges.reduce((sum, e, i) => sum + graph.unitWorth.money[e]! * found.quantities[i]!, 0);
  return toChain(graph, { worth, ...found } satisfies Found, 'tree');
}

const keyOf = (pair: { readonly output: string; readonly demand: string }): string => `${pair.output}>${pair.demand}`;

function checkPairs(
  pairs: readonly { readonly output: string; readonly demand: string }[],
  known: ReadonlyMap<string, number>,
): void {
  const wrong = (en: string, ru: string) => new SymbionError('input', { en, ru });
  const missing = pairs.map(keyOf).filter((key) => !known.has(key));
  if (missing.length > 0)
    throw wrong(
      `No match with a known quantity: ${missing.join(', ')}.`,
      `Нет совпадения с известным количеством: ${missing.join(', ')}.`,
    );
  const flows = pairs.flatMap((pair) => [pair.output, pair.demand]);
  const twice = [...new Set(flows.filter((id, i) => flows.indexOf(id) !== i))];
  if (twice.length > 0)
    throw wrong(
      `Named twice, so that its quantity would count twice: ${twice.join(', ')}.`,
      `Названо дважды, количество посчиталось бы дважды: ${twice.join(', ')}.`,
    );
}

function feederOf(
  graph: ChainGraph,
  exchanges: readonly number[],
  output: number,
): { readonly parent: number; readonly feed: number } | undefined {
  for (let parent = exchanges.length - 1; parent >= 0; parent--) {
    const g = graph.group[exchanges[parent]!]!;
    for (let feed = graph.feedStarts[g]!; feed < graph.feedStarts[g + 1]!; feed++)
      if (graph.fedOutput[feed] === output) return { parent, feed };
  }
  return undefined;
}
