import type { Bilingual, Dimension } from '../domain/index.ts';

/** Unit words and what one of it is in the unit of its dimension. Gcal: 1.163 MWh; GJ: 1/3.6 MWh. */
const UNITS: readonly (readonly [RegExp, Dimension, number])[] = [
  [/^(тыс\.? ?т(онн)?|kt|ktonnes?|тыс\.? ?тонн)$/, 't', 1e3],
  [/^(млн\.? ?т(онн)?|mt|млн\.? ?тонн)$/, 't', 1e6],
  [/^(т|t|тонн[аы]?|tonnes?|tons?|tn|мг \(мегаграмм\)|mg \(megagram\))$/, 't', 1],
  [/^(кг|kg|килограмм[аы]?)$/, 't', 1e-3],
  [/^(г|g|грамм[аы]?)$/, 't', 1e-6],
  [/^(ц|центнер[аы]?)$/, 't', 0.1],
  [/^(мвт[ ·*.]?ч|mwh|мвтч)$/, 'MWh', 1],
  [/^(гвт[ ·*.]?ч|gwh)$/, 'MWh', 1e3],
  [/^(твт[ ·*.]?ч|twh)$/, 'MWh', 1e6],
  [/^(квт[ ·*.]?ч|kwh|тыс\.? ?вт[ ·*.]?ч)$/, 'MWh', 1e-3],
  [/^(тыс\.? ?квт[ ·*.]?ч)$/, 'MWh', 1],
  [/^(гкал|gcal)$/, 'MWh', 1.163],
  [/^(тыс\.? ?гкал)$/, 'MWh', 1163],
  [/^(гдж|gj)$/, 'MWh', 1 / 3.6],
  [/^(тдж|tj)$/, 'MWh', 1e3 / 3.6],
  [/^(мдж|mj)$/, 'MWh', 1 / 3600],
  [/^(м3|м³|m3|m³|куб\.? ?м|кубометр(ов|а)?|nm3|нм3)$/, 'm3', 1],
  [/^(тыс\.? ?(м3|м³|m3)|thousand m3)$/, 'm3', 1e3],
  [/^(л|l|литр(ов|а)?|litres?|liters?)$/, 'm3', 1e-3],
  [/^(шт\.?|штук[аи]?|pcs?|pieces?|ед\.?|units?)$/, 'piece', 1],
  [/^(тыс\.? ?шт\.?)$/, 'piece', 1e3],
];

/** Periods a year. A single lot counts as one year's quantity. */
const PERIODS: readonly (readonly [RegExp, number])[] = [
  [/^(год|года|в год|year|yearly|annual|a|yr|y|per year|ежегодно)$/, 1],
  [/^(полугодие|half-?year)$/, 2],
  [/^(квартал|quarter|quarterly|ежеквартально)$/, 4],
  [/^(месяц|мес\.?|month|monthly|ежемесячно)$/, 12],
  [/^(неделя|нед\.?|week|weekly|еженедельно)$/, 52],
  [/^(день|сутки|сут\.?|day|daily|ежедневно)$/, 365],
  [/^(час|ч|hour|hourly|h)$/, 8760],
  [/^(разово|once|one-off|single|партия|lot)$/, 1],
];

export type Converted =
  | { readonly quantityPerYear: number; readonly dimension: Dimension }
  | { readonly column: 'unit' | 'period'; readonly wanted: Bilingual };

/** A quantity in any unit and period -> per year in the unit of its dimension; or which of the two words was not understood. */
export function convertQuantity(value: number, unit: string, period: string): Converted {
  const [unitWord, perWord] = splitUnit(unit);
  const known = findUnit(unitWord);
  if (!known)
    return {
      column: 'unit',
      wanted: { ru: 'единица: т, кг, МВт·ч, Гкал, ГДж, м3, л, шт.', en: 'a unit: t, kg, MWh, Gcal, GJ, m3, l, pieces' },
    };
  const periodWord = (period || perWord || 'year').trim().toLowerCase();
  const times = PERIODS.find(([words]) => words.test(periodWord));
  if (!times)
    return {
      column: 'period',
      wanted: {
        ru: 'период: год, квартал, месяц, неделя, сутки, час, разово',
        en: 'a period: year, quarter, month, week, day, hour, once',
      },
    };
  return { quantityPerYear: value * known.factor * times[1], dimension: known.dimension };
}

/** Dimension and factor of a unit word; undefined when it is not known. */
export function findUnit(word: string): { readonly dimension: Dimension; readonly factor: number } | undefined {
  const plain = word.trim().toLowerCase();
  const found = UNITS.find(([words]) => words.test(plain));
  return found && { dimension: found[1], factor: found[2] };
}

/** "т/год" -> ["т", "год"]. */
function splitUnit(unit: string): [string, string] {
  const [word = '', per = ''] = unit.split(/\s*\/\s*/);
  return [word, per];
}
