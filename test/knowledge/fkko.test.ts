import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { lineage, loadKnowledge } from '../../src/knowledge/index.ts';

const kb = loadKnowledge();
const file = join(
  process.env.SYMBION_SHARED ?? join(import.meta.dirname, '../../../shared'),
  'data/fkko_2026/fkko_clean.csv',
);
const table = new Map(kb.codes.filter((c) => c.scheme === 'FKKO').map((c) => [c.code, c]));

/** The mapping of the longest beginning of the code that the base knows. */
function read(code: string): { material?: string } | undefined {
  for (let n = code.length; n >= 3; n--) {
    const mapping = table.get(code.slice(0, n));
    if (mapping) return mapping;
  }
  return undefined;
}

/** Groups of the catalogue and what everything in them must be (a material or a broader one above it). */
const FAMILIES: readonly (readonly [string, readonly string[]])[] = [
  ['1111', ['plant-residue', 'milling-oilseed-residue', 'pesticide-waste']],
  ['11211', ['manure']],
  ['1125', ['manure']],
  ['1127', ['manure', 'egg-shell']],
  ['2001', ['overburden']],
  ['2311', ['calcareous', 'sand-earth', 'mining-residue', 'gypsum', 'aggregate']],
  ['30114', ['food-feed', 'fat-oil', 'sand-earth', 'used-products']],
  ['30118', ['food-feed', 'organic', 'calcareous', 'sand-earth', 'used-products']],
  ['3021', ['textile', 'plant-residue', 'fat-oil']],
  ['3052', ['wood']],
  ['3122411', ['gypsum']],
  ['3431', ['ceramic', 'sludge', 'used-products']],
  ['35111', ['slag']],
  ['35131', ['slag']],
  ['361212', ['metal']],
  ['36348', ['metal-sludge', 'waste-water', 'chemical', 'used-products', 'alkali']],
  ['4612', ['ferrous-metal']],
  ['4621', ['nonferrous-metal']],
  ['46220', ['nonferrous-metal']],
  ['40611', ['mineral-oil']],
  ['40614', ['mineral-oil']],
  ['41412', ['solvent']],
  ['43411', ['plastic']],
  ['43418', ['plastic']],
  ['43510', ['pvc-waste']],
  ['4381', ['packaging-contaminated', 'plastic']],
  ['4411', ['catalyst']],
  ['47110', ['mercury-lamp']],
  ['47111', ['mercury-waste']],
  ['4719', ['mercury-waste']],
  ['4812', ['electronic-waste', 'ink-waste']],
  ['6113', ['ash']],
  ['61190', ['ash']],
  ['7222', ['sewage-sludge-material']],
  ['7311', ['used-products']],
  ['7361', ['kitchen-waste', 'fat-oil']],
  ['8111', ['sand-earth', 'mining-residue']],
  ['8222', ['construction']],
  ['8261', ['construction']],
  ['9112', ['mineral-oil', 'vehicle-part']],
  ['9121', ['mineral', 'carbon-material', 'asbestos-cement-waste']],
  ['9211', ['vehicle-part', 'rubber']],
];

/** Types that stand in a group and are another thing all the same, each named with what it is. */
const STRANGERS: Readonly<Record<string, string>> = {
  '23111111': 'rock-dust',
  '23115171': 'rock-dust',
  '23115571': 'rock-dust',
  '30114181': 'organic-waste-water',
  '30114811': 'daf-sludge-food',
  '30114831': 'daf-sludge-food',
  '30114931': 'catalyst-nickel-spent',
  '30118871': 'daf-sludge-food',
  '30118971': 'daf-sludge-food',
  '36348311': 'ion-exchange-resin-spent',
  '73610011': 'municipal-waste-mixed',
  '91120061': 'oily-waste-water',
  '91120062': 'oily-waste-water',
  '91120111': 'oily-waste-water',
  '91120112': 'oily-waste-water',
  '91128212': 'filters-air-used',
  '91128732': 'filters-air-used',
};

describe.skipIf(!existsSync(file))('the Russian catalogue of waste', () => {
  const types: { code: string; name: string }[] = existsSync(file)
    ? (parse(readFileSync(file, 'utf8'), { columns: true, bom: true }) as Record<string, string>[])
        .filter((row) => row.level === 'waste')
        .map((row) => ({ code: row.code11!, name: row.name_ru!.toLowerCase() }))
    : [];
  const named = types.flatMap((type) => {
    const material = read(type.code)?.material;
    return material === undefined ? [] : [{ ...type, material }];
  });

  it('is read to a material for more than eight types of ten, and says of the others that they tell nothing', () => {
    expect(types.length).toBe(6667);
    expect(named.length / types.length).toBeGreaterThanOrEqual(0.85);
    expect(types.filter((type) => read(type.code) === undefined)).toEqual([]);
  });

  for (const [group, families] of FAMILIES)
    it(`reads every type of ${group} within its family`, () => {
      const members = named.filter((type) => type.code.startsWith(group));
      expect(members.length).toBeGreaterThan(0);
      const known = members.filter((m) => STRANGERS[m.code.slice(0, 8)] === undefined);
      expect(known.filter((m) => !lineage(kb.materials, m.material).some((id) => families.includes(id)))).toEqual([]);
    });

  it.each(Object.entries(STRANGERS))('knows that %s is another thing than its group: %s', (code, material) => {
    expect(new Set(named.filter((type) => type.code.startsWith(code)).map((type) => type.material))).toEqual(
      new Set([material]),
    );
  });

  it('does not take clean goods for dirty packaging, nor waste water sludge for the product of the works', () => {
    const clean = named.filter((t) => /незагрязненн/.test(t.name) && !/(?<!не)загрязненн/.test(t.name));
    expect(clean.filter((t) => t.material === 'packaging-contaminated')).toEqual([]);
    const oily = named.filter((t) => /^обтирочный материал, загрязненный неф/.test(t.name));
    expect(oily.length).toBeGreaterThan(0);
    expect(oily.filter((t) => t.material !== 'oily-rags')).toEqual([]);
  });

  it('tells apart what bears one word: sludge of a city, of plating, of paper; sand of a mould and of a filter', () => {
    const of = (code: string) => read(code)?.material;
    expect(of('72220001394')).toBe('sewage-sludge');
    expect(of('36348291393')).toBe('galvanic-sludge');
    expect(of('30685121325')).toBe('pulp-biosludge');
    expect(of('35715011495')).toBe('foundry-sand-spent');
    expect(of('71021011494')).toBe('filter-sand-spent');
    expect(of('36311001494')).toBe('blasting-grit-contaminated');
    expect(of('31224111395')).toBe('phosphogypsum-neutralised');
    expect(of('31224112394')).toBe('phosphogypsum-raw');
    expect(of('73610001305')).toBe('catering-waste');
    expect(of('40611001313')).toBe('used-mineral-oil');
    expect(of('73310001724')).toBe('municipal-waste-mixed');
    expect(of('72310202394')).toBe('oil-sludge');
    expect(of('91920402604')).toBe('oily-rags');
    expect(of('91930254603')).toBe('absorbents-soiled');
    expect(of('30822101333')).toBe('sorbent-oil-spent');
    expect(of('73611001314') ?? of('73611000000')).not.toBe('used-mineral-oil');
  });
});
