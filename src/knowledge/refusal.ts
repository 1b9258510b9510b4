import type { KnowledgeBase, Material, Rule } from '../domain/index.ts';
import { lineage } from './materials.ts';

const meets = <T>(wanted: readonly T[], held: readonly T[]): boolean =>
  wanted.length === 0 || wanted.some((one) => held.includes(one));

function holds(kb: KnowledgeBase, rule: Rule, material: Material, product: Material): boolean {
  const { hazardClassUpTo, euHazardous, useClasses } = rule;
  if (hazardClassUpTo !== undefined && (material.hazardClass ?? 9) > hazardClassUpTo) return false;
  if (euHazardous !== undefined && euHazardous !== material.euHazardous) return false;
  if (useClasses.length > 0 && (product.useClass === undefined || !useClasses.includes(product.useClass))) return false;
  return (
    meets(rule.contaminants, material.contaminants) &&
    meets(rule.materials, lineage(kb.materials, material.id)) &&
    meets(rule.products, lineage(kb.materials, product.id))
  );
}

/** Rules valid everywhere and always that refuse a material, as it usually is, as a substitute of a product. */
export function refusedEverywhere(kb: KnowledgeBase, materialId: string, productId: string): Rule[] {
  const material = kb.materials.get(materialId);
  const product = kb.materials.get(productId);
  if (!material || !product) return [];
  return kb.rules.filter(
    (rule) =>
      rule.jurisdiction === '*' &&
      rule.from === undefined &&
      rule.to === undefined &&
      (rule.effect === 'refuse' || (rule.effect === 'licensed-only' && product.useClass !== 'licensed')) &&
      holds(kb, rule, material, product),
  );
}
