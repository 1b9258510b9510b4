import type { Columns } from '../columns/columns.ts';
import type { Room } from '../columns/memory.ts';
import { activitiesOf } from './aim.ts';
import type { Desk } from './desk.ts';
import { KERNEL_CODE } from './kernel-code.ts';

/** The innermost loops of the search, compiled from src/kernel/assembly: four nodes, or two pairs, at a time. They work on what stands on a desk. */
export interface Kernel {
  /** Aims along a lane; false where the rules refuse every pair. */
  along(lane: number): number;
  /** Searches lanes, the last first; `order`: place of each lane's number and the most that its pairs can score; `tops`: place of the lists' places by kind. */
  search(order: number, count: number, tops: number): void;
  /** The most that any pair of what is aimed from with a node can score; -1 where all are too far. */
  bound(node: number): number;
  /** Bounds four siblings: see `MARK.seen`; -1 where all are too far, or the distance leaves less than `need` points. */
  look(first: number, need: number): void;
  /** Judges the items `[from, to)` that are no farther than `AIM.chordMost2`; none scores more than `atMost`. `top`: its place. */
  judge(top: number, from: number, to: number, atMost: number): void;
}

/** What a kernel asks of a pair of the item that is aimed from; `other` is the item at the other end. */
export interface KernelChecks {
  /** Share 0..1 of the limits that are declared; -1 where one refuses. */
  share(other: number): number;
  isVetoed(other: number): boolean;
  /** Whether the pathway's own limits refuse the giver that is aimed from, whoever takes it. */
  failsUse(): boolean;
  /** Whether another reading of the giver that is aimed from closes the lane. */
  isShut(): boolean;
  /** Of two ways to read the pair with a row at equal score, whether the first counts. */
  isEarlier(row: number, a: number, b: number): boolean;
}

/** The columns of streams that a kernel reads. Where they change they must stand in one memory, for elsewhere it reads a copy. */
export const KERNEL_COLUMNS = [
  'giverPlaces',
  'giverFacts',
  'giverNodes',
  'takerPlaces',
  'takerFacts',
  'takerNodes',
] as const;

type Exports = Kernel & {
  open(
    desk: number,
    places: number,
    facts: number,
    nodes: number,
    receivers: number,
    activities: number,
    giving: boolean,
  ): void;
};

const code = new WebAssembly.Module(Uint8Array.from(atob(KERNEL_CODE), (letter) => letter.charCodeAt(0)));

/** @param giving whether givers are aimed from, at takers */
export function createKernel(room: Room, c: Columns, giving: boolean, desk: Desk, checks: KernelChecks): Kernel {
  const kernel = new WebAssembly.Instance(code, {
    env: { memory: room.memory },
    checks: {
      ...checks,
      isEarlier: (row: number, a: number, b: number) => checks.isEarlier(row, a >>> 0, b >>> 0),
      asin: Math.asin,
    },
  }).exports as unknown as Exports;
  const [places, facts, nodes] = giving
    ? [c.takerPlaces, c.takerFacts, c.takerNodes]
    : [c.giverPlaces, c.giverFacts, c.giverNodes];
  kernel.open(
    desk.at,
    room.house(places).byteOffset,
    room.house(facts).byteOffset,
    room.house(nodes).byteOffset,
    room.house(c.pathReceivers).byteOffset,
    activitiesOf(c),
    giving,
  );
  return kernel;
}
