/** What people read and print: headings, paragraphs and tables in order. */
export interface Document {
  readonly title: string;
  readonly lang: 'ru' | 'en';
  readonly blocks: readonly Block[];
}

export type Cell = string | number | undefined;

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly header: readonly string[]; readonly rows: readonly (readonly Cell[])[] };

export const heading = (text: string, level: 1 | 2 = 1): Block => ({ kind: 'heading', level, text });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** Characters that XML 1.0, and with it a word processor, cannot carry. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

export const printable = (text: string) => text.replace(NOT_XML, ' ');

/** A cell as it is read: whole numbers with the language's own spaces, a dash for what is not known. */
export function cellText(cell: Cell, lang: 'ru' | 'en'): string {
  if (cell === undefined) return '–';
  if (typeof cell === 'string') return printable(cell);
  return new Intl.NumberFormat(lang, {
    maximumFractionDigits: Math.abs(cell) < 100 ? 1 : 0,
    signDisplay: 'negative',
  }).format(cell);
}
