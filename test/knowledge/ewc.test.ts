import { describe, expect, it } from 'vitest';
import { lineage, loadKnowledge } from '../../src/knowledge/index.ts';

const kb = loadKnowledge();
const of = (code: string): string[] =>
  kb.codes.flatMap((c) => (c.scheme === 'EWC' && c.code === code && c.material !== undefined ? [c.material] : []));
const codes = [...new Set(kb.codes.flatMap((c) => (c.scheme === 'EWC' && c.code.length === 6 ? [c.code] : [])))];

describe('the European list of waste', () => {
  it('says of codes that end with 99 that they tell nothing, but for one that papers use for sulphite liquor', () => {
    expect(codes.filter((code) => code.endsWith('99') && of(code).length > 0)).toEqual(['030399']);
  });

  it('takes effluent sludge of food works for organic, of chemical works for chemical, of cities for sewage', () => {
    for (const code of ['020204', '020305', '020403', '020502', '020603', '020705'])
      expect(['daf-sludge-food', 'industrial-biosludge'], code).toContain(of(code)[0]);
    for (const chapter of ['0701', '0702', '0703', '0704', '0705', '0706', '0707']) {
      expect(of(`${chapter}11`)).toEqual(['effluent-sludge-chemical-hazardous']);
      expect(of(`${chapter}12`)).toEqual(['effluent-sludge-chemical']);
    }
    expect(of('190805')).toEqual(['sewage-sludge']);
    expect(of('110109')).toEqual(['galvanic-sludge']);
    expect(of('030311')).toEqual(['pulp-biosludge']);
    expect(of('190902')).toContain('water-treatment-sludge');
  });

  it('tells mirror entries apart', () => {
    const pairs: readonly (readonly [string, string])[] = [
      ['060903', '060904'],
      ['100211', '100212'],
      ['100905', '100908'],
      ['120116', '120117'],
      ['160213', '160214'],
      ['170106', '170107'],
      ['170301', '170302'],
      ['170503', '170504'],
      ['170605', '170604'],
      ['190811', '190812'],
    ];
    for (const [hazardous, mirror] of pairs)
      expect(
        of(hazardous).filter((id) => of(mirror).includes(id)),
        `${hazardous} ${mirror}`,
      ).toEqual([]);
  });

  it('keeps oil that is mineral out of food: spent clay of refineries, oil separators of kitchens', () => {
    expect(of('050115')).toEqual(['sorbent-oil-spent']);
    expect(of('191101')).toEqual(['sorbent-oil-spent']);
    expect(of('200125')).toEqual(['used-cooking-oil']);
    expect(of('190809')).toContain('edible-grease-separator');
    for (const id of of('130205')) expect(lineage(kb.materials, id)).toContain('mineral-oil');
  });

  it('maps every chapter 20 entry of separate collection to something that has a use', () => {
    const used = new Set(kb.uses.map((use) => use.material));
    const idle = codes
      .filter((code) => code.startsWith('2001') && !code.endsWith('99'))
      .filter((code) => !of(code).some((id) => lineage(kb.materials, id).some((one) => used.has(one))));
    expect(idle).toEqual(['200114', '200115', '200140']);
  });
});
