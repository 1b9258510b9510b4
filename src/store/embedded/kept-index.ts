import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { MatchColumns } from '../ranked/match-columns.ts';
import { MatchIndex } from '../ranked/match-index.ts';
import type { Indexed } from '../ranked/run-index.ts';
import type { Connection } from './database.ts';
import { PartsFile, writeParts } from './parts-file.ts';
import type { Writer } from './writer.ts';

/** What the file is of. */
interface Label {
  /** The database has the same, so that a file beside another one, or beside an older copy of it, is not taken for its own. */
  readonly seal: string;
  readonly matches: number;
}

/**
 * An index in a file beside the database, for the next process: its columns are read when a question needs them. Lists are never changed nor renumbered, so
 * it also serves every later run that has most of them.
 */
export class KeptIndex {
  readonly #file: string;
  readonly #open: PartsFile[] = [];

  /** @param database whose file it stands beside */
  constructor(database: string) {
    this.#file = path.join(path.dirname(database), 'warm', `${path.basename(database, '.db')}.matches`);
  }

  /**
   * Undefined when there is none that is the database's own and whole.
   * @param onFault told when a column turns out damaged later; whoever asked for it gets the error
   */
  async open(db: Connection, onFault: () => void): Promise<Indexed | undefined> {
    try {
      const parts = await PartsFile.open(this.#file);
      if (!parts) return undefined;
      this.#open.push(parts);
      const { seal, matches } = parts.of as Label;
      if (seal !== db.get<{ value: string }>("SELECT value FROM meta WHERE key = 'index'")?.value) return undefined;
      const told = <T>(reading: Promise<T>): Promise<T> =>
        reading.catch((error) => {
          onFault();
          throw error;
        });
      const columns = new MatchColumns(matches, {
        read: (name) => told(parts.read(name)),
        readSpan: (name, from, to) => told(parts.readSpan(name, from, to)),
      });
      return { lists: new Uint32Array(await parts.read('lists')), index: new MatchIndex(columns) };
    } catch {
      // foreign, of another version, truncated or damaged: it is made anew
      return undefined;
    }
  }

  /** Replaces what was kept. `goOn` may throw to stop it. */
  async keep(writer: Writer, { lists, index }: Indexed, goOn: () => void): Promise<void> {
    const label: Label = { seal: randomUUID(), matches: index.columns.matches };
    const columns = await index.columns.all(goOn);
    await mkdir(path.dirname(this.#file), { recursive: true });
    const bytes = new Uint8Array(lists.buffer, lists.byteOffset, lists.byteLength);
    await writeParts(this.#file, label, new Map([['lists', bytes], ...columns]));
    await writer.write((db) => {
      db.run("INSERT OR REPLACE INTO meta VALUES ('index', ?)", label.seal);
    });
  }

  async close(): Promise<void> {
    for (const parts of this.#open.splice(0)) await parts.close();
  }
}
