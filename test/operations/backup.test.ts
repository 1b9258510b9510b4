import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The steps of docs/operations.md, as they stand there. */
describe('backup and restore of the embedded store', () => {
  let dir: string;
  const symbion = (...args: string[]) => {
    const done = spawnSync(process.execPath, ['src/main.ts', ...args], {
      encoding: 'utf8',
      env: { ...process.env, NEO4J_URI: '', REDIS_URL: '', SYMBION_LANG: 'en', SYMBION_DATA: path.join(dir, 'data') },
    });
    return { ...done, told: `${done.stdout}${done.stderr}` };
  };
  const best = () =>
    symbion('export', '--format', 'csv', '--out', path.join(dir, 'out.csv')) &&
    readFileSync(path.join(dir, 'out.csv'), 'utf8');

  beforeAll(() => {
    dir = mkdtempSync(path.join(os.tmpdir(), 'symbion-backup-'));
  });
  afterAll(() => rmSync(dir, { recursive: true }));

  it('what was there at the moment of the copy is there after the file was lost and put back', () => {
    symbion('import', '--companies', 'fixtures/demo/companies.csv', '--flows', 'fixtures/demo/flows.csv');
    expect(symbion('match', '--as-of', '2026-11-01').status).toBe(0);
    const before = best();
    const file = path.join(dir, 'backups/one.db');
    expect(symbion('backup', file).told).toContain(`The copy is in ${file}`);
    // what comes after the copy is lost with the disk
    symbion('import', '--companies', 'fixtures/tiny/companies.csv', '--flows', 'fixtures/tiny/flows.csv');
    for (const end of ['', '-wal', '-shm']) rmSync(path.join(dir, `data/symbion.db${end}`), { force: true });
    copyFileSync(file, path.join(dir, 'data/symbion.db'));
    expect(symbion('doctor').status).toBe(0);
    expect(best()).toBe(before);
  });

  it('an existing file is not overwritten, and a damaged copy is told', () => {
    const file = path.join(dir, 'backups/one.db');
    expect(symbion('backup', file).told).toContain('is there already');
    writeFileSync(path.join(dir, 'data/symbion.db'), readFileSync(file).subarray(0, 20_000));
    const doctor = symbion('doctor');
    expect([doctor.status !== 0, /damaged|malformed|corrupt/i.test(doctor.told)]).toEqual([true, true]);
  });
});
