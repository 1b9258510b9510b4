import { createReadStream, readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { readTables, type Tables } from '../../src/ingest/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';

const dir = 'fixtures/tiny';
const context = { parameters: loadKnowledge().parameters, perEur: { RUB: 95 } };
const disk = (name: string) => ({ name, open: () => createReadStream(`${dir}/${name}`) });

/** All that the two languages should agree on: everything but names, words and what was not read. */
function meaning({ companies, flows }: Tables): unknown {
  const round = (n: number | undefined) => n && Number(n.toPrecision(12));
  return {
    issues: [...companies.issues, ...flows.issues],
    sites: companies.rows.map(({ company, site }) => ({ ...company, name: '', site: { ...site, town: '' } })),
    flows: flows.rows.map(({ draft }) => ({
      ...draft,
      description: '',
      currentRoute: '',
      unread: [],
      quantityPerYear: round(draft.quantityPerYear),
      priceEurPerUnit: round(draft.priceEurPerUnit),
    })),
  };
}

describe('six companies and ten flows', () => {
  const english = readTables({ companies: disk('companies.csv'), flows: disk('flows.csv') }, context);

  it('are read in English: UTF-8, commas, points', async () => {
    const { companies, flows } = await english;
    expect([companies.rows.length, flows.rows.length]).toEqual([6, 10]);
    expect(
      flows.rows.map(({ draft: d }) => `${d.id} ${d.quantityPerYear?.toFixed(1)} ${d.dimension} ${d.routeKind ?? '-'}`),
    ).toEqual([
      'ASH 30000.0 t landfill',
      'HEAT 90000.0 MWh air',
      'GYPSUM 24006.0 t storage',
      'ASHWANTED 50000.0 t -',
      'GRAIN 65000.0 t landfill',
      'YEAST 9125.0 t sewer',
      'FEED 40000.0 t -',
      'LOWHEAT 13956.0 MWh -',
      'SAWDUST 20000.0 t incineration',
      'BEDS 3000.0 t -',
    ]);
  });

  it('mean the same in Russian: Windows-1251, semicolons, decimal commas, roubles', async () => {
    const russian = await readTables({ companies: disk('companies.ru.csv'), flows: disk('flows.ru.csv') }, context);
    expect(russian.flows.rows[0]!.draft.description).toBe('зола-унос сухая каменноугольная');
    expect(meaning(russian)).toEqual(meaning(await english));
  });

  it('mean the same as two sheets of one workbook', async () => {
    const cells = (name: string) => (parse(readFileSync(`${dir}/${name}`)) as string[][]).map((row) => row.map(asCell));
    const book = await writeXlsxFile([
      { data: cells('companies.csv'), sheet: 'Компании' },
      { data: cells('flows.csv'), sheet: 'Потоки' },
    ]).toBuffer();
    const read = await readTables({ workbook: { name: 'region.xlsx', open: () => Readable.from([book]) } }, context);
    expect(read.flows.rows[3]!.place).toEqual({ file: 'region.xlsx', sheet: 'Потоки', row: 5 });
    expect(meaning(read)).toEqual(meaning(await english));
  });
});

/** As a spreadsheet would keep it: numbers as numbers, empty cells empty. Codes such as 01.13 stay text. */
function asCell(text: string): { value: string | number } | null {
  if (text === '') return null;
  return { value: /^[1-9]\d*(\.\d+)?$/.test(text) && !/^\d\d\.\d\d$/.test(text) ? Number(text) : text };
}
