export { writeGeoJson } from './geojson.ts';
export { MATCH_COLUMNS, type MatchRow, toMatchRow } from './match-row.ts';
export { matchNetwork, writeGexf, writeGraphml } from './network-files.ts';
export { writeParquet } from './parquet.ts';
export { type PublicView, publicView } from './public.ts';
export { writeCsv, writeJsonLines } from './rows.ts';
export { type Sheet, writeSheets } from './sheets.ts';
export { writeWorkbook } from './workbook.ts';
