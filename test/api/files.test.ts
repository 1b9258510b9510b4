import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type House, openHouse, pointers } from './house.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const csv = { 'content-type': 'text/csv' };
const COMPANIES =
  'id,name,country,region,lat,lon,nace\nA,Plant,FI,FI-09,60.9,27.7,35.11\nB,Mill,FI,FI-09,60.8,27.6,23.51\n';
const FLOWS =
  'id,company_id,direction,description,quantity,unit\nA1,A,output,dry fly ash,1000,t\nB1,B,input,fly ash for cement,800,t\n';
const BAD = `${FLOWS}C1,nobody,output,slag,5,t\nA2,A,output,slag,5,furlong\n`;
const post = (query: string, raw: string | Buffer, headers: Record<string, string> = csv) =>
  house.ask('POST', `/api/v1/files?${query}`, { raw, headers });

const plain = ({ version: _, ...row }: Record<string, unknown>) => row;

describe('files handed in', () => {
  it('are taken as they are', async () => {
    expect((await post('kind=companies', COMPANIES)).json.changes.companies.added).toBe(2);
    const { status, json } = await post('kind=flows', FLOWS);
    expect([status, json.imported, json.rows.flows]).toEqual([200, true, 2]);
    expect((await house.ask('GET', '/api/v1/flows/A1')).json.readings[0].material).toContain('ash');
  });

  it('come together as JSON', async () => {
    const base64 = (text: string) => Buffer.from(text).toString('base64');
    const body = {
      companies: { name: 'c.csv', base64: base64(COMPANIES) },
      flows: { name: 'f.csv', base64: base64(FLOWS) },
    };
    const { json } = await house.ask('POST', '/api/v1/files', { body });
    expect([json.imported, json.changes.companies.added, json.changes.flows.added]).toEqual([true, 2, 2]);
  });

  it('are only looked at with dryRun', async () => {
    const { status, json } = await post('kind=companies&dryRun=true', COMPANIES);
    expect([status, json.imported, json.rows.companies]).toEqual([200, false, 2]);
    expect((await house.ask('GET', '/api/v1/companies')).json.rows).toEqual([]);
  });

  it('with problems are refused whole, every problem told, with the report', async () => {
    await post('kind=companies', COMPANIES);
    const { status, json } = await post('kind=flows&name=my.csv', BAD);
    expect(status).toBe(422);
    expect(pointers(json)).toEqual(['#/rows/4/company_id', '#/rows/5/unit']);
    expect(json.errors[0].detail).toMatch(/^my\.csv, 4, company_id: found "nobody", wanted: the id of a /);
    expect([json.report.imported, json.report.rows.rejected]).toEqual([false, 2]);
    expect((await house.ask('GET', '/api/v1/flows')).json.rows).toEqual([]);
  });

  it('give back their bad rows with acceptValid', async () => {
    await post('kind=companies', COMPANIES);
    const { status, json } = await post('kind=flows&acceptValid=true', BAD);
    expect([status, json.imported, json.changes.flows.added, json.rows.rejected]).toEqual([200, true, 2, 2]);
    expect(json.rejectedCsv).toContain('furlong');
  });

  it('tell how each column was read', async () => {
    const { json } = await post('kind=companies&name=c.csv&dryRun=true', 'Код,Название,Цвет\nA,Завод,синий\n');
    expect(json.columns).toEqual([
      { file: 'c.csv', header: 'Код', column: 'id' },
      { file: 'c.csv', header: 'Название', column: 'name' },
      { file: 'c.csv', header: 'Цвет' },
    ]);
  });

  it('are undone: what was added goes, what was replaced or retired comes back', async () => {
    await post('kind=companies', COMPANIES);
    await post('kind=flows', FLOWS);
    const all = async () => [
      (await house.ask('GET', '/api/v1/companies')).json.rows.map(plain),
      (await house.ask('GET', '/api/v1/flows')).json.rows.map(plain),
    ];
    const before = await all();
    await post('kind=companies', 'id,name\nA,Other name\nC,New\n');
    const { json } = await post(
      'kind=companies&undoable=true&retireMissing=true',
      'id,name,nace\nA,Renamed,35.11\nD,Newer,01.13\n',
    );
    expect((await house.ask('GET', '/api/v1/companies')).json.rows.map((row: { id: string }) => row.id)).toEqual([
      'A',
      'D',
    ]);
    expect((await house.ask('POST', `/api/v1/imports/${json.undo}/undo`)).status).toBe(200);
    const after = await all();
    expect(after[0].map((row: { id: string; name: string }) => `${row.id} ${row.name}`)).toEqual([
      'A Other name',
      'B Mill',
      'C New',
    ]);
    expect(after[1]).toEqual(before[1]);
    expect((await house.ask('POST', '/api/v1/imports/nothing/undo')).status).toBe(404);
  });

  it('are not undone over what others changed since', async () => {
    const { json } = await post('kind=companies&undoable=true', COMPANIES);
    await post('kind=flows', FLOWS);
    const { status, json: said } = await house.ask('POST', `/api/v1/imports/${json.undo}/undo`);
    expect([status, said.detail]).toEqual([
      409,
      'The data was changed since the import: undoing it would overwrite that too.',
    ]);
  });

  it('retire what they do not name only when asked', async () => {
    await post('kind=companies', COMPANIES);
    await post('kind=flows', FLOWS);
    const shorter = FLOWS.split('\n').slice(0, 2).join('\n');
    expect((await post('kind=flows', shorter)).json.changes.flows).toMatchObject({ unchanged: 1, retired: 0 });
    expect((await post('kind=flows&retireMissing=true', shorter)).json.changes.flows.retired).toBe(1);
  });

  it('the template comes back in as a workbook', async () => {
    const { status, headers } = await house.ask('GET', '/api/v1/template');
    expect([status, headers['content-disposition']]).toEqual([200, 'attachment; filename=symbion-template.xlsx']);
    const bytes = await house.symbion.template('ru');
    const { status: taken } = await post('kind=workbook&dryRun=true', Buffer.from(bytes), {
      'content-type': 'application/octet-stream',
    });
    expect(taken).toBe(200);
  });
});
