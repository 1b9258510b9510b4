import type { Command } from 'commander';
import { Option } from 'commander';
import type { ChainQuestion, ChainView } from '../../app/symbion.ts';
import { askAndRead } from '../answers.ts';
import { say, type Terminal } from '../context.ts';
import { wholeNumber } from '../options.ts';
import { number, showTable, unitSign } from '../table.ts';

interface ChainsOptions {
  by: NonNullable<ChainQuestion['by']>;
  top: string;
  steps: string;
  shape: NonNullable<ChainQuestion['shape']>;
  region?: string;
  reach: NonNullable<ChainQuestion['reach']>;
  without?: string[];
  blocked: string;
  json?: boolean;
}

export function addChains(program: Command, terminal: Terminal): void {
  program
    .command('chains')
    .description('the best multi-step exchanges of the current run: what a taker makes of it goes on to the next')
    .addOption(new Option('--by <goal>', 'what they are best at').choices(['money', 'co2', 'tonnes']).default('money'))
    .addOption(new Option('--shape <shape>', 'paths, or trees that branch').choices(['path', 'tree']).default('path'))
    .option('--top <n>', 'how many at most', '10')
    .option('--steps <n>', 'exchanges a chain at most, 2 to 6', '4')
    .option('--region <name>', 'only sites of this region')
    .addOption(
      new Option('--reach <where>', 'within one region, or over a border')
        .choices(['anywhere', 'within-region', 'across-regions', 'across-borders'])
        .default('anywhere'),
    )
    .option('--without <site...>', 'sites switched off')
    .addOption(
      new Option('--blocked <on|off>', 'also over borders that a regime closes').choices(['on', 'off']).default('off'),
    )
    .option('--json', 'one chain a line')
    .addHelpText(
      'after',
      '\nExamples:\n  symbion chains --by co2 --top 5\n  symbion chains --shape tree --without S18\n  symbion chains --reach across-borders --blocked on',
    )
    .action((options: ChainsOptions) => showChains(terminal, options));
}

async function showChains(terminal: Terminal, options: ChainsOptions): Promise<void> {
  const question = questionOf(options);
  const found = await askAndRead(
    terminal,
    (symbion) => symbion.startChains(question),
    (symbion, id) => symbion.getChains(id),
  );
  if (options.json) for (const chain of found) await terminal.write(`${JSON.stringify(chain)}\n`);
  else await writeChains(terminal, found);
}

function questionOf({ by, top, steps, shape, region, reach, without, blocked }: ChainsOptions): ChainQuestion {
  return {
    by,
    shape,
    reach,
    top: wholeNumber(top, '--top', 1, 100_000),
    maxSteps: wholeNumber(steps, '--steps', 2, 6),
    ...(region !== undefined && { region }),
    ...(without && { switchedOff: without }),
    ...(blocked === 'on' && { blocked: true }),
  };
}

async function writeChains(terminal: Terminal, chains: readonly ChainView[]): Promise<void> {
  const { lang } = terminal;
  if (chains.length === 0) terminal.tell(say(terminal, { ru: 'Цепочек не найдено.', en: 'No chains were found.' }));
  for (const [i, chain] of chains.entries()) {
    const money = number(chain.netBenefitEurPerYear, lang);
    const co2 = number(chain.co2KgPerYear / 1000, lang);
    const loop = chain.loop ? say(terminal, { ru: ', замкнута', en: ', a loop' }) : '';
    await terminal.write(`${i + 1}. ${money} EUR, ${co2} t CO2${loop}\n`);
    const rows = chain.steps.map((step) => [
      step.after === undefined ? String(step.n) : `${step.n} ← ${step.after}`,
      `${step.fromSite} → ${step.toSite}`,
      step.materialName[lang],
      number(step.quantityPerYear, lang),
      unitSign(step.unit, lang),
      step.processes.join(', '),
      step.bottleneck,
      step.border ? `${step.border.from} → ${step.border.to}${step.regime === 'blocked' ? ' ✗' : ''}` : '',
    ]);
    await showTable(terminal, ['step', 'sites', 'material', 'a year', '', 'made by', 'limited by', 'border'], rows);
  }
}
