import type { Command } from 'commander';
import type { SplitQuestion, SplitView, Symbion } from '../../app/symbion.ts';
import { SymbionError } from '../../domain/index.ts';
import { askAndRead } from '../answers.ts';
import { say, type Terminal } from '../context.ts';
import { pairOf } from '../named-values.ts';
import { wholeNumber } from '../options.ts';
import { number, showTable, unitSign } from '../table.ts';

interface SplitOptions {
  chain?: string;
  pairs?: string[];
  companies?: string[];
  seed: string;
  json?: boolean;
}

export function addSplit(program: Command, terminal: Terminal): void {
  program
    .command('split')
    .description(
      'how partners could share a benefit: price zone, equal split, Shapley values, and whether anybody would leave',
    )
    .option('--chain <id>', 'a chain as `symbion chains --json` names it')
    .option('--pairs <output,demand...>', 'exchanges, those of a chain in its order')
    .option('--companies <id...>', 'companies that would plan together')
    .option('--seed <n>', 'of the random orders beyond 12 partners', '1')
    .option('--json', 'the whole report as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  symbion split --pairs O060,N061 O067,N012\n  symbion split --chain "O060>N061|O067>N012"\n  symbion split --companies S01 S08 S16',
    )
    .action(async (options: SplitOptions) => {
      const question = readSplit(options);
      const found = await askAndRead(
        terminal,
        (symbion: Symbion) => symbion.startSplit(question),
        (symbion, id) => symbion.getSplit(id),
      );
      if (options.json) await terminal.write(`${JSON.stringify(found)}\n`);
      else await showSplit(terminal, found);
    });
}

function readSplit({ chain, pairs, companies, seed }: SplitOptions): SplitQuestion {
  const named = [chain, pairs, companies].filter((x) => x !== undefined).length;
  if (named !== 1)
    throw new SymbionError('input', {
      ru: 'Назовите одно: --chain, --pairs или --companies.',
      en: 'Name one of --chain, --pairs and --companies.',
    });
  const listed = chain?.split('|') ?? pairs;
  return {
    seed: wholeNumber(seed, '--seed', 0, 2 ** 31),
    ...(listed && { pairs: listed.map((text) => pairOf(text, chain === undefined ? '--pairs' : '--chain')) }),
    ...(companies && { companies }),
  };
}

async function showSplit(terminal: Terminal, { exchanges, split, benefitEurPerYear, names }: SplitView): Promise<void> {
  const { lang } = terminal;
  const told = (value: number | undefined) => number(value, lang);
  const name = (id: string) => names[id]?.[lang] ?? id;
  if (exchanges.length > 0) {
    await showTable(
      terminal,
      ['output', 'demand', 'a year', '', 'EUR/year', 'price from', 'price to', 'equal'],
      exchanges.map((e) => [
        name(e.output),
        name(e.demand),
        told(e.quantityPerYear),
        unitSign(e.unit, lang),
        told(e.benefitEurPerYear),
        told(e.zone?.from),
        told(e.zone?.to),
        told(e.zone?.equalSplitPrice),
      ]),
    );
    await terminal.write('\n');
  }
  await showTable(
    terminal,
    ['company', 'equal', 'Shapley', '±'],
    split.players.map((player, i) => [
      name(player),
      told(split.equal[i]),
      told(split.shapley[i]),
      split.exact ? '' : told(split.error[i]),
    ]),
  );
  const total = told(benefitEurPerYear);
  await terminal.write(`${say(terminal, { ru: `Всего ${total} EUR в год. `, en: `${total} EUR a year in all. ` })}`);
  await terminal.write(`${say(terminal, stability(split, name))}\n`);
}

function stability({ stable, coreExists, wouldLeave }: SplitView['split'], name: (id: string) => string) {
  if (stable === undefined)
    return {
      ru: 'Участников больше 12: устойчивость не проверена.',
      en: 'More than 12 partners: whether anybody would leave is not tested.',
    };
  if (stable)
    return {
      ru: 'Раздел по Шепли устойчив: никому не выгодно уйти.',
      en: 'The Shapley split is in the core: no group would do better alone.',
    };
  const group = wouldLeave!.players.map(name).join(', ');
  const gain = Math.round(wouldLeave!.gain);
  return coreExists
    ? {
        ru: `По Шепли ушли бы ${group}: им выгоднее на ${gain} EUR; устойчивый раздел есть другой.`,
        en: `With the Shapley split ${group} would leave and gain ${gain} EUR; another split would hold them.`,
      }
    : {
        ru: `Устойчивого раздела нет: ушли бы ${group} (+${gain} EUR).`,
        en: `No split holds everybody: ${group} would leave (+${gain} EUR).`,
      };
}
