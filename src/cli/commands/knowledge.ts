import type { Command } from 'commander';
import type { Terminal } from '../context.ts';
import { wholeNumber } from '../options.ts';
import { inLanguage } from '../russian.ts';
import { number, showTable } from '../table.ts';

export function addKnowledge(program: Command, terminal: Terminal): void {
  const knowledge = program
    .command('knowledge')
    .description('search the knowledge base: materials, uses, sources, who could take X, what could replace Y')
    .addHelpText(
      'after',
      '\nExamples:\n  symbion knowledge stats --json\n  symbion knowledge search "fly ash"\n  symbion knowledge show fly-ash-siliceous-dry\n  symbion knowledge route wood-ash --country FI',
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
      await showTable(terminal, ['what', 'count'], rows);
    });

  knowledge
    .command('search')
    .description('find materials, uses, processes and rules by words')
    .argument('<words...>')
    .option('--limit <n>', 'how many', '20')
    .option('--json', 'as JSON lines')
    .action(async (words: string[], options: { limit: string; json?: boolean }) => {
      const found = terminal.house
        .offline()
        .searchKnowledge(words.join(' '), wholeNumber(options.limit, '--limit', 1, 1000));
      if (options.json) for (const row of found) await terminal.write(`${JSON.stringify(row)}\n`);
      else
        await showTable(
          terminal,
          ['kind', 'id', 'name'],
          found.map((r) => [r.kind, r.id, r.name[terminal.lang]]),
          60,
        );
    });

  knowledge
    .command('show')
    .description('a material: its uses and takers, and what could replace it')
    .argument('<material>', 'id of a material or product')
    .option('--json', 'as JSON')
    .action((id: string, options: { json?: boolean }) => showMaterial(terminal, id, options.json === true));

  knowledge
    .command('route')
    .description('the legal ways of a material in a country: by-product, end of waste, waste')
    .argument('<material>', 'id of a material')
    .requiredOption('--country <code>', 'ISO code, as RU or FI')
    .option('--as-of <date>', 'law in force at this date (today)')
    .option('--json', 'as JSON')
    .action((id: string, options: RouteOptions) => showRoutes(terminal, id, options));
}

interface RouteOptions {
  country: string;
  asOf?: string;
  json?: boolean;
}

async function showRoutes(terminal: Terminal, id: string, { country, asOf, json }: RouteOptions): Promise<void> {
  const card = terminal.house.offline().routeCard(id, country.toUpperCase(), asOf);
  if (json) return terminal.write(`${JSON.stringify(card)}\n`);
  const lang = terminal.lang;
  await showTable(
    terminal,
    ['route', 'since', 'step', 'citation'],
    card.routes.map((r) => [inLanguage(lang, r.kind), r.from ?? '', r.name[lang], r.citation]),
    70,
  );
  if (card.rules.length === 0) return;
  await terminal.write('\n');
  await showTable(
    terminal,
    ['effect', 'rule', 'citation'],
    card.rules.map((r) => [inLanguage(lang, r.effect), r.name[lang], r.citation]),
    70,
  );
}

async function showMaterial(terminal: Terminal, id: string, json: boolean): Promise<void> {
  const page = terminal.house.offline().describeMaterial(id);
  if (json) return terminal.write(`${JSON.stringify(page)}\n`);
  const { lang } = terminal;
  const { material, broader, uses, substitutes, processes, codes } = page;
  const path = [...broader].reverse().map(({ name }) => `${name[lang]} › `);
  await terminal.write(`${path.join('')}${material.name[lang]} (${id})\n`);
  if (codes.length > 0) await terminal.write(`${codes.map(({ scheme, code }) => `${scheme} ${code}`).join(', ')}\n`);
  if (uses.length > 0) {
    await terminal.write('\n');
    await showTable(
      terminal,
      ['replaces', 'at', 'after', 'fit', 'km', 'evidence'],
      uses.map((u) => [
        u.name[lang],
        u.receivers.join(' '),
        u.treatment[lang],
        String(u.fit),
        number(u.distanceLimitKm, lang),
        u.evidence,
      ]),
      48,
    );
  }
  if (substitutes.length > 0) {
    await terminal.write('\n');
    await showTable(
      terminal,
      ['can be replaced by', 'after', 'fit', 'evidence'],
      substitutes.map((u) => [u.name[lang], u.treatment[lang], String(u.fit), u.evidence]),
      48,
    );
  }
  if (processes.length > 0) {
    await terminal.write('\n');
    await showTable(
      terminal,
      ['process', 'at', 'takes', 'gives', 'EUR, at a year, exponent', 'evidence'],
      processes.map((p) => [
        p.name[lang],
        p.nace.join(' '),
        p.inputs.map((row) => `${row.perUnit} ${row.material}`).join(', '),
        p.outputs.map((row) => `${row.yield} ${row.material}`).join(', '),
        `${number(p.capex.eur, lang)} · ${number(p.capex.atPerYear, lang)} · ${p.capex.exponent} (${p.capex.evidence})`,
        p.evidence,
      ]),
      48,
    );
  }
}
