import * as z from 'zod';
import { changeReport } from './companies.ts';
import { flow } from './flows.ts';
import type { Route } from './route.ts';
import { bilingual, flag, known, lang, ofRun, text } from './words.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Media type of each export. */
export const EXPORTS = {
  csv: 'text/csv',
  jsonl: 'application/x-ndjson',
  geojson: 'application/geo+json',
  gexf: 'application/gexf+xml',
  graphml: 'application/graphml+xml',
  xlsx: XLSX,
  parquet: 'application/vnd.apache.parquet',
} as const;

/** Media type of each form of a report. */
export const REPORTS = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
} as const;

export const issue = z
  .object({
    file: z.string().exactOptional(),
    sheet: z.string().exactOptional(),
    row: z.int().exactOptional().meta({ description: 'As a spreadsheet counts: the header is row 1' }),
    column: z.string().exactOptional(),
    header: z
      .string()
      .exactOptional()
      .meta({ description: 'What the file calls the column, where that is another word' }),
    found: z.string().exactOptional(),
    wanted: bilingual,
    severity: z.enum(['error', 'warning']),
  })
  .meta({ id: 'Issue' });

export const importReport = z
  .object({
    imported: z.boolean().meta({ description: 'False when nothing was written' }),
    issues: z.array(issue),
    changes: changeReport,
    rows: z.object({ companies: z.int(), flows: z.int(), rejected: z.int() }),
    rejectedCsv: z.string().exactOptional().meta({ description: 'The rejected rows with their reasons' }),
    columns: z
      .array(
        z.object({
          file: z.string(),
          sheet: z.string().exactOptional(),
          header: z.string(),
          column: z.string().exactOptional().meta({ description: 'Absent when it is passed over' }),
        }),
      )
      .exactOptional()
      .meta({ description: 'How each column was read; only with dryRun' }),
    undo: z.string().exactOptional().meta({ description: 'Id to undo the import by; only with undoable' }),
    preview: z.array(flow).exactOptional().meta({ description: 'First rows as understood; only with dryRun' }),
  })
  .meta({ id: 'ImportReport' });

const handed = z.strictObject({ name: text(200), base64: z.string() }).meta({ id: 'HandedFile' });

/** Files as JSON, when companies and flows come together. */
export const handedFiles = z
  .strictObject({
    companies: handed.exactOptional(),
    flows: handed.exactOptional(),
    workbook: handed.exactOptional(),
  })
  .refine((files) => Object.keys(files).length > 0, { error: 'no file' })
  .meta({ id: 'HandedFiles' });

export const FILE_ROUTES = {
  importFile: {
    method: 'post',
    path: '/api/v1/files',
    tag: 'files',
    summary: 'Hand in a CSV of companies or flows, an XLSX with both, or several files as JSON',
    description:
      'The body is the bytes of one file, of the `kind` in the query, or JSON with files in base64. `dryRun` checks and previews; ' +
      '`acceptValid` imports the good rows and gives the bad ones back; `retireMissing` retires what the files do not name; `undoable` keeps how to undo it. ' +
      'When nothing could be imported the answer is 422 and its `report` is what the file check found.',
    query: z.strictObject({
      kind: z.enum(['companies', 'flows', 'workbook']).exactOptional(),
      name: text(200).exactOptional(),
      dryRun: flag.exactOptional(),
      acceptValid: flag.exactOptional(),
      retireMissing: flag.exactOptional(),
      undoable: flag.exactOptional(),
      lang: lang.exactOptional(),
    }),
    body: handedFiles,
    size: 'file',
    file: ['text/csv', 'text/plain', XLSX, 'application/octet-stream'],
    status: 200,
    response: importReport,
    slow: true,
  },
  undoImport: {
    method: 'post',
    path: '/api/v1/imports/{id}/undo',
    tag: 'files',
    summary: 'Bring back what was there before an import',
    description:
      'For the latest ten imports made with `undoable`, of at most 100,000 rows. 409 when the data was changed since.',
    params: z.object({ id: known }),
    status: 200,
    response: changeReport,
    slow: true,
  },
  template: {
    method: 'get',
    path: '/api/v1/template',
    tag: 'files',
    summary: 'XLSX to fill in, with lists to choose from',
    query: z.strictObject({ lang: lang.exactOptional() }),
    status: 200,
    media: [XLSX],
  },
  exportRun: {
    method: 'get',
    path: '/api/v1/export/{format}',
    tag: 'files',
    summary: 'The matches of a run as a file',
    description:
      'CSV, JSON lines, Parquet and GeoJSON have the matches by output id, each output’s best first, and stream; the workbook has the best of all first. ' +
      'Workbook and networks are made in memory: 413 above 150,000 matches. ' +
      'Confidential flows and companies that are not public are left out unless `include=confidential`.',
    params: z.object({ format: z.enum(Object.keys(EXPORTS) as [keyof typeof EXPORTS]) }),
    query: z.strictObject({
      include: z.literal('confidential').exactOptional(),
      lang: lang.exactOptional(),
      ...ofRun,
    }),
    status: 200,
    media: Object.values(EXPORTS),
    slow: true,
    held: true,
  },
  report: {
    method: 'get',
    path: '/api/v1/report/{format}',
    tag: 'files',
    summary: 'A report of a region, or the fact sheet of a company, to read and print',
    description:
      'Of a region: the picture, the best exchanges, what was decided, what is closed, outputs without a taker, whom to ask, sources. Of a company: its flows with the first partners and steps. ' +
      'Confidential flows and companies that are not public are left out unless `include=confidential`.',
    params: z.object({ format: z.enum(Object.keys(REPORTS) as [keyof typeof REPORTS]) }),
    query: z.strictObject({
      region: text(200).exactOptional(),
      company: known.exactOptional(),
      include: z.literal('confidential').exactOptional(),
      lang: lang.exactOptional(),
      ...ofRun,
    }),
    status: 200,
    media: Object.values(REPORTS),
    slow: true,
  },
} as const satisfies Record<string, Route>;
