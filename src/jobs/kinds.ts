import { SymbionError } from '../domain/index.ts';
import type { JobHandler } from './port.ts';

/**
 * Every kind of job there is. `match-region` computes and publishes a run, `match-shard` is a part of it; the others look for something in a run and keep it
 * beside it.
 */
export const JOB_KINDS = [
  'match-region',
  'match-shard',
  'find-chains',
  'find-clusters',
  'plan-region',
  'site-plants',
  'split-benefit',
] as const;

export type JobKind = (typeof JOB_KINDS)[number];

/** One handler a kind. */
export type JobHandlers = Readonly<Record<string, JobHandler>>;

/** Both ways: each kind has a handler and each handler a kind. Throws `internal` naming what is missing or too much. */
export function checkHandlers(handlers: JobHandlers, kinds: readonly string[] = JOB_KINDS): void {
  const missing = kinds.filter((kind) => !(kind in handlers));
  const unknown = Object.keys(handlers).filter((kind) => !kinds.includes(kind));
  if (missing.length + unknown.length === 0) return;
  throw new SymbionError('internal', {
    ru: `Задания и обработчики расходятся: без обработчика — ${missing.join(', ') || 'нет'}; без вида — ${unknown.join(', ') || 'нет'}.`,
    en: `Job kinds and handlers differ: without handler: ${missing.join(', ') || 'none'}; without kind: ${unknown.join(', ') || 'none'}.`,
  });
}
