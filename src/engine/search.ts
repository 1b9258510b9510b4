import { createChecks } from './checks.ts';
import { type Columns, SCALAR } from './columns.ts';
import { GROUP } from './forest.ts';
import { createGiverSearch } from './giver-search.ts';
import { FACT } from './item.ts';
import type { Standing } from './standing.ts';
import { createTakerSearch } from './taker-search.ts';
import { Top } from './top.ts';
import * as traits from './traits.ts';
import type { TreeSearch } from './tree-search.ts';

/** The lists that a pair can stand in, by number. */
export const KINDS = ['open', 'blocked', 'hints'] as const;
const [OPEN, BLOCKED, HINTS] = [0, 1, 2] as const;

/** Finds the exact lists of one stream; they stand in `tops` until the next call. */
export interface Search {
  /** By kind. */
  readonly tops: readonly Top[];
  /** Pairs whose score was computed since the start. */
  readonly judged: number;
  /** `everything`: by judging every pair that a use joins, which is what the search is measured against. */
  output(row: number, everything?: boolean): void;
  demand(row: number, everything?: boolean): void;
  /** Tells the standings of the demands in whose lists an output stands, or would; by kind. */
  standOutput(row: number, standings: readonly Standing[]): void;
  standDemand(row: number, standings: readonly Standing[]): void;
  /** Of two ways to read one pair at equal score, whether the first counts. */
  isEarlier(output: number, demand: number, a: number, b: number): boolean;
}

export function createSearch(c: Columns): Search {
  const checks = createChecks(c);
  const takers = createTakerSearch(c, checks);
  const givers = createGiverSearch(c, checks);
  const tops = KINDS.map(() => new Top(c.scalars[SCALAR.top]! + c.scalars[SCALAR.reserve]!));
  const trees = new Trees();
  const keepsBlocked = c.scalars[SCALAR.blocked] === 1;
  const { outputReadingFrom, outputReadingItem, outputReadingMaterial, targetFrom, targetPath, targetProduct } = c;
  const { demandReadingFrom, demandReadingItem, demandReadingMaterial, sourceFrom, sourcePath, sourceMaterial } = c;
  const { giverFacts, giverGroups, giverGroupsFrom, takerFacts, takerGroups, takerGroupsFrom } = c;

  /** Number of the list of a pair; -1 = none is kept. */
  function kindOf(giverTraits: number, takerTraits: number): number {
    if ((giverTraits | takerTraits) & traits.HINT) return HINTS;
    if (!checks.rulings.isBlocked(traits.countryOf(giverTraits), traits.countryOf(takerTraits))) return OPEN;
    return keepsBlocked ? BLOCKED : -1;
  }

  function gatherTakers(giver: number, material: number): void {
    for (let n = targetFrom[material]!; n < targetFrom[material + 1]!; n++) {
      const path = targetPath[n]!;
      const product = targetProduct[n]!;
      if (takerGroupsFrom[product] === takerGroupsFrom[product + 1] || checks.limits.failsUse(giver, path)) continue;
      for (let k = takerGroupsFrom[product]!; k < takerGroupsFrom[product + 1]!; k++)
        trees.add(takers, giver, path, k * GROUP.width);
    }
  }

  function gatherGivers(taker: number, product: number): void {
    for (let n = sourceFrom[product]!; n < sourceFrom[product + 1]!; n++) {
      const material = sourceMaterial[n]!;
      for (let k = giverGroupsFrom[material]!; k < giverGroupsFrom[material + 1]!; k++)
        trees.add(givers, taker, sourcePath[n]!, k * GROUP.width);
    }
  }

  /** Fills the lists from the trees gathered, the most promising first. */
  function fill(search: TreeSearch, kind: (item: number, group: number) => number, everything: boolean): void {
    for (let n = 0; n < trees.count; n++) {
      trees.bring(n);
      const list = kind(trees.item[n]!, trees.group[n]!);
      if (list < 0 || (!everything && !tops[list]!.admits(trees.bound[n]!, Number.NEGATIVE_INFINITY))) continue;
      if (search.aim(trees.item[n]!, trees.path[n]!, trees.group[n]!)) search.fill(tops[list]!, everything);
    }
  }

  function stand(
    search: TreeSearch,
    kind: (item: number, group: number) => number,
    standings: readonly Standing[],
  ): void {
    for (let n = 0; n < trees.count; n++) {
      const list = kind(trees.item[n]!, trees.group[n]!);
      if (list >= 0 && search.aim(trees.item[n]!, trees.path[n]!, trees.group[n]!)) search.stand(standings[list]!);
    }
  }

  function gatherOfOutput(row: number): void {
    trees.count = 0;
    takers.forget();
    for (let r = outputReadingFrom[row]!; r < outputReadingFrom[row + 1]!; r++)
      if (outputReadingItem[r]! >= 0) gatherTakers(outputReadingItem[r]!, outputReadingMaterial[r]!);
  }

  function gatherOfDemand(row: number): void {
    trees.count = 0;
    for (let r = demandReadingFrom[row]!; r < demandReadingFrom[row + 1]!; r++)
      if (demandReadingItem[r]! >= 0) gatherGivers(demandReadingItem[r]!, demandReadingMaterial[r]!);
  }

  function begin(): void {
    for (const top of tops) top.clear();
  }

  const traitsOf = (groups: Int32Array, group: number) =>
    traits.packTraits(groups[group + GROUP.hint] === 1 ? traits.HINT : 0, 0, 0, 0, groups[group + GROUP.country]!);
  const kindOfTakers = (giver: number, group: number) =>
    kindOf(giverFacts[giver * FACT.width + FACT.traits]!, traitsOf(takerGroups, group));
  const kindOfGivers = (taker: number, group: number) =>
    kindOf(traitsOf(giverGroups, group), takerFacts[taker * FACT.width + FACT.traits]!);

  return {
    tops,
    isEarlier: checks.isEarlier,
    get judged() {
      return takers.judged + givers.judged;
    },
    output(row, everything = false) {
      begin();
      gatherOfOutput(row);
      fill(takers, kindOfTakers, everything);
    },
    demand(row, everything = false) {
      begin();
      gatherOfDemand(row);
      fill(givers, kindOfGivers, everything);
    },
    standOutput(row, standings) {
      gatherOfOutput(row);
      stand(takers, kindOfTakers, standings);
    },
    standDemand(row, standings) {
      gatherOfDemand(row);
      stand(givers, kindOfGivers, standings);
    },
  };
}

/** Trees that may hold partners of a stream, with what their root can score at most. */
class Trees {
  count = 0;
  bound = new Int32Array(256);
  item = new Int32Array(256);
  path = new Int32Array(256);
  group = new Int32Array(256);

  add(search: TreeSearch, item: number, path: number, group: number): void {
    if (!search.aim(item, path, group)) return;
    const bound = search.bound(0);
    if (bound < 0) return;
    if (this.count === this.bound.length) this.#grow();
    this.bound[this.count] = bound;
    this.item[this.count] = item;
    this.path[this.count] = path;
    this.group[this.count++] = group;
  }

  /** Puts the best of those from `at` on to place `at`. */
  bring(at: number): void {
    let best = at;
    for (let i = at + 1; i < this.count; i++) if (this.bound[i]! > this.bound[best]!) best = i;
    if (best === at) return;
    swap(this.bound, at, best);
    swap(this.item, at, best);
    swap(this.path, at, best);
    swap(this.group, at, best);
  }

  #grow(): void {
    const wider = (old: Int32Array<ArrayBuffer>) => {
      const fresh = new Int32Array(2 * old.length);
      fresh.set(old);
      return fresh;
    };
    this.bound = wider(this.bound);
    this.item = wider(this.item);
    this.path = wider(this.path);
    this.group = wider(this.group);
  }
}

function swap(list: Int32Array, a: number, b: number): void {
  const value = list[a]!;
  list[a] = list[b]!;
  list[b] = value;
}
