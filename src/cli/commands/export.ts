import type { Command } from 'commander';
import { Option } from 'commander';
import type { Terminal } from '../context.ts';
import { writeOutFile } from '../out-file.ts';

const FORMATS = ['csv', 'jsonl', 'geojson', 'gexf', 'graphml', 'xlsx', 'parquet'] as const;

interface ExportOptions {
  format: (typeof FORMATS)[number];
  out?: string;
  run?: string;
  include?: 'confidential';
}

export function addExport(program: Command, terminal: Terminal): void {
  program
    .command('export')
    .description(
      'write the current run; confidential flows and companies that are not public stay out; xlsx, gexf and graphml of at most 150,000 matches',
    )
    .addOption(new Option('--format <format>', 'form').choices(FORMATS).default('csv'))
    .option('--out <file>', 'where to (default: standard output)')
    .option('--run <id>', 'an older run')
    .addOption(new Option('--include <what>', 'name what is otherwise left out').choices(['confidential']))
    .addHelpText(
      'after',
      '\nExamples:\n  symbion export --format geojson --out region.geojson\n  symbion export --format xlsx --out matches.xlsx',
    )
    .action(async (options: ExportOptions) => {
      const symbion = await terminal.house.open();
      try {
        const bytes = symbion.exportRun(options.format, {
          lang: terminal.lang,
          ...(options.include && { include: options.include }),
          ...(options.run && { runId: options.run }),
        });
        if (options.out) await writeOutFile(options.out, bytes, terminal.signal);
        else for await (const chunk of bytes) await terminal.write(chunk);
      } finally {
        await symbion.close();
      }
    });
}
