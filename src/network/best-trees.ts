import { BestList, type Found } from './best-list.ts';
import { boundChains, type ChainBounds, orderStarts } from './chain-bounds.ts';
import { type ChainGraph, reachesFarEnough } from './chain-graph.ts';
import type { ChainGoal } from './chain-input.ts';

/** An output that an exchange of the tree feeds and that is not decided yet. */
interface Open {
  readonly output: number;
  readonly feed: number;
  readonly parent: number;
  readonly quantity: number;
  readonly taint: number;
  readonly depth: number;
}

/**
 * For each first exchange its best tree (each output that a process makes goes to one taker or none), and of these trees
 * the k best; exact by branch and bound. Every output and every demand at most once, so nothing is counted twice; an
 * exchange that comes back to a site of the tree ends there.
 */
export function findBestTrees(
  graph: ChainGraph,
  goal: ChainGoal,
  k: number,
  minSteps: number,
  maxSteps: number,
): Found[] {
  return new TreeSearch(graph, goal, k, minSteps, maxSteps).run();
}

class TreeSearch {
  private readonly graph: ChainGraph;
  private readonly goal: ChainGoal;
  private readonly worth: Float64Array;
  private readonly best: BestList;
  private readonly bounds: ChainBounds;
  private readonly minSteps: number;
  private readonly maxSteps: number;
  private readonly exchanges: number[] = [];
  private readonly after: number[] = [];
  private readonly quantities: number[] = [];
  private readonly feeds: number[] = [];
  private readonly sites = new Set<number>();
  private readonly usedDemands = new Set<number>();
  private readonly usedOutputs = new Set<number>();
  private champion: BestList;

  constructor(graph: ChainGraph, goal: ChainGoal, k: number, minSteps: number, maxSteps: number) {
    this.graph = graph;
    this.goal = goal;
    this.worth = graph.unitWorth[goal];
    this.best = new BestList(k);
    this.champion = new BestList(1);
    this.minSteps = minSteps;
    this.maxSteps = maxSteps;
    this.bounds = boundChains(graph, goal, maxSteps - 1, true);
  }

  run(): Found[] {
    const { order, bound } = orderStarts(this.graph, this.goal, this.bounds, this.maxSteps - 1, true);
    for (const e of order) {
      if (bound[e]! < this.best.threshold) break;
      this.champion = new BestList(1);
      this.sites.add(this.graph.from[e]!);
      this.usedOutputs.add(this.graph.output[e]!);
      this.take(e, { output: -1, feed: -1, parent: -1, quantity: Infinity, taint: 0, depth: 0 }, [], 0);
      this.usedOutputs.clear();
      this.sites.clear();
      for (const found of this.champion.sorted()) this.best.offer(found);
    }
    return this.best.sorted();
  }

  private get threshold(): number {
    return Math.max(this.best.threshold, this.champion.threshold);
  }

  private take(e: number, from: Open, open: readonly Open[], before: number): void {
    const { graph } = this;
    const quantity = Math.min(graph.capacity[e]!, from.quantity);
    const value = before + this.worth[e]! * quantity;
    const to = graph.to[e]!;
    const isNew = !this.sites.has(to);
    this.exchanges.push(e);
    this.after.push(from.parent);
    this.quantities.push(quantity);
    this.feeds.push(from.feed);
    this.usedDemands.add(graph.demand[e]!);
    if (isNew) this.sites.add(to);
    const more = isNew ? this.fedBy(e, quantity, from) : [];
    for (const o of more) this.usedOutputs.add(o.output);
    this.decide([...more, ...open], value);
    for (const o of more) this.usedOutputs.delete(o.output);
    if (isNew) this.sites.delete(to);
    this.usedDemands.delete(graph.demand[e]!);
    this.exchanges.pop();
    this.after.pop();
    this.quantities.pop();
    this.feeds.pop();
  }

  private fedBy(e: number, quantity: number, from: Open): Open[] {
    const { graph } = this;
    const parent = this.exchanges.length - 1;
    const taint = graph.taint.surviving(from.taint, graph.matches[e]!.product) | graph.brings[e]!;
    const g = graph.group[e]!;
    const open: Open[] = [];
    for (let k = graph.feedStarts[g]!; k < graph.feedStarts[g + 1]!; k++) {
      const output = graph.fedOutput[k]!;
      if (this.usedOutputs.has(output)) continue;
      open.push({ output, feed: k, parent, quantity: quantity * graph.feedYield[k]!, taint, depth: from.depth + 1 });
    }
    return open;
  }

  /** Decides the first open output: each of its takers in turn, then none. */
  private decide(open: readonly Open[], value: number): void {
    const left = this.maxSteps - this.exchanges.length;
    const first = open[0];
    if (first === undefined || left === 0) {
      this.offer(value);
      return;
    }
    let most = value + Math.abs(value) * 1e-12;
    for (const o of open)
      most += Math.min(this.bounds.whole[left]![o.output]!, o.quantity * this.bounds.perUnit[left]![o.output]!);
    if (most < this.threshold) return;
    const { graph } = this;
    const rest = open.slice(1);
    for (let next = graph.outputStarts[first.output]!; next < graph.outputStarts[first.output + 1]!; next++) {
      if ((first.taint & graph.banned[next]!) !== 0 || this.usedDemands.has(graph.demand[next]!)) continue;
      this.take(next, first, rest, value);
    }
    this.decide(rest, value);
  }

  private offer(worth: number): void {
    if (this.exchanges.length < this.minSteps || worth < this.threshold) return;
    if (!reachesFarEnough(this.graph, this.exchanges)) return;
    this.champion.offer({
      worth,
      exchanges: [...this.exchanges],
      after: [...this.after],
      quantities: [...this.quantities],
      feeds: [...this.feeds],
    });
  }
}
