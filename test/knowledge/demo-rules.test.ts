import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { loadKnowledge, usesOf } from '../../src/knowledge/index.ts';
import { BYPRODUCT, NEED } from './demo-ids.ts';
import { refusals } from './refusals.ts';

const folder = join(process.env.SYMBION_SHARED ?? join(import.meta.dirname, '../../../shared'), 'domain');
const table = (name: string): Record<string, string>[] =>
  parse(readFileSync(join(folder, name), 'utf8'), { columns: true, bom: true });
const codes = (text: string): string[] =>
  text
    .split(',')
    .map((code) => code.trim())
    .filter((code) => code !== '');

describe.skipIf(!existsSync(folder))('the 73 by-products of the domain folder', () => {
  const kb = loadKnowledge();
  const pairs = (column: string): string[][] =>
    table('byproducts_73.csv').flatMap((row) => codes(row[column]!).map((need) => [row.id!, need]));

  it('refuses every forbidden use by a rule that cites its source', () => {
    const open = pairs('forbidden_need_codes').filter(
      ([bp, need]) => refusals(kb, BYPRODUCT[bp!]!, NEED[need!]!).length === 0,
    );
    expect(open).toEqual([]);
  });

  it('refuses no admissible use', () => {
    const hit = pairs('need_codes').filter(
      ([bp, need]) => refusals(kb, BYPRODUCT[bp!]!, NEED[need!]!, 'RU').length > 0,
    );
    expect(hit).toEqual([]);
  });

  it('has a use for every admissible pair', () => {
    const gone = pairs('need_codes').filter(
      ([bp, need]) => !usesOf(kb, BYPRODUCT[bp!]!).some(({ use }) => use.replaces === NEED[need!]),
    );
    expect(gone).toEqual([]);
  });
});
