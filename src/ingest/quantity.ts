import type { Bilingual, Dimension } from '../domain/index.ts';

interface Unit {
  readonly dimension: Dimension;
  /** Units of the dimension in one of it. */
  readonly factor: number;
}

/** Unit words without case, points and inner spaces. Gcal: 1.163 MWh; GJ: 1/3.6 MWh. */
const UNITS: ReadonlyMap<string, Unit> = new Map([
  ...words('t', 1, [
    'т',
    'тн',
    'тонн',
    'тонна',
    'тонны',
    't',
    'tonne',
    'tonnes',
    'ton',
    'tons',
    'tn',
    'mt',
    'metricton',
    'metrictons',
    'metrictonne',
    'metrictonnes',
  ]),
  ...words('t', 1e3, [
    'тыст',
    'тыстонн',
    'кт',
    'kt',
    'kilotonne',
    'kilotonnes',
    'ktonne',
    'ktonnes',
    'thousandt',
    'thousandtonnes',
  ]),
  ...words('t', 1e6, ['млнт', 'млнтонн', 'милт', 'milliont', 'milliontonnes']),
  ...words('t', 1e-3, ['кг', 'килограмм', 'килограмма', 'килограммов', 'kg', 'kgs', 'kilogram', 'kilograms']),
  ...words('t', 1e-6, ['г', 'гр', 'грамм', 'g', 'gram', 'grams']),
  ...words('t', 0.1, ['ц', 'центнер', 'центнеров']),
  ...words('MWh', 1, ['мвтч', 'mwh', 'тысквтч']),
  ...words('MWh', 1e3, ['гвтч', 'gwh', 'млнквтч']),
  ...words('MWh', 1e6, ['твтч', 'twh', 'млрдквтч']),
  ...words('MWh', 1e-3, ['квтч', 'kwh']),
  ...words('MWh', 1.163, ['гкал', 'gcal']),
  ...words('MWh', 1163, ['тысгкал', 'ткал', 'tcal']),
  ...words('MWh', 1.163e-3, ['мкал', 'mcal']),
  ...words('MWh', 1 / 3600, ['мдж', 'mj']),
  ...words('MWh', 1 / 3.6, ['гдж', 'gj']),
  ...words('MWh', 1e3 / 3.6, ['тдж', 'tj']),
  ...words('MWh', 1e6 / 3.6, ['пдж', 'pj']),
  ...words('m3', 1, [
    'м3',
    'кубм',
    'мкуб',
    'куб',
    'кубометр',
    'кубометров',
    'кубометра',
    'кубическихметров',
    'нм3',
    'm3',
    'nm3',
    'cbm',
    'cum',
    'cubicmetre',
    'cubicmetres',
    'cubicmeter',
    'cubicmeters',
  ]),
  ...words('m3', 1e3, ['тысм3', 'тыскубм', 'тыснм3', 'тыскуб', 'thousandm3', 'dam3']),
  ...words('m3', 1e6, ['млнм3', 'millionm3']),
  ...words('m3', 1e-3, ['л', 'литр', 'литров', 'литра', 'дм3', 'l', 'litre', 'litres', 'liter', 'liters', 'dm3']),
  ...words('m3', 1, ['тысл', 'тыслитров']),
  ...words('piece', 1, [
    'шт',
    'штук',
    'штука',
    'штуки',
    'ед',
    'единиц',
    'pc',
    'pcs',
    'piece',
    'pieces',
    'unit',
    'units',
    'item',
    'items',
  ]),
  ...words('piece', 1e3, ['тысшт', 'тысштук', 'thousandpieces', 'thousandpcs']),
]);

/** Periods a year. A single lot counts as one year's quantity. */
const PERIODS: ReadonlyMap<string, number> = new Map([
  ...times(1, [
    'год',
    'года',
    'г',
    'ежегодно',
    'годовой',
    'year',
    'yr',
    'y',
    'a',
    'annum',
    'annual',
    'annually',
    'yearly',
  ]),
  ...times(2, ['полугодие', 'полгода', 'halfyear']),
  ...times(4, ['квартал', 'ежеквартально', 'кв', 'quarter', 'quarterly']),
  ...times(12, ['месяц', 'мес', 'ежемесячно', 'month', 'monthly', 'mo']),
  ...times(52, ['неделя', 'неделю', 'нед', 'еженедельно', 'week', 'weekly', 'wk']),
  ...times(365, ['день', 'сутки', 'сут', 'ежедневно', 'ежесуточно', 'day', 'daily', 'd']),
  ...times(1, ['разово', 'разовая', 'однократно', 'партия', 'once', 'oneoff', 'single', 'lot', 'batch']),
]);
const HOURS = new Set(['час', 'ч', 'ежечасно', 'hour', 'hourly', 'h', 'hr']);
/** Hours of a year, where no working hours are declared. */
const HOURS_A_YEAR = 8760;

function words(dimension: Dimension, factor: number, list: readonly string[]): [string, Unit][] {
  return list.map((word) => [word, { dimension, factor }]);
}

function times(n: number, list: readonly string[]): [string, number][] {
  return list.map((word) => [word, n]);
}

export type Converted =
  | { readonly quantityPerYear: number; readonly dimension: Dimension }
  | { readonly column: 'unit' | 'period'; readonly wanted: Bilingual };

/**
 * A quantity in any unit and period -> per year in the unit of its dimension; or which of the two words was not understood.
 * `т/год` and `kg per day` carry the period with them; an own period wins. No period at all is a year. `hoursPerYear` holds for a quantity an hour.
 */
export function convertQuantity(value: number, unit: string, period: string, hoursPerYear = HOURS_A_YEAR): Converted {
  const [unitWord, perWord] = splitUnit(unit);
  const known = findUnit(unitWord);
  if (!known)
    return {
      column: 'unit',
      wanted: { ru: 'единица: т, кг, МВт·ч, Гкал, ГДж, м3, л, шт.', en: 'a unit: t, kg, MWh, Gcal, GJ, m3, l, pieces' },
    };
  const timesAYear = periodsAYear(period.trim() || perWord, hoursPerYear);
  if (timesAYear === undefined)
    return {
      column: 'period',
      wanted: {
        ru: 'период: год, квартал, месяц, неделя, сутки, час, разово',
        en: 'a period: year, quarter, month, week, day, hour, once',
      },
    };
  return { quantityPerYear: value * known.factor * timesAYear, dimension: known.dimension };
}

/** Dimension and factor of a unit word without its period; undefined when it is not known. */
export function findUnit(word: string): Unit | undefined {
  const exact = word.trim();
  // as symbols: Mt is a million tonnes, Mg a tonne, MT and mt the trade's metric ton
  if (exact === 'Mt' || exact === 'Мт') return { dimension: 't', factor: 1e6 };
  if (exact === 'Mg') return { dimension: 't', factor: 1 };
  return UNITS.get(plain(splitUnit(word)[0]));
}

function periodsAYear(word: string, hoursPerYear: number): number | undefined {
  if (word === '') return 1;
  const bare = plain(
    word.toLowerCase().replace(/^\s*(?:в течение|за|в|раз в|per|a|an|each|every|once (?:a|per))\s+(?=\S)/, ''),
  );
  return HOURS.has(bare) ? hoursPerYear : PERIODS.get(bare);
}

/** "т/год" -> ["т", "год"], "kg per day" -> ["kg", "day"]. */
function splitUnit(unit: string): [string, string] {
  const [word = '', per = ''] = unit.trim().split(/\s*\/\s*|\s+(?:в|за|per)\s+/);
  return [word, per];
}

function plain(word: string): string {
  return word
    .toLowerCase()
    .replace(/[\s.·*×⋅-]+/g, '')
    .replaceAll('³', '3');
}
