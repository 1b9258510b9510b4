export { type Composition, type CompositionOptions, parseComposition } from './composition.ts';
export { readNumber } from './numbers.ts';
export { convertQuantity } from './quantity.ts';
export { type RejectedRow, readCompanies, readFlows, readWorkbook, type TableReading } from './read.ts';
export { writeRejected } from './rejected.ts';
export {
  type CompanyRow,
  type FlowDraft,
  type FlowRow,
  type IngestContext,
  type Place,
  readFlow,
  routeKindOf,
} from './rows.ts';
export { csvRows, type SourceFile } from './table.ts';
export { writeTemplate } from './template.ts';
