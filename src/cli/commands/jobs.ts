import type { Command } from 'commander';
import type { JobRecord, Symbion } from '../../app/symbion.ts';
import type { Bilingual } from '../../domain/index.ts';
import { say, type Terminal } from '../context.ts';
import { wholeNumber } from '../options.ts';
import { followJob, stepIn } from '../progress.ts';
import { inLanguage } from '../russian.ts';
import { showTable } from '../table.ts';

const LISTED = 20;

export function addJobs(program: Command, terminal: Terminal): void {
  const jobs = program
    .command('jobs')
    .description('what was computed, what is being computed, and what failed')
    .option('--limit <n>', 'how many, the latest first', String(LISTED))
    .option('--json', 'as JSON lines')
    .addHelpText('after', '\nExamples:\n  symbion jobs\n  symbion jobs retry 1f3a...\n  symbion jobs cancel 1f3a...')
    .action(({ limit, json }: { limit: string; json?: boolean }) =>
      withSymbion(terminal, async (symbion) => {
        const list = await symbion.listJobs(wholeNumber(limit, '--limit', 1, 1000));
        if (json) for (const job of list) await terminal.write(`${JSON.stringify(job)}\n`);
        else
          await showTable(
            terminal,
            ['id', 'kind', 'state', 'accepted', 'what'],
            list.map((job) => rowOf(job, terminal.lang)),
          );
      }),
    );
  jobs
    .command('retry <id>')
    .description('run a failed, cancelled or interrupted job again and wait for it')
    .action((id: string) =>
      withSymbion(terminal, async (symbion) => {
        await symbion.retryJob(id);
        await followJob(terminal, symbion, id);
        terminal.tell(say(terminal, { ru: 'Готово.', en: 'Done.' }));
      }),
    );
  jobs
    .command('cancel <id>')
    .description('ask a job to stop')
    .action((id: string) => withSymbion(terminal, (symbion) => symbion.cancelJob(id)));
}

const STATE_WORDS: Readonly<Record<JobRecord['state'], Bilingual>> = {
  waiting: { ru: 'ждёт', en: 'waiting' },
  active: { ru: 'идёт', en: 'active' },
  done: { ru: 'готово', en: 'done' },
  failed: { ru: 'не удалось', en: 'failed' },
  cancelled: { ru: 'отменено', en: 'cancelled' },
  interrupted: { ru: 'прервано', en: 'interrupted' },
};

function rowOf({ id, kind, state, createdAt, reason, told, progress }: JobRecord, lang: 'ru' | 'en'): string[] {
  const what =
    told?.[lang] ?? reason ?? (progress ? `${stepIn(lang, progress.what)} ${progress.done}/${progress.total}` : '');
  return [id, inLanguage(lang, kind), STATE_WORDS[state][lang], createdAt, what];
}

async function withSymbion(terminal: Terminal, work: (symbion: Symbion) => Promise<void>): Promise<void> {
  const symbion = await terminal.house.open();
  try {
    await work(symbion);
  } finally {
    await symbion.close();
  }
}
