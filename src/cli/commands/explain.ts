import type { Command } from 'commander';
import { Option } from 'commander';
import { type Explanation, SymbionError } from '../../domain/index.ts';
import type { Terminal } from '../context.ts';
import { handIn, handInAll } from '../files.ts';
import { type RunOptions, readSettings, withRunOptions } from '../options.ts';
import { inLanguage } from '../russian.ts';
import { drawTable } from '../table.ts';

interface ExplainOptions extends RunOptions {
  companies?: string;
  flows?: string;
  workbook?: string;
  pairs?: string;
  format: 'table' | 'csv' | 'jsonl';
  json?: boolean;
}

export function addExplain(program: Command, terminal: Terminal): void {
  withRunOptions(program.command('explain'))
    .description('why a pair matches, or why not: any pair, also one never proposed')
    .argument('[output]', 'id of the output')
    .argument('[demand]', 'id of the demand')
    .option('--companies <file>', 'CSV of companies (then no database is needed)')
    .option('--flows <file>', 'CSV of flows')
    .option('--workbook <file>', 'XLSX with both sheets')
    .option('--pairs <file>', 'CSV `output,demand`')
    .addOption(new Option('--format <format>', 'form of the rows').choices(['table', 'csv', 'jsonl']).default('table'))
    .option('--json', 'same as --format jsonl')
    .addHelpText(
      'after',
      `
Examples:
  symbion explain O001 N009
  symbion explain --companies c.csv --flows f.csv --pairs pairs.csv --format jsonl`,
    )
    .action((output: string | undefined, demand: string | undefined, options: ExplainOptions) =>
      explainPairs(terminal, output, demand, options),
    );
}

async function explainPairs(
  terminal: Terminal,
  output: string | undefined,
  demand: string | undefined,
  options: ExplainOptions,
): Promise<void> {
  const offline = terminal.house.offline();
  const pairs =
    options.pairs !== undefined
      ? await offline.readPairs(await handIn(options.pairs))
      : output !== undefined && demand !== undefined
        ? [{ output, demand }]
        : [];
  if (pairs.length === 0)
    throw new SymbionError('input', {
      ru: 'Назовите пару: OUTPUT DEMAND, или --pairs.',
      en: 'Name a pair: OUTPUT DEMAND, or --pairs.',
    });
  const format = options.json ? 'jsonl' : options.format;
  const fromFiles = options.flows !== undefined || options.workbook !== undefined;
  if (fromFiles) {
    const result = await offline.matchFiles(await handInAll(options), await readSettings(options));
    await writeExplanations(
      terminal,
      pairs.map((pair) => result.explain(pair.output, pair.demand, terminal.lang)),
      format,
    );
    return;
  }
  const symbion = await terminal.house.open();
  try {
    const said: Explanation[] = [];
    for (const pair of pairs) said.push(await symbion.explainPair(pair.output, pair.demand, { lang: terminal.lang }));
    await writeExplanations(terminal, said, format);
  } finally {
    await symbion.close();
  }
}

async function writeExplanations(
  terminal: Terminal,
  said: readonly Explanation[],
  format: 'table' | 'csv' | 'jsonl',
): Promise<void> {
  if (format === 'jsonl') {
    for (const e of said) {
      const { output, demand, verdict, score, terms, vetoes } = e;
      await terminal.write(`${JSON.stringify({ output, demand, verdict, score, terms, vetoes })}\n`);
    }
  } else if (format === 'csv') {
    await terminal.write(
      `output,demand,verdict,score\n${said.map((e) => `${e.output},${e.demand},${e.verdict},${e.score}\n`).join('')}`,
    );
  } else for (const e of said) await terminal.write(`${describe(terminal.lang, e)}\n`);
}

/** One pair for a person: verdict, terms that add up, vetoes with citation, legal route, what is missing. */
function describe(lang: 'ru' | 'en', e: Explanation): string {
  const told = (head: string) => inLanguage(lang, head);
  const parts = [`${e.output} → ${e.demand}: ${told(e.verdict)}, ${e.score}\n`];
  if (e.terms.length > 0)
    parts.push(
      drawTable(
        ['term', 'points', 'left', 'right', 'rule'].map(told),
        e.terms.map((t) => [told(t.name), String(t.points), t.left, t.right, t.rule]),
        60,
      ),
    );
  if (e.vetoes.length > 0)
    parts.push(
      drawTable(
        ['refused by', 'left', 'right', 'citation'].map(told),
        e.vetoes.map((v) => [v.rule, v.left, v.right, v.citation]),
        60,
      ),
    );
  if (e.route.length > 0) parts.push(`${e.route.map((r, i) => `${i + 1}. ${r.step} [${r.citation}]`).join('\n')}\n`);
  if (e.missing.length > 0)
    parts.push(`? ${e.missing.map((m) => `${m.flow}: ${m.field} (≤ ${m.pointsAtMost})`).join(', ')}\n`);
  return parts.join('\n');
}
