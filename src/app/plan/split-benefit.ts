import type { Explanation, KnowledgeBase, Match } from '../../domain/index.ts';
import { explain } from '../../engine/index.ts';
import type { JobContext } from '../../jobs/port.ts';
import { type ChainStep, followChain } from '../../network/index.ts';
import { buildAllocation, type CompanyGame, type FairSplit, type PriceZone, priceZone } from '../../planning/index.ts';
import { keepAnswer, type Payload } from '../answers/answers.ts';
import { Complaints, type Wrong } from '../answers/complaints.ts';
import { gather } from '../answers/gather.ts';
import { complainOfRefusal, keyOf } from '../answers/refusals.ts';
import { openRegion, type Region } from '../region/region.ts';
import { type PlanDeps, sourceOf } from './plan-region.ts';

export const SPLIT_BENEFIT = 'split-benefit';

/** Whose benefit is split: of the partners of named exchanges (a chain's, in its order), or of named companies by their best plan together. */
export interface SplitQuestion {
  readonly pairs?: readonly { readonly output: string; readonly demand: string }[];
  readonly companies?: readonly string[];
  /** Of the random orders beyond 12 partners; default 1. */
  readonly seed?: number;
}

/** One exchange of those whose benefit is split. */
export interface SharedExchange {
  readonly output: string;
  readonly demand: string;
  readonly giver: string;
  readonly taker: string;
  /** As what the output is read. */
  readonly material: string;
  readonly quantityPerYear: number;
  readonly unit: Match['unit'];
  readonly benefitEurPerYear: number;
  /** Position from 1 of the exchange that feeds this one. */
  readonly after?: number;
  /** Price per unit that the taker pays the giver. */
  readonly zone?: PriceZone;
}

export interface SplitReport {
  /** Empty for companies. */
  readonly exchanges: readonly SharedExchange[];
  readonly benefitEurPerYear: number;
  readonly split: FairSplit;
}

const PARTNERS_AT_MOST = 30;

/** Throws `input` for pairs that are refused, naming what refuses them, for companies that are not known, and for too few or too many. */
export function checkSplit({ pairs, companies }: SplitQuestion, region: Region, knowledge: KnowledgeBase): void {
  const complaints = new Complaints();
  const { wrong } = complaints;
  if ((pairs === undefined) === (companies === undefined))
    wrong('pairs', '', 'either pairs or companies', 'либо пары, либо компании');
  if (pairs?.length === 0) wrong('pairs', 0, 'at least one pair', 'хотя бы одна пара');
  if (companies && new Set(companies).size < 2) wrong('companies', companies.length, 'two or more', 'две или больше');
  for (const id of companies ?? [])
    if (!region.companies.has(id)) wrong('companies', id, 'the id of a company', 'код компании');
  for (const pair of pairs ?? []) {
    const output = region.flows.get(pair.output);
    const demand = region.flows.get(pair.demand);
    if (output?.direction !== 'output') wrong('pairs', pair.output, 'the id of an output', 'код выхода');
    if (demand?.direction !== 'input') wrong('pairs', pair.demand, 'the id of a demand', 'код потребности');
    if (output?.direction === 'output' && demand?.direction === 'input') checkPair(pair, region, knowledge, wrong);
  }
  const partners = new Set(companies ?? (pairs ?? []).flatMap((p) => partnersOf(region, p)));
  if (partners.size > PARTNERS_AT_MOST)
    wrong(
      'companies',
      partners.size,
      `at most ${PARTNERS_AT_MOST} partners`,
      `не больше ${PARTNERS_AT_MOST} участников`,
    );
  complaints.throwAny({ en: 'Nothing to split', ru: 'Делить нечего' });
}

type Pair = NonNullable<SplitQuestion['pairs']>[number];

function partnersOf(region: Region, pair: Pair): string[] {
  return [pair.output, pair.demand].flatMap((flow) => region.flows.get(flow)?.companyId ?? []);
}

function checkPair(pair: Pair, region: Region, knowledge: KnowledgeBase, wrong: Wrong): void {
  const { verdict, match } = complainOfRefusal('pairs', pair, region, knowledge, wrong);
  if (verdict === 'refused' || verdict === 'blocked') return;
  if (match?.quantityPerYear === undefined)
    wrong('pairs', keyOf(pair), 'a match whose quantity is known', 'совпадение с известным количеством');
}

/** Handler of the job `split-benefit`. */
export async function runSplit(deps: PlanDeps, payload: unknown, context: JobContext): Promise<unknown> {
  const { run: id, question } = payload as Payload<SplitQuestion>;
  const { run, snapshot, matches } = await gather(deps, id, context);
  const region = openRegion(snapshot, deps.knowledge, { ...run.settings, infer: false });
  const seed = question.seed ?? 1;
  const exchanges = question.pairs ? sharedExchanges(deps, region, question.pairs) : [];
  const inside = new Set(question.companies ?? []);
  const game: CompanyGame = question.pairs
    ? { of: 'steps', seed, steps: exchanges.map(toStep) }
    : {
        of: 'plan',
        seed,
        companies: [...inside].sort(),
        problem: buildAllocation(
          sourceOf(
            deps.knowledge,
            run,
            snapshot,
            matches.filter((m) => inside.has(m.outputCompany) && inside.has(m.demandCompany)),
            {},
          ),
        ).problem,
      };
  const split = await deps.apart('splitAmong', game, {
    signal: context.signal,
    onProgress: (done, total, what) => context.progress({ done, total, what }),
  });
  const benefitEurPerYear = split.equal.reduce((sum, share) => sum + share, 0);
  const report: SplitReport = { exchanges, benefitEurPerYear, split };
  return keepAnswer(deps.store, run, SPLIT_BENEFIT, question, report, split.players.length);
}

const toStep = ({ giver, taker, benefitEurPerYear, after }: SharedExchange) => ({
  giver,
  taker,
  benefit: benefitEurPerYear,
  ...(after !== undefined && { after: after - 1 }),
});

function sharedExchanges(
  { knowledge }: PlanDeps,
  region: Region,
  pairs: NonNullable<SplitQuestion['pairs']>,
): SharedExchange[] {
  const said = pairs.map((pair) => explain(region.problem(), pair.output, pair.demand));
  const chain = followChain(
    {
      matches: said.flatMap(({ match }) => match ?? []),
      snapshot: region.snapshot,
      knowledge,
      asOf: region.settings.asOf,
    },
    pairs,
  );
  return chain.steps.map((step, i) => shared(region, step, said[i]!));
}

function shared(region: Region, step: ChainStep, { money, match }: Explanation): SharedExchange {
  const quantity = match!.quantityPerYear!;
  const zone =
    money &&
    priceZone({
      giverAvoidedDisposal: money.avoidedDisposal / quantity,
      giverCost: 0,
      takerAvoidedPurchase: money.avoidedPurchase / quantity,
      takerCost: -(money.treatment + money.transport + money.transaction) / quantity,
    });
  return {
    output: step.output,
    demand: step.demand,
    giver: region.flows.get(step.output)!.companyId,
    taker: region.flows.get(step.demand)!.companyId,
    material: match!.material,
    quantityPerYear: step.quantityPerYear,
    unit: step.unit,
    benefitEurPerYear: step.netBenefitEurPerYear,
    ...(step.after !== undefined && { after: step.after }),
    ...(zone && { zone }),
  };
}
