import type { Asked, Symbion } from '../app/symbion.ts';
import { SymbionError } from '../domain/index.ts';
import { say, type Terminal } from './context.ts';
import { followJob } from './progress.ts';

/**
 * Asks a question about the current run, waits, and reads the answer. When there is no run yet, or the data have changed since,
 * a run is computed first with the settings of the last one.
 */
export async function askAndRead<T>(
  terminal: Terminal,
  start: (symbion: Symbion) => Promise<Asked>,
  read: (symbion: Symbion, id: string) => Promise<{ readonly found: T }>,
): Promise<T> {
  const symbion = await terminal.house.open();
  try {
    const { job, id } = await start(symbion).catch(async (error: unknown) => {
      if (!isOutdated(error)) throw error;
      terminal.tell(
        say(terminal, { ru: 'Данные изменились: сначала расчёт.', en: 'The data have changed: a run first.' }),
      );
      const last = await symbion.findRun();
      await followJob(terminal, symbion, await symbion.startRun(last?.settings ?? {}));
      return start(symbion);
    });
    await followJob(terminal, symbion, job);
    return (await read(symbion, id)).found;
  } finally {
    await symbion.close();
  }
}

function isOutdated(error: unknown): boolean {
  return error instanceof SymbionError && (error.kind === 'conflict' || error.kind === 'not-found');
}
