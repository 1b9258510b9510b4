import type { Run } from '../../domain/index.ts';
import { canonicalJson } from '../content.ts';
import type { Graph, Transaction } from './graph.ts';
import { joinKeys } from './run-lists.ts';

/** Name of the note that keeps the id of the run that readers get when they name none. */
export const CURRENT_RUN = 'run';

export async function currentRun(graph: Graph): Promise<string | undefined> {
  const [row] = await graph.ask<{ value: string }>('meta/get', { name: CURRENT_RUN });
  return row?.value;
}

/** In a transaction: until it ends no other run becomes current. The id of the one that is. */
export async function holdCurrentRun(tx: Transaction): Promise<string | undefined> {
  const [row] = await tx.run<{ value: string | null }>('meta/lock', { name: CURRENT_RUN });
  return row?.value ?? undefined;
}

/** Makes a stored run the current one, and the one published last; false when it is not stored. The current run is held. */
export async function makeCurrent(tx: Transaction, id: string): Promise<boolean> {
  const [run] = await tx.run<{ place: number }>('run/get', { id });
  if (!run) return false;
  const last = await lastPlace(tx);
  if (run.place < last) await tx.run('run/put', { id, properties: { place: last + 1 } });
  await tx.run('meta/set', { name: CURRENT_RUN, value: id });
  return true;
}

/** Stores a run, whose lists are stored, as the current one. The current run is held. */
export async function addCurrent(tx: Transaction, run: Run, matches: number, keys: readonly string[]): Promise<void> {
  if (await makeCurrent(tx, run.id)) return;
  const place = (await lastPlace(tx)) + 1;
  await tx.run('run/put', {
    id: run.id,
    properties: { body: canonicalJson(run), matches, keys: joinKeys(keys), place },
  });
  await tx.run('meta/set', { name: CURRENT_RUN, value: run.id });
}

async function lastPlace(tx: Transaction): Promise<number> {
  const [last] = await tx.run<{ place: number }>('run/last-place', {});
  return last?.place ?? 0;
}
