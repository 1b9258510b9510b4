import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { type LocalNeo4j, startNeo4j } from './neo4j.ts';
import { type LocalRedis, startRedis } from './redis.ts';

export { NotHere } from './server.ts';

/** Addresses of both services, and the servers when they are ours. */
export interface Services {
  readonly env: {
    readonly NEO4J_URI: string;
    readonly NEO4J_USER: string;
    readonly NEO4J_PASSWORD: string;
    readonly REDIS_URL: string;
  };
  /** Absent when the environment named the services: then they are not ours to stop. */
  readonly neo4j?: LocalNeo4j;
  readonly redis?: LocalRedis;
  stop(): Promise<void>;
}

/**
 * Services for development and tests: those named by NEO4J_URI and REDIS_URL; else Docker's, if its engine answers; else Redis from the PATH or
 * from Debian's packages and Neo4j from its Maven artifacts, each on a free port of 127.0.0.1 with a generated password.
 * Ready when proven by a query; gone with this process. Throws `NotHere` with the reason.
 */
export async function startServices(cache = process.env.SYMBION_CACHE ?? '.cache'): Promise<Services> {
  const { NEO4J_URI, REDIS_URL, NEO4J_USER = 'neo4j', NEO4J_PASSWORD = '' } = process.env;
  if (NEO4J_URI && REDIS_URL)
    return { env: { NEO4J_URI, REDIS_URL, NEO4J_USER, NEO4J_PASSWORD }, stop: () => Promise.resolve() };
  if (dockerAnswers()) return startInDocker();
  mkdirSync(cache, { recursive: true });
  const password = randomBytes(18).toString('hex');
  const redis = await startRedis(cache, password);
  try {
    const neo4j = await startNeo4j(cache, password);
    return {
      env: { NEO4J_URI: neo4j.uri, NEO4J_USER: 'neo4j', NEO4J_PASSWORD: password, REDIS_URL: redis.url },
      neo4j,
      redis,
      stop: async () => void (await Promise.all([neo4j.stop(), redis.stop()])),
    };
  } catch (error) {
    await redis.stop();
    throw error;
  }
}

function dockerAnswers(): boolean {
  try {
    execFileSync('docker', ['info'], { stdio: 'ignore', timeout: 5000 });
    return true;
  } catch {
    return false;
  }
}

/** Throw-away containers on free ports of 127.0.0.1, removed when stopped. */
async function startInDocker(): Promise<Services> {
  const password = randomBytes(18).toString('hex');
  const docker = (...args: string[]) => execFileSync('docker', args, { encoding: 'utf8' }).trim();
  const redis = docker(
    'run',
    '-d',
    '--rm',
    '-p',
    '127.0.0.1::6379',
    'redis:7',
    'redis-server',
    '--requirepass',
    password,
    '--appendonly',
    'yes',
    '--maxmemory-policy',
    'noeviction',
  );
  const neo4j = docker(
    'run',
    '-d',
    '--rm',
    '-p',
    '127.0.0.1::7687',
    '-e',
    `NEO4J_AUTH=neo4j/${password}`,
    'neo4j:5.26',
  );
  const stop = () => {
    try {
      docker('rm', '-f', redis, neo4j);
    } catch {}
  };
  process.once('exit', stop);
  const portOf = (id: string, port: string) => docker('port', id, port).split('\n')[0]!.split(':').at(-1);
  return {
    env: {
      NEO4J_URI: `bolt://127.0.0.1:${portOf(neo4j, '7687')}`,
      NEO4J_USER: 'neo4j',
      NEO4J_PASSWORD: password,
      REDIS_URL: `redis://:${password}@127.0.0.1:${portOf(redis, '6379')}`,
    },
    stop: () => Promise.resolve(stop()),
  };
}
