import type { Connection } from './database.ts';

/** A publishing that has not ended after so long was lost with its process, s. */
const LOST_S = 86_400;

const keyOf = (runId: string) => `publishing ${runId}`;

/** Notes that a run is being published, whose lists no run has yet. */
export function notePublishing(db: Connection, runId: string): void {
  db.run(
    'INSERT INTO meta VALUES (?, unixepoch()) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    keyOf(runId),
  );
}

export function forgetPublishing(db: Connection, runId: string): void {
  db.run('DELETE FROM meta WHERE key = ?', keyOf(runId));
}

export function isAnyPublishing(db: Connection): boolean {
  const note = "SELECT 1 FROM meta WHERE key GLOB 'publishing *' AND CAST(value AS INTEGER) > unixepoch() - ?";
  return db.get(note, LOST_S) !== undefined;
}
