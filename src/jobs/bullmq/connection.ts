import { once } from 'node:events';
import { Redis } from 'ioredis';
import { SymbionError } from '../../domain/index.ts';

export interface RedisAddress {
  readonly url: string;
  /** Begins the names of all keys. */
  readonly prefix: string;
}

/** Longest wait for an answer of Redis before a caller is told that it is away, ms. */
const PATIENCE_MS = 3000;

/** For those who must not wait: a request to Redis fails at once when it is away. */
export const IMPATIENT = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 1,
  connectTimeout: PATIENCE_MS,
  commandTimeout: PATIENCE_MS,
};

/** For those whose work it is to wait until Redis is back. */
export const PATIENT = { maxRetriesPerRequest: null };

/** A connection that goes on trying; faults are told to who asks, not thrown into the process. */
export function connect({ url }: RedisAddress, options: typeof IMPATIENT | typeof PATIENT): Redis {
  const redis = new Redis(url, {
    ...options,
    retryStrategy: (times: number) => Math.min(2000, 50 * 2 ** Math.min(times, 6)),
  });
  redis.on('error', () => undefined);
  return redis;
}

/** Resolves when the connection can be used; rejects when it cannot be for longer than a caller should wait. */
export async function connected(redis: Redis): Promise<void> {
  if (redis.status === 'ready') return;
  await once(redis, 'ready', { signal: AbortSignal.timeout(PATIENCE_MS) });
}

/** Runs work that needs Redis; throws `unavailable` when it is away. */
export async function withRedis<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof SymbionError) throw cause;
    throw new SymbionError(
      'unavailable',
      { ru: 'Redis сейчас недоступен.', en: 'Redis cannot be reached now.' },
      { cause, retryAfter: 5 },
    );
  }
}
