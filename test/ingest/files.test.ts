import { createReadStream, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { readFiles } from '../../src/app/import/read-files.ts';
import { buildClassifier } from '../../src/classify/index.ts';
import type { Issue } from '../../src/domain/index.ts';
import {
  readCompanies,
  readFlows,
  readWorkbook,
  TEMPLATE_LISTS,
  writeRejected,
  writeTemplate,
} from '../../src/ingest/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';

const knowledge = loadKnowledge();
const understanding = { knowledge, classifier: buildClassifier(knowledge) };
const context = { parameters: knowledge.parameters, perEur: { RUB: 95 } };
const bytes = (name: string, content: string | Uint8Array) => ({
  name,
  open: () => Readable.from([typeof content === 'string' ? Buffer.from(content) : content]),
});
const disk = (path: string) => ({ name: path.split('/').at(-1)!, open: () => createReadStream(path) });
const told = (issues: readonly Issue[]) => issues.map((i) => `${i.row} ${i.column}: ${i.found} -> ${i.wanted.en}`);

/** Windows-1251 of Russian text: А-я stand at C0-FF, ё at B8. */
const cp1251 = (text: string) =>
  Uint8Array.from(
    [...text].map((c) => {
      const n = c.charCodeAt(0);
      return n === 0x451 ? 0xb8 : n >= 0x410 && n <= 0x44f ? n - 0x350 : n;
    }),
  );

describe('what people hand in', () => {
  it('A1 English headers, commas, UTF-8', async () => {
    const { rows } = await readCompanies(bytes('c.csv', 'id,name,country,lat,lon\nA,Plant,FI,60.1,24.9\n'));
    expect(rows[0]).toMatchObject({
      company: { id: 'A', name: 'Plant', visibility: 'public' },
      site: { id: 'A', country: 'FI', lat: 60.1, lon: 24.9 },
    });
  });

  it('A2 Russian headers, semicolons, decimal comma, Windows-1251', async () => {
    const text = 'Код;Компания;Направление;Описание;Количество;Единица;Период\nП1;А;имею;Зола-унос;1 234,5;т;месяц\n';
    const { rows, issues } = await readFlows(bytes('потоки.csv', cp1251(text)), context);
    expect([issues, rows[0]!.draft]).toMatchObject([
      [],
      { id: 'П1', direction: 'output', description: 'Зола-унос', quantityPerYear: 14_814, dimension: 't' },
    ]);
  });

  it('A3 a byte order mark, tabs, an unknown column', async () => {
    const { rows, issues } = await readCompanies(bytes('c.csv', '\ufeffid\tname\tcolour\nA\tPlant\tred\n'));
    expect([rows.length, told(issues)]).toEqual([1, ['1 colour: colour -> a known column; this one is passed over']]);
  });

  it('A3 a title above the header is passed over, rows keep the numbers of the file', async () => {
    const text =
      'Реестр отходов\n;;;Объём;\nКод;Компания;Направление;Описание;Количество, т/год\nП1;А;имею;Зола;много\nП2;А;имею;Зола;1,5\n';
    const { rows, issues } = await readFlows(bytes('потоки.csv', text), context);
    expect([rows.map(({ draft }) => [draft.id, draft.quantityPerYear]), told(issues)]).toEqual([
      [['П2', 1.5]],
      ['4 quantity: много -> a number from 0 to 1000000000000'],
    ]);
  });

  it('A3 where no row is a header, the nearest to one is told', async () => {
    const failed = readCompanies(bytes('c.csv', 'Register\nname,country\nPlant,FI\n'));
    await expect(failed).rejects.toMatchObject({
      issues: [{ row: 2, found: 'name, country', wanted: { en: 'columns id' } }],
    });
  });

  it('A4 two sites of one company through site_id', async () => {
    const read = await readFiles(
      { companies: bytes('c.csv', 'id,site_id,name\nA,A-north,Plant\nA,A-south,Plant\n') },
      understanding,
    );
    expect([read.companies.length, read.sites.map((s) => s.id)]).toEqual([1, ['A-north', 'A-south']]);
  });

  it.each([
    ['1', 'Gcal', 'year', 1.163, 'MWh'],
    ['3.6', 'GJ', 'year', 1, 'MWh'],
    ['2', 'кг', 'day', 0.73, 't'],
    ['1', 'тыс. т', 'квартал', 4000, 't'],
    ['5', 'т/год', '', 5, 't'],
    ['10', 'тыс. м3', 'year', 10_000, 'm3'],
    ['7', 'шт.', 'week', 364, 'piece'],
    ['1000', 'l', 'month', 12, 'm3'],
  ])('A5 %s %s a %s = %d %s a year', async (quantity, unit, period, expected, dimension) => {
    const { rows } = await readFlows(
      bytes(
        'f.csv',
        `id;company_id;direction;description;quantity;unit;period\nF;A;output;x;${quantity};${unit};${period}\n`,
      ),
      context,
    );
    expect(rows[0]!.draft.dimension).toBe(dimension);
    expect(rows[0]!.draft.quantityPerYear).toBeCloseTo(expected, 9);
  });

  it('A6 a price in roubles per kilogram is euros per tonne', async () => {
    const { rows } = await readFlows(
      bytes('f.csv', 'id;company_id;direction;description;quantity;unit;price;currency\nF;A;output;x;5;кг;9,5;руб.\n'),
      context,
    );
    expect(rows[0]!.draft.priceEurPerUnit).toBeCloseTo(100, 9);
  });
});

describe('every problem at once', () => {
  it('B1 the broken files: row, column, found, wanted', async () => {
    const read = await readFiles(
      { companies: disk('fixtures/broken/companies.csv'), flows: disk('fixtures/broken/flows.csv') },
      understanding,
    );
    const errors = (file: string) => told(read.issues.filter((i) => i.file === file && i.severity === 'error'));
    expect(errors('companies.csv')).toEqual([
      '3 id:  -> an id',
      '4 id: K 3 -> an id without spaces of at most 100 characters',
      '5 name:  -> a name',
      '6 lon:  -> latitude and longitude together',
      '7 lat: 159.9 -> a number from -90 to 90',
      '8 country: Ruritania -> a two-letter country code (RU, FI) or its name',
      '9 nace: cement -> a code such as 23.51',
      '10 modes: camel -> road, rail, sea, pipe',
      '11 id: K1 -> an id not met before in the file',
      '12 visibility: everybody -> public, partners or private',
    ]);
    expect(errors('flows.csv').map((line) => line.split(':')[0])).toEqual([
      '3 direction',
      '4 description',
      '5 quantity',
      '6 quantity',
      '7 quantity',
      '8 unit',
      '9 period',
      '10 ewc',
      '11 fkko',
      '12 hazard_class',
      '13 currency',
      '14 from',
      '15 to',
      '16 confidential',
      '17 company_id',
      '18 id',
      '19 unit',
      '20 unit',
    ]);
    expect([read.companies.map((c) => c.id), read.flows.map((f) => f.id)]).toEqual([['K1'], ['F1']]);
  });

  it('B2 bad rows are given back with their reasons', async () => {
    const { rejected, issues } = await readCompanies(disk('fixtures/broken/companies.csv'));
    const csv = writeRejected(rejected, issues, 'en').split('\n');
    expect([csv[0], csv[1]]).toEqual([
      'id,name,country,lat,lon,nace,modes,visibility,colour,reason,file,row',
      ',No id,RU,59.9,30.3,23.51,,,,"id: «», wanted: an id",companies.csv,3',
    ]);
  });

  it('B2c what is given back can be mended and handed in again', async () => {
    const read = await readFlows(disk('fixtures/broken/flows.csv'), context);
    const csv = writeRejected(read.rejected, read.issues, 'ru');
    const mended = csv
      .replace('minus five', '5')
      .replace('bushel', 't')
      .replace('sideways', 'output')
      .replace(',NaN,', ',7,');
    const again = await readFlows(bytes('rejected.csv', mended), context);
    expect(again.rows.map((row) => row.draft.id)).toEqual(['F2', 'F4', 'F6', 'F7']);
    expect(told(again.issues.filter((i) => i.severity === 'warning')).map((line) => line.split(' ->')[0])).toEqual([
      '1 почему: почему',
      '1 файл: файл',
      '1 строка: строка',
    ]);
  });

  it('B2a rows kept out for what only the whole tells (an id twice, nobody, a wrong dimension) are given back too', async () => {
    const read = await readFiles(
      { companies: disk('fixtures/broken/companies.csv'), flows: disk('fixtures/broken/flows.csv') },
      understanding,
    );
    const rows = (name: string) => read.rejected.filter((row) => row.place.file === name).map((row) => row.place.row);
    expect(rows('companies.csv')).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(rows('flows.csv')).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
  });

  it('B2b what is wrong with one file as a whole does not hide the problems of the other', async () => {
    const reading = readFiles(
      { companies: disk('fixtures/broken/other-columns.csv'), flows: disk('fixtures/broken/flows.csv') },
      understanding,
    );
    await expect(reading).rejects.toSatisfy(
      ({ issues }) => issues.length > 10 && issues[0].file === 'other-columns.csv',
    );
  });

  it.each([
    ['empty', ''],
    ['only a header', 'id,name\n'],
    ['without the needed columns', 'a,b\n1,2\n'],
    ['no text', new Uint8Array([0, 1, 2, 0, 255])],
  ])('B3 a file that is %s', async (what, content) => {
    const reading = readCompanies(bytes('c.csv', content));
    if (what === 'only a header') expect(told((await reading).issues)[0]).toContain('rows below the header');
    else await expect(reading).rejects.toMatchObject({ kind: 'input' });
  });

  it('B4 a cell of five megabytes is a problem of its row', async () => {
    const { issues, rows } = await readCompanies(bytes('c.csv', `id,name\nA,${'x'.repeat(900_000)}\n`));
    expect([rows.length, told(issues)[0]]).toEqual([0, '2 name: 900000 -> at most 2000 characters']);
    await expect(readCompanies(bytes('c.csv', `id,name\nA,${'x'.repeat(5_000_000)}\n`))).rejects.toMatchObject({
      kind: 'input',
    });
  });

  it('B6 a formula that failed is a wrong value, not an empty cell', async () => {
    const book = await writeXlsxFile([
      { data: [['id', 'name'].map((value) => ({ value })), [{ value: 'A' }, { value: 'Plant' }]], sheet: 'companies' },
      {
        data: [
          ['id', 'company_id', 'direction', 'description', 'quantity', 'unit'].map((value) => ({ value })),
          [{ value: 'F' }, { value: 'A' }, { value: 'output' }, { value: 'fly ash' }, { value: 77 }, { value: 't' }],
        ],
        sheet: 'flows',
      },
    ]).toBuffer();
    const files = unzipSync(book);
    for (const name of Object.keys(files).filter((one) => one.startsWith('xl/worksheets/')))
      files[name] = strToU8(
        strFromU8(files[name]!).replace(/<c ([^>]*)><v>77<\/v>/, '<c $1 t="e"><f>B9/0</f><v>#DIV/0!</v>'),
      );
    const { flows } = await readWorkbook(bytes('t.xlsx', zipSync(files)), context);
    expect(told(flows.issues)).toEqual(['2 quantity: #DIV/0! -> a number from 0 to 1000000000000']);
  });

  it('B5 a file that is no workbook', async () => {
    await expect(readWorkbook(bytes('a.xlsx', 'id,name\n'), context)).rejects.toMatchObject({ kind: 'input' });
  });
});

describe('the template', () => {
  it.each(['ru', 'en'] as const)('C1 in %s is read back by our own reader', async (lang) => {
    const read = await readWorkbook(bytes('t.xlsx', await writeTemplate(lang)), context);
    expect([told(read.companies.issues), told(read.flows.issues), read.flows.rows]).toEqual([
      ['undefined undefined: undefined -> rows below the header'],
      ['undefined undefined: undefined -> rows below the header'],
      [],
    ]);
  });

  it.each(['ru', 'en'] as const)('C2 every value of its lists in %s is understood', async (lang) => {
    const lists = TEMPLATE_LISTS[lang];
    const of = (column: string) => lists[column]!;
    const countries = of('country').map((country, i) => `C${i};x;${country};;`);
    const looks = of('modes').flatMap((modes, i) => of('visibility').map((who, j) => `M${i}.${j};x;;${modes};${who}`));
    const companies = await readCompanies(
      bytes('c.csv', ['id;name;country;modes;visibility', ...countries, ...looks].join('\n')),
    );
    const rows = of('unit').flatMap((unit, i) =>
      of('period').map((period, j) => {
        const pick = (column: string) => of(column)[(i + j) % of(column).length];
        return [
          `${i}.${j}`,
          'A',
          pick('direction'),
          'x',
          1,
          unit,
          period,
          pick('hazard_class'),
          2,
          pick('currency'),
          pick('confidential'),
        ].join(';');
      }),
    );
    const flows = await readFlows(
      bytes(
        'f.csv',
        [
          'id;company_id;direction;description;quantity;unit;period;hazard_class;price;currency;confidential',
          ...rows,
        ].join('\n'),
      ),
      context,
    );
    expect([companies.issues, flows.issues, flows.rows.length]).toEqual([[], [], rows.length]);
  });
});

describe('the demo region', () => {
  it('D1 has 67 companies, 99 outputs and 82 demands, all understood', async () => {
    const read = await readFiles(
      { companies: disk('fixtures/demo/companies.csv'), flows: disk('fixtures/demo/flows.csv') },
      understanding,
    );
    const outputs = read.flows.filter((f) => f.direction === 'output');
    expect([read.companies.length, outputs.length, read.flows.length - outputs.length]).toEqual([67, 99, 82]);
    expect(read.flows.filter((f) => f.readings.length === 0).map((f) => f.description)).toEqual([]);
    expect(read.issues).toEqual([]);
  });

  it('D2 is in the repository as it is read', () =>
    expect(readFileSync('fixtures/demo/flows.csv', 'utf8').split('\n').length).toBe(183));
});
