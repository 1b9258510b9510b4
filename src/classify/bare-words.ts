import { codesIn, type KnowledgeBase } from '../domain/index.ts';
import { LEXICON } from './lexicon.ts';
import type { Mention } from './parse.ts';
import type { ReadingReason } from './readings.ts';
import { keyOf, type Vocabulary } from './vocabulary.ts';

/** The meanings of a bare word together are so sure; the first is the likeliest. */
const SURE = 0.9;

interface Meant {
  readonly nace: string;
  /** Places of the materials in the vocabulary. */
  readonly at: readonly number[];
}

/** Who gives what is described. */
export interface Giving {
  /** Its activities: `24.10; 19.10`. */
  readonly nace: string;
  /** Meanings of the giver's name. */
  readonly giver: readonly string[];
  /** -1..1 for every entry of the vocabulary; below 0 the giver does not have it. */
  readonly priors: Float64Array;
}

/**
 * Readings of a description that is nothing but a word for many things ("slag", "шлам производства"): the table of bare words tells them by
 * the activity of the giver.
 */
export class BareWords {
  readonly #entries: Vocabulary['entries'];
  /** By the words as written, and by what they mean in either language. */
  readonly #byStems = new Map<string, Meant[]>();
  readonly #byMeaning = new Map<string, Meant[]>();

  constructor(kb: KnowledgeBase, vocabulary: Vocabulary) {
    this.#entries = vocabulary.entries;
    const places = new Map(vocabulary.entries.map(({ material }, at) => [material.id, at]));
    const add = (to: Map<string, Meant[]>, key: string, meant: readonly Meant[]): void => {
      to.set(key, [...(to.get(key) ?? []), ...meant]);
    };
    for (const { texts, nace, materials } of kb.bareWords ?? []) {
      const at = materials.map((id) => places.get(id)!);
      const meant = nace.map((code) => ({ nace: code, at }));
      for (const text of texts) {
        const said = vocabulary.read(text);
        add(this.#byStems, stemsOf(said), meant);
        add(this.#byMeaning, meaningOf(telling(said)), meant);
      }
    }
  }

  /** The likeliest first; empty when the text says more than a bare word or the table does not know it at this activity. */
  readings(mentions: readonly Mention[], { nace, giver, priors }: Giving): ReadingReason[] {
    const meant = [...new Set(codesIn(nace).flatMap((code) => this.#meant(mentions, code)))].filter(
      (at) => priors[at]! >= 0,
    );
    // a giver whose name says zinc means what has zinc in its names
    const isNamed = (at: number): boolean => giver.some((word) => this.#entries[at]!.bag.has(word));
    const ordered = [...meant.filter(isNamed), ...meant.filter((at) => !isNamed(at))];
    const shares = sharesOf(ordered.length);
    return ordered.map((at, i) => ({
      material: this.#entries[at]!.material.id,
      confidence: shares[i]!,
      by: 'name',
      words: [],
      textLikeness: 1,
      codeStrength: 0,
      codeExact: false,
      activityPrior: priors[at]!,
      lead: shares[i]! - (shares[i === 0 ? 1 : 0] ?? 0),
    }));
  }

  #meant(said: readonly Mention[], nace: string): readonly number[] {
    if (said.length === 0) return [];
    const told = telling(said);
    return (
      nearest(this.#byStems.get(stemsOf(said)), nace) ??
      nearest(this.#byStems.get(stemsOf(told)), nace) ??
      nearest(this.#byMeaning.get(meaningOf(told)), nace) ??
      []
    );
  }
}

/** Shares of `SURE`, falling evenly: 0.9; 0.6 and 0.3; 0.45, 0.3 and 0.15. */
function sharesOf(count: number): number[] {
  const all = (count * (count + 1)) / 2;
  return Array.from({ length: count }, (_, i) => Math.round((100 * SURE * (count - i)) / all) / 100);
}

/** Generic words that say what a thing is, the more telling first. */
const NOUNS: readonly (readonly string[])[] = [['residue', 'by-product'], ['waste']];

/** Words that say nothing ("waste", "process") are left out, unless there are no others. */
function telling(mentions: readonly Mention[]): readonly Mention[] {
  const told = mentions.filter(({ concept }) => LEXICON.concepts.get(concept)?.mark !== 'generic');
  if (told.length > 0) return told;
  for (const nouns of NOUNS) {
    const named = mentions.filter(({ concept }) => nouns.includes(concept));
    if (named.length > 0) return named;
  }
  return mentions;
}

const keyed = (words: readonly string[]): string => [...new Set(words)].sort().join(' ');
const stemsOf = (said: readonly Mention[]): string => keyed(said.map(({ stems }) => stems));
const meaningOf = (said: readonly Mention[]): string => keyed(said.map(keyOf));

/** The row of the narrowest activity that holds `nace`. */
function nearest(meant: readonly Meant[] | undefined, nace: string): readonly number[] | undefined {
  let best: Meant | undefined;
  for (const one of meant ?? [])
    if (nace.startsWith(one.nace) && one.nace.length > (best?.nace.length ?? 0)) best = one;
  return best?.at;
}
