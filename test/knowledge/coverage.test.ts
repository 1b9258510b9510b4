import { describe, expect, it } from 'vitest';
import type { KnowledgeBase } from '../../src/domain/index.ts';
import { documentOf, knowledgeCoverage, knowledgeStats, loadKnowledge } from '../../src/knowledge/index.ts';

const kb = loadKnowledge();

describe('coverage', () => {
  it('counts every fact once, as the stats do', () => {
    const { kinds, branches } = knowledgeCoverage(kb);
    const sum = (rows: readonly number[]): number => rows.reduce((a, b) => a + b, 0);
    const stats = knowledgeStats(kb);
    expect(sum(kinds.map((row) => row.facts))).toBe(stats.facts);
    expect(sum(kinds.map((row) => row.sourced))).toBe(stats.sourced);
    expect(sum(branches.map((row) => row.materials))).toBe(stats.materials);
    expect(sum(branches.map((row) => row.uses))).toBe(kb.uses.length);
    const estimates = kinds.find((row) => row.kind === 'uses')!;
    expect(sum(branches.map((row) => row.estimates))).toBe(estimates.facts - estimates.sourced);
  });

  it('shows what facts cite, the oldest first, each as often as it is cited', () => {
    const { documents } = knowledgeCoverage(kb);
    const years = documents.map(({ year }) => year ?? Infinity);
    expect(years).toEqual(years.toSorted((a, b) => a - b));
    const citing = kb.uses.filter(({ evidence }) => /(^|; )EN 450-1:2012/.test(evidence)).length;
    expect(documents.find(({ name }) => name === 'EN 450-1:2012')!.facts).toBeGreaterThanOrEqual(citing);
  });

  it.each([
    ['BREF Cement, Lime and Magnesium Oxide 2013, ch. 1.2.4', 'BREF Cement, Lime and Magnesium Oxide 2013', 2013],
    ['EN 13242:2002+A1:2007; figures estimated', 'EN 13242:2002+A1:2007', 2007],
    ['ГОСТ 3344-83; figures estimated', 'ГОСТ 3344-83', 1983],
    ['FNR Guide to Biogas 2012: 84 m3 CH4/t', 'FNR Guide to Biogas 2012', 2012],
    ['worldsteel: 1.5 t CO2/t scrap', 'worldsteel', undefined],
    ['EN 13242:2002+A1:20071', undefined, undefined],
    ['Handbook of everything 2020', undefined, undefined],
  ])('reads the document of "%s"', (citation, name, year) => {
    const document = documentOf(kb, citation);
    expect([document?.name, document?.year]).toEqual([name, year]);
  });

  it('finds the gaps of a base made poorer', () => {
    const material = 'fgd-gypsum';
    const product = 'plasterboard-gypsum';
    const poorer: KnowledgeBase = {
      ...kb,
      processes: [],
      uses: kb.uses.filter((use) => use.material !== material && use.replaces !== product),
      profiles: kb.profiles.filter((profile) => !'23.51'.startsWith(profile.nace)),
    };
    const { gaps } = knowledgeCoverage(poorer);
    expect(gaps.idleMaterials).toContain(material);
    expect(gaps.unmetProducts).toContain(product);
    expect(gaps.bareActivities).toContain('23.51');
    expect(knowledgeCoverage(kb).gaps.idleMaterials).not.toContain(material);
  });

  it('tells uses of which neither a treatment nor a limit says what makes the material fit', () => {
    const { ungatedUses, untreated, unlimited } = knowledgeCoverage(kb).gaps;
    const byId = new Map(kb.uses.map((use) => [use.id, use]));
    for (const id of ungatedUses) {
      expect(byId.get(id)!.treatment.en).toBe('none');
      expect(byId.get(id)!.limits).toEqual([]);
    }
    expect(ungatedUses.length).toBeLessThanOrEqual(Math.min(untreated, unlimited));
  });
});
