import type { Command } from 'commander';
import { Option } from 'commander';
import { type Bilingual, type Explanation, SymbionError, type Use } from '../../domain/index.ts';
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
  const pathways = pathwaysOf(terminal);
  if (format === 'jsonl') {
    for (const e of said) {
      const { output, demand, verdict, score, terms, vetoes, limits, route } = e;
      const row = { output, demand, verdict, score, ...pathways.of(e), limits, route, terms, vetoes };
      await terminal.write(`${JSON.stringify(row)}\n`);
    }
  } else if (format === 'csv') {
    await terminal.write(
      `output,demand,verdict,score\n${said.map((e) => `${e.output},${e.demand},${e.verdict},${e.score}\n`).join('')}`,
    );
  } else for (const e of said) await terminal.write(`${describe(terminal.lang, e, pathways.of(e))}\n`);
}

/** What a match stands on: the use, what it rests on, where it is written, the treatment between. */
interface Pathway {
  readonly use: string;
  readonly basis: string;
  readonly source: string;
  readonly treatment: string;
}

function pathwaysOf(terminal: Terminal): { of(e: Explanation): Pathway | undefined } {
  const uses = new Map<string, Use>();
  for (const use of terminal.house.offline().knowledge().uses) uses.set(use.id, use);
  const told = (text: Bilingual | undefined): string => text?.[terminal.lang] ?? '';
  return {
    of({ match }) {
      if (!match) return undefined;
      const use = uses.get(match.use);
      return { use: match.use, basis: match.basis, source: use?.evidence ?? '', treatment: told(use?.treatment) };
    },
  };
}

/** One pair for a person: verdict, what it stands on, terms that add up, vetoes with citation, limits, legal route, what is missing. */
function describe(lang: 'ru' | 'en', e: Explanation, pathway: Pathway | undefined): string {
  const told = (head: string) => inLanguage(lang, head);
  const parts = [`${e.output} → ${e.demand}: ${told(e.verdict)}, ${e.score}\n`];
  if (pathway)
    parts.push(
      `${told(pathway.basis)}: ${pathway.use} [${pathway.source}]\n${told('treatment')}: ${pathway.treatment || '-'}\n`,
    );
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
  if (e.limits.length > 0)
    parts.push(
      drawTable(
        ['limit', 'wanted', 'declared', 'outcome', 'citation'].map(told),
        e.limits.map((l) => [
          l.parameter,
          `${l.operator} ${l.limit}`,
          l.declared ? `${l.declared.operator} ${l.declared.value}` : '-',
          told(l.outcome),
          l.evidence,
        ]),
        60,
      ),
    );
  if (e.route.length > 0) parts.push(`${e.route.map((r, i) => `${i + 1}. ${r.step} [${r.citation}]`).join('\n')}\n`);
  if (e.missing.length > 0)
    parts.push(`? ${e.missing.map((m) => `${m.flow}: ${m.field} (≤ ${m.pointsAtMost})`).join(', ')}\n`);
  return parts.join('\n');
}
