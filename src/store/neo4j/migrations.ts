import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Migration } from '../port.ts';
import type { Graph } from './graph.ts';
import { statement } from './statements.ts';

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

/** Makes again whatever constraint or index is missing. */
export async function mend(graph: Graph): Promise<void> {
  for (const name of MIGRATIONS) await graph.schema(name);
  await graph.tell('meta/set', { name: SCHEMA, value: String(MIGRATIONS.length) });
}

/** Every step, and whether a database of this schema has it. */
export function migrations(schema: number): Migration[] {
  return MIGRATIONS.map((name, k) => ({
    name: path.basename(name),
    purpose: statement(name).purpose,
    applied: k < schema,
  }));
}

/** Names of constraints and indexes that all steps together leave behind. */
export function indexesWanted(): string[] {
  const names = new Set<string>();
  for (const name of MIGRATIONS) {
    const [, act, index] = /^(CREATE|DROP) .*?(?:INDEX|CONSTRAINT) (\w+) IF/.exec(statement(name).text) ?? [];
    if (act === 'CREATE') names.add(index!);
    if (act === 'DROP') names.delete(index!);
  }
  return [...names];
}
