/**
 * Exact top 20 in both directions with the full score on generated countries. `--sizes 1e4,1e5`, `--json`.
 * Each size is checked against judging every pair on a sample of streams, in the same run.
 */
import { parseArgs } from 'node:util';
import { DEFAULT_SETTINGS } from '../../src/domain/index.ts';
import {
  bruteListsOfDemand,
  bruteListsOfOutput,
  buildProblem,
  computeLists,
  type Lists,
  type StreamLists,
} from '../../src/engine/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { tell } from '../tell.ts';
import { drawCountry, seeded } from './country.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1e4,1e5' },
    json: { type: 'boolean', default: false },
    sample: { type: 'string', default: '40' },
  },
});
const knowledge = loadKnowledge();

for (const size of values.sizes.split(',').map(Number)) {
  const snapshot = drawCountry(size, knowledge);
  const built = performance.now();
  const problem = buildProblem(snapshot, knowledge, { ...DEFAULT_SETTINGS, asOf: '2026-11-01' });
  for (const output of problem.outputs) problem.offers(output);
  const from = performance.now();
  const lists = finish(computeLists(problem));
  const seconds = (performance.now() - from) / 1000;
  const { correct, bruteSeconds } = check(problem, lists, Number(values.sample));
  const brute = bruteSeconds * 2 * size;
  const name = `engine ${size} x ${size}`;
  const megabytes = Math.round(process.memoryUsage().rss / 1e6);
  tell(
    {
      case: `${name}, top 20 both directions`,
      value: seconds,
      unit: 's',
      baseline: brute,
      ratio: brute / seconds,
      correct,
    },
    values.json,
  );
  tell(
    {
      case: `${name}, pairs judged per output`,
      value: lists.pairsJudged / (2 * size),
      unit: 'pairs',
      baseline: size,
      ratio: size / (lists.pairsJudged / (2 * size)),
      correct,
    },
    values.json,
  );
  tell(
    {
      case: `${name}, columns and offers built`,
      value: (from - built) / 1000,
      unit: 's',
      baseline: seconds,
      ratio: (from - built) / 1000 / seconds,
      correct,
    },
    values.json,
  );
  tell({ case: `${name}, memory`, value: megabytes, unit: 'MB', baseline: megabytes, ratio: 1, correct }, values.json);
}

function finish(steps: ReturnType<typeof computeLists>): Lists {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** Compares streams drawn by a seed with judging all their pairs; the time of that is the baseline, seconds a stream. */
function check(
  problem: ReturnType<typeof buildProblem>,
  lists: Lists,
  count: number,
): { correct: boolean; bruteSeconds: number } {
  const random = seeded(7);
  const text = (list: StreamLists) =>
    list.open.map((entry) => `${entry.partner} ${entry.score} ${entry.offer.pathway.id}`).join('\n');
  let correct = true;
  const from = performance.now();
  for (let i = 0; i < count; i++) {
    const row = Math.floor(random() * problem.outputs.length);
    const [brute, found] =
      i % 2 === 0
        ? [bruteListsOfOutput(problem, problem.outputs[row]!), lists.outputs[row]!]
        : [bruteListsOfDemand(problem, problem.demands[row]!), lists.demands[row]!];
    if (text(brute) !== text(found)) correct = false;
  }
  return { correct, bruteSeconds: (performance.now() - from) / 1000 / count };
}
