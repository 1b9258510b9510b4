import { describe, expect, it } from 'vitest';
import { buildClassifier } from '../../src/classify/index.ts';
import type { CodeScheme, Codes } from '../../src/domain/index.ts';
import { lineage, loadKnowledge } from '../../src/knowledge/index.ts';

const kb = loadKnowledge();
const classifier = buildClassifier(kb);
const read = (codes: Codes, text?: string): string[] =>
  classifier.classify({ codes, ...(text !== undefined && { text }), direction: 'output' }).map((r) => r.material);

describe('codes of trade and production', () => {
  it('every material that is no heading has a customs code and a product code, or is said to have none', () => {
    const headings = new Set([...kb.materials.values()].map((material) => material.parent));
    const bare = (...schemes: readonly CodeScheme[]): string[] => {
      const coded = new Set([
        ...kb.codes.flatMap((c) => (schemes.includes(c.scheme) ? [c.material] : [])),
        ...(kb.uncoded ?? []).flatMap((c) => (schemes.includes(c.scheme) ? [c.material] : [])),
      ]);
      return [...kb.materials.keys()].filter((id) => !headings.has(id) && !coded.has(id));
    };
    expect(bare('HS')).toEqual([]);
    expect(bare('CPA', 'OKPD2')).toEqual([]);
  });

  it('heat and waste water have no customs code, electricity has one', () => {
    const uncoded = (kb.uncoded ?? []).filter(({ scheme }) => scheme === 'HS').map(({ material }) => material);
    expect(uncoded).toContain('waste-heat-60-95');
    expect(uncoded).toContain('process-steam');
    expect(uncoded).toContain('sewage-raw');
    expect(read({ hs: '2716 00' })[0]).toBe('surplus-electricity');
  });

  it.each([
    ['hs', '2618 00', 'blast-furnace-slag'],
    ['hs', '7204 21', 'stainless-scrap'],
    ['hs', '2303 20', 'bagasse'],
    ['hs', '2303 20', 'sugar-beet-pulp'],
    ['hs', '1520 00', 'glycerol-crude'],
    ['hs', '2901 21', 'olefin-surplus'],
    ['hs', '4004 00', 'rubber'],
    ['hs', '2503 00', 'sulphur-recovered'],
    ['hs', '3804 00', 'lignosulphonate'],
    ['cpa', '10.51.55', 'whey'],
    ['cpa', '10.81.14', 'molasses'],
    ['cpa', '38.11.55', 'plastic'],
    ['cpa', '37.00.20', 'sewage-sludge-material'],
    ['okpd2', '38.11.51.000', 'glass'],
    ['okpd2', '20.15.32.000', 'ammonium-sulphate-coking'],
    ['okpd2', '35.30.11.111', 'steam'],
    ['okpd2', '13.10.10.000', 'wool-grease'],
    ['okpd2', '20.13.66.000', 'sulphur-material'],
  ] as const)('%s %s alone is read as %s among the first', (field, code, material) => {
    expect(read({ [field]: code })).toContain(material);
  });

  it('a code longer than the base holds is read by its heading', () => {
    expect(read({ hs: '2618 00 00 00' })).toEqual(read({ hs: '2618 00' }));
    expect(read({ hs: '7204 49 900 0' })).toEqual(read({ hs: '7204 49' }));
    expect(read({ okpd2: '38.11.55.199' })).toEqual(read({ cpa: '38.11.55' }));
  });

  it('a code chooses between the things that a vague word names', () => {
    expect(read({ hs: '2620 30' }, 'slag')[0]).toBe('copper-slag');
    expect(read({ hs: '2618 00' }, 'slag')[0]).toBe('blast-furnace-slag');
    expect(read({ hs: '2621 10' }, 'ash')[0]).toBe('msw-bottom-ash');
    expect(read({ okpd2: '10.81.20' }, 'жом')[0]).toBe('sugar-beet-pulp');
  });

  it('every code that names at most three materials gives each of them, also with digits behind', () => {
    const named = new Map<string, Set<string>>();
    for (const { scheme, code, material } of kb.codes) {
      if (scheme !== 'HS' && scheme !== 'CPA' && scheme !== 'OKPD2') continue;
      if (material === undefined || code.length < 6) continue;
      const key = `${scheme === 'HS' ? 'hs' : 'okpd2'} ${code}`;
      named.set(key, (named.get(key) ?? new Set()).add(material));
    }
    const lost: string[] = [];
    for (const [key, materials] of named) {
      const [field, code] = key.split(' ') as ['hs' | 'okpd2', string];
      if (materials.size > 3) continue;
      // a buyer and a giver use one code for both sides of it
      for (const material of materials) {
        const direction = kb.materials.get(material)!.role === 'product' ? 'input' : 'output';
        for (const full of [code, `${code}000`]) {
          const found = classifier.classify({ codes: { [field]: full }, direction, top: 10 });
          if (!found.some((reading) => reading.material === material)) lost.push(`${field} ${full} ${material}`);
        }
      }
    }
    expect(lost).toEqual([]);
    expect(named.size).toBeGreaterThan(300);
  });

  it('substances carry registry numbers whose check digit holds', () => {
    const holds = (digits: string): boolean => {
      const body = [...digits.slice(0, -1)].reverse();
      return body.reduce((sum, digit, i) => sum + Number(digit) * (i + 1), 0) % 10 === Number(digits.at(-1));
    };
    const numbers = kb.codes.filter((c) => c.scheme === 'CAS');
    expect(numbers.filter((c) => !holds(c.code)).map((c) => c.code)).toEqual([]);
    const of = (material: string): string[] => numbers.flatMap((c) => (c.material === material ? [c.code] : []));
    expect(of('process-co2')).toEqual(['124389']);
    expect(of('mercury-waste')).toEqual(['7439976']);
    for (const { code, material } of numbers.filter((c) => c.code === '124389'))
      expect(lineage(kb.materials, material!), code).toContain('carbon-dioxide');
  });
});
