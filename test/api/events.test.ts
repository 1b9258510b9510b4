import http from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobEvent, JobRecord } from '../../src/app/symbion.ts';
import { type House, loadDemo, openHouse } from './house.ts';

let house: House;
let listeners = 0;
beforeAll(async () => {
  house = await openHouse({}, (symbion) => ({
    ...symbion,
    watchJob: (id, signal) => (id === 'endless' ? endless(signal) : symbion.watchJob(id, signal)),
  }));
  await loadDemo(house);
});
afterAll(() => house.close());

const JOB: JobRecord = {
  id: 'endless',
  kind: 'x',
  payload: {},
  state: 'active',
  attempts: 1,
  createdAt: '2026-01-01T00:00:00Z',
};

async function* endless(signal?: AbortSignal): AsyncGenerator<JobEvent> {
  listeners++;
  try {
    for (let done = 1; !signal?.aborted; done++) {
      yield { job: { ...JOB, progress: { done, total: 1e9, what: 'match' } } };
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  } finally {
    listeners--;
  }
}

/** The events of a stream: id and data. */
function read(text: string): { id: string; job: JobRecord }[] {
  return text
    .split('\n\n')
    .filter((block) => block.includes('event: job'))
    .map((block) => ({ id: /^id: (.*)$/m.exec(block)![1]!, job: JSON.parse(/^data: (.*)$/m.exec(block)![1]!) }));
}

describe('the events of a job', () => {
  it('follow a run to its end, and the job says what came of it', async () => {
    const started = await house.ask('POST', '/api/v1/runs', { body: { settings: { top: 3 } } });
    expect([started.status, started.headers.location]).toEqual([202, `/api/v1/jobs/${started.json.job}`]);
    const { headers, text } = await house.ask('GET', `${started.headers.location}/events`);
    expect(headers['content-type']).toContain('text/event-stream');
    expect(headers['content-encoding']).toBeUndefined();
    const events = read(text);
    expect(events.at(-1)?.job.state).toBe('done');
    const job = (await house.ask('GET', started.headers.location!)).json;
    expect(job).toEqual(events.at(-1)!.job);
  });

  it('are over for a listener that has seen the end, and told again to one that has not', async () => {
    const { id } = (await house.ask('GET', '/api/v1/jobs?limit=1')).json.rows[0];
    const [event] = read((await house.ask('GET', `/api/v1/jobs/${id}/events`)).text);
    const again = (seen: string) =>
      house.ask('GET', `/api/v1/jobs/${id}/events`, { headers: { 'last-event-id': seen } });
    expect((await again(event!.id)).status).toBe(204);
    expect(read((await again('0-waiting-0-')).text)).toEqual([event]);
  });

  it('reach the listener while they happen, also when it accepts gzip, and stop when it goes', async () => {
    const seen = await new Promise<string>((resolve) => {
      const request = http.get(
        { port: house.port, path: '/api/v1/jobs/endless/events', headers: { 'accept-encoding': 'gzip' } },
        (response) => {
          let text = '';
          response.on('data', (part: Buffer) => {
            text += part.toString();
            if (read(text).length >= 3) {
              request.destroy();
              resolve(text);
            }
          });
          response.on('error', () => undefined);
        },
      );
    });
    expect(read(seen).map((event) => event.job.progress?.done)).toEqual([1, 2, 3]);
    await expect.poll(() => listeners).toBe(0);
  });
});

describe('jobs', () => {
  it('of the same work are one', async () => {
    const start = async () => (await house.ask('POST', '/api/v1/runs', { body: { settings: { top: 2 } } })).json.job;
    const [a, b] = [await start(), await start()];
    expect(a).toBe(b);
  });

  it('that are done are not run again, only those that are not', async () => {
    const { id } = (await house.ask('GET', '/api/v1/jobs')).json.rows.find((job: JobRecord) => job.state === 'done');
    const answer = await house.ask('POST', `/api/v1/jobs/${id}/retry`);
    expect([answer.status, answer.json.detail]).toEqual([409, 'The job is done: there is nothing to run again.']);
  });
});
