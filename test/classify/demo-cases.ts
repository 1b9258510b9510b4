import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { BYPRODUCT, NEED } from '../knowledge/demo-ids.ts';
import type { Case } from './texts.ts';

const table = (dir: string, name: string): Record<string, string>[] =>
  parse(readFileSync(join(dir, 'domain', name)), { columns: true });
const languageOf = (text: string): 'ru' | 'en' => (/[а-я]/i.test(text) ? 'ru' : 'en');

/** The demo region's own words: every output in both languages with and without its codes, every need in both, at the site that has it. */
export function demoCases(shared: string): { readonly words: Case[]; readonly coded: Case[] } {
  const sites = new Map(table(shared, 'demo_sites.csv').map((s) => [s.id!, s.nace_okved2!]));
  const names = new Map(table(shared, 'byproducts_73.csv').map((b) => [b.id!, b]));
  const needs = new Map(table(shared, 'demo_need_words.csv').map((n) => [n.need!, n]));
  const words: Case[] = [];
  const coded: Case[] = [];
  for (const o of table(shared, 'demo_outputs.csv')) {
    const given = (code: string): string | undefined => (code === '-' || code === '' ? undefined : code);
    const codes = { ...(given(o.ewc!) && { ewc: o.ewc! }), ...(given(o.fkko!) && { fkko: o.fkko! }) };
    for (const text of [names.get(o.byproduct!)!.name_ru!, o.name_en!, names.get(o.byproduct!)!.name_en!]) {
      const found: Case = {
        text,
        lang: languageOf(text),
        direction: 'output',
        nace: sites.get(o.site!)!,
        expected: [BYPRODUCT[o.byproduct!]!],
        source: `demo ${o.id}`,
      };
      words.push(found);
      coded.push({ ...found, codes });
    }
  }
  for (const n of table(shared, 'demo_needs.csv')) {
    const word = needs.get(n.need!);
    for (const text of word ? [word.name_ru!, word.name_en!] : []) {
      words.push({
        text,
        lang: languageOf(text),
        direction: 'input',
        nace: sites.get(n.site!)!,
        expected: [NEED[n.need!]!],
        source: `demo ${n.id}`,
      });
    }
  }
  return { words, coded };
}
