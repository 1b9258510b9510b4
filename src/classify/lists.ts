import { isTelling } from './asked.ts';
import type { ClassifyInput } from './classifier.ts';
import { LEXICON } from './lexicon.ts';
import { type Item, isAdjective, isList, itemsOf, type Shapes } from './list-items.ts';
import type { Mention } from './parse.ts';
import type { ReadingReason } from './readings.ts';
import { axisOf, type Entry, type Vocabulary } from './vocabulary.ts';

/** A part of a description, and how it is read where it names a thing. */
interface Thing {
  readonly text: string;
  readonly read: ReadingReason | undefined;
}

/**
 * How well a part must be read to be a thing: likeness of its words; confidence where "and" joins it, where only a comma does, where no other words
 * are tried; confidence of what it is with the last thing's shape; confidence and likeness of what is named in full.
 * Of 4,495 descriptions of `test/classify`, nearly all of one flow, 22 are read as lists by these, and about half of those do name several.
 */
const THING = { likeness: 0.8, joined: 0.6, beside: 0.75, sure: 0.75, shaped: 0.6, full: 0.7, inFull: 0.95 } as const;
/** Longer descriptions tell a story. */
const MOST_TEXT = 500;
const REMEMBERED = 20_000;

const isShape = (concept: string): boolean => concept === 'scrap' || LEXICON.concepts.get(concept)?.mark === 'form';

/** Tells descriptions that list several things from those of one. */
export class Lists {
  readonly #vocabulary: Vocabulary;
  readonly #explain: (input: ClassifyInput) => readonly ReadingReason[];
  readonly #entries: ReadonlyMap<string, Entry>;
  readonly #shapes: Shapes;
  /** Readings of parts, by their words and giver. */
  readonly #named = new Map<string, readonly ReadingReason[]>();

  /** `explain` reads a text as one thing. */
  constructor(vocabulary: Vocabulary, explain: (input: ClassifyInput) => readonly ReadingReason[]) {
    this.#vocabulary = vocabulary;
    this.#explain = explain;
    this.#entries = new Map(vocabulary.entries.map((entry) => [entry.material.id, entry]));
    const telling = (text: string) => vocabulary.read(text).filter(({ concept }) => isTelling(concept));
    this.#shapes = {
      has: (text) => telling(text).some(({ concept }) => isShape(concept)),
      isBare: (text) => telling(text).every(({ concept }) => isShape(concept)),
      isScrap: (word) => telling(word).some(({ concept }) => concept === 'scrap'),
    };
  }

  /**
   * The texts of the things that a description lists, when each can be read by itself and no material is named by all of it. A code says that it is
   * one thing, and a buyer may take either.
   */
  thingsOf(input: ClassifyInput): readonly string[] {
    const { text = '', direction = 'output', codes = {} } = input;
    if (direction === 'input' || Object.values(codes).some(Boolean) || text.length > MOST_TEXT) return [];
    const items = itemsOf(text, this.#shapes);
    // "ash and slag" is one meaning
    if (items.length < 2 || this.#vocabulary.read(text).some(({ words }) => isList(words))) return [];
    const things = this.#thingsOf(items, input);
    const joined = items.every((item) => item.joined);
    return this.#areApart(things) && !this.#isOne(input, things, joined) ? things.map((thing) => thing.text) : [];
  }

  /** What is no thing by itself describes the one before it, or else the one behind it. */
  #thingsOf(items: readonly Item[], input: ClassifyInput): readonly Thing[] {
    const things: Thing[] = [];
    for (const item of items) {
      const { text, read } = this.#thingOf(item, input);
      const before = things.at(-1);
      if (!before || (read && before.read)) things.push({ text, read });
      else things[things.length - 1] = { text: `${before.text}, ${text}`, read: before.read ?? read };
    }
    return things;
  }

  /** The words of an item that tell most surely what it is; not read when they name nothing well enough. */
  #thingOf({ texts, shaped, joined }: Item, input: ClassifyInput): Thing {
    let best: Thing & { readonly sure: number } = { text: texts[0]!, read: undefined, sure: 0 };
    for (const text of texts) {
      const named = this.#namedBy({ ...input, text });
      const [first] = named;
      if (!first || !this.#names(text, joined, first.textLikeness === 1)) continue;
      // "granulated" tells a quality where nothing is called just so
      if (first.phrase && this.#shapes.isBare(text) && first.textLikeness < THING.inFull) continue;
      // a bare word may mean one of several things, and is a thing all the same
      const sure = first.phrase ? first.confidence : named.reduce((sum, { confidence }) => sum + confidence, 0);
      if (sure < (joined ? THING.joined : THING.beside) || sure <= best.sure) continue;
      best = { text, read: first, sure };
      if (first.confidence >= THING.sure) return best;
    }
    const [one] = shaped === undefined ? [] : this.#namedBy({ ...input, text: shaped });
    return one && one.confidence >= THING.shaped ? { text: texts[0]!, read: undefined } : best;
  }

  /** What is given off and met well by the words. */
  #namedBy(input: ClassifyInput): readonly ReadingReason[] {
    const key = `${input.text}|${input.nace}|${input.company}`;
    const known = this.#named.get(key);
    if (known) return known;
    const named = this.#explain(input).filter(
      ({ textLikeness, material }) =>
        textLikeness >= THING.likeness && this.#entries.get(material)!.material.role !== 'product',
    );
    if (this.#named.size >= REMEMBERED) this.#named.clear();
    this.#named.set(key, named);
    return named;
  }

  /**
   * A word of it names a substance or a thing: not only scrap, nor a quality ("spent") unless a material is called just so ("chlorine"); behind a
   * comma alone a word that the lexicon knows.
   */
  #names(text: string, joined: boolean, inFull: boolean): boolean {
    const isQuality = (concept: string) => axisOf(concept) !== undefined && !(joined && inFull);
    const isKnown = (concept: string) => joined || !concept.startsWith('=');
    const isName = ({ concept, negated }: Mention) =>
      !negated && isTelling(concept) && isKnown(concept) && !isQuality(concept) && concept !== 'scrap';
    return !isAdjective(text) && this.#vocabulary.read(text).some(isName);
  }

  /** Two of the things are neither broader nor narrower than each other. */
  #areApart(things: readonly Thing[]): boolean {
    const entries = things.flatMap(({ read }) => (read ? this.#entries.get(read.material)! : []));
    return entries.some((a) => entries.some((b) => !a.line.has(b.material.id) && !b.line.has(a.material.id)));
  }

  /** Whether all words stand in the names of one material, unless each of the things, joined by "and", is named in full by itself. */
  #isOne(input: ClassifyInput, things: readonly Thing[], joined: boolean): boolean {
    const [first] = this.#explain(input);
    const met = new Set(first?.words);
    const isMet = ({ concept, words }: Mention) => !isTelling(concept) || met.has(words);
    if (!things.every(({ text }) => this.#vocabulary.read(text).every(isMet))) return false;
    const isFull = ({ read }: Thing) => read && read.confidence >= THING.full && read.textLikeness >= THING.inFull;
    return !joined || isList(first?.phrase ?? '') || !things.every(isFull);
  }
}
