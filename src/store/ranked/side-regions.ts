import type { SideRegions } from '../port.ts';
import type { Numbering } from './list-codec.ts';

/** A numbering whose flows have these regions. */
export function withRegions(text: Numbering['text'], regions: SideRegions): Numbering {
  const numbered = (id: string, region: string | null) => ({ n: text(id), region: region === null ? 0 : text(region) });
  return {
    text,
    output: (match) => numbered(match.output, regions.output(match)),
    demand: (match) => numbered(match.demand, regions.demand(match)),
  };
}
