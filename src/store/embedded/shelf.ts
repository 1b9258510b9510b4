import { appendFile, mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Batch, Shelf } from '../shelf.ts';
import { type MakeBuffer, PartsFile, unfit, writeParts } from './parts-file.ts';

/** One file of buffers, and one line of JSON for each batch since in a file beside it. */
export function openShelf(folder: string, makeBuffer?: MakeBuffer): Shelf {
  const file = path.join(folder, 'run.warm');
  const notes = path.join(folder, 'run.changes');
  return {
    async keep(run, parts) {
      await mkdir(folder, { recursive: true });
      await rm(notes, { force: true });
      await writeParts(file, run, parts);
    },
    note: (batch) => appendFile(notes, `${JSON.stringify(batch)}\n`),
    async open() {
      const kept = await PartsFile.open(file);
      if (!kept) return undefined;
      try {
        const run = kept.of as string;
        const parts = await Promise.all(
          kept.names.map(async (name) => [name, await kept.read(name, makeBuffer)] as const),
        );
        return { run, parts: new Map(parts), batches: await readNotes(notes, run) };
      } finally {
        await kept.close();
      }
    },
  };
}

async function readNotes(file: string, run: string): Promise<Batch[]> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  let last = run;
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const batch = readNote(line);
      if (batch.from !== last) throw unfit({ ru: 'изменения не по порядку', en: 'the changes are out of order' });
      last = batch.run;
      return batch;
    });
}

function readNote(line: string): Batch {
  try {
    return JSON.parse(line) as Batch;
  } catch {
    throw unfit({ ru: 'последнее изменение записано не целиком', en: 'the last change was not written whole' });
  }
}
