import { createHash } from 'node:crypto';
import { type Run, SymbionError } from '../../domain/index.ts';
import type { Jobs } from '../../jobs/port.ts';
import { canonicalJson } from '../../store/content.ts';
import type { Store } from '../../store/port.ts';

/** A question about a run that a job answers. Its id says where the answer will be: the same question of the same run has the same id. */
export interface Asked {
  /** The job to wait for. */
  readonly job: string;
  readonly id: string;
}

/** What a job found, kept beside the run. */
export interface Answer<Q, T> {
  readonly id: string;
  readonly run: string;
  readonly question: Q;
  readonly found: T;
}

/** What the job of a question is handed. */
export interface Payload<Q> {
  readonly run: string;
  readonly question: Q;
}

/** Hands a question to a job, unless its answer is there. Throws `conflict` when the data are no longer those of the run. */
export async function ask<Q extends object>(
  { store, jobs }: { readonly store: Store; readonly jobs: Jobs },
  kind: string,
  question: Q,
  run: Run,
): Promise<Asked> {
  const key = keyOf(question);
  const known = await store.findResult(run.id, kind, key);
  if (known === undefined && (await store.snapshotHash()) !== run.snapshot) throw changedSince(run);
  const payload: Payload<Q> = { run: run.id, question };
  const job = await jobs.submit(kind, payload, { force: known === undefined });
  return { job, id: `${run.id}.${key}` };
}

/** The answer of this id. Throws `not-found` when it was never asked for or its job has not ended. */
export async function findAnswer<Q, T>(store: Store, kind: string, id: string): Promise<Answer<Q, T>> {
  const [run = '', key = ''] = id.split('.');
  const kept = (await store.findResult(run, kind, key)) as { question: Q; found: T } | undefined;
  if (kept) return { id, run, ...kept };
  throw new SymbionError('not-found', {
    ru: `Ответа «${id}» нет: вопрос не задан, или задание ещё не закончено.`,
    en: `There is no answer "${id}": it was not asked for, or its job has not ended.`,
  });
}

/** Keeps what a job found, and what of it can be walked; returns the job's result, small. */
export async function keepAnswer(
  store: Store,
  run: Run,
  kind: string,
  question: object,
  found: unknown,
  count: number,
  network?: Parameters<Store['putNetwork']>[2],
): Promise<{ readonly id: string; readonly found: number }> {
  const key = keyOf(question);
  // the answer last: where it is, all is
  if (network) await store.putNetwork(run.id, `${run.id}.${key}`, network);
  await store.putResult(run.id, kind, key, { question, found });
  return { id: `${run.id}.${key}`, found: count };
}

function keyOf(question: object): string {
  return createHash('sha256').update(canonicalJson(question)).digest('hex').slice(0, 24);
}

/** A question about a run is answered from the data that it was made of. */
export function changedSince(run: Run): SymbionError {
  return new SymbionError('conflict', {
    ru: `Данные изменились после расчёта ${run.id}: запустите расчёт заново.`,
    en: `The data have changed since the run ${run.id}: compute a run anew.`,
  });
}
