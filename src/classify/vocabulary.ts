import { distance } from 'fastest-levenshtein';
import type { KnowledgeBase, Material } from '../domain/index.ts';
import { EMPTY_WORDS, LEXICON } from './lexicon.ts';
import { isNegated, type Mention, parse, type Speller } from './parse.ts';
import { type Span, temperatureOf } from './temperature.ts';
import type { Token } from './tokens.ts';

export interface Axis {
  readonly name: string;
  readonly sign: number;
}

/** A name or synonym of a material, read: its meanings in columns. */
export interface Phrase {
  readonly text: string;
  /** Numbers of its different meanings. */
  readonly keys: Int32Array;
  readonly weights: Float64Array;
  /** Sum of `weights`. */
  readonly total: number;
  /** Stems of the words, one a meaning. */
  readonly stems: readonly string[];
  /** Qualities that exclude their opposite, purposes left out. */
  readonly axes: readonly Axis[];
  /** Meanings that it negates. */
  readonly negated: readonly string[];
}

/** A material as the classifier sees it. */
export interface Entry {
  readonly material: Material;
  readonly phrases: readonly Phrase[];
  /** Every meaning of its names and synonyms, and weaker those of its parents. */
  readonly bag: ReadonlySet<string>;
  readonly parents: ReadonlySet<string>;
  /** Qualities that its names give. */
  readonly axes: readonly Axis[];
  /** Temperature that its name gives. */
  readonly heat?: Span;
  /** Ids of the material and its parents. */
  readonly line: ReadonlySet<string>;
}

/** Learns stems while the base is read; afterwards finds the nearest of them for a word with an error. */
class KnownStems implements Speller {
  readonly #own = new Set<string>();
  /** Stems and word beginnings of lexicon and base, by first letter and length. */
  readonly #shelf = new Map<string, string[]>();
  readonly #remembered = new Map<string, Token>();
  #learning = true;

  conceptOf(token: Token): string | undefined {
    if (this.#own.has(token.stem)) return `=${token.stem}`;
    if (this.#learning) {
      this.#own.add(token.stem);
      return `=${token.stem}`;
    }
    return undefined;
  }

  correct(token: Token): Token {
    if (this.#learning || token.stem.length < 5) return token;
    const known = this.#remembered.get(token.raw);
    if (known) return known;
    if (this.#remembered.size > 50_000) this.#remembered.clear();
    const corrected = this.#isKnown(token) ? token : this.#nearest(token);
    this.#remembered.set(token.raw, corrected);
    return corrected;
  }

  #isKnown(token: Token): boolean {
    return this.#own.has(token.stem) || EMPTY_WORDS.has(token.stem) || LEXICON.words.knows(token) || LEXICON.makers.knows(token) || isNegated(token, (inner) => this.#own.has(inner.stem) || LEXICON.words.knows(inner));
  }

  close(): void {
    this.#learning = false;
    const put = (stem: string): void => {
      if (stem.length < 4) return;
      const key = `${stem[0]}${stem.length}`;
      const list = this.#shelf.get(key);
      if (list) list.push(stem);
      else this.#shelf.set(key, [stem]);
    };
    for (const word of new Set([...LEXICON.words.known(), ...this.#own])) put(word);
  }

  /** Edit distance 1 from six letters of the stem (five for two swapped ones), 2 from nine; the first letter holds. Shorter words have too many true neighbours. */
  #nearest(token: Token): Token {
    const { stem } = token;
    const allowed = stem.length >= 9 ? 2 : 1;
    let best: string | undefined;
    let least = allowed + 1;
    for (let n = stem.length - allowed; n <= stem.length + allowed; n++) {
      for (const known of this.#shelf.get(`${stem[0]}${n}`) ?? []) {
        if (stem.length === 5 && !isSwapped(stem, known)) continue;
        const d = isSwapped(stem, known) ? 1 : distance(stem, known);
        if (d < least || (d === least && best !== undefined && known < best)) {
          least = d;
          best = known;
        }
      }
    }
    best ??= this.#beginning(stem);
    return best === undefined ? token : { raw: best, stem: best };
  }

  /** "фанеровка" for "фанера", "woodworking" for "wood": the longest known beginning that is most of the word. */
  #beginning(stem: string): string | undefined {
    for (let n = stem.length - 1; n >= Math.max(5, Math.ceil(stem.length * 0.6)); n--) {
      const start = stem.slice(0, n);
      if (this.#shelf.get(`${stem[0]}${n}`)?.includes(start)) return start;
    }
    return undefined;
  }
}

/** Two neighbouring letters have changed places: the commonest slip of a quick hand. */
function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return i + 1 < a.length && a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}

const quiet: Speller = { conceptOf: (token) => `=${token.stem}`, correct: (token) => token };

/** Reads a text without a knowledge base: unknown words stand for themselves. */
export const readAlone = (text: string): Mention[] => parse(text, quiet);

/** The words of a base: entries, how telling each meaning is, and for each meaning the materials that carry it. */
export class Vocabulary {
  readonly entries: readonly Entry[];
  readonly #stems = new KnownStems();
  readonly #weight = new Map<string, number>();
  readonly #similar = new Map<string, readonly Similar[]>();
  readonly #number = new Map<string, number>();
  readonly #carriers: number[][] = [];
  readonly #parentCarriers: number[][] = [];
  readonly #narrower = new Map<string, string[]>();

  constructor(kb: KnowledgeBase) {
    const materials = [...kb.materials.values()];
    const read = new Map(materials.map((m) => [m.id, this.#readNames(m)]));
    this.#stems.close();
    const bags = new Map([...read].map(([id, list]) => [id, new Set(list.flatMap(({ mentions }) => mentions.map(keyOf)))]));
    this.#weigh([...bags.values()]);
    this.entries = materials.map((material, at) => {
      const line = new Set<string>();
      const parents = new Set<string>();
      for (let m: Material | undefined = material; m && !line.has(m.id); m = m.parent === undefined ? undefined : kb.materials.get(m.parent)) {
        if (m !== material) for (const key of bags.get(m.id)!) parents.add(key);
        line.add(m.id);
      }
      const bag = bags.get(material.id)!;
      for (const key of parents) if (!bag.has(key)) this.#parentCarriers[this.#number.get(key)!]!.push(at);
      const heat = temperatureOf(material.name.en);
      const phrases = read.get(material.id)!.map((names) => this.#phraseOf(names));
      return { material, phrases, bag, parents, axes: [...bag].flatMap((key) => axisOf(key) ?? []), line, ...(heat && { heat }) };
    });
    for (const concept of LEXICON.concepts.values()) {
      for (const broader of concept.broader) this.#narrower.set(broader, [...(this.#narrower.get(broader) ?? []), concept.id]);
    }
  }

  #readNames({ name, synonymsRu, synonymsEn }: Material): ReadName[] {
    const texts = [...new Set([name.ru, name.en, ...synonymsRu, ...synonymsEn])];
    return texts.map((text) => ({ text, mentions: parse(text, this.#stems) })).filter((p) => p.mentions.length > 0);
  }

  #phraseOf({ text, mentions }: ReadName): Phrase {
    const own = new Map<string, Mention>();
    for (const m of mentions) if (!own.has(keyOf(m))) own.set(keyOf(m), m);
    const weights = Float64Array.from(own, ([key, m]) => this.weight(key) * (m.place === 'aside' ? 0.4 : 1));
    return {
      text,
      keys: Int32Array.from(own.keys(), (key) => this.#number.get(key)!),
      weights,
      total: weights.reduce((sum, w) => sum + w, 0),
      stems: [...own.values()].map((m) => m.stems),
      axes: mentions.flatMap((m) => (m.place === 'purpose' ? [] : (axisOf(keyOf(m)) ?? []))),
      negated: mentions.flatMap((m) => (keyOf(m).startsWith('!') ? [m.concept] : [])),
    };
  }

  /** Numbers the meanings and weighs them by inverse document frequency over materials, 0..1, lowered for words that say little. */
  #weigh(bags: readonly ReadonlySet<string>[]): void {
    bags.forEach((bag, at) => {
      for (const key of bag) {
        let number = this.#number.get(key);
        if (number === undefined) {
          number = this.#number.size;
          this.#number.set(key, number);
          this.#carriers.push([]);
          this.#parentCarriers.push([]);
        }
        this.#carriers[number]!.push(at);
      }
    });
    const most = Math.log(1 + bags.length);
    for (const [key, number] of this.#number) {
      const idf = Math.log(1 + bags.length / this.#carriers[number]!.length) / most;
      this.#weight.set(key, (0.35 + 0.65 * idf) * lightness(key));
    }
  }

  /** How many meanings are numbered. */
  get size(): number {
    return this.#number.size;
  }

  read(text: string): Mention[] {
    return parse(text, this.#stems);
  }

  /** How telling a meaning is, 0..1; a word that no material has counts as a fairly telling one that is not met. */
  weight(concept: string): number {
    return this.#weight.get(concept) ?? (concept.startsWith('?') ? 0.45 : 0.6) * lightness(concept);
  }

  /** How many materials say it. */
  frequency(concept: string): number {
    const number = this.#number.get(concept);
    return number === undefined ? 0 : this.#carriers[number]!.length;
  }

  /** Materials whose names say it, by their place in `entries`. */
  carriers(number: number): readonly number[] {
    return this.#carriers[number]!;
  }

  /** Materials that do not say it, but whose parents do. */
  parentCarriers(number: number): readonly number[] {
    return this.#parentCarriers[number]!;
  }

  /** Numbered meanings that meet a given one, with likeness: itself 1, a broader one 0.5, a narrower one 0.5, a common broader one 0.2. */
  similar(key: string): readonly Similar[] {
    const known = this.#similar.get(key);
    if (known) return known;
    const found = new Map<string, number>([[key, 1]]);
    const put = (id: string, likeness: number): void => {
      if ((found.get(id) ?? 0) < likeness) found.set(id, likeness);
    };
    for (const broader of LEXICON.concepts.get(key)?.broader ?? []) {
      put(broader, 0.5);
      for (const sister of this.#narrower.get(broader) ?? []) put(sister, 0.2);
    }
    for (const narrower of this.#narrower.get(key) ?? []) put(narrower, 0.5);
    const list: Similar[] = [];
    for (const [other, likeness] of found) {
      const number = this.#number.get(other);
      if (number !== undefined) list.push({ key: other, number, likeness });
    }
    if (this.#similar.size > 50_000) this.#similar.clear();
    this.#similar.set(key, list);
    return list;
  }
}

interface ReadName {
  readonly text: string;
  readonly mentions: readonly Mention[];
}

export interface Similar {
  readonly key: string;
  readonly number: number;
  readonly likeness: number;
}

export function axisOf(key: string): Axis | undefined {
  return LEXICON.concepts.get(key)?.axis;
}

/** The meaning with its negation; a negated quality of an axis is its opposite. */
export function keyOf({ concept, negated }: Mention): string {
  if (!negated) return concept;
  return OPPOSITE.get(concept) ?? `!${concept}`;
}

const OPPOSITE: ReadonlyMap<string, string> = opposites();

function opposites(): Map<string, string> {
  const first = new Map<string, string>();
  for (const { id, axis } of LEXICON.concepts.values()) {
    const key = axis && `${axis.name}${axis.sign}`;
    if (key && !first.has(key)) first.set(key, id);
  }
  const found = new Map<string, string>();
  for (const { id, axis } of LEXICON.concepts.values()) {
    const other = axis && first.get(`${axis.name}${-axis.sign}`);
    if (other) found.set(id, other);
  }
  return found;
}

const LIGHT = { generic: 0.12, light: 0.5, soft: 0.75, form: 1 } as const;

function lightness(concept: string): number {
  const mark = LEXICON.concepts.get(concept)?.mark;
  return mark === undefined ? (concept.startsWith('=') ? 0.8 : 1) : LIGHT[mark];
}
