import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import {
  checkKnowledge,
  coveragePage,
  knowledgeStats,
  lineage,
  loadKnowledge,
  searchKnowledge,
  substitutesFor,
  takersOf,
  usesOf,
} from '../../src/knowledge/index.ts';

const kb = loadKnowledge();
const data = join(process.env.SYMBION_SHARED ?? join(import.meta.dirname, '../../../shared'), 'data');

describe('the base as it stands', () => {
  it('has no problem', () => {
    expect(checkKnowledge(kb)).toEqual([]);
  });

  it('is as broad as it must be', () => {
    const stats = knowledgeStats(kb);
    expect(stats.materials).toBeGreaterThanOrEqual(600);
    expect(stats.uses).toBeGreaterThanOrEqual(1200);
    expect(stats.processes).toBeGreaterThanOrEqual(80);
    expect(stats.codes.ewc).toBe(842);
    expect(stats.sourced).toBeLessThanOrEqual(stats.facts);
  });

  it('has its coverage page written down', () => {
    const page = readFileSync(join(import.meta.dirname, '../../docs/knowledge.md'), 'utf8');
    expect(page, 'run: npm run knowledge:check -- --page docs/knowledge.md').toBe(coveragePage(kb));
  });

  it('has a profile for every activity of industry and the divisions of A, H and I', () => {
    const bare = kb.activities.filter(
      (a) => /^(0[1-9]|[1-3]\d|4[0-3]|49|5[0-6])/.test(a.nace) && !kb.profiles.some((p) => a.nace.startsWith(p.nace)),
    );
    expect(bare.map((a) => a.nace)).toEqual([]);
  });

  it('knows all 284 classes of mining, manufacturing, energy, water and construction, what each gives off and what it buys', () => {
    const classes = kb.activities.map((a) => a.nace).filter((nace) => /^(0[5-9]|[1-3]\d|4[1-3])\.\d\d$/.test(nace));
    const without = (direction: 'input' | 'output'): string[] =>
      classes.filter((nace) => !kb.profiles.some((p) => p.direction === direction && nace.startsWith(p.nace)));
    expect(classes).toHaveLength(284);
    expect(without('output')).toEqual([]);
    // sewing and the crafts of building installation buy nothing that a by-product replaces
    expect(without('input').filter((nace) => !/^(14|43\.[239])/.test(nace))).toEqual([]);
  });

  it('inherits contaminants, dimension and use class from the broader material', () => {
    for (const material of kb.materials.values()) {
      const parent = material.parent === undefined ? undefined : kb.materials.get(material.parent)!;
      for (const one of parent?.contaminants ?? []) expect(material.contaminants, material.id).toContain(one);
    }
  });

  it('keeps processes from making more carbon-bearing solids than they eat', () => {
    for (const process of kb.processes) expect(process.inputs[0]!.perUnit, process.id).toBe(1);
  });
});

describe('questions', () => {
  it('what could replace gypsum for plasterboard: FGD gypsum and scrap, never raw phosphogypsum', () => {
    const found = substitutesFor(kb, 'plasterboard-gypsum').map((use) => use.material);
    expect(found).toContain('fgd-gypsum');
    expect(found).toContain('plasterboard-scrap');
    expect(found).not.toContain('phosphogypsum-raw');
  });

  it('who could take spent grain: feed, biogas', () => {
    const takers = takersOf(kb, 'brewers-grain').map((taker) => taker.nace);
    expect(takers).toContain('01.41');
    expect(takers).toContain('35.21');
  });

  it('a narrower material has the uses of the broader one, its own first', () => {
    const uses = usesOf(kb, 'wood-shavings');
    expect(uses.find(({ use }) => use.replaces === 'animal-bedding')?.from).toBe('wood-shavings');
    expect(uses.find(({ use }) => use.replaces === 'particleboard-wood')?.from).toBe('sawdust-clean');
  });

  it('finds by Russian and English words', () => {
    expect(searchKnowledge(kb, 'фосфогипс').map((hit) => hit.id)).toContain('phosphogypsum-raw');
    expect(searchKnowledge(kb, 'fly ash')[0]?.kind).toBe('material');
    expect(searchKnowledge(kb, 'Waelz').map((hit) => hit.id)).toContain('waelz-kiln');
  });

  it('lineage leads from the material to its root', () => {
    expect(lineage(kb.materials, 'fgd-gypsum')).toEqual(['fgd-gypsum', 'gypsum', 'mineral']);
  });
});

describe.skipIf(!existsSync(data))('codes against the lists of the shared data folder', () => {
  const known = (file: string, column: string): Set<string> => {
    const rows: Record<string, string>[] = parse(readFileSync(join(data, file), 'utf8'), { columns: true, bom: true });
    return new Set(rows.map((row) => row[column]!.replaceAll('.', '')));
  };
  const mine = (scheme: string): string[] => kb.codes.filter((c) => c.scheme === scheme).map((c) => c.code);

  it('knows every entry of the European list, and no other', () => {
    const list = known('ewc_defra/ewc_codes.csv', 'code');
    expect(new Set(mine('EWC').filter((c) => c.length === 6))).toEqual(list);
  });

  it('names only FKKO, CPA and HS codes that exist', () => {
    const fkko = [...known('fkko_2026/fkko_clean.csv', 'code11')];
    expect(mine('FKKO').filter((code) => !fkko.some((one) => one.startsWith(code)))).toEqual([]);
    const cpa = known('classifications_csv/CPA.csv', 'Code');
    expect(mine('CPA').filter((code) => !cpa.has(code))).toEqual([]);
    const hs = known('classifications_csv/HScode.csv', 'hscode');
    expect(mine('HS').filter((code) => !hs.has(code))).toEqual([]);
  });

  it('marks as hazardous what all its exact European codes mark', () => {
    const rows: Record<string, string>[] = parse(readFileSync(join(data, 'ewc_defra/ewc_codes.csv'), 'utf8'), {
      columns: true,
    });
    const starred = new Map(rows.map((row) => [row.code!, row.is_hazardous === '1']));
    for (const [id, material] of kb.materials) {
      const exact = kb.codes.filter((c) => c.scheme === 'EWC' && c.material === id && c.relation === 'exact');
      if (exact.length > 0 && material.euHazardous) {
        expect(
          exact.some((c) => starred.get(c.code)),
          id,
        ).toBe(true);
      }
    }
  });
});
