import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { matchCases } from '../../src/app/matches/matches.ts';
import { WarmRegion } from '../../src/app/region/warm-region.ts';
import { PICTURE } from '../../src/app/run/picture.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { type EmbeddedStore, openEmbeddedStore } from '../../src/store/embedded/index.ts';
import { company, flow, match, run, site } from '../contract/samples.ts';

const knowledge = loadKnowledge();
const counts = { ...run('').counts, matches: 11 };

describe('the picture of a country that has changed', () => {
  let folder: string;
  let store: EmbeddedStore;
  beforeEach(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'symbion-picture-'));
    store = openEmbeddedStore(path.join(folder, 'symbion.db'));
    const flows = [flow('o', 'c', { direction: 'output' }), flow('d', 'e', { direction: 'input' })];
    await store.apply({ companies: [company('c'), company('e')], sites: [site('c'), site('e')], flows });
    await store.publishRun(run('whole', { counts }), [match('o', 'd')]);
    await store.putResult('whole', PICTURE, '', { matches: 7 });
    await store.putResult('whole', PICTURE, 'North', { region: 'North', matches: 3 });
    await store.amendRun(run('followed', { counts }), 'whole', ['o'], [match('o', 'd', { score: 300 })]);
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  const cases = (mostDrawn: number) => matchCases(store, knowledge, new WarmRegion(store, knowledge), { mostDrawn });

  it('is that of the run before, and says so', async () => {
    expect(await cases(10).picture()).toEqual({ matches: 7, run: 'whole' });
    expect(await cases(10).picture('North')).toEqual({ region: 'North', matches: 3, run: 'whole' });
    expect(await cases(10).picture('South')).toMatchObject({ region: 'South', matches: 0, run: 'whole' });
  });

  it('is its own where the run is named, and where the region is none too large', async () => {
    expect(await cases(11).picture()).toMatchObject({ matches: 1, companies: 2 });
    expect(await cases(10).picture(undefined, 'followed')).not.toHaveProperty('run');
  });

  it('is its own where no run before was of the same settings', async () => {
    const settings = { ...run('').settings, asOf: '2020-01-01' };
    await store.publishRun(run('other', { counts, settings }), [match('o', 'd')]);
    expect(await cases(10).picture()).not.toHaveProperty('run');
  });
});
