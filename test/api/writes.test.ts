import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, type Loose, openHouse, pointers } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const company = (id: string, name = 'Завод') => ({ id, name, sites: [{ id: `${id}-s`, companyId: id, modes: [] }] });
const flow = (id: string, companyId: string, more = {}) => ({
  id,
  companyId,
  direction: 'output',
  description: 'зола-унос сухая',
  quantity: 1000,
  unit: 't',
  ...more,
});
const put = (address: string, body: unknown, headers: Record<string, string>) =>
  house.ask('PUT', address, { body, headers });

describe('a row and its versions', () => {
  it('is created with If-None-Match, replaced with its ETag, and an old ETag is stale', async () => {
    const made = await put('/api/v1/companies/A', company('A'), { 'if-none-match': '*' });
    expect([made.status, made.headers.etag, made.headers.location]).toEqual([201, '"1"', '/api/v1/companies/A']);
    const changed = await put('/api/v1/companies/A', company('A', 'Новый'), { 'if-match': '"1"' });
    expect([changed.status, changed.headers.etag, changed.json.name]).toEqual([200, '"2"', 'Новый']);
    const late = await put('/api/v1/companies/A', company('A', 'Поздний'), { 'if-match': '"1"' });
    expect([late.status, late.json.title]).toEqual([412, 'The version is stale']);
    expect((await house.ask('GET', '/api/v1/companies/A')).json.name).toBe('Новый');
  });

  it('that is there is not created again', async () => {
    await put('/api/v1/companies/B', company('B'), { 'if-none-match': '*' });
    expect((await put('/api/v1/companies/B', company('B'), { 'if-none-match': '*' })).status).toBe(412);
  });

  it('is not written without If-Match, with a weak ETag, with both, or with * when it is not there', async () => {
    await put('/api/v1/companies/C', company('C'), { 'if-none-match': '*' });
    const status = async (headers: Record<string, string>, id = 'C') =>
      (await put(`/api/v1/companies/${id}`, company(id), headers)).status;
    expect(await status({})).toBe(428);
    expect(await status({ 'if-match': 'W/"1"' })).toBe(412);
    expect(await status({ 'if-match': '"abc"' })).toBe(412);
    expect(await status({ 'if-match': '"1"', 'if-none-match': '*' })).toBe(400);
    expect(await status({ 'if-match': '*' }, 'nobody')).toBe(404);
    expect(await status({ 'if-match': '*' })).toBe(200);
    expect((await house.ask('DELETE', '/api/v1/companies/C')).status).toBe(428);
  });

  it('is not sent again to those who know its version', async () => {
    const made = await put('/api/v1/companies/D', company('D'), { 'if-none-match': '*' });
    const known = { headers: { 'if-none-match': made.headers.etag! } };
    const again = await house.ask('GET', '/api/v1/companies/D', known);
    expect([again.status, again.text]).toEqual([304, '']);
    await put('/api/v1/companies/D', company('D', 'anders'), { 'if-match': '"1"' });
    expect((await house.ask('GET', '/api/v1/companies/D', known)).status).toBe(200);
  });

  it('a site that is left out of a replacement goes, with its flows', async () => {
    const two = {
      ...company('E'),
      sites: [
        { id: 'E-1', companyId: 'E', modes: [] },
        { id: 'E-2', companyId: 'E', modes: [] },
      ],
    };
    await put('/api/v1/companies/E', two, { 'if-none-match': '*' });
    await put('/api/v1/flows/E-f', flow('E-f', 'E', { siteId: 'E-2' }), { 'if-none-match': '*' });
    const one = await put('/api/v1/companies/E', { ...two, sites: two.sites.slice(0, 1) }, { 'if-match': '*' });
    expect(one.json.sites.map((site: Loose) => site.id)).toEqual(['E-1']);
    expect((await house.ask('GET', '/api/v1/flows/E-f')).status).toBe(404);
  });

  it('a retired one is not found', async () => {
    await put('/api/v1/companies/F', company('F'), { 'if-none-match': '*' });
    expect((await house.ask('DELETE', '/api/v1/companies/F', { headers: { 'if-match': '"7"' } })).status).toBe(412);
    expect((await house.ask('DELETE', '/api/v1/companies/F', { headers: { 'if-match': '"1"' } })).status).toBe(204);
    expect((await house.ask('GET', '/api/v1/companies/F')).status).toBe(404);
  });

  it('of writers with the same ETag one wins', async () => {
    await put('/api/v1/companies/G', company('G'), { 'if-none-match': '*' });
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => put('/api/v1/companies/G', company('G', `name ${i}`), { 'if-match': '"1"' })),
    );
    expect(answers.map((a) => a.status).sort()).toEqual([200, ...Array(7).fill(412)]);
  });
});

describe('a flow', () => {
  beforeAll(() => put('/api/v1/companies/H', company('H'), { 'if-none-match': '*' }));

  it('is understood when it is put: material, tonnes a year, hazard class of its code', async () => {
    const { status, json } = await put(
      '/api/v1/flows/H-1',
      flow('H-1', 'H', { quantity: 2, unit: 'kt', codes: { fkko: '6 11 200 01 21 4' } }),
      { 'if-none-match': '*' },
    );
    expect(status).toBe(201);
    expect(json).toMatchObject({
      quantityPerYear: 2000,
      dimension: 't',
      hazardClass: 4,
      origin: 'declared',
      siteId: 'H-s',
    });
    expect(json.readings[0].material).toContain('ash');
  });

  it('of an unknown company, with another id in the body or a mixed dimension is not accepted, with its place', async () => {
    const refusal = async (body: object) => {
      const { status, json } = await put('/api/v1/flows/H-2', body, { 'if-none-match': '*' });
      return [status, pointers(json)];
    };
    expect(await refusal(flow('H-2', 'nobody'))).toEqual([422, ['#/companyId']]);
    expect(await refusal(flow('H-3', 'H'))).toEqual([422, ['#/id']]);
    expect(await refusal(flow('H-2', 'H', { unit: 'MWh' }))).toEqual([422, ['#/unit']]);
    expect(await refusal(flow('H-2', 'H', { unit: 'furlong', codes: { ewc: 'xx' } }))).toEqual([
      422,
      expect.arrayContaining(['#/unit', '#/codes/ewc']),
    ]);
  });

  it('in bulk: all or nothing, and the problem names the row', async () => {
    const bad = await house.ask('POST', '/api/v1/flows', {
      body: { flows: [flow('H-5', 'H'), flow('H-6', 'nobody'), flow('H-5', 'H')] },
    });
    expect([bad.status, pointers(bad.json)]).toEqual([422, ['#/flows/1/companyId', '#/flows/2/id']]);
    expect((await house.ask('GET', '/api/v1/flows/H-5')).status).toBe(404);
    const good = await house.ask('POST', '/api/v1/flows', { body: { flows: [flow('H-5', 'H'), flow('H-6', 'H')] } });
    expect([good.status, good.json.flows.added]).toEqual([200, 2]);
    const gone = await house.ask('POST', '/api/v1/flows/retire', { body: { ids: ['H-5', 'nope'] } });
    expect([gone.status, gone.json.errors[0].pointer]).toEqual([422, '#/ids/1']);
    expect(
      (await house.ask('POST', '/api/v1/flows/retire', { body: { ids: ['H-5', 'H-6'] } })).json.flows.retired,
    ).toBe(2);
  });
});

describe('companies in bulk', () => {
  it('all or nothing, with the place of each problem', async () => {
    const stray = { ...company('J2'), sites: [{ id: 'x', companyId: 'other', lat: 1, modes: [] }] };
    const bad = await house.ask('POST', '/api/v1/companies', {
      body: { companies: [company('J1'), stray, company('J1')] },
    });
    expect([bad.status, pointers(bad.json)]).toEqual([
      422,
      ['#/companies/1/sites/companyId', '#/companies/1/sites/lat', '#/companies/2/id'],
    ]);
    expect((await house.ask('GET', '/api/v1/companies/J1')).status).toBe(404);
  });
});

describe('an exchange', () => {
  it('is never written over unseen, and a refusal has its reason', async () => {
    await put('/api/v1/companies/K', company('K'), { 'if-none-match': '*' });
    await put('/api/v1/flows/K-o', flow('K-o', 'K'), { 'if-none-match': '*' });
    await put('/api/v1/flows/K-i', flow('K-i', 'K', { direction: 'input' }), { 'if-none-match': '*' });
    const body = { id: 'K-x', output: 'K-o', demand: 'K-i', state: 'talks' };
    const made = await put('/api/v1/exchanges/K-x', body, { 'if-none-match': '*' });
    expect([made.status, made.headers.etag]).toEqual([201, '"1"']);
    expect((await put('/api/v1/exchanges/K-x', body, { 'if-match': '*' })).status).toBe(428);
    const refused = { ...body, state: 'refused' };
    expect((await put('/api/v1/exchanges/K-x', refused, { 'if-match': '"1"' })).json.errors[0].pointer).toBe(
      '#/reason',
    );
    const told = await put('/api/v1/exchanges/K-x', { ...refused, reason: 'цена' }, { 'if-match': '"1"' });
    expect([told.status, told.json.version]).toEqual([200, 2]);
    expect((await put('/api/v1/exchanges/K-x', body, { 'if-match': '"1"' })).status).toBe(412);
  });
});
