import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const dir = mkdtempSync(path.join(os.tmpdir(), 'symbion-plan-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Runs the command as a person would; a folder of its own. */
function symbionIn(lang: 'ru' | 'en', ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = {
    ...process.env,
    SYMBION_DATA: path.join(dir, 'data'),
    SYMBION_LANG: lang,
    NEO4J_URI: '',
    REDIS_URL: '',
  };
  return new Promise((resolve) => {
    execFile(process.execPath, ['src/main.ts', ...args], { env, maxBuffer: 1e8 }, (error, out, err) =>
      resolve({ code: error ? (error.code as unknown as number) : 0, out, err }),
    );
  });
}
const symbion = (...args: string[]) => symbionIn('en', ...args);
const lines = (out: string) => out.trim().split('\n');

beforeAll(async () => {
  await symbion('import', '--companies', 'fixtures/demo/companies.csv', '--flows', 'fixtures/demo/flows.csv');
});

describe('symbion plan, sites, split', () => {
  it('plan: what moves, what it is worth, what limits cost; a what-if tells the difference', async () => {
    const { code, out } = await symbion('plan', '--without', 'S18', '--front', 'co2', '--points', '3', '--trials', '5');
    expect([code, lines(out)[0]]).toEqual([0, expect.stringMatching(/^output +giver +what +demand +taker +a year/)]);
    expect(out).toMatch(/\d+ exchanges: [\d,]+ kEUR, .* t CO2/);
    expect(out).toContain('Against the plan without the change: -');
    expect(out).toContain('one more unit is worth');
    expect(out).toContain('Ask these first:');
    const { plan } = JSON.parse((await symbion('plan', '--must-not', 'O005,N021', '--json')).out);
    expect(
      plan.exchanges.some((e: { output: string; demand: string }) => e.output === 'O005' && e.demand === 'N021'),
    ).toBe(false);
  });

  it('plan: bad input ends with 2 and says what was found and wanted', async () => {
    const said = async (...args: string[]) => {
      const { code, err } = await symbion('plan', ...args);
      return `${code} ${err.split('\n')[0]}`;
    };
    expect(await said('--objective', 'fame')).toMatch(/^2 .*objective fame: one of money, co2, landfill, jobs/);
    expect(await said('--must', 'O002,N027')).toMatch(/^2 .*O002>N027: not possible: .*heavy-metals-not-soil-food/);
    expect(await said('--capacity', 'O001,N009=-5')).toMatch(/^2 .*O001>N009: -5: 0 or more/);
    expect(await said('--time-limit', '0')).toMatch(/^2 .*more than 0 seconds/);
    expect(await said('--budget', 'much')).toBe('2 --budget: found "much", wanted a number.');
    expect(await said('--must', 'O001')).toBe('2 --must: found "O001", wanted a pair OUTPUT,DEMAND.');
    expect(await said('--at-least', 'money=1e12')).toMatch(/^2 These limits contradict each other/);
  });

  it('sites names the missing links, split shares a chain', async () => {
    const { out } = await symbion('sites', '--process', 'waelz-kiln', '--capex', '1000000');
    expect(out).toMatch(/O002 +.*6,000 +t +missing link: /);
    expect(out).toMatch(/Waelz kiln.* 6,000 .*O002/);
    const [chain] = lines((await symbion('chains', '--top', '1', '--json')).out).map((l) => JSON.parse(l));
    const { split } = JSON.parse((await symbion('split', '--chain', chain.id, '--json')).out);
    expect(split.shapley.reduce((a: number, b: number) => a + b, 0)).toBeCloseTo(chain.netBenefitEurPerYear, 2);
    expect((await symbion('split')).err.trim()).toBe('Name one of --chain, --pairs and --companies.');
  });

  it('a plan is written as a workbook, a map and a network', async () => {
    for (const ending of ['xlsx', 'geojson', 'gexf', 'graphml', 'csv']) {
      const file = path.join(dir, `plan.${ending}`);
      expect((await symbion('plan', '--front', 'co2', '--out', file)).code).toBe(0);
      expect(readFileSync(file).length).toBeGreaterThan(1000);
    }
    const sheets = await readXlsxFile(path.join(dir, 'plan.xlsx'));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Exchanges', 'Summary', 'Limits', 'Left out', 'Front']);
    expect((await symbion('plan', '--out', 'plan.doc')).err).toContain('wanted a name that ends with .xlsx');
  });

  it('speaks Russian', async () => {
    const { out } = await symbionIn('ru', 'plan');
    expect(lines(out)[0]).toMatch(/^отход +кто отдаёт +что +потребность +кто берёт +в год/);
    expect(out).toMatch(/Обменов \d+: /);
  });

  it('network: an edge list with a missing column is told', async () => {
    const edges = path.join(dir, 'edges.csv');
    writeFileSync(edges, 'from,quantity\na,1\n');
    const { code, err } = await symbion('network', '--edges', edges);
    expect([code, err]).toEqual([2, expect.stringContaining('to')]);
  });
});
