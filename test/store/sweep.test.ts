import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Match } from '../../src/domain/index.ts';
import { type EmbeddedStore, openEmbeddedStore } from '../../src/store/embedded/index.ts';
import { match, run } from '../contract/samples.ts';

describe('lists in the embedded file', () => {
  let folder: string;
  let file: string;
  let store: EmbeddedStore;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'symbion-sweep-'));
    file = path.join(folder, 'symbion.db');
    store = openEmbeddedStore(file);
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  const inFile = (sql: string) => {
    const db = new DatabaseSync(file);
    try {
      return db.prepare(sql).all();
    } finally {
      db.close();
    }
  };
  const lists = () => inFile('SELECT count(*) AS n FROM list')[0]!.n;
  const region = (score: number) => ['o1', 'o2', 'o3'].map((output) => match(output, 'd', { score }));
  const scores = async (id: string) => (await store.findMatches(id, {}, 9)).rows.map((m) => m.score);

  it('go with the last run that had them', async () => {
    await store.publishRun(run('a'), region(100));
    await store.publishRun(run('b'), [...region(200).slice(0, 2), ...region(100).slice(2)]);
    await store.publishRun(run('c'), region(300));
    expect(lists()).toBe(8);
    await store.removeRuns(['a']);
    expect(lists()).toBe(6);
    await store.removeRuns(['b']);
    expect(lists()).toBe(3);
    expect(await scores('c')).toEqual([300, 300, 300]);
  });

  it('are read no more by who held their run, and their numbers name no other list', async () => {
    await store.publishRun(run('a'), region(100));
    await store.publishRun(run('b'), region(200));
    const reading = store.readMatches('b')[Symbol.asyncIterator]();
    expect((await reading.next()).value).toMatchObject([{ output: 'o1', score: 200 }]);
    await scores('b');
    await store.publishRun(run('a'), []);
    await store.removeRuns(['b']);
    await store.publishRun(run('c'), region(400));
    await expect(reading.next()).rejects.toMatchObject({ kind: 'not-found' });
    await expect(scores('b')).rejects.toMatchObject({ kind: 'not-found' });
    expect(await scores('c')).toEqual([400, 400, 400]);
  });

  it('stay while a run is published that may count on them, and go the next time', async () => {
    await store.publishRun(run('a'), region(100));
    await store.publishRun(run('b'), region(200));
    async function* meanwhile(): AsyncGenerator<Match> {
      await store.removeRuns(['a']);
      yield* region(100);
    }
    await store.publishRun(run('c'), meanwhile());
    expect(await scores('c')).toEqual([100, 100, 100]);
    await store.publishRun(run('d'), region(500));
    await store.removeRuns(['b']);
    expect(lists()).toBe(6);
  });

  it('of a publishing that broke off go with the next run that goes', async () => {
    await store.publishRun(run('a'), region(100));
    async function* broken(): AsyncGenerator<Match> {
      for (let n = 0; n < 20_001; n++) yield match(`x${n}`, 'd');
      throw new Error('the line broke');
    }
    await expect(store.publishRun(run('b'), broken())).rejects.toThrow('the line broke');
    expect(lists()).toBeGreaterThan(20_000);
    await store.publishRun(run('c'), region(300));
    await store.removeRuns(['a']);
    expect(lists()).toBe(3);
    expect(inFile("SELECT key FROM meta WHERE key GLOB 'publishing *'")).toEqual([]);
  });

  it('stay for a publishing that another process began, unless a day has passed', async () => {
    await store.publishRun(run('a'), region(100));
    await store.publishRun(run('b'), region(200));
    const db = new DatabaseSync(file);
    db.exec("INSERT INTO meta VALUES ('publishing x', unixepoch())");
    await store.removeRuns(['a']);
    expect(lists()).toBe(6);
    db.exec("UPDATE meta SET value = unixepoch() - 90000 WHERE key = 'publishing x'");
    db.close();
    await store.publishRun(run('c'), region(300));
    await store.removeRuns(['b']);
    expect(lists()).toBe(3);
  });
});
