import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Apart } from '../../src/app/answers/apart.ts';
import { createSymbion, jobHandlers } from '../../src/app/index.ts';
import { contentOf } from '../../src/app/region/snapshot-content.ts';
import type { Symbion } from '../../src/app/symbion.ts';
import { buildClassifier } from '../../src/classify/index.ts';
import { createInlineJobs } from '../../src/jobs/inline/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { openEmbeddedStore } from '../../src/store/embedded/index.ts';
import type { JobRecord, Store } from '../../src/store/port.ts';
import { computeLists, fillColumns } from '../../workers/engine-pool.ts';
import { runTask } from '../../workers/task-pool.ts';
import { demoFiles } from '../demo-house.ts';

const knowledge = loadKnowledge();
const classifier = buildClassifier(knowledge);

describe('a run', () => {
  let folder: string;
  let store: Store;
  let symbion: Symbion;
  /** Done once, just before a job reads the snapshot. */
  let meanwhile: (() => Promise<unknown>) | undefined;
  const published: string[] = [];
  beforeEach(async () => {
    published.length = 0;
    folder = mkdtempSync(path.join(os.tmpdir(), 'symbion-runs-'));
    store = openEmbeddedStore(path.join(folder, 'symbion.db'));
    const disturbed: Store = {
      ...store,
      async loadSnapshot() {
        const disturb = meanwhile;
        meanwhile = undefined;
        await disturb?.();
        return store.loadSnapshot();
      },
      publishRun(run, ...more) {
        published.push(run.id);
        return store.publishRun(run, ...more);
      },
    };
    const parts = {
      store: disturbed,
      knowledge,
      classifier,
      computeLists,
      searchColumns: fillColumns,
      apart: runTask as Apart,
      today: () => '2026-11-01',
      now: () => new Date(),
    };
    symbion = createSymbion({ ...parts, jobs: createInlineJobs({ store, handlers: jobHandlers(parts) }) });
    await symbion.importFiles(demoFiles());
  });
  afterEach(async () => {
    await symbion.close();
    rmSync(folder, { recursive: true });
  });
  const ended = async (id: string): Promise<JobRecord> => {
    let last: JobRecord | undefined;
    for await (const { job } of symbion.watchJob(id)) last = job;
    return last!;
  };

  it('is named by the data that it was made of, though somebody wrote while it began', async () => {
    meanwhile = () => store.apply({ retireFlows: ['O088'] });
    await ended(await symbion.startRun());
    const run = (await symbion.findRun())!;
    expect(run.snapshot).toBe(await store.snapshotHash());
    expect(run.snapshot).toBe(contentOf(await store.loadSnapshot()));
    expect((await store.findMatches(run.id, { output: 'O088' }, 1)).rows).toEqual([]);
  });

  it('that is current is published again, as a lost process may not have come to the end of it', async () => {
    await ended(await symbion.startRun());
    const { id } = (await symbion.findRun())!;
    const { rows } = await symbion.findMatches({}, 10);
    await ended(await symbion.startRun({}, { force: true }));
    expect(published).toEqual([id, id]);
    expect((await symbion.findMatches({}, 10)).rows).toEqual(rows);
  });

  it('that was computed before becomes current again when it is asked for', async () => {
    await ended(await symbion.startRun({ top: 5 }));
    const first = (await symbion.findRun())!.id;
    await ended(await symbion.startRun({ top: 6 }));
    expect((await symbion.findRun())!.id).not.toBe(first);
    await ended(await symbion.startRun({ top: 5 }));
    expect((await symbion.findRun())!.id).toBe(first);
  });

  it('answers no question from data that it was not made of', async () => {
    await ended(await symbion.startRun());
    meanwhile = () => store.apply({ retireFlows: ['O088'] });
    const { job, id } = await symbion.startClusters({});
    expect(await ended(job)).toMatchObject({
      state: 'failed',
      reason: expect.stringMatching(/data have changed/),
      told: { ru: expect.stringMatching(/Данные изменились/), en: expect.stringMatching(/data have changed/) },
    });
    await expect(symbion.getClusters(id)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('is not planned with two plants of one process at one site', async () => {
    await ended(await symbion.startRun());
    const plant = { process: 'waelz-kiln', site: 'S01', capacityPerYear: 10_000 };
    await expect(symbion.startPlan({ whatIf: { plants: [plant, plant] } })).rejects.toMatchObject({
      kind: 'input',
      text: { en: expect.stringContaining('plants waelz-kiln@S01: one plant of a process at a site') },
    });
  });
});
