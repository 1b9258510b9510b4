import { GROUP } from './forest.ts';
import { FACT } from './item.ts';
import type { RankedLists } from './lists.ts';
import { GONE } from './traits.ts';

/** Score of an item that nothing can enter. */
const NEVER = 0xffff;

/**
 * The lists of one side and kind as a threshold: the last score of each full list, and for every node the least of those inside, so that a search for
 * whom a flow concerns leaves a node whose lists are all better.
 */
export class Standing {
  /** By node; 0 where some list has room. */
  least = new Uint16Array(0);
  /** Rows found. */
  readonly found = new Set<number>();
  readonly #lists: RankedLists;
  readonly #top: number;
  /** Rank of a row of the other side. */
  readonly #rankOf: (partner: number) => number;

  constructor(lists: RankedLists, top: number, rankOf: (partner: number) => number) {
    this.#lists = lists;
    this.#top = top;
    this.#rankOf = rankOf;
  }

  makeRoom(nodes: number): void {
    if (nodes <= this.least.length) return;
    const longer = new Uint16Array(Math.ceil(1.1 * nodes) + 4096);
    longer.set(this.least);
    this.least = longer;
  }

  /** Score of a row's last entry; 0 where its list has room. */
  lastScore(row: number): number {
    return this.#lists.count[row] === this.#top ? this.#lists.score[row * this.#top + this.#top - 1]! : 0;
  }

  /** Whether a pair of this score with a partner of this rank is in the row's list, or would be. */
  admits(row: number, score: number, last: number, rank: number): boolean {
    if (this.#lists.count[row] !== this.#top || score > last) return true;
    return score === last && rank <= this.#rankOf(this.#lists.partner[row * this.#top + this.#top - 1]!);
  }

  /** Sets the nodes of a group's tree, or only those above the given item. */
  refresh(facts: Int32Array, groups: Int32Array, at: number, item?: number): void {
    const base = groups[at + GROUP.node]!;
    const set = (node: number, from: number, to: number, depth: number): number => {
      let least = NEVER;
      if (depth === 0)
        for (let i = from; i < to; i++) {
          if (facts[i * FACT.width + FACT.traits]! & GONE) continue;
          least = Math.min(least, this.lastScore(facts[i * FACT.width + FACT.row]!));
        }
      else {
        const middle = (from + to) >> 1;
        const child = (left: boolean) => {
          const next = 2 * node + (left ? 1 : 2);
          const [first, end] = left ? [from, middle] : [middle, to];
          return item === undefined || (item >= first && item < end)
            ? set(next, first, end, depth - 1)
            : this.least[base + next]!;
        };
        least = Math.min(child(true), child(false));
      }
      this.least[base + node] = least;
      return least;
    };
    set(0, groups[at + GROUP.from]!, groups[at + GROUP.to]!, groups[at + GROUP.depth]!);
  }
}

/** Group of a table ordered by its items that holds the item. */
export function groupOf(groups: Int32Array, item: number): number {
  let [low, high] = [0, groups.length / GROUP.width - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (groups[middle * GROUP.width + GROUP.from]! <= item) low = middle;
    else high = middle - 1;
  }
  return low * GROUP.width;
}
