import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { compose } from '../../src/compose.ts';

const handed = (name: string) => ({ name, open: () => createReadStream(`fixtures/demo/${name}`) });
/** The nepheline cement plant takes the largest stream of the demo region. */
const PRIVATE = 'S18';

it('a workbook of a plan names nothing confidential on any sheet', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'symbion-export-'));
  const symbion = await compose({ SYMBION_DATA: folder, SYMBION_THREADS: '1' }).open();
  await symbion.importFiles({ companies: handed('companies.csv'), flows: handed('flows.csv') });
  const { version, sites, ...company } = await symbion.getCompany(PRIVATE);
  await symbion.putCompany({ ...company, visibility: 'private' }, sites, version);
  const ended = async (job: string) => {
    for await (const _ of symbion.watchJob(job));
  };
  await ended(await symbion.startRun());
  const { job, id } = await symbion.startPlan({ uncertainty: { trials: 20 }, whatIf: { quantities: { O001: 1 } } });
  await ended(job);
  const sheetsNaming = async (include?: 'confidential') => {
    const parts: Uint8Array[] = [];
    for await (const part of symbion.exportPlan(id, 'xlsx', { lang: 'en', ...(include && { include }) }))
      parts.push(part);
    const sheets = await readXlsxFile(Buffer.concat(parts));
    return sheets.filter(({ data }) => JSON.stringify(data).includes(company.name)).map(({ sheet }) => sheet);
  };
  const open = await sheetsNaming('confidential');
  expect(open).toEqual(expect.arrayContaining(['Exchanges', 'Limits']));
  expect(await sheetsNaming()).toEqual([]);
  await symbion.close();
  rmSync(folder, { recursive: true });
}, 60_000);
