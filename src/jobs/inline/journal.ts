import type { JobRecord, Store } from '../../store/port.ts';
import { type Retention, retire } from '../retention.ts';
import { isAliveElsewhere } from './worker-name.ts';

/** The store's journal as one process reads and writes it. */
export class Journal {
  readonly #store: Store;
  readonly #worker: string;

  constructor(store: Store, worker: string) {
    this.#store = store;
    this.#worker = worker;
  }

  async put(job: JobRecord): Promise<void> {
    await this.#store.putJob(job);
  }

  /** As the journal has it; one that ran in a process that is gone is `interrupted` from now on. */
  async get(id: string): Promise<JobRecord | undefined> {
    const job = await this.#store.getJob(id);
    if (job?.state !== 'active' || this.#isHeld(job)) return job;
    return this.#interrupt(job);
  }

  list(limit: number): Promise<readonly JobRecord[]> {
    return this.#store.findJobs(undefined, limit);
  }

  /** What a process that is gone has left: gives back what waited, oldest first, and marks what ran as interrupted. */
  async recover(): Promise<JobRecord[]> {
    const left = (await this.#store.findJobs(['waiting', 'active'], 100_000)).filter((job) => !this.#isHeld(job));
    const waiting: JobRecord[] = [];
    for (const job of left.toReversed()) {
      if (job.state === 'active') await this.#interrupt(job);
      else {
        const taken = { ...job, worker: this.#worker };
        await this.put(taken);
        waiting.push(taken);
      }
    }
    return waiting;
  }

  /** Takes out finished jobs, the oldest first, that are too many or too old. */
  async retire(retention: Retention, now: Date): Promise<void> {
    await retire(this.#store, retention, now);
  }

  #isHeld(job: JobRecord): boolean {
    return job.worker === this.#worker || isAliveElsewhere(job.worker);
  }

  async #interrupt(job: JobRecord): Promise<JobRecord> {
    const interrupted: JobRecord = { ...job, state: 'interrupted', finishedAt: new Date().toISOString() };
    await this.put(interrupted);
    return interrupted;
  }
}
