import type ExcelJS from 'exceljs';
import { countryCodes } from './countries.ts';
import { COMPANY_HEADERS, FLOW_HEADERS } from './headers.ts';
import { COMPANY_HELP, FLOW_HELP, PREFACE } from './template-text.ts';

type Lang = 'ru' | 'en';
type Headers = Readonly<Record<string, readonly string[]>>;

/** Values of the drop-down lists by column; every one is understood by our reader. */
export const TEMPLATE_LISTS: Readonly<Record<Lang, Readonly<Record<string, readonly string[]>>>> = {
  ru: {
    direction: ['имею', 'нужно'],
    unit: ['т', 'тыс. т', 'кг', 'МВт·ч', 'Гкал', 'ГДж', 'м3', 'тыс. м3', 'л', 'шт.'],
    period: ['год', 'квартал', 'месяц', 'неделя', 'сутки', 'час', 'разово'],
    hazard_class: ['I', 'II', 'III', 'IV', 'V'],
    currency: ['RUB', 'EUR'],
    confidential: ['нет', 'да'],
    visibility: ['открыто', 'партнёрам', 'закрыто'],
    modes: ['авто', 'авто, ж/д', 'авто, море', 'авто, ж/д, море', 'авто, труба'],
    country: countryCodes(),
  },
  en: {
    direction: ['output', 'input'],
    unit: ['t', 'kt', 'kg', 'MWh', 'Gcal', 'GJ', 'm3', 'l', 'pcs'],
    period: ['year', 'quarter', 'month', 'week', 'day', 'hour', 'once'],
    hazard_class: ['I', 'II', 'III', 'IV', 'V'],
    currency: ['EUR', 'RUB'],
    confidential: ['no', 'yes'],
    visibility: ['public', 'partners', 'private'],
    modes: ['road', 'road, rail', 'road, sea', 'road, rail, sea', 'road, pipe'],
    country: countryCodes(),
  },
};

/** Of these our reader takes more words than the list shows. */
const OPEN_LISTS = new Set(['unit', 'country', 'modes', 'currency']);
const LAST_ROW = 2000;

/** An XLSX to fill in: sheets companies and flows with drop-down lists, a page of help and the lists. Our reader reads it back. */
export async function writeTemplate(lang: Lang): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs'); // heavy, and only a template needs it
  const workbook = new excel.Workbook();
  // a fixed date keeps the bytes the same from day to day
  workbook.created = new Date(Date.UTC(2026, 0, 1));
  workbook.modified = workbook.created;
  addTable(workbook, 'companies', COMPANY_HEADERS, lang);
  addTable(workbook, 'flows', FLOW_HEADERS, lang);
  addHelp(workbook, lang);
  addLists(workbook, lang);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function titleOf(words: readonly string[], column: string, lang: Lang): string {
  return lang === 'ru' ? (words.find((word) => /[а-яё]/i.test(word)) ?? column) : column;
}

function addTable(workbook: ExcelJS.Workbook, name: string, headers: Headers, lang: Lang): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  const columns = Object.keys(headers);
  const titles = columns.map((column) => titleOf(headers[column]!, column, lang));
  sheet.addRow(titles).font = { bold: true };
  columns.forEach((column, i) => {
    const letter = sheet.getColumn(i + 1).letter;
    sheet.getColumn(i + 1).width = Math.max(12, titles[i]!.length + 2);
    const formula = listRange(column, lang);
    if (!formula) return;
    validations(sheet).add(`${letter}2:${letter}${LAST_ROW}`, {
      type: 'list',
      allowBlank: true,
      formulae: [formula],
      showErrorMessage: !OPEN_LISTS.has(column),
    });
  });
}

/** exceljs can validate a whole range at once; its types know of single cells only. */
function validations(sheet: ExcelJS.Worksheet): { add(range: string, validation: ExcelJS.DataValidation): void } {
  return (sheet as unknown as { dataValidations: ReturnType<typeof validations> }).dataValidations;
}

const listSheet = (lang: Lang) => (lang === 'ru' ? 'списки' : 'lists');

function listRange(column: string, lang: Lang): string | undefined {
  const at = Object.keys(TEMPLATE_LISTS[lang]).indexOf(column);
  if (at < 0) return undefined;
  const letter = String.fromCharCode(65 + at);
  return `'${listSheet(lang)}'!$${letter}$2:$${letter}$${TEMPLATE_LISTS[lang][column]!.length + 1}`;
}

function addLists(workbook: ExcelJS.Workbook, lang: Lang): void {
  const sheet = workbook.addWorksheet(listSheet(lang));
  const lists = Object.entries(TEMPLATE_LISTS[lang]);
  const headers: Headers = { ...COMPANY_HEADERS, ...FLOW_HEADERS };
  sheet.addRow(lists.map(([column]) => titleOf(headers[column]!, column, lang))).font = { bold: true };
  const longest = Math.max(...lists.map(([, values]) => values.length));
  for (let i = 0; i < longest; i++) sheet.addRow(lists.map(([, values]) => values[i] ?? null));
}

function addHelp(workbook: ExcelJS.Workbook, lang: Lang): void {
  const sheet = workbook.addWorksheet(lang === 'ru' ? 'справка' : 'help');
  for (const line of PREFACE[lang]) sheet.addRow([line]);
  for (const [name, headers, help] of [
    ['companies', COMPANY_HEADERS, COMPANY_HELP],
    ['flows', FLOW_HEADERS, FLOW_HELP],
  ] as const) {
    sheet.addRow([]);
    sheet.addRow([name]).font = { bold: true };
    for (const [column, text] of Object.entries(help))
      sheet.addRow([titleOf((headers as Headers)[column]!, column, lang), text[lang]]);
  }
  sheet.getColumn(1).width = 26;
  sheet.getColumn(2).width = 100;
}
