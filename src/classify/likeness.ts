import type { Direction } from '../domain/index.ts';
import { type Asked, isTelling, MOST_ASKED, mostTelling } from './asked.ts';
import type { Place } from './parse.ts';
import { type Axis, axisOf, type Entry, type Phrase, type Vocabulary } from './vocabulary.ts';

export interface Likeness {
  /** 0..1 */
  readonly value: number;
  readonly phrase?: Phrase;
}

/** The same meaning in another word: a little less than the word itself, so that a synonym never beats the name. */
const OTHER_WORD = 0.92;
const NOTHING: Likeness = { value: 0 };
/** Weight of what is met elsewhere than in the phrase: in another name of the material, in its parents' names, in its usual giver. */
const ELSEWHERE = { bag: 0.65, parents: 0.45, giver: 0.6 } as const;
/** A word of the name that the text leaves out because the giver says it by its name, or its activity does: "slag" of a copper smelter is copper slag. */
const UNSAID = { giver: 0.85, activity: 0.65 } as const;
/** A material knows a meaning when one at least so like stands in its names or its parents'. */
const KNOWN = 0.5;
/** What the text is about and the names never say: its head ("dust", not "slag"), its most telling meaning (or only a like one), where it comes from, a buyer's purpose; and a name of another kind of thing. */
const APART = { head: 0.65, telling: 0.72, nearly: 0.9, origin: 0.85, kind: 0.85, purpose: 0.6 } as const;
/** Where a description says what the thing is, is made of or holds, and where it comes from. */
const WHAT: ReadonlySet<Place> = new Set(['core', 'made', 'with']);
const WHENCE: ReadonlySet<Place> = new Set(['origin', 'aside']);
/** Opposite qualities (clean, contaminated), and a variety that the name excludes. */
const AGAINST = 0.6;
/** A text that weighs more than this tells a story: its words that are not met count for less. */
const LONG = 2.5;
/** Share of the phrase in the mean; the rest is the share of the text: what the text says must be explained first. */
const OWN = 0.38;

/** A text laid over all names of a base. One text at a time: `ask`, then `likeness` of any entry. */
export class Meeting {
  readonly #vocabulary: Vocabulary;
  #asked: readonly Asked[] = [];
  #total = 0;
  #axes: readonly Axis[] = [];
  #negated: readonly string[] = [];
  #plain: readonly string[] = [];
  #heads: number[] = [];
  #most = -1;
  #whence = -1;
  #purpose: number[] = [];
  readonly #unsaid = new Map<number, number>();
  /** Per meaning the first hit, then its successors: (asked, likeness). */
  readonly #firstHit: Int32Array;
  readonly #nextHit: number[] = [];
  readonly #hitAsked: number[] = [];
  readonly #hitLike: number[] = [];
  readonly #hitMeanings: number[] = [];
  /** asked x entry: best likeness in the entry's names, in its parents' names. */
  readonly #inBag: Float32Array;
  readonly #inParents: Float32Array;
  readonly #rough: Float64Array;
  readonly #touched: number[] = [];
  readonly #isTouched: Uint8Array;
  readonly #here = new Float64Array(MOST_ASKED);
  readonly #elsewhere = new Float64Array(MOST_ASKED);

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
    const entries = vocabulary.entries.length;
    this.#firstHit = new Int32Array(vocabulary.size).fill(-1);
    this.#inBag = new Float32Array(MOST_ASKED * entries);
    this.#inParents = new Float32Array(MOST_ASKED * entries);
    this.#rough = new Float64Array(entries);
    this.#isTouched = new Uint8Array(entries);
  }

  #forget(): void {
    const entries = this.#vocabulary.entries.length;
    for (const meaning of this.#hitMeanings) this.#firstHit[meaning] = -1;
    for (const list of [this.#hitMeanings, this.#nextHit, this.#hitAsked, this.#hitLike]) list.length = 0;
    for (const at of this.#touched) {
      this.#rough[at] = 0;
      this.#isTouched[at] = 0;
      for (let i = 0; i < this.#asked.length; i++) {
        this.#inBag[i * entries + at] = 0;
        this.#inParents[i * entries + at] = 0;
      }
    }
    this.#touched.length = 0;
  }

  /** Lays the text over the names, with the meanings that its giver's name and activity say for it. */
  ask(asked: readonly Asked[], giver: Iterable<string> = [], activity: Iterable<string> = []): void {
    this.#forget();
    this.#unsaid.clear();
    for (const key of activity) this.#unsaid.set(this.#numberOf(key), UNSAID.activity);
    for (const key of giver) this.#unsaid.set(this.#numberOf(key), UNSAID.giver);
    this.#asked = asked;
    this.#total = asked.reduce((sum, { weight }) => sum + weight, 0);
    const qualities = asked.filter(({ place }) => place !== 'purpose').map(({ key }) => key);
    this.#axes = qualities.flatMap((key) => axisOf(key) ?? []);
    this.#negated = qualities.filter((key) => key.startsWith('!')).map((key) => key.slice(1));
    this.#plain = qualities.filter((key) => !key.startsWith('!') && axisOf(key) === undefined);
    const indexes = (holds: (a: Asked) => boolean): number[] =>
      asked.flatMap((a, i) => (holds(a) && isTelling(a.key) ? [i] : []));
    this.#heads = indexes(({ place }) => place === 'head');
    this.#purpose = indexes(({ place }) => place === 'purpose');
    this.#most = mostTelling(asked, WHAT, 0.5);
    this.#whence = mostTelling(asked, WHENCE, 0.3);
    const telling = asked.some(({ key }) => isTelling(key));
    for (let i = 0; i < asked.length; i++) this.#lay(i, asked[i]!, telling);
  }

  #lay(i: number, { key, weight }: Asked, telling: boolean): void {
    const row = i * this.#vocabulary.entries.length;
    // a word such as "waste" stands in hundreds of names and finds nothing that the telling words do not
    const wide = !telling || isTelling(key);
    for (const { number, likeness } of this.#vocabulary.similar(key)) {
      if (this.#firstHit[number] === -1) this.#hitMeanings.push(number);
      this.#nextHit.push(this.#firstHit[number]!);
      this.#firstHit[number] = this.#hitAsked.push(i) - 1;
      this.#hitLike.push(likeness);
      if (!wide) continue;
      for (const at of this.#vocabulary.carriers(number)) {
        this.#touch(at);
        const before = this.#inBag[row + at]!;
        if (likeness <= before) continue;
        this.#rough[at]! += weight * (likeness - before);
        this.#inBag[row + at] = likeness;
      }
      for (const at of this.#vocabulary.parentCarriers(number)) {
        this.#touch(at);
        if (likeness > this.#inParents[row + at]!) this.#inParents[row + at] = likeness;
      }
    }
  }

  #touch(at: number): void {
    if (this.#isTouched[at] === 1) return;
    this.#isTouched[at] = 1;
    this.#touched.push(at);
  }

  /** The entries with most weight in common, best first, at most `most`; of entries that have as much the more usual (`priors`). */
  nearest(most: number, priors?: Float64Array): number[] {
    let best = 0;
    for (const at of this.#touched) if (this.#rough[at]! > best) best = this.#rough[at]!;
    const near = this.#touched.filter((at) => this.#rough[at]! > 0.25 * best);
    const usual = (at: number): number => priors?.[at] ?? 0;
    return near.sort((a, b) => this.#rough[b]! - this.#rough[a]! || usual(b) - usual(a) || a - b).slice(0, most);
  }

  #knows(at: number, i: number): boolean {
    const cell = i * this.#vocabulary.entries.length + at;
    return this.#inBag[cell]! >= KNOWN || this.#inParents[cell]! >= KNOWN;
  }

  #says(at: number, i: number): boolean {
    const cell = i * this.#vocabulary.entries.length + at;
    return this.#inBag[cell]! > KNOWN || this.#inParents[cell]! > KNOWN;
  }

  /** Whether a buyer's purpose, when the text gives one, stands in the material's names. */
  servesPurpose(at: number): boolean {
    return this.#purpose.length === 0 || this.#purpose.some((i) => this.#knows(at, i));
  }

  /** Whether the name is of a thing of another kind than the text says: "waste water" is no sludge of waste water. */
  isOfOtherKind({ kinds }: Phrase): boolean {
    return kinds.length > 0 && kinds.every((key) => this.#firstHit[key] === -1);
  }

  /** Whether `narrower` knows a telling word of the text that `broader` does not. */
  knowsMore(narrower: number, broader: number): boolean {
    const entries = this.#vocabulary.entries.length;
    return this.#asked.some(
      ({ weight }, i) =>
        weight > 0.3 && this.#inBag[i * entries + narrower]! >= KNOWN && this.#inBag[i * entries + broader]! < KNOWN,
    );
  }

  #apart(at: number, direction: Direction): number {
    let factor = 1;
    if (this.#heads.length > 0 && !this.#heads.some((i) => this.#knows(at, i))) factor *= APART.head;
    if (this.#most >= 0) {
      if (!this.#knows(at, this.#most)) factor *= APART.telling;
      else if (!this.#says(at, this.#most)) factor *= APART.nearly;
    }
    if (this.#whence >= 0 && !this.#knows(at, this.#whence)) factor *= APART.origin;
    if (direction === 'input' && !this.servesPurpose(at)) factor *= APART.purpose;
    return factor;
  }

  /** How often text and phrase exclude each other. */
  #conflicts(entry: Entry, phrase: Phrase): number {
    let count = 0;
    for (const { name, sign } of this.#axes) {
      const theirs = phrase.axes.some((axis) => axis.name === name) ? phrase.axes : entry.axes;
      let same = false;
      let opposite = false;
      for (const axis of theirs) {
        if (axis.name !== name) continue;
        if (axis.sign === sign) same = true;
        else opposite = true;
      }
      if (opposite && !same) count++;
    }
    for (const key of this.#negated) if (phrase.keys.includes(this.#numberOf(key))) count += 0.5;
    if (phrase.negated.length > 0) for (const key of this.#plain) if (phrase.negated.includes(key)) count++;
    return count;
  }

  #numberOf(key: string): number {
    return this.#vocabulary.similar(key).find((similar) => similar.key === key)?.number ?? -1;
  }

  #fillElsewhere(at: number, gives: (maker: string) => number): void {
    const entries = this.#vocabulary.entries.length;
    this.#asked.forEach(({ maker }, i) => {
      const cell = i * entries + at;
      let best = Math.max(ELSEWHERE.bag * this.#inBag[cell]!, ELSEWHERE.parents * this.#inParents[cell]!);
      if (maker !== undefined && best < ELSEWHERE.giver) best = Math.max(best, ELSEWHERE.giver * gives(maker));
      this.#elsewhere[i] = best;
    });
  }

  /**
   * Likeness of the text to a material: the best of its names, measured both ways. `own` = share of the phrase's weight that the text says,
   * `said` = share of the text's weight that the phrase, or else the rest of what is known of the material, says. Their harmonic mean
   * is lowered by opposite qualities and by what the names never say.
   */
  likeness(at: number, direction: Direction, gives: (maker: string) => number): Likeness {
    if (this.#total === 0) return NOTHING;
    const entry = this.#vocabulary.entries[at]!;
    const apart = this.#apart(at, direction);
    this.#fillElsewhere(at, gives);
    let best = NOTHING;
    for (const phrase of entry.phrases) {
      const mean = this.#mean(phrase);
      // of two equally good names the longer says more
      let value = apart * mean + 0.004 * Math.min(4, phrase.keys.length);
      if (mean === 0 || value <= best.value) continue;
      if (this.isOfOtherKind(phrase)) value *= APART.kind;
      const against = this.#conflicts(entry, phrase);
      if (against > 0) value *= AGAINST ** against;
      if (value > best.value) best = { value, phrase };
    }
    return best;
  }

  #mean(phrase: Phrase): number {
    const here = this.#here;
    const n = this.#asked.length;
    here.fill(0, 0, n);
    let own = 0;
    let isMet = false;
    for (let k = 0; k < phrase.keys.length; k++) {
      let most = 0;
      for (let hit = this.#firstHit[phrase.keys[k]!]!; hit >= 0; hit = this.#nextHit[hit]!) {
        const i = this.#hitAsked[hit]!;
        const like = this.#hitLike[hit]!;
        if (like > most) most = like;
        const worded = like === 1 && this.#asked[i]!.stems !== phrase.stems[k] ? OTHER_WORD : like;
        if (worded > here[i]!) here[i] = worded;
      }
      if (most > 0) isMet = true;
      else most = this.#unsaid.get(phrase.keys[k]!) ?? 0;
      own += most * phrase.weights[k]!;
    }
    if (!isMet) return 0;
    let said = 0;
    for (let i = 0; i < n; i++) said += this.#asked[i]!.weight * Math.max(here[i]!, this.#elsewhere[i]!);
    const unmet = (this.#total - said) * Math.min(1, LONG / this.#total);
    return 1 / ((OWN * phrase.total) / own + ((1 - OWN) * (said + unmet)) / said);
  }

  /** Words of the text that stand in the material's names. */
  met(at: number): string[] {
    const entries = this.#vocabulary.entries.length;
    return this.#asked.filter((_, i) => this.#inBag[i * entries + at]! >= KNOWN).map(({ words }) => words);
  }
}
