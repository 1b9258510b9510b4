import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROUTES, type Route } from '../../src/api/contract.ts';
import { document, operations } from './document.ts';
import { type House, type Loose, openHouse } from './house.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** What Express has in fact: `GET /api/v1/flows/{id}`. */
function servedRoutes(): string[] {
  const layers = (
    house.app.router as unknown as { stack: { route?: { path: string; methods: Record<string, true> } }[] }
  ).stack;
  return layers
    .flatMap(({ route }) =>
      route && !('_all' in route.methods) ? Object.keys(route.methods).map((method) => [method, route.path]) : [],
    )
    .map(([method, path]) => `${method!.toUpperCase()} ${path!.replace(/:(\w+)/g, '{$1}')}`)
    .sort();
}

describe('the document and the server', () => {
  it('name the same operations, both ways', () => {
    const documented = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort();
    expect(documented).toEqual(servedRoutes());
    expect(documented).toHaveLength(Object.keys(ROUTES).length);
  });

  it('is served', async () => {
    const { status, json } = await house.ask('GET', '/api/v1/openapi.json');
    expect([status, json.openapi]).toEqual([200, '3.1.0']);
    expect(json).toEqual(document);
  });

  it('declares every name of a path, has one operation id each and only references that resolve', () => {
    for (const { path, of } of operations) {
      const names = [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]);
      const declared = (of.parameters ?? []).filter((p: Loose) => p.in === 'path').map((p: Loose) => p.name);
      expect(declared).toEqual(names);
    }
    expect(new Set(operations.map((o) => o.id)).size).toBe(operations.length);
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map((m) => m[1]!);
    for (const ref of refs)
      expect(
        ref.split('/').reduce((node, key) => node?.[key], document),
        ref,
      ).toBeDefined();
  });

  it('and docs/api.md tell of the same operations', () => {
    const text = readFileSync(path.join(ROOT, 'docs/api.md'), 'utf8');
    const told = [...text.matchAll(/^\| `([A-Z]+ \/\S+)` \|/gm)].map((m) => m[1]).sort();
    expect(told).toEqual(operations.map((o) => `${o.method.toUpperCase()} ${o.path}`).sort());
  });

  it('the contract imports zod and itself only, so that a page can use its types', () => {
    const files = ['src/api/contract.ts', ...globSync('src/api/contract/*.ts', { cwd: ROOT })];
    const imports = files.flatMap((file) =>
      [...readFileSync(path.join(ROOT, file), 'utf8').matchAll(/from '([^']+)'/g)].map((m) => m[1]!),
    );
    expect(imports.filter((name) => name !== 'zod' && !/^\.\/(contract\/)?\w+\.ts$/.test(name))).toEqual([]);
  });

  it('every write of a row that has a version needs If-Match', () => {
    for (const [id, route] of Object.entries(ROUTES) as [string, Route][])
      if ((route.method === 'put' || route.method === 'delete') && route.path.includes('{id}'))
        expect(route.versioned, id).toBe(true);
  });
});
