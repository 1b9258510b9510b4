import type { Breath } from '../ranked/breath.ts';
import type { Connection } from './database.ts';
import { currentRun } from './publish.ts';
import { isAnyPublishing } from './publishing-notes.ts';
import type { Writer } from './writer.ts';

/** Takes out runs that are neither current nor have results beside them, then all lists that no run has any more. */
export function removeRuns(writer: Writer, ids: readonly string[]): Promise<void> {
  return writer.write(async (db, breath) => {
    const current = currentRun(db);
    let gone = 0;
    for (const id of ids)
      if (id !== current)
        gone += db.run(
          'DELETE FROM run WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM result WHERE run = ?1)',
          id,
        ).changes;
    // what is being published counts on lists that no run has yet; those that stay go another time
    if (gone > 0 && !isAnyPublishing(db)) await sweepLists(db, breath);
  });
}

async function sweepLists(db: Connection, breath: Breath): Promise<void> {
  const named = await namedLists(db, breath);
  const unnamed: number[] = [];
  // the index is a hundredth of the table
  for (const { n } of db.iterate<{ n: number }>('SELECT n FROM list INDEXED BY list_of_output')) {
    // the last one stays, so that no number is ever given twice: readers of a run that went must find nothing, not others' lists
    if (named[n] !== 1 && n < named.length - 1) unnamed.push(n);
    if (breath.due) await breath.take();
  }
  for (const n of unnamed) {
    db.run('DELETE FROM list WHERE n = ?', n);
    if (breath.due) await breath.take();
  }
}

/** 1 at the number of each list that a run has. */
async function namedLists(db: Connection, breath: Breath): Promise<Uint8Array> {
  const { last } = db.get<{ last: number }>('SELECT ifnull(max(n), 0) AS last FROM list')!;
  const named = new Uint8Array(last + 1);
  const runs = db.all<{ id: string }>('SELECT id FROM run');
  for (const { id } of runs) {
    const { lists } = db.get<{ lists: Uint8Array }>('SELECT lists FROM run WHERE id = ?', id)!;
    for (const list of new Uint32Array(lists.slice().buffer)) named[list] = 1;
    await breath.take();
  }
  return named;
}
