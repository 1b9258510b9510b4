import { distance } from 'fastest-levenshtein';
import type { KnowledgeBase, Material } from '../domain/index.ts';
import { LEXICON } from './lexicon.ts';
import { type Mention, parse, type Speller } from './parse.ts';
import { type Span, temperatureOf } from './temperature.ts';
import type { Token } from './tokens.ts';

/** A name or synonym of a material, read. */
export interface Phrase {
  readonly text: string;
  readonly mentions: readonly Mention[];
}

/** A material as the classifier sees it. */
export interface Entry {
  readonly material: Material;
  readonly phrases: readonly Phrase[];
  /** Every meaning of its names and synonyms, and weaker those of its parents. */
  readonly bag: ReadonlySet<string>;
  readonly parents: ReadonlySet<string>;
  /** Temperature that its name gives. */
  readonly heat?: Span;
  /** Ids of the material and its parents. */
  readonly line: ReadonlySet<string>;
}

/** Learns stems while the base is read; afterwards finds the nearest of them for a word with an error. */
class KnownStems implements Speller {
  readonly #own = new Set<string>();
  /** stem -> concept, of lexicon and base, by first letter and length. */
  readonly #shelf = new Map<string, (readonly [string, string])[]>();
  readonly #remembered = new Map<string, string | undefined>();
  #learning = true;

  conceptOf(token: Token): string | undefined {
    if (this.#own.has(token.stem)) return `=${token.stem}`;
    if (this.#learning) {
      this.#own.add(token.stem);
      return `=${token.stem}`;
    }
    if (!this.#remembered.has(token.stem)) {
      if (this.#remembered.size > 50_000) this.#remembered.clear();
      this.#remembered.set(token.stem, this.#nearest(token.stem));
    }
    return this.#remembered.get(token.stem);
  }

  close(): void {
    this.#learning = false;
    const put = (stem: string, concept: string): void => {
      if (stem.length < 4) return;
      for (const key of [`${stem[0]}${stem.length}`]) {
        const list = this.#shelf.get(key);
        if (list) list.push([stem, concept]);
        else this.#shelf.set(key, [[stem, concept]]);
      }
    };
    for (const [stem, concept] of LEXICON.words.stems()) put(stem, concept);
    for (const [start, concept] of LEXICON.words.starts()) put(start, concept);
    for (const stem of this.#own) put(stem, `=${stem}`);
  }

  /** Edit distance 1 from six letters of the stem, 2 from nine; the first letter holds. Shorter words have too many true neighbours. */
  #nearest(stem: string): string | undefined {
    const allowed = stem.length >= 9 ? 2 : stem.length >= 6 ? 1 : 0;
    let best: string | undefined;
    let least = allowed + 1;
    for (let n = stem.length - allowed; n <= stem.length + allowed; n++) {
      for (const [known, concept] of this.#shelf.get(`${stem[0]}${n}`) ?? []) {
        const d = distance(stem, known);
        if (d < least || (d === least && best !== undefined && concept < best)) {
          least = d;
          best = concept;
        }
      }
    }
    return best ?? this.#derived(stem);
  }

  /** "фанеровка" for "фанера", "woodworking" for "wood": the longest known beginning that is most of the word. */
  #derived(stem: string): string | undefined {
    for (let n = stem.length - 1; n >= Math.max(5, Math.ceil(stem.length * 0.6)); n--) {
      const start = stem.slice(0, n);
      for (const [known, concept] of this.#shelf.get(`${stem[0]}${n}`) ?? []) if (known === start) return concept;
    }
    return undefined;
  }
}

const quiet: Speller = { conceptOf: (token) => `=${token.stem}` };

/** Reads a text without a knowledge base: unknown words stand for themselves. */
export const readAlone = (text: string): Mention[] => parse(text, quiet);

/** The words of a base: entries, how telling each meaning is, and for each meaning the materials that carry it. */
export class Vocabulary {
  readonly entries: readonly Entry[];
  readonly #stems = new KnownStems();
  readonly #weight = new Map<string, number>();
  readonly #similar = new Map<string, readonly (readonly [string, number])[]>();
  readonly #carriers = new Map<string, number[]>();
  readonly #narrower = new Map<string, string[]>();

  constructor(kb: KnowledgeBase) {
    const materials = [...kb.materials.values()];
    const phrases = new Map(materials.map((m) => [m.id, this.#phrasesOf(m)]));
    this.#stems.close();
    const bags = new Map([...phrases].map(([id, list]) => [id, new Set(list.flatMap((p) => p.mentions.map(keyOf)))]));
    this.entries = materials.map((material) => {
      const line = new Set<string>();
      const parents = new Set<string>();
      for (let at: Material | undefined = material; at && !line.has(at.id); at = at.parent === undefined ? undefined : kb.materials.get(at.parent)) {
        if (at !== material) for (const concept of bags.get(at.id)!) parents.add(concept);
        line.add(at.id);
      }
      const heat = temperatureOf(material.name.en);
      return { material, phrases: phrases.get(material.id)!, bag: bags.get(material.id)!, parents, line, ...(heat && { heat }) };
    });
    this.#weigh();
    for (const concept of LEXICON.concepts.values()) {
      for (const broader of concept.broader) this.#narrower.set(broader, [...(this.#narrower.get(broader) ?? []), concept.id]);
    }
  }

  #phrasesOf({ name, synonymsRu, synonymsEn }: Material): Phrase[] {
    const texts = [...new Set([name.ru, name.en, ...synonymsRu, ...synonymsEn])];
    return texts.map((text) => ({ text, mentions: parse(text, this.#stems) })).filter((p) => p.mentions.length > 0);
  }

  /** Inverse document frequency over materials, 0..1, lowered for words that say little. */
  #weigh(): void {
    this.entries.forEach((entry, at) => {
      for (const concept of entry.bag) {
        const list = this.#carriers.get(concept);
        if (list) list.push(at);
        else this.#carriers.set(concept, [at]);
      }
    });
    const n = this.entries.length;
    const most = Math.log(1 + n);
    for (const [concept, list] of this.#carriers) {
      const idf = Math.log(1 + n / list.length) / most;
      this.#weight.set(concept, (0.35 + 0.65 * idf) * lightness(concept));
    }
  }

  read(text: string): Mention[] {
    return parse(text, this.#stems);
  }

  /** How telling a meaning is, 0..1; a word that no material has counts as a fairly telling one that is not met. */
  weight(concept: string): number {
    return this.#weight.get(concept) ?? (concept.startsWith('?') ? 0.45 : 0.6) * lightness(concept);
  }

  carriers(concept: string): readonly number[] {
    return this.#carriers.get(concept) ?? [];
  }

  /** Meanings that meet a given one, with likeness: itself 1, a broader one 0.5, a narrower one 0.5, a common broader one 0.2. */
  similar(concept: string): readonly (readonly [string, number])[] {
    const known = this.#similar.get(concept);
    if (known) return known;
    const found = new Map<string, number>([[concept, 1]]);
    const put = (id: string, likeness: number): void => {
      if ((found.get(id) ?? 0) < likeness) found.set(id, likeness);
    };
    if (!concept.startsWith('!')) {
      for (const broader of LEXICON.concepts.get(concept)?.broader ?? []) {
        put(broader, 0.5);
        for (const sister of this.#narrower.get(broader) ?? []) put(sister, 0.2);
      }
      for (const narrower of this.#narrower.get(concept) ?? []) put(narrower, 0.5);
    }
    const list = [...found].filter(([id]) => this.#carriers.has(id));
    if (this.#similar.size > 50_000) this.#similar.clear();
    this.#similar.set(concept, list);
    return list;
  }
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
