import type { Command } from 'commander';
import type { PlanView } from '../../app/symbion.ts';
import { askAndRead } from '../answers.ts';
import type { Terminal } from '../context.ts';
import { type PlanOptions, readPlan, withPlanOptions } from '../plan-options.ts';
import { showPlan } from '../plan-tables.ts';

export function addPlan(program: Command, terminal: Terminal): void {
  withPlanOptions(program.command('plan'))
    .description('who gives how much to whom, all matches of the current run at once, under limits and wishes')
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
  symbion plan --plant waelz-kiln@S01=10000,4000000 --price zinc-recovery-feed=300`,
    )
    .action(async (options: PlanOptions) => {
      const question = readPlan(options);
      const found: PlanView = await askAndRead(
        terminal,
        (symbion) => symbion.startPlan(question),
        (symbion, id) => symbion.getPlan(id),
      );
      if (options.json) await terminal.write(`${JSON.stringify(found)}\n`);
      else await showPlan(terminal, found);
      if (found.conflict) terminal.fail(2);
    });
}
