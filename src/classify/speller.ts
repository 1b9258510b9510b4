import { distance } from 'fastest-levenshtein';
import { EMPTY_WORDS, LEXICON } from './lexicon.ts';
import { isNegated, type Mention, parse, type Speller } from './parse.ts';
import { NUMBER, type Token } from './tokens.ts';

/** Learns stems while the base is read; afterwards finds the nearest of them for a word with an error. */
export class KnownStems implements Speller {
  readonly #own = new Set<string>();
  /** Stems and word beginnings of lexicon and base, by first letter and length. */
  readonly #shelf = new Map<string, string[]>();
  /** Whole words as written with their stems: a slip may change what the stemmer takes off ("mgneral", "mineral"). */
  readonly #written = new Map<string, string>();
  readonly #writtenShelf = new Map<string, string[]>();
  /** Word beginnings of the lexicon by first letter. */
  readonly #starts = new Map<string, string[]>();
  readonly #remembered = new Map<string, Token>();
  #learning = true;

  conceptOf(token: Token): string | undefined {
    if (this.#own.has(token.stem)) return `=${token.stem}`;
    if (this.#learning) {
      this.#written.set(token.raw, token.stem);
      this.#own.add(token.stem);
      return `=${token.stem}`;
    }
    return undefined;
  }

  correct(token: Token): Token {
    if (this.#learning || token.stem.length < 5 || NUMBER.test(token.raw)) return token;
    const known = this.#remembered.get(token.raw);
    if (known) return known;
    if (this.#remembered.size > 50_000) this.#remembered.clear();
    const corrected = this.#isKnown(token) ? this.#longer(token) : this.#nearest(token);
    this.#remembered.set(token.raw, corrected);
    return corrected;
  }

  #isKnown(token: Token): boolean {
    return (
      this.#own.has(token.stem) ||
      EMPTY_WORDS.has(token.stem) ||
      LEXICON.words.knows(token) ||
      LEXICON.makers.knows(token) ||
      isNegated(token, (inner) => this.#own.has(inner.stem) || LEXICON.words.knows(inner))
    );
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
    for (const [raw, stem] of LEXICON.words.written()) this.#written.set(raw, stem);
    for (const raw of this.#written.keys()) {
      if (raw.length < 6) continue;
      const key = `${raw[0]}${raw.length}`;
      this.#writtenShelf.set(key, [...(this.#writtenShelf.get(key) ?? []), raw]);
    }
    for (const start of LEXICON.words.beginnings())
      this.#starts.set(start[0]!, [...(this.#starts.get(start[0]!) ?? []), start]);
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
        const d = isSwapped(stem, known) ? 0.9 : distance(stem, known);
        if (
          d < least ||
          (d === least &&
            best !== undefined &&
            (known.length > best.length || (known.length === best.length && known < best)))
        ) {
          least = d;
          best = known;
        }
      }
    }
    best ??= this.#misspeltBeginning(stem);
    if (best === undefined) {
      const word = this.#misspeltWord(token.raw);
      if (word !== undefined) return { raw: word, stem: this.#written.get(word)! };
    }
    const derived = best === undefined ? this.#beginning(stem) : undefined;
    if (derived !== undefined) return { raw: token.raw, stem: derived };
    // the ending stays: it tells an adjective from the noun
    return best === undefined ? token : { raw: best + token.raw.slice(stem.length), stem: best };
  }

  /** The only known word, of six letters or more, that is one slip away. */
  #misspeltWord(raw: string): string | undefined {
    if (raw.length < 6) return undefined;
    let found: string | undefined;
    for (const n of [raw.length - 1, raw.length, raw.length + 1]) {
      for (const known of this.#writtenShelf.get(`${raw[0]}${n}`) ?? []) {
        if (!isSwapped(raw, known) && distance(raw, known) > 1) continue;
        if (found !== undefined && this.#written.get(found) !== this.#written.get(known)) return undefined;
        found = known;
      }
    }
    return found;
  }

  /** A known word, or the much longer one that it is when one slip is put right ("стеклвоата" begins as стекл*, and is стекловата). */
  #longer(token: Token): Token {
    const known = LEXICON.words.beginningOf(token);
    if (known === undefined || known.length > 0.62 * token.stem.length || this.#own.has(token.stem)) return token;
    const meant = this.#misspeltBeginning(token.stem);
    return meant === undefined || meant.length < known.length + 3 ? token : { raw: meant, stem: meant };
  }

  /** A word whose beginning is one slip away from a word beginning of the lexicon ("полэитиленовая" for полиэтилен*), the longest such. */
  #misspeltBeginning(stem: string): string | undefined {
    let best: string | undefined;
    for (const start of this.#starts.get(stem[0]!) ?? []) {
      const n = start.length;
      if (n < 5 || n > stem.length + 1 || (n === 5 && stem.length < 7) || (best !== undefined && n <= best.length))
        continue;
      const slips = [n - 1, n, n + 1].some((m) => {
        const part = stem.slice(0, m);
        return isSwapped(part, start) || distance(part, start) === 1;
      });
      if (slips) best = start;
    }
    return best;
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
