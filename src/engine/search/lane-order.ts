import type { Room } from '../columns/memory.ts';

/** Lanes in the order of what they can give at most, the best last. */
export class LaneOrder {
  count = 0;
  readonly #room: Room;
  #keys = new Float64Array(0);
  /** By place: the lane's number, and the bound. */
  #order = new Int32Array(0);

  constructor(room: Room) {
    this.#room = room;
  }

  /** Where the kernel finds it. */
  get at(): number {
    return this.#order.byteOffset;
  }

  /** Begins anew with at most so many lanes. */
  begin(most: number): void {
    this.count = 0;
    if (this.#keys.length >= most) return;
    this.#keys = new Float64Array(2 * most);
    this.#order = this.#room.take(Int32Array, 4 * most) as Int32Array<ArrayBuffer>;
  }

  add(bound: number, lane: number): void {
    this.#keys[this.count++] = bound * 2 ** 32 + lane;
  }

  sort(): void {
    this.#keys.subarray(0, this.count).sort();
    for (let n = 0; n < this.count; n++) {
      this.#order[2 * n] = this.#keys[n]! % 2 ** 32;
      this.#order[2 * n + 1] = Math.floor(this.#keys[n]! / 2 ** 32);
    }
  }
}
