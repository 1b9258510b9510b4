import type { Direction } from '../domain/index.ts';
import { LEXICON } from './lexicon.ts';
import type { Mention, Place } from './parse.ts';
import { keyOf, type Vocabulary } from './vocabulary.ts';

/** One meaning of the text with its weight. */
export interface Asked {
  readonly key: string;
  readonly words: string;
  readonly stems: string;
  readonly weight: number;
  readonly place: Place;
  readonly maker?: string;
}

/** Longer texts are read up to here; what a thing is stands at the beginning. */
export const MOST_ASKED = 24;

/** How much a meaning counts by where it stands. A buyer's purpose decides; a giver's is an aside. */
const PLACE: Readonly<Record<Direction, Readonly<Record<Place, number>>>> = {
  output: { head: 1.4, core: 1, made: 1, origin: 0.65, purpose: 0.5, with: 0.75, aside: 0.5 },
  input: { head: 1.2, core: 1, made: 1, origin: 0.65, purpose: 2, with: 0.75, aside: 0.5 },
};

/** The different meanings of a text, each with the weight of its strongest mention. */
export function askedOf(mentions: readonly Mention[], vocabulary: Vocabulary, direction: Direction): Asked[] {
  const asked = new Map<string, Asked>();
  for (const m of mentions) {
    const key = keyOf(m);
    const weight = vocabulary.weight(key) * PLACE[direction][m.place];
    const before = asked.get(key);
    if (before ? before.weight >= weight : asked.size === MOST_ASKED) continue;
    asked.set(key, {
      key,
      words: m.words,
      stems: m.stems,
      weight,
      place: m.place,
      ...(m.maker !== undefined && { maker: m.maker }),
    });
  }
  return [...asked.values()];
}

/** Says something by itself: neither a generic nor a light word, nor one that nobody knows. */
export function isTelling(key: string): boolean {
  const mark = LEXICON.concepts.get(key)?.mark;
  return mark !== 'generic' && mark !== 'light' && !key.startsWith('?');
}

/** The meaning of most weight beside the head, where it stands in one of `places`; -1 = none. */
export function mostTelling(asked: readonly Asked[], places: ReadonlySet<Place>, least: number): number {
  let most = -1;
  asked.forEach((a, i) => {
    if (!places.has(a.place) || a.weight < least || !isTelling(a.key) || a.key.startsWith('!')) return;
    if (most < 0 || a.weight > asked[most]!.weight) most = i;
  });
  return most;
}
