import type { Bilingual, KnowledgeBase } from '../../domain/index.ts';
import { searchKnowledge } from '../../knowledge/index.ts';

export interface FoundFact {
  readonly kind: string;
  readonly id: string;
  readonly name: Bilingual;
  readonly score: number;
}

/** Facts whose names or words meet the text, best first, with the name that people read. */
export function findFacts(knowledge: KnowledgeBase, text: string, limit: number): readonly FoundFact[] {
  return searchKnowledge(knowledge, text, limit).map((hit) => ({ ...hit, name: nameOf(knowledge, hit.kind, hit.id) }));
}

function nameOf(knowledge: KnowledgeBase, kind: string, id: string): Bilingual {
  const plain = { ru: id, en: id };
  if (kind === 'material') return knowledge.materials.get(id)?.name ?? plain;
  if (kind === 'process') return knowledge.processes.find((row) => row.id === id)?.name ?? plain;
  if (kind === 'rule') return knowledge.rules.find((row) => row.id === id)?.name ?? plain;
  if (kind === 'activity') return knowledge.activities.find((row) => row.nace === id)?.name ?? plain;
  const use = knowledge.uses.find((row) => row.id === id);
  if (!use) return plain;
  const of = (material: string, lang: 'ru' | 'en') => knowledge.materials.get(material)?.name[lang] ?? material;
  return {
    ru: `${of(use.material, 'ru')} → ${of(use.replaces, 'ru')}`,
    en: `${of(use.material, 'en')} → ${of(use.replaces, 'en')}`,
  };
}
