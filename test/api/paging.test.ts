import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, type Loose, loadDemo, openHouse } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await loadDemo(house);
});
afterAll(() => house.close());

async function allPages(address: string, limit: number): Promise<Loose[]> {
  const rows: Loose[] = [];
  let after: string | undefined;
  do {
    const more = after === undefined ? '' : `&after=${encodeURIComponent(after)}`;
    const { status, json } = await house.ask('GET', `${address}limit=${limit}${more}`);
    expect(status).toBe(200);
    rows.push(...json.rows);
    after = json.next;
  } while (after !== undefined);
  return rows;
}

describe('pages', () => {
  it.each([
    '/api/v1/flows?',
    '/api/v1/flows?direction=output&',
    '/api/v1/companies?',
    '/api/v1/matches?',
    '/api/v1/matches?sort=money&',
    '/api/v1/matches?sort=co2&regime=open&',
    '/api/v1/matches?region=RU-LEN&sort=quantity&',
    '/api/v1/materials?role=product&',
    '/api/v1/sites?',
  ])('%s small ones together are the large one', async (address) => {
    const whole = await allPages(address, 1000);
    const parts = await allPages(address, 17);
    expect(whole.length).toBeGreaterThan(17);
    expect(parts).toEqual(whole);
  });

  it('a cursor is good only for its question', async () => {
    const { json } = await house.ask('GET', '/api/v1/matches?sort=money&limit=5');
    const other = await house.ask('GET', `/api/v1/matches?sort=co2&limit=5&after=${json.next}`);
    expect([other.status, other.json.errors[0].pointer]).toEqual([400, '#/after']);
    const longer = await house.ask('GET', `/api/v1/matches?limit=50&sort=money&after=${json.next}`);
    expect(longer.status).toBe(200);
  });

  it('go on in the run they began in, whatever is published meanwhile', async () => {
    const first = (await house.ask('GET', '/api/v1/matches?limit=20')).json;
    const { job } = (await house.ask('POST', '/api/v1/runs', { body: { settings: { top: 1, blocked: false } } })).json;
    for await (const _ of house.symbion.watchJob(job));
    const now = (await house.ask('GET', '/api/v1/matches?limit=20')).json;
    expect(now.run).not.toBe(first.run);
    const second = (await house.ask('GET', `/api/v1/matches?limit=20&after=${first.next}`)).json;
    expect(second.run).toBe(first.run);
    const whole = (await house.ask('GET', `/api/v1/matches?limit=40&run=${first.run}`)).json;
    expect([...first.rows, ...second.rows]).toEqual(whole.rows);
  });
});

describe('filters of matches', () => {
  it.each([
    ['minScore=700', (m: Loose) => m.score >= 700],
    ['minMoney=100000.5', (m: Loose) => m.netBenefitEurPerYear >= 100000.5],
    ['minCo2=1000000', (m: Loose) => m.co2KgPerYear >= 1e6],
    ['inferred=false', (m: Loose) => !m.inferred],
    ['inferred=true', (m: Loose) => m.inferred],
    ['regime=open', (m: Loose) => m.regime === 'open'],
  ])('%s keeps exactly those that hold', async (filter, holds) => {
    const all = await allPages('/api/v1/matches?', 1000);
    const kept = await allPages(`/api/v1/matches?${filter}&`, 1000);
    expect(kept).toEqual(all.filter(holds));
  });

  it.each(['output', 'demand', 'material', 'use'] as const)('%s', async (field) => {
    const all = await allPages('/api/v1/matches?', 1000);
    const wanted = all[3][field];
    const kept = await allPages(`/api/v1/matches?${field}=${encodeURIComponent(wanted)}&sort=score&`, 1000);
    expect(kept).toEqual(all.filter((m) => m[field] === wanted));
  });

  it('company holds for either side', async () => {
    const all = await allPages('/api/v1/matches?', 1000);
    const wanted = all[0].outputCompany;
    const kept = await allPages(`/api/v1/matches?company=${wanted}&`, 1000);
    expect(kept).toEqual(all.filter((m) => m.outputCompany === wanted || m.demandCompany === wanted));
  });
});
