/** A found chain: its worth and its exchanges; `after[i]` is the position of the one that feeds exchange i, -1 for the first. */
export interface Found {
  readonly worth: number;
  readonly exchanges: readonly number[];
  readonly after: readonly number[];
  readonly quantities: readonly number[];
  /** Feed (conversion) by which exchange i is reached, -1 for the first. */
  readonly feeds: readonly number[];
}

/** More worth first, then fewer exchanges, then exchange numbers. */
export function compareFound(a: Found, b: Found): number {
  if (a.worth !== b.worth) return b.worth - a.worth;
  if (a.exchanges.length !== b.exchanges.length) return a.exchanges.length - b.exchanges.length;
  for (let i = 0; i < a.exchanges.length; i++)
    if (a.exchanges[i] !== b.exchanges[i]) return a.exchanges[i]! - b.exchanges[i]!;
  return 0;
}

/** Keeps the k best of all that are offered: a binary heap with the worst on top. */
export class BestList {
  private readonly heap: Found[] = [];
  private readonly k: number;

  constructor(k: number) {
    this.k = k;
  }

  /** What a chain must be worth at least to come in. */
  get threshold(): number {
    return this.heap.length < this.k ? Number.NEGATIVE_INFINITY : this.heap[0]!.worth;
  }

  offer(found: Found): void {
    const { heap } = this;
    if (heap.length < this.k) {
      heap.push(found);
      this.rise(heap.length - 1);
    } else if (this.k > 0 && compareFound(found, heap[0]!) < 0) {
      heap[0] = found;
      this.sink();
    }
  }

  sorted(): Found[] {
    return [...this.heap].sort(compareFound);
  }

  private isWorse(i: number, j: number): boolean {
    return compareFound(this.heap[i]!, this.heap[j]!) > 0;
  }

  private swap(i: number, j: number): void {
    [this.heap[i], this.heap[j]] = [this.heap[j]!, this.heap[i]!];
  }

  private rise(from: number): void {
    for (let i = from; i > 0; ) {
      const up = (i - 1) >> 1;
      if (!this.isWorse(i, up)) return;
      this.swap(i, up);
      i = up;
    }
  }

  private sink(): void {
    for (let i = 0; ; ) {
      let worst = i;
      for (const c of [2 * i + 1, 2 * i + 2]) if (c < this.heap.length && this.isWorse(c, worst)) worst = c;
      if (worst === i) return;
      this.swap(i, worst);
      i = worst;
    }
  }
}
