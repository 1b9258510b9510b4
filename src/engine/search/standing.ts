import { childrenOf, GROUP, quartersOf, ROOT, SIBLINGS } from '../columns/forest.ts';
import { FACT } from '../columns/item.ts';
import { GONE } from '../columns/traits.ts';
import type { RankedLists } from './lists.ts';

/** Score of an item that nothing can enter. */
const NEVER = 0xffff;

/** How a pair stands in a list, or would. */
export interface Place {
  readonly score: number;
  readonly way: number;
}

/**
 * The lists of one side and kind as a threshold: the last score that each holds, and for every node the least of those inside, so that a search for
 * whom a flow concerns leaves a node whose lists are all better.
 */
export class Standing {
  /** By node; 0 where some list has room. */
  least = new Uint16Array(0);
  /** By item, so that those of a leaf stand together. While a batch is under way it may be too low, never too high. */
  last = new Uint16Array(0);
  /** Rows met since `begin`, each with the best way to read the pair. */
  readonly met = new Map<number, Place>();
  readonly #lists: RankedLists;
  readonly #width: number;
  /** Rank of a row of the other side. */
  readonly #rankOf: (partner: number) => number;
  #isEarlier: (row: number, a: number, b: number) => boolean = () => false;

  constructor(lists: RankedLists, width: number, rankOf: (partner: number) => number) {
    this.#lists = lists;
    this.#width = width;
    this.#rankOf = rankOf;
  }

  makeRoom(nodes: number, items: number): void {
    this.least = roomFor(nodes, this.least);
    this.last = roomFor(items, this.last);
  }

  /** @param isEarlier of two ways to read the pair with a row at equal score, whether the first counts */
  begin(isEarlier: (row: number, a: number, b: number) => boolean): void {
    this.met.clear();
    this.#isEarlier = isEarlier;
  }

  meet(row: number, score: number, way: number): void {
    const known = this.met.get(row);
    if (known && (score < known.score || (score === known.score && !this.#isEarlier(row, way, known.way)))) return;
    this.met.set(row, { score, way });
  }

  /** Score of the last entry that a row's list holds; 0 where it has room. */
  lastScore(row: number): number {
    const { held, more, score } = this.#lists;
    if (!more[row]) return 0;
    return held[row] === 0 ? NEVER : score[row * this.#width + held[row]! - 1]!;
  }

  /** Whether a pair of this score with a partner of this rank is in the row's list, or would be. */
  admits(row: number, score: number, rank: number): boolean {
    const { held, more, partner } = this.#lists;
    const last = this.lastScore(row);
    if (!more[row] || score > last) return true;
    return score === last && rank <= this.#rankOf(partner[row * this.#width + held[row]! - 1]!);
  }

  /** Sets the nodes of a group's tree, or only those above the given item. */
  refresh(facts: Int32Array, groups: Int32Array, at: number, item?: number): void {
    const base = groups[at + GROUP.node]!;
    const set = (node: number, from: number, to: number, depth: number): number => {
      let least = NEVER;
      if (depth === 0)
        for (let i = from; i < to; i++) {
          const gone = facts[i * FACT.width + FACT.traits]! & GONE;
          const last = gone ? NEVER : this.lastScore(facts[i * FACT.width + FACT.row]!);
          this.last[i] = last;
          least = Math.min(least, last);
        }
      else {
        const quarters = quartersOf(from, to);
        for (let n = 0; n < SIBLINGS; n++) {
          const [next, first, end] = [childrenOf(node) + n, quarters[n]!, quarters[n + 1]!];
          const isAbove = item === undefined || (item >= first && item < end);
          least = Math.min(least, isAbove ? set(next, first, end, depth - 1) : this.least[base + next]!);
        }
      }
      this.least[base + node] = least;
      return least;
    };
    set(ROOT, groups[at + GROUP.from]!, groups[at + GROUP.to]!, groups[at + GROUP.depth]!);
  }
}

function roomFor(count: number, values: Uint16Array<ArrayBuffer>): Uint16Array<ArrayBuffer> {
  if (count <= values.length) return values;
  const longer = new Uint16Array(Math.ceil(1.1 * count) + 4096);
  longer.set(values);
  return longer;
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
