/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBrowser, startProgram } from './program.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe('the page', () => {
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
    page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && `${origin}/` !== program.url) faults.push(`outside: ${request.url()}`);
    });
  });
  afterEach(async () => {
    await page.close();
    expect(faults).toEqual([]);
  });

  const open = async (query = 'lang=en') => {
    await page.goto(`${program.url}?${query}`);
    await page.locator('.row').first().waitFor();
  };

  it('A1 says what could be exchanged here and lists the matches, best first', async () => {
    await open();
    expect(await page.locator('.picture').innerText()).toMatch(
      /^67 companies, 181 flows, \d+ matches; \d,\d{3},000 t a year could be exchanged/,
    );
    const scores = (await page.locator('.figures .bar').allInnerTexts()).map(Number);
    expect(scores.length).toBeGreaterThan(5);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  it('A2 filters act at once and stand in the address', async () => {
    await open();
    await page.locator('.filters select').first().selectOption('RU-KGD');
    await page.waitForFunction(() => document.querySelector('.row')?.textContent?.includes('Fish cannery'));
    expect(page.url()).toContain('region=RU-KGD');
  });

  it('A3 a match opens with terms that add up to its score', async () => {
    await open();
    await page.locator('.row').first().click();
    const score = Number(await page.locator('.details .score').innerText());
    const points = (await page.locator('.details .points').allInnerTexts()).map(Number);
    expect([points.length, points.reduce((a, b) => a + b, 0)]).toEqual([7, score]);
    expect(await page.locator('.details h2').innerText()).toMatch(/^Steel scrap of .* can replace 22,000 t a year/);
    expect(page.url()).toMatch(/output=O015&demand=N001/);
    await page.goBack();
    await page.locator('.details').waitFor({ state: 'detached' });
  });

  it('A4 the language is switched in place and kept in the address', async () => {
    await open();
    await page.getByRole('button', { name: 'Русский' }).click();
    await page.getByRole('button', { name: 'Передать файлы' }).waitFor();
    expect([page.url().includes('lang=ru'), await page.locator('html').getAttribute('lang')]).toEqual([true, 'ru']);
  });

  it('A5 a broken file shows its problems in place and saves nothing', async () => {
    await open();
    await page.getByRole('button', { name: 'Hand in files' }).click();
    await page.locator('input[type=file]').setInputFiles(path.resolve('fixtures/broken/companies.csv'));
    await page.locator('.problems tbody tr').first().waitFor();
    const text = await page.locator('.problems').innerText();
    expect(text).toContain('latitude and longitude together');
    expect(await page.getByRole('button', { name: 'Import the good rows' }).count()).toBe(1);
    const kept = await (await fetch(`${program.url}api/v1/companies?limit=100`)).json();
    expect((kept as { rows: unknown[] }).rows.length).toBe(67);
  });

  it('A6 a run is started, followed and told when done', async () => {
    await open();
    await page.getByRole('button', { name: 'Compute' }).click();
    await page.getByText('Computed.').waitFor();
  });

  it('A7 one walks the knowledge base from a word to a source', async () => {
    await open();
    await page.getByRole('button', { name: 'Knowledge', exact: true }).click();
    await page.getByLabel('A material, product or rule').fill('fly ash');
    await page.locator('.found button').first().click();
    // the table of uses has a header, the counts of the base have none
    await page.locator('.details thead').first().waitFor();
    expect(await page.locator('.details table').first().innerText()).toMatch(/EN|estimate|DEFRA/);
  });

  it('A8 by keyboard: / searches, arrows walk, Escape closes', async () => {
    await open();
    await page.locator('.row').first().click();
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => !location.search.includes('O015'));
    await page.keyboard.press('Escape');
    await page.locator('.details').waitFor({ state: 'detached' });
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('search');
  });

  it('A9 keeps the last view when the connection drops, and says so', async () => {
    await open();
    await page.context().setOffline(true);
    await page.locator('.filters select').nth(1).selectOption('money');
    await page.getByText('No connection.').waitFor();
    expect(await page.locator('.row').count()).toBeGreaterThan(5);
    await page.context().setOffline(false);
    faults.length = 0;
  });

  it('A10 on a phone the three depths are tabs', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await open();
    expect(await page.locator('canvas').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Map' }).click();
    expect([await page.locator('canvas').isVisible(), await page.locator('.row').first().isVisible()]).toEqual([
      true,
      false,
    ]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(wide).toBe(false);
  });

  it.each(['en', 'ru'])('B1 axe finds nothing serious on any view (%s)', async (lang) => {
    for (const view of [
      '',
      '&output=O015&demand=N001',
      '&view=hand-in',
      '&view=knowledge&fact=fly-ash-siliceous-dry',
    ]) {
      await open(`lang=${lang}${view}`);
      await page.waitForTimeout(300);
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const { violations } = await (
          window as unknown as {
            axe: { run(): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
          }
        ).axe.run();
        return violations
          .filter((v) => v.impact === 'serious' || v.impact === 'critical')
          .map((v) => `${v.id}: ${v.nodes[0]?.html}`);
      });
      expect(found, `${lang}${view}`).toEqual([]);
    }
  });
});
