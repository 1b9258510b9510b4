import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';

/** What a command took: seconds passed and of the processor, MB at most, and what it wrote. The last two but one are not numbers where there is no Linux. */
export interface Measured {
  readonly seconds: number;
  readonly work: number;
  readonly memory: number;
  readonly out: string;
}

/** Runs `symbion` in a process of its own with the embedded store of a folder. */
export async function measureCommand(args: readonly string[], folder: string): Promise<Measured> {
  const from = performance.now();
  const command = spawn(process.execPath, ['src/main.ts', ...args], {
    env: { ...process.env, SYMBION_DATA: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let used = usageOf(command.pid!);
  const watch = setInterval(() => {
    const now = usageOf(command.pid!);
    if (now.memory > 0) used = now;
  }, 100);
  const [out] = await Promise.all([text(command.stdout), once(command, 'exit')]);
  clearInterval(watch);
  return { ...used, seconds: (performance.now() - from) / 1000, out };
}

function usageOf(pid: number): { readonly memory: number; readonly work: number } {
  const [status, stat] = [`/proc/${pid}/status`, `/proc/${pid}/stat`];
  if (!existsSync(stat)) return { memory: Number.NaN, work: Number.NaN };
  const peak = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1]) * 1024;
  const fields = readFileSync(stat, 'utf8').split(') ')[1]!.split(' ');
  // in hundredths of a second
  return { memory: peak / 1e6, work: (Number(fields[11]) + Number(fields[12])) / 100 };
}
