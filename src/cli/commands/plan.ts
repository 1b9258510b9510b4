import path from 'node:path';
import { type Command, Option } from 'commander';
import type { PlanFormat, PlanView } from '../../app/symbion.ts';
import { SymbionError } from '../../domain/index.ts';
import { askAndRead } from '../answers.ts';
import type { Terminal } from '../context.ts';
import { writeOutFile } from '../out-file.ts';
import { type PlanOptions, readPlan, withPlanOptions } from '../plan-options.ts';
import { showPlan } from '../plan-tables.ts';

export function addPlan(program: Command, terminal: Terminal): void {
  withPlanOptions(program.command('plan'))
    .description('who gives how much to whom, all matches of the current run at once, under limits and wishes')
    .option('--out <file>', 'also write the plan: .xlsx, .csv, .geojson, .gexf or .graphml by the ending')
    .addOption(new Option('--include <what>', 'name what is otherwise left out').choices(['confidential']))
    .option('--json', 'the whole report as JSON')
    .addHelpText(
      'after',
      `
Examples:
  symbion plan
  symbion plan --objective co2 --budget 500000 --activation 20000
  symbion plan --front co2 --trials 200
  symbion plan --must O035,N015=5000 --must-not O001,N009 --share 0.5
  symbion plan --without S18
  symbion plan --trials 200 --out plan.xlsx
  symbion plan --plant waelz-kiln@S01=10000,4000000 --price zinc-recovery-feed=300`,
    )
    .action(async (options: PlanCommand) => {
      const question = readPlan(options);
      const format = options.out === undefined ? undefined : formatOf(options.out);
      const found: PlanView = await askAndRead(
        terminal,
        (symbion) => symbion.startPlan(question),
        async (symbion, id) => {
          const answer = await symbion.getPlan(id);
          if (options.out !== undefined && answer.found.plan)
            await writeOutFile(
              options.out,
              symbion.exportPlan(id, format!, {
                lang: terminal.lang,
                ...(options.include && { include: options.include }),
              }),
              terminal.signal,
            );
          return answer;
        },
      );
      if (options.json) await terminal.write(`${JSON.stringify(found)}\n`);
      else await showPlan(terminal, found);
      if (found.conflict) terminal.fail(2);
    });
}

interface PlanCommand extends PlanOptions {
  out?: string;
  include?: 'confidential';
}

/** Throws `input` for an ending that no form has. */
function formatOf(file: string): PlanFormat {
  const ending = path.extname(file).slice(1);
  const format = (['xlsx', 'csv', 'geojson', 'gexf', 'graphml'] as const).find((known) => known === ending);
  if (format) return format;
  throw new SymbionError('input', {
    ru: `--out: найдено «${file}», нужно имя с окончанием .xlsx, .csv, .geojson, .gexf или .graphml.`,
    en: `--out: found "${file}", wanted a name that ends with .xlsx, .csv, .geojson, .gexf or .graphml.`,
  });
}
