import type { Command } from 'commander';
import { type Moved, moveHouse } from '../../app/move-house.ts';
import type { Bilingual } from '../../domain/index.ts';
import { say, type Terminal } from '../context.ts';
import { withBar } from '../progress.ts';
import { showTable } from '../table.ts';

const KIND_WORDS: Readonly<Record<Moved['kind'], Bilingual>> = {
  company: { ru: 'предприятия', en: 'companies' },
  site: { ru: 'площадки', en: 'sites' },
  flow: { ru: 'потоки', en: 'flows' },
  exchange: { ru: 'обмены', en: 'exchanges' },
  event: { ru: 'история обменов', en: 'history of exchanges' },
  result: { ru: 'ответы', en: 'answers' },
  run: { ru: 'расчёты', en: 'runs' },
  match: { ru: 'пары', en: 'matches' },
  job: { ru: 'задания', en: 'jobs' },
};

export function addCopy(program: Command, terminal: Terminal): void {
  program
    .command('copy')
    .description(
      'copy everything from one store to another and prove it by counts and hashes; goes on where it was interrupted',
    )
    .requiredOption('--from <store>', 'sqlite:FOLDER or FILE, or neo4j://, bolt://HOST:PORT')
    .requiredOption('--to <store>', 'the same; must be empty, or hold a part of this copy')
    .option('--json', 'what was copied, as JSON lines')
    .addHelpText(
      'after',
      '\nUser, password and database of Neo4j come from NEO4J_USER, NEO4J_PASSWORD and NEO4J_DATABASE. Stop servers and workers first.' +
        '\n\nExamples:\n  symbion copy --from sqlite:.symbion --to neo4j://127.0.0.1:7687\n  symbion copy --from bolt://127.0.0.1:7687 --to sqlite:./back',
    )
    .action(async ({ from, to, json }: { from: string; to: string; json?: boolean }) => {
      const source = await terminal.house.openStoreAt(from, 'existing');
      try {
        const target = await terminal.house.openStoreAt(to);
        try {
          const moved = await withBar(terminal, (onProgress) =>
            moveHouse(source, target, { onProgress, signal: terminal.signal }),
          );
          if (json) for (const one of moved) await terminal.write(`${JSON.stringify(one)}\n`);
          else
            await showTable(
              terminal,
              ['what', 'count', 'found', 'hash'],
              moved.map(({ kind, count, found, hash }) => [
                say(terminal, KIND_WORDS[kind]),
                String(count),
                String(found),
                hash,
              ]),
            );
          terminal.tell(
            say(terminal, {
              ru: 'Скопировано; числа и хеши в обоих хранилищах равны.',
              en: 'Copied; counts and hashes are equal in both stores.',
            }),
          );
        } finally {
          await target.close();
        }
      } finally {
        await source.close();
      }
    });
}
