/// <reference lib="dom" />
import { describe, expect, it } from 'vitest';
import { onThePage } from './story.ts';

describe('the page', () => {
  const story = onThePage();
  const text = (selector: string) => story.page.locator(selector).first().innerText();

  it('A1 says what could be exchanged here, each number a link to the list behind it', async () => {
    await story.open();
    expect((await text('.picture')).replaceAll('\n', ' ')).toMatch(
      /^67 companies.*181 flows.*\d+ matches.*[\d.]+ Mt a year could be exchanged.*Mt CO₂ avoided.*\d+ pairs closed by the border regime Report$/,
    );
    await story.page.getByRole('link', { name: /pairs closed by the border regime/ }).click();
    await story.page.waitForFunction(() => document.querySelectorAll('.row').length > 0);
    expect(new URL(story.page.url()).searchParams.get('regime')).toBe('blocked');
    await story.page.locator('.flags', { hasText: 'blocked' }).first().waitFor();
    await story.page.getByRole('link', { name: '67 companies' }).click();
    await story.page.getByRole('heading', { name: 'Companies' }).waitFor();
  });

  it('A2 lists the matches, best first; filters act at once and stand in the address', async () => {
    await story.open();
    const scores = (await story.page.locator('.figures .bar').allInnerTexts()).map(Number);
    expect(scores.length).toBeGreaterThan(5);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    await story.page.getByRole('combobox', { name: 'Region' }).selectOption('RU-KGD');
    await story.page.waitForFunction(() => document.querySelector('.row')?.textContent?.includes('Fish cannery'));
    expect(story.page.url()).toContain('region=RU-KGD');
  });

  it('A3 finds what is typed in either language, and offers companies and materials of the region', async () => {
    await story.open();
    await story.page.locator('#search').fill('стальной');
    await story.page.waitForFunction(() => document.querySelector('.row')?.textContent?.includes('Steel scrap'));
    await story.page.locator('#search').fill('fly ash');
    const offer = story.page.getByRole('option', { name: 'Dry siliceous coal fly ash' });
    await offer.waitFor();
    await offer.click();
    await story.page.waitForFunction(() => location.search.includes('material=fly-ash-siliceous-dry'));
    await story.page.waitForFunction(() =>
      [...document.querySelectorAll('.what')].every((row) => row.textContent?.startsWith('Dry siliceous')),
    );
  });

  it('A4 an empty list says why and offers the way out', async () => {
    await story.open('lang=en&regime=blocked');
    await story.page.getByLabel('Score from').fill('1000');
    await story.page.getByText('No match passes these filters.').waitFor();
    await story.page.locator('.empty').getByRole('button', { name: 'Clear filters' }).click();
    await story.page.locator('.row').first().waitFor();
  });

  it('A5 a match tells itself in a sentence, terms that add up, limits, law, money, CO2 and sources', async () => {
    await story.open();
    await story.page.locator('.row').first().click();
    const score = Number(await text('.match .score'));
    const points = (await story.page.locator('.match .points').allTextContents()).map(Number);
    expect([points.length, points.reduce((a, b) => a + b, 0)]).toEqual([7, score]);
    expect(await text('.match h2')).toMatch(
      /^Steel scrap of Car plant can replace 22,000 t of .* a year at .*, 17\.6 km away\.$/,
    );
    const panel = await text('.match');
    for (const part of ['Quality limits', 'Legal route', 'Money a year', 'CO₂ avoided a year', 'Sources'])
      expect(panel).toContain(part);
    expect(await text('.match .limits')).toMatch(/copper of the buyer.*< 0\.25 %.*0\.06 %.*met/s);
    expect(story.page.url()).toMatch(/output=O015&demand=N001/);
  });

  it('A6 a footnote leads to its source', async () => {
    await story.open('lang=en&output=O015&demand=N001');
    const note = story.page.locator('.waterfall sup a').first();
    const number = await note.innerText();
    await note.click();
    expect(await story.page.evaluate(() => document.activeElement?.id)).toBe(`source-${number}`);
  });

  it('A7 a refused pair names what stands against it, with citation', async () => {
    await story.open('lang=en&output=O002&demand=N027');
    await story.page.locator('.vetoes').waitFor();
    await story.page.getByText('Waste hazardous in the European list only to licensed treatment').waitFor();
    expect(await text('.vetoes')).toContain('Decision 2000/532/EC');
  });

  it('A8 Back goes back; a link opens the same thing for another person', async () => {
    await story.open();
    await story.page.getByLabel('Sort by').selectOption('co2');
    await story.page.locator('.row').nth(1).click();
    await story.page.locator('.match .score').waitFor();
    const link = story.page.url();
    const said = await text('.match h2');
    await story.page.goBack();
    await story.page.locator('.match').waitFor({ state: 'detached' });
    await story.page.goto(link);
    await story.page.locator('.match .score').waitFor();
    expect([await text('.match h2'), await story.page.getByLabel('Sort by').inputValue()]).toEqual([said, 'co2']);
  });

  it('A9 the language is switched in place and kept in the address', async () => {
    await story.open();
    await story.page.getByRole('link', { name: 'Русский' }).click();
    await story.page.getByRole('link', { name: 'Передать файлы' }).waitFor();
    await story.page.waitForFunction(() => document.querySelector('.row')?.textContent?.includes('Лом стальной'));
    expect([story.page.url().includes('lang=ru'), await story.page.locator('html').getAttribute('lang')]).toEqual([
      true,
      'ru',
    ]);
    expect(await text('.picture')).toMatch(/67 компаний/);
  });

  it('A10 a run is started, followed and told when done', async () => {
    await story.open();
    await story.page.getByRole('button', { name: 'Compute' }).click();
    await story.page.getByText('Computed.').waitFor();
  });

  it('A11 one walks the knowledge base from a word to a material, its uses, receivers and processes', async () => {
    await story.open();
    await story.page.getByRole('link', { name: 'Knowledge' }).click();
    await story.page.getByText('facts cite a source').waitFor();
    await story.page.getByRole('heading', { name: 'Oldest sources' }).waitFor();
    await story.page.getByRole('heading', { name: 'Gaps' }).waitFor();
    await story.page.getByLabel('A material, product, use or rule').fill('spent grain');
    await story.page.locator('.found a').first().click();
    await story.page.getByRole('heading', { name: 'What it can replace' }).waitFor();
    await story.page.getByRole('heading', { name: 'Who could take it' }).waitFor();
    await story.page.locator('.panel table a').first().click();
    await story.page.getByRole('heading', { name: 'What can replace it' }).waitFor();
  });

  it('A12 by keyboard: / searches, arrows walk, Enter opens, Escape closes', async () => {
    await story.open();
    await story.page.keyboard.press('/');
    expect(await story.page.evaluate(() => document.activeElement?.id)).toBe('search');
    await story.page.keyboard.press('ArrowDown');
    await story.page.keyboard.press('ArrowDown');
    await story.page.waitForFunction(() => document.activeElement?.classList.contains('row'));
    const pair = await story.page.evaluate(() => (document.activeElement as HTMLElement).dataset.pair);
    await story.page.keyboard.press('Enter');
    await story.page.locator('.match .score').waitFor();
    expect(new URL(story.page.url()).searchParams.get('output')).toBe(pair?.split(' ')[0]);
    await story.page.keyboard.press('ArrowDown');
    await story.page.waitForFunction((old) => !location.search.includes(`output=${old}&`), pair?.split(' ')[0]);
    await story.page.keyboard.press('Escape');
    await story.page.locator('.match').waitFor({ state: 'detached' });
  });

  it('A13 a flow without a match says why: its nearest misses', async () => {
    await story.open('lang=en&view=flows');
    await story.page.getByRole('button', { name: 'Nearest partners' }).first().click();
    await story.page.getByText('Why there is no better match').waitFor();
  });

  it('A14 on a phone the three depths are tabs', async () => {
    await story.page.setViewportSize({ width: 390, height: 844 });
    await story.open();
    const visible = async () => [
      await story.page.locator('canvas').isVisible(),
      await story.page.locator('.row').first().isVisible(),
    ];
    expect(await visible()).toEqual([false, true]);
    await story.page.getByRole('link', { name: 'Map' }).click();
    expect(await visible()).toEqual([true, false]);
    await story.page.locator('.tabs').getByRole('link', { name: 'Match', exact: true }).click();
    await story.page.locator('.match .score').waitFor();
    expect(await visible()).toEqual([true, false]);
    expect(await story.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });

  it('A15 a match prints on one page of A4', async () => {
    await story.open('lang=en&output=O015&demand=N001');
    await story.page.locator('.match .score').waitFor();
    await story.page.emulateMedia({ media: 'print' });
    // 297 mm less two margins of 14 mm at 96 pixels an inch
    const height = await story.page.evaluate(() => {
      document.body.style.width = `${((210 - 28) / 25.4) * 96}px`;
      return document.querySelector('.match')!.getBoundingClientRect().height;
    });
    expect(height).toBeLessThan(((297 - 28) / 25.4) * 96);
  });
});
