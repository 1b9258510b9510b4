import { once } from 'node:events';
import type { Command } from 'commander';
import { Option } from 'commander';
import type { Terminal } from '../context.ts';
import { describeIssue } from '../exit.ts';
import { handInAll } from '../files.ts';
import { writeMatchRows } from '../match-rows.ts';
import { type RunOptions, readSettings, withRunOptions } from '../options.ts';
import { followJob, withBar } from '../progress.ts';

interface MatchOptions extends RunOptions {
  companies?: string;
  flows?: string;
  workbook?: string;
  format: 'table' | 'csv' | 'jsonl';
  json?: boolean;
}

export function addMatch(program: Command, terminal: Terminal): void {
  withRunOptions(program.command('match'))
    .description('match the flows of files, with no database; without files, what is in the store')
    .option('--companies <file>', 'CSV of companies')
    .option('--flows <file>', 'CSV of flows')
    .option('--workbook <file>', 'XLSX with both sheets')
    .addOption(new Option('--format <format>', 'form of the rows').choices(['table', 'csv', 'jsonl']).default('table'))
    .option('--json', 'same as --format jsonl')
    .addHelpText(
      'after',
      `
Examples:
  symbion match --top 5
  symbion match --companies companies.csv --flows flows.csv
  symbion match --companies c.csv --flows f.csv --top 5 --infer off --format csv > matches.csv
  symbion match --companies c.csv --flows f.csv --blocked on --scenario pre2022 --format jsonl`,
    )
    .action((options: MatchOptions) =>
      options.companies || options.flows || options.workbook
        ? matchFiles(terminal, options)
        : matchStore(terminal, options),
    );
}

async function matchFiles(terminal: Terminal, options: MatchOptions): Promise<void> {
  const result = await withBar(terminal, async (show) =>
    terminal.house.offline().matchFiles(await handInAll(options), await readSettings(options), {
      signal: terminal.signal,
      onProgress: (done, total) => show(done, total, 'match'),
    }),
  );
  for (const warning of result.warnings) terminal.tell(describeIssue(warning, terminal.lang));
  await writeMatchRows(terminal, result, options.json ? 'jsonl' : options.format);
  if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
}

/** Computes a run over what is in the store, which becomes the current one, and writes its matches. */
async function matchStore(terminal: Terminal, options: MatchOptions): Promise<void> {
  // the stored run always keeps the blocked pairs: `--blocked` says whether they are listed here
  const { blocked = false, ...settings } = await readSettings(options);
  const symbion = await terminal.house.open();
  try {
    const { runId } = (await followJob(terminal, symbion, await symbion.startRun(settings))) as { runId: string };
    await writeMatchRows(terminal, await symbion.listRun({ runId, blocked }), options.json ? 'jsonl' : options.format);
  } finally {
    await symbion.close();
  }
}
