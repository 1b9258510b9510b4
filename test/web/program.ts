import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/** The real program with the demo region on a free port, in a folder of its own. */
export async function startProgram(): Promise<{ url: string; stop(): Promise<void> }> {
  const data = mkdtempSync(path.join(os.tmpdir(), 'symbion-web-'));
  const child = spawn(process.execPath, ['src/main.ts', 'start', '--port', '0'], {
    env: { ...process.env, SYMBION_DATA: data, SYMBION_LANG: 'en' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await addressOf(child);
  return {
    url,
    async stop() {
      if (child.exitCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(data, { recursive: true, force: true });
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (part: Buffer) => {
      said += part;
      const url = /Page: (http:\S+)/.exec(said)?.[1];
      if (url) resolve(url);
    };
    child.stdout!.on('data', hear);
    child.stderr!.on('data', hear);
    child.once('exit', (code) => reject(new Error(`the program ended with ${code}: ${said}`)));
  });
}

const LOCAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Chromium from npm on Linux x64, elsewhere a Chrome or Chromium that is there. */
export async function openBrowser(): Promise<Browser> {
  const bundled = process.platform === 'linux' && process.arch === 'x64';
  const executablePath = bundled ? await chromium.executablePath() : LOCAL.find((file) => existsSync(file));
  return playwright.launch({
    ...(executablePath && { executablePath }),
    args: bundled ? chromium.args.filter((arg) => arg !== '--single-process') : [],
    headless: true,
  });
}
