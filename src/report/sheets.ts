import writeXlsxFile from 'write-excel-file/node';

/** One sheet of a workbook: a head in bold, then rows; numbers keep three significant decimals in Excel's own format. */
export interface Sheet {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number | undefined)[])[];
}

const WIDE = 60;
const NARROW = 10;

/** An XLSX with a sheet each; columns are as wide as their texts. */
export async function writeSheets(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const book = sheets.map(({ name, header, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: header.map((head, i) => ({ width: widthOf([head, ...rows.map((row) => row[i])]) })),
    data: [
      header.map((value) => ({ value, fontWeight: 'bold' as const, wrap: true })),
      ...rows.map((row) =>
        row.map((value) =>
          value === undefined ? null : typeof value === 'number' ? { value, format: '#,##0.###' } : { value },
        ),
      ),
    ],
  }));
  return new Uint8Array(await writeXlsxFile(book).toBuffer());
}

function widthOf(cells: readonly (string | number | undefined)[]): number {
  return Math.min(WIDE, Math.max(NARROW, ...cells.map((cell) => (typeof cell === 'string' ? cell.length + 2 : 0))));
}
