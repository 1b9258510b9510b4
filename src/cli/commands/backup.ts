import type { Command } from 'commander';
import { say, type Terminal } from '../context.ts';

export function addBackup(program: Command, terminal: Terminal): void {
  program
    .command('backup <file>')
    .description('write a copy of the embedded store, as of one moment, while others go on working')
    .addHelpText(
      'after',
      '\nTo restore: stop Symbion, put the file in place of symbion.db in the data folder (and remove symbion.db-wal and -shm), start.' +
        '\nFor Neo4j see docs/operations.md.\n\nExample:\n  symbion backup backups/2026-11-28.db',
    )
    .action(async (file: string) => {
      await terminal.house.backup(file);
      terminal.tell(say(terminal, { ru: `Копия записана: ${file}`, en: `The copy is in ${file}` }));
    });
}
