import type { Operator } from '../domain/index.ts';
import { foldLookalikes, type MeasureUnit, unitAt } from './measure-units.ts';
import { readNumber } from './numbers.ts';
import type { ParameterNames, PreparedText, Token } from './parameter-names.ts';

/** A number of a clause with what stands around it; `high` for a range. */
export interface Value {
  readonly low: number;
  readonly high?: number;
  readonly operator?: Operator;
  readonly unit?: MeasureUnit;
  /** Said to be of the dry substance. */
  readonly dry: boolean;
  /** Said not to be there: `без кат.1-2`. */
  readonly absent: boolean;
  /** Parameter named beside it. */
  readonly name?: string;
  /** Said to be a size of pieces or a thickness: `фр. 5-20`, `толщ. 6-40 мм`. */
  readonly size?: 'size' | 'thickness';
  /** The word before it when no parameter is named. */
  readonly word: string;
  /** Where it stands, name and unit included. */
  readonly start: number;
  readonly end: number;
}

/** One part of a composition, taken apart. */
export interface Clause {
  /** The part as prepared; places count in it. */
  readonly text: string;
  readonly values: readonly Value[];
  /** Parameters named without a number. */
  readonly bare: readonly Name[];
  /** `true`: said to be there; `false`: said to be absent; undefined: neither. */
  readonly present: boolean | undefined;
  /** Words that belong to nothing that was read. */
  readonly rest: string;
}

const SIGNS: Readonly<Record<string, Operator>> = {
  '<': '<',
  '>': '>',
  '=': '=',
  '<=': '<=',
  '>=': '>=',
  '≤': '<=',
  '≥': '>=',
  '⩽': '<=',
  '⩾': '>=',
  '~': '=',
  '≈': '=',
  '≅': '=',
};
const BEFORE: readonly (readonly [RegExp, Operator])[] = [
  [
    /(?:не (?:более|выше|больше|превышает|превыша\S+)|макс(?:\.|имум)?|до|max(?:\.|imum)?|up to|at most|not (?:more|above|over)(?: than)?|no more than)(?: чем)?\s*$/,
    '<=',
  ],
  [
    /(?:не (?:менее|ниже|меньше)|мин(?:\.|имум)?|от|min(?:\.|imum)?|at least|from|not (?:less|below|under)(?: than)?|no less than)(?: чем)?\s*$/,
    '>=',
  ],
  [/(?:менее|меньше|ниже|below|less than|under)(?: чем)?\s*$/, '<'],
  [/(?:более|больше|выше|свыше|above|over|more than|greater than)(?: чем)?\s*$/, '>'],
  [/(?:около|примерно|порядка|ок\.|ca\.?|approx\.?|about|около|равно|is|равен|equals)\s*$/, '='],
];
const AFTER: readonly (readonly [RegExp, Operator])[] = [
  [/^\s*(?:и менее|или менее|и ниже|макс(?:\.|имум)?|max(?:\.|imum)?|or less|or lower)(?!\p{L})/u, '<='],
  [/^\s*(?:\+|(?:и более|или более|и выше|мин(?:\.|имум)?|min(?:\.|imum)?|or more|or higher)(?!\p{L}))/u, '>='],
];
const DRY =
  /^\s*(?:на\s+|on\s+)?(?:СВ|св|с\.\s?в\.|сух(?:\.|ое|ой|ого|ую)?(?:\s+(?:вещества?|массы?|основы?))?|DM|DW|d\.m\.|dry(?:\s+(?:matter|basis|mass|weight))?)(?!\p{L})\.?/u;
const ABSENT =
  /(?:^|[^\p{L}])(?:не содержит|не обнаружен\p{L}*|не выявлен\p{L}*|без|нет|не|отсутству\p{L}*|н\/о|н\.о\.|not (?:detected|found|present)|none|non|no|without|free(?: of)?|absent|n\.d\.|в норме)(?!\p{L})/u;
const PRESENT =
  /(?:^|[^\p{L}])(?:да|есть|имеется|имеются|присутству\p{L}*|yes|present|confirmed|подтвержд[её]н\p{L}*)(?!\p{L})/u;
/** Words that say nothing of their own beside a name and its number. */
const FILLERS =
  /(?<!\p{L})(?:массовая|объ[её]мная|доля|доли|содержание|содержания|концентрация|удельная|по массе|показатель|рабоч\p{L}*|общ\p{L}*|средн\p{L}*|абсолютн\p{L}*|относительн\p{L}*|total|average|и|с|со|в|на|по|при|из|для|или|of|the|in|at|on|and|with|content|concentration|share|level|value)(?!\p{L})/gu;

const SIZES: readonly (readonly [RegExp, 'size' | 'thickness'])[] = [
  [/(?:толщ\p{L}*|thick\p{L}*)[.:]?\s*$/u, 'thickness'],
  [/(?:фр|фракц\p{L}*|крупн\p{L}*|размер\p{L}*|кус\p{L}{1,3}|size|fraction|grains?|particles?)[.:]?\s*$/u, 'size'],
];

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Takes one part of a composition apart: numbers with unit and operator, the names they belong to, what is said to be absent. */
export function readClause(text: PreparedText, names: ParameterNames): Clause {
  const tokens = names.tokens(text);
  const hits = names.find(tokens, text);
  const inName = new Set(hits.flatMap((hit) => tokens.slice(hit.from, hit.to)));
  const numbers = readNumbers(text, tokens, inName);
  const named = hits.map(({ id, from, to }): Name => ({ id, start: tokens[from]!.start, end: tokens[to - 1]!.end }));
  const { pairs, bare } = pairNames(text.plain, numbers, named);
  const read = numbers.map((number, i) => readValue(text, number, pairs.get(number), numbers[i - 1]?.end ?? 0));
  const used = read.flatMap(({ spans }) => spans);
  const free = bare.filter(
    (name) => !used.some((span) => overlap(name, span)) && !read.some(({ value }) => value.name === name.id),
  );
  const outside = mask(text.plain, [...used, ...bare]);
  const values = read.map(({ value }) => value);
  if (!/\p{L}|\d/u.test(outside)) return { text: text.plain, values, bare: free, present: undefined, rest: '' };
  const lower = outside.toLowerCase();
  const present = ABSENT.test(lower) ? false : PRESENT.test(lower) ? true : undefined;
  return { text: text.plain, values, bare: free, present, rest: restOf(outside) };
}

interface Name extends Span {
  readonly id: string;
}

const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

/** Each number gets the name right before it, else the one right after; only words without meaning may stand between. */
function pairNames(
  text: string,
  numbers: readonly RawNumber[],
  names: readonly Name[],
): { pairs: Map<RawNumber, Name>; bare: Name[] } {
  const free = new Set(names.filter((name) => !numbers.some(({ unitSpan }) => unitSpan && overlap(name, unitSpan))));
  const pairs = new Map<RawNumber, Name>();
  const pair = (number: RawNumber, name: Name | undefined, between: string) => {
    if (!name || pairs.has(number) || /\p{L}{2}/u.test(withoutFillers(between))) return;
    pairs.set(number, name);
    free.delete(name);
  };
  numbers.forEach((number, i) => {
    const from = numbers[i - 1]?.end ?? 0;
    const name = [...free].filter((other) => other.start >= from && other.end <= number.start).at(-1);
    pair(number, name, name ? text.slice(name.end, number.start) : '');
  });
  numbers.forEach((number, i) => {
    const to = numbers[i + 1]?.start ?? text.length;
    const name = [...free].find((other) => other.start >= number.end && other.end <= to);
    pair(number, name, name ? text.slice(number.end, name.start) : '');
  });
  return { pairs, bare: [...free] };
}

function readValue(
  text: PreparedText,
  number: RawNumber,
  name: Name | undefined,
  from: number,
): { value: Value; spans: Span[] } {
  const isAfter = name !== undefined && name.start > number.start;
  const { operator, operatorSpan } = operatorOf(text.plain, number, name && !isAfter ? name.end : from);
  const dry = isAfter ? null : DRY.exec(text.plain.slice(number.end));
  const whole = { start: number.start, end: number.end + (dry?.[0].length ?? 0) };
  const spans = [whole, ...(name ? [name] : []), ...(operatorSpan ? [operatorSpan] : [])];
  const start = Math.min(...spans.map((span) => span.start));
  const before = text.plain.slice(from, start).toLowerCase();
  const absent = /(?:^|[^\p{L}])(?:без|не содержит|no|without)\s*$/u.exec(before);
  if (absent) spans.push({ start: from + absent.index, end: start });
  const size = SIZES.find(([words]) => words.test(before));
  if (size) spans.push({ start: from + size[0].exec(before)!.index, end: start });
  return {
    value: {
      low: number.low,
      ...(number.high !== undefined && { high: number.high }),
      ...(operator && { operator }),
      ...(number.unit && { unit: number.unit }),
      dry: dry !== null,
      absent: absent !== null,
      ...(name && { name: name.id }),
      ...(size && { size: size[1] }),
      word: name
        ? ''
        : (withoutFillers(before)
            .match(/\p{L}+/gu)
            ?.at(-1) ?? ''),
      start,
      end: Math.max(...spans.map((span) => span.end)),
    },
    spans,
  };
}

interface RawNumber extends Span {
  readonly low: number;
  readonly high?: number;
  readonly unit?: MeasureUnit;
  readonly unitSpan?: Span;
}

/** Between the two ends of a range; Cyrillic `до`, `или` and `и` as they look after folding. */
const RANGE = new RegExp(foldLookalikes('^\\s*(?:-|\\.{2,3}|…|÷|до|или|и|to|or|and)\\s*$'));

/** Numbers outside names, two with a dash between them as one range, with the unit that follows. */
function readNumbers(text: PreparedText, tokens: readonly Token[], inName: ReadonlySet<Token>): RawNumber[] {
  const numbers: RawNumber[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (!token.isNumber || inName.has(token) || token.start < (numbers.at(-1)?.end ?? 0)) continue;
    let end = token.end;
    const early = unitAt(text.folded, end);
    const next = tokens.slice(i + 1).find((other) => other.start >= (early?.end ?? end));
    const between = next?.isNumber ? text.folded.slice(early?.end ?? end, next.start) : '';
    const isRange =
      RANGE.test(between) || (/^\s*\/\s*$/.test(between) && unitAt(text.folded, next!.end)?.unit.kind === 'length');
    if (isRange) end = next!.end;
    const negative = !isRange && /(?:^|[\s<>=(])-$/.test(text.folded.slice(0, token.start));
    const found = unitAt(text.folded, end) ?? (isRange ? early : undefined);
    const unitEnd = Math.max(end, found && found.end > end ? found.end : end);
    const low = readNumber(token.raw)!;
    numbers.push({
      low: negative ? -low : low,
      ...(isRange && { high: readNumber(next!.raw)! }),
      ...(found && { unit: found.unit, unitSpan: { start: end, end: unitEnd } }),
      start: negative ? token.start - 1 : token.start,
      end: unitEnd,
    });
  }
  return numbers;
}

function operatorOf(text: string, number: Span, start: number): { operator?: Operator; operatorSpan?: Span } {
  const before = text.slice(start, number.start).toLowerCase();
  const sign = /(<=|>=|[<>=≤≥⩽⩾~≈≅])\s*$/.exec(before);
  if (sign) return { operator: SIGNS[sign[1]!]!, operatorSpan: { start: start + sign.index, end: number.start } };
  for (const [words, operator] of /\p{L}/u.test(before) ? BEFORE : []) {
    const match = words.exec(before);
    if (match && !/\p{L}$/u.test(before.slice(0, match.index)))
      return { operator, operatorSpan: { start: start + match.index, end: number.start } };
  }
  const after = text.slice(number.end).toLowerCase();
  for (const [words, operator] of AFTER) {
    const match = words.exec(after);
    if (match) return { operator, operatorSpan: { start: number.end, end: number.end + match[0].length } };
  }
  return {};
}

function mask(text: string, spans: readonly Span[]): string {
  let masked = text;
  for (const { start, end } of spans) masked = masked.slice(0, start) + ' '.repeat(end - start) + masked.slice(end);
  return masked;
}

/** A lower-case text without the words that say nothing of their own, comparisons included. */
function withoutFillers(text: string): string {
  let left = text;
  for (const [words] of BEFORE) left = left.replace(words, ' ');
  return left.replace(FILLERS, ' ');
}

/** What is left of a text, if it has a word worth keeping. */
function restOf(outside: string): string {
  const left = outside.replace(/\s+/g, ' ');
  const words = withoutFillers(left.toLowerCase()).replace(ABSENT, ' ').replace(PRESENT, ' ');
  if (!/\p{L}{2}|\d/u.test(words)) return '';
  return left.replace(/^[\s:,.()/+=-]+|[\s:,()/=-]+$/g, '');
}
