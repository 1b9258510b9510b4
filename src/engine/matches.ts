import type { Carbon, Match, Money } from '../domain/index.ts';
import { type Judgement, judge } from './judge.ts';
import { isBlocked, type Lists, type StreamLists } from './lists.ts';
import type { Problem } from './problem.ts';

/** Matches by output id, then rank; the output's blocked pairs and hints follow, without and with rank. */
export function* listMatches(problem: Problem, lists: Lists): Generator<Match> {
  const demandRanks = rankInDemands(lists);
  for (const [row, list] of lists.outputs.entries()) {
    let rank = 0;
    for (const { partner, offer, want } of [...list.open, ...list.hints])
      yield toMatch(problem, judge(problem, offer, want), ++rank, demandRanks.get(pairKey(row, partner)));
    for (const { offer, want } of list.blocked) yield toMatch(problem, judge(problem, offer, want));
  }
}

function rankInDemands(lists: Lists): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  lists.demands.forEach((list: StreamLists, row) => {
    list.open.forEach(({ partner }, i) => void ranks.set(pairKey(partner, row), i + 1));
  });
  return ranks;
}

const pairKey = (output: number, demand: number) => `${output} ${demand}`;

export function toMatch(problem: Problem, j: Judgement, rank?: number, demandRank?: number): Match {
  const { output, pathway, material } = j.offer;
  const { demand } = j.want;
  const quantity = j.quantity;
  return {
    output: output.flow.id,
    demand: demand.flow.id,
    outputCompany: output.flow.companyId,
    demandCompany: demand.flow.companyId,
    ...(rank !== undefined && { rank }),
    ...(demandRank !== undefined && { demandRank }),
    score: j.score,
    use: pathway.id,
    material: problem.vocabulary.materials[material]!.id,
    product: problem.vocabulary.materials[pathway.product]!.id,
    fit: pathway.fit,
    ...(j.km !== undefined && { distanceKm: rounded(j.km, 2) }),
    ...(quantity !== undefined && { quantityPerYear: rounded(quantity, 3) }),
    unit: output.flow.dimension ?? problem.vocabulary.materials[material]!.dimension,
    ...(quantity !== undefined &&
      j.netPerUnit !== undefined && { netBenefitEurPerYear: Math.round(quantity * j.netPerUnit) }),
    ...(quantity !== undefined &&
      j.carbonPerUnit !== undefined && { co2KgPerYear: Math.round(quantity * j.carbonPerUnit) }),
    inferred: demand.flow.origin === 'inferred' || output.flow.origin === 'inferred',
    regime: isBlocked(problem, j) ? 'blocked' : 'open',
    basis: j.basis,
    confidence: rounded(j.confidence, 3),
  };
}

/** Money a year by part; undefined when quantity, place or price is unknown. */
export function moneyOf(problem: Problem, j: Judgement): Money | undefined {
  if (j.quantity === undefined || j.purchase === undefined || j.transport === undefined) return undefined;
  const q = j.quantity;
  const treatment = j.offer.pathway.use?.treatmentEurPerUnit ?? 0;
  const disposal = j.offer.moneyBase + treatment;
  const parts = {
    avoidedDisposal: Math.round(q * disposal),
    avoidedPurchase: Math.round(q * j.purchase),
    treatment: Math.round(-q * treatment),
    transport: Math.round(-q * j.transport),
    transaction: Math.round(-problem.settings.transactionCostEur),
  };
  return {
    ...parts,
    net: Object.values(parts).reduce((sum, part) => sum + part, 0),
    // the giver accepts what is no worse than disposal; the taker bears treatment, carriage and the deal
    priceFrom: rounded(-disposal, 2),
    priceTo: rounded(j.purchase - treatment - j.transport - problem.settings.transactionCostEur / q, 2),
  };
}

/** CO2e a year by part, kg; undefined when quantity or place is unknown. */
export function carbonOf(j: Judgement): Carbon | undefined {
  if (j.quantity === undefined || j.carbonTransport === undefined) return undefined;
  const q = j.quantity;
  const use = j.offer.pathway.use;
  const landfilled = j.offer.output.flow.routeKind === 'landfill';
  const parts = {
    avoidedVirgin: Math.round(q * (use?.co2AvoidedVirginKgPerUnit ?? 0)),
    avoidedLandfill: Math.round(landfilled ? q * (use?.co2AvoidedLandfillKgPerUnit ?? 0) : 0),
    treatment: Math.round(-q * (use?.co2TreatmentKgPerUnit ?? 0)),
    transport: Math.round(-q * j.carbonTransport),
  };
  return { ...parts, net: Object.values(parts).reduce((sum, part) => sum + part, 0) };
}

function rounded(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}
