import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { MatchFilter, Symbion } from '../../src/app/symbion.ts';
import { compose } from '../../src/compose.ts';
import type { Match } from '../../src/domain/index.ts';
import { emptyDatabase, tryServices } from './shared.ts';

const { services, reason } = await tryServices();
afterAll(() => services?.stop());

const SETTINGS = { asOf: '2026-11-01' };

/** The same story on any house: import, a change, a run; then everything that can be read. */
async function story(symbion: Symbion) {
  const file = (name: string) => ({ name, open: () => createReadStream(`fixtures/demo/${name}`) });
  const report = await symbion.importFiles({ companies: file('companies.csv'), flows: file('flows.csv') });
  const flow = await symbion.getFlow('O001');
  await symbion.putFlow(
    {
      id: 'O001',
      companyId: flow.companyId,
      direction: 'output',
      description: flow.description,
      quantity: 61_000,
      unit: 't',
    },
    flow.version,
  );
  await symbion.retireFlow('O002');
  const id = await symbion.startRun(SETTINGS);
  for await (const { job } of symbion.watchJob(id)) if (job.state === 'failed') throw new Error(job.reason);
  const run = (await symbion.findRun())!;
  const all = async (filter: MatchFilter): Promise<Match[]> => {
    const rows: Match[] = [];
    for (let after: string | undefined; ; ) {
      const page = await symbion.findMatches(filter, 50, after);
      rows.push(...page.rows);
      after = page.next;
      if (after === undefined) return rows;
    }
  };
  const answered = async ({ job, id }: { job: string; id: string }) => {
    for await (const event of symbion.watchJob(job))
      if (event.job.state === 'failed') throw new Error(event.job.reason);
    return id;
  };
  const chains = await symbion.getChains(await answered(await symbion.startChains({ shape: 'tree', maxSteps: 6 })));
  const clusters = await symbion.getClusters(await answered(await symbion.startClusters({})));
  const plan = await symbion.getPlan(
    await answered(
      await symbion.startPlan({
        front: { against: 'co2', points: 3 },
        uncertainty: { trials: 5 },
        whatIf: { switchedOff: ['S18'], plants: [{ process: 'waelz-kiln', site: 'S01', capacityPerYear: 9000 }] },
      }),
    ),
  );
  const sites = await symbion.getSites(await answered(await symbion.startSites({ top: 3 })));
  const [best] = chains.found;
  const pairs = best!.steps.map(({ output, demand }) => ({ output, demand }));
  const split = await symbion.getSplit(await answered(await symbion.startSplit({ pairs })));
  const memberships = await symbion.membershipsOf(best!.companies[0]!);
  if (memberships.length === 0) throw new Error('the best chain is not found by its company');
  return JSON.stringify({
    chains,
    clusters,
    plan,
    sites,
    split,
    memberships,
    changes: report.changes,
    run: { ...run, createdAt: '' },
    matches: await all({}),
    byMoney: await all({ sort: 'money', minScore: 600 }),
    picture: await symbion.picture(),
    flows: (await symbion.findFlows({ text: 'зола' }, 50)).rows,
    companies: (await symbion.findCompanies({}, 100)).rows,
  });
}

describe('[services] one story on both houses', () => {
  it.skipIf(!services)(
    `leaves the same content, the same run and the same bytes of matches${reason && ` (${reason})`}`,
    async () => {
      const { env } = services!;
      await emptyDatabase({ uri: env.NEO4J_URI, user: env.NEO4J_USER, password: env.NEO4J_PASSWORD });
      const dir = mkdtempSync(path.join(os.tmpdir(), 'symbion-both-'));
      const stop = new AbortController();
      const here = compose({ SYMBION_DATA: dir });
      const there = compose({ ...env, SYMBION_DATA: dir });
      const working = compose({ ...env, SYMBION_DATA: dir }).work(1, stop.signal);
      const [embedded, onServices] = [await here.open(), await there.open()];
      try {
        expect(await story(onServices)).toBe(await story(embedded));
        expect((await onServices.health()).ready).toBe(true);
      } finally {
        stop.abort();
        await working;
        await embedded.close();
        await onServices.close();
        rmSync(dir, { recursive: true });
      }
    },
  );
});
