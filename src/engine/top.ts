/** The best partners of one stream so far: by falling score, ties by the partner's rank. Its arrays are used again for the next stream. */
export class Top {
  readonly size: number;
  count = 0;
  /** Score and rank that a pair must reach to enter; below every score while there is room. */
  last = -1;
  lastRank = Number.POSITIVE_INFINITY;
  readonly partner: Int32Array;
  readonly score: Int32Array;
  /** How the pair is read: see `packWay`. */
  readonly way: Float64Array;
  readonly rank: Float64Array;
  /** Where a search found the pair. */
  readonly lane: Int32Array;
  readonly item: Int32Array;

  constructor(size: number) {
    this.size = size;
    this.partner = new Int32Array(size);
    this.score = new Int32Array(size);
    this.way = new Float64Array(size);
    this.rank = new Float64Array(size);
    this.lane = new Int32Array(size);
    this.item = new Int32Array(size);
  }

  clear(): void {
    this.count = 0;
    this.last = -1;
    this.lastRank = Number.POSITIVE_INFINITY;
  }

  /** False when nothing of this score and rank, or of a lower score, can enter any more. */
  admits(score: number, rank: number): boolean {
    return score > this.last || (score === this.last && rank <= this.lastRank);
  }

  /** Where a partner stands; -1 = nowhere. */
  placeOf(partner: number): number {
    for (let i = 0; i < this.count; i++) if (this.partner[i] === partner) return i;
    return -1;
  }

  /** Puts a pair that `admits` lets in to its place; `known` is where its partner stands by another, worse way. */
  put(known: number, partner: number, rank: number, score: number, way: number, lane = 0, item = 0): void {
    let at = known >= 0 ? known : this.count < this.size ? this.count++ : this.size - 1;
    for (; at > 0 && this.#isBefore(score, rank, at - 1); at--) {
      this.partner[at] = this.partner[at - 1]!;
      this.score[at] = this.score[at - 1]!;
      this.way[at] = this.way[at - 1]!;
      this.rank[at] = this.rank[at - 1]!;
      this.lane[at] = this.lane[at - 1]!;
      this.item[at] = this.item[at - 1]!;
    }
    this.partner[at] = partner;
    this.score[at] = score;
    this.way[at] = way;
    this.rank[at] = rank;
    this.lane[at] = lane;
    this.item[at] = item;
    if (this.count < this.size) return;
    this.last = this.score[this.size - 1]!;
    this.lastRank = this.rank[this.size - 1]!;
  }

  #isBefore(score: number, rank: number, at: number): boolean {
    return score > this.score[at]! || (score === this.score[at] && rank < this.rank[at]!);
  }
}

/** A pathway's row and the readings on both sides in one number. */
export const packWay = (path: number, outputReading: number, demandReading: number) =>
  path * 256 + outputReading * 16 + demandReading;
export const pathOf = (way: number) => Math.floor(way / 256);
export const outputReadingOf = (way: number) => (way >> 4) & 15;
export const demandReadingOf = (way: number) => way & 15;
