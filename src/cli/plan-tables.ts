import type { PlanView } from '../app/symbion.ts';
import { say, type Terminal } from './context.ts';
import { number, ownHalf, showTable, unitSign } from './table.ts';

const PRICES = 10;
const DIFFERENCES = 30;

/** A plan as a person reads it: what moves, what it is worth, what limits cost, and what else was asked. */
export async function showPlan(terminal: Terminal, found: PlanView): Promise<void> {
  if (found.conflict) {
    terminal.tell(say(terminal, found.conflict.text));
    return;
  }
  await showExchanges(terminal, found);
  await showTotals(terminal, found);
  await showPrices(terminal, found);
  if (found.difference) await showDifference(terminal, found);
  if (found.front) await showFront(terminal, found);
  if (found.uncertainty) await showUncertainty(terminal, found);
  if (found.indicators) await showIndicators(terminal, found);
}

const n = (terminal: Terminal) => (value: number | undefined) => number(value, terminal.lang);

async function showExchanges(terminal: Terminal, { plan }: PlanView): Promise<void> {
  const told = n(terminal);
  const rows = [...plan!.exchanges]
    .sort((a, b) => b.worth.money - a.worth.money)
    .map((e) => [
      e.output,
      ownHalf(e.outputCompanyName, terminal.lang),
      e.materialName[terminal.lang],
      e.demand,
      ownHalf(e.demandCompanyName, terminal.lang),
      told(e.quantityPerYear),
      unitSign(e.unit, terminal.lang),
      told(e.worth.money / 1000),
      told(e.worth.co2 / 1000),
    ]);
  const header = ['output', 'giver', 'what', 'demand', 'taker', 'a year', '', 'kEUR/year', 't CO2/year'] as const;
  await showTable(terminal, header, rows, 28);
}

async function showTotals(terminal: Terminal, { plan, beyond, unknown }: PlanView): Promise<void> {
  const told = n(terminal);
  const { totals, solver, status, gap } = plan!;
  const sums = [told(totals.money / 1000), told(totals.co2 / 1000), told(totals.landfill), told(totals.jobs)];
  const lines = [
    say(terminal, {
      ru: `Обменов ${plan!.exchanges.length}: ${sums[0]} тыс. EUR, ${sums[1]} т CO2, ${sums[2]} т не на полигон, рабочих мест ${sums[3]} (в год).`,
      en: `${plan!.exchanges.length} exchanges: ${sums[0]} kEUR, ${sums[1]} t CO2, ${sums[2]} t kept out of landfill, ${sums[3]} jobs a year.`,
    }),
    status === 'optimal'
      ? say(terminal, { ru: `Оптимум (${solver}).`, en: `Optimal (${solver}).` })
      : say(terminal, {
          ru: `Лучшее за отведённое время (${solver}), до оптимума не больше ${told(100 * gap)} %.`,
          en: `The best within the time (${solver}), at most ${told(100 * gap)} % from the optimum.`,
        }),
    ...(beyond
      ? [
          say(terminal, {
            ru: `Пар вне списков добавлено ${beyond.added}; ${beyond.pairs === 'every pair' ? 'ни один план всех пар' : 'ни один план пар из списков'} не стоит больше ${told(beyond.bound)}.`,
            en: `${beyond.added} pairs beyond the lists were added; no plan over ${beyond.pairs} is worth more than ${told(beyond.bound)}.`,
          }),
        ]
      : []),
    ...(unknown.length > 0
      ? [
          say(terminal, {
            ru: `Не спланировано, количество неизвестно: ${unknown.join(', ')}.`,
            en: `Left out, their quantity is not known: ${unknown.join(', ')}.`,
          }),
        ]
      : []),
  ];
  await terminal.write(`\n${lines.join('\n')}\n`);
}

async function showPrices(terminal: Terminal, { plan }: PlanView): Promise<void> {
  const rows = plan!.prices.slice(0, PRICES).map((p) => [p.label[terminal.lang], n(terminal)(p.perUnit)]);
  if (rows.length === 0) return;
  await terminal.write('\n');
  await showTable(terminal, ['limit', 'one more unit is worth'], rows, 80);
}

async function showDifference(terminal: Terminal, { difference, names, plants = [] }: PlanView): Promise<void> {
  const told = n(terminal);
  const { totals, exchanges } = difference!;
  await terminal.write(
    `\n${say(terminal, {
      ru: `К плану без изменений: ${told(totals.money / 1000)} тыс. EUR, ${told(totals.co2 / 1000)} т CO2, ${told(totals.landfill)} т не на полигон.`,
      en: `Against the plan without the change: ${told(totals.money / 1000)} kEUR, ${told(totals.co2 / 1000)} t CO2, ${told(totals.landfill)} t kept out of landfill.`,
    })}\n`,
  );
  for (const plant of plants) {
    const what = `${names[plant.process]?.[terminal.lang] ?? plant.process} (${plant.site})`;
    const [takes, capital] = [told(plant.takesPerYear), told(plant.capexEur / 1000)];
    await terminal.write(
      `${say(
        terminal,
        plant.takesPerYear > 0
          ? {
              ru: `${what}: взял бы ${takes} ${plant.unit} в год, капитал ${capital} тыс. EUR.`,
              en: `${what} would take ${takes} ${plant.unit} a year, capital ${capital} kEUR.`,
            }
          : {
              ru: `${what}: при капитале ${capital} тыс. EUR не окупается.`,
              en: `${what} would not pay for its capital of ${capital} kEUR.`,
            },
      )}\n`,
    );
  }
  const rows = [...exchanges]
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
    .slice(0, DIFFERENCES)
    .map((e) => [
      names[e.output]?.[terminal.lang] ?? e.output,
      names[e.demand]?.[terminal.lang] ?? e.demand,
      told(e.before),
      told(e.after),
    ]);
  await showTable(terminal, ['output', 'demand', 'before', 'afterwards'], rows);
}

async function showFront(terminal: Terminal, { front }: PlanView): Promise<void> {
  const told = n(terminal);
  await terminal.write('\n');
  await showTable(
    terminal,
    ['kEUR/year', 't CO2/year', 't landfill/year', 'jobs', 'exchanges', 'one more costs'],
    front!.map(({ totals, exchanges, exchangeRate }) => [
      told(totals.money / 1000),
      told(totals.co2 / 1000),
      told(totals.landfill),
      told(totals.jobs),
      String(exchanges),
      told(exchangeRate),
    ]),
  );
}

async function showUncertainty(terminal: Terminal, { uncertainty, names }: PlanView): Promise<void> {
  const told = n(terminal);
  const { money, co2, exchanges, firms, trials } = uncertainty!;
  const name = (id: string) => names[id]?.[terminal.lang] ?? id;
  await terminal.write('\n');
  await showTable(
    terminal,
    ['trials', 'P10', 'P50', 'P90'],
    [
      [`${trials}: kEUR`, ...[money.p10, money.p50, money.p90].map((x) => told(x / 1000))],
      [`${trials}: t CO2`, ...[co2.p10, co2.p50, co2.p90].map((x) => told(x / 1000))],
    ],
  );
  await terminal.write('\n');
  await showTable(
    terminal,
    ['output', 'demand', 'stays', 'P10', 'P50', 'P90'],
    exchanges.map((e) => [
      name(e.output),
      name(e.demand),
      `${Math.round(100 * e.inPlan)} %`,
      ...[e.quantityPerYear.p10, e.quantityPerYear.p50, e.quantityPerYear.p90].map(told),
    ]),
  );
  if (firms.length === 0) return;
  await terminal.write(`\n${say(terminal, { ru: 'Спросите сначала:', en: 'Ask these first:' })}\n`);
  await showTable(
    terminal,
    ['company', 'changes the plan by', 'about'],
    firms.map((firm) => [name(firm.company), told(firm.effect), firm.questions.join(', ')]),
    60,
  );
}

async function showIndicators(terminal: Terminal, { indicators }: PlanView): Promise<void> {
  const told = n(terminal);
  const { before, after } = indicators!;
  const rows: (readonly [string, (of: typeof before) => number])[] = [
    ['t landfilled', (of) => of.after.landfilledTonnes],
    ['t bought new', (of) => of.after.virginTonnes],
    ['need met, %', (of) => 100 * of.inputShare],
    ['exchanges', (of) => of.exchanges],
    ['connectance', (of) => of.connectance],
    ['cyclicity', (of) => of.cyclicity],
    ['Finn cycling index', (of) => of.flows.finnCycling],
    ['ascendency', (of) => of.flows.ascendency],
    ['robustness', (of) => of.flows.robustness],
    ['diversity', (of) => of.materialDiversity],
  ];
  await terminal.write('\n');
  await showTable(
    terminal,
    ['indicator', 'before', 'afterwards'],
    rows.map(([label, value]) => [say(terminal, INDICATORS[label]!), told(value(before)), told(value(after))]),
  );
}

const INDICATORS: Readonly<Record<string, { ru: string; en: string }>> = {
  't landfilled': { ru: 'т на полигон', en: 't landfilled' },
  't bought new': { ru: 'т покупается нового', en: 't bought new' },
  'need met, %': { ru: 'покрыто обменами, %', en: 'need met, %' },
  exchanges: { ru: 'обменов', en: 'exchanges' },
  connectance: { ru: 'связность', en: 'connectance' },
  cyclicity: { ru: 'цикличность', en: 'cyclicity' },
  'Finn cycling index': { ru: 'индекс рециркуляции Финна', en: 'Finn cycling index' },
  ascendency: { ru: 'асцендентность', en: 'ascendency' },
  robustness: { ru: 'устойчивость', en: 'robustness' },
  diversity: { ru: 'разнообразие материалов', en: 'diversity of materials' },
};
