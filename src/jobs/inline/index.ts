import { createHash } from 'node:crypto';
import { on } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { JobRecord, Store } from '../../store/port.ts';
import { workContent } from '../key.ts';
import { checkHandlers, type JobHandlers } from '../kinds.ts';
import type { JobEvent, Jobs } from '../port.ts';
import { closed, FINAL, fresh, reasonsOf, unknownJob, unknownKind } from '../refusals.ts';
import type { Retention } from '../retention.ts';
import { Journal } from './journal.ts';
import { Runner } from './runner.ts';
import { nameWorker } from './worker-name.ts';

export interface InlineOptions extends Partial<Retention> {
  readonly store: Store;
  readonly handlers: JobHandlers;
  /** Jobs at a time. */
  readonly concurrency?: number;
  /** Told of each change of state of what runs here. */
  readonly onChange?: (job: JobRecord) => void;
  /** All there are by default. */
  readonly kinds?: readonly string[];
}

/** How often the journal is asked about a job that another process runs, ms. */
const POLL_MS = 500;

/**
 * Runs jobs in this process. The journal is the store's: what was accepted before a crash is run at the next start, what was running is
 * `interrupted` and can be run again. Jobs of another living process on the same store are left to it.
 */
export function createInlineJobs(options: InlineOptions): Jobs {
  const { store, handlers, concurrency = 1, keep = 200, keepDays = 30, kinds } = options;
  checkHandlers(handlers, kinds);
  const worker = nameWorker();
  const journal = new Journal(store, worker);
  const runner = new Runner(journal, handlers, worker, concurrency, options.onChange);
  const ready = start();
  ready.catch(() => undefined);
  let turn: Promise<unknown> = ready.catch(() => undefined);

  async function start(): Promise<void> {
    for (const job of await journal.recover()) {
      if (job.kind in handlers) runner.enqueue(job);
      else await journal.put({ ...job, state: 'failed', ...reasonsOf(unknownKind(job.kind)) });
    }
  }

  /** One after another, so that two who hand in the same work do not both find it absent. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  }

  const find = async (id: string): Promise<JobRecord | undefined> => {
    await ready;
    return runner.live.get(id) ?? journal.get(id);
  };

  async function get(id: string): Promise<JobRecord> {
    const job = await find(id);
    if (job) return job;
    throw unknownJob(id);
  }

  async function queue(job: JobRecord): Promise<void> {
    const waiting: JobRecord = { ...fresh(job), state: 'waiting', worker };
    await journal.put(waiting);
    runner.enqueue(waiting);
    await journal.retire({ keep, keepDays }, new Date());
  }

  return {
    submit: (kind, payload, { force = false } = {}) =>
      inTurn(async () => {
        if (runner.closing) throw closed();
        if (!Object.hasOwn(handlers, kind)) throw unknownKind(kind);
        const id = createHash('sha256').update(workContent(kind, payload)).digest('hex').slice(0, 24);
        const known = await find(id);
        if (known && (!FINAL.has(known.state) || (known.state === 'done' && !force))) return id;
        const createdAt = new Date().toISOString();
        await queue({ id, kind, payload, state: 'waiting', attempts: known?.attempts ?? 0, createdAt });
        return id;
      }),

    find,

    async list(limit) {
      await ready;
      return (await journal.list(limit)).map((job) => runner.live.get(job.id) ?? job);
    },

    async cancel(id) {
      const job = await get(id);
      if (runner.live.has(id)) await runner.cancel(id);
      else if (job.state === 'waiting')
        await journal.put({ ...job, state: 'cancelled', finishedAt: new Date().toISOString() });
    },

    retry: (id) =>
      inTurn(async () => {
        const job = await get(id);
        if (runner.closing) throw closed();
        if (FINAL.has(job.state) && job.state !== 'done') await queue(job);
      }),

    async *watch(id, signal) {
      // listens before it looks, so that no change falls between
      const stop = new AbortController();
      const all = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
      const changes = on(runner.events, id, { signal: all }) as AsyncIterable<[JobRecord]>;
      const leave = () => stop.abort();
      runner.events.once('closed', leave);
      try {
        const present = await get(id);
        yield { job: present };
        if (FINAL.has(present.state) || runner.closing) return;
        yield* runner.live.has(id) ? untilFinal(changes) : polled(present, get, all);
      } catch (error) {
        if (!all.aborted) throw error;
      } finally {
        stop.abort();
        runner.events.off('closed', leave);
      }
    },

    async check() {
      await ready;
      if (runner.closing) throw closed();
      const waiting = [...runner.live.values()].filter((job) => job.state === 'waiting');
      const oldest = Math.min(...waiting.map((job) => Date.parse(job.createdAt)), Date.now());
      const oldestWaitingSeconds = waiting.length === 0 ? 0 : (Date.now() - oldest) / 1000;
      return { waiting: waiting.length, active: runner.active, oldestWaitingSeconds };
    },

    async close() {
      await turn;
      await runner.close();
    },
  };
}

async function* untilFinal(changes: AsyncIterable<[JobRecord]>): AsyncGenerator<JobEvent> {
  for await (const [job] of changes) {
    yield { job };
    if (FINAL.has(job.state)) return;
  }
}

/** A job of another process, by looking into the journal now and then. */
async function* polled(
  present: JobRecord,
  get: (id: string) => Promise<JobRecord>,
  signal: AbortSignal,
): AsyncGenerator<JobEvent> {
  let told = JSON.stringify(present);
  for (let { state } = present; !FINAL.has(state); ) {
    await sleep(POLL_MS, undefined, { signal });
    const job = await get(present.id);
    state = job.state;
    if (JSON.stringify(job) === told) continue;
    told = JSON.stringify(job);
    yield { job };
  }
}
