import writeXlsxFile from 'write-excel-file/node';
import type { Bilingual, Flow, Match, Snapshot } from '../domain/index.ts';
import { BASIS } from './match-words.ts';

type Lang = keyof Bilingual;
type Value = string | number | boolean | undefined;

interface Column {
  readonly title: Bilingual;
  readonly width: number;
  /** Number format of Excel. */
  readonly format?: string;
  value(match: Match, names: Names, lang: Lang): Value;
}

/** What a person reads in place of ids. */
interface Names {
  company(id: string): string;
  flow(id: string): string;
}

const COLUMNS: readonly Column[] = [
  { title: { ru: 'Отдаёт', en: 'Giver' }, width: 34, value: (m, names) => names.company(m.outputCompany) },
  { title: { ru: 'Что', en: 'What' }, width: 40, value: (m, names) => names.flow(m.output) },
  { title: { ru: 'Принимает', en: 'Taker' }, width: 34, value: (m, names) => names.company(m.demandCompany) },
  { title: { ru: 'Вместо чего', en: 'In place of' }, width: 40, value: (m, names) => names.flow(m.demand) },
  { title: { ru: 'Место', en: 'Rank' }, width: 8, value: (m) => m.rank },
  { title: { ru: 'Баллы', en: 'Score' }, width: 8, value: (m) => m.score },
  { title: { ru: 'Расстояние, км', en: 'Distance, km' }, width: 14, format: '#,##0', value: (m) => m.distanceKm },
  {
    title: { ru: 'Количество в год', en: 'Quantity a year' },
    width: 16,
    format: '#,##0',
    value: (m) => m.quantityPerYear,
  },
  { title: { ru: 'Единица', en: 'Unit' }, width: 9, value: (m) => m.unit },
  {
    title: { ru: 'Выгода, EUR/год', en: 'Net benefit, EUR/year' },
    width: 20,
    format: '#,##0',
    value: (m) => m.netBenefitEurPerYear,
  },
  {
    title: { ru: 'CO2, т/год', en: 'CO2 avoided, t/year' },
    width: 18,
    format: '#,##0',
    value: (m) => m.co2KgPerYear && m.co2KgPerYear / 1000,
  },
  { title: { ru: 'Предположено', en: 'Inferred' }, width: 13, value: (m, _, lang) => yesNo(m.inferred, lang) },
  {
    title: { ru: 'Режим', en: 'Regime' },
    width: 10,
    value: (m, _, lang) => (lang === 'en' ? m.regime : m.regime === 'open' ? 'открыт' : 'закрыт'),
  },
  {
    title: { ru: 'Основание', en: 'Basis' },
    width: 18,
    value: (m, _, lang) => BASIS[m.basis][lang],
  },
  { title: { ru: 'Уверенность', en: 'Confidence' }, width: 12, format: '0.00', value: (m) => m.confidence },
  { title: { ru: 'Применение', en: 'Use' }, width: 30, value: (m) => m.use },
  { title: { ru: 'Код потока', en: 'Output id' }, width: 14, value: (m) => m.output },
  { title: { ru: 'Код спроса', en: 'Demand id' }, width: 14, value: (m) => m.demand },
];

/**
 * An XLSX with one row a match, in words a person reads: names of companies and descriptions of flows come from the snapshot.
 * Held in memory whole, some 6 kB a match.
 */
export async function writeWorkbook(
  matches: Iterable<Match>,
  { snapshot, lang }: { readonly snapshot: Snapshot; readonly lang: Lang },
): Promise<Uint8Array> {
  const names = namesOf(snapshot, lang);
  const header = COLUMNS.map(({ title }) => ({ value: title[lang], fontWeight: 'bold' as const, wrap: true }));
  const rows: ReturnType<typeof cell>[][] = [];
  for (const match of matches) rows.push(COLUMNS.map((column) => cell(column, column.value(match, names, lang))));
  const buffer = await writeXlsxFile([header, ...rows], {
    sheet: lang === 'ru' ? 'Обмены' : 'Matches',
    stickyRowsCount: 1,
    columns: COLUMNS.map(({ width }) => ({ width })),
  }).toBuffer();
  return new Uint8Array(buffer);
}

function cell({ format }: Column, value: Value): { value: string | number | boolean; format?: string } | null {
  if (value === undefined) return null;
  return { value, ...(format && typeof value === 'number' && { format }) };
}

const yesNo = (yes: boolean, lang: Lang) => (lang === 'ru' ? (yes ? 'да' : 'нет') : yes ? 'yes' : 'no');

function namesOf(snapshot: Snapshot, lang: Lang): Names {
  const companies = new Map(snapshot.companies.map(({ id, name }) => [id, name]));
  const flows = new Map(snapshot.flows.map((flow) => [flow.id, flow]));
  const words = (flow: Flow | undefined, id: string) => flow?.description || Object.values(flow?.codes ?? {})[0] || id;
  return {
    company: (id) => companies.get(id) ?? id,
    flow: (id) => {
      const flow = flows.get(id);
      const mark = flow?.origin === 'inferred' ? (lang === 'ru' ? ' (предположено)' : ' (inferred)') : '';
      return words(flow, id) + mark;
    },
  };
}
