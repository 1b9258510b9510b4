/**
 * `npm run demo:services`: the whole thing without Docker: local Neo4j and Redis, two workers, API and page with the demo region in Neo4j, until Ctrl-C.
 * Arguments go to `symbion start` (`-- --port 8080`).
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { startServices } from './local/index.ts';

const WORKERS = 2;

const services = await startServices();
const env = { ...process.env, ...services.env };
const children: ChildProcess[] = [];
const run = (...args: string[]) => {
  const child = spawn(process.execPath, ['src/main.ts', ...args], { env, stdio: 'inherit' });
  children.push(child);
  return child;
};
const stopped = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
});

for (let n = 0; n < WORKERS; n++) run('worker');
const page = run('start', ...process.argv.slice(2));
await Promise.race([stopped, once(page, 'exit')]);
const ended = children.filter((child) => child.exitCode === null).map((child) => once(child, 'exit'));
for (const child of children) child.kill('SIGTERM');
await Promise.all(ended);
await services.stop();
process.exit(page.exitCode ?? 0);
