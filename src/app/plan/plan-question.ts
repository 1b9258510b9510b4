import type { KnowledgeBase } from '../../domain/index.ts';
import { checkAllocation, OBJECTIVES, type Objective, type Wish, type Worth } from '../../planning/index.ts';
import { Complaints, type Wrong } from '../answers/complaints.ts';
import { complainOfRefusal, keyOf } from '../answers/refusals.ts';
import type { Region } from '../region/region.ts';
import type { WhatIf } from './what-if.ts';

/** What plan is wanted of a run. Quantities are a year. */
export interface PlanQuestion {
  /** Default: money. */
  readonly objective?: Objective;
  /** Only exchanges between sites of this region. */
  readonly region?: string;
  /** EUR: activation and opening together at most. */
  readonly budgetEur?: number;
  /** Nothing or at least this, units of output. */
  readonly minimumLot?: number;
  /** EUR as soon as an exchange moves anything; default: the run's cost of a deal, spread over the quantity. */
  readonly activationEur?: number;
  /** 0..1 of every demand that by-products may meet; default 1. */
  readonly shareAtMost?: number;
  /** The same by demand id. */
  readonly shares?: Readonly<Record<string, number>>;
  /** The plan reaches at least this much of each named objective. */
  readonly atLeast?: Partial<Worth>;
  readonly must?: readonly Wish[];
  readonly mustNot?: readonly Wish[];
  /** Own limits of pairs, units of output. */
  readonly capacities?: readonly { readonly output: string; readonly demand: string; readonly most: number }[];
  /** Seconds, for whole decisions; default 20. */
  readonly timeLimitSeconds?: number;
  /** Look for pairs beyond the ranked lists; default true. */
  readonly beyond?: boolean;
  readonly front?: { readonly against: Objective; readonly points?: number };
  readonly uncertainty?: { readonly trials?: number; readonly seed?: number };
  readonly whatIf?: WhatIf;
}

/** A plan longer than this is not waited for. */
const SECONDS_AT_MOST = 600;
const TRIALS_AT_MOST = 5000;
const POINTS_AT_MOST = 50;

/** Every default in its place, so that the same question is one question. */
export function completePlan(
  question: PlanQuestion,
): PlanQuestion & Required<Pick<PlanQuestion, 'objective' | 'timeLimitSeconds' | 'beyond'>> {
  const { front, uncertainty } = question;
  return {
    ...question,
    objective: question.objective ?? 'money',
    timeLimitSeconds: question.timeLimitSeconds ?? 20,
    beyond: question.beyond ?? true,
    ...(front && { front: { points: 9, ...front } }),
    ...(uncertainty && { uncertainty: { trials: 200, seed: 1, ...uncertainty } }),
  };
}

/** Throws `input` with everything that is wrong with the question; a wished pair that is refused is named with what refuses it. */
export function checkPlan(question: PlanQuestion, region: Region, knowledge: KnowledgeBase): void {
  const { objective, front, must = [], mustNot = [], capacities = [] } = question;
  const { must: _must, mustNot: _mustNot, ...options } = question;
  checkAllocation({ outputs: [], demands: [], arcs: [] }, { ...options, objective: objective ?? 'money' });
  const complaints = new Complaints();
  const { wrong } = complaints;
  checkNumbers(question, wrong);
  if (front && front.against === objective)
    wrong('front.against', front.against, 'another goal than the objective', 'другая цель, не та же');
  const goals = [objective, front?.against, ...Object.keys(question.atLeast ?? {})];
  if (goals.includes('jobs') && !region.snapshot.companies.some((company) => (company.employees ?? 0) > 0))
    wrong('objective', 'jobs', 'companies that tell their employees', 'компании с числом работников');
  for (const id of Object.keys(question.shares ?? {}))
    if (region.flows.get(id)?.direction !== 'input') wrong('shares', id, 'the id of a demand', 'код потребности');
  const forbidden = new Set(mustNot.map(keyOf));
  for (const [column, pairs] of Object.entries({ must, mustNot, capacities }))
    for (const pair of pairs) checkFlows(column, pair, region, wrong);
  if (complaints.none)
    for (const wish of must)
      if (forbidden.has(keyOf(wish))) wrong('must', keyOf(wish), 'not also in mustNot', 'не одновременно в mustNot');
      else checkMust(wish, region, knowledge, wrong);
  complaints.throwAny({ en: 'There is no such plan', ru: 'Такого плана нет' });
}

function checkNumbers(question: PlanQuestion, wrong: Wrong): void {
  const { minimumLot, activationEur, shareAtMost, shares, capacities = [], front, uncertainty } = question;
  const notNegative = (column: string, of: string, value: number | undefined) => {
    if (value !== undefined && !(value >= 0)) wrong(column, `${of}${value}`, '0 or more', '0 или больше');
  };
  notNegative('minimumLot', '', minimumLot);
  notNegative('activationEur', '', activationEur);
  for (const wish of question.must ?? []) notNegative('must', `${keyOf(wish)}: `, wish.atLeast);
  for (const pair of capacities) notNegative('capacities', `${keyOf(pair)}: `, pair.most);
  for (const [of, share] of [['', shareAtMost] as const, ...Object.entries(shares ?? {})])
    if (share !== undefined && !(share >= 0 && share <= 1))
      wrong(of === '' ? 'shareAtMost' : 'shares', `${of} ${share}`.trim(), 'a share from 0 to 1', 'доля от 0 до 1');
  const within = (column: string, value: number | undefined, from: number, to: number) => {
    if (value !== undefined && !(Number.isInteger(value) && value >= from && value <= to))
      wrong(column, value, `a whole number from ${from} to ${to}`, `целое от ${from} до ${to}`);
  };
  if ((question.timeLimitSeconds ?? 0) > SECONDS_AT_MOST)
    wrong(
      'timeLimitSeconds',
      question.timeLimitSeconds,
      `${SECONDS_AT_MOST} s at most`,
      `не больше ${SECONDS_AT_MOST} с`,
    );
  if (front && !OBJECTIVES.includes(front.against))
    wrong('front.against', front.against, `one of ${OBJECTIVES.join(', ')}`, `одно из: ${OBJECTIVES.join(', ')}`);
  within('front.points', front?.points, 2, POINTS_AT_MOST);
  within('uncertainty.trials', uncertainty?.trials, 1, TRIALS_AT_MOST);
}

function checkFlows(column: string, pair: Wish, region: Region, wrong: Wrong): void {
  if (region.flows.get(pair.output)?.direction !== 'output')
    wrong(column, pair.output, 'the id of an output', 'код выхода');
  if (region.flows.get(pair.demand)?.direction !== 'input')
    wrong(column, pair.demand, 'the id of a demand', 'код потребности');
}

/** A wished pair must be possible: what refuses it is named. */
function checkMust(wish: Wish, region: Region, knowledge: KnowledgeBase, wrong: Wrong): void {
  const { verdict, match } = complainOfRefusal('must', wish, region, knowledge, wrong);
  if (verdict === 'refused' || verdict === 'blocked') return;
  if (verdict !== 'match') wrong('must', keyOf(wish), 'a pair with a known use', 'пара с известным применением');
  else if (match?.quantityPerYear === undefined)
    wrong('must', keyOf(wish), 'a pair whose quantities are known', 'пара с известными количествами');
}
