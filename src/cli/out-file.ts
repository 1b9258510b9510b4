import { open, rename, rm } from 'node:fs/promises';
import { SymbionError } from '../domain/index.ts';

/**
 * A file to be written whole or not at all: the bytes go beside it and take its name at the end.
 * `openOutFile` throws `input` before any work is done when the place cannot be written.
 */
export interface OutFile {
  write(content: string | Uint8Array): Promise<void>;
  /** Gives the file its name. */
  finish(): Promise<void>;
  /** Leaves nothing behind; no effect after `finish`. */
  drop(): Promise<void>;
}

export async function openOutFile(name: string): Promise<OutFile> {
  const part = `${name}.part`;
  const cannot = (error: NodeJS.ErrnoException) =>
    new SymbionError('input', {
      ru: `Файл ${name} записать нельзя (${error.code}).`,
      en: `The file ${name} cannot be written (${error.code}).`,
    });
  const handle = await open(part, 'w').catch((error: NodeJS.ErrnoException) => {
    throw cannot(error);
  });
  let unfinished = true;
  return {
    async write(content) {
      await handle.writeFile(content);
    },
    async finish() {
      unfinished = false;
      await handle.close();
      await rename(part, name).catch(async (error: NodeJS.ErrnoException) => {
        await rm(part, { force: true });
        throw cannot(error);
      });
    },
    async drop() {
      if (!unfinished) return;
      unfinished = false;
      await handle.close();
      await rm(part, { force: true });
    },
  };
}

/** Writes chunks to a file, whole or not at all. Throws `input` when it cannot be written; nothing is left of it when stopped. */
export async function writeOutFile(
  name: string,
  chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  signal?: AbortSignal,
): Promise<void> {
  const file = await openOutFile(name);
  try {
    for await (const chunk of chunks) {
      signal?.throwIfAborted();
      await file.write(chunk);
    }
    await file.finish();
  } finally {
    await file.drop();
  }
}
