import { SymbionError } from '../domain/index.ts';
import type { JobRecord } from '../store/port.ts';

/** States that a job leaves only when it is queued again. */
export const FINAL: ReadonlySet<JobRecord['state']> = new Set(['done', 'failed', 'cancelled', 'interrupted']);

export function unknownKind(kind: string): SymbionError {
  return new SymbionError('input', { ru: `Вида заданий «${kind}» нет.`, en: `There is no kind of job "${kind}".` });
}

export function unknownJob(id: string): SymbionError {
  return new SymbionError('not-found', { ru: `Задание «${id}» не найдено.`, en: `There is no job "${id}".` });
}

export function closed(): SymbionError {
  return new SymbionError('unavailable', { ru: 'Программа закрывается.', en: 'The program is closing.' });
}
