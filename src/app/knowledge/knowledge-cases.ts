import type { Bilingual, Codes, Direction, KnowledgeBase, Reading } from '../../domain/index.ts';
import { type KnowledgeCoverage, knowledgeCoverage, knowledgeStats } from '../../knowledge/index.ts';
import type { Understanding } from '../import/understand-flow.ts';
import { describeMaterial, type MaterialPage } from './describe-material.ts';
import { findFacts } from './find-facts.ts';
import { nameReadings } from './name-readings.ts';

/** What the knowledge base answers, with a store or without. */
export interface KnowledgeCases {
  /** Materials that words and codes may mean, best first. */
  classify(input: {
    text?: string;
    codes?: Codes;
    direction?: Direction;
    nace?: string;
    company?: string;
    lang?: 'ru' | 'en';
    top?: number;
  }): readonly (Reading & { readonly name: Bilingual; readonly codes: readonly string[] })[];
  knowledge(): KnowledgeBase;
  knowledgeStats(): Readonly<Record<string, unknown>>;
  /** Facts by kind and branch, how many cite a source, the oldest sources, the gaps. */
  knowledgeCoverage(): KnowledgeCoverage;
  /** All that is known of a material. Throws `not-found`. */
  describeMaterial(id: string): MaterialPage;
  searchKnowledge(
    text: string,
    limit: number,
  ): readonly { readonly kind: string; readonly id: string; readonly name: Bilingual; readonly score: number }[];
}

export function knowledgeCases({ knowledge, classifier }: Understanding): KnowledgeCases {
  return {
    classify: (input) => nameReadings(knowledge, classifier.classify({ ...input, direction: input.direction })),
    knowledge: () => knowledge,
    knowledgeStats: () => ({ ...knowledgeStats(knowledge) }),
    knowledgeCoverage: () => knowledgeCoverage(knowledge),
    describeMaterial: (id) => describeMaterial(knowledge, id),
    searchKnowledge: (text, limit) => findFacts(knowledge, text, limit),
  };
}
