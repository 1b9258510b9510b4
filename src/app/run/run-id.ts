import { createHash } from 'node:crypto';
import type { Settings } from '../../domain/index.ts';
import { ENGINE_VERSION } from '../../engine/index.ts';

/** A run is addressed by what decides it: data, knowledge, engine and settings. */
export function runId(snapshot: string, knowledge: string, settings: Settings): string {
  const content = JSON.stringify([snapshot, knowledge, ENGINE_VERSION, sortKeys(settings)]);
  return createHash('sha256').update(content).digest('hex').slice(0, 24);
}

function sortKeys(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(sortKeys);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sortKeys(inner)]),
  );
}
