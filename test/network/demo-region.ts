import { createReadStream } from 'node:fs';
import path from 'node:path';
import { readFiles } from '../../src/app/import/read-files.ts';
import { openRegion } from '../../src/app/region/region.ts';
import { buildClassifier } from '../../src/classify/index.ts';
import { DEFAULT_SETTINGS, type KnowledgeBase, type Match, type Snapshot } from '../../src/domain/index.ts';
import { computeLists, listMatches } from '../../src/engine/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';

export const DEMO_DATE = '2026-11-01';

/** The demo region as the command reads and matches it, blocked pairs included. */
export async function matchDemo(): Promise<{ snapshot: Snapshot; matches: Match[]; knowledge: KnowledgeBase }> {
  const knowledge = loadKnowledge();
  const folder = path.resolve(import.meta.dirname, '../../fixtures/demo');
  const file = (name: string) => ({ name, open: () => createReadStream(path.join(folder, name)) });
  const read = await readFiles(
    { companies: file('companies.csv'), flows: file('flows.csv') },
    { knowledge, classifier: buildClassifier(knowledge) },
  );
  const region = openRegion(read, knowledge, { ...DEFAULT_SETTINGS, asOf: DEMO_DATE, infer: false, blocked: true });
  const problem = region.problem();
  const computing = computeLists(problem);
  let step = computing.next();
  while (!step.done) step = computing.next();
  return { snapshot: region.snapshot, matches: [...listMatches(problem, step.value)], knowledge };
}
