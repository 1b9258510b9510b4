import type { KnowledgeBase, Material, Rule } from '../../src/domain/index.ts';
import { lineage } from '../../src/knowledge/index.ts';

const any = <T>(wanted: readonly T[], held: readonly T[]): boolean =>
  wanted.length === 0 || wanted.some((one) => held.includes(one));

/** Do all conditions of the rule hold for the pair? */
export function applies(kb: KnowledgeBase, rule: Rule, material: Material, product: Material): boolean {
  return (
    any(rule.materials, lineage(kb.materials, material.id)) &&
    any(rule.contaminants, material.contaminants) &&
    (rule.hazardClassUpTo === undefined || (material.hazardClass ?? 9) <= rule.hazardClassUpTo) &&
    (rule.euHazardous === undefined || rule.euHazardous === material.euHazardous) &&
    (rule.useClasses.length === 0 || (product.useClass !== undefined && rule.useClasses.includes(product.useClass))) &&
    any(rule.products, lineage(kb.materials, product.id))
  );
}

/** Rules that refuse the pair wherever it lies; a plain reading of `Rule` that shares no code with the engine. */
export function refusals(kb: KnowledgeBase, materialId: string, productId: string, jurisdiction = '*'): Rule[] {
  const material = kb.materials.get(materialId)!;
  const product = kb.materials.get(productId)!;
  return kb.rules.filter(
    (rule) =>
      (rule.jurisdiction === '*' || rule.jurisdiction === jurisdiction) &&
      (rule.effect === 'refuse' || (rule.effect === 'licensed-only' && product.useClass !== 'licensed')) &&
      applies(kb, rule, material, product),
  );
}
