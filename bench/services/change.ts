import { readFileSync } from 'node:fs';
import http from 'node:http';
import { Redis } from 'ioredis';
import { compose } from '../../src/compose.ts';
import type { BenchCase } from '../tell.ts';
import { Processes } from './processes.ts';
import { Raw } from './raw.ts';
import { getJson } from './read.ts';

const ROUNDS = 12;
const FLOW = 'O001';

/**
 * One flow of the demo region is changed over HTTP; measured until the API shows it with its new matches, which a worker process has computed.
 * The baseline is what the bare drivers need to write a flow, to wake a worker through Redis, and to read the flow back.
 */
export async function changeCase(
  env: ConstructorParameters<typeof Raw>[0] & { readonly REDIS_URL: string },
  say: (one: BenchCase) => void,
): Promise<void> {
  const raw = new Raw(env);
  const processes = new Processes({ ...env });
  const agent = new http.Agent({ keepAlive: true });
  const symbion = await compose({ ...process.env, ...env }).open();
  try {
    const file = (name: string) => ({ name, open: () => stream(`fixtures/demo/${name}`) });
    await symbion.importFiles({ companies: file('companies.csv'), flows: file('flows.csv') });
    processes.worker();
    const api = await processes.api();
    const took: number[] = [];
    let correct = true;
    for (let round = 0; round < ROUNDS; round++) {
      const quantity = 50_000 + round;
      const from = performance.now();
      const job = await changeFlow(api, agent, quantity);
      await untilDone(`${api}/api/v1/jobs/${job}/events`);
      const { rows } = (await getJson(`${api}/api/v1/matches?output=${FLOW}`, agent)) as { rows: { score: number }[] };
      took.push(performance.now() - from);
      const flow = await symbion.getFlow(FLOW);
      correct = correct && rows.length > 0 && flow.quantityPerYear === quantity;
    }
    // the first rounds open connections and compile
    const value = median(took.slice(2));
    const baseline = await bareRound(raw, env.REDIS_URL);
    say({
      case: 'services: one changed flow of the demo region visible with its new matches, median (baseline: the bare drivers)',
      value,
      unit: 'ms',
      baseline,
      ratio: value / baseline,
      correct,
    });
  } finally {
    agent.destroy();
    await symbion.close();
    await processes.stop();
    await raw.close();
  }
}

/** Puts another quantity and starts a run; the id of its job. */
async function changeFlow(api: string, agent: http.Agent, quantity: number): Promise<string> {
  const { id, companyId, siteId, direction, description } = (await getJson(
    `${api}/api/v1/flows/${FLOW}`,
    agent,
  )) as Record<string, string>;
  const flow = { id, companyId, siteId, direction, description, quantity, unit: 't', period: 'year' };
  const put = await fetch(`${api}/api/v1/flows/${FLOW}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'if-match': '*' },
    body: JSON.stringify(flow),
  });
  if (!put.ok) throw new Error(await put.text());
  const run = await fetch(`${api}/api/v1/runs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"settings":{"asOf":"2026-11-01"}}',
  });
  return ((await run.json()) as { job: string }).job;
}

/** Follows the job's event stream to its end. */
async function untilDone(url: string): Promise<void> {
  const response = await fetch(url);
  let text = '';
  for await (const part of response.body!.pipeThrough(new TextDecoderStream())) text += part;
  if (!text.includes('"state":"done"')) throw new Error(text.slice(-500));
}

async function bareRound(raw: Raw, redisUrl: string): Promise<number> {
  const redis = new Redis(redisUrl);
  const took: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const from = performance.now();
    await raw.run('MATCH (f:Flow {id: $id}) SET f.bench = $round', { id: FLOW, round });
    await redis.lpush('bench', '1');
    await redis.brpop('bench', 1);
    await raw.readMatches(FLOW);
    took.push(performance.now() - from);
  }
  redis.disconnect();
  return median(took.slice(2));
}

const median = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!;

async function* stream(file: string): AsyncGenerator<Uint8Array> {
  yield readFileSync(file);
}
