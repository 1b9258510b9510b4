/**
 * Runs every benchmark after another, each in a process of its own, and fails when one answers wrongly. A word chooses those whose path has it
 * (`engine`); options (`--json`) go to each.
 */
import { spawnSync } from 'node:child_process';

const BENCHES = [
  'bench/engine/run.ts',
  'bench/engine/shards.ts',
  'bench/engine/live.ts',
  'bench/engine/hard.ts',
  'bench/engine/duckdb.ts',
  'bench/store.ts',
  'bench/import.ts',
  'bench/export.ts',
  'bench/api.ts',
  'bench/map.ts',
  'bench/classify/speed.ts',
  'bench/network/run.ts',
  'bench/planning/run.ts',
];

const given = process.argv.slice(2);
const words = given.filter((word) => !word.startsWith('-'));
const options = given.filter((word) => word.startsWith('-'));

for (const bench of BENCHES.filter((name) => words.every((word) => name.includes(word)))) {
  const { status } = spawnSync(process.execPath, [bench, ...options], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
