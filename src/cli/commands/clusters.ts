import type { Command } from 'commander';
import type { ClusterReport } from '../../app/symbion.ts';
import { askAndRead } from '../answers.ts';
import { say, type Terminal } from '../context.ts';
import { number, showTable } from '../table.ts';

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
  const question = region === undefined ? {} : { region };
  const found = await askAndRead(
    terminal,
    (symbion) => symbion.startClusters(question),
    (symbion, id) => symbion.getClusters(id),
  );
  if (json) await terminal.write(`${JSON.stringify(found)}\n`);
  else await writeClusters(terminal, found);
}

const LISTED = 15;
const LOSSES = 2;

async function writeClusters(terminal: Terminal, report: ClusterReport): Promise<void> {
  if (report.clusters.length === 0)
    terminal.tell(say(terminal, { ru: 'Кластеров не найдено.', en: 'No clusters were found.' }));
  await showOverview(terminal, report);
  await showIndicators(terminal, report);
  await showDependence(terminal, report);
  await showPotential(terminal, report);
  await showQuotients(terminal, report);
}

async function showOverview(terminal: Terminal, { clusters }: ClusterReport): Promise<void> {
  const { lang } = terminal;
  await showTable(
    terminal,
    ['#', 'cluster', 'firms', 'exchanges', 't/year', 'kEUR/year', 't CO2/year', 'need met', 'landfilled', 'afterwards'],
    clusters.map((c, i) => [
      String(i + 1),
      c.name[lang],
      String(c.companies.length),
      String(c.exchanges),
      number(c.tonnesPerYear, lang),
      number(c.netBenefitEurPerYear / 1000, lang),
      number(c.co2KgPerYear / 1000, lang),
      `${Math.round(100 * c.inputShare)} %`,
      number(c.before.landfilledTonnes, lang),
      number(c.after.landfilledTonnes, lang),
    ]),
  );
}

async function showIndicators(terminal: Terminal, { clusters }: ClusterReport): Promise<void> {
  const told = (value: number) => number(value, terminal.lang);
  await terminal.write('\n');
  await showTable(
    terminal,
    ['#', 'density', 'connectance', 'cyclicity', 'Finn index', 'ascendency', 'robustness', 'diversity', 'suppliers'],
    clusters.map((c, i) => [
      String(i + 1),
      told(c.density),
      told(c.connectance),
      told(c.cyclicity),
      told(c.flows.finnCycling),
      told(c.flows.ascendency),
      told(c.flows.robustness),
      told(c.materialDiversity),
      told(c.suppliersPerDemand),
    ]),
  );
}

async function showDependence(terminal: Terminal, { clusters }: ClusterReport): Promise<void> {
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  await terminal.write('\n');
  await showTable(
    terminal,
    ['#', 'without', 'benefit kept', 'after the cascade', 'stop with it'],
    clusters.flatMap((c, i) =>
      c.dependence
        .slice(0, LOSSES)
        .map((d) => [String(i + 1), d.company, percent(d.kept), percent(d.keptAfterCascade), d.drags.join(', ')]),
    ),
  );
}

async function showPotential(terminal: Terminal, { potential }: ClusterReport): Promise<void> {
  const told = (value: number) => number(value, terminal.lang);
  await terminal.write('\n');
  await showTable(
    terminal,
    ['region', 'activity', 'potential', 'location quotient', 'reachable', 'firms', 'whose'],
    potential
      .slice(0, LISTED)
      .map((p) => [
        p.region,
        p.activity,
        told(p.index),
        told(p.locationQuotient),
        `${Math.round(100 * p.reachableShare)} %`,
        String(p.firms),
        p.flows.map((flow) => flow.id).join(', '),
      ]),
  );
}

async function showQuotients(terminal: Terminal, { quotients }: ClusterReport): Promise<void> {
  await terminal.write('\n');
  await showTable(
    terminal,
    ['region', 'activity', 'location quotient', 'by'],
    [...quotients]
      .sort((a, b) => b.value - a.value)
      .slice(0, LISTED)
      .map((q) => [q.region, q.activity, number(q.value, terminal.lang), say(terminal, OF[q.of])]),
  );
}

const OF = {
  employees: { ru: 'работникам', en: 'employees' },
  sites: { ru: 'площадкам', en: 'sites' },
} as const;
