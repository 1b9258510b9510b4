import { create } from 'xmlbuilder2';
import { type Block, cellText, type Document, printable } from './document.ts';

type Element = ReturnType<typeof create>;

const STYLE = `
body { font: 15px/1.45 system-ui, sans-serif; color: #1c2529; max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; margin: 0.5rem 0 1.5rem; font-size: 13px; }
th, td { border: 1px solid #c5ced2; padding: 0.3rem 0.5rem; text-align: left; vertical-align: top; }
th { background: #e8eef0; } td.number { text-align: right; white-space: nowrap; }
@media print { body { margin: 0; max-width: none; } thead { display: table-header-group; } tr { break-inside: avoid; } h1, h2, h3 { break-after: avoid; } }
`;

/** The document as one file that any browser shows and prints, with nothing from elsewhere. */
export function writeHtml({ title, lang, blocks }: Document): string {
  const html = create().ele('html', { lang });
  const head = html.ele('head');
  head.ele('meta', { charset: 'utf-8' });
  head.ele('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' });
  head.ele('title').txt(printable(title));
  head.ele('style').txt(STYLE);
  const body = html.ele('body');
  body.ele('h1').txt(printable(title));
  for (const block of blocks) draw(body, block, lang);
  return `<!doctype html>\n${html.end({ headless: true, allowEmptyTags: true })}\n`.replace(
    /<meta([^>]*)><\/meta>/g,
    '<meta$1>',
  );
}

function draw(body: Element, block: Block, lang: Document['lang']): void {
  switch (block.kind) {
    case 'heading':
      body.ele(block.level === 1 ? 'h2' : 'h3').txt(printable(block.text));
      return;
    case 'paragraph':
      body.ele('p').txt(printable(block.text));
      return;
    case 'list': {
      const list = body.ele('ul');
      for (const item of block.items) list.ele('li').txt(printable(item));
      return;
    }
    case 'table': {
      const table = body.ele('table');
      const head = table.ele('thead').ele('tr');
      for (const title of block.header) head.ele('th', { scope: 'col' }).txt(title);
      const rows = table.ele('tbody');
      for (const cells of block.rows) {
        const row = rows.ele('tr');
        for (const cell of cells)
          row.ele('td', typeof cell === 'number' ? { class: 'number' } : {}).txt(cellText(cell, lang));
      }
    }
  }
}
