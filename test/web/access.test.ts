/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Response } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { onThePage, seriousFaults } from './story.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Address of every view, and what is there when it is ready. */
const VIEWS = [
  ['', '.row'],
  ['&regime=blocked&minScore=1000', '.empty'],
  ['&output=O015&demand=N001', '.match .score'],
  ['&output=O002&demand=N027', '.vetoes'],
  ['&view=companies', '.panel tbody tr'],
  ['&view=flows', '.panel tbody tr'],
  ['&view=hand-in', '.drop'],
  ['&view=knowledge', '.panel tbody tr'],
  ['&view=knowledge&fact=fly-ash-siliceous-dry', '.panel tbody tr'],
  ['&view=chains', 'svg.flow'],
  ['&view=clusters', '.picks'],
  ['&view=network', '.sigma canvas'],
  ['&view=plan', 'svg.bands'],
  ['&view=gaps', '.sited'],
  ['&view=split', '.zone'],
] as const;

describe('the page for everybody', () => {
  const story = onThePage();

  it.each(VIEWS.flatMap(([view, ready]) => (['en', 'ru'] as const).map((lang) => [lang, view, ready] as const)))(
    'B1 axe finds nothing serious on any view: %s%s',
    async (lang, view, ready) => {
      await story.page.goto(`${story.url}?lang=${lang}${view}`);
      await story.page.locator(ready).first().waitFor();
      expect(await seriousFaults(story.page, axe)).toEqual([]);
    },
  );

  it.each(['en', 'ru'])('B2 nor in the dark, nor on a phone, nor with a file in hand (%s)', async (lang) => {
    await story.page.emulateMedia({ colorScheme: 'dark' });
    await story.open(`lang=${lang}&output=O015&demand=N001`);
    await story.page.locator('.match .score').waitFor();
    expect(await seriousFaults(story.page, axe)).toEqual([]);
    await story.page.setViewportSize({ width: 390, height: 844 });
    await story.page.goto(`${story.url}?lang=${lang}&view=hand-in`);
    await story.page.locator('input[type=file]').setInputFiles(path.resolve('fixtures/broken/companies.csv'));
    await story.page.locator('.sheet tbody tr').first().waitFor();
    expect(await seriousFaults(story.page, axe)).toEqual([]);
  });

  it.each(['en', 'ru'])('B5 missing links and fair split fit on a phone, in the dark too (%s)', async (lang) => {
    await story.page.emulateMedia({ colorScheme: 'dark' });
    await story.page.setViewportSize({ width: 390, height: 844 });
    for (const [view, ready] of [
      ['gaps', '.sited'],
      ['split', '.zone'],
    ] as const) {
      await story.page.goto(`${story.url}?lang=${lang}&view=${view}`);
      await story.page.locator(ready).first().waitFor();
      expect(await seriousFaults(story.page, axe)).toEqual([]);
      expect(await story.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    }
  });

  it('B3 the focus can be seen wherever it goes', async () => {
    await story.open();
    const seen: boolean[] = [];
    for (let i = 0; i < 20; i++) {
      await story.page.keyboard.press('Tab');
      seen.push(
        await story.page.evaluate(() => {
          const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
          return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
        }),
      );
    }
    expect(seen).toEqual(seen.map(() => true));
  });

  it('B4 the first view weighs at most 300 kB, fetches no large library of another view, and nothing in it jumps', async () => {
    await story.page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const answers: Response[] = [];
    story.page.on('response', (response) => answers.push(response));
    await story.open();
    await story.page.waitForFunction(() => document.querySelectorAll('.legend li').length > 3);
    await story.page.waitForLoadState('networkidle');
    const sizes = await Promise.all(answers.map((answer) => answer.request().sizes()));
    const kilobytes = sizes.reduce((sum, size) => sum + size.responseBodySize, 0) / 1000;
    const names = answers.map((answer) => answer.url()).join('\n');
    const shift = await story.page.evaluate(() =>
      (window as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0),
    );
    console.log(`first view: ${kilobytes.toFixed(0)} kB with its data, layout shift ${shift.toFixed(4)}`);
    expect(kilobytes).toBeGreaterThan(100);
    expect(kilobytes).toBeLessThan(300);
    expect(names).not.toMatch(/Network-|Plan-|Chains-|HandIn-/);
    expect(shift).toBeLessThan(0.02);
  });
});
