import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
/** A cell whose formula failed (ECMA-376, part 1, 18.18.11: cell type `e`). */
const ERROR_CELL = /(<c\s[^>]*?\bt=)"e"/g;
const ERROR_TYPE = 't="e"';

/**
 * A workbook whose failed formulas (`#REF!`, `#N/A`) are texts, so that they are found and told like any other wrong value:
 * the reader takes them for empty cells, and what is empty is merely unknown. Bytes that are no workbook come back as they are.
 */
export function withErrorsAsText(bytes: Uint8Array): Uint8Array {
  const sheets = unzipped(bytes, (name) => SHEET.test(name));
  const failed = Object.entries(sheets).filter(([, xml]) =>
    Buffer.from(xml.buffer, xml.byteOffset, xml.length).includes(ERROR_TYPE),
  );
  if (failed.length === 0) return bytes;
  const files = unzipped(bytes, () => true);
  for (const [name, xml] of failed) files[name] = strToU8(strFromU8(xml).replace(ERROR_CELL, '$1"str"'));
  return zipSync(files, { level: 0 });
}

function unzipped(bytes: Uint8Array, wanted: (name: string) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter: ({ name }) => wanted(name) });
  } catch {
    return {};
  }
}
