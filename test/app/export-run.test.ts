import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Apart } from '../../src/app/answers/apart.ts';
import { createSymbion, jobHandlers } from '../../src/app/index.ts';
import { withoutVersion } from '../../src/app/region/region.ts';
import type { Symbion } from '../../src/app/symbion.ts';
import { buildClassifier } from '../../src/classify/index.ts';
import { compareIds, type Match } from '../../src/domain/index.ts';
import { createInlineJobs } from '../../src/jobs/inline/index.ts';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { openEmbeddedStore } from '../../src/store/embedded/index.ts';
import type { Store } from '../../src/store/port.ts';
import { computeLists, fillColumns } from '../../workers/engine-pool.ts';
import { runTask } from '../../workers/task-pool.ts';
import { run } from '../contract/samples.ts';

const knowledge = loadKnowledge();
const handed = (name: string) => ({ name, open: () => createReadStream(`fixtures/demo/${name}`) });
type Row = Record<string, string>;

describe('the export of a run', () => {
  let folder: string;
  let store: Store;
  let symbion: Symbion;
  let all: readonly Match[];
  /** The whole index of a run was asked for. */
  let indexed = false;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'symbion-export-'));
    store = openEmbeddedStore(path.join(folder, 'symbion.db'));
    const watched: Store = {
      ...store,
      findMatches(runId, filter, ...more) {
        indexed ||= filter.output === undefined;
        return store.findMatches(runId, filter, ...more);
      },
    };
    const parts = {
      store: watched,
      knowledge,
      classifier: buildClassifier(knowledge),
      computeLists,
      searchColumns: fillColumns,
      apart: runTask as Apart,
      today: () => '2026-11-01',
      now: () => new Date(),
    };
    symbion = createSymbion({ ...parts, jobs: createInlineJobs({ store, handlers: jobHandlers(parts) }) });
    await symbion.importFiles({ companies: handed('companies.csv'), flows: handed('flows.csv') });
    const [hidden] = (await store.findCompanies({ ids: ['S41'] }, 1)).rows;
    const [secret] = (await store.findFlows({ ids: ['O088'] }, 1)).rows;
    await store.apply({
      companies: [{ id: hidden!.id, name: hidden!.name, visibility: 'private' }],
      flows: [{ ...withoutVersion(secret!), confidential: true }],
    });
    for await (const _ of symbion.watchJob(await symbion.startRun({ infer: true })));
    const { id } = (await store.findRun())!;
    all = (await Array.fromAsync(store.readMatches(id))).flat();
    indexed = false;
  });
  afterAll(async () => {
    await symbion.close();
    rmSync(folder, { recursive: true });
  });

  const text = async (...[format, options]: Parameters<Symbion['exportRun']>) =>
    Buffer.concat(await Array.fromAsync(symbion.exportRun(format, options))).toString();
  const rows = async (options: Parameters<Symbion['exportRun']>[1]) =>
    parse(await text('csv', options), { columns: true }) as Row[];

  it('tells a table by output, each with its best taker first', async () => {
    const ofOne = (await rows({})).filter(({ output }) => output === 'O001');
    expect(ofOne.map(({ rank }) => rank).slice(0, 3)).toEqual(['1', '2', '3']);
    const scores = ofOne.map(({ score }) => Number(score));
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it('leaves out confidential flows and companies that are not public, and no others', async () => {
    const told = (await rows({})).map(({ output, demand }) => `${output} ${demand}`);
    const open = all.filter((m) => m.output !== 'O088' && m.outputCompany !== 'S41' && m.demandCompany !== 'S41');
    expect(told).toEqual(open.map(({ output, demand }) => `${output} ${demand}`));
    expect(open.length).toBeLessThan(all.length);
    expect(open.some((m) => m.inferred)).toBe(true);
    expect(await rows({ include: 'confidential' })).toHaveLength(all.length);
  });

  it('needs no index of all matches', async () => {
    for (const format of ['csv', 'jsonl', 'parquet', 'geojson'] as const) await text(format, {});
    expect(indexed).toBe(false);
  });

  it.each(['xlsx', 'gexf', 'graphml'] as const)('refuses a country as %s before it reads one', async (format) => {
    const before = (await store.findRun())!;
    await store.publishRun(
      run('country', { counts: { ...before.counts, matches: 149_999, blocked: 1, hints: 1 } }),
      [],
    );
    await store.publishRun(before, []);
    await expect(text(format, { runId: 'country' })).rejects.toMatchObject({
      kind: 'too-large',
      text: { en: expect.stringMatching(/^There are 150001 matches, .*: export csv, jsonl or parquet\.$/) },
    });
    expect(await text(format, {})).not.toBe('');
  });

  it('has the outputs in the order of their ids', async () => {
    const outputs = (await rows({})).map(({ output }) => output!);
    expect(outputs).toEqual([...outputs].sort(compareIds));
  });
});
