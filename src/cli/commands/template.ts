import type { Command } from 'commander';
import { say, type Terminal } from '../context.ts';
import { writeOutFile } from '../out-file.ts';

export function addTemplate(program: Command, terminal: Terminal): void {
  program
    .command('template')
    .description('an XLSX to fill in, with drop-down lists')
    .option('--out <file>', 'where to', 'symbion-template.xlsx')
    .addHelpText('after', '\nExample:\n  symbion template --out region.xlsx')
    .action(async (options: { out: string }) => {
      await writeOutFile(options.out, [await terminal.house.offline().template(terminal.lang)]);
      terminal.tell(
        say(terminal, { ru: `Шаблон записан в ${options.out}.`, en: `The template is in ${options.out}.` }),
      );
    });
}
