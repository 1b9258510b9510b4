import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** Processes of the program that a benchmark starts, and stops. */
export class Processes {
  readonly #children: ChildProcess[] = [];
  readonly #env: NodeJS.ProcessEnv;

  constructor(env: Readonly<Record<string, string>>) {
    this.#env = { ...process.env, ...env };
  }

  worker(): void {
    this.#spawn(['worker'], 'ignore');
  }

  /** Address of an API that serves what is in the store. */
  async api(): Promise<string> {
    const child = this.#spawn(['serve', '--port', '0'], 'pipe');
    let said = '';
    for await (const text of child.stdout!) {
      said += text;
      const url = /http:\S+?(?=\/\s)/.exec(said)?.[0];
      if (url) return url;
    }
    throw new Error(`the API ended: ${said}`);
  }

  async stop(): Promise<void> {
    const alive = this.#children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
    const ended = alive.map((child) => once(child, 'exit'));
    for (const child of alive) child.kill('SIGTERM');
    await Promise.all(ended);
  }

  #spawn(args: readonly string[], stdout: 'ignore' | 'pipe'): ChildProcess {
    const child = spawn(process.execPath, ['src/main.ts', ...args], {
      env: this.#env,
      stdio: ['ignore', stdout, 'inherit'],
    });
    this.#children.push(child);
    return child;
  }
}
