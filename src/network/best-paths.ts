import { BestList, type Found } from './best-list.ts';
import { boundChains, type ChainBounds, orderStarts } from './chain-bounds.ts';
import { type ChainGraph, reachesFarEnough } from './chain-graph.ts';
import type { ChainGoal } from './chain-input.ts';

/**
 * The k best paths of `minSteps` to `maxSteps` exchanges, exact: branch and bound from the most promising start. No site
 * twice, except that the last exchange may come back to one (a loop). No contaminant goes where it is banned.
 */
export function findBestPaths(
  graph: ChainGraph,
  goal: ChainGoal,
  k: number,
  minSteps: number,
  maxSteps: number,
): Found[] {
  const search = new PathSearch(graph, goal, k, minSteps, maxSteps);
  return search.run();
}

class PathSearch {
  private readonly graph: ChainGraph;
  private readonly worth: Float64Array;
  private readonly best: BestList;
  private readonly bounds: ChainBounds;
  private readonly minSteps: number;
  private readonly maxSteps: number;
  private readonly goal: ChainGoal;
  private readonly exchanges: number[] = [];
  private readonly quantities: number[] = [];
  private readonly feeds: number[] = [];
  private readonly onPath: Uint8Array;

  constructor(graph: ChainGraph, goal: ChainGoal, k: number, minSteps: number, maxSteps: number) {
    this.graph = graph;
    this.goal = goal;
    this.worth = graph.unitWorth[goal];
    this.best = new BestList(k);
    this.minSteps = minSteps;
    this.maxSteps = maxSteps;
    this.bounds = boundChains(graph, goal, maxSteps - 1, false);
    this.onPath = new Uint8Array(graph.sites.length);
  }

  run(): Found[] {
    const { order, bound } = orderStarts(this.graph, this.goal, this.bounds, this.maxSteps - 1, false);
    for (const e of order) {
      if (bound[e]! < this.best.threshold) break;
      const from = this.graph.from[e]!;
      this.onPath[from] = 1;
      this.take(e, -1, this.graph.capacity[e]!, 0, 0);
      this.onPath[from] = 0;
    }
    return this.best.sorted();
  }

  /** Adds exchange e with its quantity, offers the path, and goes on from its taker. */
  private take(e: number, feed: number, quantity: number, before: number, taint: number): void {
    const { graph } = this;
    const value = before + this.worth[e]! * quantity;
    this.exchanges.push(e);
    this.quantities.push(quantity);
    this.feeds.push(feed);
    if (this.exchanges.length >= this.minSteps) this.offer(value);
    const to = graph.to[e]!;
    if (this.exchanges.length < this.maxSteps && this.onPath[to] === 0) {
      this.onPath[to] = 1;
      const m = graph.matches[e]!;
      this.goOn(e, quantity, value, graph.taint.surviving(taint, m.product) | graph.brings[e]!);
      this.onPath[to] = 0;
    }
    this.exchanges.pop();
    this.quantities.pop();
    this.feeds.pop();
  }

  private goOn(e: number, quantity: number, value: number, taint: number): void {
    const { graph, bounds } = this;
    const r = this.maxSteps - this.exchanges.length;
    const g = graph.group[e]!;
    for (let k = graph.feedStarts[g]!; k < graph.feedStarts[g + 1]!; k++) {
      const o = graph.fedOutput[k]!;
      const there = quantity * graph.feedYield[k]!;
      const most = Math.min(bounds.whole[r]![o]!, there * bounds.perUnit[r]![o]!);
      if (value + most + Math.abs(value) * 1e-12 < this.best.threshold) continue;
      for (let next = graph.outputStarts[o]!; next < graph.outputStarts[o + 1]!; next++) {
        if ((taint & graph.banned[next]!) !== 0) continue;
        if (this.isUsed(graph.demand[next]!)) continue;
        this.take(next, k, Math.min(graph.capacity[next]!, there), value, taint);
      }
    }
  }

  private isUsed(demand: number): boolean {
    for (const e of this.exchanges) if (this.graph.demand[e] === demand) return true;
    return false;
  }

  private offer(worth: number): void {
    if (worth < this.best.threshold || !reachesFarEnough(this.graph, this.exchanges)) return;
    this.best.offer({
      worth,
      exchanges: [...this.exchanges],
      after: this.exchanges.map((_, i) => i - 1),
      quantities: [...this.quantities],
      feeds: [...this.feeds],
    });
  }
}
