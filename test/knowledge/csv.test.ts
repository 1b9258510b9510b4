import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsvError, csvRecords } from '../../src/knowledge/csv.ts';

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const table = fc.array(
  fc.array(fc.string({ unit: fc.constantFrom('a', 'ё', ',', '"', '\n', ' ', '|') }), { minLength: 2, maxLength: 4 }),
  { minLength: 1, maxLength: 6 },
);

describe('records of a comma-separated text', () => {
  it('reads plain and quoted cells, a quote in a quote, a line break in a cell, CRLF and a byte order mark', () => {
    expect(csvRecords('﻿id,name\r\na,"b, c"\r\nd,"e ""f""\ng"\r\n')).toEqual([
      ['id', 'name'],
      ['a', 'b, c'],
      ['d', 'e "f"\ng'],
    ]);
  });

  it('tells the line of a quote that is not closed, or that stands inside a cell', () => {
    const wrong = (text: string): unknown => {
      try {
        return csvRecords(text);
      } catch (error) {
        return error instanceof CsvError ? error.line : error;
      }
    };
    expect(wrong('a,b\nc,"d\n')).toBe(2);
    expect(wrong('a,b\n"c"d,e\n')).toBe(2);
    expect(wrong('a"b,c\n')).toBe(1);
  });

  it('reads back every table that is written, as the library for files of others does', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows.map((row) => `${row.map(quoted).join(',')}\n`).join('');
        expect(csvRecords(text)).toEqual(rows);
        expect(csvRecords(text)).toEqual(parse(text, { relax_column_count: true }));
      }),
    );
  });
});
