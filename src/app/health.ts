import { type Bilingual, type KnowledgeBase, SymbionError } from '../domain/index.ts';
import type { Jobs, JobsState } from '../jobs/port.ts';
import type { Store, StoreState } from '../store/port.ts';
import { knowledgeProblems } from './knowledge/knowledge-problems.ts';
import type { Health } from './symbion.ts';

/** Asks every part; an unavailable one is a problem told in plain words, never a thrown error. */
export async function checkHealth(store: Store, jobs: Jobs, knowledge: KnowledgeBase): Promise<Health> {
  const problems: Bilingual[] = [...knowledgeProblems(knowledge)];
  const ask = async <T>(question: Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await question;
    } catch (error) {
      problems.push(error instanceof SymbionError ? error.text : { ru: String(error), en: String(error) });
      return otherwise;
    }
  };
  const [storeState, jobState] = await Promise.all([
    ask<StoreState>(store.check(), { kind: 'store', version: '', problems: [] }),
    ask<JobsState>(jobs.check(), { waiting: 0, active: 0, oldestWaitingSeconds: 0 }),
  ]);
  return {
    ready: problems.length + storeState.problems.length === 0,
    store: storeState,
    jobs: jobState,
    knowledge: knowledge.version,
    problems,
  };
}
