import type { Match } from '../../domain/index.ts';

/** Groups matches into lists of one output each; they come together. */
export async function* byOutput(matches: Iterable<Match> | AsyncIterable<Match>): AsyncGenerator<Match[]> {
  let list: Match[] = [];
  const group = (match: Match): Match[] | undefined => {
    const full = list.length > 0 && list[0]!.output !== match.output ? list : undefined;
    if (full) list = [];
    list.push(match);
    return full;
  };
  // an array is not asked by promises, one a match
  if (Symbol.iterator in matches)
    for (const match of matches) {
      const full = group(match);
      if (full) yield full;
    }
  else
    for await (const match of matches) {
      const full = group(match);
      if (full) yield full;
    }
  if (list.length > 0) yield list;
}
