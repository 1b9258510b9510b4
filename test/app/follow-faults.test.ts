import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Apart } from '../../src/app/answers/apart.ts';
import { FollowedRuns } from '../../src/app/follow/followed-runs.ts';
import { createSymbion, Follower, jobHandlers } from '../../src/app/index.ts';
import type { FlowInput, Symbion } from '../../src/app/symbion.ts';
import { buildClassifier } from '../../src/classify/index.ts';
import type { Run } from '../../src/domain/index.ts';
import { createInlineJobs } from '../../src/jobs/inline/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { openEmbeddedStore } from '../../src/store/embedded/index.ts';
import type { Store } from '../../src/store/port.ts';
import { computeLists, fillColumns } from '../../workers/engine-pool.ts';
import { runTask } from '../../workers/task-pool.ts';
import { demoFiles } from '../demo-house.ts';

const knowledge = loadKnowledge();
const classifier = buildClassifier(knowledge);
const ASH: FlowInput = {
  id: 'new-ash',
  companyId: 'S55',
  direction: 'output',
  description: 'Зола угольная сухая',
  quantity: 700,
  unit: 't',
};

describe('a change that cannot be followed', () => {
  let folder: string;
  let store: Store;
  const faults: unknown[] = [];
  beforeEach(() => {
    faults.length = 0;
    folder = mkdtempSync(path.join(os.tmpdir(), 'symbion-follow-'));
    store = openEmbeddedStore(path.join(folder, 'symbion.db'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** A house with the demo region and its run, whose store publishes a followed run in another way. */
  async function open(amendRun: Store['amendRun']): Promise<{ symbion: Symbion; follower: Follower }> {
    const parts = {
      store: { ...store, amendRun } as Store,
      knowledge,
      classifier,
      computeLists,
      searchColumns: fillColumns,
      apart: runTask as Apart,
      today: () => '2026-11-01',
      now: () => new Date(),
    };
    const follower = new Follower({ ...parts, onFault: (error) => faults.push(error) });
    const jobs = createInlineJobs({ store: parts.store, handlers: jobHandlers({ ...parts, follower }) });
    const symbion = createSymbion({ ...parts, jobs, follower });
    await symbion.importFiles(demoFiles());
    for await (const _ of symbion.watchJob(await symbion.startRun()));
    return { symbion, follower };
  }

  it('is told, and seen by a whole run', async () => {
    const { symbion, follower } = await open(async () => {
      throw new Error('no room on the disk');
    });
    await symbion.putFlow(ASH);
    await follower.idle();
    expect(faults).toMatchObject([{ message: 'no room on the disk' }]);
    expect((await symbion.findRun())!.snapshot).toBe(await store.snapshotHash());
    expect((await symbion.findMatches({ output: 'new-ash' }, 1)).rows.length).toBe(1);
    await symbion.close();
  });

  it('because a person has published a run of other settings meanwhile takes those settings over', async () => {
    const { symbion, follower } = await open(async (...amended) => {
      const current = (await store.findRun())!;
      await store.publishRun({ ...current, id: 'theirs', settings: { ...current.settings, top: 3 } }, []);
      await store.amendRun(...amended);
    });
    await symbion.putFlow(ASH);
    await follower.idle();
    const { settings, snapshot } = (await symbion.findRun())!;
    expect([settings.top, snapshot]).toEqual([3, await store.snapshotHash()]);
    expect(faults).toEqual([]);
    await symbion.close();
  });

  it('leaves the latest runs, those with an answer beside them and those that were not made by following', async () => {
    const runs = new FollowedRuns(store, 2, 1);
    const run = (id: string): Run => ({
      id,
      snapshot: id,
      knowledge: 'k',
      engine: 'e',
      settings: {} as Run['settings'],
      createdAt: '2026-11-01T00:00:00Z',
      counts: { companies: 0, outputs: 0, demands: 0, matches: 0, blocked: 0, hints: 0 },
    });
    await store.publishRun(run('whole'), []);
    const steps = ['a', 'b', 'asked', 'c', 'whole', 'd', 'e', 'f'];
    for (const [n, id] of steps.entries()) {
      await runs.publish(run(id), steps[n - 1] ?? 'whole', [], []);
      await store.putResult(id, 'picture', '', {});
      if (id === 'asked') await store.putResult(id, 'find-chains', 'key', {});
    }
    expect((await store.listRuns(20)).map(({ id }) => id)).toEqual(['f', 'e', 'whole', 'asked']);
    expect(await store.findResult('a', 'picture', '')).toBeUndefined();
    await store.close();
  });
});
