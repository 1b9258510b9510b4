/** The text is no CSV; `line` is counted from 1. */
export class CsvError extends Error {
  readonly line: number;
  constructor(line: number, what: string) {
    super(`line ${line}: ${what}`);
    this.line = line;
  }
}

/** One record that begins at `from` and holds quotes: its cells and where the next record begins. */
function quotedRecord(text: string, from: number, line: number): { cells: string[]; next: number } {
  const cells: string[] = [];
  for (let at = from; ; ) {
    if (text[at] === '"') {
      let cell = '';
      for (let start = at + 1; ; ) {
        const end = text.indexOf('"', start);
        if (end < 0) throw new CsvError(line, 'a quote is not closed');
        cell += text.slice(start, end);
        at = end + 1;
        if (text[at] !== '"') break;
        cell += '"';
        start = at + 1;
      }
      cells.push(cell);
      if (text[at] === '\r') at++;
      if (at < text.length && text[at] !== ',' && text[at] !== '\n')
        throw new CsvError(line, 'text after a closing quote');
    } else {
      const comma = text.indexOf(',', at);
      const newline = text.indexOf('\n', at);
      const lineEnd = newline < 0 ? text.length : newline;
      const end = comma < 0 || comma > lineEnd ? lineEnd : comma;
      const cell = text.slice(at, end).replace(/\r$/, '');
      if (cell.includes('"')) throw new CsvError(line, 'a quote inside an unquoted cell');
      cells.push(cell);
      at = end;
    }
    if (text[at] !== ',') return { cells, next: at + 1 };
    at++;
  }
}

/** Records of a comma-separated text as RFC 4180 has them; most lines hold no quote and are only split. Throws `CsvError`. */
export function csvRecords(text: string): string[][] {
  const records: string[][] = [];
  let line = 1;
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; ) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const whole = text.slice(at, text[end - 1] === '\r' ? end - 1 : end);
    if (!whole.includes('"')) {
      records.push(whole.split(','));
      at = end + 1;
      line++;
      continue;
    }
    const { cells, next } = quotedRecord(text, at, line);
    records.push(cells);
    line += text.slice(at, next).split('\n').length - 1;
    at = next;
  }
  return records;
}
