import {
  DEFAULT_SETTINGS,
  type Issue,
  type KnowledgeBase,
  type Settings,
  SymbionError,
  TERMS,
} from '../../domain/index.ts';
import type { SettingsInput } from '../symbion.ts';

/** A factor may be given for one way of transport: `transport.eur_per_tkm.rail`. */
const MODE = /\.(road|rail|sea|pipe)$/;

const KNOWN = new Set<string>([...Object.keys(DEFAULT_SETTINGS), 'asOf']);

/**
 * Fills in the defaults and checks every field; all problems at once.
 * @param today ISO date, used when `asOf` is not given
 */
export function completeSettings(input: SettingsInput, today: string, knowledge: KnowledgeBase): Settings {
  const scenarios = scenariosOf(knowledge);
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    asOf: today,
    ...input,
    weights: { ...DEFAULT_SETTINGS.weights, ...input.weights },
  };
  const issues: Issue[] = [];
  const fault = (column: string, found: unknown, ru: string, en: string) =>
    issues.push({ column, found: String(found), wanted: { ru, en }, severity: 'error' });

  for (const key of Object.keys(input))
    if (!KNOWN.has(key)) fault(key, key, `одно из: ${[...KNOWN].join(', ')}`, `one of ${[...KNOWN].join(', ')}`);
  if (!Number.isInteger(settings.top) || settings.top < 1 || settings.top > 1000)
    fault('top', settings.top, 'целое от 1 до 1000', 'a whole number from 1 to 1000');
  if (!isDate(settings.asOf)) fault('asOf', settings.asOf, 'дата ГГГГ-ММ-ДД', 'a date YYYY-MM-DD');
  if (!scenarios.has(settings.scenario))
    fault(
      'scenario',
      settings.scenario,
      `одно из: ${[...scenarios].join(', ')}`,
      `one of ${[...scenarios].join(', ')}`,
    );
  for (const [name, value] of Object.entries(settings.weights)) {
    if (!(TERMS as readonly string[]).includes(name))
      fault(`weights.${name}`, name, `одно из: ${TERMS.join(', ')}`, `one of ${TERMS.join(', ')}`);
    else if (!Number.isFinite(value) || value < 0)
      fault(`weights.${name}`, value, 'число не меньше нуля', 'a number not below zero');
  }
  if (TERMS.every((name) => !(settings.weights[name] > 0)))
    fault('weights', 0, 'хотя бы один вес больше нуля', 'at least one weight above zero');
  if (!Number.isFinite(settings.transactionCostEur) || settings.transactionCostEur < 0)
    fault('transactionCostEur', settings.transactionCostEur, 'число не меньше нуля', 'a number not below zero');
  const factors = new Set(knowledge.factors.map(({ id }) => id));
  for (const [name, value] of Object.entries(settings.factors ?? {}))
    if (!factors.has(name) && !factors.has(name.replace(MODE, '')))
      fault('factors', name, 'код фактора базы знаний', 'the id of a factor of the knowledge base');
    else if (!Number.isFinite(value)) fault(`factors.${name}`, value, 'конечное число', 'a finite number');
  for (const [name, value] of Object.entries(settings.prices ?? {}))
    if (!knowledge.materials.has(name))
      fault('prices', name, 'код материала базы знаний', 'the id of a material of the knowledge base');
    else if (!Number.isFinite(value)) fault(`prices.${name}`, value, 'конечное число', 'a finite number');
  for (const flag of ['infer', 'hints', 'blocked'] as const)
    if (typeof settings[flag] !== 'boolean') fault(flag, settings[flag], 'да или нет', 'true or false');

  if (issues.length > 0)
    throw new SymbionError('input', { ru: 'Настройки не приняты.', en: 'The settings were not accepted.' }, { issues });
  return settings;
}

function isDate(text: unknown): text is string {
  return typeof text === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

/** Keys of the regime table. */
export function scenariosOf(knowledge: KnowledgeBase): ReadonlySet<string> {
  return new Set(knowledge.regimes.map((regime) => regime.scenario));
}
