import { createHash } from 'node:crypto';
import { Job, type Queue } from 'bullmq';
import { type Bilingual, type Step, SymbionError } from '../../domain/index.ts';
import type { JobRecord } from '../../store/port.ts';
import { workContent } from '../key.ts';
import type { Parts, Progress } from '../port.ts';

/** What a place in the queue carries: a job, of which the journal has the rest, or a part of one. */
export interface Ticket {
  /** Of the job, or of the one that the part belongs to. */
  readonly id: string;
  readonly part?: { readonly kind: string; readonly payload: unknown; readonly what: Step };
}

/** What becomes of a part. Empty when nobody waits for it any more. */
export interface Outcome {
  readonly result?: unknown;
  readonly fault?: Bilingual;
}

/** Tries of a part while the store is away, at growing pauses: two minutes in all. */
const TRIES = 8;
const FIRST_PAUSE_MS = 1000;
/** Times that other parts may be asked for, because the data changed, before the job is given up. */
const MOST_ROUNDS = 5;

/** The job gives up its room until its parts are done. */
export class GivenUp extends Error {
  readonly progress: Progress;

  constructor(progress: Progress) {
    super('waits for its parts');
    this.progress = progress;
  }
}

/**
 * Results of a job's parts, which are the children of its place in the queue (a flow of BullMQ). Hands out those that are not there and throws `GivenUp`
 * while some are not done; throws `internal` with the first fault.
 */
export async function collectParts(
  queue: Queue<Ticket>,
  place: Job<Ticket>,
  { kind, payloads, what }: Parts,
): Promise<readonly unknown[]> {
  const keys = payloads.map((payload) => keyOf(place, kind, payload));
  const done = await place.getChildrenValues<Outcome>();
  const lost = await place.getIgnoredChildrenFailures();
  const full = (key: string) => `${queue.qualifiedName}:${key}`;
  const open = payloads.flatMap((payload, n) => {
    const key = keys[n]!;
    return full(key) in done || full(key) in lost ? [] : [{ key, payload }];
  });
  if (open.length > 0) {
    const ended = Object.keys(done).length + Object.keys(lost).length;
    if (ended >= MOST_ROUNDS * payloads.length) throw restless();
    await handOut(queue, place, kind, what, open);
    throw new GivenUp({ done: payloads.length - open.length, total: payloads.length, what });
  }
  const fault = keys.map((key) => faultOf(lost[full(key)], done[full(key)])).find((text) => text !== undefined);
  if (fault !== undefined) throw failed(fault);
  return keys.map((key) => done[full(key)]?.result);
}

async function handOut(
  queue: Queue<Ticket>,
  place: Job<Ticket>,
  kind: string,
  what: Step,
  open: readonly { readonly key: string; readonly payload: unknown }[],
): Promise<void> {
  await queue.addBulk(
    open.map(({ key, payload }) => ({
      name: kind,
      data: { id: place.data.id, part: { kind, payload, what } },
      opts: {
        jobId: key,
        parent: { id: place.id!, queue: queue.qualifiedName },
        ignoreDependencyOnFailure: true,
        attempts: TRIES,
        backoff: { type: 'exponential', delay: FIRST_PAUSE_MS },
        removeOnComplete: true,
        removeOnFail: true,
      },
    })),
  );
}

/** The same part of the same try of a job has one place. */
function keyOf(place: Job<Ticket>, kind: string, payload: unknown): string {
  return `${place.id}-${createHash('sha256').update(workContent(kind, payload)).digest('hex').slice(0, 16)}`;
}

/**
 * Name of a job's place in the queue: another for each attempt, so that what is left of an earlier one (cancelled while its parts ran, then tried again) is
 * not taken for it. BullMQ allows no colon.
 */
export function placeOf({ id, state, place, attempts }: JobRecord): string {
  return state === 'active' && place !== undefined ? place : `${id}-${attempts + 1}`;
}

/** An active job of nobody waits for its parts. */
export function waitsForParts(job: JobRecord): job is JobRecord & { readonly place: string } {
  return job.state === 'active' && job.worker === undefined && job.place !== undefined;
}

/** How many of its parts are done. @param more parts that are done but not counted yet */
export async function progressOf(queue: Queue<Ticket>, job: JobRecord, more = 0): Promise<JobRecord> {
  if (!waitsForParts(job)) return job;
  const place = await Job.fromId(queue, job.place);
  const {
    processed = 0,
    ignored = 0,
    failed: broken = 0,
    unprocessed = 0,
  } = (await place?.getDependenciesCount()) ?? {};
  const total = processed + ignored + broken + unprocessed;
  if (total === 0) return job;
  return { ...job, progress: { done: total - unprocessed + more, total, what: job.progress?.what ?? 'match' } };
}

/** @param lost what the queue tells of a part that was lost for good */
function faultOf(lost: string | undefined, outcome: Outcome | undefined): Bilingual | undefined {
  return lost === undefined ? outcome?.fault : { ru: lost, en: lost };
}

function failed({ ru, en }: Bilingual): SymbionError {
  return new SymbionError('internal', { ru: `Часть задания не удалась: ${ru}`, en: `A part of the job failed: ${en}` });
}

function restless(): SymbionError {
  return new SymbionError('conflict', {
    ru: `Данные менялись во время расчёта ${MOST_ROUNDS} раз: запустите его снова, когда они устоятся.`,
    en: `The data changed ${MOST_ROUNDS} times while the job ran: start it again when they rest.`,
  });
}
