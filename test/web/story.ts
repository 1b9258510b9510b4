/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { openBrowser, startProgram } from './program.ts';

/** The real page of the real program. Every story ends with no fault in the console and no request to elsewhere. */
export interface Story {
  readonly page: Page;
  readonly url: string;
  /** Opens the page with this query; waits for the list. */
  open(query?: string): Promise<void>;
  /** The connection was cut on purpose: what the console says of it is no fault. */
  forgive(): void;
  stopProgram(): Promise<void>;
}

/** Without its service worker, which answers before the connection is asked, unless a story is about it. */
export function onThePage({ serviceWorkers = 'block' }: { serviceWorkers?: 'allow' | 'block' } = {}): Story {
  let program: Awaited<ReturnType<typeof startProgram>>;
  let browser: Browser;
  let page: Page;
  const faults: string[] = [];

  beforeAll(async () => {
    [program, browser] = await Promise.all([startProgram(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
  });
  beforeEach(async () => {
    faults.length = 0;
    page = await browser.newPage({ viewport: { width: 1280, height: 720 }, serviceWorkers });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`${message.text()} ${message.location().url}`.trim());
    });
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && `${origin}/` !== program.url) faults.push(`outside: ${request.url()}`);
    });
  });
  afterEach(async () => {
    await page.close();
    expect(faults).toEqual([]);
  });

  return {
    get page() {
      return page;
    },
    get url() {
      return program.url;
    },
    async open(query = 'lang=en') {
      await page.goto(`${program.url}?${query}`);
      await page.locator('.row').first().waitFor({ state: 'attached' });
    },
    forgive() {
      faults.length = 0;
    },
    stopProgram: () => program.stop(),
  };
}

/** What axe finds serious or critical in the page as it stands. */
export async function seriousFaults(page: Page, axe: string): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (
      window as unknown as {
        axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
      }
    ).axe.run();
    return violations
      .filter((v) => v.impact === 'serious' || v.impact === 'critical')
      .map((v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 300)}`);
  });
}
