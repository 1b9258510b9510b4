import type { Command } from 'commander';
import type { Health } from '../../app/symbion.ts';
import { say, type Terminal } from '../context.ts';

interface DoctorOptions {
  json?: boolean;
  migrations?: boolean;
  mend?: boolean;
}

export function addDoctor(program: Command, terminal: Terminal): void {
  program
    .command('doctor')
    .description('tell in plain words what works and what is wrong')
    .option('--json', 'as JSON')
    .option('--migrations', 'list each step of the schema of Neo4j')
    .option('--mend', 'make constraints and indexes again that the database has lost')
    .addHelpText(
      'after',
      '\nExit code 3 when something is wrong.\n\nExamples:\n  symbion doctor\n  symbion doctor --mend',
    )
    .action(async (options: DoctorOptions) => {
      const symbion = await terminal.house.open();
      try {
        if (options.mend) await symbion.mend();
        const health = await symbion.health();
        if (options.json) await terminal.write(`${JSON.stringify(health)}\n`);
        else await describeHealth(terminal, health, options);
        if (!health.ready || health.jobs.problems?.length) terminal.fail(3);
      } finally {
        await symbion.close();
      }
    });
}

async function describeHealth(terminal: Terminal, health: Health, { migrations }: DoctorOptions): Promise<void> {
  const good = (text: string) => terminal.write(`✓ ${text}\n`);
  const { store, jobs } = health;
  await good(`Node ${process.version}`);
  await good(say(terminal, terminal.house.describe));
  if (store.version) await good(`${store.kind} ${store.version}`);
  const steps = store.migrations ?? [];
  const last = steps.findLast(({ applied }) => applied);
  if (last) {
    const done = steps.filter(({ applied }) => applied).length;
    const text = `${done} / ${steps.length}, ${last.name}`;
    await good(say(terminal, { ru: `шаги схемы: ${text}`, en: `steps of the schema: ${text}` }));
  }
  if (migrations)
    for (const { name, purpose, applied } of steps)
      await terminal.write(`  ${applied ? '✓' : '·'} ${name}: ${purpose}\n`);
  if (jobs.server) await good(jobs.server);
  const { waiting, active, oldestWaitingSeconds: age } = jobs;
  const seconds = Math.round(age);
  await good(
    say(terminal, {
      ru: `задания: ${waiting} ждут (дольше всех ${seconds} с), ${active} идут`,
      en: `jobs: ${waiting} wait (the longest for ${seconds} s), ${active} run`,
    }),
  );
  await good(`${say(terminal, { ru: 'знания', en: 'knowledge' })} ${health.knowledge}`);
  for (const problem of [...store.problems, ...(jobs.problems ?? []), ...health.problems])
    await terminal.write(`✗ ${say(terminal, problem)}\n`);
}
