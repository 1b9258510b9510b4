/** Slots for each text: fewer meet when half are free. */
const SPARE = 2;

/**
 * Numbers the texts of one list from 1 in the order in which they first come, list after list. Unlike a Map for each it leaves no garbage:
 * slots that an earlier list took are free, for their count lies below this list's.
 */
export class TextNumbers {
  readonly #texts: string[] = [];
  #count = 0;
  /** How many texts earlier lists had. */
  #before = 0;
  #slots = new Float64Array(256);

  /** Begins a list. */
  clear(): void {
    this.#before += this.#count;
    this.#count = 0;
  }

  get count(): number {
    return this.#count;
  }

  of(text: string): number {
    const slots = this.#slots;
    let slot = hashOf(text) & (slots.length - 1);
    for (let n = slots[slot]! - this.#before; n > 0; n = slots[slot]! - this.#before) {
      if (this.#texts[n - 1] === text) return n;
      slot = (slot + 1) & (slots.length - 1);
    }
    this.#texts[this.#count++] = text;
    slots[slot] = this.#before + this.#count;
    if (SPARE * this.#count > slots.length) this.#widen();
    return this.#count;
  }

  /** Bytes that `write` takes at most. */
  get bytes(): number {
    // UTF-8 takes three bytes at most for each of UTF-16
    let bytes = 0;
    for (let k = 0; k < this.#count; k++) bytes += 4 + 3 * this.#texts[k]!.length;
    return bytes;
  }

  /** Writes the texts by number, each as u32 bytes and UTF-8. The place behind the last. */
  write(into: Buffer, from: number): number {
    let at = from;
    for (let k = 0; k < this.#count; k++) {
      const end = writeText(this.#texts[k]!, into, at + 4);
      into.writeUInt32LE(end - at - 4, at);
      at = end;
    }
    return at;
  }

  #widen(): void {
    const texts = this.#texts.slice(0, this.#count);
    this.#slots = new Float64Array(2 * this.#slots.length);
    this.#before = this.#count = 0;
    for (const text of texts) this.of(text);
  }
}

/** FNV-1a of the UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** Ids are short and mostly ASCII: a loop is faster than a call of the encoder. */
function writeText(text: string, into: Buffer, at: number): number {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0x7f) return at + into.write(text, at);
    into[at + i] = unit;
  }
  return at + text.length;
}
