import { type Issue, SymbionError } from '../domain/index.ts';
import { explain, listMatches } from '../engine/index.ts';
import { csvRows, writeTemplate } from '../ingest/index.ts';
import { routeCard } from '../knowledge/index.ts';
import { writeCsv, writeJsonLines } from '../report/index.ts';
import { type ReadFiles, readFiles } from './import/read-files.ts';
import type { Understanding } from './import/understand-flow.ts';
import { knowledgeCases } from './knowledge/knowledge-cases.ts';
import { describeNetworkFile } from './network/describe-network.ts';
import type { Offline } from './offline.ts';
import { openRegion } from './region/region.ts';
import type { ComputeLists } from './run/run-match.ts';
import { completeSettings } from './run/settings.ts';
import type { HandedFile } from './symbion.ts';

export interface OfflineDeps extends Understanding {
  readonly computeLists: ComputeLists;
  /** ISO date of today. */
  today(): string;
}

/** The use cases that need files and knowledge only. */
export function createOffline(deps: OfflineDeps): Offline {
  const { knowledge } = deps;
  return {
    ...knowledgeCases(deps),
    async matchFiles(files, input, watch = {}) {
      const settings = completeSettings(input, deps.today(), knowledge);
      const read = await readFiles(files, deps, undefined, { ...(watch.signal && { signal: watch.signal }) });
      throwErrors(read);
      const region = openRegion(read, knowledge, settings);
      const problem = region.problem();
      const lists = await deps.computeLists(problem, {
        signal: watch.signal ?? new AbortController().signal,
        onProgress: (done, total) => watch.onProgress?.(done, total),
      });
      return {
        matches: listMatches(problem, lists),
        rows: (format, lang = 'en') =>
          format === 'csv'
            ? writeCsv(listMatches(problem, lists))
            : writeJsonLines(
                listMatches(problem, lists),
                (match) => explain(problem, match.output, match.demand, lang).terms,
              ),
        explain: (output, demand, lang) => explain(problem, output, demand, lang),
        warnings: read.issues,
      };
    },
    readPairs,
    routeCard(material, country, asOf) {
      const settings = completeSettings({ ...(asOf && { asOf }) }, deps.today(), knowledge);
      const card = routeCard(knowledge, material, country, settings.asOf);
      if (card) return card;
      throw new SymbionError('not-found', {
        ru: `Материала «${material}» нет.`,
        en: `There is no material "${material}".`,
      });
    },
    template: writeTemplate,
    network: describeNetworkFile,
  };
}

function throwErrors(read: ReadFiles): void {
  const errors = read.issues.filter((issue) => issue.severity === 'error');
  if (errors.length > 0)
    throw new SymbionError(
      'input',
      { ru: `В файлах ${errors.length} ошибок.`, en: `The files have ${errors.length} problems.` },
      { issues: read.issues },
    );
}

async function readPairs(file: HandedFile): Promise<readonly { output: string; demand: string }[]> {
  const pairs: { output: string; demand: string }[] = [];
  const issues: Issue[] = [];
  let columns: { output: number; demand: number } | undefined;
  for await (const { row, cells } of csvRows(file)) {
    if (!columns) {
      columns = { output: cells.indexOf('output'), demand: cells.indexOf('demand') };
      if (columns.output >= 0 && columns.demand >= 0) continue;
      throw new SymbionError('input', {
        ru: `${file.name}: нужны столбцы output и demand, найдено: ${cells.join(', ')}.`,
        en: `${file.name}: wanted columns output and demand, found: ${cells.join(', ')}.`,
      });
    }
    const [output, demand] = [cells[columns.output], cells[columns.demand]];
    if (output && demand) pairs.push({ output, demand });
    else
      issues.push({
        file: file.name,
        row,
        column: output ? 'demand' : 'output',
        found: '',
        wanted: { ru: 'код потока', en: 'the id of a flow' },
        severity: 'error',
      });
  }
  if (issues.length > 0)
    throw new SymbionError(
      'input',
      { ru: `${file.name}: не все пары полны.`, en: `${file.name}: not every pair is whole.` },
      { issues },
    );
  return pairs;
}
