import type { Room } from '../columns/memory.ts';

/** Where a list under way has its numbers, in bytes; the last four are places of its columns. */
export const TOP = {
  count: 0,
  size: 4,
  /** Score and rank that a pair must reach to enter; below every score while there is room. */
  last: 8,
  lastRank: 16,
  partners: 24,
  scores: 28,
  ways: 32,
  ranks: 36,
  width: 40,
} as const;

/** The best partners of one stream so far: by falling score, ties by the partner's rank. The kernel fills it; its room is used again for the next stream. */
export class Top {
  readonly size: number;
  /** Where the kernel finds it. */
  readonly at: number;
  readonly partner: Int32Array;
  readonly score: Int32Array;
  /** How the pair is read: see `packWay`. */
  readonly way: Uint32Array;
  readonly #whole: Int32Array;
  readonly #lastRank: Float64Array;

  constructor(room: Room, size: number) {
    this.size = size;
    this.at = room.place(TOP.width);
    this.partner = room.take(Int32Array, size);
    this.score = room.take(Int32Array, size);
    this.way = room.take(Uint32Array, size);
    const rank = room.take(Float64Array, size);
    const { buffer } = room.memory;
    this.#whole = new Int32Array(buffer, this.at, TOP.width / 4);
    this.#lastRank = new Float64Array(buffer, this.at + TOP.lastRank, 1);
    this.#whole[TOP.size / 4] = size;
    this.#whole[TOP.partners / 4] = this.partner.byteOffset;
    this.#whole[TOP.scores / 4] = this.score.byteOffset;
    this.#whole[TOP.ways / 4] = this.way.byteOffset;
    this.#whole[TOP.ranks / 4] = rank.byteOffset;
    this.clear();
  }

  get count(): number {
    return this.#whole[TOP.count / 4]!;
  }

  /** Score that a pair must reach to enter; below every score while there is room. */
  get last(): number {
    return this.#whole[TOP.last / 4]!;
  }

  clear(): void {
    this.#whole[TOP.count / 4] = 0;
    this.#whole[TOP.last / 4] = -1;
    this.#lastRank[0] = Number.POSITIVE_INFINITY;
  }

  /** False when nothing of this score and rank, or of a lower score, can enter any more. */
  admits(score: number, rank: number): boolean {
    return score > this.last || (score === this.last && rank <= this.#lastRank[0]!);
  }
}

/** A pathway's row and the readings on both sides in one number. */
export const packWay = (path: number, outputReading: number, demandReading: number) =>
  path * 256 + outputReading * 16 + demandReading;
export const pathOf = (way: number) => Math.floor(way / 256);
export const outputReadingOf = (way: number) => (way >> 4) & 15;
export const demandReadingOf = (way: number) => way & 15;
