import { fileURLToPath } from 'node:url';
import type { Issue, KnowledgeBase } from '../domain/index.ts';
import { buildKnowledge } from './build.ts';
import { soundRows } from './cells.ts';
import { meaningProblems } from './meaning.ts';
import { type Problem, readSheets } from './read.ts';

export { type KnowledgeCoverage, knowledgeCoverage } from './coverage.ts';
export { coveragePage } from './coverage-page.ts';
export { documentOf } from './documents.ts';
export { lineage } from './materials.ts';
export * from './questions.ts';
export { refusedEverywhere } from './refusal.ts';
export { type RouteCard, routeCard } from './routes.ts';
export { type KnowledgeHit, searchKnowledge } from './search.ts';

const HERE = fileURLToPath(new URL('./data', import.meta.url));
const problemsOf = new WeakMap<KnowledgeBase, () => readonly Problem[]>();
let loaded: KnowledgeBase | undefined;

/** Reads a folder of tables (`docs/contributing-facts.md`). Rows that do not hold are left out and told by `checkKnowledge`. */
export function readKnowledge(dir: string): KnowledgeBase {
  const sheets = readSheets(dir);
  const { rows, problems } = soundRows(sheets);
  const kb = buildKnowledge(sheets.version, rows);
  problemsOf.set(kb, () => [...problems, ...meaningProblems(rows, kb)]);
  return kb;
}

/** The knowledge base that lies beside this file; read once. */
export function loadKnowledge(): KnowledgeBase {
  loaded ??= readKnowledge(HERE);
  return loaded;
}

/** Everything wrong with the tables a base was read from: file, row, column, found, wanted. Empty = sound. */
export function checkKnowledge(kb: KnowledgeBase): Issue[] {
  return (problemsOf.get(kb)?.() ?? []).map((problem) => ({
    file: problem.file,
    ...(problem.row === undefined ? {} : { row: problem.row }),
    ...(problem.column === undefined ? {} : { column: problem.column }),
    ...(problem.found === undefined ? {} : { found: problem.found }),
    wanted: { ru: problem.ru, en: problem.en },
    severity: 'error',
  }));
}
