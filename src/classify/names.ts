import { plain } from './tokens.ts';

/** One expression of names: whole words, or with `*` at either end the end or the beginning of one. */
interface Pattern {
  readonly words: readonly Part[];
  readonly letters: number;
  readonly nace: readonly string[];
}

interface Part {
  readonly text: string;
  readonly openBefore: boolean;
  readonly openAfter: boolean;
}

export interface Met {
  readonly nace: readonly string[];
  /** Words that the expression takes. */
  readonly length: number;
}

const WORD = /[\p{L}\p{N}]+/gu;
const LATIN = /[a-z]/;
/** Letters that have no accent to take off. */
const LIGATURES: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', ł: 'l', đ: 'd', ı: 'i' };

/** The French and Italian article before a vowel ("Centrale d'énergie"). */
const ELISION = /(?<![\p{L}\p{N}])[dl]['’](?=\p{L})/giu;

/** Words of a name in lower case; Latin ones without their accents, since papers drop them ("Domsjo"). */
export function nameWords(text: string): string[] {
  return (plain(text.replace(ELISION, '')).match(WORD) ?? []).map((word) =>
    /[^\x20-\x7f]/.test(word) && (LATIN.test(word) || /[øæœßł]/.test(word))
      ? word
          .normalize('NFD')
          .replaceAll(/\p{M}/gu, '')
          .replaceAll(/[øæœßłđı]/g, (letter) => LIGATURES[letter]!)
      : word,
  );
}

/** The least that must stand before the end of a grown-together word: "Тольятти" of "Тольяттиазот". */
const LEAST_BEFORE = 2;

/** A street is named after a trade that it may have lost long ago ("Gasværksvej", "Ziegeleiweg"). */
const STREET = /(vej|gade|vagen|vag|gatan|vegen|strasse|weg|straat|laan|tie|katu|kadun|tn)$/;

const says = ({ text, openBefore, openAfter }: Part, word: string): boolean => {
  if (openBefore && openAfter) return word.includes(text);
  if (openBefore) return word.endsWith(text) && (word === text || word.length >= text.length + LEAST_BEFORE);
  return openAfter ? word.startsWith(text) && !STREET.test(word.slice(text.length)) : word === text;
};

/** Expressions of company names, found by longest match. */
export class NameList {
  readonly #byWord = new Map<string, Pattern[]>();
  readonly #open: Pattern[] = [];
  /** Open expressions that a word may begin, the longest first; names repeat their words. */
  readonly #remembered = new Map<string, readonly Pattern[]>();

  add(expression: string, nace: readonly string[]): void {
    const words = expression
      .trim()
      .split(/\s+/)
      .flatMap((part) => {
        const inner = nameWords(part);
        return inner.map((text, i) => ({
          text,
          openBefore: i === 0 && part.startsWith('*'),
          openAfter: i === inner.length - 1 && part.endsWith('*'),
        }));
      });
    const first = words[0];
    if (!first) return;
    const pattern = { words, nace, letters: words.reduce((sum, { text }) => sum + text.length, 0) };
    if (first.openBefore || first.openAfter) this.#open.push(pattern);
    else this.#byWord.set(first.text, [...(this.#byWord.get(first.text) ?? []), pattern]);
    this.#remembered.clear();
  }

  /** Longest expression that begins at word `at`; of those with as many words the one with more letters. */
  at(words: readonly string[], at: number): Met | undefined {
    const word = words[at];
    if (word === undefined) return undefined;
    for (const pattern of this.#startingWith(word)) {
      if (pattern.words.every((part, i) => i === 0 || (words[at + i] !== undefined && says(part, words[at + i]!))))
        return { nace: pattern.nace, length: pattern.words.length };
    }
    return undefined;
  }

  #startingWith(word: string): readonly Pattern[] {
    const known = this.#remembered.get(word);
    if (known) return known;
    const found = [
      ...(this.#byWord.get(word) ?? []),
      ...this.#open.filter(({ words: [first] }) => says(first!, word)),
    ].sort((a, b) => b.words.length - a.words.length || b.letters - a.letters);
    if (this.#remembered.size > 50_000) this.#remembered.clear();
    this.#remembered.set(word, found);
    return found;
  }
}
