import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CompositionOptions, parseComposition } from '../../src/ingest/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';

const { parameters } = loadKnowledge();

/** `LOI=1.5 phenol<0.5 | unread: ...` */
function read(text: string, options?: CompositionOptions): string {
  const { measurements, unread } = parseComposition(text, parameters, options);
  const values = measurements.map((m) => `${m.parameter}${m.operator}${m.value}`).join(' ');
  return unread.length === 0 ? values : `${values} | ${unread.join(' ## ')}`;
}
const wanted = (text: string, subject?: string) => read(text, { wanted: true, ...(subject && { subject }) });

describe('a declared composition', () => {
  it.each([
    ['ППП 1.5 %, фенол<0.5 мг/кг, SiO2 94 %', 'LOI=1.5 phenol<0.5 SiO2=94'],
    ['LOI: 5 %; moisture: 0,5 %', 'LOI=5 moisture=0.5'],
    ['Zn 22%,Pb 1.5%,Cd 0.04%', 'Zn=22 Pb=1.5 Cd=400'],
    ['содержание меди 0,25%', 'Cu=0.25'],
    ['массовая доля влаги не более 10 %', 'moisture<=10'],
    ['фр. 5-20, выдержка 3 мес', 'size_min=5 size_max=20 ageing_months=3'],
    ['0-1.2 мм', 'size_min=0 size_max=1.2'],
    ['fraction 0/5 mm', 'size_min=0 size_max=5'],
    ['размер более 5 см', 'size_min=50'],
    ['82 °C, 8 000 ч/год', 'temperature_supply=82 hours=8000'],
    ['теплота сгорания 3500 ккал/кг', 'calorific_value=14.6538'],
    ['подсырная, рН 6,3', 'sweet_whey=1 pH=6.3'],
    ['сухой отбор', 'dry_extracted=1'],
    ['E290 / ГОСТ 8050', 'food_grade_certificate_E290_GOST8050=1'],
    ['жир 12 % белок 3 %', 'fat=12 protein=3'],
    ['99.9 % S', 'S=99.9'],
    ['IV класс', 'ru_class=4'],
    ['M1200', 'crushing_grade_M=1200'],
    ['COD 12 g/l', 'COD=12000'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('takes the unit at the end of a list for the whole list', () => {
    expect(read('Cu 4000, Sn-орг. (TBT) 40, Pb 900 мг/кг')).toBe('Cu=0.4 TBT=40 Pb=0.09');
  });

  it('takes Cyrillic letters and subscripts for the Latin ones they look like', () => {
    expect(read('СО₂ 98 %, Сl 0,5 %, СаО 3 %')).toBe('CO2=98 Cl=0.5 CaO=3');
  });

  it('reads what is said to be absent as nought, for a list too', () => {
    expect(read('без галогенов, ПХБ не обнаружены')).toBe('halogens=0 PCB=0');
    expect(read('without heavy metals')).toBe('heavy_metals=0');
    expect(wanted('без C2H4, NOx')).toBe('C2H4<=0 NOx<=0');
  });

  it('sets aside what was before a treatment', () => {
    expect(read('после сортировки: A1-A2 100 % (до: A1-A2 85 %, металл 1 %)')).toBe(
      'wood_A1_A2_share=100 | после сортировки ## до: A1-A2 85 %, металл 1 %',
    );
  });

  it('prefers the named value to the nameless, and never takes a dry heating value for the net one', () => {
    expect(read('17 МДж/кг сух. (НТС 13)')).toBe('calorific_value=13 | 17 МДж/кг сух.');
  });

  it('keeps of a range the end that can be relied on', () => {
    expect(read('влажность 55-60 %')).toBe('moisture<=60');
    expect(read('60-95 °C')).toBe('temperature_supply>=60');
  });

  it('gives a bare share to the one substance that the description names', () => {
    expect(read('99.5 %', { subject: 'CO2 технологический' })).toBe('CO2=99.5');
    expect(read('99.5 %')).toBe('purity=99.5');
  });

  it.each([
    ['as received 5 %'],
    ['картон 6 %'],
    ['6 % картона'],
    ['температура вспышки 60 °C'],
    ['Cu 700'],
    ['LOI 140 %'],
    ['гофрокартон'],
    ['фенолформальдегид'],
    ['без белков жвачных'],
    ['Cl нет данных'],
  ])('does not guess: %s', (text) => {
    expect(read(text)).toBe(` | ${text}`);
  });
});

describe("a buyer's text", () => {
  it.each([
    ['CaSO4·2H2O>92 %, Cl<100 ppm, Аэфф<370', 'gypsum_CaSO4_2H2O>92 Cl<0.01 A_eff<370'],
    ['радиация 0, Cu<0.25 %', 'radiation_above_background<=0 Cu<0.25'],
    ['>=75 °C, 10 км', 'temperature_supply>=75 distance_pipe<=10'],
    ['<24 ч, 80 км', 'age_at_delivery<24 distance_road<=80'],
    ['pH 6-9', 'pH>=6 pH<=9'],
    ['moisture 10 %', 'moisture<=10'],
    ['S 0.5 %', 'S<=0.5'],
    ['SiO2 85 %', 'SiO2>=85'],
    ['M800+, без набухания', 'crushing_grade_M>=800 volume_stable>=1'],
    ['фр. 5-20, выдержан', 'size_min>=5 size_max<=20 ageing_months>=3'],
    ['A1-A2, металл<0.1 %', 'wood_A1_A2_share>=100 metal<0.1'],
    ['кат.3', 'abp_category=3'],
    ['без кат.1-2', 'abp_category>=3'],
    ['V класс', 'ru_class>=5'],
    ['МС-5Б', 'paper_grade_MS=5'],
    ['dry matter at least 88%', 'dry_matter>=88'],
  ])('%s', (text, expected) => {
    expect(wanted(text)).toBe(expected);
  });

  it('reads a bare purity with the help of the description', () => {
    expect(wanted('>99.5 %', 'сера техническая')).toBe('S>99.5');
    expect(wanted('>99.5 %', 'technical sulphur')).toBe('S>99.5');
  });
});

describe('any text', () => {
  const word = fc.constantFrom(
    'ППП',
    'Cu',
    'зола',
    'картон',
    '(',
    ')',
    'до',
    '5',
    '0,5',
    '%',
    'мг/кг',
    '<',
    '-',
    ',',
    ';',
    'без',
    'x',
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(word, { maxLength: 12 }).map((w) => w.join(' ')),
  );

  it('is read without failing, into known parameters and finite numbers', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, limits) => {
        for (const m of parseComposition(text, parameters, { wanted: limits }).measurements) {
          expect(parameters.has(m.parameter)).toBe(true);
          expect(Number.isFinite(m.value)).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('loses no number: it is in a measurement or unread', () => {
    const part = fc.record({
      name: fc.constantFrom('ППП', 'LOI', 'картон', 'Cl', 'зольность', 'примеси'),
      value: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(part, { selector: (p) => p.name, minLength: 1, maxLength: 5 }), (parts) => {
        const { measurements, unread } = parseComposition(
          parts.map((p) => `${p.name} ${p.value} %`).join(', '),
          parameters,
        );
        for (const { name, value } of parts)
          expect(measurements.some((m) => m.value === value) || unread.some((u) => u.includes(name))).toBe(true);
      }),
    );
  });

  it('means the same with decimal comma and semicolons', () => {
    const value = fc.integer({ min: 1, max: 399 }).map((n) => n / 10);
    fc.assert(
      fc.property(value, value, (a, b) => {
        const comma = (n: number) => String(n).replace('.', ',');
        expect(read(`ППП ${comma(a)} %; Cl<${comma(b)} %`)).toBe(read(`ППП ${a} %, Cl<${b} %`));
      }),
    );
  });
});

const shared = join(process.env.SYMBION_SHARED ?? '../shared', 'domain');

describe.skipIf(!existsSync(shared))('the limits an expert reads from the demo region', () => {
  const table = (path: string) => parse(readFileSync(path, 'utf8'), { columns: true }) as Record<string, string>[];
  const flows = new Map(table('fixtures/demo/flows.csv').map((row) => [row.id, row]));
  /** Expert's units that differ from the knowledge base's: into the latter. */
  const SCALES: Readonly<Record<string, number>> = { 'ppm %': 1e-4, '% mg/kg': 1e4, 'mg/kg %': 1e-4 };
  const inOwn = (value: number, unit: string, own: string) => value * (SCALES[`${unit} ${own}`] ?? 1);

  const rows = existsSync(shared)
    ? table(join(shared, 'quality_limits.csv')).filter((row) => flows.has(row.row_id))
    : [];

  it.each(rows.map((row) => [`${row.row_id} ${row.parameter} ${row.operator} ${row.value} ${row.unit}`, row]))(
    '%s',
    (_, row) => {
      const flow = flows.get(row.row_id)!;
      const { measurements } = parseComposition(flow.composition!, parameters, {
        wanted: row.role === 'limit',
        subject: flow.description!,
      });
      const id = row.unit === 'mg/kg_DM' ? `${row.parameter}_dry` : row.parameter!;
      const found = measurements.find((m) => m.parameter === id);
      expect(found?.operator).toBe(row.operator);
      expect(found?.value).toBeCloseTo(inOwn(Number(row.value), row.unit!, parameters.get(id)!.unit), 9);
    },
  );
});
