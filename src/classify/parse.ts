import { EMPTY_WORDS, LEXICON } from './lexicon.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Where in a description a meaning stands: what the thing is, what it is made of, where it comes from, what it is for, what it holds, or an aside. */
export type Place = 'head' | 'core' | 'made' | 'origin' | 'purpose' | 'with' | 'aside';

/** One meaning found in a text. */
export interface Mention {
  /** Concept of the lexicon, or `=stem` for a word that the lexicon does not know. */
  readonly concept: string;
  readonly place: Place;
  readonly negated: boolean;
  /** The words as written. */
  readonly words: string;
  /** Their stems. */
  readonly stems: string;
  /** Stands beside the one before ("cables and wires"). */
  readonly joined?: boolean;
  /** NACE codes that these words point to, comma-separated. */
  readonly maker?: string;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const NEGATION = words('без не нет ни without non not no un free-of excluding exclud');
/** "of" and "из" name what it is made of as often as where it comes from. */
const JOIN = words('и или and or');
const MADE = words('из of');
const ORIGIN = words('от при после from by after during');
/** What follows is contained or added, not the thing itself. */
const WITH = words(
  'с со with containing contains includ включая содержащий содержащая содержащие содержащее содержащего содержащих',
);
const PURPOSE = words('для на под в-качестве for as to into used-as');
/** What follows is excluded by name ("other than those mentioned in ..."). */
const EXCLUSION = [
  /\bother than\b/i,
  /\bexcept\b/i,
  /\bexcluding\b/i,
  /\bnot elsewhere\b/i,
  /\bnot otherwise\b/i,
  /\bn\.?e\.?[cs]\b/i,
  /\bnot mentioned\b/i,
  /(^|[\s,(])кроме\s/i,
  /за исключением/i,
  /не относящ/i,
  /не вошедш/i,
  /не указанн/i,
];
const ANY_EXCLUSION = new RegExp(EXCLUSION.map(({ source }) => source).join('|'), 'i');
const ADJECTIVE = /(ый|ий|ой|ая|яя|ое|ее|ые|ие|ых|их|ого|его|ому|ему|ым|им|ыми|ими|ую|юю|ей|ом|ем|анн|енн)$/;
const PIECE = /\(([^()]*)\)|[^(),;:]+/g;

interface Piece {
  readonly tokens: readonly Token[];
  readonly aside: boolean;
  /** Stands behind a colon: tells the parts of what was named before it. */
  readonly detail: boolean;
}

/** Each clause up to its exclusion ("...; not elsewhere specified; ..."). */
function withoutExclusions(text: string): string {
  if (!ANY_EXCLUSION.test(text)) return text;
  return text
    .split(';')
    .map((clause, i) => {
      let end = clause.length;
      for (const pattern of EXCLUSION) {
        const at = clause.search(pattern);
        if (at >= 0 && at < end && (i > 0 || at > 3)) end = at;
      }
      return clause.slice(0, end);
    })
    .join(';');
}

/** The text without exclusions, cut at commas, colons and brackets; what stands in brackets is an aside. */
function pieces(text: string, speller: Speller): Piece[] {
  const list: Piece[] = [];
  const kept = withoutExclusions(text);
  let detail = false;
  for (const { 0: whole, 1: inside, index } of kept.matchAll(PIECE)) {
    if (kept[index - 1] === ':') detail = true;
    else if (kept[index - 1] === ';') detail = false;
    const tokens = tokensOf(inside ?? whole).map((token) => speller.correct(token));
    if (tokens.length > 0) list.push({ tokens, aside: inside !== undefined, detail });
  }
  return list;
}

/** Words that a knowledge base knows beyond the lexicon, and the nearest known word of a misspelt one. */
export interface Speller {
  /** Concept of a word that the lexicon does not have; undefined = unknown. */
  conceptOf(token: Token): string | undefined;
  /** The word itself when it is known, else the nearest known one, else the word. */
  correct(token: Token): Token;
}

/** Whether it is a known word with a negating beginning ("незагрязнённый", "uncoated"). */
export function isNegated(token: Token, knows: (inner: Token) => boolean): boolean {
  const bare = token.raw.replace(PREFIX, '');
  return bare !== token.raw && tokensOf(bare).some(knows);
}

const LETTERS = /\p{L}/u;

const isSlight = (concept: string): boolean => ['generic', 'light'].includes(LEXICON.concepts.get(concept)?.mark ?? '');

function markHeads(mentions: Mention[], from: number, russian: boolean): void {
  const inCore: number[] = [];
  for (let i = from; i < mentions.length; i++)
    if (mentions[i]!.place === 'core' && !mentions[i]!.negated && !isSlight(mentions[i]!.concept)) inCore.push(i);
  if (inCore.length === 0) return;
  let head = inCore.at(-1)!;
  if (russian) head = inCore.find((i) => !ADJECTIVE.test(mentions[i]!.words.split(' ').at(-1)!)) ?? inCore[0]!;
  const beside = russian ? mentions[head + 1] : mentions[head]!.joined ? mentions[head - 1] : undefined;
  if (beside?.place === 'core' && (russian ? beside.joined : true) && !isSlight(beside.concept))
    mentions[mentions.indexOf(beside)] = { ...beside, place: 'head' };
  mentions[head] = { ...mentions[head]!, place: 'head' };
}

/**
 * Reads a description: its meanings, their places and what is negated. The first piece names the thing; words after "of, from, из, от" tell the
 * origin, after "for, для, на" the purpose. `adds` is given words that neither lexicon nor speller knows.
 */
export function parse(text: string, speller: Speller): Mention[] {
  const mentions: Mention[] = [];
  let first = true;
  for (const { tokens, aside, detail } of pieces(text, speller)) {
    const start = mentions.length;
    readPiece(tokens, aside || (detail && !first), speller, mentions);
    if (first && mentions.some(({ concept }, i) => i >= start && !isSlight(concept))) {
      markHeads(mentions, start, /[а-яё]/i.test(text));
      first = false;
    }
  }
  return mentions;
}

function readPiece(tokens: readonly Token[], aside: boolean, speller: Speller, mentions: Mention[]): void {
  let place: Place = aside ? 'aside' : 'core';
  let negate = 0;
  let makerEnd = 0;
  let joined = false;
  let maker: string | undefined;
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i]!;
    if (JOIN.has(token.raw)) joined = true;
    if (i >= makerEnd) {
      const made = LEXICON.makers.at(tokens, i);
      maker = made?.value;
      makerEnd = made ? i + made.length : i + 1;
    }
    const found = LEXICON.words.at(tokens, i);
    if (WITH.has(token.raw) && negate === 0 && mentions.length > 0) place = 'with';
    if (!found) {
      if (NEGATION.has(token.raw)) negate = 2;
      else if (token.raw === 'free' && /^(of|from)$/.test(tokens[i + 1]?.raw ?? '')) {
        negate = 2;
        i++;
      } else if (token.raw === 'free' && mentions.length > 0) negateLast(mentions);
      else if (MADE.has(token.raw) && !aside) place = 'made';
      else if (ORIGIN.has(token.raw) && !aside) place = 'origin';
      else if (PURPOSE.has(token.raw) && !aside) place = 'purpose';
      else if (!EMPTY_WORDS.has(token.stem) && LETTERS.test(token.raw) && token.raw.length > 1) {
        const [concept, negated] = unknown(token, speller);
        mentions.push({ ...mention(concept, place, negated || negate > 0, [token], maker), ...(joined && { joined }) });
        joined = false;
        if (negate > 0) negate = 0;
      } else if (negate === 2 && !EMPTY_WORDS.has(token.stem)) negate = 1;
      i++;
      continue;
    }
    const said = tokens.slice(i, i + found.length);
    const generic = LEXICON.concepts.get(found.value)?.mark === 'generic';
    for (const concept of found.value.split('+'))
      mentions.push({ ...mention(concept, place, negate > 0 && !generic, said, maker), ...(joined && { joined }) });
    joined = false;
    // "not containing chlorine": the generic word between does not use the negation up
    if (!generic) negate = /^(и|или|and|or)$/.test(tokens[i + found.length]?.raw ?? '') ? negate : 0;
    i += found.length;
  }
}

const mention = (
  concept: string,
  place: Place,
  negated: boolean,
  said: readonly Token[],
  maker: string | undefined,
): Mention => ({
  concept,
  place,
  negated,
  words: said.map((token) => token.raw).join(' '),
  stems: said.map((token) => token.stem).join(' '),
  ...(maker !== undefined && { maker }),
});

function negateLast(mentions: Mention[]): void {
  const last = mentions.at(-1)!;
  mentions[mentions.length - 1] = { ...last, negated: true };
}

const PREFIX = /^(не|без|бес|un|non)(?=\p{L}{5})/u;

/** A word of no list: perhaps a known one with a negating prefix, else its own stem, else the nearest known one. */
function unknown(token: Token, speller: Speller): readonly [string, boolean] {
  const direct = speller.conceptOf(token);
  if (direct?.startsWith('=')) return [direct, false];
  const bare = token.raw.replace(PREFIX, '');
  if (bare !== token.raw) {
    const [inner] = tokensOf(bare);
    const found = inner && (LEXICON.words.at([inner], 0)?.value ?? speller.conceptOf(inner));
    if (found !== undefined) return [found, true];
  }
  return [direct ?? `?${token.stem}`, false];
}
