/** Characters for which a cell is quoted (RFC 4180). */
const SPECIAL = /[",\n\r]/;
/** What a spreadsheet would begin to compute at: an apostrophe before it keeps the text a text (OWASP, CSV injection). */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A line of CSV; null is an empty cell, numbers are never taken for formulas. */
export function csvLine(cells: readonly (string | number | boolean | null)[]): string {
  let line = '';
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]!;
    if (i > 0) line += ',';
    if (typeof cell === 'string') line += textCell(cell);
    else if (cell !== null) line += String(cell);
  }
  return `${line}\n`;
}

function textCell(text: string): string {
  const quoted = SPECIAL.test(text);
  const kept = FORMULA.test(text) ? `'${text}` : text;
  return quoted ? `"${kept.replaceAll('"', '""')}"` : kept;
}
