import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openNeo4jStore } from '../../src/store/neo4j/index.ts';
import { company, flow, match, run, site } from '../contract/samples.ts';
import { tryServices } from './shared.ts';

const { services, reason } = await tryServices();
const why = reason || (services?.neo4j ? '' : 'the server is not ours to stop');
afterAll(() => services?.stop());

describe('[services] neo4j-admin, as docs/operations.md tells', () => {
  it.skipIf(why)(
    `a dump that is loaded brings back data and runs; what came after it is gone${why && ` (${why})`}`,
    async () => {
      const { neo4j, env } = services!;
      const address = { uri: env.NEO4J_URI, user: env.NEO4J_USER, password: env.NEO4J_PASSWORD };
      const backups = mkdtempSync(path.join(os.tmpdir(), 'symbion-dump-'));
      /** What the house holds after something was done with it. */
      const holding = async (work?: (store: Awaited<ReturnType<typeof openNeo4jStore>>) => Promise<unknown>) => {
        const store = await openNeo4jStore(address);
        try {
          await work?.(store);
          const { id } = (await store.findRun())!;
          const { problems } = await store.check();
          const { rows } = await store.findMatches(id, {}, 10);
          return { hash: await store.snapshotHash(), run: id, matches: rows, problems };
        } finally {
          await store.close();
        }
      };
      try {
        const dumped = await holding(async (store) => {
          await store.apply({
            companies: [company('A'), company('B')],
            sites: [site('A'), site('B')],
            flows: [flow('o', 'A'), flow('d', 'B', { direction: 'input' })],
          });
          await store.publishRun(run('before'), [match('o', 'd')]);
        });
        await neo4j!.offline((admin) => admin('database', 'dump', 'neo4j', `--to-path=${backups}`));
        expect(existsSync(path.join(backups, 'neo4j.dump'))).toBe(true);
        const later = await holding(async (store) => {
          await store.apply({ retireFlows: ['o'] });
          await store.publishRun(run('after'), []);
        });
        expect([later.run, later.matches]).toEqual(['after', []]);
        await neo4j!.offline((admin) =>
          admin('database', 'load', 'neo4j', `--from-path=${backups}`, '--overwrite-destination=true'),
        );
        expect(await holding()).toEqual(dumped);
        expect([dumped.run, dumped.matches.length, dumped.problems]).toEqual(['before', 1, []]);
      } finally {
        rmSync(backups, { recursive: true });
      }
    },
    // three starts of the server and two of its tool
    600_000,
  );
});
