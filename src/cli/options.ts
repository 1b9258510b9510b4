import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import type { SettingsInput } from '../app/symbion.ts';
import { SymbionError } from '../domain/index.ts';

/** Options that decide a run, the same for `match`, `explain`, `start`, `export`. */
export interface RunOptions {
  top?: string;
  infer?: string;
  blocked?: string;
  hints?: string;
  scenario?: string;
  asOf?: string;
  settings?: string;
}

const onOff = (flags: string, text: string, preset: 'on' | 'off') =>
  new Option(flags, text).choices(['on', 'off']).default(preset);

/** Adds the options of a run with the defaults of the design. */
export function withRunOptions(command: Command): Command {
  return command
    .option('--top <n>', 'length of each ranked list', '20')
    .addOption(onOff('--infer <on|off>', 'add demands and outputs that an activity usually has', 'on'))
    .addOption(onOff('--blocked <on|off>', 'list pairs that only a border regime refuses', 'off'))
    .addOption(onOff('--hints <on|off>', 'list pairs that only similar words or codes suggest', 'off'))
    .option('--scenario <name>', 'regime table: current, pre2022', 'current')
    .option('--as-of <date>', 'date that selects rules, charges and regimes (default: today)')
    .option('--settings <file>', 'JSON file with weights, own prices and factors');
}

/** Options -> settings; the file's values first, then what the options say. */
export async function readSettings(options: RunOptions): Promise<SettingsInput> {
  const file = options.settings === undefined ? {} : await readSettingsFile(options.settings);
  return {
    ...file,
    ...(options.top !== undefined && { top: wholeNumber(options.top, '--top', 1, 1000) }),
    ...(options.infer !== undefined && { infer: options.infer === 'on' }),
    ...(options.blocked !== undefined && { blocked: options.blocked === 'on' }),
    ...(options.hints !== undefined && { hints: options.hints === 'on' }),
    ...(options.scenario !== undefined && { scenario: options.scenario }),
    ...(options.asOf !== undefined && { asOf: options.asOf }),
  };
}

async function readSettingsFile(path: string): Promise<SettingsInput> {
  const bad = (ru: string, en: string) =>
    new SymbionError('input', { ru: `Файл настроек ${path}: ${ru}.`, en: `Settings file ${path}: ${en}.` });
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw bad('не читается', 'cannot be read');
  }
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value as SettingsInput;
  } catch {
    throw bad('это не JSON', 'is not JSON');
  }
  throw bad('нужен объект', 'wanted an object');
}

/** A whole number that a person typed; throws `input` naming the option, what was found and what was wanted. */
export function wholeNumber(text: string, option: string, least: number, most: number): number {
  const n = Number(text);
  if (text.trim() !== '' && Number.isInteger(n) && n >= least && n <= most) return n;
  throw new SymbionError('input', {
    ru: `${option}: найдено «${text}», нужно целое число от ${least} до ${most}.`,
    en: `${option}: found "${text}", wanted a whole number from ${least} to ${most}.`,
  });
}
