import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { computeLists, fillColumns } from '../workers/engine-pool.ts';
import { threadedHandlers } from '../workers/job-pool.ts';
import { runTask } from '../workers/task-pool.ts';
import type { Apart } from './app/apart.ts';
import { createOffline } from './app/create-offline.ts';
import { createSymbion, Follower, jobHandlers } from './app/index.ts';
import type { Offline } from './app/offline.ts';
import type { Symbion } from './app/symbion.ts';
import { buildClassifier, type Classifier } from './classify/index.ts';
import type { House } from './cli/context.ts';
import { buildPage } from './cli/page.ts';
import { type Config, neo4jAddress, readConfig } from './config.ts';
import { SymbionError } from './domain/index.ts';
import { JOB_KINDS, type JobHandlers } from './jobs/kinds.ts';
import type { Jobs } from './jobs/port.ts';
import { loadKnowledge } from './knowledge/index.ts';
import type { MovableStore } from './store/moving.ts';
import type { Store } from './store/port.ts';

/** Loaded when first needed: a command does not wait for the drivers of servers that it does not use. */
const load = {
  server: () => import('./api/server.ts'),
  embedded: () => import('./store/embedded/index.ts'),
  neo4j: () => import('./store/neo4j/index.ts'),
  inline: () => import('./jobs/inline/index.ts'),
  bullmq: () => import('./jobs/bullmq/index.ts'),
};

/** What a worker's thread runs jobs with. */
interface OpenHandlers {
  readonly handlers: JobHandlers;
  close(): Promise<void>;
}

const ROOT = path.resolve(import.meta.dirname, '..');

/**
 * The one place that knows every adapter: environment -> a house whose parts are loaded and opened when a command needs them.
 * @param env defaults to the process environment
 */
export function compose(env: NodeJS.ProcessEnv = process.env): House & { openHandlers(): Promise<OpenHandlers> } {
  const config = remembered(() => readConfig(env, os.availableParallelism()));
  const knowledge = remembered(loadKnowledge);
  const classifier = remembered((): Classifier => buildClassifier(knowledge()));
  const offline = remembered(
    (): Offline => createOffline({ knowledge: knowledge(), classifier: classifier(), computeLists: compute, today }),
  );
  const compute = (...[problem, options]: Parameters<typeof computeLists>) =>
    computeLists(problem, { ...options, threads: config().threads });

  const searchColumns: typeof fillColumns = (columns, options) =>
    fillColumns(columns, { ...options, threads: config().threads });
  const engine = () => ({ computeLists: compute, searchColumns, shardSize: config().shardSize });

  return {
    offline,
    demoDir: path.join(ROOT, 'fixtures/demo'),
    get describe() {
      return describeHouse(config());
    },
    async open() {
      const parts = {
        knowledge: knowledge(),
        classifier: classifier(),
        ...engine(),
        apart,
        now: () => new Date(),
        today,
      };
      const store = await openStore(config());
      const follower = new Follower({ ...parts, store });
      const jobs = await openJobs(config(), store, jobHandlers({ ...parts, store, follower }));
      return createSymbion({ ...parts, store, jobs, follower });
    },
    openStoreAt: (address, existing) => openStoreAt(address, env, existing === 'existing'),
    serve: (symbion, address) => serve(config(), symbion, address),
    buildPage: () => buildPage(path.join(ROOT, 'web')),
    async work(concurrency, signal) {
      const { redis } = config();
      if (!redis) throw noWorkersNeeded();
      const store = await openStore(config());
      const { createBullJobs } = await load.bullmq();
      const threads = threadedHandlers(JOB_KINDS, env);
      const jobs = createBullJobs({ store, redis, handlers: threads.handlers, concurrency });
      if (!signal.aborted) await once(signal, 'abort');
      await jobs.close();
      await threads.close();
      await store.close();
    },
    async openHandlers() {
      const store = await openStore(config());
      const parts = { knowledge: knowledge(), ...engine(), apart, now: () => new Date(), store };
      return { handlers: jobHandlers(parts), close: () => store.close() };
    },
  };
}

/** The tasks of the planning and network rooms, each in a thread of its own. */
const apart = runTask as Apart;

function noWorkersNeeded(): SymbionError {
  return new SymbionError('input', {
    ru: 'Встроенному хранилищу рабочие процессы не нужны: задайте NEO4J_URI и REDIS_URL.',
    en: 'The embedded house needs no workers: set NEO4J_URI and REDIS_URL.',
  });
}

async function openStore(config: Config): Promise<Store> {
  if (config.neo4j) {
    const { openNeo4jStore } = await load.neo4j();
    return openNeo4jStore(config.neo4j);
  }
  const { openEmbeddedStore } = await load.embedded();
  mkdirSync(config.dataDir, { recursive: true });
  return openEmbeddedStore(path.join(config.dataDir, 'symbion.db'));
}

async function openStoreAt(address: string, env: NodeJS.ProcessEnv, existing: boolean): Promise<MovableStore> {
  if (/^(neo4j|bolt)(\+s|\+ssc)?:\/\//.test(address)) {
    const { openNeo4jStore } = await load.neo4j();
    return openNeo4jStore(neo4jAddress(address, env));
  }
  const place = /^sqlite:(?:\/\/)?(.+)$/.exec(address)?.[1];
  if (place === undefined)
    throw new SymbionError('input', {
      ru: `Хранилище «${address}»: нужно sqlite:ПАПКА, neo4j://АДРЕС или bolt://АДРЕС.`,
      en: `The store "${address}": wanted sqlite:FOLDER, neo4j://HOST or bolt://HOST.`,
    });
  const file = place.endsWith('.db') ? place : path.join(place, 'symbion.db');
  if (existing && !existsSync(file))
    throw new SymbionError('input', { ru: `Файла ${file} нет.`, en: `There is no file ${file}.` });
  const { openEmbeddedStore } = await load.embedded();
  mkdirSync(path.dirname(file), { recursive: true });
  return openEmbeddedStore(file);
}

/** The embedded house runs its jobs itself; the services house hands them to its workers. */
async function openJobs(config: Config, store: Store, handlers: JobHandlers): Promise<Jobs> {
  if (config.redis) {
    const { createBullJobs } = await load.bullmq();
    return createBullJobs({ store, redis: config.redis });
  }
  const { createInlineJobs } = await load.inline();
  return createInlineJobs({ store, handlers });
}

async function serve(config: Config, symbion: Symbion, address: { host?: string; port?: number }) {
  const { createServer } = await load.server();
  const log = pino({ level: config.logLevel });
  const app = createServer(symbion, { log, hosts: config.hosts, webDir: path.join(ROOT, 'web/dist') });
  const server = createHttpServer(app);
  const host = address.host ?? config.host;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(address.port ?? config.port, host, resolve);
  }).catch((error: NodeJS.ErrnoException) => {
    throw new SymbionError('unavailable', {
      ru: `Адрес ${host}:${address.port ?? config.port} занят или недоступен (${error.code}).`,
      en: `The address ${host}:${address.port ?? config.port} is taken or not available (${error.code}).`,
    });
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}/`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function describeHouse(config: Config) {
  return config.neo4j
    ? { ru: 'Neo4j и Redis', en: 'Neo4j and Redis' }
    : { ru: `встроенное хранилище в ${config.dataDir}`, en: `embedded house in ${config.dataDir}` };
}

/** ISO date of today in the machine's time zone. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

function remembered<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
