/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { onThePage } from './story.ts';

const FLOWS =
  'id;company_id;direction;Описание;quantity;unit;Цвет\nX1;S01;output;dry fly ash;1000;t;серый\n\nX2;S01;output;steel scrap;5;furlong;\n';

describe('handing in a file on the page', () => {
  const story = onThePage();
  const flowOf = async (id: string) => (await fetch(`${story.url}api/v1/flows/${id}`)).status;
  const hand = (name: string, text: string) =>
    story.page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

  it('C1 a broken file shows its problems in place and saves nothing', async () => {
    await story.open('lang=en&view=hand-in');
    await story.page.locator('input[type=file]').setInputFiles(path.resolve('fixtures/broken/companies.csv'));
    await story.page.locator('.sheet td.bad').first().waitFor();
    expect(await story.page.locator('.sheet .why').allInnerTexts()).toContain(
      'Wanted: latitude and longitude together',
    );
    expect(await story.page.getByRole('button', { name: 'Import the good rows' }).count()).toBe(1);
    const kept = await (await fetch(`${story.url}api/v1/companies?limit=100`)).json();
    expect((kept as { rows: unknown[] }).rows.length).toBe(67);
  });

  it('C2 shows how columns and materials are read; what is wrong is corrected in the table, imported, and undone', async () => {
    await story.open('lang=en&view=hand-in');
    await hand('потоки.csv', FLOWS);
    await story.page.locator('.sheet td.bad').first().waitFor();
    const head = (await story.page.locator('.sheet thead th').allInnerTexts()).map((cell) => cell.replace(/\s+/g, ' '));
    expect(head).toEqual([
      'Row',
      'id id',
      'company_id company_id',
      'direction direction',
      'Описание description',
      'quantity quantity',
      'unit unit',
      'Цвет not used',
      'Guessed material',
    ]);
    await story.page.getByText('Dry siliceous coal fly ash').waitFor();
    expect(await story.page.locator('.sheet tbody th').last().innerText()).toMatch(/^4/);
    await story.page.getByLabel('Row 4, unit').fill('t');
    await story.page.getByLabel('Row 4, unit').press('Tab');
    await story.page.getByRole('button', { name: 'Check again' }).click();
    await story.page.getByRole('button', { name: 'Import all rows' }).click();
    await story.page.getByText('Imported: 2 added').waitFor();
    expect([await flowOf('X1'), await flowOf('X2')]).toEqual([200, 200]);
    await story.page.getByRole('button', { name: 'Undo' }).click();
    await story.page.getByText('Undone').waitFor();
    expect([await flowOf('X1'), await flowOf('X2')]).toEqual([404, 404]);
  });

  it('C3 a file is taken wherever it is dropped', async () => {
    await story.open();
    await story.page.evaluate((text) => {
      const files = new DataTransfer();
      files.items.add(new File([text], 'companies.csv', { type: 'text/csv' }));
      document
        .querySelector('.row')!
        .dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: files }));
    }, 'id,name\nNEW,A new plant\n');
    await story.page.getByText('1 row understood').waitFor();
    expect(story.page.url()).toContain('view=hand-in');
  });

  it('C4 a workbook is read in both its sheets', async () => {
    await story.open('lang=en&view=hand-in');
    const template = await (await fetch(`${story.url}api/v1/template?lang=en`)).arrayBuffer();
    await story.page.locator('input[type=file]').setInputFiles({
      name: 'region.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(template),
    });
    await story.page.locator('.sheet').nth(1).waitFor();
    expect(await story.page.locator('.panel section > h3').allInnerTexts()).toEqual([
      'companies: companies',
      'flows: flows',
    ]);
  });

  it('C5 what is no table at all is told in plain words', async () => {
    await story.open('lang=en&view=hand-in');
    await hand('flows.csv', readFileSync('fixtures/broken/empty.csv', 'utf8'));
    await story.page
      .getByText(/a file that is not empty/)
      .first()
      .waitFor();
    story.forgive();
  });
});
