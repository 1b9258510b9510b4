/**
 * A process to be killed: `import` applies 30,000 flows to the store of SYMBION_DATA, `run` publishes a run of them. Prints `started` when the
 * writing begins and `done` when it was acknowledged.
 */
import path from 'node:path';
import { compose } from '../../src/compose.ts';

const [, , what] = process.argv;
const symbion = await compose().open();
if (what === 'import') {
  const { createReadStream } = await import('node:fs');
  const at = (name: string) => ({ name, open: () => createReadStream(path.join(process.env.SYMBION_FILES!, name)) });
  console.log('started');
  await symbion.importFiles({ companies: at('companies.csv'), flows: at('flows.csv') });
} else {
  const job = await symbion.startRun({ infer: false });
  console.log('started');
  for await (const event of symbion.watchJob(job)) if (event.job.state === 'done') break;
}
console.log('done');
await symbion.close();
