import type { Room } from '../columns/memory.ts';
import { AIM, MARK } from './aim.ts';
import { HAZARDS } from './lanes.ts';

/** Items of a tree that are judged together at most. */
export const ENTRANTS = 64;
// an odd one is scored with whatever stands behind it
const SLOTS = ENTRANTS + 2;
const NUMBERS = 8 * AIM.width;
const ENTRY = NUMBERS + 8 * (1 + HAZARDS);
const MARKS = ENTRY + 7 * 8 * SLOTS;

/**
 * Where a search's kernel has its numbers, in bytes from the beginning of its desk: what is aimed at (`AIM`, and from `marks` on `MARK`); pairs whose
 * score was computed; the eases at the taker that is aimed from; and columns of those that may enter a list.
 */
export const DESK = {
  judged: NUMBERS,
  eases: NUMBERS + 8,
  chord2: ENTRY,
  fit: ENTRY + 8 * SLOTS,
  ease: ENTRY + 16 * SLOTS,
  known: ENTRY + 24 * SLOTS,
  quantity: ENTRY + 32 * SLOTS,
  confidence: ENTRY + 40 * SLOTS,
  money: ENTRY + 48 * SLOTS,
  marks: MARKS,
  other: MARKS + 4 * MARK.width,
  shared: MARKS + 4 * (MARK.width + SLOTS),
  score: MARKS + 4 * (MARK.width + 2 * SLOTS),
  width: MARKS + 4 * (MARK.width + 3 * SLOTS),
} as const;

/** The numbers of a desk that the rest of the engine writes and reads. */
export class Desk {
  readonly at: number;
  readonly numbers: Float64Array;
  readonly marks: Int32Array;
  readonly #judged: Float64Array;

  constructor(room: Room) {
    this.at = room.place(DESK.width);
    const { buffer } = room.memory;
    this.numbers = new Float64Array(buffer, this.at, AIM.width);
    this.marks = new Int32Array(buffer, this.at + DESK.marks, MARK.width);
    this.#judged = new Float64Array(buffer, this.at + DESK.judged, 1);
  }

  /** Pairs whose score was computed since the start. */
  get judged(): number {
    return this.#judged[0]!;
  }
}
