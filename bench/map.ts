/// <reference lib="dom" />
/**
 * The map of `--sites` (default 100000) sites in the real Chromium, without a graphics card: until all are drawn, then panned and zoomed for some seconds.
 * Beside it the same with 100 sites. `--json`.
 */
import { parseArgs } from 'node:util';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { manySites, serveSites } from '../test/web/many-sites.ts';
import { openBrowser, startProgram } from '../test/web/program.ts';
import { tell } from './tell.ts';

const { values } = parseArgs({
  options: { sites: { type: 'string', default: '100000' }, json: { type: 'boolean', default: false } },
});
const SITES = Number(values.sites);
/** A frame at 60 Hz, ms. */
const FRAME = 1000 / 60;

interface Reading {
  /** Seconds until all sites are drawn. */
  readonly open: number;
  /** Work of the page's thread for a frame, ms. */
  readonly work: number;
  /** Time between two frames, ms. */
  readonly median: number;
  readonly p95: number;
  readonly correct: boolean;
}

const [program, browser] = await Promise.all([startProgram(), openBrowser()]);
try {
  const few = await measure(browser, 100);
  const many = await measure(browser, SITES);
  const say = (what: string, value: number, unit: string, baseline: number) =>
    tell(
      { case: `map of ${SITES} sites: ${what}`, value, unit, baseline, ratio: value / baseline, correct: many.correct },
      values.json,
    );
  say('until all are drawn (baseline: 100 sites)', many.open, 's', few.open);
  say('work of the page for a frame while it moves (baseline: 100 sites)', many.work, 'ms', few.work);
  say('work of the page for a frame while it moves (baseline: a frame at 60 Hz)', many.work, 'ms', FRAME);
  say('between two frames, median (baseline: 100 sites)', many.median, 'ms', few.median);
  say('between two frames, p95 (baseline: 100 sites)', many.p95, 'ms', few.p95);
} finally {
  await browser.close();
  await program.stop();
}

async function measure(browser: Browser, count: number): Promise<Reading> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 }, serviceWorkers: 'block' });
  await serveSites(page, manySites(count));
  const from = performance.now();
  await page.goto(`${program.url}?lang=en`);
  await page.waitForFunction(
    (n) => document.querySelector<HTMLElement>('.map .canvas')?.dataset.sites === String(n),
    count,
  );
  const open = (performance.now() - from) / 1000;
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await page.evaluate(watchFrames);
  const before = await work(session);
  await move(page);
  const seconds = (await work(session)) - before;
  const frames = await page.evaluate(() => (window as unknown as { frames: number[] }).frames);
  const gaps = frames
    .slice(1)
    .map((at, i) => at - frames[i]!)
    .sort((a, b) => a - b);
  await page.getByRole('button', { name: 'Whole region' }).click();
  await page.waitForFunction(
    (n) => document.querySelector<HTMLElement>('.map .canvas')?.dataset.sites === String(n),
    count,
  );
  await page.close();
  const at = (share: number) => gaps[Math.floor(share * (gaps.length - 1))]!;
  return { open, work: (1000 * seconds) / frames.length, median: at(0.5), p95: at(0.95), correct: frames.length > 20 };
}

/** Notes when each frame begins. */
function watchFrames(): void {
  const frames: number[] = [];
  (window as unknown as { frames: number[] }).frames = frames;
  const note = (at: number) => {
    frames.push(at);
    requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
}

/** Seconds that the page's thread has worked. */
async function work(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')!.value;
}

/** Drags across, nearer by the wheel, and drags again. */
async function move(page: Page): Promise<void> {
  const box = (await page.locator('.map .canvas').boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  for (let nearer = 0; nearer < 3; nearer++) {
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let step = 0; step < 60; step++)
      await page.mouse.move(x + 150 * Math.sin(step / 10), y + 80 * Math.sin(step / 7));
    await page.mouse.up();
    for (let turn = 0; turn < 3; turn++) await page.mouse.wheel(0, -400);
  }
}
