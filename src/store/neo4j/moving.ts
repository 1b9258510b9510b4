import type { Company, Exchange, Flow, Site } from '../../domain/index.ts';
import { ContentSum } from '../content.ts';
import type { Kept, KeptKind, MovableStore } from '../moving.ts';
import type { JobRecord } from '../port.ts';
import { placedMatches } from '../ranked/read-list.ts';
import { CONTENT, type ContentNote, readContent, writeContent } from './content-note.ts';
import type { Graph, Transaction } from './graph.ts';
import { exchangeProperties, jobProperties, putEvent, resultKey, resultProperties } from './people.ts';
import { readLists } from './read-lists.ts';
import { companyProperties, contentOf, flowProperties, siteProperties } from './rows.ts';

type Moving = Pick<MovableStore, 'listKept' | 'findKept' | 'countKept' | 'restore' | 'readRun'>;

interface KeptRow {
  readonly key: string;
  readonly body: string;
  readonly version: number | null;
  readonly retired: boolean | null;
  readonly run: string | null;
  readonly kind: string | null;
  readonly name: string | null;
}

export function moving(graph: Graph): Moving {
  return {
    async listKept(kind, limit, after = '') {
      const rows = await graph.ask<KeptRow, 'kept/list-job'>(listOf(kind), { after, limit: limit + 1 });
      const shown = rows.slice(0, limit).map((row) => keptOf(kind, row));
      return rows.length > limit ? { rows: shown, next: rows[limit - 1]!.key } : { rows: shown };
    },

    async findKept(kind, keys) {
      const rows = await graph.ask<KeptRow, 'kept/find-job'>(`kept/find-${kind}` as 'kept/find-job', { keys });
      return rows.map((row) => keptOf(kind, row));
    },

    async countKept(kind) {
      const [row] = await graph.ask<{ n: number }, 'kept/count-job'>(`kept/count-${kind}` as 'kept/count-job', {});
      return row!.n;
    },

    restore: (kind, things) =>
      graph.write(async (tx) => {
        const [note] = await tx.run<{ value: string | null }>('meta/lock', { name: CONTENT });
        const content: ContentNote = readContent(note?.value);
        const sum = new ContentSum(content.sum);
        await RESTORE[kind](tx, things, sum);
        await tx.run('meta/set', { name: CONTENT, value: writeContent(sum.toString(), content.number) });
      }),

    async *readRun(id) {
      for await (const list of readLists(graph, id)) yield* placedMatches(list);
    },
  };
}

const listOf = (kind: KeptKind) => `kept/list-${kind}` as 'kept/list-job';

function keptOf(kind: KeptKind, { key, body, version, retired, run, kind: of, name }: KeptRow): Kept {
  const row: unknown = JSON.parse(body);
  if (kind === 'company' || kind === 'flow') return { key, body: { row, version, retired } };
  if (kind === 'site') return { key, body: { row, retired } };
  return kind === 'result' ? { key, body: { run, kind: of, key: name, value: row } } : { key, body: row };
}

interface KeptBody<T> {
  readonly row: T;
  readonly version: number;
  readonly retired: boolean;
}

const bodiesOf = <T>(things: readonly Kept[]) => things.map(({ body }) => body as T);

const RESTORE: Readonly<
  Record<KeptKind, (tx: Transaction, things: readonly Kept[], sum: ContentSum) => Promise<unknown>>
> = {
  company: (tx, things, sum) =>
    tx.run('company/put', {
      rows: bodiesOf<KeptBody<Company>>(things).map(({ row, version, retired }) => ({
        id: row.id,
        properties: { ...companyProperties(row, counted('company', row, retired, sum)), version, retired, touched: 0 },
      })),
    }),
  site: (tx, things, sum) =>
    tx.run('site/put', {
      rows: bodiesOf<KeptBody<Site>>(things).map(({ row, retired }) => ({
        id: row.id,
        properties: { ...siteProperties(row, counted('site', row, retired, sum)), retired },
      })),
    }),
  async flow(tx, things, sum) {
    const flows = bodiesOf<KeptBody<Flow>>(things);
    const sites = [...new Set(flows.map(({ row }) => row.siteId))];
    const found = await tx.run<{ id: string; region: string | null }>('site/load', { ids: sites });
    const regions = new Map(found.map(({ id, region }) => [id, region]));
    const materials = new Set(flows.flatMap(({ row }) => row.readings.map(({ material }) => material)));
    await tx.run('material/put', { ids: [...materials] });
    const rows = flows.map(({ row, version, retired }) => ({
      id: row.id,
      properties: {
        ...flowProperties(row, regions.get(row.siteId) ?? null, counted('flow', row, retired, sum)),
        version,
        retired,
      },
      siteId: row.siteId,
      readings: row.readings,
      output: row.direction === 'output',
      retired,
    }));
    const alive = rows.filter(({ retired }) => !retired);
    await tx.run('flow/create-output', { rows: alive.filter(({ output }) => output) });
    await tx.run('flow/create-demand', { rows: alive.filter(({ output }) => !output) });
    await tx.run('flow/put', { rows: rows.filter(({ retired }) => retired) });
  },
  async exchange(tx, things) {
    for (const row of bodiesOf<Exchange>(things))
      await tx.run('exchange/put', { id: row.id, properties: exchangeProperties(row) });
  },
  async event(tx, things) {
    for (const row of bodiesOf<Exchange>(things)) await putEvent(tx, row);
  },
  async result(tx, things) {
    for (const { run, kind, key, value } of bodiesOf<{ run: string; kind: string; key: string; value: unknown }>(
      things,
    ))
      await tx.run('result/put', {
        key: resultKey(run, kind, key),
        properties: resultProperties(run, kind, key, value),
      });
  },
  async job(tx, things) {
    for (const row of bodiesOf<JobRecord>(things))
      await tx.run('job/put', { id: row.id, properties: jobProperties(row) });
  },
};

/** Content of a row; one that is not retired counts in the sum. */
function counted(kind: 'company' | 'site' | 'flow', row: object, retired: boolean, sum: ContentSum) {
  const content = contentOf(kind, row);
  if (!retired) sum.add(new Uint8Array(Buffer.from(content.hash, 'hex')));
  return content;
}
