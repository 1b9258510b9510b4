import http from 'node:http';
import type { BenchCase } from '../tell.ts';
import { Processes } from './processes.ts';
import { Raw } from './raw.ts';
import { flowId, TOP } from './region.ts';

const CLIENTS = 50;
const READS = 5000;
const WARM = 1000;

/** A stream's matches read by 50 clients over HTTP, beside the bare driver asked the same by as many. */
export async function readCases(
  env: ConstructorParameters<typeof Raw>[0] & Readonly<Record<string, string>>,
  matches: number,
  say: (one: BenchCase) => void,
): Promise<void> {
  const raw = new Raw(env);
  const processes = new Processes(env);
  const agent = new http.Agent({ keepAlive: true, maxSockets: CLIENTS });
  const outputOf = (k: number) => flowId(2 * ((k * 7919) % (matches / TOP)));
  try {
    const api = await processes.api();
    const ask = async (k: number) => {
      const { rows } = (await getJson(`${api}/api/v1/matches?output=${outputOf(k)}&limit=${TOP}`, agent)) as {
        rows: { output: string }[];
      };
      return rows.length === TOP && rows.every(({ output }) => output === outputOf(k));
    };
    const bareAsk = async (k: number) => (await raw.readMatches(outputOf(k))).length === TOP;
    await together(WARM, ask);
    await together(WARM, bareAsk);
    const bare = await together(READS, bareAsk);
    const read = await together(READS, ask);
    const correct = read.correct && bare.correct;
    for (const p of ['p50', 'p99'] as const)
      say({
        case: `services: a stream’s matches over HTTP, ${CLIENTS} clients, ${p} (baseline: the bare driver)`,
        value: read[p],
        unit: 'ms',
        baseline: bare[p],
        ratio: read[p] / bare[p],
        correct,
      });
  } finally {
    agent.destroy();
    await processes.stop();
    await raw.close();
  }
}

async function together(reads: number, ask: (k: number) => Promise<boolean>) {
  const took: number[] = [];
  let correct = true;
  let next = 0;
  const client = async () => {
    while (next < reads) {
      const k = next++;
      const from = performance.now();
      correct = (await ask(k)) && correct;
      took.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.floor(took.length * share)]!;
  return { p50: at(0.5), p99: at(0.99), correct };
}

export function getJson(url: string, agent: http.Agent): Promise<unknown> {
  return new Promise((resolve, reject) => {
    http
      .get(url, { agent }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        response.on('end', () =>
          response.statusCode === 200 ? resolve(JSON.parse(text)) : reject(new Error(`${response.statusCode} ${text}`)),
        );
      })
      .on('error', reject);
  });
}
