import type { KnowledgeBase, Material } from '../domain/index.ts';
import { LEXICON } from './lexicon.ts';
import { type Mention, parse } from './parse.ts';
import { KnownStems } from './speller.ts';
import { type Span, temperatureOf } from './temperature.ts';

export interface Axis {
  readonly name: string;
  readonly sign: 1 | -1 | string;
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
  /** Numbers of the meanings that say what kind of thing it is: sludge of "sludge of a dairy's waste water". */
  readonly kinds: readonly number[];
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

/** Texts whose meanings are remembered, and how long they may be. */
const REMEMBERED = 10_000;
const LONGEST_REMEMBERED = 300;

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
  readonly #read = new Map<string, readonly Mention[]>();

  constructor(kb: KnowledgeBase) {
    const materials = [...kb.materials.values()];
    const read = new Map(materials.map((m) => [m.id, this.#readNames(m)]));
    this.#stems.close();
    const bags = new Map(
      [...read].map(([id, list]) => [id, new Set(list.flatMap(({ mentions }) => mentions.map(keyOf)))]),
    );
    this.#weigh([...bags.values()]);
    this.entries = materials.map((material, at) => {
      const line = new Set<string>();
      const parents = new Set<string>();
      for (
        let m: Material | undefined = material;
        m && !line.has(m.id);
        m = m.parent === undefined ? undefined : kb.materials.get(m.parent)
      ) {
        if (m !== material) for (const key of bags.get(m.id)!) parents.add(key);
        line.add(m.id);
      }
      const bag = bags.get(material.id)!;
      for (const key of parents) if (!bag.has(key)) this.#parentCarriers[this.#number.get(key)!]!.push(at);
      const heat = temperatureOf(material.name.en);
      const phrases = read.get(material.id)!.map((names) => this.#phraseOf(names));
      return {
        material,
        phrases,
        bag,
        parents,
        axes: [...bag].flatMap((key) => axisOf(key) ?? []),
        line,
        ...(heat && { heat }),
      };
    });
    for (const concept of LEXICON.concepts.values()) {
      for (const broader of concept.broader)
        this.#narrower.set(broader, [...(this.#narrower.get(broader) ?? []), concept.id]);
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
      kinds: mentions.flatMap((m) =>
        m.place === 'head' && LEXICON.concepts.get(m.concept)?.mark === 'form' ? [this.#number.get(keyOf(m))!] : [],
      ),
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

  /** The meanings of a text; companies word the same waste alike, so that most texts of a region are met again. */
  read(text: string): readonly Mention[] {
    const known = this.#read.get(text);
    if (known) return known;
    const mentions = parse(text, this.#stems);
    if (text.length > LONGEST_REMEMBERED) return mentions;
    if (this.#read.size >= REMEMBERED) this.#read.clear();
    this.#read.set(text, mentions);
    return mentions;
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

  /** Numbered meanings that meet a given one, with likeness: itself 1, a narrower one 0.5, a broader one 0.45 (who says only the broader does not know the narrower), a common broader one 0.2. */
  similar(key: string): readonly Similar[] {
    const known = this.#similar.get(key);
    if (known) return known;
    const found = new Map<string, number>([[key, 1]]);
    const put = (id: string, likeness: number): void => {
      if ((found.get(id) ?? 0) < likeness) found.set(id, likeness);
    };
    for (const broader of LEXICON.concepts.get(key)?.broader ?? []) {
      put(broader, 0.45);
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
    const other = typeof axis?.sign === 'number' ? first.get(`${axis.name}${-axis.sign}`) : undefined;
    if (other) found.set(id, other);
  }
  return found;
}

const LIGHT = { generic: 0.12, light: 0.5, soft: 0.75, form: 1 } as const;

function lightness(concept: string): number {
  const mark = LEXICON.concepts.get(concept)?.mark;
  return mark === undefined ? (concept.startsWith('=') ? 0.8 : 1) : LIGHT[mark];
}
