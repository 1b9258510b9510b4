import type { Measurement, Parameter } from '../domain/index.ts';
import { type Clause, readClause } from './clause.ts';
import { AT_MOST, type Found, type MeasureContext, measureClause } from './measure.ts';
import type { MeasureUnit } from './measure-units.ts';
import { namesOf, type ParameterNames, prepare } from './parameter-names.ts';

export interface Composition {
  readonly measurements: readonly Measurement[];
  /** Parts that could not be read; kept and shown, never lost. */
  readonly unread: readonly string[];
}

export interface CompositionOptions {
  /** The text states what a buyer wants: words and bare numbers then mean limits. */
  readonly wanted?: boolean;
  /** What the text is about; a bare share (`99.5 %`) is of the one substance named here. */
  readonly subject?: string;
}

/**
 * Reads free text such as `ППП 1.5 %, фенол<0.5 мг/кг, фр. 5-20` into values in each parameter's own unit. A unit that closes a list of bare numbers
 * holds for all of them (`Cu 4000, Pb 900 мг/кг`), and so does a leading `без` / `no`. What was before a treatment, `(до: ...)`, is set aside.
 */
export function parseComposition(
  text: string,
  parameters: ReadonlyMap<string, Parameter>,
  options: CompositionOptions = {},
): Composition {
  if (text.trim() === '') return { measurements: [], unread: [] };
  const names = namesOf(parameters);
  const { parts, aside } = partsOf(text);
  const clauses = parts.map((part) => clauseOf(part, names));
  const context: MeasureContext = {
    parameters,
    wanted: options.wanted === true,
    heat: clauses.some((clause) => clause.values.some((value) => value.unit?.kind === 'temperature')),
    subject: () => (options.subject === undefined ? undefined : subjectOf(options.subject, parameters)),
  };
  const found: Found[] = [];
  const unread: string[] = [];
  let absent = false;
  clauses.forEach((clause, i) => {
    absent = clause.values.length === 0 && (clause.present === false || (absent && clause.present === undefined));
    const present = absent ? false : clause.present;
    const read = measureClause(parts[i]!, { ...clause, present }, unitOfList(clauses, i), context);
    found.push(...read.found);
    unread.push(...read.unread);
  });
  return { measurements: settle(found, context.wanted, unread), unread: [...unread, ...aside] };
}

/** One value a parameter: the named before the nameless, then the first; a buyer may set a least and a most. What loses is told as unread. */
function settle(found: readonly Found[], wanted: boolean, unread: string[]): Measurement[] {
  const kept = new Map<string, Found>();
  for (const one of [...found.filter((f) => f.named), ...found.filter((f) => !f.named)]) {
    const { parameter, operator } = one.measurement;
    const key = wanted ? `${parameter} ${operator.startsWith('>')}` : parameter;
    if (!kept.has(key)) kept.set(key, one);
    else if (kept.get(key)!.text !== one.text) unread.push(one.text);
  }
  return found.filter((one) => [...kept.values()].includes(one)).map((one) => one.measurement);
}

/** Parts seen before, by their names: people's texts repeat theirs (`СВ 21 %`). */
const known = new WeakMap<ParameterNames, Map<string, Clause>>();
const MOST_KNOWN = 20_000;

function clauseOf(part: string, names: ParameterNames): Clause {
  let clauses = known.get(names);
  if (!clauses || clauses.size >= MOST_KNOWN) {
    clauses = new Map();
    known.set(names, clauses);
  }
  const seen = clauses.get(part);
  if (seen) return seen;
  const clause = readClause(prepare(part), names);
  clauses.set(part, clause);
  return clause;
}

/** Parts between commas, semicolons and line ends; brackets that hold a number are a part of their own. */
function partsOf(text: string): { parts: string[]; aside: string[] } {
  const aside: string[] = [];
  const flat = text
    .normalize('NFC')
    .replace(/\(\s*((?:до|before)(?![\p{L}])[^)]*)\)/giu, (_, inner: string) => {
      aside.push(inner.trim());
      return ' ';
    })
    .replace(/\(([^()]*(?<![\p{L}\d])\d[^()]*)\)/gu, ', $1, ');
  const parts = flat
    .split(/[;|\r\n]+|,(?!\d)|(?<!\d),/)
    .map((part) => part.trim())
    .filter((part) => /[\p{L}\d]/u.test(part));
  return { parts, aside };
}

/** The unit that a later part gives to a list of named numbers without one. */
function unitOfList(clauses: readonly Clause[], i: number): MeasureUnit | undefined {
  for (const { values } of clauses.slice(i)) {
    const [value] = values;
    if (values.length !== 1 || value!.name === undefined) return undefined;
    if (value!.unit)
      return value!.unit.kind === 'share' || value!.unit.kind === 'concentration' ? value!.unit : undefined;
  }
  return undefined;
}

/** Bare shares are of this parameter: the only one in percent that the words name. */
function subjectOf(text: string, parameters: ReadonlyMap<string, Parameter>): string | undefined {
  const names = namesOf(parameters);
  const prepared = prepare(text);
  const found = new Set(
    names
      .find(names.tokens(prepared), prepared)
      .map((hit) => hit.id)
      .filter((id) => parameters.get(id)!.unit.startsWith('%') && !AT_MOST.has(id)),
  );
  return found.size === 1 ? [...found][0] : undefined;
}
