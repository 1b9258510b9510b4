import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from 'commander';
import type { RegionPicture, Symbion } from '../../app/symbion.ts';
import { say, type Terminal } from '../context.ts';
import { handIn } from '../files.ts';
import { wholeNumber } from '../options.ts';
import { followJob } from '../progress.ts';
import { number, ownHalf, showTable, unitSign } from '../table.ts';

/** So long at most the address is told later because a first page is made ready; an index that has to be made takes longer. */
const AHEAD_MS = 1000;

interface ServeOptions {
  empty?: boolean;
  host?: string;
  port?: string;
}

const address = ({ host, port }: ServeOptions) => ({
  ...(host !== undefined && { host }),
  ...(port !== undefined && { port: wholeNumber(port, '--port', 0, 65_535) }),
});

export function addServe(program: Command, terminal: Terminal): void {
  program
    .command('start')
    .description('load the demo region into an empty store, match it, serve API and page')
    .option('--empty', 'start without the demo region')
    .option('--host <address>', 'address to listen on (default 127.0.0.1)')
    .option('--port <n>', 'port (default 7171; 0 = any free one)')
    .addHelpText('after', '\nExamples:\n  npm start\n  npm start -- --empty --port 8080')
    .action((options: ServeOptions) => start(terminal, options));

  program
    .command('serve')
    .description('serve API and page on what is in the store')
    .option('--host <address>', 'address to listen on (default 127.0.0.1)')
    .option('--port <n>', 'port (default 7171; 0 = any free one)')
    .addHelpText('after', '\nExample:\n  symbion serve --port 8080')
    .action(async (options: ServeOptions) => {
      const at = address(options);
      await serveUntilStopped(terminal, await terminal.house.open(), at);
    });
}

async function start(terminal: Terminal, options: ServeOptions): Promise<void> {
  const at = address(options);
  const symbion = await terminal.house.open();
  try {
    const page = terminal.house.buildPage();
    page.catch(() => undefined);
    if (!options.empty && (await isEmpty(symbion))) await loadDemo(terminal, symbion);
    if (!(await isEmpty(symbion))) {
      await followJob(terminal, symbion, await symbion.startRun());
      await showSummary(terminal, symbion);
    }
    await page;
  } catch (error) {
    await symbion.close();
    throw error;
  }
  await serveUntilStopped(terminal, symbion, at);
}

async function isEmpty(symbion: Symbion): Promise<boolean> {
  return (await symbion.findCompanies({}, 1)).rows.length === 0;
}

async function loadDemo(terminal: Terminal, symbion: Symbion): Promise<void> {
  const dir = terminal.house.demoDir;
  await symbion.importFiles({
    companies: await handIn(path.join(dir, 'companies.csv')),
    flows: await handIn(path.join(dir, 'flows.csv')),
  });
  terminal.tell(say(terminal, { ru: 'Загружен демонстрационный регион.', en: 'The demo region is loaded.' }));
}

async function serveUntilStopped(terminal: Terminal, symbion: Symbion, at: ReturnType<typeof address>): Promise<void> {
  try {
    // read from the disk while the server is loaded
    const ahead = symbion.askAhead().catch(() => undefined);
    const server = await terminal.house.serve(symbion, at);
    await Promise.race([ahead, sleep(AHEAD_MS, undefined, { ref: false })]);
    // who asks meanwhile waits no longer than without it
    ahead.then(() => symbion.warmUp()).catch(() => undefined);
    await terminal.write(`${say(terminal, { ru: 'Страница', en: 'Page' })}: ${server.url}\n`);
    await new Promise<void>((resolve) => {
      if (terminal.signal.aborted) resolve();
      terminal.signal.addEventListener('abort', () => resolve(), { once: true });
    });
    await server.close();
  } finally {
    await symbion.close();
  }
}

const RUSSIAN_COUNT = new Intl.PluralRules('ru');

/** A number with the word in the form that it asks for in Russian: 1 пара, 2 пары, 5 пар. */
function counted(n: number, one: string, few: string, many: string): string {
  const form = RUSSIAN_COUNT.select(n);
  return `${n} ${form === 'one' ? one : form === 'few' ? few : many}`;
}

/** Companies, flows, matches and the best five with money and CO2. */
async function showSummary(terminal: Terminal, symbion: Symbion): Promise<void> {
  const lang = terminal.lang;
  const picture: RegionPicture = await symbion.picture();
  const n = (value: number) => number(value, lang);
  await terminal.write(
    `${say(terminal, {
      ru: `${counted(picture.companies, 'компания', 'компании', 'компаний')}, ${counted(picture.flows, 'поток', 'потока', 'потоков')}, ${counted(picture.matches, 'совпадение', 'совпадения', 'совпадений')}; ${n(picture.exchangeableTonnesPerYear)} т в год можно обменять, ${n(picture.co2AvoidedKgPerYear / 1000)} т CO2 предотвратить; ${counted(picture.blocked, 'пара закрыта', 'пары закрыты', 'пар закрыто')} режимом границы.`,
      en: `${picture.companies} companies, ${picture.flows} flows, ${picture.matches} matches; ${n(picture.exchangeableTonnesPerYear)} t a year could be exchanged, ${n(picture.co2AvoidedKgPerYear / 1000)} t CO2 avoided; ${picture.blocked} pairs closed by the border regime.`,
    })}\n\n`,
  );
  const best = await symbion.findMatches({ regime: 'open', sort: 'score', inferred: false }, 5);
  await showTable(
    terminal,
    ['giver', 'what', 'taker', 'score', 'km', 'a year', '', 'kEUR/year', 't CO2/year'],
    best.rows.map((m) => [
      ownHalf(m.outputCompanyName, lang),
      m.materialName[lang],
      ownHalf(m.demandCompanyName, lang),
      String(m.score),
      number(m.distanceKm, lang),
      number(m.quantityPerYear, lang),
      unitSign(m.unit, lang),
      number(m.netBenefitEurPerYear === undefined ? undefined : m.netBenefitEurPerYear / 1000, lang),
      number(m.co2KgPerYear === undefined ? undefined : m.co2KgPerYear / 1000, lang),
    ]),
    30,
  );
  await terminal.write('\n');
}
