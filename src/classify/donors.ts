import type { Direction, KnowledgeBase } from '../domain/index.ts';
import { LEXICON } from './lexicon.ts';
import type { Entry, Vocabulary } from './vocabulary.ts';

const WEIGHT = { main: 1, usual: 0.85, possible: 0.6, minor: 0.4 } as const;

/** Which activities usually give off, or take in, a material: the prior of a reading. */
export class Donors {
  readonly #of = { output: new Map<string, Map<string, number>>(), input: new Map<string, Map<string, number>>() };
  constructor(kb: KnowledgeBase) {
    for (const p of kb.profiles) this.#add(p.direction, p.material, p.nace, WEIGHT[p.weight]);
    for (const process of kb.processes) {
      for (const nace of process.nace) {
        for (const { material } of process.outputs) this.#add('output', material, nace, 0.8);
        for (const { material } of process.inputs) this.#add('input', material, nace, 0.6);
      }
    }
    for (const use of kb.uses) for (const nace of use.receivers) this.#add('input', use.replaces, nace, 0.8);
  }

  #add(direction: Direction, material: string, nace: string, weight: number): void {
    const of = this.#of[direction].get(material) ?? new Map<string, number>();
    this.#of[direction].set(material, of);
    of.set(nace, Math.max(weight, of.get(nace) ?? 0));
  }

  /**
   * 0..1: how usual the material is at this activity (1 the very class, 0.7 its group, 0.4 its division); -1 when the base knows
   * activities of the material and this is none of them; 0 when it knows nothing.
   */
  prior(direction: Direction, material: string, nace: string): number {
    const of = this.#of[direction].get(material);
    if (!of) return 0;
    let best = -1;
    for (const [usual, weight] of of) best = Math.max(best, weight * nearness(usual, nace) || -1);
    return best;
  }
}

const IMPLIED = 0.5;
/** A meaning that more than this share of the materials carry tells no activity. */
const COMMON = 0.04;

/**
 * For activities and materials that no profile joins: the words of an activity's names ("foundry") that stand in a material's names
 * ("foundry dust") suggest it.
 */
export class ImpliedDonors {
  readonly #kb: KnowledgeBase;
  readonly #vocabulary: Vocabulary;
  readonly #meanings = new Map<string, ReadonlySet<string>>();

  constructor(kb: KnowledgeBase, vocabulary: Vocabulary) {
    this.#kb = kb;
    this.#vocabulary = vocabulary;
  }

  /** 0.5 when the activity's own words stand in the material's names, else 0. */
  prior({ bag }: Entry, nace: string): number {
    for (const meaning of this.meanings(nace)) if (bag.has(meaning)) return IMPLIED;
    return 0;
  }

  /** What the names of an activity say: of a copper smelter, copper. */
  meanings(nace: string): ReadonlySet<string> {
    const known = this.#meanings.get(nace);
    if (known) return known;
    const texts = [...LEXICON.makerWords]
      .filter(([code]) => code.length >= 4 && nearness(code, nace) >= WITHIN_GROUP)
      .flatMap(([, words]) => words);
    for (const { nace: code, name, synonymsEn, synonymsRu } of this.#kb.activities) {
      if (code.length >= 4 && nearness(code, nace) >= WITHIN_GROUP)
        texts.push(name.ru, name.en, ...synonymsRu, ...synonymsEn);
    }
    const most = Math.max(4, COMMON * this.#vocabulary.entries.length);
    const meanings = new Set(
      texts
        .flatMap((text) => this.#vocabulary.read(text.replaceAll('*', '')))
        .filter(
          ({ concept, negated, place }) =>
            !negated && place !== 'aside' && tellsActivity(concept) && this.#vocabulary.frequency(concept) <= most,
        )
        .map(({ concept }) => concept),
    );
    this.#meanings.set(nace, meanings);
    return meanings;
  }
}

/** A meaning that names a substance, a thing or a trade, not a quality. */
export function tellsActivity(concept: string): boolean {
  const known = LEXICON.concepts.get(concept);
  return known !== undefined && known.mark === undefined && known.axis === undefined;
}

/** Nearness of a class to its group. */
export const WITHIN_GROUP = 0.9;

/**
 * Nearness of two NACE codes by common beginning: the same 1, a class within a group 0.9, within a division 0.8; neighbours of one group 0.7,
 * of one division 0.4, else 0.
 */
export function nearness(a: string, b: string): number {
  if (a === b) return 1;
  if (a.startsWith(b) || b.startsWith(a)) return Math.min(a.length, b.length) >= 4 ? WITHIN_GROUP : 0.8;
  if (a.length >= 4 && b.length >= 4 && a.slice(0, 4) === b.slice(0, 4)) return 0.7;
  return a.slice(0, 2) === b.slice(0, 2) ? 0.4 : 0;
}
