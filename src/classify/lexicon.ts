import { COMPOUNDS, FORMS } from './lexicon/forms.ts';
import { MAKERS } from './lexicon/makers.ts';
import { QUALIFIERS } from './lexicon/qualifiers.ts';
import { SUBSTANCES } from './lexicon/substances.ts';
import { stemOf, type Token, tokensOf } from './tokens.ts';

/** A meaning that words of either language stand for; words without an entry mean their own stem. */
export interface Concept {
  readonly id: string;
  /** Concepts that this one is a kind of. */
  readonly broader: readonly string[];
  /** `generic` says next to nothing, `light` and `soft` little, `form` names the physical kind. */
  readonly mark?: 'generic' | 'light' | 'soft' | 'form';
  /** Opposite qualities exclude each other (`clean` + and -), and so do the values of one choice (`furnace` = eaf, bof). */
  readonly axis?: { readonly name: string; readonly sign: 1 | -1 | string };
}

interface Word {
  readonly text: string;
  /** As written in the list. */
  readonly raw: string;
  /** Only the beginning of a word is given. */
  readonly open: boolean;
}

interface Expression {
  readonly words: readonly Word[];
  readonly value: string;
}

/** Expressions of one word list, found in a text by longest match. */
export class WordList {
  readonly #byStem = new Map<string, Expression[]>();
  readonly #byStart = new Map<string, Expression[]>();
  /** Every word of every expression. */
  readonly #words = new Set<string>();
  /** Whole words as written, with their stems. */
  readonly #written = new Map<string, string>();
  readonly #starting = new Map<string, readonly Expression[]>();
  /** First letters of word beginnings. */
  readonly #initials = new Set<string>();

  add(expression: string, value: string): void {
    const words = expression
      .trim()
      .split(/\s+/)
      .flatMap((part): Word[] => {
        const open = part.endsWith('*');
        const tokens = tokensOf(part);
        return tokens.map(({ raw, stem }, i) =>
          open && i === tokens.length - 1 ? { text: raw, raw, open } : { text: stem, raw, open: false },
        );
      });
    const first = words[0];
    if (first === undefined) return;
    for (const word of words) {
      this.#words.add(word.open ? `${word.text}*` : word.text);
      if (!word.open) this.#written.set(word.raw, word.text);
    }
    const index = first.open ? this.#byStart : this.#byStem;
    if (first.open) this.#initials.add(first.text[0]!);
    const list = index.get(first.text);
    if (list) list.push({ words, value });
    else index.set(first.text, [{ words, value }]);
    this.#starting.clear();
  }

  /** Longest expression that begins at `at`; of equally long ones the more exact. */
  at(tokens: readonly Token[], at: number): { readonly value: string; readonly length: number } | undefined {
    const token = tokens[at];
    if (token === undefined) return undefined;
    for (const { words, value } of this.#startingWith(token)) {
      if (at + words.length > tokens.length) continue;
      let i = 1;
      while (i < words.length && says(words[i]!, tokens[at + i]!)) i++;
      if (i === words.length) return { value, length: words.length };
    }
    return undefined;
  }

  /** Whether the word stands anywhere in the list. */
  knows({ raw, stem }: Token): boolean {
    if (this.#words.has(stem)) return true;
    for (let n = raw.length; n >= 2; n--) if (this.#words.has(`${raw.slice(0, n)}*`)) return true;
    return false;
  }

  /** Longest beginning by which the word is known; undefined when it is known in full or not at all. */
  beginningOf({ raw, stem }: Token): string | undefined {
    if (this.#words.has(stem)) return undefined;
    for (let n = raw.length; n >= 2; n--) if (this.#words.has(`${raw.slice(0, n)}*`)) return raw.slice(0, n);
    return undefined;
  }

  /** All word beginnings. */
  beginnings(): string[] {
    return [...this.#words].filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  }

  /** Whole words as written, each with its stem. */
  written(): ReadonlyMap<string, string> {
    return this.#written;
  }

  /** Stems and beginnings of all words. */
  known(): string[] {
    return [...this.#words].map((word) => word.replace('*', ''));
  }

  #startingWith(token: Token): readonly Expression[] {
    // numbers are endless, and not worth remembering
    if (!this.#initials.has(token.raw[0]!) && !this.#byStem.has(token.stem)) return NONE;
    const known = this.#starting.get(token.raw);
    if (known) return known;
    const found = [...(this.#byStem.get(token.stem) ?? [])];
    for (let n = token.raw.length; n >= 2; n--) found.push(...(this.#byStart.get(token.raw.slice(0, n)) ?? []));
    // of equally long ones the word as written, then the longer literal agreement ("коров" begins with коров*, its stem is that of "кора")
    const literal = ({ words: [first] }: Expression): number => (first!.raw === token.raw ? 100 : first!.text.length);
    found.sort((a, b) => b.words.length - a.words.length || literal(b) - literal(a));
    if (this.#starting.size > 100_000) this.#starting.clear();
    this.#starting.set(token.raw, found);
    return found;
  }
}

const NONE: readonly Expression[] = [];

const says = (word: Word, token: Token): boolean =>
  word.open ? token.raw.startsWith(word.text) : token.stem === word.text;

const LINE =
  /^(?<id>[a-z0-9-]+)(?: @(?<axis>[a-z]+)(?<sign>[+-]|=[a-z]+))?(?: < (?<broader>[a-z0-9, -]+?))?(?: #(?<mark>[a-z]+))?$/;

const signOf = (sign: string): 1 | -1 | string => (sign === '+' ? 1 : sign === '-' ? -1 : sign.slice(1));

function conceptOf(head: string): Concept {
  const found = LINE.exec(head.trim())?.groups;
  if (!found) throw new Error(`lexicon: cannot read "${head}"`);
  return {
    id: found.id!,
    broader: found.broader ? found.broader.split(',').map((id) => id.trim()) : [],
    ...(found.mark && { mark: found.mark as 'generic' }),
    ...(found.axis && { axis: { name: found.axis, sign: signOf(found.sign!) } }),
  };
}

/** Lines `head : word, word | word` of a word list. */
export const lines = (text: string): { head: string; words: string[] }[] =>
  text
    .split('\n')
    .filter((line) => line.includes(' : '))
    .map((line) => {
      const at = line.indexOf(' : ');
      return {
        head: line.slice(0, at),
        words: line
          .slice(at + 3)
          .split(/[,|]/)
          .filter((word) => word.trim() !== ''),
      };
    });

export interface Lexicon {
  readonly concepts: ReadonlyMap<string, Concept>;
  readonly words: WordList;
  /** Words of an activity or origin -> NACE codes, comma-separated. */
  readonly makers: WordList;
  /** NACE codes, each with its words. */
  readonly makerWords: readonly (readonly [string, readonly string[]])[];
}

/** Catalogues put the noun first: "вата минеральная" is "минеральная вата". */
function inverted(expression: string): string | undefined {
  const [adjective, noun, ...rest] = expression.trim().split(' ');
  return noun !== undefined && rest.length === 0 && /[а-я]/.test(adjective!) ? `${noun} ${adjective}` : undefined;
}

function readLexicon(): Lexicon {
  const concepts = new Map<string, Concept>();
  const words = new WordList();
  for (const { head, words: expressions } of [FORMS, QUALIFIERS, SUBSTANCES].flatMap(lines)) {
    const concept = conceptOf(head);
    concepts.set(concept.id, concept);
    for (const expression of expressions) {
      words.add(expression, concept.id);
      const turned = inverted(expression);
      if (turned) words.add(turned, concept.id);
    }
  }
  for (const { head, words: expressions } of lines(COMPOUNDS))
    for (const expression of expressions) words.add(expression, head.trim());
  const makers = new WordList();
  for (const { head, words: expressions } of lines(MAKERS))
    for (const expression of expressions) makers.add(expression, head.trim());
  const makerWords = lines(MAKERS).flatMap(({ head, words: expressions }) =>
    head.split(',').map((nace) => [nace.trim(), expressions] as const),
  );
  return { concepts, words, makers, makerWords };
}

/** Words common to all knowledge bases; the base's own words come on top in `vocabulary.ts`. */
export const LEXICON: Lexicon = readLexicon();

/** Words without meaning of their own, as stems. */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(
  `и или а но в во с со у о об к ко по за до то это как также так их его том числе др пр тп тд нее мм см кг мг град гост ту the a an and or in on at by with its their this that is are be been which other than etc per via into i ii iii iv v vi our we have has there it some which whose such both mm cm kg mg deg c m n x dm dry-matter мпа свыше более менее около примерно порядка более-менее above over below under less more than approximately about up вместо взамен instead replacing replaces`
    .split(' ')
    .map(stemOf),
);
