import { type Job, UnrecoverableError, Worker } from 'bullmq';
import { SymbionError } from '../../domain/index.ts';
import type { JobRecord, Store } from '../../store/port.ts';
import type { JobHandlers } from '../kinds.ts';
import type { Progress } from '../port.ts';
import { FINAL } from '../refusals.ts';
import type { Channel } from './channel.ts';
import { connect, IMPATIENT, type RedisAddress } from './connection.ts';

/** What a place in the queue carries; the journal has the rest. */
export interface Ticket {
  readonly id: string;
}

/** A lost worker's lock runs out after this, ms; its job is then another's. */
const LOCK_MS = 15_000;
const STALLED_MS = 5_000;
/** Times a job may lose its worker before it is given up. */
const MOST_LOSSES = 5;
/** Progress goes to listeners at most this often, to the journal more rarely, ms. */
const TELL_MS = 100;
const JOURNAL_MS = 2000;
/** A worker's sign of life is renewed this often and counts three times as long, ms. */
export const PULSE_MS = 3000;

const CANCELLED = () => new SymbionError('cancelled', { ru: 'Задание отменено.', en: 'The job was cancelled.' });
const CLOSING = new SymbionError('cancelled', { ru: 'Программа закрывается.', en: 'The program is closing.' });

export interface ConsumerOptions {
  readonly store: Store;
  readonly handlers: JobHandlers;
  readonly redis: RedisAddress;
  readonly queue: string;
  readonly channel: Channel;
  readonly concurrency: number;
  readonly name: string;
}

/** Takes jobs from the queue and runs them. What is true of a job is written to the journal first, then told. */
export class Consumer {
  readonly #options: ConsumerOptions;
  readonly #worker: Worker<Ticket>;
  readonly #stops = new Map<string, AbortController>();
  readonly #pulse: NodeJS.Timeout;
  readonly #redis;
  readonly #handedBack: JobRecord[] = [];
  #closing = false;

  constructor(options: ConsumerOptions) {
    this.#options = options;
    const { queue, redis, concurrency, channel } = options;
    this.#worker = new Worker<Ticket>(queue, (job) => this.#take(job), {
      connection: { url: redis.url, maxRetriesPerRequest: null },
      prefix: redis.prefix,
      concurrency,
      lockDuration: LOCK_MS,
      stalledInterval: STALLED_MS,
      maxStalledCount: MOST_LOSSES,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    });
    this.#worker.on('error', () => undefined);
    this.#worker.on('lockRenewalFailed', () => undefined);
    channel.events.on('cancel', this.#cancel);
    this.#redis = connect(redis, IMPATIENT);
    this.#pulse = setInterval(() => this.#beat(), PULSE_MS);
    this.#pulse.unref();
    this.#redis.once('ready', () => this.#beat());
  }

  ready(): Promise<unknown> {
    return this.#worker.waitUntilReady();
  }

  /** Hands back what runs; resolves with the jobs that somebody else should take. */
  async close(): Promise<readonly JobRecord[]> {
    this.#closing = true;
    clearInterval(this.#pulse);
    this.#options.channel.events.off('cancel', this.#cancel);
    for (const stop of this.#stops.values()) stop.abort(CLOSING);
    await this.#worker.close();
    await this.#redis.del(pulseKey(this.#options.redis, this.#options.name)).catch(() => 0);
    this.#redis.disconnect();
    return this.#handedBack;
  }

  readonly #cancel = (id: string) => this.#stops.get(id)?.abort(CANCELLED());

  #beat(): void {
    if (!this.#worker.isRunning() || this.#closing) return;
    const { redis, name } = this.#options;
    this.#redis.set(pulseKey(redis, name), String(Date.now()), 'PX', 3 * PULSE_MS).catch(() => undefined);
  }

  /** Runs one job. The queue learns only that its place is free again; what became of the job is in the journal. */
  async #take({ data: { id } }: Job<Ticket>): Promise<void> {
    const { store, handlers, name } = this.#options;
    const waiting = await store.getJob(id);
    const handler = waiting && handlers[waiting.kind];
    if (!waiting || !handler || FINAL.has(waiting.state)) return;
    if (this.#stops.has(id)) throw new UnrecoverableError('runs here already');
    const stop = new AbortController();
    this.#stops.set(id, stop);
    const { result: _, reason: __, finishedAt: ___, progress: ____, ...fresh } = waiting;
    let job: JobRecord = { ...fresh, state: 'active', attempts: waiting.attempts + 1, worker: name };
    const report = this.#reporter(
      () => job,
      (next) => {
        job = next;
      },
    );
    try {
      await this.#change(job);
      stop.signal.throwIfAborted();
      const result = await handler(job.payload, { signal: stop.signal, progress: report });
      job = { ...job, state: 'done', ...(result !== undefined && { result }), finishedAt: now() };
    } catch (error) {
      job = ended(job, stop.signal, error);
      if (job.state === 'waiting') this.#handedBack.push(job);
    } finally {
      this.#stops.delete(id);
    }
    await this.#change(job);
  }

  /** Journal first. While the store is away the job is kept and tried again: its lock is renewed meanwhile. */
  async #change(job: JobRecord): Promise<void> {
    const { store, channel } = this.#options;
    for (let pause = 200; ; pause = Math.min(2 * pause, 5000)) {
      try {
        await store.putJob(job);
        break;
      } catch (error) {
        if (this.#closing || !(error instanceof SymbionError && error.kind === 'unavailable')) throw error;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
    channel.tell(job);
  }

  #reporter(latest: () => JobRecord, set: (job: JobRecord) => void): (progress: Progress) => void {
    const { store, channel } = this.#options;
    let told = Number.NEGATIVE_INFINITY;
    let written = performance.now();
    return (progress) => {
      const next = { ...latest(), progress };
      if (next.state !== 'active') return;
      set(next);
      const at = performance.now();
      if (at - told >= TELL_MS) {
        told = at;
        channel.tell(next);
      }
      if (at - written < JOURNAL_MS) return;
      written = at;
      store.putJob(next).catch(() => undefined);
    };
  }
}

export const pulseKey = ({ prefix }: RedisAddress, worker: string) => `${prefix}:pulse:${worker}`;

function ended(job: JobRecord, signal: AbortSignal, error: unknown): JobRecord {
  if (signal.reason === CLOSING) return { ...job, state: 'waiting' };
  if (signal.aborted) return { ...job, state: 'cancelled', finishedAt: now() };
  return { ...job, state: 'failed', reason: reasonOf(error), finishedAt: now() };
}

function reasonOf(error: unknown): string {
  if (error instanceof SymbionError) return error.text.en;
  return error instanceof Error ? error.message : String(error);
}

const now = () => new Date().toISOString();
