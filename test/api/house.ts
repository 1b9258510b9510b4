import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { Express } from 'express';
import pino from 'pino';
import { createServer, type ServerOptions } from '../../src/api/server.ts';
import type { Symbion } from '../../src/app/symbion.ts';
import { compose } from '../../src/compose.ts';

const DEMO = path.resolve(import.meta.dirname, '../../fixtures/demo');

/** JSON as it came; the contract's tests check its shape. */
// biome-ignore lint/suspicious/noExplicitAny: a test reads what it expects and fails where it is not
export type Loose = any;

/** Where the errors of a problem point to. */
export const pointers = (problem: Loose): string[] | undefined => problem.errors?.map((e: Loose) => e.pointer);

export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
  readonly json: Loose;
}

export interface Ask {
  readonly body?: unknown;
  /** Sent as it is. */
  readonly raw?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A server on the embedded house over real HTTP. */
export interface House {
  readonly symbion: Symbion;
  readonly app: Express;
  readonly port: number;
  readonly log: readonly Record<string, Loose>[];
  ask(method: string, path: string, ask?: Ask): Promise<Answer>;
  close(): Promise<void>;
}

/** Opens an empty embedded house in a folder of its own and serves it. `wrap` may stand in for some use cases. */
export async function openHouse(
  options: Partial<ServerOptions> = {},
  wrap: (symbion: Symbion) => Symbion = (symbion) => symbion,
): Promise<House> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'symbion-api-'));
  const symbion = await compose({ SYMBION_DATA: dataDir, SYMBION_THREADS: '1' }).open();
  const lines: Record<string, Loose>[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const app = createServer(wrap(symbion), { log, ...options });
  const server = http.createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    symbion,
    app,
    port,
    log: lines,
    ask: (method, address, ask) => send(port, method, address, ask),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await symbion.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The demo region in the house, handed in and matched over HTTP as a person's program would. */
export async function loadDemo(house: House): Promise<void> {
  for (const kind of ['companies', 'flows']) {
    const raw = readFileSync(path.join(DEMO, `${kind}.csv`));
    const answer = await house.ask('POST', `/api/v1/files?kind=${kind}&name=${kind}.csv`, {
      raw,
      headers: { 'content-type': 'text/csv' },
    });
    if (answer.status !== 200 || !answer.json.imported) throw new Error(`demo ${kind}: ${answer.text.slice(0, 500)}`);
  }
  const { json } = await house.ask('POST', '/api/v1/runs', { body: {} });
  for await (const event of house.symbion.watchJob(json.job))
    if (event.job.state === 'failed') throw new Error(event.job.reason);
}

/** Asks a question about the current run and waits; returns the id of the answer. */
export async function answered(house: House, what: string, question: unknown): Promise<string> {
  const { json } = await house.ask('POST', `/api/v1/${what}`, { body: { question } });
  for await (const { job } of house.symbion.watchJob(json.job))
    if (job.state === 'failed') throw new Error(`${what}: ${job.reason}`);
  return json.id;
}

/** Node's own client: fetch would forbid Host and add Cache-Control beside If-None-Match. */
export function send(port: number, method: string, address: string, { body, raw, headers }: Ask = {}): Promise<Answer> {
  const bytes = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        host: '127.0.0.1',
        port,
        method,
        path: address,
        agent: false,
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(bytes !== undefined && { 'content-length': String(Buffer.byteLength(bytes)) }),
          ...headers,
        },
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(parts).toString();
          const isJson = /[/+]json/.test(String(response.headers['content-type']));
          resolve({
            status: response.statusCode!,
            headers: response.headers,
            text,
            json: isJson && text !== '' ? JSON.parse(text) : undefined,
          });
        });
      },
    );
    // a server that refuses a large body may close before all is sent
    request.on('error', reject);
    request.end(bytes);
  });
}
