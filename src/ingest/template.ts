import ExcelJS from 'exceljs';
import { COMPANY_HEADERS, FLOW_HEADERS } from './headers.ts';

/** Values of the drop-down lists, by column. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  direction: ['output', 'input'],
  unit: ['t', 'kg', 'MWh', 'Gcal', 'GJ', 'm3', 'pcs'],
  period: ['year', 'quarter', 'month', 'week', 'day', 'once'],
  hazard_class: ['I', 'II', 'III', 'IV', 'V'],
  currency: ['RUB', 'EUR'],
  confidential: ['no', 'yes'],
  visibility: ['public', 'partners', 'private'],
  country: ['RU', 'FI', 'EE', 'LV', 'LT', 'SE', 'PL', 'DE', 'DK', 'NO', 'BY', 'KZ'],
  modes: ['road', 'road,rail', 'road,sea', 'road,rail,sea', 'road,pipe'],
};

const RU_LISTS: Readonly<Record<string, readonly string[]>> = {
  direction: ['имею', 'нужно'],
  unit: ['т', 'кг', 'МВт·ч', 'Гкал', 'ГДж', 'м3', 'шт.'],
  period: ['год', 'квартал', 'месяц', 'неделя', 'сутки', 'разово'],
  confidential: ['нет', 'да'],
  visibility: ['открыто', 'партнёрам', 'закрыто'],
};

/** Rows below the header that carry a drop-down list. */
const ROWS = 500;

const HELP = {
  ru: [
    [
      'Лист «companies»: одна строка — одно предприятие. Нужны id и name; координаты, NACE или ОКВЭД делают подбор точнее.',
    ],
    [
      'Лист «flows»: одна строка — один поток. Нужны id, company_id, direction и описание или код (ФККО, EWC, ОКПД2, ТН ВЭД).',
    ],
    ['Количество, место и цена могут быть неизвестны: это снижает уверенность, но не мешает подбору.'],
    ['composition: через запятую «показатель знак значение единица», например: ППП 1.5 %, фенол<0.5 мг/кг.'],
  ],
  en: [
    [
      'Sheet "companies": one row a company. id and name are needed; coordinates, NACE or OKVED make matching more exact.',
    ],
    [
      'Sheet "flows": one row a flow. Needed: id, company_id, direction and a description or a code (FKKO, EWC, OKPD2, HS).',
    ],
    ['Quantity, place and price may be unknown: that lowers the confidence and does not prevent a match.'],
    ['composition: comma-separated "parameter sign value unit", for instance: LOI 1.5 %, phenol<0.5 mg/kg.'],
  ],
};

/** An XLSX to fill in: sheets companies and flows with drop-down lists, and a page of help. Our reader reads it back. */
export async function writeTemplate(lang: 'ru' | 'en'): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  // a fixed date keeps the bytes the same from day to day
  workbook.created = new Date(Date.UTC(2026, 0, 1));
  workbook.modified = workbook.created;
  addTable(workbook, 'companies', COMPANY_HEADERS, lang);
  addTable(workbook, 'flows', FLOW_HEADERS, lang);
  const help = workbook.addWorksheet(lang === 'ru' ? 'справка' : 'help');
  help.addRows(HELP[lang]);
  help.getColumn(1).width = 120;
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addTable(
  workbook: ExcelJS.Workbook,
  name: string,
  headers: Readonly<Record<string, readonly string[]>>,
  lang: 'ru' | 'en',
): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  const columns = Object.keys(headers);
  const titles = columns.map((column) =>
    lang === 'ru' ? (headers[column]!.find((word) => /[а-яё]/i.test(word)) ?? column) : column,
  );
  sheet.addRow(titles).font = { bold: true };
  columns.forEach((column, i) => {
    sheet.getColumn(i + 1).width = Math.max(12, titles[i]!.length + 2);
    const list = (lang === 'ru' ? RU_LISTS[column] : undefined) ?? LISTS[column];
    if (!list) return;
    for (let row = 2; row <= ROWS + 1; row++)
      sheet.getCell(row, i + 1).dataValidation = {
        type: 'list',
        allowBlank: true,
        formulae: [`"${list.join(',')}"`],
        showErrorMessage: column !== 'country' && column !== 'modes' && column !== 'unit',
      };
  });
}
