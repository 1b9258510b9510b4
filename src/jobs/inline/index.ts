import { createHash, randomUUID } from 'node:crypto';
import { EventEmitter, on } from 'node:events';
import { SymbionError } from '../../domain/index.ts';
import type { JobRecord, Store } from '../../store/port.ts';
import { workContent } from '../key.ts';
import { checkHandlers, type JobHandlers } from '../kinds.ts';
import type { JobEvent, Jobs, Progress } from '../port.ts';

export interface InlineOptions {
  readonly store: Store;
  readonly handlers: JobHandlers;
  /** Jobs at a time. */
  readonly concurrency?: number;
  /** Finished jobs kept in the journal. */
  readonly keep?: number;
  /** All there are by default. */
  readonly kinds?: readonly string[];
}

const FINAL: ReadonlySet<JobRecord['state']> = new Set(['done', 'failed', 'cancelled', 'interrupted']);

/** Progress goes to listeners at once and to the journal at most this often. */
const JOURNAL_MS = 500;

/**
 * Runs jobs in this process. The journal is the store's: what was accepted before a crash is found again at the next start, what was running
 * is `interrupted` and can be run again.
 */
export function createInlineJobs({ store, handlers, concurrency = 1, keep = 200, kinds }: InlineOptions): Jobs {
  checkHandlers(handlers, kinds);
  const worker = `${process.pid}-${randomUUID().slice(0, 8)}`;
  const events = new EventEmitter().setMaxListeners(0);
  const live = new Map<string, JobRecord>();
  const stops = new Map<string, AbortController>();
  const queue: string[] = [];
  const running = new Set<Promise<void>>();
  let closing = false;
  const ready = recover();

  async function recover(): Promise<void> {
    const left = await store.findJobs(['waiting', 'active'], 10_000);
    for (const job of left.toReversed()) {
      if (job.worker !== undefined && isAlive(job.worker)) continue;
      if (job.state === 'waiting') enqueue(job);
      else await store.putJob({ ...job, state: 'interrupted', finishedAt: now() });
    }
  }

  function enqueue(job: JobRecord): void {
    live.set(job.id, job);
    queue.push(job.id);
    setImmediate(pump);
  }

  function pump(): void {
    while (!closing && running.size < concurrency && queue.length > 0) {
      const job = live.get(queue.shift()!);
      if (job?.state !== 'waiting') continue;
      const work = run(job).finally(() => {
        running.delete(work);
        pump();
      });
      running.add(work);
    }
  }

  async function change(job: JobRecord): Promise<void> {
    live.set(job.id, job);
    await store.putJob(job);
    events.emit(job.id, job);
    if (FINAL.has(job.state)) live.delete(job.id);
  }

  async function run(waiting: JobRecord): Promise<void> {
    const stop = new AbortController();
    stops.set(waiting.id, stop);
    const active: JobRecord = { ...waiting, state: 'active', attempts: waiting.attempts + 1, worker };
    try {
      await change(active);
      const result = await handlers[active.kind]!(active.payload, {
        signal: stop.signal,
        progress: (p) => report(active.id, p),
      });
      await change({ ...latest(active), state: 'done', result, finishedAt: now() });
    } catch (error) {
      await end(latest(active), stop.signal.aborted, error);
    } finally {
      stops.delete(waiting.id);
    }
    await retire();
  }

  async function end(job: JobRecord, stopped: boolean, error: unknown): Promise<void> {
    const reason =
      error instanceof SymbionError ? error.text.en : error instanceof Error ? error.message : String(error);
    if (closing && stopped) await change({ ...job, state: 'waiting' }).catch(() => undefined);
    else if (stopped) await change({ ...job, state: 'cancelled', finishedAt: now() });
    else await change({ ...job, state: 'failed', reason, finishedAt: now() });
  }

  const latest = (job: JobRecord) => live.get(job.id) ?? job;
  const journalled = new Map<string, number>();

  function report(id: string, progress: Progress): void {
    const job = live.get(id);
    if (job?.state !== 'active') return;
    const next = { ...job, progress };
    live.set(id, next);
    events.emit(id, next);
    const at = performance.now();
    if (at - (journalled.get(id) ?? -JOURNAL_MS) < JOURNAL_MS) return;
    journalled.set(id, at);
    store.putJob(next).catch(() => undefined);
  }

  /** Keeps the journal short: the oldest finished jobs go. */
  async function retire(): Promise<void> {
    const finished = await store.findJobs([...FINAL], keep + 100);
    if (finished.length > keep) await store.removeJobs(finished.slice(keep).map((job) => job.id));
  }

  async function get(id: string): Promise<JobRecord> {
    await ready;
    const job = live.get(id) ?? (await store.getJob(id));
    if (job) return job;
    throw new SymbionError('not-found', { ru: `Задание «${id}» не найдено.`, en: `There is no job "${id}".` });
  }

  async function queueAgain(job: JobRecord): Promise<void> {
    const { result: _r, reason: _e, finishedAt: _f, progress: _p, ...bare } = job;
    const waiting: JobRecord = { ...bare, state: 'waiting', worker };
    await store.putJob(waiting);
    enqueue(waiting);
  }

  return {
    async submit(kind, payload, { force = false } = {}) {
      await ready;
      if (!(kind in handlers))
        throw new SymbionError('input', {
          ru: `Вида заданий «${kind}» нет.`,
          en: `There is no kind of job "${kind}".`,
        });
      const id = createHash('sha256').update(workContent(kind, payload)).digest('hex').slice(0, 24);
      const known = live.get(id) ?? (await store.getJob(id));
      if (known && (!FINAL.has(known.state) || (known.state === 'done' && !force))) return id;
      await queueAgain({ id, kind, payload, state: 'waiting', attempts: known?.attempts ?? 0, createdAt: now() });
      return id;
    },
    async find(id) {
      await ready;
      return live.get(id) ?? store.getJob(id);
    },
    async list(limit) {
      await ready;
      return (await store.findJobs(undefined, limit)).map((job) => live.get(job.id) ?? job);
    },
    async cancel(id) {
      const job = await get(id);
      if (job.state === 'waiting') await change({ ...job, state: 'cancelled', finishedAt: now() });
      else stops.get(id)?.abort();
    },
    async retry(id) {
      const job = await get(id);
      if (FINAL.has(job.state) && job.state !== 'done') await queueAgain(job);
    },
    async *watch(id, signal) {
      const stop = new AbortController();
      const all = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
      const stream = on(events, id, { signal: all });
      const closed = () => stop.abort();
      events.once('closed', closed);
      try {
        const present = await get(id);
        yield { job: present } satisfies JobEvent;
        if (FINAL.has(present.state)) return;
        for await (const [job] of stream as AsyncIterable<[JobRecord]>) {
          yield { job };
          if (FINAL.has(job.state)) return;
        }
      } catch (error) {
        if (!all.aborted) throw error;
      } finally {
        stop.abort();
        events.off('closed', closed);
      }
    },
    async check() {
      await ready;
      const waiting = [...live.values()].filter((job) => job.state === 'waiting');
      const oldest = Math.min(Date.now(), ...waiting.map((job) => Date.parse(job.createdAt)));
      const oldestWaitingSeconds = waiting.length === 0 ? 0 : (Date.now() - oldest) / 1000;
      return { waiting: waiting.length, active: stops.size, oldestWaitingSeconds };
    },
    async close() {
      await ready;
      closing = true;
      for (const stop of stops.values()) stop.abort();
      await Promise.all(running);
      events.emit('closed');
    },
  };
}

/** Whether the process that took a job still lives, so that two processes on one file do not take each other's work. */
function isAlive(worker: string): boolean {
  const pid = Number.parseInt(worker, 10);
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const now = () => new Date().toISOString();
