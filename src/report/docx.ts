import {
  AlignmentType,
  Document as Book,
  HeadingLevel,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { type Block, type Cell, cellText, type Document, printable } from './document.ts';

/** Half points. */
const CELL_SIZE = 18;
/** Twentieths of a point. */
const CELL_MARGIN = 60;

/** The document as Word opens it: A4 across, so that wide tables fit; heads of tables repeat on every page. */
export async function writeDocx({ title, lang, blocks }: Document): Promise<Uint8Array> {
  const book = new Book({
    title: printable(title),
    creator: 'Symbion',
    styles: { default: { document: { run: { font: 'Calibri', size: 22, language: { value: lang } } } } },
    sections: [
      {
        properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
        children: [
          new Paragraph({ text: printable(title), heading: HeadingLevel.TITLE }),
          ...blocks.flatMap((block) => drawn(block, lang)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(book));
}

function drawn(block: Block, lang: Document['lang']): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          text: printable(block.text),
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          keepNext: true,
        }),
      ];
    case 'paragraph':
      return [new Paragraph({ text: printable(block.text), spacing: { after: 120 } })];
    case 'list':
      return block.items.map((item) => new Paragraph({ text: printable(item), bullet: { level: 0 } }));
    case 'table':
      return [
        new Table({
          width: { size: 100, type: WidthType.PERCENTAGE },
          rows: [
            row(block.header, lang, { head: true }),
            ...block.rows.map((cells) => row(cells, lang, { head: false })),
          ],
        }),
        new Paragraph({ text: '' }),
      ];
  }
}

function row(cells: readonly Cell[], lang: Document['lang'], { head }: { readonly head: boolean }): TableRow {
  return new TableRow({
    tableHeader: head,
    cantSplit: true,
    children: cells.map(
      (cell) =>
        new TableCell({
          margins: { top: CELL_MARGIN, bottom: CELL_MARGIN, left: CELL_MARGIN, right: CELL_MARGIN },
          ...(head && { shading: { fill: 'E8EEF0' } }),
          children: [
            new Paragraph({
              alignment: typeof cell === 'number' ? AlignmentType.RIGHT : AlignmentType.LEFT,
              children: [new TextRun({ text: cellText(cell, lang), size: CELL_SIZE, bold: head })],
            }),
          ],
        }),
    ),
  });
}
