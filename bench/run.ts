/** Runs every benchmark after another, each in a process of its own, and fails when one answers wrongly. Arguments (`--json`) go to each. */
import { spawnSync } from 'node:child_process';

const BENCHES = [
  'bench/engine/run.ts',
  'bench/engine/shards.ts',
  'bench/store.ts',
  'bench/import.ts',
  'bench/classify/speed.ts',
  'bench/network/run.ts',
];

for (const bench of BENCHES) {
  const { status } = spawnSync(process.execPath, [bench, ...process.argv.slice(2)], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
