import type { Codes, Dimension, Flow, Issue, Measurement, Parameter } from '../domain/index.ts';
import { parseComposition } from './composition.ts';
import type { FlowColumn } from './headers.ts';
import { convertQuantity, findUnit } from './quantity.ts';
import { type Cells, type Place, RowReader } from './row-reader.ts';
import { DIRECTIONS, readHazardClass, routeKindOf, YES_NO } from './words.ts';

/** A flow as read: all but its readings, which the classifier gives. */
export type FlowDraft = Omit<Flow, 'readings' | 'origin'> & { readonly material?: string };

export interface FlowRow {
  readonly place: Place;
  readonly draft: FlowDraft;
  /** Of the quantity, as it was written. */
  readonly unit: string;
}

/** What reading needs to know of the world: parameters of compositions and the value of money. */
export interface IngestContext {
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** Units of the currency per EUR. */
  readonly perEur: Readonly<Record<string, number>>;
}

/** More than any plant makes of anything; a larger number is a slip of units. */
const LARGEST_QUANTITY = 1e12;

/** A row of flows, or why it is none. Money becomes EUR per unit of the dimension; the dimension is not yet compared with the material's. */
export function readFlow(
  cells: Cells<FlowColumn>,
  place: Place,
  context: IngestContext,
): { row?: FlowRow; issues: readonly Issue[] } {
  const r = new RowReader<FlowColumn>(cells, place);
  const id = r.id('id');
  const companyId = r.id('company_id');
  const direction = r.word('direction', DIRECTIONS, 'output (имею) или input (нужно)', 'output or input');
  if (r.text('direction') === '') r.fault('direction', '', 'output (имею) или input (нужно)', 'output or input');
  const description = r.text('description');
  const codes = readCodes(r);
  const material = r.text('material');
  if (description === '' && material === '' && Object.keys(codes).length === 0)
    r.fault('description', '', 'описание или код', 'a description or a code');
  const composition = parseComposition(r.text('composition'), context.parameters, {
    wanted: direction === 'input',
    subject: description,
  });
  const amount = readAmount(r, hoursOf(composition.measurements));
  const currentRoute = r.text('current_route');
  const optional: Partial<FlowDraft> = given({
    dimension: amount.dimension,
    quantityPerYear: amount.quantityPerYear,
    state: r.text('state') || undefined,
    temperatureC: r.number('temperature_c', -273, 5000),
    hazardClass: hazardClass(r),
    currentRoute: currentRoute || undefined,
    routeKind: currentRoute ? routeKindOf(currentRoute) : undefined,
    disposalCostEurPerUnit: money(r, 'disposal_cost', amount.factor, context),
    priceEurPerUnit: money(r, 'price', amount.factor, context),
    ...validity(r),
    material: material || undefined,
  });
  const draft: FlowDraft = {
    id,
    companyId,
    siteId: r.text('site_id') === '' ? companyId : r.id('site_id'),
    direction: direction ?? 'output',
    description,
    codes,
    ...optional,
    measurements: inOrder(composition.measurements),
    unread: composition.unread,
    confidential: r.word('confidential', YES_NO, 'да или нет', 'yes or no') ?? false,
  };
  return r.sound ? { row: { place, draft, unit: r.text('unit') }, issues: r.issues } : { issues: r.issues };
}

/** Only what is known. */
function given<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as ReturnType<
    typeof given<T>
  >;
}

function inOrder(measurements: readonly Measurement[]): Measurement[] {
  return [...measurements].sort((a, b) => (a.parameter < b.parameter ? -1 : a.parameter > b.parameter ? 1 : 0));
}

/** Working hours that the composition declares. */
function hoursOf(measurements: readonly Measurement[]): number | undefined {
  return measurements.find((m) => m.parameter === 'hours' && m.value > 0 && m.value <= 8784)?.value;
}

function hazardClass(r: RowReader<FlowColumn>): number | undefined {
  const text = r.text('hazard_class');
  if (text === '') return undefined;
  const read = readHazardClass(text);
  if (read === undefined) r.fault('hazard_class', text, 'класс от I до V', 'a class from I to V');
  return read;
}

function validity(r: RowReader<FlowColumn>): { from: string | undefined; to: string | undefined } {
  const from = r.date('from');
  const to = r.date('to');
  if (from !== undefined && to !== undefined && from > to) r.fault('to', to, `не раньше ${from}`, `not before ${from}`);
  return { from, to };
}

const CODES: readonly (readonly [keyof Codes, RegExp, string, string])[] = [
  ['ewc', /^\d{2}(\d{2}){0,2}\*?$/, 'код вида 10 01 02 или 10 01 02*', 'a code such as 10 01 02 or 10 01 02*'],
  ['fkko', /^\d{11}$/, 'код ФККО из 11 цифр', 'an FKKO code of 11 digits'],
  ['cpa', /^[A-Z]?\d{2,6}$/i, 'код вида 23.51.12', 'a code such as 23.51.12'],
  ['okpd2', /^\d{2,9}$/, 'код вида 23.51.12.110', 'a code such as 23.51.12.110'],
  ['hs', /^\d{4,10}$/, 'код ТН ВЭД из 4-10 цифр', 'an HS code of 4 to 10 digits'],
];

/** Codes whose form is right; whether they exist the classifier knows. */
function readCodes(r: RowReader<FlowColumn>): Codes {
  const codes: { -readonly [K in keyof Codes]: Codes[K] } = {};
  for (const [column, form, ru, en] of CODES) {
    const text = r.text(column);
    if (text === '') continue;
    const bare = text.replace(/[\s.\u00a0]/g, '');
    if (form.test(bare)) codes[column] = text;
    else if (column === 'ewc' && /^\d{5}\*?$/.test(bare)) {
      codes.ewc = `0${bare}`;
      r.fault('ewc', text, `6 цифр: прочитано как 0${bare}`, `6 digits: taken as 0${bare}`, 'warning');
    } else r.fault(column, text, ru, en);
  }
  return codes;
}

interface Amount {
  readonly quantityPerYear?: number;
  readonly dimension?: Dimension;
  /** Units of the dimension in one unit of the row, for money per unit. */
  readonly factor: number;
}

function readAmount(r: RowReader<FlowColumn>, hoursPerYear: number | undefined): Amount {
  const quantity = r.amount('quantity', 0, LARGEST_QUANTITY);
  const unit = r.text('unit');
  if (unit === '') {
    if (quantity !== undefined) r.fault('unit', '', 'единица количества', 'a unit of the quantity');
    return { factor: 1 };
  }
  const converted = convertQuantity(quantity ?? 0, unit, r.text('period'), hoursPerYear);
  if ('wanted' in converted) {
    const found = converted.column === 'unit' ? unit : r.text('period') || unit;
    r.fault(converted.column, found, converted.wanted.ru, converted.wanted.en);
    return { factor: 1 };
  }
  const { dimension, quantityPerYear } = converted;
  return { dimension, factor: findUnit(unit)?.factor ?? 1, ...(quantity !== undefined && { quantityPerYear }) };
}

/** Money per unit of the row -> EUR per unit of the dimension. No currency is EUR. */
function money(
  r: RowReader<FlowColumn>,
  column: 'disposal_cost' | 'price',
  factor: number,
  context: IngestContext,
): number | undefined {
  const value = r.amount(column, -1e9, 1e9);
  if (value === undefined) return undefined;
  const { code, scale } = readCurrency(r.text('currency'));
  const rate = code === 'EUR' ? 1 : context.perEur[code];
  if (r.text('currency') === '')
    r.fault(column, `${value}`, 'валюта; без неё принято EUR', 'a currency; without one it is taken as EUR', 'warning');
  if (rate !== undefined) return (value * scale) / rate / factor;
  const known = ['EUR', ...Object.keys(context.perEur)].join(', ');
  r.fault('currency', r.text('currency'), `валюта: ${known}`, `a currency: ${known}`);
  return undefined;
}

const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/^(РУБ(ЛЕЙ|ЛИ|ЛЬ|ЛЯ)?|₽|RUR|RUB|Р)$/, 'RUB'],
  [/^(€|ЕВРО|EUR|EURO|EUROS)$/, 'EUR'],
  [/^(\$|USD|ДОЛЛ|ДОЛЛАР(ОВ|Ы|А)?)$/, 'USD'],
];

/** `тыс. руб./т` -> RUB, 1000. */
function readCurrency(text: string): { code: string; scale: number } {
  const word = text.toUpperCase().replace(/\/.*$/, '').replace(/[.\s]/g, '');
  if (word === '') return { code: 'EUR', scale: 1 };
  const scaled = /^(ТЫС(?:ЯЧ)?|МЛН|K)(.+)$/.exec(word);
  const scale = !scaled ? 1 : scaled[1] === 'МЛН' ? 1e6 : 1e3;
  const bare = scaled?.[2] ?? word;
  return { code: CURRENCIES.find(([words]) => words.test(bare))?.[1] ?? bare, scale };
}
