import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compose } from '../../src/compose.ts';

const FLOWS = 20_000;

/** Runs the process and kills it with -9 some time after it said `started`; true when it had said `done` before. */
function killAfter(what: string, dir: string, ms: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['test/crash/import-job.ts', what], {
      env: { ...process.env, SYMBION_DATA: dir, SYMBION_FILES: dir },
    });
    let said = '';
    child.stdout.on('data', (part) => {
      said += part;
      if (part.includes('started')) setTimeout(() => child.kill('SIGKILL'), ms);
    });
    let faults = '';
    child.stderr.on('data', (part) => {
      faults += part;
    });
    child.on('exit', () => (said.includes('started') ? resolve(said.includes('done')) : reject(new Error(faults))));
  });
}

describe('kill -9', () => {
  let dir: string;
  const open = () => compose({ ...process.env, SYMBION_DATA: dir }).open();

  beforeEach(() => {
    dir = mkdtempSync(path.join(os.tmpdir(), 'symbion-crash-'));
    copyFileSync('fixtures/demo/companies.csv', path.join(dir, 'companies.csv'));
    const [header, ...rows] = readFileSync('fixtures/demo/flows.csv', 'utf8').trim().split('\n');
    const many = Array.from(
      { length: FLOWS },
      (_, i) => `K${i}${rows[i % rows.length]!.slice(rows[i % rows.length]!.indexOf(','))}`,
    );
    writeFileSync(path.join(dir, 'flows.csv'), `${[header, ...many].join('\n')}\n`);
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  it.each([900, 1600, 2300, 3000])('%d ms into an import leaves the database as before or as after', async (ms) => {
    const acknowledged = await killAfter('import', dir, ms);
    const symbion = await open();
    const flows = (await symbion.listRegions()).reduce((sum, region) => sum + region.flows, 0);
    const companies = (await symbion.findCompanies({}, 100)).rows.length;
    await symbion.close();
    expect([0, FLOWS]).toContain(flows);
    expect(companies).toBe(flows === 0 ? 0 : 67);
    if (acknowledged) expect(flows).toBe(FLOWS);
  });

  it.each([300, 1200])('%d ms into a run leaves no half of it, shows the job, and it can be run again', async (ms) => {
    const small = readFileSync('fixtures/demo/flows.csv');
    writeFileSync(path.join(dir, 'flows.csv'), small);
    let symbion = await open();
    const { createReadStream } = await import('node:fs');
    const at = (name: string) => ({ name, open: () => createReadStream(path.join(dir, name)) });
    await symbion.importFiles({ companies: at('companies.csv'), flows: at('flows.csv') });
    await symbion.close();

    const done = await killAfter('run', dir, ms);
    symbion = await open();
    const run = await symbion.findRun();
    const [job] = await symbion.listJobs(1);
    if (run)
      expect((await symbion.findMatches({ regime: 'open' }, 1000)).rows.length).toBe(
        run.counts.matches + run.counts.hints,
      );
    if (!done && job && job.state !== 'done') {
      expect(['interrupted', 'waiting', 'active']).toContain(job.state);
      await symbion.retryJob(job.id);
    }
    if (job) for await (const event of symbion.watchJob(job.id)) if (event.job.state === 'done') break;
    expect((await symbion.findRun())?.counts.matches).toBeGreaterThan(50);
    await symbion.close();
  });
});
