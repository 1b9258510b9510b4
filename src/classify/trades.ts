import { ABROAD } from './lexicon/abroad.ts';
import { MAKERS } from './lexicon/makers.ts';
import { TRADES } from './lexicon/trades.ts';
import { lines, WordList } from './lexicon.ts';
import { NameList, nameWords } from './names.ts';
import { tokensOf } from './tokens.ts';

const TRADE_WORDS = new WordList();
for (const { head, words } of [MAKERS, TRADES].flatMap(lines))
  for (const word of words) TRADE_WORDS.add(word, head.trim());

const ABROAD_WORDS = new NameList();
for (const { head, words } of lines(ABROAD))
  for (const word of words)
    ABROAD_WORDS.add(
      word,
      head.split(',').map((nace) => nace.trim()),
    );

export const MIXED_FARMING = '01.5';
/** Heads the names of places and authorities that look like words of trade. */
const NO_TRADE = '-';

/** Words between two trades that do not describe each other. */
const PARTS = new Set(
  'and of for from using with by in at the to on or its owned von und och og ja et de du van en di del y do da с из и для при на по от'.split(
    ' ',
  ),
);

export interface Trade {
  readonly nace: readonly string[];
  /** Words that tell it. */
  readonly length: number;
}

/**
 * Trades told by the words of a text, what counts for more first: an earlier one, but where English words of trade stand side by side the last,
 * which the others describe ("poultry litter power plant").
 */
export function tradesIn(text: string): Trade[] {
  const tokens = tokensOf(text);
  const words = nameWords(text);
  const trades: Trade[] = [];
  let beside: Trade[] = [];
  for (let i = 0; i < tokens.length; ) {
    const here = TRADE_WORDS.at(tokens, i);
    const abroad = ABROAD_WORDS.at(words, i);
    const trade =
      here && here.length >= (abroad?.length ?? 0)
        ? { nace: here.value.split(',').map((nace) => nace.trim()), length: here.length }
        : abroad;
    if (trade ? !/^[a-z]/.test(words[i]!) : PARTS.has(words[i]!)) {
      trades.push(...beside);
      beside = [];
    }
    if (trade && trade.nace[0] !== NO_TRADE) beside.unshift(trade);
    i += trade?.length ?? 1;
  }
  return [...trades, ...beside].sort((a, b) => Number(isAside(a)) - Number(isAside(b)));
}

/** Farm, town, port: "cooperative growing mushrooms", "Boulder City cement", "sugar Port Wentworth" are what else they say. */
const ASIDE = new Set([MIXED_FARMING, '84', '52.22']);

export const isAside = ({ nace }: Trade): boolean => ASIDE.has(nace[0]!);
