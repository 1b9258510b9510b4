import type { Command } from 'commander';
import type { ChangeReport, ImportReport, Symbion } from '../../app/symbion.ts';
import { say, type Terminal } from '../context.ts';
import { describeIssue } from '../exit.ts';
import { handInAll } from '../files.ts';
import { type OutFile, openOutFile } from '../out-file.ts';
import { withBar } from '../progress.ts';

interface ImportCommandOptions {
  companies?: string;
  flows?: string;
  workbook?: string;
  acceptValid?: boolean;
  retireMissing?: boolean;
  rejected: string;
  dryRun?: boolean;
  json?: boolean;
}

export function addImport(program: Command, terminal: Terminal): void {
  program
    .command('import')
    .description('take companies and flows from files into the store')
    .option('--companies <file>', 'CSV of companies')
    .option('--flows <file>', 'CSV of flows')
    .option('--workbook <file>', 'XLSX with both sheets (see `symbion template`)')
    .option('--accept-valid', 'import the good rows, write the bad ones with their reasons to --rejected')
    .option('--rejected <file>', 'where bad rows go', 'rejected.csv')
    .option('--retire-missing', 'retire companies and flows that the files do not name')
    .option('--dry-run', 'check only; nothing is written')
    .option('--json', 'the report as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  symbion import --companies companies.csv --flows flows.csv\n  symbion import --workbook region.xlsx --accept-valid --rejected bad.csv',
    )
    .action((options: ImportCommandOptions) => importFiles(terminal, options));
}

async function importFiles(terminal: Terminal, options: ImportCommandOptions): Promise<void> {
  // opened first: the good rows are not taken when the bad ones cannot be given back
  const rejected = options.acceptValid ? await openOutFile(options.rejected) : undefined;
  try {
    await importInto(await terminal.house.open(), rejected, terminal, options);
  } finally {
    await rejected?.drop();
  }
}

async function importInto(
  symbion: Symbion,
  rejected: OutFile | undefined,
  terminal: Terminal,
  options: ImportCommandOptions,
): Promise<void> {
  try {
    const report = await withBar(terminal, async (show) =>
      symbion.importFiles(await handInAll(options), {
        acceptValid: options.acceptValid === true,
        retireMissing: options.retireMissing === true,
        dryRun: options.dryRun === true,
        lang: terminal.lang,
        onProgress: show,
        signal: terminal.signal,
      }),
    );
    if (report.rejectedCsv !== undefined) await giveBack(rejected, report.rejectedCsv);
    if (options.json) await terminal.write(`${JSON.stringify({ ...report, preview: undefined })}\n`);
    else describeReport(terminal, report, options);
    if (report.issues.some((issue) => issue.severity === 'error') && !(options.acceptValid && report.imported))
      terminal.fail(2);
  } finally {
    await symbion.close();
  }
}

async function giveBack(rejected: OutFile | undefined, csv: string): Promise<void> {
  await rejected?.write(csv);
  await rejected?.finish();
}

function describeReport(terminal: Terminal, report: ImportReport, options: ImportCommandOptions): void {
  for (const issue of report.issues) terminal.tell(describeIssue(issue, terminal.lang));
  const { companies, flows } = report.changes;
  terminal.tell(
    report.imported
      ? say(terminal, {
          ru: `Импортировано. Компании: ${counts(companies, 'ru')}. Потоки: ${counts(flows, 'ru')}.`,
          en: `Imported. Companies: ${counts(companies, 'en')}. Flows: ${counts(flows, 'en')}.`,
        })
      : say(terminal, { ru: 'Ничего не записано.', en: 'Nothing was written.' }),
  );
  if (report.rows.rejected > 0 && options.acceptValid)
    terminal.tell(
      say(terminal, {
        ru: `Отклонено строк: ${report.rows.rejected}; они и причины записаны в ${options.rejected}.`,
        en: `Rows rejected: ${report.rows.rejected}; they and the reasons are in ${options.rejected}.`,
      }),
    );
}

function counts(change: ChangeReport['flows'], lang: 'ru' | 'en'): string {
  const words =
    lang === 'ru' ? ['добавлено', 'изменено', 'без изменений', 'снято'] : ['added', 'changed', 'unchanged', 'retired'];
  return [change.added, change.changed, change.unchanged, change.retired].map((n, i) => `${words[i]} ${n}`).join(', ');
}
