import { describe, expect, it } from 'vitest';
import { buildClassifier, inferFlows } from '../../src/classify/index.ts';
import type { Company, Flow, Reading, Site, Snapshot } from '../../src/domain/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';

const kb = loadKnowledge();
const company = (id: string, name: string, nace?: string): Company => ({
  id,
  name,
  visibility: 'public',
  ...(nace !== undefined && { nace }),
});
const site = (id: string): Site => ({ id, companyId: id, modes: [] });
const flow = (siteId: string, direction: Flow['direction'], ...readings: Reading[]): Flow => ({
  id: `${siteId}-declared`,
  siteId,
  companyId: siteId,
  direction,
  description: '',
  codes: {},
  readings,
  measurements: [],
  unread: [],
  confidential: false,
  origin: 'declared',
});
const region = (companies: Company[], flows: Flow[] = []): Snapshot => ({
  companies,
  sites: companies.map(({ id }) => site(id)),
  flows,
});
const materials = (flows: readonly Flow[], direction: Flow['direction']): string[] =>
  flows.filter((f) => f.direction === direction).map((f) => f.readings[0]!.material);

describe('what a company has by its activity', () => {
  it('a brewery gives off spent grain, a cement plant wants a set regulator', () => {
    expect(materials(inferFlows(region([company('b', 'Brewery', '11.05')]), kb), 'output')).toContain('brewers-grain');
    expect(materials(inferFlows(region([company('c', 'C', '23.51')]), kb), 'input')).toContain('cement-set-regulator');
  });

  it('is marked inferred, of unknown quantity, with an id from site and material', () => {
    const found = inferFlows(region([company('b', 'Brewery', '11.05')]), kb);
    expect(found.find((f) => f.id === 'b~out~brewers-grain')).toMatchObject({
      origin: 'inferred',
      siteId: 'b',
      readings: [{ by: 'activity' }],
    });
    expect(found.every((f) => f.origin === 'inferred' && f.quantityPerYear === undefined)).toBe(true);
    expect(new Set(found.map((f) => f.id)).size).toBe(found.length);
  });

  it('what it has too little of for an exchange is told in the profile and never inferred, also where the division has it', () => {
    const row = (nace: string, weight: 'possible' | 'minor') =>
      ({ nace, direction: 'input', material: 'nitrogen-supply', weight, evidence: 'test' }) as const;
    const only = { ...kb, profiles: [row('10', 'possible'), row('10.7', 'minor')] };
    const wants = (nace: string): string[] => materials(inferFlows(region([company('f', 'F', nace)]), only), 'input');
    expect(wants('10.51')).toEqual(['nitrogen-supply']);
    expect(wants('10.71')).toEqual([]);
  });

  it('what only a rare kind of plant has is inferred where the name tells the kind', () => {
    const wants = (name: string): string[] => materials(inferFlows(region([company('p', name, '20.14')]), kb), 'input');
    expect(wants('Steelanol gas fermentation plant')).toContain('gas-fermentation-feed');
    expect(wants('Methanol works')).not.toContain('gas-fermentation-feed');
    expect(wants('Northern Organics Ltd')).not.toContain('gas-fermentation-feed');
  });

  it('is told by a telling name alone, and by an OKVED code', () => {
    const named = inferFlows(region([company('b', 'Пивоваренный завод')]), kb);
    expect(materials(named, 'output')).toContain('brewers-grain');
    const coded = inferFlows(region([{ ...company('b', 'ООО Ромашка'), okved: '11.05.1' }]), kb);
    expect(coded).toEqual(inferFlows(region([company('b', 'ООО Ромашка', '11.05')]), kb));
    expect(inferFlows(region([company('r', 'ООО Ромашка')]), kb)).toEqual([]);
  });

  it('of one class only its kind of plant: a smelter wants anodes, an alumina refinery carbon dioxide, an unnamed works both', () => {
    const wants = (name: string): string[] => materials(inferFlows(region([company('a', name, '24.42')]), kb), 'input');
    const anodes = 'carbon-raw-anode';
    const carbonDioxide = 'co2-mineralisation';
    const both = (name: string): boolean[] => [wants(name).includes(anodes), wants(name).includes(carbonDioxide)];
    expect(both('Northern aluminium smelter')).toEqual([true, false]);
    expect(both('Глинозёмный завод')).toEqual([false, true]);
    expect(both('Northern Metals Ltd')).toEqual([true, true]);
    expect(wants('Secondary aluminium smelter')).not.toContain(anodes);
    expect(wants('Alumina refinery and aluminium smelter')).toContain(anodes);
  });

  describe('of a company that does several things', () => {
    const inferred = (name: string, nace?: string, flows: Flow[] = []): Flow[] =>
      inferFlows(region([company('p', name, nace)], flows), kb);
    const wants = (name: string, nace?: string, flows: Flow[] = []): string[] =>
      materials(inferred(name, nace, flows), 'input');

    it('all that its codes tell, each demand with the codes that have it', () => {
      expect(wants('Northern Steel', '24.10; 23.51')).toEqual(
        expect.arrayContaining(['sinter-feed-iron', 'cement-set-regulator']),
      );
      const flows = inferred('Northern Steel', '24.10; 23.51');
      expect(flows.find((f) => f.id === 'p~in~cement-set-regulator')!.inferredFrom).toBe('23.51');
      expect(inferred('Northern Steel', '24.10').some((f) => f.inferredFrom !== undefined)).toBe(false);
    });

    it.each([
      ['Brewery and Distillery', 'fermentation-feedstock'],
      ['Мукомольно-комбикормовый завод', 'protein-feed-ingredient'],
      ['Slaughterhouse and tannery', 'tannery-hides'],
      ['Pulp and Paper Mill', 'recovered-paper-for-board'],
      ['Concrete and asphalt plant', 'asphalt-rap-feed'],
    ])('"%s" wants %s, too, as its name lists two trades', (name, product) => {
      expect(wants(name)).toContain(product);
    });

    it('a trade that the name lists beside the code of another, less surely than the code', () => {
      const found = inferred('Cement and Lime Works', '23.51');
      const sure = (code: string) => found.filter((f) => f.inferredFrom === code).map((f) => f.readings[0]!.confidence);
      expect(Math.max(...sure('23.51'))).toBe(0.7);
      expect(Math.max(...sure('23.52'))).toBe(0.56);
    });

    it('none from a name that does not list them: one trade describes the other, or is what the other burns', () => {
      for (const [name, nace] of [
        ['Steel pipe works', '24.20'],
        ['Lime kiln of the sugar factory', '23.52'],
        ['Chip & peat district boiler', '35.30'],
        ['Novo Nordisk', '21.10'],
      ])
        expect(
          inferred(name!, nace).filter(({ inferredFrom }) => inferredFrom !== undefined),
          name,
        ).toEqual([]);
    });

    it('beside a code nothing in a direction that the site has told itself', () => {
      const told = [flow('p', 'input', { material: 'coagulant', confidence: 0.9, by: 'name' })];
      expect(wants('Wagon works and foundry', '30.20')).toContain('iron-foundry-charge');
      expect(wants('Wagon works and foundry', '30.20', told)).not.toContain('iron-foundry-charge');
    });
  });

  it('stands back for a declared flow of the same, a broader or a narrower material in the same direction', () => {
    const at = (material: string, confidence: number, direction: Flow['direction'] = 'output'): string[] =>
      materials(
        inferFlows(
          region([company('b', 'B', '11.05')], [flow('b', direction, { material, confidence, by: 'name' })]),
          kb,
        ),
        'output',
      );
    expect(at('brewers-grain', 0.9)).not.toContain('brewers-grain');
    expect(at('brewing-residue', 0.9)).not.toContain('brewers-grain');
    expect(at('brewers-grain', 0.1)).toContain('brewers-grain');
    expect(at('brewers-grain', 0.9, 'input')).toContain('brewers-grain');
  });

  it('does not depend on the order of rows', () => {
    const companies = [company('a', 'Dairy', '10.51'), company('b', 'B', '23.51'), company('c', 'Sawmill', '16.10')];
    expect(inferFlows(region([...companies].reverse()), kb)).toEqual(inferFlows(region(companies), kb));
  });
});

describe('an activity from words', () => {
  const classifier = buildClassifier(kb);
  it.each([
    ['ТЭЦ', '35.30'],
    ['gypsum board plant', '23.62'],
    ['Мясокомбинат', '10.11'],
    ['Пивоваренный завод «Парнас-тип»', '11.05'],
    ['Oil refinery', '19.20'],
    ['Газпромнефть-МНПЗ', '19.20'],
    ['Тепличный комбинат', '01.13'],
    ['Kraft pulp mill', '17.11'],
    ['Стеклотарный завод', '23.13'],
  ])('%s is %s', (name, nace) => expect(classifier.classifyActivity({ name })[0]?.nace).toBe(nace));
  it('a code is believed before a name', () => {
    expect(classifier.classifyActivity({ name: 'Brewery', okved: '23.51.1' })).toEqual([
      { nace: '23.51', confidence: 1, by: 'code' },
    ]);
  });
});
