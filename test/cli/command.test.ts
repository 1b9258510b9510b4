import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { compose } from '../../src/compose.ts';

const dir = mkdtempSync(path.join(os.tmpdir(), 'symbion-cli-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** Runs the command as a person would; a folder of its own, English. */
function symbion(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return symbionIn('data', ...args);
}

function symbionIn(folder: string, ...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const env = {
      ...process.env,
      SYMBION_DATA: path.join(dir, folder),
      SYMBION_LANG: 'en',
      NEO4J_URI: '',
      REDIS_URL: '',
    };
    execFile(process.execPath, ['src/main.ts', ...args], { env, maxBuffer: 1e8 }, (error, out, err) =>
      resolve({ code: error ? (error.code as unknown as number) : 0, out, err }),
    );
  });
}

/** Computes a run over what was imported, as `start` does. */
async function withRun(): Promise<void> {
  const house = await compose({ SYMBION_DATA: path.join(dir, 'data') }).open();
  for await (const _ of house.watchJob(await house.startRun({ asOf: '2026-11-01', infer: false })));
  await house.close();
}

const demo = ['--companies', 'fixtures/demo/companies.csv', '--flows', 'fixtures/demo/flows.csv', '--infer', 'off'];
const lines = (out: string) => out.trim().split('\n');

describe('symbion', () => {
  it('A1 match writes the columns of the design, best first within each output', async () => {
    const { code, out } = await symbion('match', ...demo, '--format', 'csv', '--top', '3');
    const [header, first] = lines(out);
    expect([code, header]).toEqual([
      0,
      'output,demand,output_company,demand_company,rank,score,use,fit,distance_km,quantity,unit,net_benefit_eur_per_year,co2_kg_per_year,inferred,regime,basis,confidence',
    ]);
    expect(first).toMatch(/^O001,N009,S01,S08,1,\d+,eaf-slag--aggregate-asphalt,90,9\.05,60000,t,/);
  });

  it('A2 jsonl carries terms that add up', async () => {
    const rows = lines((await symbion('match', ...demo, '--json')).out).map((line) => JSON.parse(line));
    expect(
      rows.every(
        (row) => row.terms.reduce((sum: number, term: { points: number }) => sum + term.points, 0) === row.score,
      ),
    ).toBe(true);
  });

  it('A3 blocked pairs follow without rank', async () => {
    const rows = lines((await symbion('match', ...demo, '--blocked', 'on', '--json')).out).map((line) =>
      JSON.parse(line),
    );
    const blocked = rows.filter((row) => row.regime === 'blocked');
    expect([blocked.length > 3, blocked.every((row) => row.rank === null)]).toEqual([true, true]);
  });

  it('A4 explain answers pairs of a file, refused ones with rule and citation', async () => {
    const pairs = path.join(dir, 'pairs.csv');
    writeFileSync(pairs, 'output,demand\nO002,N027\nO015,N001\n');
    const said = lines((await symbion('explain', ...demo, '--pairs', pairs, '--format', 'jsonl')).out).map((line) =>
      JSON.parse(line),
    );
    expect(said.map((row) => row.verdict)).toEqual(['refused', 'match']);
    expect(said[0].vetoes[0]).toMatchObject({ rule: expect.any(String), citation: expect.any(String) });
  });

  it('A5 classify gives the same first for Russian and English words', async () => {
    const first = async (text: string) =>
      JSON.parse(lines((await symbion('classify', '--text', text, '--format', 'jsonl')).out)[0]!).material;
    expect(await first('зола-унос сухая от ТЭЦ')).toBe(await first('dry fly ash'));
  });

  it('A6 knowledge stats counts in the form of the design', async () => {
    const stats = JSON.parse((await symbion('knowledge', 'stats', '--json')).out);
    expect(Object.keys(stats)).toEqual([
      'materials',
      'uses',
      'processes',
      'profiles',
      'rules',
      'codes',
      'facts',
      'sourced',
    ]);
  });

  it('B1 import, run again, doctor: what was kept is there', async () => {
    const files = demo.slice(0, 4);
    const first = await symbion('import', ...files);
    expect([first.code, first.err]).toEqual([
      0,
      'Imported. Companies: added 67, changed 0, unchanged 0, retired 0. Flows: added 181, changed 0, unchanged 0, retired 0.\n',
    ]);
    expect((await symbion('import', ...files)).err).toContain('Flows: added 0, changed 0, unchanged 181, retired 0.');
    expect((await symbion('doctor')).code).toBe(0);
  });

  it('B1 match without files gives for the store just what it gives for the files', async () => {
    await symbionIn('stored', 'import', ...demo.slice(0, 4));
    const options = ['--infer', 'off', '--blocked', 'on', '--as-of', '2026-11-01', '--format', 'csv'];
    const stored = await symbionIn('stored', 'match', ...options);
    const handed = await symbion('match', ...demo.slice(0, 4), ...options);
    const open = (out: string) => lines(out).filter((line) => !line.includes(',blocked,'));
    expect(open(stored.out)).toEqual(open(handed.out));
    expect(lines(stored.out).sort()).toEqual(lines(handed.out).sort());
  });

  it('B2 an import with errors writes nothing, ends with 2 and tells all; --accept-valid takes the good rows', async () => {
    const broken = ['--companies', 'fixtures/broken/companies.csv', '--flows', 'fixtures/broken/flows.csv'];
    const refused = await symbion('import', ...broken);
    expect([refused.code, refused.err.includes('Nothing was written.'), lines(refused.err).length > 25]).toEqual([
      2,
      true,
      true,
    ]);
    const rejected = path.join(dir, 'bad.csv');
    const taken = await symbion('import', ...broken, '--accept-valid', '--rejected', rejected);
    expect([taken.code, taken.err.includes('Companies: added 1')]).toEqual([0, true]);
    expect(readFileSync(rejected, 'utf8')).toMatch(/^K5,.*wanted: latitude and longitude together/m);
  });

  it('B2b an import that cannot open the store leaves no begun file', async () => {
    const rejected = path.join(dir, 'never.csv');
    writeFileSync(path.join(dir, 'a file'), '');
    const { code } = await symbionIn(
      'a file/data',
      'import',
      ...demo.slice(0, 4),
      '--accept-valid',
      '--rejected',
      rejected,
    );
    expect([code > 0, readdirSync(dir).filter((name) => name.startsWith('never'))]).toEqual([true, []]);
  });

  it('B3 retiring what is missing only when asked', async () => {
    const one = path.join(dir, 'one.csv');
    writeFileSync(one, `${readFileSync('fixtures/demo/companies.csv', 'utf8').split('\n').slice(0, 2).join('\n')}\n`);
    expect((await symbion('import', '--companies', one)).err).toContain('retired 0. Flows');
    expect((await symbion('import', '--companies', one, '--retire-missing')).err).toMatch(
      /Companies: added 0, changed 0, unchanged 1, retired 67/,
    );
  });

  it.each([
    [['import'], 2, 'Name the files'],
    [['match', ...demo, '--scenario', 'mars'], 2, 'one of current, pre2022'],
    [['match', ...demo, '--top', '0'], 2, 'a whole number from 1 to 1000'],
    [['match', ...demo, '--settings', 'nowhere.json'], 2, 'Settings file nowhere.json: cannot be read.'],
    [['match', '--flows', 'nowhere.csv'], 2, 'There is no file nowhere.csv'],
    [['match', '--flows', 'fixtures'], 2, 'fixtures is a folder: wanted a file.'],
    [['classify'], 2, 'Wanted: a text'],
    [['template', '--out', '/nowhere/t.xlsx'], 2, 'The file /nowhere/t.xlsx cannot be written (ENOENT).'],
    [['import', ...demo.slice(0, 4), '--accept-valid', '--rejected', '/nowhere/bad.csv'], 2, 'cannot be written'],
    [['serve', '--port', '99999'], 2, 'a whole number from 0 to 65535'],
    [['fly'], 2, "unknown command 'fly'"],
  ])('C1 %j ends with %d and says why', async (args, code, why) => {
    const done = await symbion(...args);
    expect([done.code, done.err.includes(why)]).toEqual([code, true]);
  });

  it('C2 every command explains itself', async () => {
    for (const command of [
      'match',
      'explain',
      'import',
      'export',
      'classify',
      'knowledge',
      'template',
      'serve',
      'start',
    ])
      expect([command, (await symbion(command, '--help')).code]).toEqual([command, 0]);
  });

  it('a data folder that cannot be made ends with 2 and its name', async () => {
    writeFileSync(path.join(dir, 'taken'), '');
    const { code, err } = await symbionIn('taken/inner', 'doctor');
    expect([code, err.trim()]).toEqual([
      2,
      `The folder ${path.join(dir, 'taken/inner')} cannot be made (ENOTDIR): name another.`,
    ]);
  });

  it('jobs lists what was computed; an unknown one cannot be retried', async () => {
    const { code, err } = await symbion('jobs', 'retry', 'nobody');
    expect([code, err.trim()]).toEqual([2, 'There is no job "nobody".']);
    expect(lines((await symbion('jobs')).out)[0]).toMatch(/^id +kind +state +accepted +what/);
  });

  it('chains and clusters of the current run; a number of steps that is none is refused', async () => {
    await symbion('import', '--companies', 'fixtures/demo/companies.csv', '--flows', 'fixtures/demo/flows.csv');
    const first = await symbion('chains', '--top', '1');
    expect([first.code, first.err.trim()]).toEqual([0, 'The data have changed: a run first.']);
    await withRun();
    const trees = lines((await symbion('chains', '--shape', 'tree', '--top', '200', '--json')).out).map((l) =>
      JSON.parse(l),
    );
    const tyres = trees.find((chain) => chain.steps[0].fromSite === 'S09' && chain.steps[0].toSite === 'S16');
    expect(tyres.steps.map((step: { quantityPerYear: number }) => step.quantityPerYear)).toEqual(
      expect.arrayContaining([2500, 550]),
    );
    const { clusters } = JSON.parse((await symbion('clusters', '--json')).out);
    expect(clusters.length).toBeGreaterThan(1);
    const wrong = await symbion('chains', '--steps', '9');
    expect([wrong.code, wrong.err.trim()]).toEqual([2, '--steps: found "9", wanted a whole number from 2 to 6.']);
  });
});
