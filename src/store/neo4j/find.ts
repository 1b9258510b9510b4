import type { Company, Flow, Site, Snapshot } from '../../domain/index.ts';
import { idPage } from '../id-page.ts';
import type { CompanyFilter, FlowFilter, Page, Versioned } from '../port.ts';
import { words } from '../ranked/words.ts';
import { type Graph, orderOf } from './graph.ts';

interface Row {
  readonly id: string;
  readonly version: number;
  readonly body: string;
}

export async function findFlows(
  graph: Graph,
  filter: FlowFilter,
  limit: number,
  after?: string,
): Promise<Page<Versioned<Flow>>> {
  const common = {
    after: after === undefined ? '' : orderOf(after),
    ids: filter.ids ?? null,
    words: beginnings(filter.text),
    companyId: filter.companyId ?? null,
    direction: filter.direction ?? null,
    region: filter.region ?? null,
    limit: limit + 1,
  };
  const { material } = filter;
  const rows =
    material !== undefined
      ? await graph.ask<Row, 'flow/find-of-material'>('flow/find-of-material', { ...common, material })
      : await graph.ask<Row, 'flow/find'>(leading(filter), common);
  return idPage(rows, limit, ({ body, version }) => ({ ...(JSON.parse(body) as Flow), version }));
}

/** The statement whose index gives the fewest rows. */
function leading(filter: FlowFilter): 'flow/find' {
  const name = filter.ids ? 'flow/find-by-ids' : filter.companyId !== undefined ? 'flow/find-of-company' : 'flow/find';
  return name as 'flow/find';
}

export async function findCompanies(
  graph: Graph,
  filter: CompanyFilter,
  limit: number,
  after?: string,
): Promise<Page<Versioned<Company> & { sites: readonly Site[] }>> {
  const rows = await graph.ask<Row & { sites: string[] }>('company/find', {
    after: after === undefined ? '' : orderOf(after),
    ids: filter.ids ?? null,
    words: beginnings(filter.text),
    region: filter.region ?? null,
    country: filter.country ?? null,
    limit: limit + 1,
  });
  return idPage(rows, limit, ({ body, version, sites }) => ({
    ...(JSON.parse(body) as Company),
    version,
    sites: sites.map((site) => JSON.parse(site) as Site),
  }));
}

/** All rows of one state: no writer gets in while they are read. */
export function loadSnapshot(graph: Graph): Promise<Snapshot> {
  return graph.write(async (tx) => {
    await tx.run('meta/lock', { name: 'content' });
    const load = async <T>(name: 'company/snapshot' | 'site/snapshot' | 'flow/snapshot') =>
      (await tx.run<{ body: string }>(name, {})).map(({ body }) => JSON.parse(body) as T);
    return {
      companies: await load<Company>('company/snapshot'),
      sites: await load<Site>('site/snapshot'),
      flows: await load<Flow>('flow/snapshot'),
    };
  });
}

/** Each word with the blank that it begins after; null for no condition. */
function beginnings(text: string | undefined): readonly string[] | null {
  const all = text === undefined ? '' : words(text);
  return all === '' ? null : all.split(' ').map((word) => ` ${word}`);
}
