import { describe, expect, it } from 'vitest';
import type { Contaminant, Material, Rule } from '../../src/domain/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { applies } from './refusals.ts';

const kb = loadKnowledge();
const clean: Material = {
  id: 'test-clean',
  name: { ru: 'проба', en: 'sample' },
  dimension: 't',
  role: 'by-product',
  euHazardous: false,
  contaminants: [],
  synonymsRu: [],
  synonymsEn: [],
  evidence: 'estimate',
};
const products = [...kb.materials.values()].filter((m) => m.useClass !== undefined);

/** A material made to meet the rule: a real one where the rule names materials, else the clean sample with what it asks for. */
function guilty(rule: Rule): Material {
  const base = rule.materials.length > 0 ? kb.materials.get(rule.materials[0]!)! : clean;
  return {
    ...base,
    contaminants: rule.contaminants.length > 0 ? [rule.contaminants[0] as Contaminant] : base.contaminants,
    ...(rule.hazardClassUpTo === undefined ? {} : { hazardClass: rule.hazardClassUpTo }),
    ...(rule.euHazardous === undefined ? {} : { euHazardous: rule.euHazardous }),
  };
}

describe('every rule', () => {
  for (const rule of kb.rules) {
    const target = products.find(
      (p) =>
        (rule.useClasses.length === 0 || rule.useClasses.includes(p.useClass!)) &&
        (rule.products.length === 0 || rule.products.includes(p.id)),
    );

    it(`${rule.id} fires on what it is about`, () => {
      expect(target).toBeDefined();
      expect(applies(kb, rule, guilty(rule), target!)).toBe(true);
      expect(rule.citation.length).toBeGreaterThan(8);
    });

    it(`${rule.id} leaves a clean material of hazard class V alone`, () => {
      expect(applies(kb, rule, { ...clean, hazardClass: 5 }, target!)).toBe(false);
    });
  }

  it('a use class outside the list is not touched', () => {
    for (const rule of kb.rules.filter((r) => r.useClasses.length > 0)) {
      const other = products.find((p) => !rule.useClasses.includes(p.useClass!))!;
      expect(applies(kb, rule, guilty(rule), other), rule.id).toBe(false);
    }
  });

  it('a milder hazard class than the rule asks for is not touched', () => {
    for (const rule of kb.rules.filter((r) => r.hazardClassUpTo !== undefined)) {
      const milder = { ...guilty(rule), hazardClass: rule.hazardClassUpTo! + 1 };
      expect(applies(kb, rule, milder, products[0]!), rule.id).toBe(false);
    }
  });
});
