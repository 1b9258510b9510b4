/**
 * The test command: type check, lint, then every suite, in one run. Ends with `N passed, N failed`.
 * Arguments go to vitest (`npm test -- test/engine`).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { type Report, summaryOf } from './summary.ts';

const report = '.cache/test-report.json';
mkdirSync('.cache', { recursive: true });
rmSync(report, { force: true });

const bin = (name: string) => `node_modules/.bin/${name}`;
const run = (command: string, args: string[]) =>
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, FORCE_COLOR: '0' } }).status ?? 1;

let checksFailed = 0;
const checks: [string, string, string[]][] = [
  ['types', bin('tsc'), ['--noEmit']],
  ['types of the page', bin('tsc'), ['--noEmit', '-p', 'web']],
  ['lint and format', bin('biome'), ['check', '--error-on-warnings', '.']],
];
if (process.argv.length === 2) {
  for (const [name, command, args] of checks) {
    const bad = run(command, args) !== 0;
    console.log(`${bad ? 'FAILED' : 'passed'}: ${name}`);
    if (bad) checksFailed++;
  }
}

run(bin('vitest'), [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile=${report}`,
  ...process.argv.slice(2),
]);

let result: Report | undefined;
try {
  result = JSON.parse(readFileSync(report, 'utf8')) as Report;
} catch {
  result = undefined;
}
const ran = process.argv.length === 2 ? checks.length : 0;
const { lines, failures } = summaryOf(result, { ran, failed: checksFailed }, process.env.CI === 'true');
for (const line of lines) console.log(line);
process.exit(failures === 0 ? 0 : 1);
