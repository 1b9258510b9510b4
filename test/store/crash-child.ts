import { createInlineJobs } from '../../src/jobs/inline/index.ts';
import { openEmbeddedStore } from '../../src/store/embedded/index.ts';
import type { ChangeSet } from '../../src/store/port.ts';
import { company, flow, match, run, site } from '../contract/samples.ts';

/** Works until it is killed: `import` writes 50,000 flows over what is there, `publish` a run of 60,000 matches, as jobs. */
const [file, kind, generation] = process.argv.slice(2) as [string, 'import' | 'publish', string];
const store = openEmbeddedStore(file);
const jobs = createInlineJobs({
  store,
  kinds: ['import', 'publish'],
  handlers: {
    import: async (_, { progress }) =>
      store.apply(parts(), (done) => {
        progress({ done, total: 55_000, what: 'store' });
        process.send?.('writing');
      }),
    publish: async (_, { progress }) =>
      store.publishRun(run(`run-${generation}`), matches(), (done) => {
        progress({ done, total: 60_000, what: 'publish' });
        process.send?.('writing');
      }),
  },
});
const id = await jobs.submit(kind, { generation });
for await (const { job } of jobs.watch(id)) process.send?.(job.state);
await jobs.close();
await store.close();
process.disconnect?.();

async function* parts(): AsyncGenerator<ChangeSet> {
  const ids = Array.from({ length: 500 }, (_, n) => `c${n}`);
  yield { companies: ids.map((one) => company(one, { name: generation })), sites: ids.map((one) => site(one)) };
  for (let part = 0; part < 50; part++)
    yield {
      flows: Array.from({ length: 1000 }, (_, k) =>
        flow(`f${part}-${k}`, ids[(part * 7 + k) % 500]!, { description: `generation ${generation}` }),
      ),
    };
}

function* matches() {
  for (let o = 0; o < 6000; o++)
    for (let k = 0; k < 10; k++)
      yield match(`o${String(o).padStart(5, '0')}`, `d${k}`, { rank: k + 1, score: Number(generation) * 100 + k });
}
