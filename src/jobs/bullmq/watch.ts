import { setTimeout as sleep } from 'node:timers/promises';
import type { JobRecord } from '../../store/port.ts';
import type { JobEvent } from '../port.ts';
import { FINAL } from '../refusals.ts';

/** How often the journal is looked at beside what is called, ms: a call may be lost. */
const LOOK_MS = 1000;

const ORDER: readonly JobRecord['state'][] = ['waiting', 'active', 'interrupted', 'done', 'failed', 'cancelled'];

/** What is called of a job, and what the journal says now and then, in one order: nothing that is older than what was told. */
export async function* untilFinal(
  present: JobRecord,
  changes: AsyncIterableIterator<[JobRecord]>,
  look: () => Promise<JobRecord>,
  signal: AbortSignal,
): AsyncGenerator<JobEvent> {
  let last = present;
  let called = quiet(changes.next());
  for (;;) {
    const stop = new AbortController();
    const looked = quiet(sleep(LOOK_MS, undefined, { signal: AbortSignal.any([signal, stop.signal]) }).then(look));
    const next = await Promise.race([called.then(({ value, done }) => (done ? undefined : value[0])), looked]);
    const heard = next !== undefined && next !== null;
    stop.abort();
    if (!heard) return;
    if (await isSettled(called)) called = quiet(changes.next());
    if (!isNewer(next, last)) continue;
    last = next;
    yield { job: next };
    if (FINAL.has(next.state)) return;
  }
}

/** A call that nobody waits for any more must not end the process. */
function quiet<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}

async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  const pending = Symbol('pending');
  return (await Promise.race([promise, Promise.resolve(pending)])) !== pending;
}

function isNewer(next: JobRecord, last: JobRecord): boolean {
  if (next.attempts !== last.attempts) return next.attempts > last.attempts || next.state === 'waiting';
  const [a, b] = [ORDER.indexOf(next.state), ORDER.indexOf(last.state)];
  if (a !== b) return a > b || next.state === 'waiting';
  return (next.progress?.done ?? 0) > (last.progress?.done ?? 0) || next.progress?.what !== last.progress?.what;
}
