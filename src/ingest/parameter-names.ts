import { stemmer as englishStem } from '@orama/stemmers/english';
import { stemmer as russianStem } from '@orama/stemmers/russian';
import type { Parameter } from '../domain/index.ts';
import { foldLookalikes } from './measure-units.ts';

/** A word or number of a text, with its place. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** Folded, case kept. */
  readonly raw: string;
  /** What names are compared by: folded, lower case, stemmed when it is a word. */
  readonly key: string;
  readonly isNumber: boolean;
}

/** A parameter's name found in a text: tokens `from` up to but not with `to`. */
export interface NameHit {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

interface Name {
  readonly id: string;
  readonly keys: readonly string[];
  /** For names of one or two letters, which must be written as they are: `As` is arsenic, `as` is not. */
  readonly exact?: string;
}

/** A number as it stands in a text: thousands set off by spaces, decimal point or comma. */
const NUMBER = String.raw`\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d])(?:[.,]\d+)?|\d+(?:[.,]\d+)?(?:[eE][-+]?\d+)?`;
const TOKEN = new RegExp(String.raw`\p{L}[\p{L}\d]*|${NUMBER}`, 'gu');

/** Names of parameters in all spellings, found by their first word. */
export class ParameterNames {
  readonly #byFirst = new Map<string, Name[]>();
  readonly #keys = new Set<string>();
  readonly #stems = new Map<string, string>();

  constructor(parameters: ReadonlyMap<string, Parameter>) {
    for (const parameter of parameters.values())
      for (const text of [
        ...parameter.synonyms,
        parameter.id.replaceAll('_', ' '),
        parameter.name.ru,
        parameter.name.en,
      ])
        this.#add(text, parameter.id);
    for (const names of this.#byFirst.values()) names.sort((a, b) => b.keys.length - a.keys.length);
  }

  #add(text: string, id: string): void {
    const tokens = this.tokens(prepare(text), false);
    const first = tokens[0];
    if (!first) return;
    const keys = tokens.map((token) => token.key);
    for (const key of keys) this.#keys.add(key);
    const exact = keys.length === 1 && first.raw.length <= 2 ? first.raw : undefined;
    const list = this.#byFirst.get(first.key);
    const name = { id, keys, ...(exact && { exact }) };
    if (list) list.push(name);
    else this.#byFirst.set(first.key, [name]);
  }

  /** Words and numbers of a prepared text. A grade written together with its name (`M800`) is taken apart. */
  tokens({ plain, folded }: PreparedText, apart = true): Token[] {
    const tokens: Token[] = [];
    TOKEN.lastIndex = 0;
    for (let match = TOKEN.exec(folded); match; match = TOKEN.exec(folded)) {
      let raw = match[0];
      const isNumber = /^\d/.test(raw);
      const letters = isNumber || !apart ? undefined : /^(\p{L}+)\d+$/u.exec(raw)?.[1];
      if (letters && !this.#keys.has(raw.toLowerCase()) && this.#byFirst.has(this.#keyOf(letters))) {
        raw = letters;
        TOKEN.lastIndex = match.index + raw.length;
      }
      const [start, end] = [match.index, match.index + raw.length];
      tokens.push({ start, end, raw, key: isNumber ? raw : this.#keyOf(plain.slice(start, end)), isNumber });
    }
    return tokens;
  }

  /** The longest name at each place, left to right, none overlapping another. */
  find(tokens: readonly Token[], { folded }: PreparedText): NameHit[] {
    const hits: NameHit[] = [];
    for (let i = 0; i < tokens.length; ) {
      const hit = this.#at(tokens, i, folded);
      if (hit) hits.push(hit);
      i = hit ? hit.to : i + 1;
    }
    return hits;
  }

  #at(tokens: readonly Token[], i: number, text: string): NameHit | undefined {
    const first = tokens[i]!;
    const name = this.#byFirst
      .get(first.key)
      ?.find(({ keys, exact }) =>
        exact ? isWrittenAs(first, exact, text) : keys.every((key, k) => tokens[i + k]?.key === key),
      );
    return name && { id: name.id, from: i, to: i + name.keys.length };
  }

  #keyOf(word: string): string {
    const known = this.#stems.get(word);
    if (known !== undefined) return known;
    const key = stemOf(word.toLowerCase());
    if (this.#stems.size > MOST_STEMS) this.#stems.clear();
    this.#stems.set(word, key);
    return key;
  }
}

/** Stems are remembered up to this many words: people's texts repeat theirs. */
const MOST_STEMS = 50_000;

function isWrittenAs(token: Token, exact: string, text: string): boolean {
  if (token.raw === exact || token.raw === exact.toUpperCase()) return true;
  return token.raw.toLowerCase() === exact.toLowerCase() && /^\s*[<>=≤≥\d]/.test(text.slice(token.end, token.end + 4));
}

/** Folded stem of a lower-case word (Snowball Russian, Porter English); formulas and short words stay whole. */
function stemOf(word: string): string {
  const folded = foldLookalikes(word);
  if (word.length < 4 || /\d/.test(folded)) return folded;
  return /[а-яё]/.test(word) ? foldLookalikes(russianStem(toCyrillic(word))) : englishStem(word);
}

/** Latin letters that slipped into a Russian word. */
const CYRILLIC: Readonly<Record<string, string>> = {
  a: 'а',
  e: 'е',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  c: 'с',
  t: 'т',
  y: 'у',
  x: 'х',
  ё: 'е',
};

function toCyrillic(word: string): string {
  return word.replace(/[a-zё]/g, (c) => CYRILLIC[c] ?? c);
}

/** A text and its folded form; a place in one is the same place in the other. */
export interface PreparedText {
  readonly plain: string;
  readonly folded: string;
}

/** Composed letters, `CaSO4·2H2O` without its mark, lookalikes made one. */
export function prepare(text: string): PreparedText {
  const plain = text.normalize('NFC').replace(/(?<=[A-Za-zА-Я]\d?)[·*•⋅.](?=\d+[HН]2[OО])/g, '');
  return { plain, folded: foldLookalikes(plain) };
}

const cache = new WeakMap<ReadonlyMap<string, Parameter>, ParameterNames>();

/** The names of a knowledge base's parameters; built once for each. */
export function namesOf(parameters: ReadonlyMap<string, Parameter>): ParameterNames {
  const known = cache.get(parameters);
  if (known) return known;
  const names = new ParameterNames(parameters);
  cache.set(parameters, names);
  return names;
}
