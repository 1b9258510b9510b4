/** Ids in their order as bytes, so that a country's are kept as they are and none is made into a text before it is asked for. */
export class IdTable {
  /** UTF-8, one after another. */
  readonly bytes: Uint8Array;
  /** End of each in `bytes`. */
  readonly ends: Uint32Array;

  constructor(bytes: Uint8Array, ends: Uint32Array) {
    this.bytes = bytes;
    this.ends = ends;
  }

  static of(ids: readonly string[]): IdTable {
    // UTF-8 takes three bytes at most for each of UTF-16
    const bytes = new Uint8Array(3 * ids.reduce((sum, id) => sum + id.length, 0));
    const ends = new Uint32Array(ids.length);
    let end = 0;
    for (const [row, id] of ids.entries()) {
      end += encoder.encodeInto(id, bytes.subarray(end)).written;
      ends[row] = end;
    }
    return new IdTable(bytes.slice(0, end), ends);
  }

  get length(): number {
    return this.ends.length;
  }

  at(row: number): string {
    // copied: texts are not decoded from shared memory
    return decoder.decode(this.bytes.slice(this.#from(row), this.ends[row]));
  }

  /** Row of the first id that is not before the given one. */
  placeOf(id: string): number {
    const wanted = encoder.encode(id);
    let [low, high] = [0, this.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(middle, wanted) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Bytes of UTF-8 stand in the order of ids. */
  #compare(row: number, wanted: Uint8Array): number {
    const from = this.#from(row);
    const length = this.ends[row]! - from;
    for (let i = 0; i < length && i < wanted.length; i++) {
      const difference = this.bytes[from + i]! - wanted[i]!;
      if (difference !== 0) return difference;
    }
    return length - wanted.length;
  }

  #from(row: number): number {
    return row === 0 ? 0 : this.ends[row - 1]!;
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
