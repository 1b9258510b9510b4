import type { Command } from 'commander';
import { say, type Terminal } from '../context.ts';
import { wholeNumber } from '../options.ts';

export function addWorker(program: Command, terminal: Terminal): void {
  program
    .command('worker')
    .description('consume jobs of the services house (NEO4J_URI and REDIS_URL set) until stopped')
    .option('--concurrency <n>', 'jobs at a time', '1')
    .addHelpText('after', '\nExample:\n  symbion worker --concurrency 2')
    .action(async (options: { concurrency: string }) => {
      const concurrency = wholeNumber(options.concurrency, '--concurrency', 1, 64);
      terminal.tell(say(terminal, { ru: 'Рабочий процесс запущен.', en: 'The worker is running.' }));
      await terminal.house.work(concurrency, terminal.signal);
    });
}
