/// <reference lib="dom" />
import { describe, expect, it } from 'vitest';
import { onThePage } from './story.ts';

describe('the page on a bad connection', () => {
  const story = onThePage();

  it('E1 says that the connection is gone, keeps what was opened, and comes back by itself', async () => {
    await story.open();
    await story.page.locator('.row').first().click();
    await story.page.locator('.match .score').waitFor();
    await story.page.keyboard.press('Escape');
    await story.page.context().setOffline(true);
    await story.page.getByLabel('Sort by').selectOption('money');
    await story.page.getByText('No connection.').waitFor();
    expect(await story.page.locator('.row').count()).toBeGreaterThan(5);
    await story.page.locator('.row').first().click();
    await story.page.locator('.match .score').waitFor();
    await story.page.context().setOffline(false);
    await story.page.getByText('No connection.').waitFor({ state: 'detached' });
    story.forgive();
  });
});

describe('the page without its program', () => {
  const story = onThePage({ serviceWorkers: 'allow' });

  it('E2 opens again although the program is gone, with the last state', async () => {
    await story.open();
    await story.page.evaluate(() => navigator.serviceWorker.ready);
    await story.page.reload();
    await story.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await story.page.reload();
    await story.page.locator('.row').first().waitFor();
    await story.page.waitForLoadState('networkidle');
    await story.stopProgram();
    await story.page.reload();
    await story.page.locator('.row').first().waitFor();
    await story.page.getByText('No connection.').waitFor();
    expect(await story.page.locator('.picture').innerText()).toMatch(/67 companies/);
    story.forgive();
  });
});
