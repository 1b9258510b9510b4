import type { Command } from 'commander';
import type { Terminal } from '../context.ts';
import { handIn } from '../files.ts';
import { number, showTable } from '../table.ts';

export function addNetwork(program: Command, terminal: Terminal): void {
  program
    .command('network')
    .description('count simple paths and cycles of an exchange network and give its indicators')
    .requiredOption('--edges <file>', 'CSV `from,to[,quantity]`')
    .option('--json', 'as JSON')
    .addHelpText('after', '\nExample:\n  symbion network --edges edges.csv --json')
    .action(async (options: { edges: string; json?: boolean }) => {
      const found = await terminal.house.offline().network(await handIn(options.edges));
      if (options.json) return terminal.write(`${JSON.stringify(found)}\n`);
      const rows = Object.entries(found).flatMap(([name, value]) =>
        typeof value === 'object' && value !== null
          ? Object.entries(value).map(([inner, n]) => [`${name} ${inner}`, number(Number(n), terminal.lang)])
          : [[name, typeof value === 'number' ? number(value, terminal.lang) : String(value)]],
      );
      await showTable(terminal, ['what', 'value'], rows);
    });
}
