import type { Command } from 'commander';
import { say, type Terminal } from '../context.ts';
import { describeError } from '../exit.ts';

export function addDoctor(program: Command, terminal: Terminal): void {
  program
    .command('doctor')
    .description('tell in plain words what works and what is wrong')
    .option('--json', 'as JSON')
    .action(async (options: { json?: boolean }) => {
      const symbion = await terminal.house.open().catch((error: unknown) => {
        terminal.tell(`✗ ${describeError(error, terminal.lang)}`);
        throw error;
      });
      try {
        const health = await symbion.health();
        if (options.json) return await terminal.write(`${JSON.stringify(health)}\n`);
        const good = (text: string) => terminal.write(`✓ ${text}\n`);
        await good(`Node ${process.version}`);
        await good(say(terminal, terminal.house.describe));
        await good(`${health.store.kind} ${health.store.version}`);
        await good(`${say(terminal, { ru: 'задания', en: 'jobs' })}: ${health.jobs.waiting} / ${health.jobs.active}`);
        await good(`${say(terminal, { ru: 'знания', en: 'knowledge' })} ${health.knowledge}`);
        for (const problem of health.store.problems) await terminal.write(`✗ ${problem}\n`);
        for (const problem of health.problems) await terminal.write(`✗ ${say(terminal, problem)}\n`);
        if (!health.ready) terminal.fail(3);
      } finally {
        await symbion.close();
      }
    });
}
