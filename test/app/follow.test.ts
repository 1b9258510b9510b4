import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { Symbion } from '../../src/app/symbion.ts';
import { compose } from '../../src/compose.ts';
import { ASH, allMatches, demoFiles, followed, matched, NEW_ASH } from '../demo-house.ts';

describe('a changed flow', () => {
  const houses: { symbion: Symbion; readonly folder: string }[] = [];
  const openAt = (folder: string) => compose({ SYMBION_DATA: folder, SYMBION_THREADS: '1' }).open();
  const openDemo = async (): Promise<Symbion> => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'symbion-follow-'));
    const symbion = await openAt(folder);
    houses.push({ symbion, folder });
    await symbion.importFiles(demoFiles());
    return symbion;
  };
  afterEach(async () => {
    for (const { symbion, folder } of houses.splice(0)) {
      await symbion.close();
      await rm(folder, { recursive: true, force: true });
    }
  });

  /** Everything that can be seen of the current run. */
  const seen = async (symbion: Symbion) => {
    const run = (await symbion.findRun())!;
    const [{ rows: sites }, regions] = [await symbion.findSites({}, 1000), await symbion.listRegions()];
    const { id, counts } = run;
    return { id, counts, matches: await allMatches(symbion), picture: await symbion.picture(), sites, regions };
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
      await followed(symbion, step);
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
    await followed(symbion, async () => {
      await symbion.retireCompany('S55');
      await symbion.putFlow({ ...NEW_ASH, companyId: 'S20' });
    });
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
    await followed(symbion, () => symbion.putFlow(NEW_ASH));
    await reopened();
    await followed(symbion, () => symbion.retireFlow('new-ash'));
    expect((await symbion.findRun())!.id).toBe(first);
  });

  it('is seen also after a change of nothing', async () => {
    const symbion = await openDemo();
    await matched(symbion);
    await followed(symbion, async () => {
      await symbion.putFlows([]);
      await symbion.putFlow(NEW_ASH);
    });
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
