import { existsSync } from 'node:fs';
import { type Run, SymbionError } from '../../domain/index.ts';
import type { MovableStore } from '../moving.ts';
import type { ChangeReport, ChangeSet } from '../port.ts';
import type { Breath } from '../ranked/breath.ts';
import { rankedMatches } from '../ranked/list-page.ts';
import { PlacedMatches } from '../ranked/placed-matches.ts';
import { amend } from './amend.ts';
import { Changes } from './changes.ts';
import { type Connection, openForReading, openForWriting } from './database.ts';
import { toSymbionError } from './faults.ts';
import { bodies, findCompanies, findFlows, loadSnapshot } from './find.ts';
import { Matches } from './matches.ts';
import { MIGRATIONS } from './migrations.ts';
import { moving } from './moving.ts';
import { networks } from './networks.ts';
import { people } from './people.ts';
import { currentRun, publish } from './publish.ts';
import { readLists } from './read-lists.ts';
import { removeRuns } from './remove.ts';
import { KEPT_FROM } from './run-indexes.ts';
import { Spool } from './spool.ts';
import { type Step, stepsOf } from './steps.ts';
import { Writer } from './writer.ts';

/** The embedded house adds what only a file can do. */
export interface EmbeddedStore extends MovableStore {
  /** Writes a copy of one state into a new file, while readers and writers go on. Throws `conflict` when that file is there. */
  backup(to: string): Promise<void>;
}

/**
 * The embedded house: one SQLite file (made when it is not there), one writer at a time, readers that see committed states only. Several
 * processes may open the same file. Throws `unavailable` with the plain reason.
 * @param keptFrom matches of a run from which on its index is kept in a file beside, for the next process
 */
export function openEmbeddedStore(file: string, { keptFrom = KEPT_FROM } = {}): EmbeddedStore {
  const writing = openForWriting(file);
  const reader = openForReading(file);
  const writer = new Writer(writing, file);
  const matches = new Matches(reader, writer, file, keptFrom);
  const readers = new Set<Connection>();

  const store: EmbeddedStore = {
    ...people(writer, reader),
    ...networks(writer, reader),
    ...moving(writer, reader),

    async apply(changes, onProgress) {
      if (!isStream(changes))
        return writer.write((db, breath) => applySteps(db, changes, stepsOf(changes), breath, onProgress));
      const spool = new Spool();
      try {
        await spool.fill(changes);
        return await writer.write((db, breath) => applySteps(db, spool.first, spool.steps(), breath, onProgress));
      } finally {
        spool.close();
      }
    },

    findCompanies: async (filter, limit, after) => findCompanies(reader, filter, limit, after),
    findFlows: async (filter, limit, after) => findFlows(reader, filter, limit, after),

    async loadSnapshot() {
      const own = openForReading(file);
      readers.add(own);
      try {
        return await loadSnapshot(own);
      } finally {
        readers.delete(own);
        own.close();
      }
    },

    snapshotHash: async () => reader.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', 'content')!.value,

    async publishRun(run, rows, onProgress, regions) {
      await publish(writer, run, rows, onProgress, regions);
      matches.prepare(run.id);
    },

    async amendRun(run, from, outputs, rows) {
      await amend(writer, run, from, outputs, rows);
      matches.prepare(run.id);
    },

    removeRuns: (ids) => removeRuns(writer, ids),

    restoreRun: (run, rows, onProgress) => {
      const placed = new PlacedMatches();
      return publish(writer, run, placed.take(rows), onProgress, placed);
    },

    async findRun(id = currentRun(reader)) {
      return id === undefined ? undefined : bodies<Run>(reader, 'SELECT body FROM run WHERE id = ?', id)[0];
    },

    listRuns: async (limit) => bodies<Run>(reader, 'SELECT body FROM run ORDER BY place DESC LIMIT ?', limit),

    findMatches: (runId, filter, limit, after) => matches.find(runId, filter, limit, after),

    async *readMatches(runId) {
      for await (const list of readLists(reader, runId)) yield rankedMatches(list);
    },

    async check() {
      const { version } = reader.get<{ version: string }>('SELECT sqlite_version() AS version')!;
      const verdict = Object.values(reader.get<object>('PRAGMA quick_check(1)')!)[0];
      return {
        kind: 'SQLite',
        version: `${version}, schema ${MIGRATIONS.length}`,
        problems:
          verdict === 'ok'
            ? []
            : [
                {
                  ru: `Файл повреждён (${verdict}): верните его из резервной копии.`,
                  en: `The file is damaged (${verdict}): bring it back from a backup.`,
                },
              ],
      };
    },

    mend: () => writer.alone((db) => db.raw.exec('REINDEX')),

    async backup(to) {
      if (existsSync(to))
        throw new SymbionError('conflict', { ru: `Файл ${to} уже есть.`, en: `The file ${to} is there already.` });
      await writer.alone((db) => db.run('VACUUM INTO ?', to));
    },

    async close() {
      await matches.close();
      await writer.finish();
      for (const connection of [...readers, reader, writing]) connection.close();
    },
  };
  return guarded(store, file);
}

/** `first` is the change set, or its first part: what it expects is looked at before anything is written. */
async function applySteps(
  db: Connection,
  first: ChangeSet,
  steps: Iterable<Step>,
  breath: Breath,
  onProgress?: (rows: number) => void,
): Promise<ChangeReport> {
  const changes = new Changes(db);
  changes.expect(first);
  for (const step of steps) {
    changes.write(step);
    if (!breath.due) continue;
    onProgress?.(changes.rows);
    await breath.take();
  }
  for (const _ of changes.settle()) await breath.take();
  const report = changes.finish();
  onProgress?.(changes.rows);
  return report;
}

function isStream(changes: ChangeSet | AsyncIterable<ChangeSet>): changes is AsyncIterable<ChangeSet> {
  return Symbol.asyncIterator in changes;
}

/** Nothing driver-specific leaks: every method's fault is turned into the house's own. */
function guarded(store: EmbeddedStore, file: string): EmbeddedStore {
  const { readRun, readMatches, ...answering } = store;
  const entries = Object.entries(answering).map(([name, method]) => [
    name,
    async (...args: unknown[]) => {
      try {
        return await (method as (...all: unknown[]) => unknown)(...args);
      } catch (error) {
        throw toSymbionError(error, file);
      }
    },
  ]);
  const streaming = { readRun: guardedStream(readRun, file), readMatches: guardedStream(readMatches, file) };
  return { ...Object.fromEntries(entries), ...streaming } as EmbeddedStore;
}

function guardedStream<T>(read: (runId: string) => AsyncIterable<T>, file: string) {
  return async function* (runId: string): AsyncGenerator<T> {
    try {
      yield* read(runId);
    } catch (error) {
      throw toSymbionError(error, file);
    }
  };
}
