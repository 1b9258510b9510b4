import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { FlowInput, Symbion } from '../../src/app/symbion.ts';
import { compose } from '../../src/compose.ts';
import type { Match } from '../../src/domain/index.ts';

const DEMO = path.resolve(import.meta.dirname, '../../fixtures/demo');
const handed = (name: string) => ({ name, open: () => createReadStream(path.join(DEMO, name)) });
const ASH: FlowInput = {
  id: 'O088',
  companyId: 'S55',
  direction: 'output',
  description: 'Зола угольная сухая',
  quantity: 50_000,
  unit: 't',
};
const NEW_ASH: FlowInput = { ...ASH, id: 'new-ash', quantity: 700 };

describe('a changed flow', () => {
  const houses: { symbion: Symbion; readonly folder: string }[] = [];
  const openAt = (folder: string) => compose({ SYMBION_DATA: folder, SYMBION_THREADS: '1' }).open();
  const openDemo = async (): Promise<Symbion> => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'symbion-follow-'));
    const symbion = await openAt(folder);
    houses.push({ symbion, folder });
    await symbion.importFiles({ companies: handed('companies.csv'), flows: handed('flows.csv') });
    return symbion;
  };
  afterEach(async () => {
    for (const { symbion, folder } of houses.splice(0)) {
      await symbion.close();
      await rm(folder, { recursive: true, force: true });
    }
  });

  const matched = async (symbion: Symbion): Promise<void> => {
    for await (const { job } of symbion.watchJob(await symbion.startRun({ asOf: '2026-11-01' })))
      if (job.state === 'failed') throw new Error(job.reason);
  };
  /** Everything that can be seen of the current run. */
  const seen = async (symbion: Symbion) => {
    const run = (await symbion.findRun())!;
    const matches: Match[] = [];
    for (let after: string | undefined; ; ) {
      const page = await symbion.findMatches({}, 500, after);
      matches.push(...page.rows);
      after = page.next;
      if (after === undefined) break;
    }
    return { id: run.id, counts: run.counts, matches, picture: await symbion.picture() };
  };
  /** Waits for the run that follows one. */
  const follows = async (symbion: Symbion, before: string): Promise<void> => {
    while ((await symbion.findRun())?.id === before) await sleep(2);
  };

  it('is seen in the current run by itself, and the run is that of a whole computation', async () => {
    const symbion = await openDemo();
    await matched(symbion);
    const steps: ((house: Symbion) => Promise<unknown>)[] = [
      (house) => house.putFlow(ASH),
      (house) => house.putFlow(NEW_ASH),
      (house) =>
        house.putFlows([
          { ...NEW_ASH, quantity: 9000 },
          { ...NEW_ASH, id: 'another', companyId: 'S20' },
        ]),
      (house) => house.retireFlow('O088'),
      (house) => house.retireFlow('new-ash'),
    ];
    for (const [n, step] of steps.entries()) {
      const before = (await symbion.findRun())!.id;
      await step(symbion);
      await follows(symbion, before);
      const other = await openDemo();
      for (const earlier of steps.slice(0, n + 1)) await earlier(other);
      await matched(other);
      expect(await seen(symbion)).toEqual(await seen(other));
    }
    const whole = (await symbion.listJobs(50)).filter(({ kind }) => kind === 'match-region');
    expect(whole.length).toBe(1);
  });

  it('is followed by a whole run where a company has changed since the run', async () => {
    const symbion = await openDemo();
    await matched(symbion);
    const before = (await symbion.findRun())!.id;
    await symbion.retireCompany('S55');
    await symbion.putFlow({ ...NEW_ASH, companyId: 'S20' });
    await follows(symbion, before);
    expect((await symbion.findMatches({ company: 'S55' }, 1)).rows).toEqual([]);
    expect((await symbion.listJobs(50)).filter(({ kind }) => kind === 'match-region').length).toBe(2);
  });

  it('back to data that were computed before is seen, too', async () => {
    let symbion = await openDemo();
    const house = houses[0]!;
    // after a start nothing is warm, so that each change waits for a whole run
    const reopened = async () => {
      await symbion.close();
      symbion = await openAt(house.folder);
      house.symbion = symbion;
    };
    await matched(symbion);
    const first = (await symbion.findRun())!.id;
    await reopened();
    await symbion.putFlow(NEW_ASH);
    await follows(symbion, first);
    const second = (await symbion.findRun())!.id;
    await reopened();
    await symbion.retireFlow('new-ash');
    await follows(symbion, second);
    expect((await symbion.findRun())!.id).toBe(first);
  });

  it('is seen also after a change of nothing', async () => {
    const symbion = await openDemo();
    await matched(symbion);
    const before = (await symbion.findRun())!.id;
    await symbion.putFlows([]);
    await symbion.putFlow(NEW_ASH);
    await follows(symbion, before);
    expect((await symbion.findMatches({ output: 'new-ash' }, 1)).rows.length).toBe(1);
  });

  it('is one batch with the others that come meanwhile', async () => {
    const symbion = await openDemo();
    await matched(symbion);
    await Promise.all(Array.from({ length: 100 }, (_, i) => symbion.putFlow({ ...NEW_ASH, id: `ash-${i}` })));
    while (!(await symbion.findMatches({ output: 'ash-99' }, 1)).rows[0]) await sleep(2);
    const listed = await symbion.findMatches({ output: 'ash-42' }, 50);
    expect(listed.rows.length).toBeGreaterThan(0);
    expect((await symbion.listRuns(200)).length).toBeLessThan(60);
  });
});
