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
const AS_OF = '2026-11-01';

/**
 * One flow of the demo region is changed over HTTP; measured until the API shows the run that has its new matches: the one that follows the change, and
 * the one that a worker process was asked for through Redis. The baseline is what the bare drivers need to write a flow, to wake a worker through Redis, and to
 * read the flow back.
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
    await untilDone(api, await startRun(api));
    const shown = async () =>
      (await getJson(`${api}/api/v1/matches?output=${FLOW}`, agent)) as {
        run: string;
        rows: { quantityPerYear: number }[];
      };
    let quantity = 50_000;
    const rounds = async (visible: (before: string) => Promise<unknown>) => {
      const took: number[] = [];
      let correct = true;
      for (let round = 0; round < ROUNDS; round++) {
        const before = await shown();
        const from = performance.now();
        await changeFlow(api, agent, ++quantity);
        await visible(before.run);
        const { run, rows } = await shown();
        took.push(performance.now() - from);
        const [flow, current] = [await symbion.getFlow(FLOW), await symbion.findRun(run)];
        correct &&= rows.length > 0 && run !== before.run && flow.quantityPerYear === quantity;
        correct &&= current?.settings.asOf === AS_OF;
      }
      // the first rounds open connections and compile
      return { value: median(took.slice(2)), correct };
    };
    const followed = await rounds(async (before) => {
      while ((await shown()).run === before);
    });
    const asked = await rounds(async () => untilDone(api, await startRun(api)));
    const baseline = await bareRound(raw, env.REDIS_URL);
    const tell = (how: string, { value, correct }: typeof followed) =>
      say({
        case: `services: one changed flow of the demo region visible with its new matches, ${how}, median (baseline: the bare drivers)`,
        value,
        unit: 'ms',
        baseline,
        ratio: value / baseline,
        correct,
      });
    tell('followed', followed);
    tell('a worker asked for a run', asked);
  } finally {
    agent.destroy();
    await symbion.close();
    await processes.stop();
    await raw.close();
  }
}

/** Puts another quantity. */
async function changeFlow(api: string, agent: http.Agent, quantity: number): Promise<void> {
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
}

/** The id of its job. */
async function startRun(api: string): Promise<string> {
  const run = await fetch(`${api}/api/v1/runs`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ settings: { asOf: AS_OF } }),
  });
  return ((await run.json()) as { job: string }).job;
}

/** Follows the job's event stream to its end. */
async function untilDone(api: string, job: string): Promise<void> {
  const response = await fetch(`${api}/api/v1/jobs/${job}/events`);
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
