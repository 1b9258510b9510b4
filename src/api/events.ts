import type { Request, Response } from 'express';
import type { Symbion } from '../app/symbion.ts';

const PING_MS = 15_000;

/** Sends a job's events until it ends or the listener goes. Each event is the whole job, so a listener that comes back misses nothing. */
export async function sendEvents(symbion: Symbion, id: string, request: Request, response: Response): Promise<void> {
  const gone = new AbortController();
  request.on('close', () => gone.abort());
  const events = symbion.watchJob(id, gone.signal)[Symbol.asyncIterator]();
  // the first event is waited for, so that an unknown job is a problem and not an empty stream
  let event = await events.next();
  response.set({
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  const ping = setInterval(() => response.write(': ping\n\n'), PING_MS);
  let number = 0;
  try {
    for (; !event.done; event = await events.next())
      response.write(`id: ${++number}\nevent: job\ndata: ${JSON.stringify(event.value.job)}\n\n`);
  } finally {
    clearInterval(ping);
    response.end();
  }
}
