import { EventEmitter } from 'node:events';
import type { Redis } from 'ioredis';
import type { JobRecord } from '../../store/port.ts';
import { connect, IMPATIENT, PATIENT, type RedisAddress } from './connection.ts';

/** What processes call to each other: a job as it is now, or the wish that it stop. Losing a call costs time only: the journal has the truth. */
export class Channel {
  /** One event a job id with its record; `cancel` with an id. */
  readonly events = new EventEmitter().setMaxListeners(0);
  readonly #publisher: Redis;
  readonly #subscriber: Redis;
  readonly #name: string;

  constructor(address: RedisAddress) {
    this.#name = `${address.prefix}:calls`;
    this.#publisher = connect(address, IMPATIENT);
    this.#subscriber = connect(address, PATIENT);
    this.#subscriber.on('message', (_, text: string) => this.#hear(text));
    this.#subscriber.subscribe(this.#name).catch(() => undefined);
  }

  /** Tells all processes, this one too. */
  tell(job: JobRecord): void {
    this.events.emit(`job ${job.id}`, job);
    this.#call({ job });
  }

  /** Asks whoever runs the job to stop it. */
  cancel(id: string): void {
    this.events.emit('cancel', id);
    this.#call({ cancel: id });
  }

  close(): void {
    this.events.emit('closed');
    this.#publisher.disconnect();
    this.#subscriber.disconnect();
  }

  #call(message: object): void {
    this.#publisher.publish(this.#name, JSON.stringify({ ...message, from: this.#id })).catch(() => undefined);
  }

  readonly #id = crypto.randomUUID();

  #hear(text: string): void {
    const { job, cancel, from } = JSON.parse(text) as { job?: JobRecord; cancel?: string; from: string };
    if (from === this.#id) return;
    if (job) this.events.emit(`job ${job.id}`, job);
    if (cancel !== undefined) this.events.emit('cancel', cancel);
  }
}
