import type { Command } from 'commander';
import type { SiteQuestion, SitesView } from '../../app/symbion.ts';
import { askAndRead } from '../answers.ts';
import { say, type Terminal } from '../context.ts';
import { amount } from '../named-values.ts';
import { wholeNumber } from '../options.ts';
import { number, showTable, unitSign } from '../table.ts';

interface SitesOptions {
  region?: string;
  process?: string;
  top: string;
  capex?: string;
  years?: string;
  capacity?: string;
  within?: string;
  lot?: string;
  json?: boolean;
}

const GAPS = 15;

export function addSites(program: Command, terminal: Terminal): void {
  program
    .command('sites')
    .description('what is missing: flows that nobody takes, which plant where and how large would take them, milk runs')
    .option('--region <name>', 'only sites of this region')
    .option('--process <id>', 'only plants of this process')
    .option('--top <n>', 'kinds of plant at most', '10')
    .option(
      '--capex <eur>',
      'of one plant whatever its size (default: what the knowledge base tells of the process at its size)',
    )
    .option('--years <n>', 'over which it is paid back (default 10)')
    .option('--capacity <quantity>', 'of one plant a year')
    .option('--within <km>', 'how far a plant may be (default 100)')
    .option('--lot <tonnes>', 'a year, below which a taker does not deal (default 500)')
    .option('--json', 'the whole report as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  symbion sites\n  symbion sites --process waelz-kiln --capex 8000000 --within 400',
    )
    .action(async (options: SitesOptions) => {
      const question = readSites(options);
      const found = await askAndRead(
        terminal,
        (symbion) => symbion.startSites(question),
        (symbion, id) => symbion.getSites(id),
      );
      if (options.json) await terminal.write(`${JSON.stringify(found)}\n`);
      else await showSites(terminal, found, options.process);
    });
}

function readSites({ region, process, top, capex, years, capacity, within, lot }: SitesOptions): SiteQuestion {
  return {
    top: wholeNumber(top, '--top', 1, 200),
    ...(region !== undefined && { region }),
    ...(process !== undefined && { process }),
    ...(capex !== undefined && { capexEur: amount(capex, '--capex') }),
    ...(years !== undefined && { years: amount(years, '--years') }),
    ...(capacity !== undefined && { capacityPerYear: amount(capacity, '--capacity') }),
    ...(within !== undefined && { withinKm: amount(within, '--within') }),
    ...(lot !== undefined && { minimumLot: amount(lot, '--lot') }),
  };
}

function tellSource(terminal: Terminal, evidence: string): string {
  if (evidence === 'asked') return say(terminal, { ru: 'названо вами', en: 'told by you' });
  return evidence === 'estimate' ? say(terminal, { ru: 'оценка', en: 'estimate' }) : evidence;
}

async function showSites(
  terminal: Terminal,
  { outputs, demands, processes, milkRuns, names }: SitesView,
  only: string | undefined,
): Promise<void> {
  const listed = only === undefined ? outputs : outputs.filter((gap) => gap.processes.includes(only));
  const { lang } = terminal;
  const told = (value: number) => number(value, lang);
  const name = (id: string) => names[id]?.[lang] ?? id;
  await showTable(
    terminal,
    ['output', 'what', 'left', '', 'missing link'],
    listed
      .slice(0, GAPS)
      .map((gap) => [
        gap.output,
        name(gap.output),
        told(gap.unmatchedPerYear),
        unitSign(gap.unit, lang),
        gap.missing[lang],
      ]),
    90,
  );
  await terminal.write(
    `${say(terminal, {
      ru: `Выходов без получателя ${outputs.length}, потребностей без поставщика ${demands.length}.`,
      en: `${outputs.length} outputs without a taker, ${demands.length} demands without a supplier.`,
    })}\n\n`,
  );
  await showTable(
    terminal,
    ['process', 'place', 'a year', 'capital, kEUR', 'kEUR/year', 'takes', 'gap, %', 'source of the capital'],
    processes.flatMap(({ process, capex, siting }) =>
      siting.plants.map((plant) => [
        name(process),
        name(plant.place),
        told(plant.quantityPerYear),
        told(plant.capexEur / 1000),
        told(plant.benefitEurPerYear / 1000),
        plant.streams.map((stream) => stream.id).join(', '),
        siting.gap === null ? '' : told(100 * siting.gap),
        tellSource(terminal, capex.evidence),
      ]),
    ),
  );
  if (milkRuns.length === 0) return;
  await terminal.write('\n');
  await showTable(
    terminal,
    ['demand', 'milk run', 't/year', 'km', 'trips', 'kEUR/year'],
    milkRuns.flatMap(({ demand, runs }) =>
      runs.map((run) => [
        name(demand),
        run.stops.join(' → '),
        told(run.tonnesPerYear),
        told(run.roundKm),
        String(run.tripsPerYear),
        told(run.netBenefitEurPerYear / 1000),
      ]),
    ),
  );
}
