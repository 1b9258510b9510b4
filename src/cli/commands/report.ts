import { type Command, Option } from 'commander';
import type { ReportFormat, ReportQuestion } from '../../app/symbion.ts';
import { SymbionError } from '../../domain/index.ts';
import type { Terminal } from '../context.ts';
import { writeOutFile } from '../out-file.ts';

const FORMATS = ['docx', 'html'] as const satisfies readonly ReportFormat[];

interface ReportOptions {
  format?: ReportFormat;
  out: string;
  region?: string;
  company?: string;
  run?: string;
  include?: 'confidential';
  lang?: 'ru' | 'en';
}

export function addReport(program: Command, terminal: Terminal): void {
  program
    .command('report')
    .description('a report of a region, or the fact sheet of a company, to read and print')
    .requiredOption('--out <file>', 'where to')
    .addOption(new Option('--format <format>', 'form (default: as the file is named)').choices(FORMATS))
    .addOption(new Option('--lang <lang>', 'language of the report').choices(['ru', 'en']))
    .option('--region <name>', 'only this region')
    .option('--company <id>', 'the fact sheet of this company')
    .option('--run <id>', 'an older run')
    .addOption(new Option('--include <what>', 'name what is otherwise left out').choices(['confidential']))
    .addHelpText(
      'after',
      '\nExamples:\n  symbion report --region RU-LEN --out report.docx\n  symbion report --company S01 --out sheet.html --lang en',
    )
    .action(async ({ out, format, run, lang = terminal.lang, ...asked }: ReportOptions) => {
      const form = format ?? formOf(out);
      const symbion = await terminal.house.open();
      try {
        const question: ReportQuestion = { ...asked, lang, ...(run !== undefined && { runId: run }) };
        await writeOutFile(out, symbion.report(form, question), terminal.signal);
      } finally {
        await symbion.close();
      }
    });
}

function formOf(file: string): ReportFormat {
  const form = FORMATS.find((one) => file.toLowerCase().endsWith(`.${one}`));
  if (form) return form;
  throw new SymbionError('input', {
    ru: `--out ${file}: нужно имя на .docx или .html, либо --format.`,
    en: `--out ${file}: wanted a name that ends in .docx or .html, or --format.`,
  });
}
