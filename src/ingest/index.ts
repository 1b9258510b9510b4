export type { CompanyRow } from './company-row.ts';
export { type Composition, type CompositionOptions, parseComposition } from './composition.ts';
export { type FlowDraft, type FlowRow, type IngestContext, readFlow } from './flow-row.ts';
export { readNumber } from './numbers.ts';
export { convertQuantity } from './quantity.ts';
export {
  joinFailures,
  type OpenTables,
  openTables,
  readCompanies,
  readFlows,
  readTables,
  readWorkbook,
  type SourceFiles,
  type Tables,
} from './read.ts';
export {
  type GivenRow,
  NO_TABLE,
  type OpenTable,
  type ReadColumn,
  type ReadRow,
  type TableReading,
} from './read-table.ts';
export { writeRejected } from './rejected.ts';
export type { Place } from './row-reader.ts';
export { csvRows, type SourceFile } from './table.ts';
export { TEMPLATE_LISTS, writeTemplate } from './template.ts';
export { routeKindOf } from './words.ts';
