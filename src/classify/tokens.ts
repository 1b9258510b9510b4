import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as russian } from '@orama/stemmers/russian';

/** One word of a text: as written (lower case, ё as е) and its stem. */
export interface Token {
  readonly raw: string;
  readonly stem: string;
}

const CYRILLIC = /[а-я]/;
const WORD = /[\p{L}\p{N}]+/gu;
/** Cyrillic letters that look like Latin ones: a formula typed on a Russian keyboard ("СО2") is the formula. */
const LOOKALIKE: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  е: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
};

/** Every lot and contract has another one: they are neither stemmed nor remembered. */
export const NUMBER = /^\d+$/;

const stems = new Map<string, string>();
/** Words are remembered, but a stream of garbage must not fill the memory. */
const REMEMBERED = 200_000;

/** Removes the fleeting vowel of Russian diminutive-like nouns, so that "осадок" and "осадки" meet. */
function settle(stem: string): string {
  return stem.length > 4 ? stem.replace(/([бвгджзйклмнпрстфхцчшщ])[ое]к$/, '$1к') : stem;
}

/** Stem of one lower-case word (Snowball Russian, Porter English; both of @orama/stemmers). */
export function stemOf(word: string): string {
  if (NUMBER.test(word)) return word;
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = CYRILLIC.test(word) ? settle(russian(word)) : word.length > 3 ? english(word) : word;
  if (stems.size > REMEMBERED) stems.clear();
  stems.set(word, stem);
  return stem;
}

function formula(word: string): string {
  if (word.length > 6 || !/\d/.test(word) || !CYRILLIC.test(word)) return word;
  let latin = '';
  for (const letter of word) {
    const like = CYRILLIC.test(letter) ? LOOKALIKE[letter] : letter;
    if (like === undefined) return word;
    latin += like;
  }
  return latin;
}

const LATIN = /[a-z]/;
const RUSSIAN_LOOKALIKE = new Map(Object.entries(LOOKALIKE).map(([russian, latin]) => [latin, russian]));

/** A Russian word with Latin letters that look like its own ("шлaк" typed in two layouts). */
function inRussian(word: string): string {
  if (word.length < 3 || !LATIN.test(word) || !CYRILLIC.test(word)) return word;
  const letters = [...word].map((letter) => (LATIN.test(letter) ? RUSSIAN_LOOKALIKE.get(letter) : letter));
  return letters.includes(undefined) ? word : letters.join('');
}

/** The class of hazard is no quality of its own ("IV класс опасности" is no hazardous thing). */
const HAZARD_CLASS =
  /(?<![\p{L}\p{N}])(?:(?:[1-5](?:-?(?:й|го|ого|ему|му))?|i{1,3}|iv|v)\s+класс(?:а|у|ом)?(?:\s+опасности)?|класс(?:а|у|ом)?\s+опасности\s+(?:[1-5]|i{1,3}|iv|v)|(?:hazard\s+)?class\s+(?:[1-5]|i{1,3}|iv|v))(?![\p{L}\p{N}])/gu;

/** Without one of these a text needs no more than its case and compatibility forms folded; most have none. */
const SPECIAL = /['’`´&/]|-\n|клас|class/;

/** Lower case, compatibility forms folded (CO₂ = CO2), ё as е, apostrophes dropped. */
export function plain(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е');
  if (!SPECIAL.test(folded)) return folded;
  return folded
    .replaceAll(/['’`´]s\b/g, '')
    .replaceAll(/['’`´]/g, '')
    .replaceAll(/\bc\s*&\s*d\b/g, ' construction demolition ')
    .replaceAll(HAZARD_CLASS, ' ')
    .replaceAll(/б\s*\/\s*у(?![а-я])/g, ' бу ')
    .replaceAll(/([а-яa-z])-\n/g, '$1');
}

/** Words of a text in order. Pure numbers are kept, they end phrases and carry no weight. */
export function tokensOf(text: string): Token[] {
  return (plain(text).match(WORD) ?? []).map((word) => {
    const raw = inRussian(formula(word));
    return { raw, stem: stemOf(raw) };
  });
}
