import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShelf } from '../../src/store/embedded/shelf.ts';

const MB = 2 ** 20;

describe('a shelf', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'symbion-shelf-'));
  });
  afterEach(() => rm(folder, { recursive: true }));
  const file = () => path.join(folder, 'run.warm');
  const large = Uint8Array.from({ length: 9 * MB + 3 }, (_, i) => (i < 8 * MB && i > MB ? 0 : i % 251));
  const parts = new Map([
    ['texts', new TextEncoder().encode('зола')],
    ['columns', large],
    ['none', new Uint8Array(0)],
  ]);
  const batch = (from: string, run: string) => ({ from, run, put: ['a'], remove: ['b'] });

  it('gives back what was kept, long stretches of zero too, with the changes noted since', async () => {
    const shelf = openShelf(folder);
    expect(await shelf.open()).toBeUndefined();
    await shelf.keep('run-1', parts);
    await shelf.note(batch('run-1', 'run-2'));
    await shelf.note(batch('run-2', 'run-3'));
    const kept = (await shelf.open())!;
    expect(kept.run).toBe('run-1');
    expect(kept.batches).toEqual([batch('run-1', 'run-2'), batch('run-2', 'run-3')]);
    for (const [name, bytes] of parts)
      expect(Buffer.compare(new Uint8Array(kept.parts.get(name)!), bytes), name).toBe(0);
    expect((await readFile(file())).length).toBeLessThan(large.length);
  });

  it('forgets what was there when something else is kept', async () => {
    const shelf = openShelf(folder);
    await shelf.keep('run-1', parts);
    await shelf.note(batch('run-1', 'run-2'));
    await shelf.keep('run-9', new Map());
    expect(await shelf.open()).toEqual({ run: 'run-9', parts: new Map(), batches: [] });
  });

  const broken: [string, string, (bytes: Buffer) => Uint8Array][] = [
    ['a foreign file', 'not a file of', (bytes) => bytes.fill(7, 0, 4)],
    ['another format', 'format 2 wanted', (bytes) => bytes.fill(9, 4, 8)],
    ['a truncated file', 'truncated', (bytes) => bytes.subarray(0, bytes.length - 1)],
    ['a file of some bytes', 'too short', (bytes) => bytes.subarray(0, 9)],
    ['a damaged directory', 'damaged', (bytes) => bytes.fill(1, 24, 34)],
    ['one changed byte', 'damaged', (bytes) => bytes.fill(bytes.at(-5)! ^ 1, bytes.length - 5, bytes.length - 4)],
  ];
  it.each(broken)('refuses %s', async (_, why, spoil) => {
    const shelf = openShelf(folder);
    await shelf.keep('run-1', parts);
    await writeFile(file(), spoil(await readFile(file())));
    await expect(shelf.open()).rejects.toMatchObject({ kind: 'input', message: expect.stringContaining(why) });
  });

  it('refuses changes that do not follow each other, and one that was written in part', async () => {
    const shelf = openShelf(folder);
    await shelf.keep('run-1', parts);
    await shelf.note(batch('run-5', 'run-6'));
    await expect(shelf.open()).rejects.toThrow('out of order');
    await shelf.keep('run-1', parts);
    await appendFile(path.join(folder, 'run.changes'), '{"from":"run-1","ru');
    await expect(shelf.open()).rejects.toThrow('not written whole');
  });
});
