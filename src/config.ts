import { SymbionError } from './domain/index.ts';

/** All that the environment decides. Frozen at start. */
export interface Config {
  /** Folder of the embedded house: the SQLite file and what belongs to it. */
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  /** Names besides the loopback's by which the server may be called. */
  readonly hosts: readonly string[];
  /** Both set = the services house. */
  readonly neo4j?: {
    readonly uri: string;
    readonly user: string;
    readonly password: string;
    readonly database: string;
  };
  readonly redis?: { readonly url: string; readonly prefix: string };
  readonly logLevel: string;
  /** Bull Board, off unless asked for. */
  readonly bullBoard: boolean;
  readonly bullBoardPort: number;
  /** Where a worker process answers Prometheus; 0 = nowhere. */
  readonly metricsPort: number;
  readonly threads: number;
  /** A region of more flows is searched in shards of at most so many, by all workers; undefined = never. */
  readonly shardSize?: number;
}

/**
 * Flows of a shard. At 0.1 ms a search some twenty seconds: that is what a lost worker costs, and every worker gets some even in a region of a million.
 * Smaller ones hold more halo for each stream of their own (docs/scale.md); a region that is smaller is read and published no quicker by two.
 */
const SHARD_SIZE = 200_000;

/**
 * Environment -> frozen config. Throws `input` when only one of NEO4J_URI and REDIS_URL is set, or a number is none.
 */
export function readConfig(env: NodeJS.ProcessEnv, threads: number): Config {
  const { NEO4J_URI, REDIS_URL } = env;
  if (Boolean(NEO4J_URI) !== Boolean(REDIS_URL)) {
    const missing = NEO4J_URI ? 'REDIS_URL' : 'NEO4J_URI';
    throw new SymbionError('input', {
      ru: `Не задана переменная ${missing}: для работы на сервисах нужны обе, NEO4J_URI и REDIS_URL; без обеих используется встроенное хранилище.`,
      en: `${missing} is not set: the services house needs both NEO4J_URI and REDIS_URL; without both the embedded house is used.`,
    });
  }
  const config: Config = {
    dataDir: env.SYMBION_DATA ?? '.symbion',
    host: env.SYMBION_HOST ?? '127.0.0.1',
    port: wholeNumber(env.SYMBION_PORT, 'SYMBION_PORT', 7171),
    hosts: (env.SYMBION_HOSTS ?? '').split(',').filter(Boolean),
    logLevel: env.SYMBION_LOG ?? 'warn',
    bullBoard: env.SYMBION_BULL_BOARD === 'on',
    bullBoardPort: wholeNumber(env.SYMBION_BULL_BOARD_PORT, 'SYMBION_BULL_BOARD_PORT', 7172),
    metricsPort: wholeNumber(env.SYMBION_METRICS_PORT, 'SYMBION_METRICS_PORT', 0),
    threads: wholeNumber(env.SYMBION_THREADS, 'SYMBION_THREADS', threads),
    ...shardSizeOf(env),
    ...(NEO4J_URI && { neo4j: neo4jAddress(NEO4J_URI, env) }),
    ...(REDIS_URL && { redis: { url: REDIS_URL, prefix: env.SYMBION_REDIS_PREFIX ?? 'symbion' } }),
  };
  return Object.freeze(config);
}

/** Where Neo4j is, and who we are there. */
export function neo4jAddress(uri: string, env: NodeJS.ProcessEnv): NonNullable<Config['neo4j']> {
  return {
    uri,
    user: env.NEO4J_USER ?? 'neo4j',
    password: env.NEO4J_PASSWORD ?? '',
    database: env.NEO4J_DATABASE ?? 'neo4j',
  };
}

/** The embedded house is one process, which gains nothing from parts: it has none unless asked. 0 = never. */
function shardSizeOf({ SYMBION_SHARD_SIZE, NEO4J_URI }: NodeJS.ProcessEnv): Pick<Config, 'shardSize'> {
  const shardSize = wholeNumber(SYMBION_SHARD_SIZE, 'SYMBION_SHARD_SIZE', NEO4J_URI ? SHARD_SIZE : 0);
  return shardSize === 0 ? {} : { shardSize };
}

function wholeNumber(text: string | undefined, name: string, otherwise: number): number {
  if (text === undefined || text === '') return otherwise;
  const n = Number(text);
  if (Number.isInteger(n) && n >= 0) return n;
  throw new SymbionError('input', {
    ru: `${name}: найдено «${text}», нужно целое неотрицательное число.`,
    en: `${name}: found "${text}", wanted a whole number not below zero.`,
  });
}
