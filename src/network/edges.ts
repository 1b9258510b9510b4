import { parse } from 'csv-parse/sync';
import { type Issue, SymbionError } from '../domain/index.ts';

/** A directed network as columns; node numbers count from 0 in the order of first mention. */
export interface EdgeList {
  readonly nodes: readonly string[];
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Per link; absent when the input names none. */
  readonly quantity?: Float64Array;
}

/** Builds an edge list from named pairs; a pair that comes again adds its quantity to the first. */
export function buildEdges(links: Iterable<readonly [from: string, to: string, quantity?: number]>): EdgeList {
  const numbers = new Map<string, number>();
  const numberOf = (name: string): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, numbers.size);
    return numbers.size - 1;
  };
  const seen = new Map<string, number>();
  const from: number[] = [];
  const to: number[] = [];
  const quantity: number[] = [];
  let hasQuantity = false;
  for (const [a, b, q] of links) {
    if (q !== undefined) hasQuantity = true;
    const [i, j] = [numberOf(a), numberOf(b)];
    const k = seen.get(`${i} ${j}`);
    if (k !== undefined) quantity[k] = quantity[k]! + (q ?? 0);
    else {
      seen.set(`${i} ${j}`, from.length);
      from.push(i);
      to.push(j);
      quantity.push(q ?? 0);
    }
  }
  return {
    nodes: [...numbers.keys()],
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    ...(hasQuantity && { quantity: Float64Array.from(quantity) }),
  };
}

/**
 * Reads a CSV `from,to[,quantity]` with a header row; `,`, `;` or tab, comma or point in numbers.
 * Throws `input` with every missing column and every bad row.
 */
export function readEdges(text: string, file?: string): EdgeList {
  const rows = parse(text, {
    bom: true,
    delimiter: delimiterOf(text),
    skip_empty_lines: true,
    trim: true,
    relax_column_count: true,
  });
  const where = file === undefined ? {} : { file };
  const header = (rows[0] ?? []).map((name) => name.toLowerCase());
  const column = { from: header.indexOf('from'), to: header.indexOf('to'), quantity: header.indexOf('quantity') };
  const missing = (['from', 'to'] as const).filter((name) => column[name] < 0);
  if (missing.length > 0) throw missingColumns(missing, header, where);
  const issues: Issue[] = [];
  const links: [string, string, number?][] = [];
  rows.slice(1).forEach((cells, i) => {
    const from = cells[column.from] ?? '';
    const to = cells[column.to] ?? '';
    const raw = column.quantity < 0 ? '' : (cells[column.quantity] ?? '');
    const quantity = raw === '' ? undefined : Number(raw.replace(',', '.'));
    const bad = (name: string, found: string, en: string, ru: string) =>
      issues.push({ ...where, row: i + 2, column: name, found, wanted: { en, ru }, severity: 'error' });
    if (from === '') bad('from', from, 'the id of a node', 'идентификатор узла');
    if (to === '') bad('to', to, 'the id of a node', 'идентификатор узла');
    if (quantity !== undefined && !(quantity >= 0)) bad('quantity', raw, 'a number of 0 or more', 'число 0 или больше');
    links.push(quantity === undefined ? [from, to] : [from, to, quantity]);
  });
  if (issues.length > 0)
    throw new SymbionError(
      'input',
      { en: `${issues.length} bad cells in the edge list`, ru: `Неверных ячеек в списке связей: ${issues.length}` },
      { issues },
    );
  return buildEdges(links);
}

function delimiterOf(text: string): string {
  const first = text.split('\n', 1)[0] ?? '';
  return [',', ';', '\t'].reduce((a, b) => (first.split(b).length > first.split(a).length ? b : a));
}

function missingColumns(missing: readonly string[], header: readonly string[], where: { file?: string }): SymbionError {
  const found = header.join(', ');
  return new SymbionError(
    'input',
    {
      en: `The edge list has no column ${missing.map((m) => `"${m}"`).join(' and ')}; it needs from,to[,quantity]. Found: ${found}`,
      ru: `В списке связей нет столбца ${missing.map((m) => `«${m}»`).join(' и ')}; нужны from,to[,quantity]. Найдено: ${found}`,
    },
    {
      issues: missing.map((column) => ({
        ...where,
        row: 1,
        column,
        found,
        wanted: { en: `a column "${column}"`, ru: `столбец «${column}»` },
        severity: 'error' as const,
      })),
    },
  );
}
