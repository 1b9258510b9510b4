import cliProgress from 'cli-progress';
import type { JobRecord, Symbion } from '../app/symbion.ts';
import { type Bilingual, type Step, SymbionError, type TellStep } from '../domain/index.ts';
import type { Terminal } from './context.ts';

/** What work is busy with, as a bar tells it. */
const STEP_WORDS: Readonly<Record<Step, Bilingual>> = {
  read: { ru: 'чтение', en: 'reading' },
  understand: { ru: 'разбор', en: 'understanding' },
  store: { ru: 'запись', en: 'writing' },
  snapshot: { ru: 'чтение региона', en: 'reading the region' },
  match: { ru: 'подбор', en: 'matching' },
  merge: { ru: 'сведение', en: 'joining' },
  publish: { ru: 'запись расчёта', en: 'writing the run' },
  matches: { ru: 'чтение пар', en: 'reading matches' },
  chains: { ru: 'цепочки', en: 'chains' },
  clusters: { ru: 'кластеры', en: 'clusters' },
  plan: { ru: 'план', en: 'plan' },
  pairs: { ru: 'новые пары', en: 'further pairs' },
  front: { ru: 'граница целей', en: 'front of the goals' },
  trials: { ru: 'испытания', en: 'trials' },
  questions: { ru: 'кого спросить', en: 'whom to ask' },
  processes: { ru: 'производства', en: 'plants' },
  groups: { ru: 'группы участников', en: 'groups of partners' },
  compare: { ru: 'сравнение', en: 'comparing' },
  copy: { ru: 'перенос', en: 'copying' },
  verify: { ru: 'проверка', en: 'verifying' },
};

/** A step in the terminal's language; a journal may name one that another version had. */
export const stepIn = (lang: 'ru' | 'en', step: Step): string => STEP_WORDS[step]?.[lang] ?? step;

/** Runs work with a bar on a terminal (none in a pipe); the work tells how far it is and with what. */
export async function withBar<T>(terminal: Terminal, work: (show: TellStep) => Promise<T>): Promise<T> {
  const bar = terminal.interactive ? newBar() : undefined;
  bar?.start(1, 0, { what: '' });
  try {
    return await work((done, total, what) => {
      bar?.setTotal(total);
      bar?.update(done, { what: stepIn(terminal.lang, what) });
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
        bar?.update(job.progress.done, { what: stepIn(terminal.lang, job.progress.what) });
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

interface Ending extends Pick<JobRecord, 'reason' | 'told' | 'fault'> {
  readonly state: string;
}

/** What became of a job, as if it had been done here: a question that is wrong ends the command as wrong input does. */
function failure({ state, reason = state, told = { ru: reason, en: reason }, fault = 'internal' }: Ending) {
  return new SymbionError(fault, { ru: `Задание не выполнено: ${told.ru}`, en: `The job failed: ${told.en}` });
}
