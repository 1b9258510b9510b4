import type { Direction } from '../domain/index.ts';
import { LEXICON } from './lexicon.ts';
import type { Mention, Place } from './parse.ts';
import { type Entry, keyOf, type Phrase, type Vocabulary } from './vocabulary.ts';

/** One meaning of the text with its weight. */
export interface Asked {
  readonly key: string;
  readonly words: string;
  readonly stems: string;
  readonly weight: number;
  readonly place: Place;
  readonly maker?: string;
}

/** How much a meaning counts by where it stands. A buyer's purpose decides; a giver's is an aside. */
const PLACE: Readonly<Record<Direction, Readonly<Record<Place, number>>>> = {
  output: { head: 1.4, core: 1, made: 1, origin: 0.65, purpose: 0.5, with: 0.75, aside: 0.5 },
  input: { head: 1.2, core: 1, made: 1, origin: 0.65, purpose: 2, with: 0.75, aside: 0.5 },
};

/** Whether a buyer's purpose, when the text gives one, stands in the material's names. */
export function servesPurpose(asked: readonly Asked[], entry: Entry, vocabulary: Vocabulary): boolean {
  const purpose = asked.filter(({ place, key }) => place === 'purpose' && telling(key));
  return purpose.length === 0 || purpose.some(({ key }) => knows(entry, key, vocabulary));
}

export function askedOf(mentions: readonly Mention[], vocabulary: Vocabulary, direction: Direction): Asked[] {
  const asked = new Map<string, Asked>();
  for (const m of mentions) {
    const key = keyOf(m);
    const weight = vocabulary.weight(key) * PLACE[direction][m.place];
    const before = asked.get(key);
    if (before && before.weight >= weight) continue;
    asked.set(key, { key, words: m.words, stems: m.stems, weight, place: m.place, ...(m.maker !== undefined && { maker: m.maker }) });
  }
  return [...asked.values()];
}

export interface Likeness {
  /** 0..1 */
  readonly value: number;
  readonly phrase?: Phrase;
  /** Words of the text that were met. */
  readonly met: readonly string[];
}

/** The same meaning in another word: a little less than the word itself, so that a synonym never beats the name. */
const OTHER_WORD = 0.95;

const NOTHING: Likeness = { value: 0, met: [] };

/** Weight of what is met elsewhere than in the phrase: in another name of the material, in its parents' names, in its usual giver. */
const ELSEWHERE = { bag: 0.65, parents: 0.45, giver: 0.6 } as const;

function axisOf(key: string): { name: string; sign: number } | undefined {
  return LEXICON.concepts.get(key)?.axis;
}

/** Opposite qualities: the text says clean, the material's names only contaminated. */
function conflicts(asked: readonly Asked[], entry: Entry, phrase: Phrase): number {
  let count = 0;
  for (const { key, place } of asked) {
    if (place === 'purpose') continue;
    const axis = axisOf(key);
    if (axis) {
      let same = false;
      let opposite = false;
      for (const other of phrase.mentions) {
        const theirs = other.place === 'purpose' ? undefined : axisOf(keyOf(other));
        if (theirs?.name !== axis.name) continue;
        if (theirs.sign === axis.sign) same = true;
        else opposite = true;
      }
      if (!same && !opposite) {
        const inBag = [...entry.bag].map(axisOf).filter((a) => a?.name === axis.name);
        opposite = inBag.length > 0 && inBag.every((a) => a!.sign !== axis.sign);
      }
      if (opposite && !same) count++;
    } else if (key.startsWith('!') && phrase.mentions.some((m) => keyOf(m) === key.slice(1))) count += 0.5;
    else if (phrase.mentions.some((m) => keyOf(m) === `!${key}`)) count++;
  }
  return count;
}

const knows = (entry: Entry, key: string, vocabulary: Vocabulary): boolean =>
  vocabulary.similar(key).some(([other, s]) => s >= 0.5 && (entry.bag.has(other) || entry.parents.has(other)));

const telling = (key: string): boolean => {
  const mark = LEXICON.concepts.get(key)?.mark;
  return mark !== 'generic' && mark !== 'light' && !key.startsWith('?');
};

/** The meaning of most weight, where it says what the thing is or holds. */
function mostTelling(asked: readonly Asked[]): Asked | undefined {
  let most: Asked | undefined;
  for (const a of asked) {
    if (a.place === 'purpose' || a.place === 'aside' || a.place === 'origin' || !telling(a.key) || a.key.startsWith('!')) continue;
    if (!most || a.weight > most.weight) most = a;
  }
  return most;
}

/** Factor for what the text is about and the material's names never say: its head ("dust", not "slag"), and a buyer's purpose. */
function otherThing(asked: readonly Asked[], entry: Entry, vocabulary: Vocabulary, direction: Direction): number {
  let factor = 1;
  const heads = asked.filter(({ place, key }) => place === 'head' && telling(key));
  if (heads.length > 0 && !heads.some(({ key }) => knows(entry, key, vocabulary))) factor *= 0.65;
  const most = mostTelling(asked);
  if (most && !heads.includes(most) && !knows(entry, most.key, vocabulary)) factor *= 0.72;
  if (direction === 'input') {
    const purpose = asked.filter(({ place, key }) => place === 'purpose' && telling(key));
    if (purpose.length > 0 && !purpose.some(({ key }) => knows(entry, key, vocabulary))) factor *= 0.6;
  }
  return factor;
}

/**
 * Likeness of a text to a material: the best of its names, measured both ways. `own` = share of the phrase's weight that the text says,
 * `asked` = share of the text's weight that the phrase, or else the rest of what is known of the material, says. Their harmonic mean
 * (0.38 for the phrase) is lowered by opposite qualities and by another kind of thing.
 */
export function likenessOf(asked: readonly Asked[], entry: Entry, vocabulary: Vocabulary, direction: Direction, gives: (maker: string) => number): Likeness {
  let total = 0;
  for (const { weight } of asked) total += weight;
  if (total === 0) return NOTHING;
  const apart = otherThing(asked, entry, vocabulary, direction);
  const elsewhere = asked.map((a) => elsewhereOf(a, entry, vocabulary, gives));
  let best: Likeness = NOTHING;
  for (const phrase of entry.phrases) {
    const own = new Map<string, number>();
    const stems = new Set(phrase.mentions.map((m) => m.stems));
    let all = 0;
    for (const m of phrase.mentions) {
      const key = keyOf(m);
      if (own.has(key)) continue;
      own.set(key, 0);
      all += vocabulary.weight(key) * (m.place === 'aside' ? 0.4 : 1);
    }
    let said = 0;
    const met: string[] = [];
    asked.forEach((a, i) => {
      let here = 0;
      for (const [key, s] of vocabulary.similar(a.key)) {
        const before = own.get(key);
        if (before === undefined) continue;
        const exact = s === 1 && !stems.has(a.stems) ? OTHER_WORD : s;
        if (exact > here) here = exact;
        if (s > before) own.set(key, s);
      }
      const value = Math.max(here, elsewhere[i]!);
      said += a.weight * value;
      if (value >= 0.4) met.push(a.words);
    });
    let heard = 0;
    for (const m of phrase.mentions) {
      const key = keyOf(m);
      const s = own.get(key);
      if (s === undefined) continue;
      own.delete(key);
      heard += vocabulary.weight(key) * (m.place === 'aside' ? 0.4 : 1) * s;
    }
    if (all === 0 || heard === 0) continue;
    const p = heard / all;
    const q = said / total;
    // of two equally good names the longer says more
    let value = apart / (0.38 / p + 0.62 / q) + 0.004 * Math.min(4, phrase.mentions.length);
    if (value <= best.value) continue;
    const against = conflicts(asked, entry, phrase);
    if (against > 0) value *= 0.6 ** against;
    if (value > best.value) best = { value, phrase, met };
  }
  return best;
}

function elsewhereOf(a: Asked, entry: Entry, vocabulary: Vocabulary, gives: (maker: string) => number): number {
  let best = 0;
  for (const [key, s] of vocabulary.similar(a.key)) {
    if (entry.bag.has(key)) best = Math.max(best, ELSEWHERE.bag * s);
    else if (entry.parents.has(key)) best = Math.max(best, ELSEWHERE.parents * s);
  }
  if (a.maker !== undefined && best < ELSEWHERE.giver) best = Math.max(best, ELSEWHERE.giver * gives(a.maker));
  return best;
}
