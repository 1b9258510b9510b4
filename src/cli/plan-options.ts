import { type Command, Option } from 'commander';
import type { NewPlant, PlanQuestion, WhatIf } from '../app/symbion.ts';
import { SymbionError } from '../domain/index.ts';
import { amount, namedValue, namedValues, pairOf } from './named-values.ts';

/** What a person says of the plan that is wanted. */
export interface PlanOptions {
  objective: string;
  region?: string;
  budget?: string;
  lot?: string;
  activation?: string;
  share?: string;
  shares?: string[];
  atLeast?: string[];
  must?: string[];
  mustNot?: string[];
  capacity?: string[];
  timeLimit: string;
  beyond: string;
  front?: string;
  points: string;
  trials?: string;
  seed: string;
  without?: string[];
  plant?: string[];
  price?: string[];
  quantity?: string[];
  scenario?: string;
  json?: boolean;
}

export function withPlanOptions(command: Command): Command {
  return command
    .option('--objective <goal>', 'what the plan is best at: money, co2, landfill, jobs', 'money')
    .option('--region <name>', 'only sites of this region')
    .option('--budget <eur>', 'EUR for activation and opening together, at most')
    .option('--lot <quantity>', 'of an exchange: nothing or at least this, a year')
    .option('--activation <eur>', 'EUR a year as soon as an exchange moves anything')
    .option('--share <share>', '0..1 of every demand that by-products may meet')
    .option('--shares <demand=share...>', 'the same by demand')
    .option('--at-least <goal=value...>', 'the plan reaches at least this much')
    .option('--must <output,demand=quantity...>', 'pairs that must be in the plan; the quantity may be left out')
    .option('--must-not <output,demand...>', 'pairs that must not')
    .option('--capacity <output,demand=quantity...>', 'what a pair can carry a year, at most')
    .option('--time-limit <seconds>', 'for whole decisions', '20')
    .addOption(
      new Option('--beyond <on|off>', 'look for pairs beyond the ranked lists').choices(['on', 'off']).default('on'),
    )
    .option('--front <goal>', 'also the front against this goal')
    .option('--points <n>', 'points of the front', '9')
    .option('--trials <n>', 'also draw what is uncertain so many times, and say whom to ask first')
    .option('--seed <n>', 'of the draws', '1')
    .option('--without <site...>', 'what if: sites switched off')
    .option('--plant <process@site=capacity,eur...>', 'what if: new plants; the capital may be left out')
    .option('--price <product=eur...>', 'what if: other prices')
    .option('--quantity <flow=quantity...>', 'what if: other quantities')
    .option('--scenario <name>', 'what if: another regime table');
}

/** Throws `input` for what cannot be read. */
export function readPlan(options: PlanOptions): PlanQuestion {
  const { objective, region, front, trials } = options;
  const whatIf = readWhatIf(options);
  const one = (text: string | undefined, option: string) => (text === undefined ? undefined : amount(text, option));
  const question = {
    objective: objective as NonNullable<PlanQuestion['objective']>,
    region,
    budgetEur: one(options.budget, '--budget'),
    minimumLot: one(options.lot, '--lot'),
    activationEur: one(options.activation, '--activation'),
    shareAtMost: one(options.share, '--share'),
    shares: namedValues(options.shares, '--shares'),
    atLeast: namedValues(options.atLeast, '--at-least'),
    must: options.must?.map(readMust),
    mustNot: options.mustNot?.map((text) => pairOf(text, '--must-not')),
    capacities: options.capacity?.map((text) => {
      const [pair, most] = namedValue(text, '--capacity');
      return { ...pairOf(pair, '--capacity'), most };
    }),
    timeLimitSeconds: amount(options.timeLimit, '--time-limit'),
    beyond: options.beyond === 'on',
    front: front === undefined ? undefined : { against: front, points: amount(options.points, '--points') },
    uncertainty:
      trials === undefined ? undefined : { trials: amount(trials, '--trials'), seed: amount(options.seed, '--seed') },
    whatIf: Object.keys(whatIf).length > 0 ? whatIf : undefined,
  };
  return given(question) as PlanQuestion;
}

function readMust(text: string): { output: string; demand: string; atLeast?: number } {
  if (!text.includes('=')) return pairOf(text, '--must');
  const [pair, atLeast] = namedValue(text, '--must');
  return { ...pairOf(pair, '--must'), atLeast };
}

function readWhatIf({ without, plant, price, quantity, scenario }: PlanOptions): WhatIf {
  return given({
    switchedOff: without,
    plants: plant?.map(readPlant),
    prices: namedValues(price, '--price'),
    quantities: namedValues(quantity, '--quantity'),
    scenario,
  }) as WhatIf;
}

/** `waelz-kiln@S01=10000` or, with what it costs, `waelz-kiln@S01=10000,4000000`. */
function readPlant(text: string): NewPlant {
  const found = /^([^@=]+)@([^@=]+)=([^,]+)(?:,(.+))?$/.exec(text);
  if (!found)
    throw new SymbionError('input', {
      ru: `--plant: найдено «${text}», нужно процесс@площадка=мощность[,EUR].`,
      en: `--plant: found "${text}", wanted process@site=capacity[,EUR].`,
    });
  const [, process, site, capacity, capex] = found as unknown as [string, string, string, string, string | undefined];
  return {
    process,
    site,
    capacityPerYear: amount(capacity, '--plant'),
    ...(capex !== undefined && { capexEur: amount(capex, '--plant') }),
  };
}

/** The values that are there. */
function given(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
