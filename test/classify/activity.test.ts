import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { buildClassifier } from '../../src/classify/index.ts';
import { tokensOf } from '../../src/classify/tokens.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';

const kb = loadKnowledge();
const classifier = buildClassifier(kb);
const activityOf = (name: string): string | undefined => classifier.classifyActivity({ name })[0]?.nace;

interface Named {
  readonly name: string;
  readonly lang: string;
  readonly expected_nace: string;
  readonly source: string;
}
const named = (file: string): Named[] =>
  parse(readFileSync(new URL(file, import.meta.url)), { columns: true, skip_empty_lines: true });

/** A class is right when it is one of the wanted; where a division or group is wanted, any class of it. */
const isRight = ({ expected_nace }: Named, nace: string | undefined): boolean =>
  nace !== undefined && expected_nace.split('|').some((wanted) => nace === wanted || nace.startsWith(wanted));

describe('the name of a company', () => {
  it.each([
    ['ТЭЦ-17', '35.30'],
    ['Мясокомбинат', '10.11'],
    ['gypsum board plant', '23.62'],
    ['cogeneration plant', '35.30'],
    ['BOC Gases', '20.11'],
    ['sulphuric acid plant', '20.13'],
    ['municipality', '84'],
    ['farm cooperative', '01.5'],
  ])('%s is %s', (name, nace) => expect(activityOf(name)).toBe(nace));

  it('who recycles a thing is not who makes it', () => {
    expect(activityOf('tyre factory')).toBe('22.11');
    expect(activityOf('tyre recycling')).toBe('38.32');
    expect(activityOf('Завод шин')).toBe('22.11');
    expect(activityOf('Переработка шин')).toBe('38.32');
  });

  it.each([
    ['Statoil', '19.20'],
    ['Yara', '20.15'],
    ['Domsjo Fabriker', '20.14'],
    ['Пикалёвская сода', '20.13'],
    ['Millennium Chemicals', '20.12'],
  ])('the known firm %s lives by %s', (name, nace) => expect(activityOf(name)).toBe(nace));

  it('words of trade beside a firm go before it, the firm tells which of several is meant', () => {
    expect(activityOf('Norsk Hydro')).toBe('24.42');
    expect(activityOf('Norsk Hydro power station')).toBe('35.11');
    expect(activityOf('Boyne Smelters')).toBe('24.42');
    expect(activityOf('Coogee Chemicals')).toBe('20.13');
    expect(activityOf('groundnut shell briquette plant')).toBe('16.29');
  });

  it.each([
    ['Preem Raffinaderi', '19.20'],
    ['Sodafabrik Bernburg', '20.13'],
    ['Nordjyllandsværket', '35.11'],
    ['Rakvere Lihakombinaat', '10.11'],
    ['Äänekosken puhdistamo', '37.00'],
    ['Akmenės cementas', '23.51'],
    ['Тольяттиазот', '20.15'],
    ["Centrale d'énergie du Val", '35.11'],
    ["Centrales d'enrobés du Nord", '23.99'],
    ['Haihua Soda', '20.13'],
    ['Binzhou Water Recycling', '36.00'],
  ])('%s calls itself so in its own language: %s', (name, nace) => expect(activityOf(name)).toBe(nace));

  it('words that only end like a trade of another country tell nothing', () => {
    for (const name of [
      'Replacement',
      'Coastal',
      'Машина',
      'Автор',
      'Спорт',
      'Spring Valley',
      'Kangaroo Island',
      'Asset Management',
    ])
      expect(classifier.classifyActivity({ name })[0]?.confidence ?? 0, name).toBeLessThan(0.6);
  });

  it('a street, a town or an authority that is called like a trade tells nothing', () => {
    for (const name of [
      'Teglværksvej 14',
      'Ziegeleistraße 3',
      'Mühlhausen',
      'Weißwasser',
      'Kemi',
      'Trafikverket',
      'Enhancement',
      'Happiness',
      'Installation 12',
      'Hartley Engineering',
    ])
      expect(classifier.classifyActivity({ name })[0]?.confidence ?? 0, name).toBeLessThan(0.6);
  });

  it.each([
    ['Cement works Garden City', '23.51'],
    ['Sugar factory Port Halden', '10.81'],
    ['Town of Halden sewage works', '37.00'],
    ['Shell Nordland Oil', '19.20'],
    ['Neste Oil', '19.20'],
    ['Arla Foods', '10.51'],
    ['Barley Lane Data Centre', '63.11'],
    ['Prairie View Feed Yard', '01.42'],
    ['Lakeland Wood Preserving', '16.10'],
  ])('%s: the trade counts before the place, the firm before a word that is only near: %s', (name, nace) =>
    expect(activityOf(name)).toBe(nace),
  );

  it.each([
    ['Производство цемента', '23.51'],
    ['10.81 Производство сахара', '10.81'],
    ['выращивание риса', '01.12'],
    ['Обработка металлов и нанесение покрытий на металлы', '25.61'],
    ['Manufacture of plaster products for construction purposes', '23.62'],
    ['Extraction of crude petroleum', '06.10'],
  ])('%s, a class in its own words, is %s', (description, nace) =>
    expect(classifier.classifyActivity({ description })[0]).toMatchObject({ nace, by: 'description' }),
  );

  it('a code given beats the name, a name that says nothing gives nothing', () => {
    expect(classifier.classifyActivity({ name: 'Пивзавод', okved: '23.51.1' })).toEqual([
      { nace: '23.51', confidence: 1, by: 'code' },
    ]);
    expect(classifier.classifyActivity({ name: 'ООО «Ромашка-2»' })).toEqual([]);
  });

  it.each(['activities.csv', 'activities-later.csv', 'company-names.csv', 'names-abroad.csv'])(
    'plant types of %s: 0.9 right',
    (file) => {
      const rows = named(file);
      const wrong = rows.filter((row) => !isRight(row, activityOf(row.name)));
      const told = wrong.map((row) => `${row.name}: wanted ${row.expected_nace}, read ${activityOf(row.name)}`);
      expect(1 - wrong.length / rows.length, told.join('\n')).toBeGreaterThanOrEqual(0.9);
      expect(rows.filter(({ source }) => source === '')).toEqual([]);
    },
  );

  it('companies of company-names.csv: none is an entry of the base, the sure readings are 0.9 right', () => {
    const rows = named('company-names.csv');
    const words = (text: string): string =>
      tokensOf(text)
        .map(({ stem }) => stem)
        .join(' ');
    const entries = new Set(
      [
        ...kb.activities.flatMap(({ name, synonymsRu, synonymsEn }) => [
          name.ru,
          name.en,
          ...synonymsRu,
          ...synonymsEn,
        ]),
        ...(kb.firms ?? []).flatMap(({ names }) => names),
      ].map(words),
    );
    expect(rows.filter(({ name }) => entries.has(words(name)))).toEqual([]);
    const sure = rows.filter(({ name }) => (classifier.classifyActivity({ name })[0]?.confidence ?? 0) >= 0.6);
    const right = sure.filter((row) => isRight(row, activityOf(row.name)));
    expect(right.length / sure.length).toBeGreaterThanOrEqual(0.9);
    expect(sure.length / rows.length).toBeGreaterThanOrEqual(0.9);
  });
});
