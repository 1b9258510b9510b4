import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';
import type { JobRecord, Symbion } from '../app/symbion.ts';

const PING_MS = 15_000;

/**
 * Sends a job's events until it ends or the listener goes. Each event is the whole job, so a listener that comes back misses nothing;
 * one that has seen the end already gets 204, after which an EventSource does not come again.
 */
export async function sendEvents(
  symbion: Symbion,
  id: string,
  request: Request,
  response: Response,
): Promise<undefined> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const events = symbion.watchJob(id, gone.signal)[Symbol.asyncIterator]();
  // the first event is waited for, so that an unknown job is a problem and not an empty stream
  let event = await events.next();
  const seen = request.get('last-event-id');
  if (event.done || (isFinal(event.value.job) && seen === eventId(event.value.job))) {
    await events.return?.();
    response.status(204).end();
    return;
  }
  response.set({
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  const ping = setInterval(() => response.write(': ping\n\n'), PING_MS);
  try {
    for (; !event.done; event = await events.next()) {
      const { job } = event.value;
      if (eventId(job) === seen) continue;
      response.write(`id: ${eventId(job)}\nevent: job\ndata: ${JSON.stringify(job)}\n\n`);
    }
  } finally {
    clearInterval(ping);
    response.end();
  }
}

const isFinal = (job: JobRecord) => job.state !== 'waiting' && job.state !== 'active';

/** Names a moment of a job: the same moment has the same id after a reconnect, even to another server. */
function eventId(job: JobRecord): string {
  const moment = JSON.stringify([job.attempts, job.state, job.progress, job.finishedAt]);
  return createHash('sha256').update(moment).digest('base64url').slice(0, 16);
}
