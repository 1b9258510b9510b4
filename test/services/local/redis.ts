import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';
import { freePort, NotHere, type Server, startGuarded, waitUntil } from './server.ts';

export interface LocalRedis extends Server {
  readonly url: string;
  /** Stops it and starts it again on the same port; `loseData` empties its folder between. */
  restart(options?: { pauseMs?: number; loseData?: boolean }): Promise<void>;
}

/** Debian's packages that redis-server needs beyond a plain system (bookworm). */
const DEBIAN_PACKAGES = ['redis-server', 'redis-tools', 'libjemalloc2', 'liblzf1'];

/** A Redis of our own on a free port: append-only file, no eviction, generated password. Throws `NotHere`. */
export async function startRedis(cache: string, password: string): Promise<LocalRedis> {
  const { command, env } = findRedis(cache);
  const port = await freePort();
  const dir = mkdtempSync(path.join(os.tmpdir(), 'symbion-redis-'));
  const log = path.join(dir, 'log');
  const args = (folder: string) => [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--requirepass',
    password,
    '--dir',
    folder,
    '--appendonly',
    'yes',
    '--appendfsync',
    'everysec',
    '--maxmemory-policy',
    'noeviction',
    '--save',
    '',
  ];
  const url = `redis://:${password}@127.0.0.1:${port}`;
  const start = async (folder: string) => {
    mkdirSync(folder, { recursive: true });
    const server = startGuarded(command, args(folder), log, env);
    await waitUntil(() => ping(url), 20, log);
    return server;
  };
  let folder = dir;
  let server = await start(folder);
  return {
    url,
    get pid() {
      return server.pid;
    },
    signal: (name) => server.signal(name),
    stop: () => server.stop(),
    async restart({ pauseMs = 0, loseData = false } = {}) {
      await server.stop();
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      if (loseData) folder = mkdtempSync(path.join(os.tmpdir(), 'symbion-redis-'));
      server = await start(folder);
    },
  };
}

async function ping(url: string): Promise<void> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 0 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.ping();
  } finally {
    client.disconnect();
  }
}

function findRedis(cache: string): { command: string; env: NodeJS.ProcessEnv } {
  for (const name of ['redis-server', 'valkey-server']) {
    const found = process.env.PATH?.split(':')
      .map((dir) => path.join(dir, name))
      .find((file) => existsSync(file));
    if (found) return { command: found, env: process.env };
  }
  const root = path.join(cache, 'redis');
  const command = path.join(root, 'usr/bin/redis-server');
  if (!existsSync(command)) unpackDebian(root);
  const libraries = ['usr/lib/x86_64-linux-gnu', 'usr/lib/aarch64-linux-gnu', 'lib/x86_64-linux-gnu'].map((lib) =>
    path.join(root, lib),
  );
  return {
    command,
    env: { ...process.env, LD_LIBRARY_PATH: libraries.join(':') },
  };
}

/** Unpacks Debian's packages into a folder: no root, nothing installed. */
function unpackDebian(root: string): void {
  const downloads = path.join(root, 'packages');
  mkdirSync(downloads, { recursive: true });
  const run = (command: string, args: string[], cwd?: string) =>
    execFileSync(command, args, { stdio: 'pipe', ...(cwd && { cwd }) });
  try {
    try {
      run('apt-get', ['download', '-q', ...DEBIAN_PACKAGES], downloads);
    } catch {
      run('apt-get', ['update', '-q']);
      run('apt-get', ['download', '-q', ...DEBIAN_PACKAGES], downloads);
    }
    for (const file of readdirSync(downloads).filter((name) => name.endsWith('.deb')))
      run('dpkg', ['-x', path.join(downloads, file), root]);
  } catch (error) {
    throw new NotHere(
      `no redis-server on the PATH, and Debian's package could not be unpacked (${(error as Error).message.split('\n')[0]})`,
    );
  }
}
