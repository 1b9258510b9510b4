/// <reference lib="dom" />
import { describe, expect, it } from 'vitest';
import { clusterSites, DEEPEST } from '../../web/src/map/clusters.ts';
import { manySites, serveSites } from './many-sites.ts';
import { onThePage } from './story.ts';

const SITES = manySites(100_000);
const WORLD: [number, number, number, number] = [-180, -85, 180, 85];

describe('a hundred thousand sites', () => {
  const clusters = clusterSites(SITES);

  it('are all there at every zoom, each once, with all that they give off', () => {
    const tonnes = SITES.reduce((sum, site) => sum + site.outputTonnesPerYear, 0);
    for (let zoom = 0; zoom <= DEEPEST + 1; zoom++) {
      const spots = clusters.spots(WORLD, zoom);
      expect(spots.reduce((sum, { count }) => sum + count, 0)).toBe(SITES.length);
      expect(spots.reduce((sum, spot) => sum + spot.tonnes, 0)).toBe(tonnes);
    }
  });

  it('are as few places to draw as a screen has room for, whatever is looked at', () => {
    for (let zoom = 3; zoom <= DEEPEST; zoom++) {
      const width = (360 / 2 ** zoom) * 2.5;
      for (const { lon = 0, lat = 0 } of SITES.filter((_, i) => i % 9973 === 0))
        expect(
          clusters.spots([lon - width / 2, lat - width / 4, lon + width / 2, lat + width / 4], zoom).length,
        ).toBeLessThan(2500);
    }
  });

  it('are reached by opening what they are joined in, down to those that stand on one place', () => {
    const open = (at: { readonly id?: number; readonly count: number; readonly site: { id: string } }): string[] =>
      at.id === undefined ? [at.site.id] : clusters.members(at.id, at.count).map((site) => site.id);
    const reached = clusters.spots(WORLD, 2).flatMap(open);
    expect(new Set(reached)).toEqual(new Set(SITES.map((site) => site.id)));
    expect(reached.length).toBe(SITES.length);
    const together = clusters.spots(WORLD, DEEPEST).filter((spot) => spot.id !== undefined);
    expect(together.every((spot) => clusters.opensAt(spot.id!) > DEEPEST)).toBe(true);
    expect(together.length).toBeGreaterThanOrEqual(100);
  });
});

describe('the map of a hundred thousand sites', () => {
  const story = onThePage();
  const shown = () =>
    story.page.evaluate(() => {
      const { sites, places } = document.querySelector<HTMLElement>('.map .canvas')!.dataset;
      return { sites: Number(sites), places: Number(places) };
    });

  it('shows all of them at once, those around when one comes nearer or moves, and all again', async () => {
    await serveSites(story.page, SITES);
    await story.open();
    await story.page.waitForFunction(
      () => document.querySelector<HTMLElement>('.map .canvas')?.dataset.sites === '100000',
      undefined,
      { timeout: 60_000 },
    );
    const whole = await shown();
    expect(whole.places).toBeLessThan(2000);

    const map = story.page.locator('.map .canvas');
    const box = (await map.boundingBox())!;
    const middle = [box.x + box.width / 2, box.y + box.height / 2] as const;
    await story.page.mouse.move(...middle);
    for (let turn = 0; turn < 5; turn++) await story.page.mouse.wheel(0, -600);
    await story.page.waitForFunction(
      () => Number(document.querySelector<HTMLElement>('.map .canvas')?.dataset.sites) < 100_000,
    );
    const nearer = await shown();
    expect(nearer.sites).toBeGreaterThan(0);

    await story.page.mouse.down();
    await story.page.mouse.move(middle[0] + 300, middle[1] + 40, { steps: 12 });
    await story.page.mouse.up();
    await story.page.waitForFunction(
      (before) => Number(document.querySelector<HTMLElement>('.map .canvas')?.dataset.sites) !== before,
      nearer.sites,
    );
    await story.page.getByRole('button', { name: 'Whole region' }).click();
    await story.page.waitForFunction(
      () => document.querySelector<HTMLElement>('.map .canvas')?.dataset.sites === '100000',
    );
  });

  it('has its matches once the program answers, though it was too slow at first', async () => {
    let asked = 0;
    await story.page.route('**/api/v1/matches*', (route) =>
      asked++ === 0 ? route.fulfill({ status: 503, json: { title: 'A service cannot be reached' } }) : route.continue(),
    );
    await story.open();
    expect(asked).toBeGreaterThan(1);
    story.forgive();
  });
});
