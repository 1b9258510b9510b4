import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { document, faults, operations } from './document.ts';
import { type House, type Loose, loadDemo, openHouse } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await loadDemo(house);
});
afterAll(() => house.close());

const WORDS = [
  'id',
  'companyId',
  'O001',
  'N001',
  'S01',
  '*',
  '"1"',
  '-1',
  '1e400',
  'NaN',
  '\u0000',
  '\ud800',
  '__proto__',
  '../..',
  "' OR 1=1 --",
  'current',
  'зола',
  '💥',
];
const word = fc.oneof(fc.constantFrom(...WORDS), fc.string({ maxLength: 20, unit: 'binary' }));
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    word,
    fc.double(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(word, tie('any'), { maxKeys: 4 }),
  ),
})).any;

/** A body that is nearly right: the shape of the schema with some of its leaves replaced. */
function nearly(schema: Loose, depth = 0): fc.Arbitrary<unknown> {
  const at = resolve(schema);
  const right: fc.Arbitrary<unknown> =
    at.enum !== undefined
      ? fc.constantFrom(...at.enum)
      : at.const !== undefined
        ? fc.constant(at.const)
        : at.type === 'object' && at.properties
          ? fc.record(
              Object.fromEntries(Object.entries<Loose>(at.properties).map(([key, of]) => [key, nearly(of, depth + 1)])),
              { requiredKeys: at.required ?? [] },
            )
          : at.type === 'object'
            ? fc.dictionary(word, fc.double({ noNaN: true }), { maxKeys: 3 })
            : at.type === 'array'
              ? fc.array(nearly(at.items ?? {}, depth + 1), { minLength: 1, maxLength: 3 })
              : at.type === 'number' || at.type === 'integer'
                ? fc.oneof(fc.integer({ min: 0, max: 100 }), fc.double())
                : at.type === 'boolean'
                  ? fc.boolean()
                  : at.format === 'date'
                    ? fc.constantFrom('2026-01-31', '2026-13-01', '0000-01-01', '9999-12-31')
                    : word;
  return fc.oneof({ weight: depth === 0 ? 20 : 12, arbitrary: right }, { weight: 1, arbitrary: value });
}

function resolve(schema: Loose): Loose {
  if (schema.$ref === undefined) return schema;
  return schema.$ref
    .slice(2)
    .split('/')
    .reduce((node: Loose, key: string) => node[key], document);
}

const withBody = operations.filter((operation) => operation.of.requestBody);
const reads = operations.filter(
  (o) => o.method === 'get' && !['watchJob', 'exportRun', 'report', 'openapi', 'metrics'].includes(o.id),
);

describe('whatever is sent, the fault is the sender’s and the answer is as documented', () => {
  it.each(withBody.map((o) => [o.id, o] as const))('%s: random bodies', async (_id, operation) => {
    const schema = operation.of.requestBody.content['application/json'].schema;
    const body = fc.oneof({ weight: 4, arbitrary: nearly(schema) }, { weight: 1, arbitrary: value });
    await fc.assert(
      fc.asyncProperty(body, fc.constantFrom('X1', 'S01', 'O001', 'F 1'), async (sent, id) => {
        const same = typeof sent === 'object' && sent !== null && 'id' in sent ? { ...sent, id } : sent;
        const address = operation.path.replace('{id}', encodeURIComponent(id));
        const answer = await house.ask(operation.method.toUpperCase(), address, {
          raw: JSON.stringify(same) ?? 'null',
          headers: { 'content-type': 'application/json', ...(operation.method === 'put' && { 'if-none-match': '*' }) },
        });
        expect(answer.status, answer.text).toBeLessThan(500);
        if (answer.status !== 304)
          expect(faults(operation, answer.status, String(answer.headers['content-type']), answer.json)).toEqual([]);
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  it.each(reads.map((o) => [o.id, o] as const))('%s: random addresses and parameters', async (_id, operation) => {
    const names = (operation.of.parameters ?? []).filter((p: Loose) => p.in === 'query').map((p: Loose) => p.name);
    const queries = fc.dictionary(names.length > 0 ? fc.constantFrom(...names, 'x') : word, word, { maxKeys: 3 });
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 2, maxLength: 2 }), queries, async (parts, query) => {
        let i = 0;
        const step = (text: string) => encodeURIComponent(text.toWellFormed()) || '-';
        const address = operation.path.replace(/\{\w+\}/g, () => step(parts[i++]!).replace(/^\.+$/, '-'));
        const search = Object.entries(query).map(([key, of]) => `${step(key)}=${step(of)}`);
        const answer = await house.ask('GET', `${address}${search.length > 0 ? `?${search.join('&')}` : ''}`);
        expect(answer.status, answer.text).toBeLessThan(500);
      }),
      { numRuns: 40, seed: 12 },
    );
  });

  it('random bytes as files', async () => {
    const header = fc.constantFrom('id,name\n', 'id,company_id,direction,description\n', 'PK\u0003\u0004', '');
    await fc.assert(
      fc.asyncProperty(
        header,
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('companies', 'flows', 'workbook'),
        async (start, bytes, kind) => {
          const raw = Buffer.concat([Buffer.from(start), Buffer.from(bytes)]);
          const answer = await house.ask('POST', `/api/v1/files?kind=${kind}&dryRun=true`, {
            raw,
            headers: { 'content-type': 'application/octet-stream' },
          });
          expect(answer.status, answer.text).toBeLessThan(500);
        },
      ),
      { numRuns: 100, seed: 13 },
    );
  });
});
