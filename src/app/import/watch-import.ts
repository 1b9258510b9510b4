import { setImmediate } from 'node:timers/promises';
import { SymbionError } from '../../domain/index.ts';
import type { HandedFile, ImportOptions } from '../symbion.ts';
import type { HandedFiles } from './read-files.ts';

/** Who watches an import, and may stop it. */
export type Watch = Pick<ImportOptions, 'onProgress' | 'signal'>;

/** Longest stretch of work before the event loop gets its turn, ms. */
const STRETCH_MS = 20;
/** A file that is in memory is handed on in pieces of so many bytes, so that its rows are not all made at once. */
const PIECE = 64 * 1024;

/** The files, with every byte read told to the watcher; reading ends with `cancelled` when it is stopped. */
export function watched(files: HandedFiles, watch: Watch): HandedFiles {
  const given = Object.entries(files).filter((entry): entry is [string, HandedFile] => entry[1] !== undefined);
  const total = given.reduce((sum, [, { size }]) => sum + (size ?? 0), 0);
  let done = 0;
  async function* counted(file: HandedFile): AsyncGenerator<Uint8Array> {
    for await (const bytes of file.open()) {
      for (let from = 0; from < bytes.length; from += PIECE) {
        throwIfStopped(watch);
        const piece = bytes.subarray(from, from + PIECE);
        done += piece.length;
        watch.onProgress?.(done, Math.max(total, done), 'read');
        yield piece;
      }
    }
  }
  return Object.fromEntries(given.map(([kind, file]) => [kind, { ...file, open: () => counted(file) }]));
}

/** Between steps of long work: others get their turn, and a stop ends it with `cancelled`. */
export class Turns {
  readonly #watch: Watch;
  #until = performance.now() + STRETCH_MS;

  constructor(watch: Watch) {
    this.#watch = watch;
  }

  /** True when it is time to give way. */
  get due(): boolean {
    return performance.now() > this.#until;
  }

  async give(): Promise<void> {
    await setImmediate();
    throwIfStopped(this.#watch);
    this.#until = performance.now() + STRETCH_MS;
  }
}

export function throwIfStopped({ signal }: Watch): void {
  if (signal?.aborted) throw new SymbionError('cancelled', { ru: 'Остановлено.', en: 'Stopped.' });
}
