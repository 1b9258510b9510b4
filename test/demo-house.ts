import { createReadStream } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FlowInput, Symbion } from '../src/app/symbion.ts';
import type { Match } from '../src/domain/index.ts';

const DEMO = path.resolve(import.meta.dirname, '../fixtures/demo');

/** The demo region as a person hands it in. */
export const demoFiles = () => ({ companies: handed('companies.csv'), flows: handed('flows.csv') });
const handed = (name: string) => ({ name, open: () => createReadStream(path.join(DEMO, name)) });

/** A flow of the demo region, to be changed. */
export const ASH: FlowInput = {
  id: 'O088',
  companyId: 'S55',
  direction: 'output',
  description: 'Зола угольная сухая',
  quantity: 50_000,
  unit: 't',
};
export const NEW_ASH: FlowInput = { ...ASH, id: 'new-ash', quantity: 700 };

/** Runs the match of the region to its end. */
export async function matched(symbion: Symbion): Promise<void> {
  for await (const { job } of symbion.watchJob(await symbion.startRun({ asOf: '2026-11-01' })))
    if (job.state === 'failed') throw new Error(job.reason);
}

/** Makes a change and waits for the run that follows it. */
export async function followed(symbion: Symbion, change: (house: Symbion) => Promise<unknown>): Promise<void> {
  const before = (await symbion.findRun())!.id;
  await change(symbion);
  while ((await symbion.findRun())?.id === before) await sleep(2);
}

/** All pages of the current run. */
export async function allMatches(symbion: Symbion): Promise<readonly Match[]> {
  const matches: Match[] = [];
  for (let after: string | undefined; ; ) {
    const page = await symbion.findMatches({}, 500, after);
    matches.push(...page.rows);
    after = page.next;
    if (after === undefined) return matches;
  }
}
