import { SymbionError } from '../../domain/index.ts';
import { unpackList } from '../ranked/packed-list.ts';
import type { ReadList } from '../ranked/read-list.ts';
import { type Graph, portions } from './graph.ts';
import { keysOfRun } from './run-lists.ts';

/** Lists read at a time. */
const PORTION = 500;

/** A run's lists by output id. Throws `not-found`, also when the run is taken out meanwhile. */
export async function* readLists(graph: Graph, runId: string): AsyncGenerator<ReadList> {
  const missing = () =>
    new SymbionError('not-found', { ru: `Расчёт «${runId}» не найден.`, en: `There is no run "${runId}".` });
  const run = await keysOfRun(graph, runId);
  if (!run) throw missing();
  for (const keys of portions(run.keys, PORTION)) {
    const rows = await graph.ask<{ key: string; packed: Int8Array }>('list/load', { keys });
    const bytesOf = new Map(rows.map(({ key, packed }) => [key, packed]));
    for (const key of keys) {
      const packed = bytesOf.get(key);
      if (!packed) throw missing();
      yield unpackList(new Uint8Array(packed.buffer, packed.byteOffset, packed.length));
    }
  }
}
