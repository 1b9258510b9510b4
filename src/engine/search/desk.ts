import type { Nodes } from '../columns/forest.ts';
import type { Room } from '../columns/memory.ts';
import { AIM, MARK, ROUGH } from './aim.ts';
import { HAZARDS } from './lanes.ts';

/** Points of the best pair. */
const MOST_POINTS = 1000;
/** Items of a tree that are judged together at most. */
export const ENTRANTS = 64;
// an odd one is scored with whatever stands behind it
const SLOTS = ENTRANTS + 2;
const NUMBERS = 8 * AIM.width;
const ENTRY = NUMBERS + 8 * (1 + HAZARDS);
const FARTHEST = ENTRY + 7 * 8 * SLOTS;
const MARKS = FARTHEST + 8 * (MOST_POINTS + 1);
const LISTED = MARKS + 4 * MARK.width;
const ROUGHS = LISTED + 4 * 4 * SLOTS;

/**
 * Where a search's kernel has its numbers, in bytes from the beginning of its desk: what is aimed at (`AIM`, and from `marks` on `MARK`); pairs whose
 * score was computed; the eases at the taker that is aimed from; columns of those that may enter a list; items to begin with; numbers for bounds (`ROUGH`); and,
 * by points of the distance, the square of the road km that leaves so many.
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
  farthest: FARTHEST,
  marks: MARKS,
  other: LISTED,
  shared: LISTED + 4 * SLOTS,
  score: LISTED + 8 * SLOTS,
  seeds: LISTED + 12 * SLOTS,
  rough: ROUGHS,
  width: ROUGHS + 4 * ROUGH.width,
} as const;

/** The numbers of a desk that the rest of the engine writes and reads. */
export class Desk {
  readonly at: number;
  readonly numbers: Float64Array;
  readonly marks: Int32Array;
  readonly rough: Nodes;
  readonly farthest: Float64Array;
  readonly #judged: Float64Array;

  constructor(room: Room) {
    this.at = room.place(DESK.width);
    const { buffer } = room.memory;
    this.numbers = new Float64Array(buffer, this.at, AIM.width);
    this.marks = new Int32Array(buffer, this.at + DESK.marks, MARK.width);
    this.rough = {
      whole: new Int32Array(buffer, this.at + DESK.rough, ROUGH.width),
      real: new Float32Array(buffer, this.at + DESK.rough, ROUGH.width),
    };
    this.farthest = new Float64Array(buffer, this.at + DESK.farthest, MOST_POINTS + 1);
    this.#judged = new Float64Array(buffer, this.at + DESK.judged, 1);
  }

  /** Pairs whose score was computed since the start. */
  get judged(): number {
    return this.#judged[0]!;
  }
}
