import type { KnowledgeBase, Material, Rule } from '../../src/domain/index.ts';
import { lineage } from '../../src/knowledge/index.ts';

/** A material that no rule has a reason to touch. */
export const clean: Material = {
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

export interface RuleCase {
  /** What the pair misses: the one condition of the rule that does not hold. */
  readonly missing: string;
  readonly material: Material;
  readonly product: Material;
}

/** Products that a use replaces. */
const productsOf = (kb: KnowledgeBase): Material[] =>
  [...kb.materials.values()].filter((m) => m.useClass !== undefined && kb.uses.some((use) => use.replaces === m.id));

const narrowed = (parent: string, kb: KnowledgeBase): Material => ({
  ...kb.materials.get(parent)!,
  id: 'test-narrower',
  parent,
});

/** A material and a product of which every condition of the rule holds. */
export function meeting(kb: KnowledgeBase, rule: Rule): RuleCase {
  const product = productsOf(kb).find(
    (p) =>
      (rule.useClasses.length === 0 || rule.useClasses.includes(p.useClass!)) &&
      (rule.products.length === 0 || rule.products.includes(p.id)) &&
      (rule.effect !== 'licensed-only' || p.useClass !== 'licensed'),
  );
  if (product === undefined) throw new Error(`${rule.id}: no product meets it`);
  const { parent, ...base } = rule.materials.length > 0 ? narrowed(rule.materials[0]!, kb) : clean;
  const material: Material = {
    ...base,
    ...(rule.materials.length > 0 && parent !== undefined ? { parent } : {}),
    contaminants: rule.contaminants.slice(0, 1),
    ...(rule.hazardClassUpTo === undefined ? {} : { hazardClass: rule.hazardClassUpTo }),
    euHazardous: rule.euHazardous ?? false,
  };
  return { missing: 'nothing', material, product };
}

/** The same pair with one condition missed, once for every condition that the rule has. */
export function nearMisses(kb: KnowledgeBase, rule: Rule): RuleCase[] {
  const { material, product } = meeting(kb, rule);
  const cases: RuleCase[] = [];
  if (rule.contaminants.length > 0)
    cases.push({ missing: 'contaminant', material: { ...material, contaminants: [] }, product });
  if (rule.hazardClassUpTo !== undefined)
    cases.push({
      missing: 'hazard class',
      material: { ...material, hazardClass: rule.hazardClassUpTo + 1 },
      product,
    });
  if (rule.euHazardous !== undefined)
    cases.push({ missing: 'hazard in the European list', material: { ...material, euHazardous: false }, product });
  if (rule.materials.length > 0) {
    const other = [...kb.materials.values()].find(
      (m) => m.role === 'by-product' && !lineage(kb.materials, m.id).some((id) => rule.materials.includes(id)),
    );
    if (other) cases.push({ missing: 'material', material: { ...material, parent: other.id }, product });
  }
  const products = productsOf(kb);
  const outside = products.find(
    (p) =>
      (rule.useClasses.length > 0 && !rule.useClasses.includes(p.useClass!)) ||
      (rule.products.length > 0 && !lineage(kb.materials, p.id).some((id) => rule.products.includes(id))),
  );
  if (outside) cases.push({ missing: 'use', material, product: outside });
  const licensed = products.find((p) => p.useClass === 'licensed')!;
  if (rule.effect === 'licensed-only') cases.push({ missing: 'lack of a licence', material, product: licensed });
  return cases;
}
