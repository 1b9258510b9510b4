import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';

/** A started server. `stop` waits until it has ended. */
export interface Server {
  readonly pid: number;
  /** Sends a signal to the server itself, for tests of failure. */
  signal(name: NodeJS.Signals): void;
  stop(): Promise<void>;
}

/** The reason why a service cannot be had here; suites that need it are skipped by name with it. */
export class NotHere extends Error {}

/** A free TCP port of 127.0.0.1. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

/** Starts a server under its guard; output goes to `log`. */
export function startGuarded(
  command: string,
  args: readonly string[],
  log: string,
  env: NodeJS.ProcessEnv = process.env,
): Server {
  const out = openSync(log, 'a');
  const guard = spawn(process.execPath, [path.join(import.meta.dirname, 'guard.ts'), command, ...args], {
    stdio: ['pipe', out, out],
    detached: true,
    env,
  });
  closeSync(out);
  const ended = new Promise<void>((resolve) => guard.on('exit', () => resolve()));
  return {
    pid: guard.pid!,
    signal: (name) => signalChildren(guard, name),
    async stop() {
      guard.stdin?.end();
      await ended;
    },
  };
}

function signalChildren(guard: ChildProcess, name: NodeJS.Signals): void {
  const children = readFileSync(`/proc/${guard.pid}/task/${guard.pid}/children`, 'utf8').trim();
  for (const pid of children.split(' ').filter(Boolean)) process.kill(Number(pid), name);
}

/** Calls `probe` until it resolves. Throws with the end of the log when it does not within `seconds`. */
export async function waitUntil(probe: () => Promise<unknown>, seconds: number, log: string): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    try {
      await probe();
      return;
    } catch (error) {
      if (Date.now() > deadline)
        throw new Error(`not ready after ${seconds} s: ${error}\n${readFileSync(log, 'utf8').slice(-2000)}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
