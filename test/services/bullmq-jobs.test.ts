import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, it } from 'vitest';
import { createBullJobs } from '../../src/jobs/bullmq/index.ts';
import { openEmbeddedStore } from '../../src/store/embedded/index.ts';
import type { OpenedJobs } from '../contract/houses.ts';
import { jobsContract } from '../contract/jobs.ts';
import { NotHere } from './local/index.ts';
import { startRedis } from './local/redis.ts';

const redis = await startRedis('.cache', randomUUID()).catch((error: unknown) => {
  if (error instanceof NotHere) return error;
  throw error;
});
afterAll(() => (redis instanceof NotHere ? undefined : redis.stop()));

async function openBullHouse(url: string): Promise<OpenedJobs> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'symbion-bull-'));
  const store = openEmbeddedStore(path.join(folder, 'symbion.db'));
  const prefix = `test-${randomUUID()}`;
  return {
    store,
    start: async (handlers, concurrency = 1) =>
      createBullJobs({ store, redis: { url, prefix }, handlers, concurrency, kinds: Object.keys(handlers) }),
    async dispose() {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

if (redis instanceof NotHere) describe('bullmq [services]', () => it.skip(`needs Redis: ${redis.message}`));
else jobsContract('bullmq [services]', () => openBullHouse(redis.url));
