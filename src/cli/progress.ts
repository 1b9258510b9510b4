import cliProgress from 'cli-progress';
import type { JobRecord, Symbion } from '../app/symbion.ts';
import { SymbionError } from '../domain/index.ts';
import type { Terminal } from './context.ts';

/** Runs work with a bar on a terminal (none in a pipe); the work tells how far it is and with what. */
export async function withBar<T>(
  terminal: Terminal,
  work: (show: (done: number, total: number, what: string) => void) => Promise<T>,
): Promise<T> {
  const bar = terminal.interactive ? newBar() : undefined;
  bar?.start(1, 0, { what: '' });
  try {
    return await work((done, total, what) => {
      bar?.setTotal(total);
      bar?.update(done, { what });
    });
  } finally {
    bar?.stop();
  }
}

function newBar(): cliProgress.SingleBar {
  return new cliProgress.SingleBar({
    format: '{what} {bar} {percentage}% {value}/{total}',
    stream: process.stderr,
    hideCursor: true,
    clearOnComplete: true,
  });
}

/** Waits for a job with a bar on a terminal (none in a pipe); Ctrl-C cancels it. Returns its result. */
export async function followJob(terminal: Terminal, symbion: Symbion, id: string): Promise<unknown> {
  const bar = terminal.interactive ? newBar() : undefined;
  // one that has ended meanwhile needs no stop, one out of reach is told by the watch
  const cancel = () => void symbion.cancelJob(id).catch(() => undefined);
  terminal.signal.addEventListener('abort', cancel, { once: true });
  try {
    bar?.start(1, 0, { what: '' });
    for await (const { job } of symbion.watchJob(id)) {
      if (job.progress) {
        bar?.setTotal(job.progress.total);
        bar?.update(job.progress.done, { what: job.progress.what });
      }
      if (job.state === 'done') return job.result;
      if (job.state === 'cancelled') throw new SymbionError('cancelled', { ru: 'Остановлено.', en: 'Stopped.' });
      if (job.state === 'failed' || job.state === 'interrupted') throw failure(job);
    }
    throw failure({ state: 'no final state' });
  } finally {
    bar?.stop();
    terminal.signal.removeEventListener('abort', cancel);
  }
}

interface Ending extends Pick<JobRecord, 'reason' | 'told'> {
  readonly state: string;
}

function failure({ state, reason = state, told = { ru: reason, en: reason } }: Ending): SymbionError {
  return new SymbionError('internal', { ru: `Задание не выполнено: ${told.ru}`, en: `The job failed: ${told.en}` });
}
