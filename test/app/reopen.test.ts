import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { FlowInput, Symbion } from '../../src/app/symbion.ts';
import { compose } from '../../src/compose.ts';
import { ASH, allMatches, demoFiles, followed, matched, NEW_ASH } from '../demo-house.ts';

const OTHER: FlowInput = { ...NEW_ASH, id: 'another', companyId: 'S20' };

describe('a process that starts', () => {
  const folders: string[] = [];
  const houses = new Set<Symbion>();
  const openAt = async (folder: string): Promise<Symbion> => {
    const symbion = await compose({ SYMBION_DATA: folder, SYMBION_THREADS: '1', SYMBION_LOG: 'silent' }).open();
    houses.add(symbion);
    return symbion;
  };
  const close = async (symbion: Symbion) => {
    houses.delete(symbion);
    await symbion.close();
  };
  const openDemo = async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'symbion-reopen-'));
    folders.push(folder);
    const symbion = await openAt(folder);
    await symbion.importFiles(demoFiles());
    return { folder, symbion };
  };
  afterEach(async () => {
    for (const symbion of houses) await symbion.close();
    houses.clear();
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
  });

  const wholeRuns = async (symbion: Symbion) =>
    (await symbion.listJobs(50)).filter(({ kind }) => kind === 'match-region').length;
  const seen = async (symbion: Symbion) => {
    const { id, counts } = (await symbion.findRun())!;
    return { id, counts, matches: await allMatches(symbion) };
  };
  /** What a house sees that was never closed and computes all anew after these changes. */
  const ofWhole = async (changes: readonly ((house: Symbion) => Promise<unknown>)[]) => {
    const { symbion } = await openDemo();
    for (const change of changes) await change(symbion);
    await matched(symbion);
    return seen(symbion);
  };

  it('follows the run of the process before, with what was changed since, and computes nothing', async () => {
    const { folder, symbion: first } = await openDemo();
    await matched(first);
    await followed(first, (house) => house.putFlow(ASH));
    await followed(first, (house) => house.putFlows([NEW_ASH, OTHER]));
    await followed(first, (house) => house.retireFlow('another'));
    await close(first);

    const second = await openAt(folder);
    await second.warmUp();
    await followed(second, (house) => house.putFlow({ ...NEW_ASH, quantity: 9000 }));
    await close(second);

    const third = await openAt(folder);
    await third.warmUp();
    await followed(third, (house) => house.retireFlow('O088'));
    expect(await wholeRuns(third)).toBe(1);
    expect(await seen(third)).toEqual(
      await ofWhole([(house) => house.putFlow({ ...NEW_ASH, quantity: 9000 }), (house) => house.retireFlow('O088')]),
    );
  });

  it('makes a change wait that comes while it opens what was kept', async () => {
    const { folder, symbion: first } = await openDemo();
    await matched(first);
    await close(first);
    const second = await openAt(folder);
    const warm = second.warmUp();
    await followed(second, (house) => house.putFlows([ASH, NEW_ASH]));
    await followed(second, (house) => house.retireFlow('new-ash'));
    await warm;
    expect(await wholeRuns(second)).toBe(1);
    expect(await seen(second)).toEqual(await ofWhole([(house) => house.putFlow(ASH)]));
  });

  it('asks for a first page ahead, where there is a run', async () => {
    const { symbion } = await openDemo();
    await symbion.askAhead();
    await matched(symbion);
    await symbion.askAhead();
    expect((await symbion.findMatches({ region: 'RU-SPE' }, 1)).rows).toHaveLength(1);
  });

  it('computes a whole run where the file is damaged, or the data were changed without it', async () => {
    const { folder, symbion: first } = await openDemo();
    await matched(first);
    await close(first);
    const file = path.join(folder, 'warm/run.warm');
    const bytes = await readFile(file);
    await writeFile(file, bytes.fill(bytes.at(-5)! ^ 1, bytes.length - 5, bytes.length - 4));
    const second = await openAt(folder);
    await second.warmUp();
    await followed(second, (house) => house.putFlow(ASH));
    expect(await wholeRuns(second)).toBe(2);

    await second.retireCompany('S20');
    await close(second);
    const third = await openAt(folder);
    await third.warmUp();
    await followed(third, (house) => house.putFlow(NEW_ASH));
    expect(await wholeRuns(third)).toBe(3);
    expect(await seen(third)).toEqual(
      await ofWhole([
        (house) => house.putFlow(ASH),
        (house) => house.retireCompany('S20'),
        (house) => house.putFlow(NEW_ASH),
      ]),
    );
  });
});
