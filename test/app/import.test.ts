import { createReadStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HandedFile, Symbion } from '../../src/app/symbion.ts';
import { compose } from '../../src/compose.ts';

const demo = (name: string): HandedFile => {
  const file = `fixtures/demo/${name}`;
  return { name, size: statSync(file).size, open: () => createReadStream(file, { highWaterMark: 1024 }) };
};
const files = () => ({ companies: demo('companies.csv'), flows: demo('flows.csv') });

describe('an import', () => {
  let dir: string;
  let symbion: Symbion;
  beforeEach(async () => {
    dir = mkdtempSync(path.join(os.tmpdir(), 'symbion-app-'));
    symbion = await compose({ SYMBION_DATA: dir }).open();
  });
  afterEach(async () => {
    await symbion.close();
    rmSync(dir, { recursive: true });
  });

  it('A1 tells how far it is: bytes read, rows understood, rows stored', async () => {
    const told: string[] = [];
    let last = 0;
    await symbion.importFiles(files(), {
      onProgress(done, total, what) {
        if (told.at(-1) !== what) {
          told.push(what);
          last = 0;
        }
        expect(done).toBeGreaterThanOrEqual(last);
        expect(done).toBeLessThanOrEqual(total);
        last = done;
      },
    });
    expect(told.filter((what) => what !== 'understand')).toEqual(['read', 'store']);
  });

  it('A2 leaves nothing when it is stopped while reading', async () => {
    const stop = new AbortController();
    const imported = symbion.importFiles(files(), {
      signal: stop.signal,
      onProgress: (done) => void (done > 5000 && stop.abort()),
    });
    await expect(imported).rejects.toMatchObject({ kind: 'cancelled' });
    expect((await symbion.findCompanies({}, 10)).rows).toEqual([]);
  });

  it('can be undone while it is one of the latest ten', async () => {
    const company: HandedFile = {
      name: 'companies.csv',
      open: () => Readable.from([Buffer.from('id,name\nC1,Brewery\n')]),
    };
    const undo: string[] = [];
    for (let n = 0; n < 11; n++)
      undo.push((await symbion.importFiles({ companies: company }, { undoable: true })).undo!);
    await expect(symbion.undoImport(undo[0]!)).rejects.toMatchObject({ kind: 'not-found' });
    expect((await symbion.undoImport(undo[1]!)).companies.unchanged).toBe(1);
    expect((await symbion.undoImport(undo[10]!)).companies.unchanged).toBe(1);
  });
});
