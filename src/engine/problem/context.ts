import { type KnowledgeBase, type Settings, TERMS, type TermName } from '../../domain/index.ts';
import { buildLaw, type Law } from '../judge/law.ts';
import { Factors, type Tariff } from '../judge/tariff.ts';
import { Numbering } from './numbering.ts';
import { buildVocabulary, type Pathway, type Vocabulary } from './vocabulary.ts';

/** By mode; a pathway by pipe has the pipe's in all three. */
export interface Tariffs {
  readonly road: Tariff;
  readonly rail: Tariff;
  readonly sea: Tariff;
}

/** What is known before the first flow is read: knowledge and settings, made ready. */
export interface Context {
  readonly settings: Settings;
  readonly vocabulary: Vocabulary;
  readonly law: Law;
  readonly factors: Factors;
  /** Points of the best possible pair per term; whole numbers that add up to 1,000. */
  readonly points: Readonly<Record<TermName, number>>;
  tariffs(country: string, dimension: 't' | 'MWh' | 'm3' | 'piece', pipe: boolean): Tariffs;
  /** Road over great circle, of a giver's country. */
  detour(country: string): number;
  /** Pathways that lead to a product or to something narrower. */
  waysTo(product: number): readonly Pathway[];
  /** Parameters whose missing value refuses, for a product. */
  refusing(product: number): ReadonlySet<string>;
  /** Numbers for texts, so that pairs are compared without them. */
  readonly companies: Numbering;
  readonly activities: Numbering;
  readonly countries: Numbering;
  readonly parameters: Numbering;
}

/** Throws `input` when the knowledge base lacks a factor that is needed. */
export function buildContext(knowledge: KnowledgeBase, settings: Settings): Context {
  const vocabulary = buildVocabulary(knowledge);
  const factors = new Factors(knowledge, settings);
  return {
    settings,
    vocabulary,
    law: buildLaw(vocabulary, settings.scenario, settings.asOf),
    factors,
    points: sharePoints(settings.weights),
    tariffs: tariffTable(factors),
    detour: remembered((country: string) => factors.get('detour', country, 'road')),
    waysTo: waysTable(vocabulary),
    refusing: refusingTable(vocabulary),
    companies: new Numbering(),
    activities: new Numbering(),
    countries: new Numbering(),
    parameters: new Numbering(),
  };
}

/** The limit of a pathway from a country, km by road or pipe; undefined = none. */
export function limitKmOf({ factors }: Context, { use }: Pathway, country: string): number | undefined {
  return use?.distanceLimitKm ?? (use?.mode === 'pipe' ? factors.find('pipe.limit', country) : undefined);
}

/** Weights -> whole points that add up to 1,000: largest remainders, ties to the earlier term. */
function sharePoints(weights: Readonly<Record<TermName, number>>): Record<TermName, number> {
  const sum = TERMS.reduce((total, name) => total + weights[name], 0);
  const exact = TERMS.map((name) => (weights[name] / sum) * 1000);
  const points = exact.map(Math.floor);
  const order = TERMS.map((_, i) => i).sort((a, b) => exact[b]! - points[b]! - (exact[a]! - points[a]!) || a - b);
  const spare = 1000 - points.reduce((a, b) => a + b, 0);
  for (const i of order.slice(0, spare)) points[i]!++;
  return Object.fromEntries(TERMS.map((name, i) => [name, points[i]!])) as Record<TermName, number>;
}

function tariffTable(factors: Factors): Context['tariffs'] {
  const made = new Map<string, Tariffs>();
  return (country, dimension, pipe) => {
    const key = `${country}|${dimension}|${pipe}`;
    let table = made.get(key);
    if (!table) {
      const of = (mode: 'road' | 'rail' | 'sea') => factors.tariff(country, pipe ? 'pipe' : mode, dimension);
      table = { road: of('road'), rail: of('rail'), sea: of('sea') };
      made.set(key, table);
    }
    return table;
  };
}

function waysTable(vocabulary: Vocabulary): Context['waysTo'] {
  let table: Set<Pathway>[] | undefined;
  const make = () => {
    const ways = vocabulary.materials.map(() => new Set<Pathway>());
    vocabulary.materials.forEach((_, material) => {
      for (const pathway of vocabulary.pathways(material))
        for (const product of vocabulary.lineage(pathway.product)) ways[product]!.add(pathway);
    });
    return ways;
  };
  return (product) => {
    table ??= make();
    return [...table[product]!];
  };
}

function refusingTable(vocabulary: Vocabulary): (product: number) => ReadonlySet<string> {
  const table = new Map<number, Set<string>>();
  for (const use of vocabulary.knowledge.uses)
    for (const limit of use.limits) {
      const product = vocabulary.rowOf.get(use.replaces);
      if (limit.ifMissing !== 'refuse' || product === undefined) continue;
      const set = table.get(product) ?? new Set();
      set.add(limit.parameter);
      table.set(product, set);
    }
  const none: ReadonlySet<string> = new Set();
  return (product) => table.get(product) ?? none;
}

function remembered<K, V>(make: (key: K) => V): (key: K) => V {
  const made = new Map<K, V>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) {
      value = make(key);
      made.set(key, value);
    }
    return value;
  };
}
