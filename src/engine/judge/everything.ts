import type { Match } from '../../domain/index.ts';
import type { Problem } from '../problem/problem.ts';
import type { Stream } from '../problem/stream.ts';
import { toMatch } from '../search/matches.ts';
import { isBetter, judgeAll, kindOf } from './brute.ts';

/** Every open match of an output, however far down the list, without ranks: by judging all pairs, so for small regions. */
export function everyMatchOf(problem: Problem, output: Stream): Match[] {
  return problem.demands.flatMap((demand) => {
    const open = judgeAll(problem, output, demand).filter((judgement) => kindOf(problem, judgement) === 'open');
    return open.length === 0
      ? []
      : [
          toMatch(
            problem,
            open.reduce((best, way) => (isBetter(way, best) ? way : best)),
          ),
        ];
  });
}
