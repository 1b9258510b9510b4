import { describe, expect, it } from 'vitest';
import { belowTitles, guessKind, type Sheet } from '../../web/src/hand-in/sheet.ts';

const sheet: Sheet = {
  kind: 'flows',
  name: 'потоки.csv',
  header: ['Реестр отходов', ''],
  rows: [
    ['', 'Объём'],
    ['Код', 'Количество'],
    ['П1', '5'],
  ],
  numbers: [2, 4, 5],
};

describe('a table that is handed in on the page', () => {
  it('begins below its titles, where the program has found the header', () => {
    expect(belowTitles(sheet, ['Код', 'Количество'])).toMatchObject({
      header: ['Код', 'Количество'],
      rows: [['П1', '5']],
      numbers: [5],
    });
    expect(belowTitles(sheet, [])).toBe(sheet);
  });

  it('is told by its header and name', () => {
    expect(guessKind('a.csv', ['Код', 'Направление'])).toBe('flows');
    expect(guessKind('a.csv', ['id', 'name', 'lat', 'lon'])).toBe('companies');
    expect(guessKind('region.XLSX', [])).toBe('workbook');
  });
});
