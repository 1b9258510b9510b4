import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SymbionError } from '../../src/domain/index.ts';
import { toSymbionError } from '../../src/store/embedded/faults.ts';
import { type EmbeddedStore, openEmbeddedStore } from '../../src/store/embedded/index.ts';
import { MIGRATIONS } from '../../src/store/embedded/migrations.ts';
import { Breath } from '../../src/store/ranked/breath.ts';
import { sortFalling, sortRising } from '../../src/store/ranked/sorting.ts';
import { company, exchange, flow, match, run, site } from '../contract/samples.ts';

describe('the embedded file', () => {
  let folder: string;
  let file: string;
  const open: EmbeddedStore[] = [];
  const opening = (name = file): EmbeddedStore => {
    const store = openEmbeddedStore(name);
    open.push(store);
    return store;
  };
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'symbion-file-'));
    file = path.join(folder, 'symbion.db');
  });
  afterEach(async () => {
    for (const store of open.splice(0)) await store.close();
    rmSync(folder, { recursive: true });
  });
  const refusal = (name = file): SymbionError => {
    try {
      opening(name);
    } catch (error) {
      if (error instanceof SymbionError) return error;
    }
    throw new Error('it opened');
  };

  it('is made on an empty disk, with what it is told in both languages when it cannot be', () => {
    opening();
    const error = refusal(path.join(folder, 'no', 'such', 'x.db'));
    expect(error.kind).toBe('unavailable');
    expect(error.text.en).toMatch(/There is no folder .*such/);
    expect(error.text.ru).toMatch(/Папки .* нет/);
  });

  it('of another program is left alone', () => {
    const other = new DatabaseSync(file);
    other.exec('CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1)');
    other.close();
    expect(refusal().text.en).toMatch(/another program/);
    const again = new DatabaseSync(file);
    expect(again.prepare('SELECT count(*) AS n FROM sqlite_schema').get()).toEqual({ n: 1 });
    again.close();
  });

  it('that is no database, or a folder, is refused', () => {
    writeFileSync(file, 'id,name\n'.repeat(1000));
    expect(refusal()).toMatchObject({ kind: 'unavailable', text: { en: expect.stringMatching(/not an SQLite file/) } });
    mkdirSync(path.join(folder, 'dir.db'));
    expect(refusal(path.join(folder, 'dir.db')).kind).toBe('unavailable');
  });

  it('of a newer program is refused and says so', async () => {
    await opening().close();
    open.pop();
    const newer = new DatabaseSync(file);
    newer.exec(`PRAGMA user_version = ${MIGRATIONS.length + 1}`);
    newer.close();
    expect(refusal().text.en).toMatch(/newer Symbion \(schema 4, here 3\)/);
  });

  it('of an earlier program is brought up: an exchange begins its history with what it is', async () => {
    await opening().close();
    open.pop();
    const now = exchange('x', { version: 7, state: 'talks' });
    const older = new DatabaseSync(file);
    older.exec('DROP TABLE event; PRAGMA user_version = 2');
    older.prepare('INSERT INTO exchange VALUES (?, ?, ?)').run('x', 7, JSON.stringify(now));
    older.close();
    const store = opening();
    const next = await store.putExchange({ ...now, state: 'agreed' }, 7);
    expect(await store.exchangeHistory('x')).toEqual([now, next]);
  });

  it.each([
    [8, 'unavailable', /read-only/],
    [8 | (5 << 8), 'unavailable', /read-only/],
    [13, 'unavailable', /disk is full/],
    [5, 'unavailable', /locked/],
    [1, 'internal', /near "x"/],
  ])('whose driver fails with code %i is %s', (errcode, kind, text) => {
    const error = toSymbionError(Object.assign(new Error('near "x"'), { code: 'ERR_SQLITE_ERROR', errcode }), file);
    expect(error).toMatchObject({ kind, text: { en: expect.stringMatching(text) } });
  });

  it('that another program writes is waited for without standing still', async () => {
    const store = opening();
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    let turns = 0;
    const clock = setInterval(() => {
      if (++turns === 10) other.exec('COMMIT');
    }, 20);
    await store.apply({ companies: [company('A')] });
    clearInterval(clock);
    other.close();
    expect(turns).toBeGreaterThanOrEqual(10);
    expect((await store.loadSnapshot()).companies).toHaveLength(1);
  });

  it('that is cut off tells of damage instead of giving wrong rows', async () => {
    const store = opening();
    await store.apply({ companies: Array.from({ length: 3000 }, (_, n) => company(`c${n}`)) });
    await store.close();
    open.pop();
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(0, Math.floor(bytes.length / 2)));
    const outcome = await (async () => (await opening().check()).problems)().catch((error: unknown) => error);
    if (outcome instanceof SymbionError) expect(outcome.kind).toBe('unavailable');
    else expect(outcome).not.toEqual([]);
  });

  it('is shared by two processes’ stores: both write, both see', async () => {
    const [one, two] = [opening(), opening()];
    await Promise.all(
      Array.from({ length: 40 }, (_, n) => (n % 2 ? one : two).apply({ companies: [company(`c${n}`)] })),
    );
    expect((await one.loadSnapshot()).companies).toHaveLength(40);
    expect(await one.snapshotHash()).toBe(await two.snapshotHash());
    await one.publishRun(run('r'), [match('o', 'd')]);
    expect((await two.findMatches('r', {}, 5)).rows).toEqual([match('o', 'd')]);
  });

  it('a snapshot is of one state though others write meanwhile', async () => {
    const store = opening();
    const ids = Array.from({ length: 3000 }, (_, n) => `c${n}`);
    const state = (text: string) => ({
      companies: ids.map((id) => company(id, { name: text })),
      sites: ids.map((id) => site(id, { town: text })),
      flows: ids.map((id) => flow(`f${id}`, id, { description: text })),
    });
    await store.apply(state('0'));
    const writing = (async () => {
      for (let k = 1; k <= 3; k++) await store.apply(state(`${k}`));
    })();
    for (let k = 0; k < 6; k++) {
      const { companies, sites, flows } = await store.loadSnapshot();
      const texts = new Set([
        ...companies.map((c) => c.name),
        ...sites.map((s) => s.town),
        ...flows.map((f) => f.description),
      ]);
      expect(texts.size).toBe(1);
    }
    await writing;
  });

  it('a backup is a whole store of its own, and is not written over', async () => {
    const store = opening();
    await store.apply({ companies: [company('A')], sites: [site('A')], flows: [flow('f', 'A')] });
    await store.publishRun(run('r'), [match('f', 'd')]);
    const copy = path.join(folder, 'copy.db');
    await store.backup(copy);
    const restored = opening(copy);
    expect(await restored.loadSnapshot()).toEqual(await store.loadSnapshot());
    expect(await restored.snapshotHash()).toBe(await store.snapshotHash());
    expect((await restored.findMatches('r', {}, 5)).rows).toEqual([match('f', 'd')]);
    await expect(store.backup(copy)).rejects.toMatchObject({ kind: 'conflict' });
  });

  it('a run that changes one list in a hundred writes one', async () => {
    const store = opening();
    const lists = (changed: number) =>
      Array.from({ length: 200 }, (_, o) =>
        Array.from({ length: 5 }, (_, k) => match(`o${o}`, `d${k}`, { rank: k + 1, score: o < changed ? 7 : 5 })),
      ).flat();
    await store.publishRun(run('a'), lists(0));
    await store.publishRun(run('b'), lists(2));
    const reader = new DatabaseSync(file, { readOnly: true });
    expect(reader.prepare('SELECT count(*) AS n FROM list').get()).toEqual({ n: 202 });
    reader.close();
  });
});

describe('sorting of rows', () => {
  it('falls by key, ties by row, unknown last, as a plain sort', async () => {
    const key = fc.oneof(
      fc.double(),
      fc.constantFrom(0, -0, 1, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(key, { maxLength: 60 }), async (keys) => {
        const known = (k: number) => (Number.isNaN(keys[k]!) ? 1 : 0);
        const expected = keys
          .map((_, k) => k)
          .sort(
            (a, b) =>
              known(a) - known(b) || (known(a) ? 0 : keys[b]! > keys[a]! ? 1 : keys[b]! < keys[a]! ? -1 : 0) || a - b,
          );
        expect([...(await sortFalling(Float64Array.from(keys), new Breath()))]).toEqual(expected);
      }),
      { seed: 1 },
    );
  });

  it('rises by whole number, ties by row', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 0xffffffff }), { maxLength: 60 }), async (keys) => {
        const expected = keys.map((_, k) => k).sort((a, b) => keys[a]! - keys[b]! || a - b);
        expect([...(await sortRising(Uint32Array.from(keys), new Breath()))]).toEqual(expected);
      }),
      { seed: 1 },
    );
  });
});
