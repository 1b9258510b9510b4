import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SymbionError } from '../../src/domain/index.ts';
import { type Ask, type House, openHouse, pointers } from './house.ts';

let house: House;
let hang = false;
beforeAll(async () => {
  house = await openHouse({ deadlineMs: 300 }, (symbion) => ({
    ...symbion,
    getFlow: async (id) => {
      if (id === 'broken') throw new Error('SELECT secret FROM somewhere');
      if (id === 'inner') throw new SymbionError('internal', { ru: 'секрет', en: 'secret' });
      if (id === 'down') throw new SymbionError('unavailable', { ru: 'нет', en: 'Neo4j is down' }, { retryAfter: 7 });
      if (hang) return new Promise(() => undefined);
      return symbion.getFlow(id);
    },
  }));
});
afterAll(() => house.close());

const json = { 'content-type': 'application/json' };
const flow = { id: 'F', companyId: 'C', direction: 'output', description: 'ash' };
const fresh = { 'if-none-match': '*' };

/** What people and programs get wrong, and the answer. */
const CASES: readonly (readonly [what: string, status: number, method: string, address: string, ask?: Ask])[] = [
  ['an unknown address', 404, 'GET', '/api/v1/nothing'],
  ['an unknown address below health', 404, 'GET', '/health/nothing'],
  ['an address outside the API without a page', 404, 'GET', '/nothing'],
  ['an unknown company', 404, 'GET', '/api/v1/companies/nobody'],
  ['an unknown flow', 404, 'GET', '/api/v1/flows/nothing'],
  ['an unknown material', 404, 'GET', '/api/v1/materials/nothing'],
  ['an unknown use', 404, 'GET', '/api/v1/uses/nothing'],
  ['an unknown run', 404, 'GET', '/api/v1/runs/nothing'],
  ['an unknown job', 404, 'GET', '/api/v1/jobs/nothing'],
  ['events of an unknown job', 404, 'GET', '/api/v1/jobs/nothing/events'],
  ['cancelling an unknown job', 404, 'POST', '/api/v1/jobs/nothing/cancel'],
  ['matches before the first run', 404, 'GET', '/api/v1/matches'],
  ['an export before the first run', 404, 'GET', '/api/v1/export/csv'],
  ['an unknown export format', 404, 'GET', '/api/v1/export/docx'],
  ['an id with a null character', 404, 'GET', '/api/v1/flows/a%00b'],
  ['an id of half a character', 400, 'GET', '/api/v1/flows/%ED%A0%80'],
  ['a broken percent sign', 400, 'GET', '/api/v1/flows/%zz'],
  ['a wrong method', 405, 'PATCH', '/api/v1/flows/F'],
  ['a wrong method on a list', 405, 'DELETE', '/api/v1/flows'],
  ['a wrong method on health', 405, 'POST', '/health/live'],
  ['an unknown parameter', 400, 'GET', '/api/v1/flows?colour=red'],
  ['a parameter where there is none', 400, 'GET', '/api/v1/flows/F?x=1'],
  ['a parameter twice', 400, 'GET', '/api/v1/flows?text=a&text=b'],
  ['a limit that is no number', 400, 'GET', '/api/v1/flows?limit=many'],
  ['a limit of zero', 400, 'GET', '/api/v1/flows?limit=0'],
  ['a limit of a million', 400, 'GET', '/api/v1/flows?limit=1000000'],
  ['NaN in a query', 400, 'GET', '/api/v1/matches?minMoney=NaN'],
  ['Infinity in a query', 400, 'GET', '/api/v1/matches?minMoney=Infinity'],
  ['1e999 in a query', 400, 'GET', '/api/v1/matches?minMoney=1e999'],
  ['a flag that is neither', 400, 'GET', '/api/v1/matches?inferred=yes'],
  ['a cursor out of thin air', 400, 'GET', '/api/v1/flows?after=abc'],
  ['a broken body', 400, 'POST', '/api/v1/flows', { raw: '{"flows": [', headers: json }],
  [
    'NaN in a body',
    400,
    'PUT',
    '/api/v1/flows/F',
    { raw: '{"id":"F","quantity":NaN}', headers: { ...json, ...fresh } },
  ],
  ['no body', 422, 'POST', '/api/v1/flows', { headers: json }],
  ['a body of text', 415, 'POST', '/api/v1/flows', { raw: 'x', headers: { 'content-type': 'text/plain' } }],
  [
    'a body in another charset',
    415,
    'POST',
    '/api/v1/flows',
    { raw: '{}', headers: { 'content-type': 'application/json; charset=koi8-r' } },
  ],
  [
    'a file of an image',
    415,
    'POST',
    '/api/v1/files?kind=flows',
    { raw: 'x', headers: { 'content-type': 'image/png' } },
  ],
  ['a file of no kind', 400, 'POST', '/api/v1/files', { raw: 'id\n', headers: { 'content-type': 'text/csv' } }],
  ['a file that is no base64', 422, 'POST', '/api/v1/files', { body: { flows: { name: 'x', base64: '?!' } } }],
  ['no file', 422, 'POST', '/api/v1/files', { body: {} }],
  [
    'a workbook that is none',
    422,
    'POST',
    '/api/v1/files?kind=workbook',
    { raw: 'no zip', headers: { 'content-type': 'application/octet-stream' } },
  ],
  ['an empty file', 422, 'POST', '/api/v1/files?kind=flows', { raw: '', headers: { 'content-type': 'text/csv' } }],
  ['a body that is a list', 422, 'POST', '/api/v1/flows', { body: [] }],
  ['a body that is null', 422, 'POST', '/api/v1/flows', { raw: 'null', headers: json }],
  [
    '1e999 in a body',
    422,
    'PUT',
    '/api/v1/flows/F',
    { raw: '{"id":"F","companyId":"C","direction":"output","quantity":1e999}', headers: { ...json, ...fresh } },
  ],
  ['a negative quantity', 422, 'PUT', '/api/v1/flows/F', { body: { ...flow, quantity: -1 }, headers: fresh }],
  ['an unknown field', 422, 'PUT', '/api/v1/flows/F', { body: { ...flow, colour: 'red' }, headers: fresh }],
  [
    'a field named __proto__',
    422,
    'PUT',
    '/api/v1/flows/F',
    { raw: '{"id":"F","companyId":"C","direction":"output","__proto__":{"x":1}}', headers: { ...json, ...fresh } },
  ],
  ['a date that is none', 422, 'PUT', '/api/v1/flows/F', { body: { ...flow, from: '2026-02-30' }, headers: fresh }],
  [
    'a latitude of 91',
    422,
    'POST',
    '/api/v1/companies',
    { body: { companies: [{ id: 'C', name: 'C', sites: [{ id: 'C', companyId: 'C', lat: 91, lon: 0, modes: [] }] }] } },
  ],
  ['an unknown scenario', 422, 'POST', '/api/v1/runs', { body: { settings: { scenario: 'utopia' } } }],
  [
    'weights of nothing',
    422,
    'POST',
    '/api/v1/runs',
    {
      body: {
        settings: { weights: { fit: 0, quantity: 0, distance: 0, economics: 0, co2: 0, legal: 0, confidence: 0 } },
      },
    },
  ],
  ['nothing to classify', 422, 'POST', '/api/v1/classify', { body: { text: '  ' } }],
  ['an internal error', 500, 'GET', '/api/v1/flows/broken'],
  ['an internal error of our own', 500, 'GET', '/api/v1/flows/inner'],
  ['a store that is down', 503, 'GET', '/api/v1/flows/down'],
];

describe('each gets its clear answer', () => {
  it.each(CASES.map(([what, ...rest]) => [what, rest] as const))(
    '%s',
    async (_what, [status, method, address, ask]) => {
      const answer = await house.ask(method, address, ask);
      expect(answer.status, answer.text).toBe(status);
      expect(answer.headers['content-type']).toBe('application/problem+json');
      expect(answer.json).toMatchObject({ type: 'about:blank', status, title: expect.stringMatching(/./) });
      expect(answer.json.instance).toBe(`urn:request:${answer.headers['x-request-id']}`);
      expect(answer.text).not.toMatch(/ at .*\.ts:|SELECT|secret|node_modules/);
    },
  );

  it('a name of five megabytes: 413, before it is read', async () => {
    const body = { id: 'C', name: 'x'.repeat(5e6), sites: [] };
    const answer = await house.ask('PUT', '/api/v1/companies/C', { body, headers: fresh });
    expect([answer.status, answer.json.detail]).toEqual([413, 'The body is too large.']);
  });

  it('a name of five megabytes in a bulk: 422, and the answer does not send it back', async () => {
    const body = { companies: [{ id: 'C', name: 'x'.repeat(5e6), sites: [{ id: 'C', companyId: 'C', modes: [] }] }] };
    const answer = await house.ask('POST', '/api/v1/companies', { body });
    expect([answer.status, answer.json.errors[0].pointer]).toEqual([422, '#/companies/0/name']);
    expect(answer.text.length).toBeLessThan(1000);
  });

  it('a wrong method names those that work', async () => {
    expect((await house.ask('PATCH', '/api/v1/flows/F')).headers.allow).toBe('GET, HEAD, PUT, DELETE');
    expect((await house.ask('GET', '/api/v1/companies/retire')).status).toBe(404);
  });

  it('503 says when to come again', async () => {
    expect((await house.ask('GET', '/api/v1/flows/down')).headers['retry-after']).toBe('7');
  });

  it('a store that does not answer is not waited for', async () => {
    hang = true;
    const answer = await house.ask('GET', '/api/v1/flows/slow');
    hang = false;
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '5']);
  });

  it('speaks Russian to those who prefer it', async () => {
    const russian = { headers: { 'accept-language': 'ru-RU,ru;q=0.9,en;q=0.8' } };
    const { json, headers } = await house.ask('GET', '/api/v1/flows?limit=x&colour=red', russian);
    expect(headers['content-language']).toBe('ru');
    expect(json).toMatchObject({
      title: 'Запрос не понят',
      errors: [
        { pointer: '#/limit', detail: 'Нужно целое число.' },
        { pointer: '#/colour', detail: '«colour» здесь не бывает.' },
      ],
    });
  });

  it('tells all problems of a body at once', async () => {
    const body = { ...flow, direction: 'sideways', quantity: 'much', hazardClass: 9 };
    const { json } = await house.ask('PUT', '/api/v1/flows/F', { body, headers: fresh });
    expect(pointers(json)).toEqual(['#/direction', '#/quantity', '#/hazardClass']);
  });

  it('keeps the reason of an internal error in the log, under the id of the request', async () => {
    const { headers } = await house.ask('GET', '/api/v1/flows/broken', { headers: { 'x-request-id': 'abc-1' } });
    expect(headers['x-request-id']).toBe('abc-1');
    const line = house.log.find((l) => l.requestId === 'abc-1' && l.msg === 'internal error');
    expect(line?.err.message).toBe('SELECT secret FROM somewhere');
  });
});
