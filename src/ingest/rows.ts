import type {
  Company,
  Dimension,
  Flow,
  Issue,
  Measurement,
  Mode,
  Parameter,
  RouteKind,
  Site,
} from '../domain/index.ts';
import { parseComposition } from './composition.ts';
import type { CompanyColumn, FlowColumn } from './headers.ts';
import { readDate, readNumber } from './numbers.ts';
import { convertQuantity, findUnit } from './quantity.ts';

/** Where a row stands, for the messages. */
export interface Place {
  readonly file: string;
  readonly sheet?: string;
  readonly row: number;
}

/** A flow as read: all but its readings, which the classifier gives. */
export type FlowDraft = Omit<Flow, 'readings' | 'origin'> & { readonly material?: string };

export interface CompanyRow {
  readonly place: Place;
  readonly company: Company;
  readonly site: Site;
}

export interface FlowRow {
  readonly place: Place;
  readonly draft: FlowDraft;
}

export type Cells<C extends string> = Readonly<Partial<Record<C, string>>>;

/** What reading needs to know of the world: parameters of compositions and EUR per unit of each currency. */
export interface IngestContext {
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** Units of the currency per EUR. */
  readonly perEur: Readonly<Record<string, number>>;
}

/** A cell may not be longer; a description of a flow is some words, a composition some lines. */
export const LONGEST_CELL = 2000;
const LONGEST_ID = 100;
/** More than any plant makes of anything; a larger number is a slip of units. */
const LARGEST_QUANTITY = 1e12;

const MODES: readonly (readonly [RegExp, Mode])[] = [
  [/^(road|авто|автотранспорт|автомобильный)$/, 'road'],
  [/^(rail|ж\/?д|железнодорожный|жд)$/, 'rail'],
  [/^(sea|море|водный|морской|порт|ship)$/, 'sea'],
  [/^(pipe|труба|трубопровод)$/, 'pipe'],
];

const ROUTES: readonly (readonly [RegExp, RouteKind])[] = [
  [
    /полигон|отвал|захорон|свалк|landfill|kaatopaikka|dump|шламохранилищ|золоотвал|площадк|ash field|лагун|короотвал/i,
    'landfill',
  ],
  [/накопл|хранен|склад|varasto|storage|stock/i, 'storage'],
  [/канализац|сток|sewer|поля фильтрац/i, 'sewer'],
  [/атмосфер|сброс|градирн|air|vent|факел|flare/i, 'air'],
  [/сжиг|котел|котёл|incinerat|burn|кремац/i, 'incineration'],
  [/обезвреж|регенерац|treatment|утилиз|рендеринг|резерв/i, 'treatment'],
  [/прода|продукт|заготовител|sold|sale|export|возврат|сдача|корм|поля|field/i, 'sold'],
];

/** What a person's words for the present route mean. Several are possible: placement counts first. */
export function routeKindOf(text: string): RouteKind {
  return ROUTES.find(([words]) => words.test(text))?.[1] ?? 'unknown';
}

/** Collects the problems of one row, each with its column. */
class RowReader<C extends string> {
  readonly issues: Issue[] = [];
  readonly #cells: Cells<C>;
  readonly #place: Place;

  constructor(cells: Cells<C>, place: Place) {
    this.#cells = cells;
    this.#place = place;
  }

  text(column: C): string {
    const text = (this.#cells[column] ?? '').trim();
    if (text.length <= LONGEST_CELL) return text === '-' || text === '–' || text === '—' ? '' : text;
    this.fault(column, `${text.length}`, `не длиннее ${LONGEST_CELL} знаков`, `at most ${LONGEST_CELL} characters`);
    return '';
  }

  id(column: C): string {
    const id = this.text(column);
    if (id === '') this.fault(column, '', 'непустой код', 'an id');
    else if (id.length > LONGEST_ID || /[\p{Cc}\s]/u.test(id))
      this.fault(
        column,
        id,
        `код без пробелов, не длиннее ${LONGEST_ID} знаков`,
        `an id without spaces of at most ${LONGEST_ID} characters`,
      );
    return id;
  }

  number(column: C, from: number, to: number): number | undefined {
    const text = this.text(column);
    if (text === '') return undefined;
    const value = readNumber(text);
    if (value !== undefined && value >= from && value <= to) return value;
    this.fault(column, text, `число от ${from} до ${to}`, `a number from ${from} to ${to}`);
    return undefined;
  }

  date(column: C): string | undefined {
    const text = this.text(column);
    if (text === '') return undefined;
    const date = readDate(text);
    if (date === undefined)
      this.fault(column, text, 'дата ДД.ММ.ГГГГ или ГГГГ-ММ-ДД', 'a date YYYY-MM-DD or DD.MM.YYYY');
    return date;
  }

  word<T>(column: C, table: readonly (readonly [RegExp, T])[], ru: string, en: string): T | undefined {
    const text = this.text(column);
    if (text === '') return undefined;
    const found = table.find(([words]) => words.test(text.toLowerCase()));
    if (!found) this.fault(column, text, ru, en);
    return found?.[1];
  }

  fault(column: C, found: string, ru: string, en: string, severity: Issue['severity'] = 'error'): void {
    this.issues.push({ ...this.#place, column, found: found.slice(0, 200), wanted: { ru, en }, severity });
  }

  get sound(): boolean {
    return this.issues.every((issue) => issue.severity !== 'error');
  }
}

export function readCompany(cells: Cells<CompanyColumn>, place: Place): { row?: CompanyRow; issues: readonly Issue[] } {
  const r = new RowReader<CompanyColumn>(cells, place);
  const id = r.id('id');
  const name = r.text('name');
  if (name === '') r.fault('name', '', 'название', 'a name');
  const country = r.text('country').toUpperCase();
  if (country !== '' && !/^[A-Z]{2}$/.test(country))
    r.fault('country', country, 'код страны из двух букв (RU, FI)', 'a two-letter country code (RU, FI)');
  const lat = r.number('lat', -90, 90);
  const lon = r.number('lon', -180, 180);
  if ((r.text('lat') === '') !== (r.text('lon') === ''))
    r.fault('lat', r.text('lat'), 'широта и долгота вместе', 'latitude and longitude together');
  const nace = activity(r, 'nace');
  const okved = activity(r, 'okved');
  const employees = r.number('employees', 0, 1e7);
  const visibility =
    r.word(
      'visibility',
      [
        [/^(public|открыто|всем|открытая)$/, 'public'],
        [/^(partners|партн[её]рам|партн[её]ры)$/, 'partners'],
        [/^(private|закрыто|никому|закрытая)$/, 'private'],
      ] as const,
      'public, partners или private',
      'public, partners or private',
    ) ?? 'public';
  const region = r.text('region');
  const town = r.text('town');
  const row: CompanyRow = {
    place,
    company: {
      id,
      name,
      ...(nace && { nace }),
      ...(okved && { okved }),
      ...(employees !== undefined && { employees }),
      visibility,
    },
    site: {
      id: r.text('site_id') || id,
      companyId: id,
      ...(country && { country }),
      ...(region && { region }),
      ...(town && { town }),
      ...(lat !== undefined && lon !== undefined && { lat, lon }),
      modes: readModes(r),
    },
  };
  return r.sound ? { row, issues: r.issues } : { issues: r.issues };
}

function activity(r: RowReader<CompanyColumn>, column: 'nace' | 'okved'): string {
  const code = r.text(column).split(/[;,/ ]+/)[0] ?? '';
  if (code !== '' && !/^[A-U]?\d{2}(\.\d{1,2}){0,3}$/.test(code)) {
    r.fault(column, code, 'код вида 23.51', 'a code such as 23.51');
    return '';
  }
  return code.replace(/^[A-U]/, '');
}

function readModes(r: RowReader<CompanyColumn>): Mode[] {
  const modes = new Set<Mode>();
  for (const word of r
    .text('modes')
    .toLowerCase()
    .split(/[;,+ ]+/)
    .filter(Boolean)) {
    const mode = MODES.find(([words]) => words.test(word));
    if (mode) modes.add(mode[1]);
    else r.fault('modes', word, 'road, rail, sea, pipe', 'road, rail, sea, pipe');
  }
  return [...modes].sort();
}

const DIRECTIONS = [
  [/^(output|out|выход|имею|отход|отда[её]м|есть|have|offer)$/, 'output'],
  [/^(input|in|вход|нужно|потребность|бер[её]м|need|want|demand)$/, 'input'],
] as const;

const HAZARD = [
  [/^(1|i|і)$/, 1],
  [/^(2|ii)$/, 2],
  [/^(3|iii)$/, 3],
  [/^(4|iv)$/, 4],
  [/^(5|v)$/, 5],
] as const;

const YES = [
  [/^(1|да|yes|true|y|д)$/, true],
  [/^(0|нет|no|false|n|н)$/, false],
] as const;

export function readFlow(
  cells: Cells<FlowColumn>,
  place: Place,
  context: IngestContext,
): { row?: FlowRow; issues: readonly Issue[] } {
  const r = new RowReader<FlowColumn>(cells, place);
  const id = r.id('id');
  const companyId = r.id('company_id');
  const direction = r.word('direction', DIRECTIONS, 'output (имею) или input (нужно)', 'output or input');
  if (direction === undefined && r.text('direction') === '')
    r.fault('direction', '', 'output (имею) или input (нужно)', 'output or input');
  const description = r.text('description');
  const codes = readCodes(r);
  const material = r.text('material');
  if (description === '' && Object.keys(codes).length === 0 && material === '')
    r.fault('description', '', 'описание или код', 'a description or a code');
  const amount = readAmount(r);
  const temperatureC = r.number('temperature_c', -273, 5000);
  const hazardClass = r.word('hazard_class', HAZARD, 'класс от I до V', 'a class from I to V');
  const currentRoute = r.text('current_route');
  const disposal = money(r, 'disposal_cost', amount, context);
  const price = money(r, 'price', amount, context);
  const from = r.date('from');
  const to = r.date('to');
  if (from !== undefined && to !== undefined && from > to) r.fault('to', to, `не раньше ${from}`, `not before ${from}`);
  const { measurements, unread } = parseComposition(r.text('composition'), context.parameters, {
    wanted: direction === 'input',
    subject: description,
  });
  const confidential = r.word('confidential', YES, 'да или нет', 'yes or no') ?? false;
  const state = r.text('state');
  const draft: FlowDraft = {
    id,
    companyId,
    siteId: r.text('site_id') || companyId,
    direction: direction ?? 'output',
    description,
    codes,
    ...(amount.dimension && { dimension: amount.dimension }),
    ...(amount.quantityPerYear !== undefined && { quantityPerYear: amount.quantityPerYear }),
    ...(state && { state }),
    ...(temperatureC !== undefined && { temperatureC }),
    ...(hazardClass !== undefined && { hazardClass }),
    ...(currentRoute && { currentRoute, routeKind: routeKindOf(currentRoute) }),
    ...(disposal !== undefined && { disposalCostEurPerUnit: disposal }),
    ...(price !== undefined && { priceEurPerUnit: price }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    measurements: sorted(measurements),
    unread,
    confidential,
    ...(material && { material }),
  };
  return r.sound ? { row: { place, draft }, issues: r.issues } : { issues: r.issues };
}

function sorted(measurements: readonly Measurement[]): Measurement[] {
  return [...measurements].sort((a, b) => (a.parameter < b.parameter ? -1 : 1));
}

function readCodes(r: RowReader<FlowColumn>): Flow['codes'] {
  const code = (column: 'ewc' | 'fkko' | 'cpa' | 'okpd2' | 'hs', form: RegExp, ru: string, en: string) => {
    const text = r.text(column);
    if (text === '' || form.test(text.replace(/[\s.\u00a0]/g, ''))) return text;
    r.fault(column, text, ru, en);
    return '';
  };
  const ewc = code(
    'ewc',
    /^\d{2}(\d{2}){0,2}\*?$/,
    'код вида 10 01 02 или 10 01 02*',
    'a code such as 10 01 02 or 10 01 02*',
  );
  const fkko = code('fkko', /^\d{11}$/, 'код ФККО из 11 цифр', 'an FKKO code of 11 digits');
  const cpa = code('cpa', /^[A-Z]?\d{2,6}$/i, 'код вида 23.51.12', 'a code such as 23.51.12');
  const okpd2 = code('okpd2', /^\d{2,9}$/, 'код вида 23.51.12.110', 'a code such as 23.51.12.110');
  const hs = code('hs', /^\d{4,10}$/, 'код ТН ВЭД из 4-10 цифр', 'an HS code of 4 to 10 digits');
  return {
    ...(ewc && { ewc }),
    ...(fkko && { fkko }),
    ...(cpa && { cpa }),
    ...(okpd2 && { okpd2 }),
    ...(hs && { hs }),
  };
}

interface Amount {
  readonly quantityPerYear?: number;
  readonly dimension?: Dimension;
  /** Units of the dimension in one unit of the row, for prices per unit. */
  readonly factor: number;
}

function readAmount(r: RowReader<FlowColumn>): Amount {
  const quantity = r.number('quantity', 0, LARGEST_QUANTITY);
  const unit = r.text('unit');
  if (unit === '') {
    if (quantity !== undefined) r.fault('unit', '', 'единица количества', 'a unit of the quantity');
    return { factor: 1 };
  }
  const converted = convertQuantity(quantity ?? 0, unit, r.text('period'));
  if ('wanted' in converted) {
    r.fault(
      converted.column,
      converted.column === 'unit' ? unit : r.text('period') || unit,
      converted.wanted.ru,
      converted.wanted.en,
    );
    return { factor: 1 };
  }
  const factor = findUnit(unit.split(/\s*\/\s*/)[0]!)?.factor ?? 1;
  return {
    dimension: converted.dimension,
    factor,
    ...(quantity !== undefined && { quantityPerYear: converted.quantityPerYear }),
  };
}

/** Money per unit of the row -> EUR per unit of the dimension. */
function money(
  r: RowReader<FlowColumn>,
  column: 'disposal_cost' | 'price',
  amount: Amount,
  context: IngestContext,
): number | undefined {
  const value = r.number(column, -1e9, 1e9);
  if (value === undefined) return undefined;
  const word = r.text('currency').toUpperCase() || 'EUR';
  const currency = /^(РУБ\.?|₽|RUR|RUB)$/.test(word) ? 'RUB' : word === '€' || word === 'ЕВРО' ? 'EUR' : word;
  const rate = currency === 'EUR' ? 1 : context.perEur[currency];
  if (rate === undefined) {
    r.fault(
      'currency',
      word,
      `валюта: ${['EUR', ...Object.keys(context.perEur)].join(', ')}`,
      `a currency: ${['EUR', ...Object.keys(context.perEur)].join(', ')}`,
    );
    return undefined;
  }
  return value / rate / amount.factor;
}
