import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import neo4j from 'neo4j-driver';
import { afterAll, describe, expect, it } from 'vitest';
import type { Symbion } from '../../src/app/symbion.ts';
import { compose } from '../../src/compose.ts';
import { ASH, demoFiles, followed, matched } from '../demo-house.ts';
import { emptyDatabase, tryServices } from './shared.ts';

const { services, reason } = await tryServices();
afterAll(() => services?.stop());

const CHANGES: readonly ((symbion: Symbion) => Promise<unknown>)[] = [
  (symbion) => symbion.putFlow(ASH),
  (symbion) => symbion.putFlow({ ...ASH, id: 'new-ash', quantity: 700 }),
  (symbion) => symbion.putFlow({ ...ASH, id: 'new-ash', quantity: 9000, companyId: 'S20' }),
  (symbion) => symbion.retireFlow('O088'),
];

/** The demo region with a run, then each change, each seen in the current run before the next. What is current after each. */
async function story(symbion: Symbion) {
  await symbion.importFiles(demoFiles());
  await matched(symbion);
  const seen = [];
  for (const change of CHANGES) {
    await followed(symbion, change);
    const { id, counts } = (await symbion.findRun())!;
    const { rows } = await symbion.findMatches({}, 1000);
    seen.push({ id, counts, rows, picture: await symbion.picture(), runs: (await symbion.listJobs(100)).length });
  }
  return seen;
}

describe('[services] a changed flow', () => {
  it.skipIf(!services)(
    `is followed by the API once a worker's run has made it ready, to the same bytes as in one process${reason && ` (${reason})`}`,
    async () => {
      const { env } = services!;
      await emptyDatabase({ uri: env.NEO4J_URI, user: env.NEO4J_USER, password: env.NEO4J_PASSWORD });
      const dir = mkdtempSync(path.join(os.tmpdir(), 'symbion-follow-'));
      const own = { ...env, SYMBION_DATA: dir, SYMBION_REDIS_PREFIX: `follow-${process.pid}` };
      const stop = new AbortController();
      const working = compose(own).work(1, stop.signal);
      const [embedded, onServices] = [await compose({ SYMBION_DATA: dir }).open(), await compose(own).open()];
      const driver = neo4j.driver(env.NEO4J_URI, neo4j.auth.basic(env.NEO4J_USER, env.NEO4J_PASSWORD), {
        disableLosslessIntegers: true,
      });
      try {
        const there = await story(onServices);
        const here = await story(embedded);
        // the run that was asked for, and the one of the first change; what came after was followed
        expect(there.map(({ runs }) => runs)).toEqual([2, 2, 2, 2]);
        expect(there.map(({ runs: _, ...rest }) => rest)).toEqual(here.map(({ runs: _, ...rest }) => rest));
        const { records } = await driver.executeQuery(
          'MATCH (o:Flow)-[m:MATCHED]->(d:Flow) WHERE m.until IS NULL RETURN o.id AS output, d.id AS demand, m.score AS score',
        );
        const walked = records.map((record) => Object.values(record.toObject()).join(' ')).sort();
        const stored = there.at(-1)!.rows.filter(({ inferred }) => !inferred);
        expect(walked).toEqual(stored.map(({ output, demand, score }) => `${output} ${demand} ${score}`).sort());
      } finally {
        stop.abort();
        await working;
        await driver.close();
        await embedded.close();
        await onServices.close();
        rmSync(dir, { recursive: true });
      }
    },
  );
});
