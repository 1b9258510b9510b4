/** Nodes still to be looked at, the best first: by falling bound, ties by the least rank. A binary heap in typed arrays. */
export class Frontier {
  count = 0;
  readonly #bound: number[] = [];
  readonly #rank: number[] = [];
  readonly #node: number[] = [];
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  readonly #depth: number[] = [];
  /** The node taken last. */
  bound = 0;
  rank = 0;
  node = 0;
  from = 0;
  to = 0;
  depth = 0;

  push(bound: number, rank: number, node: number, from: number, to: number, depth: number): void {
    let at = this.count++;
    for (; at > 0; at = (at - 1) >> 1) {
      const parent = (at - 1) >> 1;
      if (!this.#isBefore(bound, rank, parent)) break;
      this.#move(parent, at);
    }
    this.#set(at, bound, rank, node, from, to, depth);
  }

  /** Takes the best node out; false when none is left. */
  take(): boolean {
    if (this.count === 0) return false;
    this.bound = this.#bound[0]!;
    this.rank = this.#rank[0]!;
    this.node = this.#node[0]!;
    this.from = this.#from[0]!;
    this.to = this.#to[0]!;
    this.depth = this.#depth[0]!;
    const last = --this.count;
    const [bound, rank] = [this.#bound[last]!, this.#rank[last]!];
    let at = 0;
    for (let child = 1; child < last; child = 2 * at + 1) {
      if (child + 1 < last && this.#isBefore(this.#bound[child + 1]!, this.#rank[child + 1]!, child)) child++;
      if (!this.#isBefore(this.#bound[child]!, this.#rank[child]!, last)) break;
      this.#move(child, at);
      at = child;
    }
    this.#set(at, bound, rank, this.#node[last]!, this.#from[last]!, this.#to[last]!, this.#depth[last]!);
    return true;
  }

  #isBefore(bound: number, rank: number, at: number): boolean {
    return bound > this.#bound[at]! || (bound === this.#bound[at] && rank < this.#rank[at]!);
  }

  #move(from: number, to: number): void {
    this.#set(
      to,
      this.#bound[from]!,
      this.#rank[from]!,
      this.#node[from]!,
      this.#from[from]!,
      this.#to[from]!,
      this.#depth[from]!,
    );
  }

  #set(at: number, bound: number, rank: number, node: number, from: number, to: number, depth: number): void {
    this.#bound[at] = bound;
    this.#rank[at] = rank;
    this.#node[at] = node;
    this.#from[at] = from;
    this.#to[at] = to;
    this.#depth[at] = depth;
  }
}
