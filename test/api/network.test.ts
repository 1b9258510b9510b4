import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answered, type House, type Loose, loadDemo, openHouse, pointers } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await loadDemo(house);
});
afterAll(() => house.close());

const chainsOf = async (question: object) => {
  const id = await answered(house, 'chains', question);
  return (await house.ask('GET', `/api/v1/chains/${id}?limit=1000`)).json;
};
const legs = (chain: Loose) =>
  chain.steps.map((s: Loose) => `${s.fromSite}>${s.toSite} ${Math.round(s.quantityPerYear)} ${s.unit}`).join(', ');

describe('chains over HTTP', () => {
  it('2,500 t of tyres give 550 t of cord', async () => {
    const { rows } = await chainsOf({ top: 1000, maxSteps: 2 });
    expect(rows.map(legs)).toContain('S09>S16 2500 t, S16>S01 550 t');
  });

  it('are names for people, too', async () => {
    const { rows } = await chainsOf({ top: 1000, maxSteps: 2 });
    const cord = rows.find((c: Loose) => legs(c).endsWith('S16>S01 550 t')).steps[1];
    expect([cord.materialName.en, cord.processNames[0].en]).toEqual(['Tyre steel cord', 'Tyre shredder']);
    expect(cord.toCompanyName).toContain('EAF steel works');
  });

  it('the job is Location, and the same question has the same answer', async () => {
    const ask = () => house.ask('POST', '/api/v1/chains', { body: { question: { maxSteps: 3 } } });
    const [one, two] = [await ask(), await ask()];
    expect(one.headers.location).toBe(`/api/v1/jobs/${one.json.job}`);
    expect([one.status, two.json]).toEqual([202, one.json]);
  });

  it('pages give every chain once, in order', async () => {
    const id = await answered(house, 'chains', { top: 25 });
    const whole = (await house.ask('GET', `/api/v1/chains/${id}?limit=1000`)).json;
    const rows: Loose[] = [];
    for (let after = ''; ; ) {
      const page = (await house.ask('GET', `/api/v1/chains/${id}?limit=7${after && `&after=${after}`}`)).json;
      rows.push(...page.rows);
      if (!page.next) break;
      after = page.next;
    }
    expect(rows).toEqual(whole.rows);
    expect([whole.total, whole.question.top]).toEqual([25, 25]);
  });

  it('known already is 304', async () => {
    const id = await answered(house, 'chains', { top: 25 });
    const { headers } = await house.ask('GET', `/api/v1/chains/${id}`);
    const again = await house.ask('GET', `/api/v1/chains/${id}`, { headers: { 'if-none-match': headers.etag! } });
    expect(again.status).toBe(304);
  });

  it('across borders only those that cross one, within a region none that leaves it', async () => {
    const far = await chainsOf({ reach: 'across-borders', top: 1000, blocked: true });
    expect(far.rows.every((c: Loose) => c.borders > 0)).toBe(true);
    const sites = (await house.ask('GET', '/api/v1/sites?limit=1000')).json.rows;
    const regionOf = new Map(sites.map((s: Loose) => [s.id, s.region]));
    const near = await chainsOf({ reach: 'within-region', top: 1000 });
    expect(near.rows.length).toBeGreaterThan(0);
    for (const chain of near.rows) expect(new Set(chain.sites.map((s: string) => regionOf.get(s))).size).toBe(1);
  });

  it('none goes through a site that is switched off', async () => {
    const { rows } = await chainsOf({ switchedOff: ['S18'], shape: 'tree', top: 1000 });
    expect(rows.filter((c: Loose) => c.sites.includes('S18'))).toEqual([]);
  });

  it('what is not known is named, all at once', async () => {
    const body = { question: { region: 'Atlantis', switchedOff: ['S18', 'S999'] } };
    const { status, json } = await house.ask('POST', '/api/v1/chains', { body });
    expect([status, pointers(json)]).toEqual([422, ['#/question/region']]);
    const more = await house.ask('POST', '/api/v1/chains', { body: { question: { switchedOff: ['S999'] } } });
    expect([more.status, more.json.errors[0].detail]).toEqual([422, expect.stringContaining('S999')]);
    const bad = await house.ask('POST', '/api/v1/chains', { body: { question: { by: 'fame', maxSteps: 7 } } });
    expect([bad.status, pointers(bad.json)]).toEqual([422, ['#/question/by', '#/question/maxSteps']]);
  });

  it('an answer that nobody asked for is 404', async () => {
    expect((await house.ask('GET', '/api/v1/chains/none.none')).status).toBe(404);
    expect((await house.ask('POST', '/api/v1/chains', { body: { run: 'none' } })).status).toBe(404);
  });
});

describe('clusters over HTTP', () => {
  it('have their indicators, whom they lean on, and where more could grow', async () => {
    const { json } = await house.ask('GET', `/api/v1/clusters/${await answered(house, 'clusters', {})}`);
    expect(json.clusters[0].name.en).toMatch(/^\S+: \S/);
    expect(json.clusters[0].flows.finnCycling).toBeGreaterThanOrEqual(0);
    expect(json.clusters[0].dependence[0].kept).toBeLessThan(1);
    expect([json.quotients.length, json.potential.length].every((n) => n > 0)).toBe(true);
  });
});

describe('when the data have changed since the run', () => {
  it('a new question is a conflict, an answered one stays', async () => {
    const id = await answered(house, 'chains', { top: 3 });
    const company = { id: 'NEW', name: 'New', sites: [{ id: 'NEW', companyId: 'NEW', modes: ['road'] }] };
    await house.ask('PUT', '/api/v1/companies/NEW', { body: company, headers: { 'if-none-match': '*' } });
    const { status, json } = await house.ask('POST', '/api/v1/chains', { body: { question: { top: 4 } } });
    expect([status, json.detail]).toEqual([409, expect.stringContaining('compute a run anew')]);
    expect((await house.ask('GET', `/api/v1/chains/${id}`)).json.rows).toHaveLength(3);
    expect((await house.ask('POST', '/api/v1/chains', { body: { question: { top: 3 } } })).json.id).toBe(id);
  });
});
