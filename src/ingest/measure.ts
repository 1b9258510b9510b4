import type { Measurement, Operator, Parameter } from '../domain/index.ts';
import type { Clause, Value } from './clause.ts';
import { convertMeasure, foldLookalikes, type MeasureUnit, unitOfParameter } from './measure-units.ts';

export interface MeasureContext {
  readonly parameters: ReadonlyMap<string, Parameter>;
  readonly wanted: boolean;
  /** The text speaks of heat: its kilometres are of pipe. */
  readonly heat: boolean;
  /** Parameter of a bare share. */
  subject(): string | undefined;
}

/** A measurement, whether its parameter was named, and the words it was read from. */
export interface Found {
  readonly measurement: Measurement;
  readonly named: boolean;
  readonly text: string;
}

/** Of these a buyer's bare number is the least that will do ... */
const AT_LEAST = new Set([
  'temperature_supply',
  'dry_matter',
  'calorific_value',
  'purity',
  'protein',
  'crushing_grade_M',
  'ageing_months',
  'hours',
  'pressure',
  'ru_class',
]);
/** ... and of these the most. A share of the rest: the least from one half up, else the most. */
export const AT_MOST: ReadonlySet<string> = new Set(['moisture', 'LOI', 'ash_dry']);
/** These a buyer wants just so. */
const EXACT = new Set(['abp_category', 'paper_grade_MS']);
/** Yes or no, and no is better: named alone in a buyer's text they say nothing. */
const UNWANTED = new Set([
  'radiation_above_background',
  'halogens',
  'heavy_metals',
  'heavy_metal_leaching',
  'C2H4',
  'NOx',
]);
/** What a name alone means in a buyer's text. Ageing, months: estimate, usual practice for steel slag as road aggregate. */
const NAMED_ALONE: Readonly<Record<string, number>> = { ageing_months: 3, wood_A1_A2_share: 100 };

/** Reads what a clause says; `listUnit` is the unit that a later part of the list gives. */
export function measureClause(
  text: string,
  clause: Omit<Clause, 'present'> & { readonly present: boolean | undefined },
  listUnit: MeasureUnit | undefined,
  context: MeasureContext,
): { found: Found[]; unread: string[] } {
  const hazard = readClass(text, context);
  if (hazard) return { found: [{ measurement: hazard, named: true, text }], unread: [] };
  const found: Found[] = [];
  const unread: string[] = [];
  for (const value of clause.values) {
    const piece = clause.text.slice(value.start, value.end).trim();
    const measured = measureValue(value, listUnit, clause, context);
    if (measured.length === 0) unread.push(piece);
    for (const measurement of measured) found.push({ measurement, named: value.name !== undefined, text: piece });
  }
  for (const name of clause.bare) {
    const measurement = measureBare(name.id, clause, context);
    if (measurement) found.push({ measurement, named: true, text });
    else unread.push(clause.text.slice(name.start, name.end));
  }
  if (found.length === 0) return { found, unread: [text] };
  return { found, unread: clause.rest === '' ? unread : [...unread, clause.rest] };
}

function measureValue(
  value: Value,
  listUnit: MeasureUnit | undefined,
  clause: Pick<Clause, 'rest'>,
  context: MeasureContext,
): Measurement[] {
  const size = sizeOf(value);
  if (size) return measureSize(size, value, context);
  const id = value.name === undefined ? byUnit(value, clause, context) : inDry(value.name, value.dry, context);
  const parameter = id === undefined ? undefined : context.parameters.get(id);
  if (!parameter) return [];
  if (value.absent) return parameter.unit === 'category' ? betterThan(parameter.id, value.high ?? value.low) : [];
  const to = unitOfParameter(parameter.unit);
  const unit = value.unit ?? (to?.kind === 'share' ? listUnit : undefined);
  if (value.dry && parameter.id === 'calorific_value') return [];
  const convert = (number: number) => inUnitOf(parameter, number, unit);
  const low = convert(value.low);
  const high = value.high === undefined ? undefined : convert(value.high);
  if (low === undefined || (value.high !== undefined && high === undefined)) return [];
  if (high === undefined)
    return [{ parameter: parameter.id, operator: operatorFor(parameter, value.operator, low, context), value: low }];
  const least: Measurement = { parameter: parameter.id, operator: '>=', value: low };
  const most: Measurement = { parameter: parameter.id, operator: '<=', value: high };
  if (context.wanted) return [least, most];
  return [AT_LEAST.has(parameter.id) ? least : most];
}

/** The parameter of the dry substance where the knowledge base has one. */
function inDry(id: string, dry: boolean, context: MeasureContext): string {
  return dry && context.parameters.has(`${id}_dry`) ? `${id}_dry` : id;
}

/** `без кат.1-2`: animal by-products of category 3 are the least harmful (Regulation (EC) 1069/2009). */
function betterThan(parameter: string, category: number): Measurement[] {
  return category < 3 ? [{ parameter, operator: '>=', value: category + 1 }] : [];
}

/** A number without unit is taken in the parameter's own; shares beyond the whole and yes/no beside 0 and 1 are none. */
function inUnitOf(parameter: Parameter, value: number, unit: MeasureUnit | undefined): number | undefined {
  const to = unitOfParameter(parameter.unit);
  if (parameter.unit === 'bool') return value === 0 || (value === 1 && !unit) ? value : undefined;
  if (unit && !to) return undefined;
  const converted = unit && to ? convertMeasure(value, unit, to) : value;
  if (converted === undefined) return undefined;
  const beyond = to?.kind === 'share' && (converted < 0 || converted * to.factor > 1 + 1e-9);
  return beyond ? undefined : converted;
}

function operatorFor(
  parameter: Parameter,
  said: Operator | undefined,
  value: number,
  { wanted }: MeasureContext,
): Operator {
  if (!wanted) return said ?? '=';
  if (parameter.unit === 'bool') return value === 0 ? '<=' : '>=';
  if (said) return said;
  if (EXACT.has(parameter.id)) return '=';
  if (AT_LEAST.has(parameter.id)) return '>=';
  if (AT_MOST.has(parameter.id)) return '<=';
  const unit = unitOfParameter(parameter.unit);
  return unit?.kind === 'share' && value * unit.factor >= 0.5 ? '>=' : '<=';
}

function measureBare(
  id: string,
  clause: Pick<Clause, 'rest'> & { readonly present: boolean | undefined },
  context: MeasureContext,
): Measurement | undefined {
  const parameter = context.parameters.get(id)!;
  const { present } = clause;
  const alone = context.wanted && present !== false ? NAMED_ALONE[id] : undefined;
  if (alone !== undefined) return { parameter: id, operator: '>=', value: alone };
  if (clause.rest !== '') return undefined;
  const isBool = parameter.unit === 'bool';
  if (present === false && (isBool || unitOfParameter(parameter.unit)?.kind === 'share'))
    return { parameter: id, operator: context.wanted ? '<=' : '=', value: 0 };
  if (!isBool || present === false || (context.wanted && UNWANTED.has(id) && present === undefined)) return undefined;
  return { parameter: id, operator: context.wanted ? '>=' : '=', value: 1 };
}

const ROMAN: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4, V: 5 };
const CLASS = '(I{1,3}|IV|V|[1-5])';
const CLASS_FIRST = new RegExp(
  foldLookalikes(
    String.raw`^\s*(>=|<=|не хуже|не выше)?\s*${CLASS}(?:\s*-\s*(?:I{1,3}|IV|V|[1-5]))?(?:-?(?:й|го|st|nd|rd|th))?\s*(?:класс\p{L}*|class)(?:\s+опасности)?\s*$`,
  ),
  'iu',
);
const CLASS_LAST = new RegExp(
  foldLookalikes(
    String.raw`^\s*(?:класс\p{L}*|hazard class|class)(?:\s+опасности)?\s*[:=]?\s*(>=|<=|не хуже|не выше)?\s*${CLASS}\s*$`,
  ),
  'iu',
);

/** Russian hazard class in Roman or Arabic numbers; 5 is the least hazardous, so a buyer's class is a least one. */
function readClass(text: string, context: MeasureContext): Measurement | undefined {
  if (!context.parameters.has('ru_class')) return undefined;
  const folded = foldLookalikes(text)
    .replace(/Kлаcc|клаcc/gi, 'класс')
    .replaceAll('oпаcноcти', 'опасности');
  const match = CLASS_FIRST.exec(folded) ?? CLASS_LAST.exec(folded);
  if (!match) return undefined;
  const word = match[2]!.toUpperCase();
  return { parameter: 'ru_class', operator: context.wanted ? '>=' : '=', value: ROMAN[word] ?? Number(word) };
}

/** A number whose unit alone, or with the word before it, says what it is. */
function byUnit(value: Value, clause: Pick<Clause, 'rest'>, context: MeasureContext): string | undefined {
  const { word, unit } = value;
  const known = (id: string) => (context.parameters.has(id) ? id : undefined);
  switch (unit?.kind) {
    case 'share':
      return word === '' && (clause.rest === '' || value.low * unit.factor >= 0.5)
        ? (context.subject() ?? (clause.rest === '' ? known('purity') : undefined))
        : undefined;
    case 'temperature':
      return /вспыш|плавл|кипен|обрат|замерз|застыв|return|flash|melt|boil|pour/.test(`${word} ${clause.rest}`)
        ? undefined
        : known('temperature_supply');
    case 'time a year':
      return known('hours');
    case 'time':
      if (unit.factor > 200)
        return /^(?:|выдержк.*|выдержан.*|ag(?:ed|eing))$/.test(word) ? known('ageing_months') : undefined;
      return /^(?:|свеж.*|возраст|хран.*|срок.*|после|позднее|позже|within|fresh|age|after|old)$/.test(word)
        ? known('age_at_delivery')
        : undefined;
    case 'length':
      return unit.factor === 1e6 ? known(context.heat ? 'distance_pipe' : 'distance_road') : undefined;
    case 'energy':
      return value.dry || /высш|gross|hhv/.test(`${word} ${clause.rest}`.toLowerCase())
        ? undefined
        : known('calorific_value');
    case 'activity':
      return known('A_eff');
    case 'pressure':
      return known('pressure');
    default:
      return undefined;
  }
}

/** Sizes and thicknesses: `фр. 5-20`, `толщ. 6-40 мм`, and without a word `0-1.2 мм`. */
function sizeOf({ name, size, word, unit, high }: Value): Value['size'] {
  if (name !== undefined || (unit && (unit.kind !== 'length' || unit.factor > 1e3))) return undefined;
  return size ?? (word === '' && unit && (high !== undefined || unit.factor < 1e3) ? 'size' : undefined);
}

function measureSize(
  of: NonNullable<Value['size']>,
  value: Value,
  { parameters, wanted }: MeasureContext,
): Measurement[] {
  const mm = (number: number) => Number((number * (value.unit?.factor ?? 1)).toPrecision(12));
  const [min, max] = [`${of}_min`, `${of}_max`];
  if (!parameters.has(min) || !parameters.has(max)) return [];
  const least: Measurement = { parameter: min, operator: wanted ? '>=' : '=', value: mm(value.low) };
  const most = (number: number): Measurement => ({ parameter: max, operator: wanted ? '<=' : '=', value: mm(number) });
  if (value.high !== undefined) return [least, most(value.high)];
  return value.operator?.startsWith('>') ? [least] : [most(value.low)];
}
