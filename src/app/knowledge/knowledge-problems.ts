import type { Bilingual, KnowledgeBase } from '../../domain/index.ts';
import { checkKnowledge } from '../../knowledge/index.ts';

/** Rows of the knowledge base that do not hold, as one sentence. */
export function knowledgeProblems(knowledge: KnowledgeBase): readonly Bilingual[] {
  const count = checkKnowledge(knowledge).length;
  if (count === 0) return [];
  return [
    {
      ru: `В базе знаний ${count} неверных строк: npm run knowledge:check покажет их.`,
      en: `The knowledge base has ${count} wrong rows: npm run knowledge:check shows them.`,
    },
  ];
}
