import type { Match } from '../../domain/index.ts';
import type { Numbering } from './list-codec.ts';

/** Region of either side of a match when its run was published; null = unknown. */
export interface SideRegions {
  output(match: Match): string | null;
  demand(match: Match): string | null;
}

/** A numbering whose flows have these regions. The codec asks for the output of each match of the list first, then for its demand. */
export function withRegions(numbering: Numbering, list: readonly Match[], regions: SideRegions): Numbering {
  let asked = 0;
  return {
    text: (text) => numbering.text(text),
    flow(id) {
      const match = list[asked >> 1]!;
      const region = asked % 2 === 0 ? regions.output(match) : regions.demand(match);
      asked++;
      return { n: numbering.text(id), region: region === null ? 0 : numbering.text(region) };
    },
  };
}
