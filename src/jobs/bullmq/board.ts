import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { ExpressAdapter } from '@bull-board/express';
import { Queue } from 'bullmq';
import express from 'express';
import { connect, IMPATIENT, type RedisAddress } from './connection.ts';
import { QUEUE } from './index.ts';

/** It brings no login, so it listens on the machine itself only. */
const HOST = '127.0.0.1';
const NAMES = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

/**
 * Bull Board on the queue, to look at: what is true of a job is in the journal, and is changed through API and command.
 * @param port 0 = any free one
 */
export async function startBoard(
  redis: RedisAddress,
  port: number,
): Promise<{ readonly url: string; close(): Promise<void> }> {
  const connection = connect(redis, IMPATIENT);
  const queue = new Queue(QUEUE, { connection, prefix: redis.prefix });
  queue.on('error', () => undefined);
  const pages = new ExpressAdapter();
  createBullBoard({ queues: [new BullMQAdapter(queue, { readOnlyMode: true })], serverAdapter: pages });
  const app = express();
  app.disable('x-powered-by');
  // a page of another site must not reach it by a name of its own
  app.use((request, response, next) => (NAMES.test(request.headers.host ?? '') ? next() : response.status(421).end()));
  app.use('/', pages.getRouter());
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  });
  return {
    url: `http://${HOST}:${(server.address() as AddressInfo).port}/`,
    async close() {
      server.close();
      server.closeAllConnections();
      connection.disconnect();
    },
  };
}
