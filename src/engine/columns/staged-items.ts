import { spend } from './growing.ts';
import { FACT, PLACE } from './item.ts';

/** Until it is moved an item has the ways that a taker is a known receiver of there, as bits. */
export const RECEIVERS = PLACE.kind;

/** Items as they come, in the form that they will have in the order of their trees, so that each is moved as a whole. */
export class StagedItems {
  places = new Float64Array(1024 * PLACE.width);
  facts = new Int32Array(1024 * FACT.width);
  /** Row of the material. */
  material = new Int32Array(1024);
  count = 0;

  /** Makes room for one more item and returns its place. */
  next(): number {
    if (this.count === this.material.length) {
      // what it had before is given back at once, not when garbage is collected
      this.places = new Float64Array(this.places.buffer.transfer(2 * this.places.byteLength));
      this.facts = new Int32Array(this.facts.buffer.transfer(2 * this.facts.byteLength));
      this.material = new Int32Array(this.material.buffer.transfer(2 * this.material.byteLength));
    }
    return this.count++;
  }

  /** The numbers of all in this order; they are here no more then. */
  movePlaces(order: Int32Array): Float64Array {
    const { places, facts } = this;
    const moved = new Float64Array(order.length * PLACE.width);
    const whole = new Int32Array(moved.buffer);
    for (let i = 0, to = 0; i < order.length; i++, to += PLACE.width) {
      const from = order[i]! * PLACE.width;
      for (let n = 0; n < PLACE.kind; n++) moved[to + n] = places[from + n]!;
      const fact = order[i]! * FACT.width;
      whole[2 * (to + PLACE.kind)] = facts[fact + FACT.traits]!;
      whole[2 * (to + PLACE.kind) + 1] = facts[fact + FACT.activity]!;
    }
    spend(places);
    return moved;
  }

  moveFacts(order: Int32Array): Int32Array {
    const { facts } = this;
    const moved = new Int32Array(order.length * FACT.width);
    for (let i = 0, to = 0; i < order.length; i++, to += FACT.width) {
      const from = order[i]! * FACT.width;
      for (let n = 0; n < FACT.width; n++) moved[to + n] = facts[from + n]!;
    }
    spend(facts);
    return moved;
  }
}
