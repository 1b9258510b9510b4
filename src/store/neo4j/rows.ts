import { hash as digest } from 'node:crypto';
import neo4j from 'neo4j-driver';
import type { Company, Flow, Site } from '../../domain/index.ts';
import { canonicalJson, type RowKind } from '../content.ts';
import { words } from '../ranked/words.ts';
import { orderOf } from './graph.ts';

/** Neo4j's number for places by longitude and latitude. */
const WGS_84 = 4326;

/** What a row holds: its JSON, and half of its SHA-256 in hexadecimal. */
export interface Content {
  readonly hash: string;
  readonly body: string;
}

export function contentOf(kind: RowKind, row: object): Content {
  const body = canonicalJson(row);
  return { hash: digest('sha256', `${kind}\n${body}`, 'hex').slice(0, 32), body };
}

/** Properties of a company's node, but for `retired`, `version` and `touched`. */
export function companyProperties({ id, name, nace, okved, employees, visibility }: Company, content: Content) {
  return {
    order: orderOf(id),
    name,
    nace: nace ?? null,
    okved: okved ?? null,
    employees: employees ?? null,
    visibility,
    ...content,
    words: ` ${words(id, name)}`,
  };
}

/** Properties of a site's node, but for `retired`. */
export function siteProperties({ id, companyId, region, country, town, lat, lon }: Site, content: Content) {
  return {
    order: orderOf(id),
    companyId,
    region: region ?? null,
    country: country ?? null,
    town: town ?? null,
    lat: lat ?? null,
    lon: lon ?? null,
    location: lat === undefined || lon === undefined ? null : new neo4j.types.Point(WGS_84, lon, lat),
    ...content,
  };
}

/** Properties of a flow's node, but for `retired` and `version`. `region` is its site's. */
export function flowProperties(flow: Flow, region: string | null, content: Content) {
  const { id, siteId, companyId, direction, description, quantityPerYear, dimension } = flow;
  return {
    order: orderOf(id),
    siteId,
    companyId,
    region,
    direction,
    description,
    quantity: quantityPerYear ?? null,
    unit: dimension ?? null,
    words: ` ${words(id, description)}`,
    ...content,
  };
}
