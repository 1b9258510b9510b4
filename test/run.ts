/**
 * The test command: type check, lint, then every suite, in one run. Ends with `N passed, N failed`.
 * Arguments go to vitest (`npm test -- test/engine`).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

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

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { name: string; status: string; assertionResults: { status: string; fullName: string }[] }[];
}
let result: Report | undefined;
try {
  result = JSON.parse(readFileSync(report, 'utf8')) as Report;
} catch {
  result = undefined;
}
if (!result) {
  console.log('0 passed, 1 failed');
  process.exit(1);
}
const skipped = result.testResults.flatMap((f) =>
  f.assertionResults.filter((a) => a.status === 'pending' || a.status === 'skipped').map((a) => a.fullName),
);
for (const name of skipped) console.log(`skipped: ${name}`);
const skippedServices = skipped.filter((name) => name.includes('[services]'));
const brokenFiles = result.testResults.filter(
  (f) => f.status === 'failed' && f.assertionResults.every((a) => a.status !== 'failed'),
).length;
const inCi = process.env.CI === 'true' && skippedServices.length > 0 ? 1 : 0;
if (inCi) console.log('FAILED: the service suites did not run');
const ran = process.argv.length === 2 ? checks.length : 0;
const failed = result.numFailedTests + brokenFiles + checksFailed + inCi;
console.log(`${result.numPassedTests + ran - checksFailed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
