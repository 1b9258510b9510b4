import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Graph } from './graph.ts';

/** Constraints and indexes, by number; each can be applied again without harm. */
export const MIGRATIONS: readonly string[] = readdirSync(
  path.resolve(import.meta.dirname, '../../../cypher/migrations'),
)
  .filter((file) => file.endsWith('.cypher'))
  .sort()
  .map((file) => `migrations/${path.basename(file, '.cypher')}`);

const SCHEMA = 'schema';

/** Number of the last migration applied; 0 for an empty database. */
export async function schemaVersion(graph: Graph): Promise<number> {
  const [row] = await graph.ask<{ value: string }>('meta/get', { name: SCHEMA });
  return Number(row?.value ?? 0);
}

/** Brings the database to the newest schema. */
export async function migrate(graph: Graph): Promise<void> {
  const from = await schemaVersion(graph);
  for (const name of MIGRATIONS.slice(from)) await graph.schema(name);
  if (from < MIGRATIONS.length) await graph.tell('meta/set', { name: SCHEMA, value: String(MIGRATIONS.length) });
}
