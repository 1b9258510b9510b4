import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookUp } from '../../src/app/matches/look-up.ts';
import { viewMatch } from '../../src/app/matches/views.ts';
import type { MatchView, Symbion } from '../../src/app/symbion.ts';
import { compose } from '../../src/compose.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { openEmbeddedStore } from '../../src/store/embedded/index.ts';
import { demoFiles } from '../demo-house.ts';

describe('a page of matches of a large region', () => {
  let folder: string;
  let symbion: Symbion;
  let rows: readonly MatchView[];
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'symbion-look-up-'));
    symbion = await compose({ SYMBION_DATA: folder, SYMBION_THREADS: '1' }).open();
    await symbion.importFiles(demoFiles());
    for await (const { job } of symbion.watchJob(await symbion.startRun({ asOf: '2026-11-01' })))
      if (job.state === 'failed') throw new Error(job.reason);
    rows = (await symbion.findMatches({}, 1000)).rows;
  });
  afterAll(async () => {
    await symbion.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('names what it names in a small one, inferred flows too, without loading the region', async () => {
    const knowledge = loadKnowledge();
    const uses = new Map(knowledge.uses.map((use) => [use.id, use.treatment]));
    const store = openEmbeddedStore(path.join(folder, 'symbion.db'));
    const bare = (await store.findMatches((await store.findRun())!.id, {}, 1000)).rows;
    const named = await lookUp({ ...store, loadSnapshot: () => expect.unreachable() }, knowledge, bare);
    await store.close();
    expect(bare.some((match) => match.inferred)).toBe(true);
    expect(bare.map((match) => viewMatch(named, knowledge, uses, match))).toEqual(rows);
  });
});
