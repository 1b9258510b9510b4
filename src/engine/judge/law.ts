import type { KnowledgeBase, Material, Regime, Rule, UseClass } from '../../domain/index.ts';
import type { Vocabulary } from '../problem/vocabulary.ts';

/** What the rules say of a material going to a product, both flows' countries and the waste's class known. */
export interface Ruling {
  readonly refusals: readonly Rule[];
  /** Legal steps that do not refuse. */
  readonly notes: readonly Rule[];
}

/** What is asked of the rules. Rows of the vocabulary. */
export interface Question {
  readonly material: number;
  readonly product: number;
  readonly useClass: UseClass | undefined;
  /** 1..5, the stricter of declared, code and usual; 0 = none. */
  readonly hazardClass: number;
  readonly euHazardous: boolean;
  readonly giver: string;
  readonly taker: string;
}

/** Answers for a date, remembering them: the same question comes a thousand times. */
export interface Law {
  /** Rules in force at the date. */
  readonly rules: readonly Rule[];
  rule(question: Question): Ruling;
  /** Regime between two countries in the scenario; undefined at home. */
  regime(giver: string, taker: string): Regime | undefined;
}

/** Use classes that a second, less sure reading can close: what is eaten or grown in. */
export const GUARDED: ReadonlySet<UseClass> = new Set([
  'food',
  'feed-ruminant',
  'feed-other',
  'feed-pet',
  'soil-food',
  'soil-nonfood',
]);

export function buildLaw(vocabulary: Vocabulary, scenario: string, asOf: string): Law {
  const { knowledge } = vocabulary;
  const rules = knowledge.rules.filter((rule) => isInForce(rule, asOf));
  const regimes = knowledge.regimes.filter((regime) => regime.scenario === scenario && isInForce(regime, asOf));
  const rulings = new Map<string, Ruling>();
  const borders = new Map<string, Regime | undefined>();
  return {
    rules,
    rule(q) {
      const key = `${q.material}|${q.product}|${q.useClass}|${q.hazardClass}|${q.euHazardous}|${q.giver}|${q.taker}`;
      let ruling = rulings.get(key);
      if (!ruling) {
        ruling = judge(vocabulary, rules, q);
        rulings.set(key, ruling);
      }
      return ruling;
    },
    regime(giver, taker) {
      const key = `${giver}|${taker}`;
      if (!borders.has(key)) borders.set(key, findRegime(knowledge, regimes, giver, taker));
      return borders.get(key);
    },
  };
}

function isInForce(row: { readonly from?: string; readonly to?: string }, asOf: string): boolean {
  return (row.from === undefined || row.from <= asOf) && (row.to === undefined || asOf <= row.to);
}

function judge(vocabulary: Vocabulary, rules: readonly Rule[], q: Question): Ruling {
  const refusals: Rule[] = [];
  const notes: Rule[] = [];
  for (const rule of rules) {
    if (!applies(vocabulary, rule, q)) continue;
    if (rule.effect === 'note') notes.push(rule);
    else if (rule.effect === 'refuse' || q.useClass !== 'licensed') refusals.push(rule);
  }
  return { refusals, notes };
}

function applies(vocabulary: Vocabulary, rule: Rule, q: Question): boolean {
  const material = vocabulary.materials[q.material]!;
  return (
    isAt(vocabulary.knowledge, rule.jurisdiction, q) &&
    (rule.materials.length === 0 || isWithin(vocabulary, q.material, rule.materials)) &&
    (rule.products.length === 0 || isWithin(vocabulary, q.product, rule.products)) &&
    (rule.contaminants.length === 0 || rule.contaminants.some((c) => material.contaminants.includes(c))) &&
    (rule.useClasses.length === 0 || (q.useClass !== undefined && rule.useClasses.includes(q.useClass))) &&
    (rule.hazardClassUpTo === undefined || (q.hazardClass > 0 && q.hazardClass <= rule.hazardClassUpTo)) &&
    (rule.euHazardous === undefined || rule.euHazardous === q.euHazardous)
  );
}

function isAt(knowledge: KnowledgeBase, jurisdiction: string, q: Question): boolean {
  if (jurisdiction === '*') return true;
  return [q.giver, q.taker].some(
    (country) => country === jurisdiction || blocsOf(knowledge, country).includes(jurisdiction),
  );
}

function isWithin(vocabulary: Vocabulary, row: number, ids: readonly string[]): boolean {
  return vocabulary.lineage(row).some((broader) => ids.includes(vocabulary.materials[broader]!.id));
}

function findRegime(
  knowledge: KnowledgeBase,
  regimes: readonly Regime[],
  giver: string,
  taker: string,
): Regime | undefined {
  if (giver === taker || giver === '' || taker === '') return undefined;
  const from = blocsOf(knowledge, giver);
  const to = blocsOf(knowledge, taker);
  const exact = regimes.find((regime) => from.includes(regime.fromBloc) && to.includes(regime.toBloc));
  return exact ?? regimes.find((regime) => regime.fromBloc === '*' && regime.toBloc === '*');
}

/** The country itself and the blocs it belongs to. */
export function blocsOf(knowledge: KnowledgeBase, country: string): readonly string[] {
  return [country, ...(knowledge.blocs?.get(country) ?? [])];
}

/** Class of a waste: the strictest of what is declared, coded and usual; 0 when it has none. */
export function strictestClass(declared: number | undefined, material: Material): number {
  const classes = [declared, material.hazardClass].filter((c) => c !== undefined);
  return classes.length === 0 ? 0 : Math.min(...classes);
}
