import { type Columns, SCALAR } from '../columns/columns.ts';
import { memoryOf, Room } from '../columns/memory.ts';
import { createChecks } from './checks.ts';
import { KINDS } from './lanes.ts';
import { createSideSearch } from './side-search.ts';
import type { Standing } from './standing.ts';
import { Top } from './top.ts';

export { KINDS } from './lanes.ts';

/** Finds the exact lists of one stream; they stand in `tops` until the next call. */
export interface Search {
  /** By kind. */
  readonly tops: readonly Top[];
  /** Pairs whose score was computed since the start. */
  readonly judged: number;
  /** `everything`: by judging every pair that a use joins, which is what the search is measured against. */
  output(row: number, everything?: boolean): void;
  demand(row: number, everything?: boolean): void;
  /** Tells the standings of the demands in whose lists an output stands, or would; by kind. */
  standOutput(row: number, standings: readonly Standing[]): void;
  standDemand(row: number, standings: readonly Standing[]): void;
  /** Of two ways to read one pair at equal score, whether the first counts. */
  isEarlier(output: number, demand: number, a: number, b: number): boolean;
}

/** @param settled the columns do not change while they are searched, and streams come in the order of their trees: much then serves the next one too */
export function createSearch(c: Columns, { settled = false } = {}): Search {
  const checks = createChecks(c);
  const room = new Room(memoryOf(c.giverPlaces.buffer));
  const outputs = createSideSearch(c, checks, true, settled, room);
  const demands = createSideSearch(c, checks, false, settled, room);
  const tops = KINDS.map(() => new Top(room, c.scalars[SCALAR.top]! + c.scalars[SCALAR.reserve]!));
  const begin = () => {
    for (const top of tops) top.clear();
  };
  return {
    tops,
    isEarlier: checks.isEarlier,
    get judged() {
      return outputs.judged + demands.judged;
    },
    output(row, everything = false) {
      begin();
      outputs.find(row, tops, everything);
    },
    demand(row, everything = false) {
      begin();
      demands.find(row, tops, everything);
    },
    standOutput: (row, standings) => outputs.stand(row, standings),
    standDemand: (row, standings) => demands.stand(row, standings),
  };
}
