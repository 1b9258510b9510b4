import type { Bilingual, KnowledgeBase, Reading } from '../../domain/index.ts';

/** Readings with the material's name and the codes that name it. */
export function nameReadings(
  knowledge: KnowledgeBase,
  readings: readonly Reading[],
): readonly (Reading & { readonly name: Bilingual; readonly codes: readonly string[] })[] {
  return readings.map((reading) => ({
    ...reading,
    name: knowledge.materials.get(reading.material)?.name ?? { ru: reading.material, en: reading.material },
    codes: knowledge.codes
      .filter((c) => c.material === reading.material && c.relation === 'exact')
      .map((c) => `${c.scheme} ${c.code}`),
  }));
}
