import type { Room } from '../columns/memory.ts';

/** Where a list under way has its numbers, in bytes. */
export const TOP = {
  count: 0,
  size: 4,
  /** Score and rank that a pair must reach to enter; below every score while there is room. */
  last: 8,
  /** Place of its entries. */
  entries: 12,
  lastRank: 16,
  width: 24,
} as const;

/** Where an entry has its numbers, in bytes; how the pair is read: see `packWay`. */
export const ENTRY = { score: 0, way: 4, partner: 8, item: 12, rank: 16, width: 32 } as const;
const STEP = ENTRY.width / 4;

/** The best partners of one stream so far: by falling score, ties by the partner's rank. The kernel fills it; its room is used again for the next stream. */
export class Top {
  readonly size: number;
  /** Where the kernel finds it. */
  readonly at: number;
  readonly #whole: Int32Array;
  readonly #lastRank: Float64Array;
  readonly #entries: Int32Array;

  constructor(room: Room, size: number) {
    this.size = size;
    this.at = room.place(TOP.width);
    this.#entries = room.take(Int32Array, size * STEP);
    const { buffer } = room.memory;
    this.#whole = new Int32Array(buffer, this.at, TOP.width / 4);
    this.#lastRank = new Float64Array(buffer, this.at + TOP.lastRank, 1);
    this.#whole[TOP.size / 4] = size;
    this.#whole[TOP.entries / 4] = this.#entries.byteOffset;
    this.clear();
  }

  scoreAt(place: number): number {
    return this.#entries[place * STEP + ENTRY.score / 4]!;
  }

  wayAt(place: number): number {
    return this.#entries[place * STEP + ENTRY.way / 4]! >>> 0;
  }

  /** Row of the partner. */
  partnerAt(place: number): number {
    return this.#entries[place * STEP + ENTRY.partner / 4]!;
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
