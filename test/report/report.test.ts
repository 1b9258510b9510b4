import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import readXlsxFile from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { create } from 'xmlbuilder2';
import type { Company, Flow, Match, Site, Snapshot } from '../../src/domain/index.ts';
import { csvLine } from '../../src/report/csv-line.ts';
import {
  MATCH_COLUMNS,
  matchNetwork,
  publicView,
  toMatchRow,
  writeCsv,
  writeGeoJson,
  writeGexf,
  writeGraphml,
  writeJsonLines,
  writeParquet,
  writeWorkbook,
} from '../../src/report/index.ts';

const text = async (parts: AsyncIterable<string>) => (await Array.fromAsync(parts)).join('');

const company = (id: string, visibility: Company['visibility'] = 'public'): Company => ({
  id,
  name: `Name of ${id}`,
  visibility,
});
const site = (companyId: string, lat?: number, lon?: number): Site => ({
  id: companyId,
  companyId,
  modes: [],
  ...(lat !== undefined && lon !== undefined && { lat, lon }),
});
const flow = (id: string, companyId: string, direction: Flow['direction'], confidential = false): Flow => ({
  id,
  siteId: companyId,
  companyId,
  direction,
  description: `words of ${id}`,
  codes: {},
  readings: [],
  measurements: [],
  unread: [],
  confidential,
  origin: 'declared',
});
const match = (output: string, demand: string, more: Partial<Match> = {}): Match => ({
  output,
  demand,
  outputCompany: `C-${output}`,
  demandCompany: `C-${demand}`,
  rank: 1,
  score: 700,
  use: 'use',
  material: 'fly-ash',
  product: 'cement',
  fit: 90,
  distanceKm: 12.5,
  quantityPerYear: 1000,
  unit: 't',
  netBenefitEurPerYear: -50.25,
  co2KgPerYear: 2500,
  inferred: false,
  regime: 'open',
  basis: 'documented',
  confidence: 0.9,
  ...more,
});

/** Giver A in Kotka, taker B in Hamina, and H, who hides. */
const region: Snapshot = {
  companies: [company('C-o'), company('C-d'), company('C-h', 'private')],
  sites: [site('C-o', 60.466, 26.945), site('C-d', 60.57, 27.198), site('C-h', 60, 27)],
  flows: [
    flow('o', 'C-o', 'output'),
    flow('secret', 'C-o', 'output', true),
    flow('d', 'C-d', 'input'),
    flow('h', 'C-h', 'input'),
  ],
};
const open = match('o', 'd');
const blocked: Match = (({ rank: _, distanceKm: __, ...rest }) => ({ ...rest, regime: 'blocked' as const }))(open);

describe('rows', () => {
  it('A1 CSV has the columns of the design; what is unknown is empty', async () => {
    expect(await text(writeCsv([open, blocked]))).toBe(
      [
        'output,demand,output_company,demand_company,rank,score,use,fit,distance_km,quantity,unit,net_benefit_eur_per_year,co2_kg_per_year,inferred,regime,basis,confidence',
        'o,d,C-o,C-d,1,700,use,90,12.5,1000,t,-50.25,2500,false,open,documented,0.9',
        'o,d,C-o,C-d,,700,use,90,,1000,t,-50.25,2500,false,blocked,documented,0.9\n',
      ].join('\n'),
    );
  });

  it('A2 JSON lines carry the terms when asked', async () => {
    const term = { name: 'fit' as const, points: 700, left: 'a', right: 'b', rule: 'c' };
    expect(
      (await text(writeJsonLines([open, blocked], () => [term]))).split('\n').map((line) => line && JSON.parse(line)),
    ).toEqual([{ ...toMatchRow(open), terms: [term] }, { ...toMatchRow(blocked), terms: [term] }, '']);
  });

  it('A3 a text that a spreadsheet would compute is kept a text', async () => {
    expect(await text(writeCsv([{ ...open, use: '=1+1' }]))).toContain(",'=1+1,");
  });

  it('A3 any text stands in CSV as csv-stringify would have it', () => {
    const text = fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n",;\'xЯ＝ 1'), maxLength: 4 });
    const cell = fc.oneof(text, fc.double(), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 5 }), (cells) => {
        expect(csvLine(cells)).toBe(stringify([cells], { escape_formulas: true, cast: { boolean: String } }));
      }),
    );
  });

  it('A4 any match is read back from CSV and Parquet as it was written', async () => {
    const word = fc.string({ unit: fc.constantFrom(...'abЯ ,;"\n'), minLength: 1, maxLength: 6 }).map((w) => `x${w}`);
    const number = fc.double({ min: -1e9, max: 1e9, noNaN: true, noDefaultInfinity: true }).map((n) => n + 0);
    const unknown = fc.option(number, { nil: undefined });
    const any = fc
      .record({
        output: word,
        demand: word,
        use: word,
        score: fc.nat(1000),
        distanceKm: unknown,
        netBenefitEurPerYear: unknown,
        inferred: fc.boolean(),
      })
      .map((row) => JSON.parse(JSON.stringify({ ...blocked, ...row })) as Match);
    await fc.assert(
      fc.asyncProperty(fc.array(any, { maxLength: 30 }), async (matches) => {
        const rows = matches.map(toMatchRow);
        const csv = parse(await text(writeCsv(matches)), { columns: true }) as Record<string, string>[];
        expect(csv).toEqual(rows.map((row) => Object.fromEntries(MATCH_COLUMNS.map((c) => [c, String(row[c] ?? '')]))));
        expect(await readParquet(matches)).toEqual(rows);
      }),
      { numRuns: 25 },
    );
  });

  it('A5 Parquet of more matches than one group holds', async () => {
    const many = Array.from({ length: 100_003 }, (_, i) => ({ ...open, output: `o${i}`, score: i % 1000 }));
    const rows = await readParquet(
      many,
      'SELECT count(*)::INTEGER AS n, sum(score)::INTEGER AS points, max(output) AS last',
    );
    expect(rows).toEqual([{ n: 100_003, points: many.reduce((t, m) => t + m.score, 0), last: 'o99999' }]);
  });
});

async function readParquet(matches: readonly Match[], select = 'SELECT *'): Promise<unknown[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'symbion-parquet-'));
  const file = path.join(folder, 'm.parquet');
  try {
    writeFileSync(file, Buffer.concat(await Array.fromAsync(writeParquet(matches))));
    const connection = await (await DuckDBInstance.create()).connect();
    return (await connection.runAndReadAll(`${select} FROM '${file}'`)).getRowObjectsJS();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** As attributes keep them; a quote as JSON writes it. */
const ENTITIES: Readonly<Record<string, string>> = { quot: '\\"', amp: '&', lt: '<', gt: '>' };

describe('pictures and networks', () => {
  it('B1 GeoJSON: sites as points, matches as lines, longitude first', async () => {
    const { type, features } = JSON.parse(await text(writeGeoJson(region, [open, match('o', 'nowhere')])));
    expect([type, features.map((f: { geometry: object }) => f.geometry)]).toEqual([
      'FeatureCollection',
      [
        { type: 'Point', coordinates: [26.945, 60.466] },
        { type: 'Point', coordinates: [27.198, 60.57] },
        { type: 'Point', coordinates: [27, 60] },
        {
          type: 'LineString',
          coordinates: [
            [26.945, 60.466],
            [27.198, 60.57],
          ],
        },
      ],
    ]);
    expect(features.at(-1).properties).toEqual(toMatchRow(open));
    expect(JSON.parse(await text(writeGeoJson({ companies: [], sites: [], flows: [] }, []))).features).toEqual([]);
  });

  it('B2 the network adds up the matches of two companies and leaves out the blocked', () => {
    const graph = matchNetwork(region, [open, { ...open, score: 800 }, blocked]);
    expect([graph.order, graph.size, graph.getEdgeAttributes('C-o', 'C-d')]).toEqual([
      3,
      1,
      { matches: 2, score: 800, netBenefitEurPerYear: -100.5, co2KgPerYear: 5000 },
    ]);
  });

  it('B3 GEXF and GraphML are well-formed, name nodes and edges, and are the same every time', () => {
    const odd: Snapshot = {
      ...region,
      companies: [company('C-o'), { ...company('C-d'), name: 'ООО "A & B" <x>\u0001' }, company('C-h')],
    };
    const graph = matchNetwork(odd, [open]);
    for (const write of [writeGexf, writeGraphml]) {
      const xml = write(graph);
      expect(write(matchNetwork(odd, [open]))).toBe(xml);
      const flat = JSON.stringify(create(xml).end({ format: 'object' })).replace(
        /&(quot|amp|lt|gt);/g,
        (_, mark: string) => ENTITIES[mark]!,
      );
      expect(xml).not.toContain('\u0001');
      for (const told of ['C-o', 'C-d', 'ООО \\"A & B\\" <x>', '-50.25']) expect(flat).toContain(told);
    }
  });
});

describe('the workbook', () => {
  it.each([
    [
      'ru',
      ['Отдаёт', 'Что'],
      [
        'Name of C-o',
        'words of o',
        'Name of C-d',
        'words of d',
        1,
        700,
        12.5,
        1000,
        't',
        -50.25,
        2.5,
        'нет',
        'открыт',
        'документировано',
        0.9,
      ],
    ],
    [
      'en',
      ['Giver', 'What'],
      [
        'Name of C-o',
        'words of o',
        'Name of C-d',
        'words of d',
        1,
        700,
        12.5,
        1000,
        't',
        -50.25,
        2.5,
        'no',
        'open',
        'documented',
        0.9,
      ],
    ],
  ] as const)('C1 in %s speaks in names and descriptions', async (lang, header, row) => {
    const bytes = await writeWorkbook([open, blocked], { snapshot: region, lang });
    const [sheet] = await readXlsxFile(Buffer.from(bytes));
    expect(sheet!.data[0]!.slice(0, 2)).toEqual(header);
    expect(sheet!.data[1]!.slice(0, 15)).toEqual(row);
    expect(sheet!.data[2]!.slice(4, 7)).toEqual([null, 700, null]);
  });
});

describe('what may leave the house', () => {
  const all = [open, match('secret', 'd', { outputCompany: 'C-o' }), match('o', 'h')];

  it('D1 no confidential flow, no company that is not public, unless named', () => {
    const view = publicView(region);
    expect(all.map((m) => view.allows(m))).toEqual([true, false, false]);
    expect(view.snapshot.companies.map((c) => c.id)).toEqual(['C-o', 'C-d']);
    expect(all.map((m) => publicView(region, 'confidential').allows(m))).toEqual([true, true, true]);
  });

  it('D2 whatever is hidden, no format tells of it', async () => {
    const hidden = fc.record({
      companies: fc.uniqueArray(fc.integer({ min: 0, max: 5 })),
      flows: fc.uniqueArray(fc.integer({ min: 0, max: 11 })),
      partners: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(hidden, async ({ companies, flows, partners }) => {
        const look = (i: number) => (companies.includes(i) ? (partners ? 'partners' : 'private') : 'public');
        const snapshot: Snapshot = {
          companies: Array.from({ length: 6 }, (_, i) => company(`<${i}>`, look(i))),
          sites: Array.from({ length: 6 }, (_, i) => site(`<${i}>`, 60, 27 + i)),
          flows: Array.from({ length: 12 }, (_, i) =>
            flow(`[${i}]`, `<${i % 6}>`, i < 6 ? 'output' : 'input', flows.includes(i)),
          ),
        };
        const matches = Array.from({ length: 36 }, (_, k) => {
          const [o, d] = [k % 6, 6 + Math.floor(k / 6)];
          return match(`[${o}]`, `[${d}]`, { outputCompany: `<${o}>`, demandCompany: `<${d % 6}>` });
        });
        const view = publicView(snapshot);
        const told = matches.filter((m) => view.allows(m));
        const files = [
          await text(writeCsv(told)),
          await text(writeJsonLines(told)),
          await text(writeGeoJson(view.snapshot, told)),
          JSON.stringify(create(writeGexf(matchNetwork(view.snapshot, told))).end({ format: 'object' })),
          JSON.stringify(create(writeGraphml(matchNetwork(view.snapshot, told))).end({ format: 'object' })),
          JSON.stringify(
            await readXlsxFile(Buffer.from(await writeWorkbook(told, { snapshot: view.snapshot, lang: 'en' }))),
          ),
        ].join('\n');
        for (const i of companies) expect(files).not.toContain(`<${i}>`);
        for (const i of flows) expect(files).not.toContain(`[${i}]`);
        const isOpen = (o: number) => !flows.includes(o) && !companies.includes(o % 6);
        expect(told.length).toBe(
          matches.filter((m) => isOpen(Number(m.output.slice(1, -1))) && isOpen(Number(m.demand.slice(1, -1)))).length,
        );
      }),
      { numRuns: 25 },
    );
  });
});
