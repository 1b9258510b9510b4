import { type Bilingual, type ErrorKind, SymbionError } from '../domain/index.ts';
import type { JobRecord } from '../store/port.ts';

/** States that a job leaves only when it is queued again. */
export const FINAL: ReadonlySet<JobRecord['state']> = new Set(['done', 'failed', 'cancelled', 'interrupted']);

/** Why a job did not end well, as its record tells it. */
export function reasonsOf(error: unknown): {
  readonly reason: string;
  readonly told?: Bilingual;
  readonly fault?: ErrorKind;
} {
  if (error instanceof SymbionError) return { reason: error.text.en, told: error.text, fault: error.kind };
  return { reason: error instanceof Error ? error.message : String(error) };
}

/** A job as it is queued again: without what became of it before. */
export function fresh({ result, reason, told, fault, finishedAt, progress, ...job }: JobRecord): JobRecord {
  return job;
}

export function unknownKind(kind: string): SymbionError {
  return new SymbionError('input', { ru: `Вида заданий «${kind}» нет.`, en: `There is no kind of job "${kind}".` });
}

export function unknownJob(id: string): SymbionError {
  return new SymbionError('not-found', { ru: `Задание «${id}» не найдено.`, en: `There is no job "${id}".` });
}

/** A part hands out none itself. */
export async function partOfPart(): Promise<never> {
  throw new SymbionError('internal', {
    ru: 'Часть задания не делится дальше.',
    en: 'A part of a job has no parts of its own.',
  });
}

export function closed(): SymbionError {
  return new SymbionError('unavailable', { ru: 'Программа закрывается.', en: 'The program is closing.' });
}
