import type { Command } from 'commander';
import type { ClusterReport } from '../../app/symbion.ts';
import { say, type Terminal } from '../context.ts';
import { followJob } from '../progress.ts';
import { drawTable, number } from '../table.ts';

interface ClustersOptions {
  region?: string;
  json?: boolean;
}

export function addClusters(program: Command, terminal: Terminal): void {
  program
    .command('clusters')
    .description('communities of companies of the current run, with their indicators and whom they depend on')
    .option('--region <name>', 'only companies with a site in this region')
    .option('--json', 'the whole report as JSON')
    .addHelpText('after', '\nExample:\n  symbion clusters --json')
    .action((options: ClustersOptions) => showClusters(terminal, options));
}

async function showClusters(terminal: Terminal, { region, json }: ClustersOptions): Promise<void> {
  const symbion = await terminal.house.open();
  try {
    const question = region === undefined ? {} : { region };
    const { job, id } = await symbion.startClusters(question);
    await followJob(terminal, symbion, job);
    const { found } = await symbion.getClusters(id);
    if (json) await terminal.write(`${JSON.stringify(found)}\n`);
    else await writeClusters(terminal, found);
  } finally {
    await symbion.close();
  }
}

async function writeClusters(terminal: Terminal, { clusters }: ClusterReport): Promise<void> {
  const { lang } = terminal;
  if (clusters.length === 0)
    terminal.tell(say(terminal, { ru: 'Кластеров не найдено.', en: 'No clusters were found.' }));
  const rows = clusters.map((c) => [
    c.name[lang],
    String(c.companies.length),
    String(c.exchanges),
    number(c.tonnesPerYear, lang),
    number(c.netBenefitEurPerYear / 1000, lang),
    number(c.co2KgPerYear / 1000, lang),
    number(c.density, lang),
    number(c.cyclicity, lang),
    `${Math.round(100 * c.inputShare)} %`,
    c.dependence[0]?.company ?? '',
  ]);
  await terminal.write(
    drawTable(
      [
        'cluster',
        'firms',
        'exchanges',
        't/year',
        'kEUR/year',
        't CO2/year',
        'density',
        'cyclicity',
        'need met',
        'leans on',
      ],
      rows,
    ),
  );
}
