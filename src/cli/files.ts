import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { HandedFile } from '../app/symbion.ts';
import { SymbionError } from '../domain/index.ts';

/** A file of the disk as the use cases take it. Throws `input` when it cannot be read. */
export async function handIn(file: string): Promise<HandedFile> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory())
    throw new SymbionError('input', {
      ru: `${file} — папка: нужен файл.`,
      en: `${file} is a folder: wanted a file.`,
    });
  if (!found?.isFile())
    throw new SymbionError('input', { ru: `Файл ${file} не найден.`, en: `There is no file ${file}.` });
  return { name: path.basename(file), size: found.size, open: () => createReadStream(file) };
}

/** The files named by `--companies`, `--flows`, `--workbook`. */
export async function handInAll(named: { companies?: string; flows?: string; workbook?: string }): Promise<{
  companies?: HandedFile;
  flows?: HandedFile;
  workbook?: HandedFile;
}> {
  if (!named.workbook && !named.flows && !named.companies)
    throw new SymbionError('input', {
      ru: 'Назовите файлы: --companies и --flows, или --workbook.',
      en: 'Name the files: --companies and --flows, or --workbook.',
    });
  return {
    ...(named.companies && { companies: await handIn(named.companies) }),
    ...(named.flows && { flows: await handIn(named.flows) }),
    ...(named.workbook && { workbook: await handIn(named.workbook) }),
  };
}
