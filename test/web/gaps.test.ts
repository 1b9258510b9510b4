/// <reference lib="dom" />
import { describe, expect, it } from 'vitest';
import { onThePage } from './story.ts';

describe('missing links and fair split on the page', () => {
  const story = onThePage();
  const text = (selector: string) => story.page.locator(selector).first().innerText();

  it('G1 names which process, where, how large, what it costs and how much it unlocks', async () => {
    await story.open('lang=en');
    await story.page.getByRole('link', { name: 'Missing links' }).click();
    await story.page.locator('.sited').waitFor();
    await story.page.getByRole('link', { name: 'Waelz kiln', exact: true }).click();
    await story.page.waitForFunction(() => /EAF dust/.test(document.querySelector('.sited')?.textContent ?? ''));
    expect(await text('.picks li:has(a[aria-current])')).toMatch(
      /Waelz kiln\s+would take 6,000 t of 6,000 t open a year · €[\d.]+M a year/,
    );
    expect((await text('.sited tbody tr')).replace(/\s+/g, ' ')).toMatch(
      /^EAF steel works, Kolpino 6,000 t €7\.\d+M €[\d.]+[MK] EAF dust.* 6,000 t, 0 km/,
    );
    expect(await text('section[aria-label="Waelz kiln"]')).toMatch(
      /A plant costs €31M for 110,000 t a year.*Source: Bangkok Post 2012/,
    );
    await story.page
      .locator('.sited')
      .getByRole('link', { name: /^EAF dust/ })
      .click();
    await story.page.getByText('Why there is no better match').first().waitFor();
    expect(story.page.url()).toContain('flow=output%3AO002');
  });

  it('G2 a plant that is missing is tried in the plan with one press', async () => {
    await story.open('lang=en&view=gaps&region=RU-SPE&item=waelz-kiln');
    await story.page.getByRole('link', { name: 'Try in the plan: Waelz kiln, EAF steel works, Kolpino' }).click();
    await story.page.locator('.difference').waitFor();
    expect(await text('.difference')).toContain('would take 6,000 t a year');
  });

  it('G3 tells what stays without a partner, by region, and narrows to one', async () => {
    await story.open('lang=ru&view=gaps');
    await story.page.getByRole('heading', { name: 'Без партнёра, по регионам' }).waitFor();
    const said = await text('.panel');
    expect(said).toMatch(/Выходы без получателя: \d+/);
    expect(said).toMatch(/Потребности без поставщика: \d+/);
    expect(said).toMatch(/недостающее звено: Нейтрализация фосфогипса/);
    await story.page.locator('.answer').getByRole('link', { name: 'Татарстан' }).click();
    await story.page.waitForFunction(
      () => !/Ленинградская область/.test(document.querySelector('.answer')?.textContent ?? 'Ленинградская область'),
    );
    expect(await text('.answer')).toMatch(/Татарстан/);
  });

  it('G4 shows lots of small flows that pass on one round', async () => {
    await story.open('lang=en&view=gaps');
    await story.page.locator('.milk tbody tr').waitFor();
    expect((await text('.milk tbody tr')).replace(/\s+/g, ' ')).toMatch(/ → .* 520 t 94\.1 26 €/);
    await story.page.getByLabel('Smallest lot, t a year').fill('100000');
    await story.page.getByLabel('Smallest lot, t a year').press('Tab');
    await story.page.waitForFunction(() => !document.querySelector('.answer')?.textContent?.includes('94.1'));
    expect(story.page.url()).toContain('lot=100000');
  });

  it('G5 shares the benefit of a chain: price zones, equal parts, Shapley values, and whether anybody would leave', async () => {
    await story.open('lang=en');
    await story.page.getByRole('link', { name: 'Fair split' }).click();
    await story.page.locator('.zone').first().waitFor();
    expect(await story.page.locator('.shares tbody tr').count()).toBeGreaterThanOrEqual(3);
    expect((await text('.shares tbody')).match(/€[\d.]+[MK]/g)?.length).toBeGreaterThanOrEqual(6);
    expect(await text('.panel')).toMatch(/no group would do better alone|would leave and gain/);
    expect(await text('.zone')).toMatch(/The giver gains from .* the taker up to/);
    const shared = await text('.shares tbody');
    await story.page.locator('.picks a').nth(1).click();
    await story.page.waitForFunction((before) => {
      const now = (document.querySelector('.shares tbody') as HTMLElement | null)?.innerText;
      return now !== undefined && now !== before;
    }, shared);
    expect(story.page.url()).toContain('pairs=');
  });

  it('G6 shares what named companies gain by one plan', async () => {
    await story.open('lang=en&view=split');
    const field = story.page.getByLabel('Companies that would plan together');
    await story.page.locator('datalist option[value="Oil refinery"]').first().waitFor({ state: 'attached' });
    await field.fill('Oil refinery');
    await story.page.getByText('Choose one more company.').waitFor();
    await field.fill('Phosphate fertiliser works');
    await story.page.locator('.shares tbody tr').nth(1).waitFor();
    await story.page.waitForFunction(() => document.querySelectorAll('.shares tbody tr').length === 2);
    expect(story.page.url()).toContain('partners=S27%2CS26');
    await story.page.getByRole('button', { name: 'Remove: Oil refinery' }).click();
    await story.page.getByText('Choose one more company.').waitFor();
  });

  it('G7 a chain leads to the split of its benefit', async () => {
    await story.open('lang=en&view=chains');
    await story.page.getByRole('link', { name: 'Split its benefit among the partners' }).click();
    await story.page.locator('.zone').first().waitFor();
    expect(new URL(story.page.url()).searchParams.get('view')).toBe('split');
  });
});
