import type { Exchange } from '../../domain/index.ts';
import { canonicalJson } from '../content.ts';
import { idPage } from '../id-page.ts';
import type { JobRecord, Store } from '../port.ts';
import { stale } from './faults.ts';
import { type Graph, orderOf, type Transaction } from './graph.ts';

type People = Pick<
  Store,
  | 'putExchange'
  | 'findExchanges'
  | 'exchangeHistory'
  | 'putJob'
  | 'findJobs'
  | 'getJob'
  | 'removeJobs'
  | 'putResult'
  | 'findResult'
  | 'removeResults'
>;

/** Results removed in one transaction: each may be a megabyte. */
const REMOVED = 20;

/** What people decided, the journal of jobs, results beside a run. */
export function people(graph: Graph): People {
  return {
    putExchange: (exchange, expectedVersion) =>
      graph.write(async (tx) => {
        await tx.run('meta/lock', { name: 'exchanges' });
        const [stored] = await tx.run<{ version: number }>('exchange/get', { id: exchange.id });
        const version = stored?.version ?? 0;
        if (version !== expectedVersion) throw stale(exchange.id, version, expectedVersion);
        const next: Exchange = { ...exchange, version: version + 1 };
        await tx.run('exchange/put', { id: next.id, properties: exchangeProperties(next) });
        await putEvent(tx, next);
        return next;
      }),

    async findExchanges(limit, after) {
      const rows = await graph.ask<{ id: string; body: string }>('exchange/find', {
        after: after === undefined ? '' : orderOf(after),
        limit: limit + 1,
      });
      return idPage(rows, limit, ({ body }) => JSON.parse(body) as Exchange);
    },

    async exchangeHistory(id) {
      const rows = await graph.ask<{ body: string }>('event/find', { exchange: id });
      return rows.map(({ body }) => JSON.parse(body) as Exchange);
    },

    async putJob(job) {
      await graph.tell('job/put', { id: job.id, properties: jobProperties(job) });
    },

    async findJobs(states, limit = 1000) {
      const rows = await graph.ask<{ body: string }>('job/find', { states: states ?? null, limit });
      return rows.map(({ body }) => JSON.parse(body) as JobRecord);
    },

    async getJob(id) {
      const [row] = await graph.ask<{ body: string }>('job/get', { id });
      return row && (JSON.parse(row.body) as JobRecord);
    },

    async removeJobs(ids) {
      await graph.tell('job/remove', { ids });
    },

    async putResult(runId, kind, key, value) {
      await graph.tell('result/put', {
        key: resultKey(runId, kind, key),
        properties: resultProperties(runId, kind, key, value),
      });
    },

    async findResult(runId, kind, key) {
      const [row] = await graph.ask<{ body: string }>('result/get', { key: resultKey(runId, kind, key) });
      return row && JSON.parse(row.body);
    },

    async removeResults(runId, kind) {
      const prefix = `${JSON.stringify([runId, kind]).slice(0, -1)},`;
      for (;;) {
        const [row] = await graph.tell<{ removed: number }>('result/remove', { prefix, limit: REMOVED });
        if ((row?.removed ?? 0) < REMOVED) return;
      }
    },
  };
}

/** A version of a decision, beside it: what people thought before is never lost. */
export function putEvent(tx: Transaction, event: Exchange): Promise<unknown> {
  const { id, version, state, changedAt } = event;
  const properties = { version, state, changedAt, body: canonicalJson(event) };
  return tx.run('event/put', { exchange: id, key: `${id}/${version}`, properties });
}

export function exchangeProperties(exchange: Exchange) {
  const { id, version, output, demand, state } = exchange;
  return { order: orderOf(id), version, output, demand, state, body: canonicalJson(exchange) };
}

export function jobProperties(job: JobRecord) {
  return { state: job.state, kind: job.kind, created: job.createdAt, body: canonicalJson(job) };
}

export function resultProperties(run: string, kind: string, name: string, value: unknown) {
  return { run, kind, name, body: canonicalJson(value) };
}

export const resultKey = (...parts: readonly string[]) => JSON.stringify(parts);
