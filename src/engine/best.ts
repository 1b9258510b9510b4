import type { Offer, Want } from './problem.ts';

/** One entry of a ranked list; the judgement is made again when somebody asks. */
export interface Entry {
  /** Row of the partner. */
  readonly partner: number;
  readonly score: number;
  readonly offer: Offer;
  readonly want: Want;
}

/** The better of two ways to read one pair at equal score: the use's id decides, then the product wanted. */
function isEarlier(a: Entry, b: Entry): boolean {
  if (a.offer.pathway.id !== b.offer.pathway.id) return a.offer.pathway.id < b.offer.pathway.id;
  if (a.offer.material !== b.offer.material) return a.offer.material < b.offer.material;
  return a.want.product < b.want.product;
}

/** The `top` best distinct partners: by falling score, ties by the partner's row. */
export class Best {
  readonly entries: Entry[] = [];
  readonly #top: number;

  constructor(top: number) {
    this.#top = top;
  }

  /** False when nothing of this score and row, or of a lower score, can enter any more. */
  admits(score: number, row: number): boolean {
    if (this.entries.length < this.#top) return true;
    const last = this.entries[this.#top - 1]!;
    return score > last.score || (score === last.score && row <= last.partner);
  }

  put(entry: Entry): void {
    const { entries } = this;
    const known = entries.findIndex((other) => other.partner === entry.partner);
    if (known >= 0) {
      const other = entries[known]!;
      if (entry.score < other.score || (entry.score === other.score && !isEarlier(entry, other))) return;
      entries.splice(known, 1);
    }
    let at = entries.length;
    while (at > 0 && isBefore(entry, entries[at - 1]!)) at--;
    entries.splice(at, 0, entry);
    if (entries.length > this.#top) entries.pop();
  }
}

function isBefore(a: Entry, b: Entry): boolean {
  return a.score > b.score || (a.score === b.score && a.partner < b.partner);
}
