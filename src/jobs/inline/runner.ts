import { EventEmitter } from 'node:events';
import { SymbionError } from '../../domain/index.ts';
import type { JobRecord } from '../../store/port.ts';
import type { JobHandlers } from '../kinds.ts';
import type { Parts, Progress } from '../port.ts';
import { FINAL, partOfPart, reasonsOf, unknownKind } from '../refusals.ts';
import type { Journal } from './journal.ts';

/** Progress goes to listeners at most this often, to the journal more rarely, ms. */
const TELL_MS = 100;
const JOURNAL_MS = 2000;
/** How long a handler may take to stop when the house closes, ms. */
const GRACE_MS = 10_000;

const CANCELLED = () => new SymbionError('cancelled', { ru: 'Задание отменено.', en: 'The job was cancelled.' });
const CLOSING = new SymbionError('cancelled', { ru: 'Программа закрывается.', en: 'The program is closing.' });

/** Runs the jobs that this process holds, some at a time, and tells each change: `events` has one event a job id. */
export class Runner {
  /** What this process holds: it waits or runs here. */
  readonly live = new Map<string, JobRecord>();
  readonly events = new EventEmitter().setMaxListeners(0);
  readonly #journal: Journal;
  readonly #handlers: JobHandlers;
  readonly #worker: string;
  readonly #onChange: ((job: JobRecord) => void) | undefined;
  readonly #concurrency: number;
  readonly #stops = new Map<string, AbortController>();
  readonly #running = new Set<Promise<void>>();
  readonly #told = new Map<string, { teller: number; journal: number }>();
  #queue: string[] = [];
  #closing = false;

  constructor(
    journal: Journal,
    handlers: JobHandlers,
    worker: string,
    concurrency: number,
    onChange?: (job: JobRecord) => void,
  ) {
    this.#onChange = onChange;
    this.#journal = journal;
    this.#handlers = handlers;
    this.#worker = worker;
    this.#concurrency = concurrency;
  }

  get closing(): boolean {
    return this.#closing;
  }

  get active(): number {
    return this.#stops.size;
  }

  /** @param job in the journal already */
  enqueue(job: JobRecord): void {
    this.live.set(job.id, job);
    this.#queue.push(job.id);
    this.events.emit(job.id, job);
    setImmediate(() => this.#pump());
  }

  /** A waiting job ends at once, a running one is asked to stop. */
  async cancel(id: string): Promise<void> {
    const job = this.live.get(id);
    if (job?.state === 'waiting') await this.#change({ ...job, state: 'cancelled', finishedAt: now() });
    else this.#stops.get(id)?.abort(CANCELLED());
  }

  /** What runs is asked to stop and waits in the journal for the next start, as what waits does. */
  async close(): Promise<void> {
    this.#closing = true;
    for (const stop of this.#stops.values()) stop.abort(CLOSING);
    const { promise: late, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, GRACE_MS);
    await Promise.race([Promise.all(this.#running), late]);
    clearTimeout(timer);
    for (const job of this.live.values())
      if (job.state === 'active') await this.#journal.put({ ...job, state: 'waiting' }).catch(() => undefined);
    this.events.emit('closed');
  }

  #pump(): void {
    while (!this.#closing && this.#running.size < this.#concurrency && this.#queue.length > 0) {
      const job = this.live.get(this.#queue.shift()!);
      if (job?.state !== 'waiting') continue;
      const work = this.#run(job).finally(() => {
        this.#running.delete(work);
        this.#pump();
      });
      this.#running.add(work);
    }
  }

  /** Never throws: what goes wrong is the job's reason. */
  async #run(waiting: JobRecord): Promise<void> {
    const stop = new AbortController();
    const { id } = waiting;
    this.#stops.set(id, stop);
    try {
      await this.#change({ ...waiting, state: 'active', attempts: waiting.attempts + 1, worker: this.#worker });
      stop.signal.throwIfAborted();
      const { kind, payload } = waiting;
      const progress = (p: Progress) => this.#report(id, p);
      const runParts = (parts: Parts) => this.#runParts(parts, stop.signal, progress);
      const result = await this.#handlers[kind]!(payload, { signal: stop.signal, progress, runParts });
      await this.#change({ ...this.#latest(waiting), state: 'done', result, finishedAt: now() });
    } catch (error) {
      await this.#end(this.#latest(waiting), stop.signal, error);
    } finally {
      this.#stops.delete(id);
      this.#told.delete(id);
    }
  }

  /** One part after another, in the room that the job has. */
  async #runParts({ kind, payloads, what }: Parts, signal: AbortSignal, progress: (p: Progress) => void) {
    const handler = this.#handlers[kind];
    if (!handler) throw unknownKind(kind);
    const results: unknown[] = [];
    for (const payload of payloads) {
      progress({ done: results.length, total: payloads.length, what });
      signal.throwIfAborted();
      results.push(await handler(payload, { signal, progress: () => undefined, runParts: partOfPart }));
    }
    return results;
  }

  async #end(job: JobRecord, signal: AbortSignal, error: unknown): Promise<void> {
    const ended: JobRecord =
      signal.reason === CLOSING
        ? { ...job, state: 'waiting' }
        : signal.aborted
          ? { ...job, state: 'cancelled', finishedAt: now() }
          : { ...job, state: 'failed', ...reasonsOf(error), finishedAt: now() };
    try {
      await this.#change(ended);
    } catch {
      // the journal cannot be written: it will call the job interrupted; those who listen are told the truth
      this.#tell(ended);
    }
  }

  async #change(job: JobRecord): Promise<void> {
    this.live.set(job.id, job);
    await this.#journal.put(job);
    this.#tell(job);
    this.#onChange?.(job);
  }

  #tell(job: JobRecord): void {
    if (FINAL.has(job.state)) this.live.delete(job.id);
    this.events.emit(job.id, job);
  }

  #latest(job: JobRecord): JobRecord {
    return this.live.get(job.id) ?? job;
  }

  #report(id: string, progress: Progress): void {
    const job = this.live.get(id);
    if (job?.state !== 'active') return;
    const next = { ...job, progress };
    this.live.set(id, next);
    const at = performance.now();
    const told = this.#told.get(id) ?? { teller: -TELL_MS, journal: at - JOURNAL_MS / 2 };
    this.#told.set(id, told);
    if (at - told.teller >= TELL_MS) {
      told.teller = at;
      this.events.emit(id, next);
    }
    if (at - told.journal < JOURNAL_MS) return;
    // not again before this one is written: an import may hold the writer for long
    told.journal = Number.POSITIVE_INFINITY;
    this.#journal
      .put(next)
      .catch(() => undefined)
      .then(() => {
        told.journal = performance.now();
      });
  }
}

const now = () => new Date().toISOString();
