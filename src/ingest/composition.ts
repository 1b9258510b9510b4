import type { Measurement, Operator, Parameter } from '../domain/index.ts';
import { readNumber } from './numbers.ts';

export interface Composition {
  readonly measurements: readonly Measurement[];
  /** Parts that could not be read; kept and shown, never lost. */
  readonly unread: readonly string[];
}

/** Mass fractions and what one of it is as a share of one. */
const FRACTIONS: readonly (readonly [RegExp, number])[] = [
  [/^(%|проц\.?|percent|% ?vol|%об\.?|об\.? ?%|% ?dm|% ?св)$/i, 1e-2],
  [/^(ppm|мг\/кг|mg\/kg|г\/т|g\/t|мг\/кг ?св|mg\/kg ?dm)$/i, 1e-6],
  [/^(г\/кг|g\/kg|кг\/т|kg\/t)$/i, 1e-3],
  [/^(мг\/100 ?г|mg\/100 ?g)$/i, 1e-5],
];

const NUMBER = String.raw`[-−+]?\d[\d\s\u00a0]*(?:[.,]\d+)?`;
const OPERATOR = String.raw`<=|>=|≤|≥|<|>|=|до|не более|не менее|менее|более|max\.?|min\.?|up to|at least`;
const UNIT = String.raw`%\s?(?:vol|об\.?|DM|СВ)?|ppm|мг\/кг(?:\s?СВ)?|mg\/kg(?:\s?DM)?|г\/т|g\/t|г\/кг|g\/kg|кг\/т|kg\/t|мг\/100\s?г|mg\/100\s?g|Бк\/кг|Bq\/kg|МДж\/кг|MJ\/kg|°\s?[CС]|град\.?\s?[CС]|мм|mm|км|km|мес\.?|months?|ч\/год|h\/yr|часов|ч|hours?|h`;

const TEXT_VALUE = new RegExp(String.raw`^(.*?)\s*(${OPERATOR})?\s*(${NUMBER})\s*(${UNIT})?(\s.*)?$`, 'i');
const RANGE = /^(.*?)\s*(\d+(?:[.,]\d+)?)\s*[-–]\s*(\d+(?:[.,]\d+)?)\s*(мм|mm)?(\s.*)?$/i;

/** Words that state a property without a number. Value 1 = has it, 0 = has it not. */
const STATEMENTS: readonly (readonly [RegExp, string, Operator, number])[] = [
  [/сухой отбор|^сухая$|dry (extraction|collection|extracted)/i, 'dry_extracted', '=', 1],
  [/^подсырная|sweet whey|^cheese whey/i, 'sweet_whey', '=', 1],
  [/e ?290|гост 8050|isbt/i, 'food_grade_certificate_E290_GOST8050', '=', 1],
  [/без набухания|volume.?stable|объёмно стабил/i, 'volume_stable', '=', 1],
  [/без тяж[её]лых металлов|no heavy metals|without heavy metals/i, 'heavy_metals', '=', 0],
  [/без галогенов|non-?halogenated|without halogens|no halogens/i, 'halogens', '=', 0],
  [/без c2h4|ethylene-free|без этилена/i, 'C2H4', '=', 0],
  [/^nox$|без nox/i, 'NOx', '=', 0],
  [/^органика$|organic only/i, 'organic', '=', 1],
];

const MONTHS = /^(?:выдержка|aged|ageing)\s*(\d+)\s*(?:мес|month)/i;

/**
 * Reads free text such as `ППП 1.5 %, фенол<0.5 мг/кг, фр. 5-20` into values in each parameter's own unit. A unit that follows a list holds for the
 * whole list (`Cu 4000, Pb 900 мг/кг`). `limits`: the text states what a buyer wants; words then mean limits.
 */
export function parseComposition(
  text: string,
  parameters: ReadonlyMap<string, Parameter>,
  limits = false,
): Composition {
  const names = namesOf(parameters);
  const found = new Map<string, Measurement>();
  const unread: string[] = [];
  const outside = text.replace(/\((?:до|before)[^)]*\)/gi, ' ');
  const parts = outside
    .split(/[;,](?!\d)/)
    .map((part) => part.replace(/^.*?:\s*/, '').trim())
    .filter(Boolean);
  const units = inheritUnits(parts);
  parts.forEach((part, i) => {
    const read = readPart(part, units[i], names, parameters, limits);
    if (read.length === 0) unread.push(part);
    for (const measurement of read)
      if (!found.has(measurement.parameter)) found.set(measurement.parameter, measurement);
  });
  return { measurements: [...found.values()], unread };
}

/** Every name in lower case -> parameter id, longest first. */
function namesOf(parameters: ReadonlyMap<string, Parameter>): readonly (readonly [string, string])[] {
  const names: [string, string][] = [];
  for (const parameter of parameters.values())
    for (const name of [...parameter.synonyms, parameter.id, parameter.name.ru, parameter.name.en])
      names.push([plain(name), parameter.id]);
  return names.sort((a, b) => b[0].length - a[0].length);
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[·*•⋅.]/g, '·')
    .replace(/[\s·]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The unit of each part: its own, else that of the next part that has one, as long as only bare numbers lie between. */
function inheritUnits(parts: readonly string[]): (string | undefined)[] {
  const own = parts.map((part) => TEXT_VALUE.exec(part)?.[4]?.trim());
  return own.map((unit, i) => {
    if (unit !== undefined || !TEXT_VALUE.test(parts[i]!)) return unit;
    for (let j = i + 1; j < own.length && TEXT_VALUE.test(parts[j]!); j++)
      if (own[j] !== undefined) return /^(%|ppm|.*\/.*)/.test(own[j]!) ? own[j] : undefined;
    return undefined;
  });
}

function readPart(
  part: string,
  inherited: string | undefined,
  names: readonly (readonly [string, string])[],
  parameters: ReadonlyMap<string, Parameter>,
  limits: boolean,
): Measurement[] {
  const months = MONTHS.exec(part);
  if (months) return [{ parameter: 'ageing_months', operator: limits ? '>=' : '=', value: Number(months[1]) }];
  if (limits && /^выдержан|^aged/i.test(part)) return [{ parameter: 'ageing_months', operator: '>=', value: 3 }];
  const range = readRange(part, limits);
  if (range) return range;
  const statements = STATEMENTS.filter(([words, id]) => words.test(part) && parameters.has(id));
  const value = TEXT_VALUE.exec(part);
  const measured = value ? readValue(value, inherited, names, parameters, limits) : undefined;
  if (measured && statements.length === 0) return [measured];
  if (statements.length > 0)
    return statements.map(([, id, operator, n]) => ({
      parameter: id,
      operator: limits ? (n === 1 ? '>=' : '<=') : operator,
      value: n,
    }));
  return special(part, limits);
}

function special(part: string, limits: boolean): Measurement[] {
  const category = /кат\.?\s*([123])|cat(?:egory)?\.?\s*([123])/i.exec(part);
  if (category) {
    if (/без кат|no cat|without cat/i.test(part)) return [{ parameter: 'abp_category', operator: '>=', value: 3 }];
    return [{ parameter: 'abp_category', operator: '=', value: Number(category[1] ?? category[2]) }];
  }
  const hazard = /^(I{1,3}|IV|V)\s*класс/.exec(part);
  if (hazard && limits)
    return [{ parameter: 'ru_class', operator: '>=', value: { I: 1, II: 2, III: 3, IV: 4, V: 5 }[hazard[1] as 'I'] }];
  const grade = /M\s?(\d{3,4})\+?|М\s?(\d{3,4})\+?/.exec(part);
  if (grade)
    return [{ parameter: 'crushing_grade_M', operator: limits ? '>=' : '=', value: Number(grade[1] ?? grade[2]) }];
  const paper = /МС-?(\d+)/i.exec(part);
  if (paper) return [{ parameter: 'paper_grade_MS', operator: '=', value: Number(paper[1]) }];
  if (/^A1-A2$/i.test(part) && limits) return [{ parameter: 'wood_A1_A2_share', operator: '>=', value: 100 }];
  return [];
}

function readRange(part: string, limits: boolean): Measurement[] | undefined {
  const match = RANGE.exec(part);
  if (!match) return undefined;
  const word = plain(match[1]!);
  const of = /толщ|thick/.test(word)
    ? 'thickness'
    : word === '' || /фр|размер|крупн|size|fraction/.test(word)
      ? 'size'
      : undefined;
  if (!of) return undefined;
  const [low, high] = [readNumber(match[2]!)!, readNumber(match[3]!)!];
  return [
    { parameter: `${of}_min`, operator: limits ? '>=' : '=', value: low },
    { parameter: `${of}_max`, operator: limits ? '<=' : '=', value: high },
  ];
}

function readValue(
  match: RegExpExecArray,
  inherited: string | undefined,
  names: readonly (readonly [string, string])[],
  parameters: ReadonlyMap<string, Parameter>,
  limits: boolean,
): Measurement | undefined {
  const before = match[1]!.trim();
  const after = (match[5] ?? '').trim();
  const value = readNumber(match[3]!);
  const unit = match[4]?.trim() ?? inherited;
  if (value === undefined) return undefined;
  const id = findParameter(before, unit, names) ?? findParameter(after, unit, names) ?? byUnit(before, after, unit);
  const parameter = id === undefined ? undefined : parameters.get(id);
  if (!parameter) return undefined;
  const converted = convert(value, unit, parameter.unit);
  if (converted === undefined) return undefined;
  return { parameter: parameter.id, operator: operatorOf(match[2], parameter.id, limits), value: converted };
}

function operatorOf(word: string | undefined, parameter: string, limits: boolean): Operator {
  const known: Record<string, Operator> = {
    '<': '<',
    '>': '>',
    '=': '=',
    '<=': '<=',
    '≤': '<=',
    '>=': '>=',
    '≥': '>=',
  };
  const plainWord = word?.toLowerCase().replace('.', '');
  if (plainWord === undefined) return limits ? limitOperator(parameter) : '=';
  if (known[plainWord]) return known[plainWord];
  return /^(не менее|более|min|at least)$/.test(plainWord) ? '>=' : '<=';
}

/** What a bare number means in a buyer's text: a least temperature, dryness or purity, a most of everything else. */
function limitOperator(parameter: string): Operator {
  return /^(temperature_supply|dry_matter|calorific_value|CO2|CH4|gypsum|protein|H2SO4|paper|crushing)/.test(parameter)
    ? '>='
    : '<=';
}

function findParameter(
  text: string,
  unit: string | undefined,
  names: readonly (readonly [string, string])[],
): string | undefined {
  const words = plain(text);
  if (words === '') return undefined;
  const exact = names.find(([name]) => name === words);
  const id =
    exact?.[1] ??
    names.find(
      ([name]) => name.length > 1 && new RegExp(`(^|[\\s(])${quoted(name)}($|[\\s).:])`, 'u').test(words),
    )?.[1];
  if (id === 'Cd' && /св|dm/i.test(unit ?? '')) return 'Cd_dry';
  return id;
}

const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A number whose unit alone says what it is. */
function byUnit(before: string, after: string, unit: string | undefined): string | undefined {
  const u = unit?.toLowerCase() ?? '';
  if (/°|град/.test(u)) return 'temperature_supply';
  if (/ч\/год|h\/yr/.test(u)) return 'hours';
  if (/^(ч|h|hours?|часов)$/.test(u)) return 'age_at_delivery';
  if (/^(км|km)$/.test(u)) return 'distance_road';
  if (/мдж|mj/.test(u)) return 'calorific_value';
  return before === '' && after === '' && u === '%' ? 'purity' : undefined;
}

function convert(value: number, unit: string | undefined, wanted: string): number | undefined {
  const share = (word: string | undefined) =>
    FRACTIONS.find(([words]) => word !== undefined && words.test(word.replace('_', ' ')))?.[1];
  const from = share(unit);
  const to = share(wanted);
  if (from !== undefined && to !== undefined)
    return from === to ? value : Number(((value * from) / to).toPrecision(12));
  if (from !== undefined && to === undefined) return undefined;
  return value;
}
