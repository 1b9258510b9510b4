import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createInlineJobs } from '../../src/jobs/inline/index.ts';
import { openEmbeddedStore } from '../../src/store/embedded/index.ts';
import { numbers } from '../contract/samples.ts';

const CHILD = path.join(import.meta.dirname, 'crash-child.ts');

/** kill -9 at moments that differ with the seed: the file is afterwards as before or as after, never between. */
describe('a crash', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'symbion-crash-'));
    file = path.join(folder, 'symbion.db');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Runs the child to its end, or kills it so long after it began to write. Tells whether it ended by itself. */
  async function work(kind: 'import' | 'publish', generation: number, killAfterMs?: number): Promise<boolean> {
    const child = fork(CHILD, [file, kind, String(generation)], {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const ended = once(child, 'exit') as Promise<[number | null, string | null]>;
    if (killAfterMs !== undefined) {
      await new Promise<void>((resolve) => {
        child.on('message', (message) => message === (killAfterMs < 0 ? 'active' : 'writing') && resolve());
        child.once('exit', () => resolve());
      });
      await sleep(Math.abs(killAfterMs));
      child.kill('SIGKILL');
    }
    const [code] = await ended;
    return code === 0;
  }

  /** The descriptions and names found; one each when no two states are mixed. */
  async function generations(): Promise<{ flows: number; texts: string[] }> {
    const store = openEmbeddedStore(file);
    const { companies, flows } = await store.loadSnapshot();
    expect((await store.check()).problems).toEqual([]);
    await store.close();
    const texts = new Set([...flows.map((f) => f.description), ...companies.map((c) => `generation ${c.name}`)]);
    return { flows: flows.length, texts: [...texts] };
  }

  async function jobOf(kind: string) {
    const store = openEmbeddedStore(file);
    const jobs = createInlineJobs({
      store,
      kinds: ['import', 'publish'],
      handlers: { import: async () => 'again', publish: async () => 'again' },
    });
    try {
      const left = (await jobs.list(50)).filter((job) => job.kind === kind && job.state === 'interrupted');
      for (const job of left) {
        await jobs.retry(job.id);
        for await (const event of jobs.watch(job.id))
          if (event.job.state === 'done') expect(event.job.result).toBe('again');
      }
      return left.length;
    } finally {
      await jobs.close();
      await store.close();
    }
  }

  it('in the middle of an import leaves all of it or nothing, and the job can be run again', async () => {
    const below = numbers(3);
    expect(await work('import', 0)).toBe(true);
    let [before, interrupted] = [0, 0];
    for (let round = 1; round <= 5; round++) {
      // negative: while the rows still come in
      const ended = await work('import', round, round === 1 ? -20 : below(900));
      const { flows, texts } = await generations();
      expect(flows).toBe(50_000);
      expect(texts).toHaveLength(1);
      expect([`generation ${before}`, `generation ${round}`]).toContain(texts[0]);
      if (ended) expect(texts[0]).toBe(`generation ${round}`);
      else interrupted += await jobOf('import');
      before = Number(texts[0]!.split(' ')[1]);
    }
    expect(interrupted).toBeGreaterThan(0);
  });

  it('in the middle of publishing leaves the run whole or absent, and the next try publishes it', async () => {
    const below = numbers(4);
    expect(await work('publish', 0)).toBe(true);
    let [current, interrupted] = [0, 0];
    for (let round = 1; round <= 5; round++) {
      const ended = await work('publish', round, round === 1 ? -5 : below(400));
      const store = openEmbeddedStore(file);
      const run = await store.findRun();
      expect([`run-${current}`, `run-${round}`]).toContain(run!.id);
      if (ended) expect(run!.id).toBe(`run-${round}`);
      const published = Number(run!.id.slice(4));
      for (const [output, demand] of [
        ['o00000', 'd0'],
        ['o05999', 'd9'],
      ]) {
        const { rows } = await store.findMatches(run!.id, { output: output!, demand: demand! }, 5);
        expect(rows.map((m) => m.score)).toEqual([published * 100 + Number(demand!.slice(1))]);
      }
      let [rows, after] = [0, undefined as string | undefined];
      do {
        const page = await store.findMatches(run!.id, {}, 5000, after);
        rows += page.rows.filter((m) => Math.floor(m.score / 100) === published).length;
        after = page.next;
      } while (after !== undefined);
      expect(rows).toBe(60_000);
      expect((await store.check()).problems).toEqual([]);
      await store.close();
      if (!ended) interrupted += await jobOf('publish');
      current = published;
    }
    expect(interrupted).toBeGreaterThan(0);
    expect(await work('publish', 9)).toBe(true);
  });
});
