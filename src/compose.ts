import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pino, { type Logger } from 'pino';
import type { Registry } from 'prom-client';
import { computeLists, fillColumns } from '../workers/engine-pool.ts';
import { threadedHandlers } from '../workers/job-pool.ts';
import { runTask } from '../workers/task-pool.ts';
import { understandInThreads } from '../workers/understand-pool.ts';
import type { Apart } from './app/answers/apart.ts';
import { createOffline } from './app/create-offline.ts';
import type { Understander } from './app/import/understander.ts';
import { createSymbion, Follower, jobHandlers } from './app/index.ts';
import type { Offline } from './app/offline.ts';
import type { Symbion } from './app/symbion.ts';
import { buildClassifier, type Classifier } from './classify/index.ts';
import type { House } from './cli/context.ts';
import { buildPage } from './cli/page.ts';
import { type Config, neo4jAddress, readConfig } from './config.ts';
import { SymbionError } from './domain/index.ts';
import { bufferOfPart, type Lists, pairsJudged } from './engine/index.ts';
import { JOB_KINDS, type JobHandlers } from './jobs/kinds.ts';
import type { Jobs } from './jobs/port.ts';
import { loadKnowledge } from './knowledge/index.ts';
import { createMeasures, type Measures, tellEngineWork } from './operations/metrics.ts';
import { serveMetrics } from './operations/metrics-server.ts';
import { watchJobs } from './operations/watch-jobs.ts';
import type { MovableStore } from './store/moving.ts';
import type { JobRecord, Store } from './store/port.ts';
import type { Shelf } from './store/shelf.ts';

/** Loaded when first needed: a command does not wait for the drivers of servers that it does not use. */
const load = {
  server: () => import('./api/server.ts'),
  embedded: () => import('./store/embedded/index.ts'),
  shelf: () => import('./store/embedded/shelf.ts'),
  neo4j: () => import('./store/neo4j/index.ts'),
  inline: () => import('./jobs/inline/index.ts'),
  bullmq: () => import('./jobs/bullmq/index.ts'),
  board: () => import('./jobs/bullmq/board.ts'),
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
    measured(computeLists(problem, { ...options, threads: config().threads }));

  const searchColumns: typeof fillColumns = (columns, options) =>
    measured(fillColumns(columns, { ...options, threads: config().threads }));
  const measures = remembered(createMeasures);
  const log = remembered(() => pino({ level: config().logLevel }));
  const onChange = remembered(() => watchJobs(log(), measures().onJob));
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
        ...apartFrom(config().threads),
        apart,
        now: () => new Date(),
        today,
      };
      const store = await openStore(config(), measures());
      const follower = new Follower({
        ...parts,
        store,
        onFault: (error) => log().error({ err: error }, 'a change could not be followed'),
        ...(config().redis && { ready: engine() }),
        ...(!config().neo4j && { shelf: await openShelf(config()) }),
      });
      const jobs = await openJobs(config(), store, jobHandlers({ ...parts, store, follower }), onChange());
      return createSymbion({ ...parts, store, jobs, follower });
    },
    async backup(file) {
      if (config().neo4j) throw neo4jHasItsOwn();
      const { openEmbeddedStore } = await load.embedded();
      makeFolder(path.dirname(file));
      const store = openEmbeddedStore(embeddedFile(config().dataDir));
      await store.backup(file).finally(() => store.close());
    },
    openStoreAt: (address, existing) => openStoreAt(address, env, existing === 'existing'),
    serve: (symbion, address) => serve(config(), symbion, address, log(), measures().registry),
    buildPage: () => buildPage(path.join(ROOT, 'web')),
    async work(concurrency, signal) {
      const { redis } = config();
      if (!redis) throw noWorkersNeeded();
      const { host, metricsPort } = config();
      const metrics = metricsPort > 0 ? await tellMetrics(measures().registry, host, metricsPort) : undefined;
      const store = await openStore(config(), measures());
      const { createBullJobs } = await load.bullmq();
      const threads = threadedHandlers(JOB_KINDS, env);
      const jobs = createBullJobs({ store, redis, handlers: threads.handlers, concurrency, onChange: onChange() });
      log().info({ concurrency }, 'worker begins');
      if (!signal.aborted) await once(signal, 'abort');
      log().info('worker ends');
      await jobs.close();
      metrics?.close();
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

/** One thread reads; more than two beside it would wait for it, each holding what it knows. */
function apartFrom(threads: number): { understandApart?: () => Understander } {
  return threads > 1 ? { understandApart: () => understandInThreads(Math.min(threads - 1, 2)) } : {};
}

const embeddedFile = (folder: string) => path.join(folder, 'symbion.db');

/** Throws `input` with the folder and the reason when it cannot be made. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new SymbionError('input', {
      ru: `Папку ${folder} создать нельзя (${code}): назовите другую.`,
      en: `The folder ${folder} cannot be made (${code}): name another.`,
    });
  }
}

function neo4jHasItsOwn(): SymbionError {
  return new SymbionError('input', {
    ru: 'Это копия встроенного хранилища; Neo4j копируют его средствами или symbion copy (docs/operations.md).',
    en: 'This copies the embedded store; Neo4j is backed up by its own means or by symbion copy (docs/operations.md).',
  });
}

function noWorkersNeeded(): SymbionError {
  return new SymbionError('input', {
    ru: 'Встроенному хранилищу рабочие процессы не нужны: задайте NEO4J_URI и REDIS_URL.',
    en: 'The embedded house needs no workers: set NEO4J_URI and REDIS_URL.',
  });
}

async function openStore(config: Config, measures?: Measures): Promise<Store> {
  const timed = <S extends Store>(store: S): S => measures?.timed(store) ?? store;
  if (config.neo4j) {
    const { openNeo4jStore } = await load.neo4j();
    return timed(await openNeo4jStore({ ...config.neo4j, ...(measures && { onStatement: measures.onStatement }) }));
  }
  const { openEmbeddedStore } = await load.embedded();
  makeFolder(config.dataDir);
  return timed(openEmbeddedStore(embeddedFile(config.dataDir)));
}

async function openShelf({ dataDir }: Config): Promise<Shelf> {
  const { openShelf } = await load.shelf();
  return openShelf(path.join(dataDir, 'warm'), bufferOfPart);
}

/** Lists that the engine is asked for; what it took is told to whoever measures. */
async function measured(lists: Promise<Lists>): Promise<Lists> {
  const from = performance.now();
  const done = await lists;
  tellEngineWork({ pairs: pairsJudged(done), seconds: (performance.now() - from) / 1000 });
  return done;
}

function tellMetrics(registry: Registry, host: string, port: number) {
  return serveMetrics(registry, { host, port }).catch((error: NodeJS.ErrnoException) => {
    throw taken(host, port, error);
  });
}

function taken(host: string, port: number, { code }: NodeJS.ErrnoException): SymbionError {
  return new SymbionError('unavailable', {
    ru: `Адрес ${host}:${port} занят или недоступен (${code}).`,
    en: `The address ${host}:${port} is taken or not available (${code}).`,
  });
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
  const file = place.endsWith('.db') ? place : embeddedFile(place);
  if (existing && !existsSync(file))
    throw new SymbionError('input', { ru: `Файла ${file} нет.`, en: `There is no file ${file}.` });
  const { openEmbeddedStore } = await load.embedded();
  makeFolder(path.dirname(file));
  return openEmbeddedStore(file);
}

/** The embedded house runs its jobs itself; the services house hands them to its workers. */
async function openJobs(
  config: Config,
  store: Store,
  handlers: JobHandlers,
  onChange: (job: JobRecord) => void,
): Promise<Jobs> {
  if (config.redis) {
    const { createBullJobs } = await load.bullmq();
    return createBullJobs({ store, redis: config.redis });
  }
  const { createInlineJobs } = await load.inline();
  return createInlineJobs({ store, handlers, onChange });
}

async function serve(
  config: Config,
  symbion: Symbion,
  address: { host?: string; port?: number },
  log: Logger,
  registry: Registry,
) {
  const { createServer } = await load.server();
  const app = createServer(symbion, { log, hosts: config.hosts, webDir: path.join(ROOT, 'web/dist'), registry });
  const server = createHttpServer(app);
  const [host, wanted] = [address.host ?? config.host, address.port ?? config.port];
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(wanted, host, resolve);
  }).catch((error: NodeJS.ErrnoException) => {
    throw taken(host, wanted, error);
  });
  const board = await openBoard(config).catch((error: unknown) => {
    server.close();
    throw error;
  });
  if (board) log.warn({ url: board.url }, 'Bull Board');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}/`,
    close: async () => {
      await board?.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Off unless asked for; on this machine only. */
async function openBoard({ redis, bullBoard, bullBoardPort }: Config) {
  if (!redis || !bullBoard) return undefined;
  const { startBoard } = await load.board();
  return startBoard(redis, bullBoardPort).catch((error: NodeJS.ErrnoException) => {
    throw taken('127.0.0.1', bullBoardPort, error);
  });
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
