/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { onThePage } from './story.ts';

describe('chains, clusters, network and plan on the page', () => {
  const story = onThePage();
  const text = (selector: string) => story.page.locator(selector).first().innerText();

  /** Types until the name is offered, so that it counts as picked. */
  const pick = async (field: Locator, name: string) => {
    await field.fill(name);
    await story.page.locator(`datalist option[value="${name}"]`).first().waitFor({ state: 'attached' });
  };

  it('D1 a chain is a flow diagram with its quantities; it goes when a site of it is switched off', async () => {
    await story.open('lang=en');
    await story.page.getByRole('link', { name: 'Chains' }).click();
    await story.page.locator('svg.flow').waitFor();
    expect(await story.page.locator('svg.flow').textContent()).toMatch(/[\d,.]+ (t|Mt|MWh) · /);
    const best = await text('.picks a[aria-current]');
    const steps = await story.page.locator('.steps tbody tr').count();
    expect(steps).toBeGreaterThanOrEqual(2);
    await story.page.locator('.chips a.button').nth(1).click();
    await story.page.waitForFunction(
      (old) => document.querySelector('.picks a[aria-current]')?.textContent !== old,
      best,
    );
    expect(await story.page.locator('.picks a', { hasText: best }).count()).toBe(0);
    expect(story.page.url()).toContain('off=');
  });

  it('D2 clusters tell their indicators, and who holds them together', async () => {
    await story.open('lang=en&view=clusters');
    await story.page.locator('.picks a').first().click();
    const said = await text('.panel');
    for (const word of ['Finn cycling index', 'Cyclicity', 'Landfilled, t a year', 'Who holds it together'])
      expect(said).toContain(word);
    expect(said).toMatch(/Kept after the cascade/);
    await story.page.getByText('The flows behind it').first().click();
    expect(await text('section:has(h3:text("Where a cluster could grow")) details[open] li')).toMatch(
      /^\S+ [\d,.]+ M?t/,
    );
  });

  it('D3 the network has the same in a table', async () => {
    await story.open('lang=en&view=network');
    await story.page.locator('.sigma canvas').first().waitFor();
    await story.page.getByText('As a table').click();
    expect(await story.page.locator('.panel tbody tr').count()).toBeGreaterThan(20);
  });

  it('D4 a plan shows what it is worth, the front of two goals, and the region before and after', async () => {
    await story.open('lang=en&view=plan');
    await story.page.locator('.big').waitFor();
    expect(await text('.big')).toMatch(/€[\d.]+M · .*CO₂ · Kept out of landfill: .* · \d+ exchanges/);
    expect(await story.page.locator('.front circle').count()).toBeGreaterThanOrEqual(3);
    expect(await story.page.locator('svg.bands').count()).toBe(2);
    const landfill = await story.page.locator('svg.bands').allTextContents();
    const tonnes = landfill.map((said) => Number(/landfill ([\d.]+) Mt/.exec(said)?.[1]));
    expect(tonnes[1]).toBeLessThan(tonnes[0]!);
  });

  it('D5 what-if: a site is switched off in thought, and the difference is told', async () => {
    await story.open('lang=en&view=plan&region=RU-SPE');
    await story.page.locator('.big').waitFor();
    await story.page.getByText('What if', { exact: true }).click();
    const form = story.page.getByRole('group', { name: 'Switch a site off' });
    await form.getByLabel('At').fill('EAF steel works, Kolpino');
    await form.getByRole('button', { name: 'Switch off' }).click();
    await story.page.locator('.difference').waitFor();
    expect(await text('.difference tbody tr')).toMatch(/money\s+€[\d.]+M?K?\s+€[\d.]+M?K?\s+-€/);
    await story.page.getByRole('button', { name: /^Without EAF steel works/ }).click();
    await story.page.locator('.difference').waitFor({ state: 'detached' });
  });

  it('D6 what-if: a process is added in thought, what it would take is told, and the difference', async () => {
    await story.open('lang=en&view=plan&region=RU-SPE');
    await story.page.locator('.big').waitFor();
    await story.page.getByText('What if', { exact: true }).click();
    const form = story.page.getByRole('group', { name: 'Add a process' });
    await pick(form.getByLabel('Process'), 'Waelz kiln');
    await form.getByLabel('At').fill('EAF steel works, Kolpino');
    await form.getByLabel('Capacity a year').fill('6000');
    await form.getByRole('button', { name: 'Add' }).click();
    await story.page.locator('.difference').waitFor();
    expect(await text('.difference')).toMatch(
      /Waelz kiln \(EAF steel works\) would take 6,000 t a year, for a capital of €7\.\d+M/,
    );
    expect(await text('.difference tbody tr')).toMatch(/money\s+€[\d.]+M\s+€[\d.]+M\s+€[\d.]+M/);
    await story.page.getByText(/^Exchanges that change/).click();
    expect(await text('.difference details')).toMatch(/EAF dust.*Waelz kiln/s);
    await form.getByLabel(/^Capital, EUR/).fill('900000000');
    await form.getByRole('button', { name: 'Add' }).click();
    await story.page.getByText('would not pay for its capital of €900M: nothing goes to it').waitFor();
    await story.page.getByRole('button', { name: /^Waelz kiln · EAF steel works/ }).click();
    await story.page.locator('.difference').waitFor({ state: 'detached' });
  });

  it('D7 what-if: a price is changed in thought, and the difference is told in Russian too', async () => {
    await story.open('lang=en&view=plan');
    await story.page.locator('.big').waitFor();
    await story.page.getByText('What if', { exact: true }).click();
    const form = story.page.getByRole('group', { name: 'Change a price' });
    await pick(form.getByLabel('Product'), 'technical sulphur');
    await form.getByLabel('EUR per unit').fill('300');
    await form.getByRole('button', { name: 'Add' }).click();
    await story.page.locator('.difference').waitFor();
    expect(await text('.difference tbody tr')).toMatch(/money\s+€[\d.]+M\s+€[\d.]+M\s+€[\d.]+M/);
    await story.page.getByRole('link', { name: 'Русский' }).click();
    await story.page.getByRole('heading', { name: 'Разница' }).waitFor();
    expect(await text('.difference tbody tr')).toMatch(/деньги\s+[\d,]+\sмлн\s€\s+[\d,]+\sмлн\s€/);
  });

  it('D8 the plan is saved as a workbook, a table, a map and a network', async () => {
    await story.open('lang=en&view=plan&region=RU-SPE');
    await story.page.locator('.big').waitFor();
    const heads: Record<string, string> = {};
    for (const name of ['XLSX', 'CSV', 'GeoJSON', 'GEXF', 'GraphML']) {
      const [file] = await Promise.all([
        story.page.waitForEvent('download'),
        story.page.locator('.answer').getByRole('link', { name, exact: true }).click(),
      ]);
      heads[file.suggestedFilename()] = readFileSync(await file.path(), 'utf8').slice(0, 60);
    }
    expect(heads).toEqual({
      'symbion-plan.xlsx': expect.stringMatching(/^PK/),
      'symbion-plan.csv': expect.stringMatching(/^\uFEFF?output,demand/),
      'symbion-plan.geojson': expect.stringContaining('FeatureCollection'),
      'symbion-plan.gexf': expect.stringContaining('<?xml'),
      'symbion-plan.graphml': expect.stringContaining('<?xml'),
    });
  });

  it('D9 both diagrams of the region have one scale: a sector is as high before as after', async () => {
    await story.open('lang=en&view=plan');
    await story.page.locator('svg.bands').first().waitFor();
    const heights = await story.page.locator('svg.bands').evaluateAll((all) =>
      all.map((svg) => {
        const node = [...svg.querySelectorAll('g')].find((g) => /^manufacturing/.test(g.textContent ?? ''));
        return Number(node!.querySelector('rect')!.getAttribute('height'));
      }),
    );
    expect(heights[0]).toBeGreaterThan(20);
    // what takers make of what they take comes on top
    expect(heights[1]! / heights[0]!).toBeGreaterThanOrEqual(1);
    expect(heights[1]! / heights[0]!).toBeLessThan(1.03);
  });

  it('D10 a match of the plan opens in full', async () => {
    await story.open('lang=en&view=plan&region=RU-SPE');
    await story.page.getByRole('heading', { name: 'Exchanges' }).waitFor();
    await story.page.locator('.answer tbody th a').first().click();
    await story.page.locator('.match .score').waitFor();
  });
});
