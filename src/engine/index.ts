import type { Lists, StreamLists } from './lists.ts';
import type { Problem } from './problem.ts';
import { buildIndex, searchDemand, searchOutput } from './search.ts';

export { explain } from './explain.ts';
export { bruteListsOfDemand, bruteListsOfOutput, type Lists, type StreamLists } from './lists.ts';
export { listMatches } from './matches.ts';
export { buildProblem, type Problem } from './problem.ts';

/** Changes whenever the same input may give other lists. Part of a run's id. */
export const ENGINE_VERSION = '1';

/**
 * The exact ranked lists of every output and every demand, one stream a step, so that the caller may pause, show progress or stop between steps.
 */
export function* computeLists(problem: Problem): Generator<{ done: number; total: number }, Lists> {
  const index = buildIndex(problem);
  const total = problem.outputs.length + problem.demands.length;
  const outputs: StreamLists[] = [];
  const demands: StreamLists[] = [];
  for (const output of problem.outputs) {
    outputs.push(searchOutput(problem, index, output));
    yield { done: outputs.length, total };
  }
  for (const demand of problem.demands) {
    demands.push(searchDemand(problem, index, demand));
    yield { done: outputs.length + demands.length, total };
  }
  return { outputs, demands, pairsJudged: index.counter.pairs };
}
