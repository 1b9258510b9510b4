import { setImmediate } from 'node:timers/promises';
import { SymbionError } from '../domain/index.ts';
import type { HandedFiles } from './read-files.ts';
import type { HandedFile, ImportOptions } from './symbion.ts';

/** Who watches an import, and may stop it. */
export type Watch = Pick<ImportOptions, 'onProgress' | 'signal'>;

/** Longest stretch of work before the event loop gets its turn, ms. */
const STRETCH_MS = 20;

/** The files, with every byte read told to the watcher; reading ends with `cancelled` when it is stopped. */
export function watched(files: HandedFiles, watch: Watch): HandedFiles {
  const given = Object.entries(files).filter((entry): entry is [string, HandedFile] => entry[1] !== undefined);
  const total = given.reduce((sum, [, { size }]) => sum + (size ?? 0), 0);
  let done = 0;
  async function* counted(file: HandedFile): AsyncGenerator<Uint8Array> {
    for await (const part of file.open()) {
      throwIfStopped(watch);
      done += part.length;
      watch.onProgress?.(done, Math.max(total, done), 'read');
      yield part;
    }
  }
  return Object.fromEntries(given.map(([kind, file]) => [kind, { ...file, open: () => counted(file) }]));
}

/** The items one by one; between them others get their turn, the watcher is told, and a stop ends with `cancelled`. */
export async function* unhurried<T>(items: readonly T[], watch: Watch): AsyncGenerator<T> {
  let until = performance.now() + STRETCH_MS;
  for (const [done, item] of items.entries()) {
    yield item;
    if (performance.now() < until) continue;
    watch.onProgress?.(done + 1, items.length, 'understand');
    await setImmediate();
    throwIfStopped(watch);
    until = performance.now() + STRETCH_MS;
  }
}

export function throwIfStopped({ signal }: Watch): void {
  if (signal?.aborted) throw new SymbionError('cancelled', { ru: 'Остановлено.', en: 'Stopped.' });
}
