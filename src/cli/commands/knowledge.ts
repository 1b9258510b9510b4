import type { Command } from 'commander';
import { SymbionError } from '../../domain/index.ts';
import type { Terminal } from '../context.ts';
import { drawTable, number } from '../table.ts';

export function addKnowledge(program: Command, terminal: Terminal): void {
  const knowledge = program
    .command('knowledge')
    .description('search the knowledge base: materials, uses, sources, who could take X, what could replace Y')
    .addHelpText(
      'after',
      '\nExamples:\n  symbion knowledge stats --json\n  symbion knowledge search "fly ash"\n  symbion knowledge show fly-ash-siliceous-dry',
    );

  knowledge
    .command('stats')
    .description('counts of facts')
    .option('--json', 'as JSON')
    .action(async (options: { json?: boolean }) => {
      const stats = terminal.house.offline().knowledgeStats();
      if (options.json) return terminal.write(`${JSON.stringify(stats)}\n`);
      const rows = Object.entries(stats).flatMap(([name, value]) =>
        typeof value === 'object' && value !== null
          ? Object.entries(value).map(([inner, n]) => [`${name} ${inner}`, String(n)])
          : [[name, String(value)]],
      );
      await terminal.write(drawTable(['what', 'count'], rows));
    });

  knowledge
    .command('search')
    .description('find materials, uses, processes and rules by words')
    .argument('<words...>')
    .option('--limit <n>', 'how many', '20')
    .option('--json', 'as JSON lines')
    .action(async (words: string[], options: { limit: string; json?: boolean }) => {
      const found = terminal.house.offline().searchKnowledge(words.join(' '), Number(options.limit));
      if (options.json) for (const row of found) await terminal.write(`${JSON.stringify(row)}\n`);
      else
        await terminal.write(
          drawTable(
            ['kind', 'id', 'name'],
            found.map((r) => [r.kind, r.id, r.name[terminal.lang]]),
            60,
          ),
        );
    });

  knowledge
    .command('show')
    .description('a material: its uses and takers, and what could replace it')
    .argument('<material>', 'id of a material or product')
    .option('--json', 'as JSON')
    .action((id: string, options: { json?: boolean }) => showMaterial(terminal, id, options.json === true));
}

async function showMaterial(terminal: Terminal, id: string, json: boolean): Promise<void> {
  const kb = terminal.house.offline().knowledge();
  const material = kb.materials.get(id);
  if (!material)
    throw new SymbionError('not-found', { ru: `Материала «${id}» нет.`, en: `There is no material "${id}".` });
  const uses = kb.uses.filter((use) => use.material === id);
  const substitutes = kb.uses.filter((use) => use.replaces === id);
  if (json) return terminal.write(`${JSON.stringify({ material, uses, substitutes })}\n`);
  const lang = terminal.lang;
  const nameOf = (other: string) => kb.materials.get(other)?.name[lang] ?? other;
  await terminal.write(`${material.name[lang]} (${id})\n\n`);
  if (uses.length > 0)
    await terminal.write(
      drawTable(
        ['replaces', 'at', 'after', 'fit', 'km', 'evidence'],
        uses.map((u) => [
          nameOf(u.replaces),
          u.receivers.join(' '),
          u.treatment[lang],
          String(u.fit),
          number(u.distanceLimitKm, lang),
          u.evidence,
        ]),
        48,
      ),
    );
  if (substitutes.length > 0)
    await terminal.write(
      `\n${drawTable(
        ['can be replaced by', 'after', 'fit', 'evidence'],
        substitutes.map((u) => [nameOf(u.material), u.treatment[lang], String(u.fit), u.evidence]),
        48,
      )}`,
    );
}
