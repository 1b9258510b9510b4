import type { Carbon, Match, Money } from '../../domain/index.ts';
import { isBlocked } from '../judge/brute.ts';
import { type Judgement, judge } from '../judge/judge.ts';
import { allPathways } from '../problem/catalog.ts';
import type { Problem } from '../problem/problem.ts';
import type { Stream } from '../problem/stream.ts';
import type { Pathway } from '../problem/vocabulary.ts';
import { type Lists, type ListTable, readList, type SideLists } from './lists.ts';
import { demandReadingOf, outputReadingOf, pathOf } from './top.ts';

/** Matches by output id, then rank; the output's blocked pairs and hints follow, without and with rank. */
export function listMatches(problem: Problem, lists: ListTable): Generator<Match> {
  return matchesOf(problem, lists, problem.outputs, (row) => problem.demands[row]!);
}

/** The matches of some outputs. `demandAt` gives the stream of a row. */
export function* matchesOf(
  problem: Problem,
  lists: ListTable,
  from: Iterable<Stream>,
  demandAt: (row: number) => Stream,
): Generator<Match> {
  const pathways = allPathways(problem).list;
  const { outputs, width } = lists;
  for (const output of from) {
    let rank = 0;
    for (const kind of ['open', 'hints', 'blocked'] as const) {
      const { count, partner, way } = outputs[kind];
      for (let i = output.row * width; i < output.row * width + (count[output.row] ?? 0); i++) {
        const judgement = judgeWay(problem, output, demandAt(partner[i]!), way[i]!, pathways);
        if (kind === 'blocked') yield toMatch(problem, judgement);
        else yield toMatch(problem, judgement, ++rank, rankInDemand(lists, partner[i]!, output.row));
      }
    }
  }
}

/** The list of a stream as text, one `partner score use` an entry: what an oracle is compared with. */
export function tellList(
  problem: Problem,
  lists: Lists,
  side: 'outputs' | 'demands',
  kind: keyof SideLists,
  row: number,
): readonly string[] {
  const { list } = allPathways(problem);
  return readList(lists, side, kind, row).map(
    ({ partner, score, way }) => `${partner} ${score} ${list[pathOf(way)]!.id}`,
  );
}

/** Judges a pair again in words, by the way that the search found best. */
function judgeWay(
  problem: Problem,
  output: Stream,
  demand: Stream,
  way: number,
  pathways: readonly Pathway[],
): Judgement {
  const pathway = pathways[pathOf(way)]!;
  const offer = problem
    .offers(output)
    .find(({ reading, pathway: { id } }) => reading === outputReadingOf(way) && id === pathway.id);
  const want = problem.wants(demand).find(({ reading }) => reading === demandReadingOf(way));
  return judge(problem, offer!, want!);
}

/** 1 = best; undefined when the output is not on the demand's list. */
function rankInDemand({ demands, width }: ListTable, demand: number, output: number): number | undefined {
  const { count, partner } = demands.open;
  for (let i = 0; i < (count[demand] ?? 0); i++) if (partner[demand * width + i] === output) return i + 1;
  return undefined;
}

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
