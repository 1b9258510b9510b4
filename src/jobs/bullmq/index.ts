import { createHash, randomUUID } from 'node:crypto';
import { on } from 'node:events';
import os from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { SymbionError } from '../../domain/index.ts';
import type { JobRecord, Store } from '../../store/port.ts';
import { workContent } from '../key.ts';
import { checkHandlers, JOB_KINDS, type JobHandlers } from '../kinds.ts';
import type { JobEvent, Jobs } from '../port.ts';
import { closed, FINAL, fresh, unknownJob, unknownKind } from '../refusals.ts';
import { retire } from '../retention.ts';
import { Channel } from './channel.ts';
import { connect, connected, IMPATIENT, type RedisAddress, withRedis } from './connection.ts';
import { Consumer, pulseKey } from './consumer.ts';
import { placeOf, progressOf, type Ticket, waitsForParts } from './parts.ts';
import { serverState, whyAway } from './server-state.ts';
import { untilFinal } from './watch.ts';

export interface BullOptions {
  readonly store: Store;
  readonly redis: RedisAddress;
  /** What this process runs; absent: it only hands in. */
  readonly handlers?: JobHandlers;
  /** Jobs at a time. */
  readonly concurrency?: number;
  /** Told of each change of state of what runs here. */
  readonly onChange?: (job: JobRecord) => void;
  /** All there are by default. */
  readonly kinds?: readonly string[];
  /** Finished jobs kept at most, and for how long. */
  readonly keep?: number;
  readonly keepDays?: number;
}

export const QUEUE = 'jobs';
/** How often what the journal accepted is compared with the queue, ms. */
const SWEEP_MS = 5000;
/** Longest wait for Redis when all is closed, ms. */
const CLOSING_MS = 1000;
/** A job that waits so long while nothing runs is not being consumed, s. */
const STUCK_SECONDS = 60;

/**
 * Jobs over Redis. The store's journal is the truth and the outbox: what is accepted stands there first, its place in the queue follows, and a sweep
 * puts back what Redis lost. A job runs on any process that was given handlers; a lost worker's job is another's after its lock ran out.
 */
export function createBullJobs(options: BullOptions): Jobs {
  const { store, redis, handlers, concurrency = 1, onChange, kinds = JOB_KINDS, keep = 200, keepDays = 30 } = options;
  if (handlers) checkHandlers(handlers, kinds);
  const name = `${os.hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;
  const channel = new Channel(redis);
  const asking = connect(redis, IMPATIENT);
  const queue = new Queue<Ticket>(QUEUE, { connection: asking, prefix: redis.prefix });
  queue.on('error', () => undefined);
  const consumer =
    handlers &&
    new Consumer({ store, handlers, redis, queue: QUEUE, channel, concurrency, name, ...(onChange && { onChange }) });
  let closing = false;
  let turn: Promise<unknown> = Promise.resolve();
  const ready = sweep(true).catch(() => undefined);
  const sweeper = setInterval(() => void sweep(false).catch(() => undefined), SWEEP_MS);
  sweeper.unref();

  /** A place in the queue; one more of the same attempt is none. */
  async function enqueue(job: JobRecord): Promise<void> {
    await connected(asking);
    await queue.add(job.kind, { id: job.id }, { jobId: placeOf(job), removeOnComplete: true, removeOnFail: true });
  }

  /** Puts back into the queue what the journal has and Redis lost. */
  async function sweep(starting: boolean): Promise<void> {
    if (closing) return;
    for (const job of (await store.findJobs(['waiting', 'active'], 10_000)).toReversed()) {
      if (!kinds.includes(job.kind)) continue;
      if (job.state === 'waiting') await enqueue(job);
      else if (!starting && (await isOrphan(job))) await requeue(job);
    }
  }

  /** Nobody alive runs it, and the queue does not know it. */
  async function isOrphan(job: JobRecord): Promise<boolean> {
    const alive = job.worker !== undefined && (await asking.exists(pulseKey(redis, job.worker))) === 1;
    return !alive && (job.place === undefined || (await queue.getJob(job.place)) === undefined);
  }

  async function requeue(job: JobRecord): Promise<void> {
    const { worker: _, place: __, ...rest } = fresh(job);
    const waiting: JobRecord = { ...rest, state: 'waiting' };
    await store.putJob(waiting);
    channel.tell(waiting);
    // accepted: if Redis is away now, the sweep will queue it
    await enqueue(waiting).catch(() => undefined);
  }

  /** One after another, so that two who hand in the same work do not both find it absent. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  }

  async function get(id: string): Promise<JobRecord> {
    const job = await store.getJob(id);
    if (!job) throw unknownJob(id);
    return job;
  }

  return {
    submit: (kind, payload, { force = false } = {}) =>
      inTurn(async () => {
        if (closing) throw closed();
        if (!kinds.includes(kind)) throw unknownKind(kind);
        await ready;
        const id = createHash('sha256').update(workContent(kind, payload)).digest('hex').slice(0, 24);
        const known = await store.getJob(id);
        if (known && (!FINAL.has(known.state) || (known.state === 'done' && !force))) return id;
        await requeue({
          id,
          kind,
          payload,
          state: 'waiting',
          attempts: known?.attempts ?? 0,
          createdAt: new Date().toISOString(),
        });
        await retire(store, { keep, keepDays }, new Date());
        return id;
      }),

    async find(id) {
      const job = await store.getJob(id);
      return job && waitsForParts(job) ? progressOf(queue, job).catch(() => job) : job;
    },
    list: (limit) => store.findJobs(undefined, limit),

    async cancel(id) {
      const job = await get(id);
      if (FINAL.has(job.state)) return;
      if (job.state === 'active' && !waitsForParts(job)) {
        channel.cancel(id);
        return;
      }
      const cancelled: JobRecord = { ...job, state: 'cancelled', finishedAt: new Date().toISOString() };
      await store.putJob(cancelled);
      channel.tell(cancelled);
      if (job.state === 'waiting') await queue.remove(placeOf(job)).catch(() => 0);
      // somebody may have taken it in between, or one of its parts
      channel.cancel(id);
    },

    retry: (id) =>
      inTurn(async () => {
        const job = await get(id);
        if (closing) throw closed();
        if (FINAL.has(job.state) && job.state !== 'done') await requeue(job);
      }),

    async *watch(id, signal): AsyncGenerator<JobEvent> {
      // listens before it looks, so that no change falls between
      const stop = new AbortController();
      const all = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
      const changes = on(channel.events, `job ${id}`, { signal: all }) as AsyncIterableIterator<[JobRecord]>;
      const leave = () => stop.abort();
      channel.events.once('closed', leave);
      try {
        const present = await get(id);
        yield { job: present };
        if (!FINAL.has(present.state) && !closing) yield* untilFinal(present, changes, () => get(id), all);
      } catch (error) {
        if (!all.aborted) throw error;
      } finally {
        stop.abort();
        channel.events.off('closed', leave);
      }
    },

    async check() {
      if (closing) throw closed();
      return withRedis(async () => {
        await connected(asking);
        const counts = await queue.getJobCounts('waiting', 'active');
        const [oldest] = await queue.getJobs(['waiting'], 0, 0, true);
        const oldestWaitingSeconds = oldest ? Math.max(0, (Date.now() - oldest.timestamp) / 1000) : 0;
        const [waiting, active] = [counts.waiting ?? 0, counts.active ?? 0];
        if (!(await isConsumed()) || (active === 0 && oldestWaitingSeconds > STUCK_SECONDS)) throw notConsumed();
        return { waiting, active, oldestWaitingSeconds, ...(await serverState(asking)) };
      }).catch(async (error: SymbionError) => {
        throw error.cause === undefined ? error : await whyAway(redis);
      });
    },

    async close() {
      if (closing) return;
      closing = true;
      clearInterval(sweeper);
      await turn;
      channel.events.emit('closed');
      for (const job of (await consumer?.close()) ?? []) await enqueue(job).catch(() => undefined);
      // while Redis is away the queue would wait for it
      await Promise.race([queue.close().catch(() => undefined), sleep(CLOSING_MS)]);
      channel.close();
      asking.disconnect();
    },
  };

  /** Some worker has given a sign of life lately. */
  async function isConsumed(): Promise<boolean> {
    if (consumer) return true;
    for (let cursor = '0'; ; ) {
      const [next, keys] = await asking.scan(cursor, 'MATCH', pulseKey(redis, '*'), 'COUNT', 10_000);
      if (keys.length > 0) return true;
      if (next === '0') return false;
      cursor = next;
    }
  }
}

function notConsumed(): SymbionError {
  return new SymbionError('unavailable', {
    ru: 'Ни один рабочий процесс не берёт задания: запустите symbion worker.',
    en: 'No worker takes jobs: start symbion worker.',
  });
}
