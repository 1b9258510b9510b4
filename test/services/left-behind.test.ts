import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { tryServices } from './shared.ts';

const { NEO4J_URI, REDIS_URL } = process.env;
const given = NEO4J_URI && REDIS_URL ? 'the services are those of the environment, not ours' : '';
const reason =
  given ||
  (await tryServices().then(async ({ services, reason }) => {
    await services?.stop();
    return reason;
  }));

describe.skipIf(reason !== '')(`[services] npm run services${reason && ` (${reason})`}`, () => {
  it.each(['SIGINT', 'SIGKILL'] as const)('leaves no server behind after %s', async (signal) => {
    const command = spawn(process.execPath, ['test/services/run.ts'], { stdio: ['ignore', 'pipe', 'ignore'] });
    let said = '';
    for await (const part of command.stdout) {
      said += part;
      if (said.includes('REDIS_URL')) break;
    }
    const ports = [...said.matchAll(/127\.0\.0\.1:(\d+)/g)].map(([, port]) => Number(port));
    expect(ports).toHaveLength(2);
    for (const port of ports) expect(await answers(port)).toBe(true);
    const ended = once(command, 'exit');
    command.kill(signal);
    await ended;
    for (let left = 150; (await Promise.all(ports.map(answers))).includes(true); left--) {
      expect(left, 'servers still answer after 30 s').toBeGreaterThan(0);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  });
});

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
