import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { HandedFile, ImportReport, Symbion } from '../../app/symbion.ts';
import { compareIds } from '../../domain/index.ts';
import type { Call, Handlers } from '../call.ts';
import { EXPORTS, type FILE_ROUTES, REPORTS } from '../contract/files.ts';
import { HttpProblem, languageOf } from '../problem.ts';

type Kind = 'companies' | 'flows' | 'workbook';

export function fileHandlers(symbion: Symbion): Handlers<keyof typeof FILE_ROUTES> {
  return {
    async importFile(call) {
      const { kind: _kind, name: _name, lang = languageOf(call.request), ...options } = call.query;
      const report = await symbion.importFiles(filesOf(call), { ...options, lang });
      if (report.imported || options.dryRun) return report;
      throw refusal(report);
    },
    undoImport: ({ params }) => symbion.undoImport(params.id),
    async template({ query, request, response }) {
      const bytes = await symbion.template(query.lang ?? languageOf(request));
      response.attachment('symbion-template.xlsx').send(Buffer.from(bytes));
    },
    async exportRun({ params: { format }, query: { run, ...options }, response }) {
      const parts = symbion.exportRun(format, { ...options, ...(run !== undefined && { runId: run }) });
      await sendFile(response, `symbion.${format}`, EXPORTS[format], parts);
    },
    async report({ params: { format }, query: { run, lang, ...question }, request, response }) {
      const parts = symbion.report(format, {
        ...question,
        lang: lang ?? languageOf(request),
        ...(run !== undefined && { runId: run }),
      });
      await sendFile(response, `symbion-report.${format}`, REPORTS[format], parts);
    },
  };
}

/** Streams a file. The first part is waited for, so that what is missing is still a problem and not a broken file. */
export async function sendFile(
  response: Response,
  name: string,
  type: string,
  parts: AsyncIterable<Uint8Array>,
): Promise<undefined> {
  const iterator = parts[Symbol.asyncIterator]();
  const first = await iterator.next();
  // the name first: it sets a type by its ending, where it knows one
  response.attachment(name).type(type);
  await pipeline(Readable.from(rest(first, iterator)), response).catch((error: NodeJS.ErrnoException) => {
    // the listener left; nobody is there to be told
    if (error.code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
  return undefined;
}

async function* rest(
  first: IteratorResult<Uint8Array>,
  iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    for (let part = first; !part.done; part = await iterator.next()) yield part.value;
  } finally {
    await iterator.return?.();
  }
}

function filesOf({ body, query, request }: Call<'importFile'>): Partial<Record<Kind, HandedFile>> {
  if (!Buffer.isBuffer(body)) {
    const files: Partial<Record<Kind, HandedFile>> = {};
    for (const kind of ['companies', 'flows', 'workbook'] as const) {
      const file = body[kind];
      if (file) files[kind] = handed(file.name, fromBase64(file.base64, kind));
    }
    return files;
  }
  if (query.kind === undefined)
    throw new HttpProblem(400, {
      ru: `Файл ${request.get('content-type')}: нужен параметр kind (companies, flows или workbook).`,
      en: `A file of ${request.get('content-type')}: wanted the parameter kind (companies, flows or workbook).`,
    });
  return { [query.kind]: handed(query.name ?? query.kind, body) };
}

function handed(name: string, bytes: Buffer): HandedFile {
  return { name, size: bytes.length, open: () => Readable.from([bytes]) };
}

/** Strict: Node's decoder skips what is not base64. */
function fromBase64(text: string, kind: Kind): Buffer {
  const bytes = Buffer.from(text, 'base64');
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  if (text.length % 4 === 0 && bytes.length === (text.length / 4) * 3 - padding) return bytes;
  const wanted = { ru: 'нужен base64 (RFC 4648 §4)', en: 'wanted base64 (RFC 4648 §4)' };
  throw new HttpProblem(422, { ru: 'Тело запроса не принято.', en: 'The body was not accepted.' }, [
    { pointer: `#/${kind}/base64`, text: wanted },
  ]);
}

function refusal(report: ImportReport): HttpProblem {
  const errors = report.issues
    .filter((issue) => issue.severity === 'error')
    .sort((a, b) => compareIds(a.file ?? '', b.file ?? '') || (a.row ?? 0) - (b.row ?? 0));
  return new HttpProblem(
    422,
    {
      ru: `Ничего не записано: ошибок ${errors.length}. Хорошие строки можно взять с acceptValid=true.`,
      en: `Nothing was written: ${errors.length} errors. The good rows can be taken with acceptValid=true.`,
    },
    errors.map(({ file, sheet, row, column, found, wanted }) => {
      const where = [file, sheet, row, column].filter((part) => part !== undefined).join(', ');
      return {
        pointer: `#${row === undefined ? '' : `/rows/${row}`}${column === undefined ? '' : `/${column}`}`,
        text: {
          ru: `${where}: ${found === undefined ? '' : `найдено «${found}», `}нужно: ${wanted.ru}`,
          en: `${where}: ${found === undefined ? '' : `found "${found}", `}wanted: ${wanted.en}`,
        },
      };
    }),
    { report },
  );
}
