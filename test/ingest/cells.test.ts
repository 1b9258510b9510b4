import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  convertQuantity,
  csvRows,
  readCompanies,
  readFlow,
  readFlows,
  readNumber,
  routeKindOf,
} from '../../src/ingest/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';

const context = { parameters: loadKnowledge().parameters, perEur: { RUB: 95, USD: 1.1 } };
const bytes = (content: string | Uint8Array, size = 1 << 16) => ({
  name: 'f.csv',
  open: () => {
    const all = typeof content === 'string' ? Buffer.from(content) : content;
    return Readable.from(
      Array.from({ length: Math.ceil(all.length / size) || 1 }, (_, i) => all.subarray(i * size, (i + 1) * size)),
    );
  },
});
const rowsOf = async (content: string | Uint8Array, size?: number) =>
  (await Array.fromAsync(csvRows(bytes(content, size)))).map(({ row, cells }) => [row, ...cells]);

describe('numbers', () => {
  it.each([
    ['1 234,5', 1234.5],
    ['1\u00a0234\u00a0567', 1234567],
    ['1.234.567,8', 1234567.8],
    ['1,234,567.8', 1234567.8],
    ['0,5', 0.5],
    ['−3.5', -3.5],
    ['1e3', 1000],
    ["1'234.5", 1234.5],
    ['60,000', 60],
  ])('%s', (text, expected) => expect(readNumber(text)).toBe(expected));

  it.each([
    ['1 2'],
    ['1.2.3'],
    ['59.56.12'],
    ['1,23,456'],
    ['five'],
    ['NaN'],
    ['Infinity'],
    ['0x10'],
    [''],
    ['-'],
    ['1e999'],
  ])('is none: %s', (text) => expect(readNumber(text)).toBeUndefined());

  it('any number is read back from Russian and English writing', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const value = whole + (Math.sign(whole) || 1) * (cents / 100);
        for (const lang of ['ru', 'en', 'fi', 'de'])
          expect(readNumber(new Intl.NumberFormat(lang, { minimumFractionDigits: 2 }).format(value))).toBeCloseTo(
            value,
            6,
          );
      }),
    );
  });
});

describe('quantities', () => {
  it.each([
    [1, 'Mt', '', 1e6, 't'],
    [1, 'MT', '', 1, 't'],
    [1, 'Mg', '', 1, 't'],
    [1, 'млн т', 'год', 1e6, 't'],
    [1, 'тыс.т/год', '', 1000, 't'],
    [1, 'tonnes per year', '', 1, 't'],
    [1, 'м³/ч', '', 8760, 'm3'],
    [1, 'т', 'в сутки', 365, 't'],
    [1, 'кг', 'per week', 0.052, 't'],
    [1, 'куб. м', 'мес.', 12, 'm3'],
    [1, 'кВт*ч', '', 0.001, 'MWh'],
    [1, 'тыс. кВт·ч', '', 1, 'MWh'],
    [1, 'TJ', '', 1000 / 3.6, 'MWh'],
    [1, 'тыс. шт.', 'разово', 1000, 'piece'],
  ])('%d %s %s = %d %s a year', (value, unit, period, expected, dimension) => {
    const read = convertQuantity(value, unit, period);
    expect(read).toMatchObject({ dimension });
    expect('quantityPerYear' in read && read.quantityPerYear).toBeCloseTo(expected, 9);
  });

  it('knows no bushel and no fortnight', () => {
    expect(convertQuantity(1, 'bushel', 'year')).toMatchObject({ column: 'unit' });
    expect(convertQuantity(1, 't', 'fortnight')).toMatchObject({ column: 'period' });
  });
});

describe('a row of flows', () => {
  const flow = (cells: Parameters<typeof readFlow>[0]) =>
    readFlow(
      { id: 'F', company_id: 'A', direction: 'output', description: 'x', ...cells },
      { file: 'f', row: 2 },
      context,
    );

  it('takes declared working hours for a quantity an hour', () =>
    expect(
      flow({ quantity: '2', unit: 'Гкал/ч', composition: '90 °C, 8000 ч/год' }).row!.draft.quantityPerYear,
    ).toBeCloseTo(2 * 1.163 * 8000, 6));

  it.each([
    ['IV класс', 4],
    ['4', 4],
    ['Класс опасности III', 3],
    ['ІІ', 2],
  ])('hazard class %s', (hazard_class, expected) =>
    expect(flow({ hazard_class }).row!.draft.hazardClass).toBe(expected),
  );

  it.each([
    ['950', 'т', 'руб./т', 10],
    ['0,95', 'т', 'тыс. руб.', 10],
    ['9.5', 'kg', 'RUB', 100],
    ['11', 't', '$', 10],
    ['10', 'тыс. т', '€', 0.01],
  ])('a price of %s a %s in %s is %d EUR per unit of the dimension', (price, unit, currency, expected) =>
    expect(flow({ price, unit, currency }).row!.draft.priceEurPerUnit).toBeCloseTo(expected, 9),
  );

  it('does not know what people say they do not know', () => {
    const { row, issues } = flow({ quantity: 'н/д', unit: 'т', price: '?', temperature_c: '-' });
    expect([issues, row!.draft.quantityPerYear, row!.draft.dimension]).toEqual([[], undefined, 't']);
  });

  it.each([
    ['отвал', 'landfill'],
    ['полигон IV', 'landfill'],
    ['kaatopaikka/hyötykäyttö', 'landfill'],
    ['частично корм, частично полигон', 'landfill'],
    ['складирование', 'storage'],
    ['varasto', 'storage'],
    ['канализация (плата за состав)', 'sewer'],
    ['сброс в атмосферу', 'air'],
    ['сброс', 'air'],
    ['котельная', 'incineration'],
    ['обезвреживание', 'treatment'],
    ['вывоз на Восток', 'unknown'],
    ['export/cement', 'sold'],
    ['продажа ломозаготовителю', 'sold'],
  ])('present route "%s" is %s', (text, expected) => expect(routeKindOf(text)).toBe(expected));
});

describe('a header', () => {
  it('may carry the unit and the currency', async () => {
    const { rows, issues } = await readFlows(
      bytes('Код;Компания;Направление;Описание;Количество, тыс. т/год;Цена (руб/т)\nF;A;имею;x;2;1900\n'),
      context,
    );
    expect([issues, rows[0]!.draft]).toMatchObject([[], { quantityPerYear: 2000, priceEurPerUnit: 0.02 }]);
  });
});

describe('a company', () => {
  it.each([
    ['Россия', 'RU'],
    ['российская федерация', 'RU'],
    ['Finland', 'FI'],
    ['Латвия', 'LV'],
    ['ee', 'EE'],
  ])('country %s is %s', async (country, expected) =>
    expect((await readCompanies(bytes(`id;name;country\nA;x;${country}\n`))).rows[0]!.site.country).toBe(expected),
  );

  it.each([['SU'], ['ZZ'], ['EU'], ['Атлантида']])('country %s is none', async (country) =>
    expect((await readCompanies(bytes(`id;name;country\nA;x;${country}\n`))).issues[0]).toMatchObject({
      column: 'country',
      found: country,
    }),
  );
});

describe('a CSV', () => {
  it('with quotes inside a name and a line break inside a cell, rows counted as a spreadsheet does', async () =>
    expect(await rowsOf('id,name\r\n1,ООО "Ромашка"\r\n\r\n2,"two\nlines"\r\n3,x\r\n')).toEqual([
      [1, 'id', 'name'],
      [2, '1', 'ООО "Ромашка"'],
      [4, '2', 'two\nlines'],
      [5, '3', 'x'],
    ]));

  it('as Excel writes it: sep=; and UTF-16', async () => {
    expect(await rowsOf('sep=;\r\nid;name\r\n1;a,b\r\n')).toEqual([
      [2, 'id', 'name'],
      [3, '1', 'a,b'],
    ]);
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('id\tname\n1\tЗавод\n', 'utf16le')]);
    expect(await rowsOf(utf16, 3)).toEqual([
      [1, 'id', 'name'],
      [2, '1', 'Завод'],
    ]);
  });

  it('in Windows-1251 whose first Russian letter comes after 200 kB', async () => {
    const ascii = `id,name\n${'1,plant\n'.repeat(25_000)}`;
    const rows = await rowsOf(
      Buffer.concat([Buffer.from(ascii), Uint8Array.from([0x32, 0x2c, 0xc7, 0xe0, 0xe2, 0xee, 0xe4])]),
    );
    expect(rows.at(-1)).toEqual([25_002, '2', 'Завод']);
  });

  it('gives the same rows whatever the size of the chunks, in UTF-8 and in Windows-1251', async () => {
    const cell = fc.string({ unit: fc.constantFrom(...'абвгдежзЯ xyz,;"1'), maxLength: 8 });
    const to1251 = (text: string) =>
      Uint8Array.from([...text].map((c) => (c.charCodeAt(0) >= 0x410 ? c.charCodeAt(0) - 0x350 : c.charCodeAt(0))));
    await fc.assert(
      fc.asyncProperty(
        fc.array(cell, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 9 }),
        async (cells, size) => {
          const text = `id,name\nпервая,строка\n${cells.map((c, i) => `${i},"${c.replaceAll('"', '""')}"`).join('\n')}\n`;
          const whole = await rowsOf(text);
          expect(whole.slice(2).map((row) => row[2])).toEqual(cells);
          expect(await rowsOf(text, size)).toEqual(whole);
          expect(await rowsOf(to1251(text), size)).toEqual(whole);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of any bytes gives rows or an input problem, never anything else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (content) => {
        await readCompanies(bytes(content, 7)).then(
          () => undefined,
          (error) => expect(error.kind).toBe('input'),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('activities', () => {
  it.each([
    ['24.10', '24.10'],
    ['24.10; 19.10; 35.11', '24.10; 19.10; 35.11'],
    ['C24.10/D35.11', '24.10; 35.11'],
    ['24.10, 19.10, 24.10', '24.10; 19.10'],
    ['24.10 19.10', '24.10; 19.10'],
    ['23,51', '23.51'],
    ['23.51 Manufacture of cement, 2 kilns', '23.51'],
  ])('"%s" is %s', async (cell, expected) => {
    const { rows } = await readCompanies(bytes(`id;name;nace\nA;Works;"${cell}"\n`));
    expect(rows[0]!.company.nace).toBe(expected);
  });
});
