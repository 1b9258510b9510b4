import { type Job, Queue, UnrecoverableError, WaitingChildrenError, WaitingError, Worker } from 'bullmq';
import { SymbionError } from '../../domain/index.ts';
import type { JobRecord, Store } from '../../store/port.ts';
import type { JobHandlers } from '../kinds.ts';
import type { JobHandler, Parts, Progress } from '../port.ts';
import { FINAL, fresh, partOfPart, reasonsOf } from '../refusals.ts';
import type { Channel } from './channel.ts';
import { connect, IMPATIENT, type RedisAddress } from './connection.ts';
import { collectParts, GivenUp, type Outcome, placeOf, progressOf, type Ticket, waitsForParts } from './parts.ts';

/** A lost worker's lock runs out after this, ms; its job is then another's. */
const LOCK_MS = 15_000;
const STALLED_MS = 5_000;
/** Times a job may lose its worker before it is given up. */
const MOST_LOSSES = 5;
/** Times a job is begun before a store that is away makes it fail. */
const MOST_TRIES = 6;
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
  readonly onChange?: (job: JobRecord) => void;
}

/** Takes jobs from the queue and runs them. What is true of a job is written to the journal first, then told. */
export class Consumer {
  readonly #options: ConsumerOptions;
  readonly #worker: Worker<Ticket>;
  /** Hands out parts; waits while Redis is away. */
  readonly #queue: Queue<Ticket>;
  /** What runs here: jobs by their ids, parts by their places with the job that they belong to. */
  readonly #stops = new Map<string, AbortController>();
  readonly #parts = new Map<string, { readonly of: string; readonly stop: AbortController }>();
  readonly #pulse: NodeJS.Timeout;
  readonly #redis;
  readonly #handedBack: JobRecord[] = [];
  #closing = false;

  constructor(options: ConsumerOptions) {
    this.#options = options;
    const { queue, redis, concurrency, channel } = options;
    const connection = { url: redis.url, maxRetriesPerRequest: null };
    this.#queue = new Queue<Ticket>(queue, { connection, prefix: redis.prefix });
    this.#queue.on('error', () => undefined);
    this.#worker = new Worker<Ticket>(queue, (place, token) => this.#take(place, token!), {
      connection,
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
    for (const { stop } of this.#parts.values()) stop.abort(CLOSING);
    await this.#worker.close();
    await this.#queue.close().catch(() => undefined);
    await this.#redis.del(pulseKey(this.#options.redis, this.#options.name)).catch(() => 0);
    this.#redis.disconnect();
    return this.#handedBack;
  }

  readonly #cancel = (id: string) => {
    this.#stops.get(id)?.abort(CANCELLED());
    for (const { of, stop } of this.#parts.values()) if (of === id) stop.abort(CANCELLED());
  };

  #beat(): void {
    if (!this.#worker.isRunning() || this.#closing) return;
    const { redis, name } = this.#options;
    this.#redis.set(pulseKey(redis, name), String(Date.now()), 'PX', 3 * PULSE_MS).catch(() => undefined);
  }

  #take(place: Job<Ticket>, token: string): Promise<Outcome | undefined> {
    return place.data.part ? this.#takePart(place, token) : this.#takeJob(place, token);
  }

  /** Runs one job. The queue learns only that its place is free again, or waits for parts; what became of the job is in the journal. */
  async #takeJob(place: Job<Ticket>, token: string): Promise<undefined> {
    const { id } = place.data;
    if (this.#stops.has(id)) throw new UnrecoverableError('runs here already');
    const stop = new AbortController();
    this.#stops.set(id, stop);
    let job: JobRecord | undefined;
    try {
      job = await this.#run(place, stop.signal);
      if (!job) return;
      await this.#change(job);
      // asked to stop just when it had given up its room
      if (waitsForParts(job) && stop.signal.aborted && stop.signal.reason !== CLOSING)
        await this.#change({ ...job, state: 'cancelled', finishedAt: now() });
    } finally {
      this.#stops.delete(id);
    }
    if (job.state === 'waiting' && this.#closing) this.#handedBack.push(job);
    if (!waitsForParts(job)) return;
    if (await place.moveToWaitingChildren(token)) throw new WaitingChildrenError();
    return this.#takeJob(place, token);
  }

  /** The job as it is after its handler has ended; undefined when there is nothing to do. */
  async #run(place: Job<Ticket>, signal: AbortSignal): Promise<JobRecord | undefined> {
    const { store, handlers, name } = this.#options;
    const found = await store.getJob(place.data.id);
    const handler: JobHandler | undefined = found && handlers[found.kind];
    if (!found || !handler || FINAL.has(found.state) || placeOf(found) !== place.id) return undefined;
    let job = begun(found, name, place.id!);
    const progress = this.#reporter(
      () => job,
      (next) => {
        job = next;
      },
    );
    let waits: GivenUp | undefined;
    const runParts = async (parts: Parts) => {
      try {
        return await collectParts(this.#queue, place, parts);
      } catch (error) {
        if (error instanceof GivenUp) waits = error;
        throw error;
      }
    };
    try {
      await this.#change(job);
      signal.throwIfAborted();
      const result = await handler(job.payload, { signal, progress, runParts });
      return { ...job, state: 'done', ...(result !== undefined && { result }), finishedAt: now() };
    } catch (error) {
      if (!waits || signal.aborted) return ended(job, signal, error);
      const { worker: _, ...mine } = job;
      return { ...mine, progress: waits.progress };
    }
  }

  /** Runs one part of a job that waits for it. A part that cannot reach the store is tried again; any other fault is the job's. */
  async #takePart(place: Job<Ticket>, token: string): Promise<Outcome> {
    const { store, handlers } = this.#options;
    const { id, part } = place.data;
    const { kind, payload } = part!;
    const stop = new AbortController();
    this.#parts.set(place.id!, { of: id, stop });
    try {
      const whole = await store.getJob(id);
      if (!whole || FINAL.has(whole.state)) return {};
      const { signal } = stop;
      const result = await handlers[kind]!(payload, { signal, progress: () => undefined, runParts: partOfPart });
      await this.#tellPartDone(id).catch(() => undefined);
      return { result };
    } catch (error) {
      if (stop.signal.reason === CLOSING) {
        await place.moveToWait(token);
        throw new WaitingError();
      }
      if (stop.signal.aborted) return {};
      if (error instanceof SymbionError && error.kind === 'unavailable') throw error;
      const { reason, told = { ru: reason, en: reason } } = reasonsOf(error);
      return { fault: told };
    } finally {
      this.#parts.delete(place.id!);
    }
  }

  async #tellPartDone(id: string): Promise<void> {
    const job = await this.#options.store.getJob(id);
    if (job && waitsForParts(job)) this.#options.channel.tell(await progressOf(this.#queue, job, 1));
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
    this.#options.onChange?.(job);
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

/** One that waited for its parts goes on, now that they are done; any other begins a new attempt. */
function begun(found: JobRecord, worker: string, place: string): JobRecord {
  if (waitsForParts(found)) {
    const { progress } = found;
    return { ...found, worker, ...(progress && { progress: { ...progress, done: progress.total } }) };
  }
  return { ...fresh(found), state: 'active', attempts: found.attempts + 1, worker, place };
}

function ended(job: JobRecord, signal: AbortSignal, error: unknown): JobRecord {
  if (signal.reason === CLOSING) {
    const { place: _, ...rest } = job;
    return { ...rest, state: 'waiting' };
  }
  if (signal.aborted) return { ...job, state: 'cancelled', finishedAt: now() };
  // a server that is away comes back: the sweep queues the job again
  if (error instanceof SymbionError && error.kind === 'unavailable' && job.attempts < MOST_TRIES) {
    const { place: _, worker: __, ...rest } = job;
    return { ...rest, state: 'waiting', ...reasonsOf(error) };
  }
  return { ...job, state: 'failed', ...reasonsOf(error), finishedAt: now() };
}

const now = () => new Date().toISOString();
