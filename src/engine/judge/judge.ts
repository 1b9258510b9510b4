import type { Basis, TermName } from '../../domain/index.ts';
import type { Offer, Want } from '../problem/offers.ts';
import type { Problem } from '../problem/problem.ts';
import { receives } from '../problem/vocabulary.ts';
import {
  HALF_CARBON,
  HALF_DISTANCE_KM,
  HALF_MONEY,
  LEAST_SUSPICION,
  NEUTRAL,
  NO_LIMITS,
  RAIL_REACH,
  SEA_REACH,
  UNKNOWN_RECEIVER,
} from './constants.ts';
import { kmOfChord } from './geometry.ts';
import { GUARDED, type Ruling } from './law.ts';
import { judgeBuyer, type LimitsOutcome } from './quality.ts';
import { transportCost } from './tariff.ts';

/** Everything of a judged pair that a score, a refusal and an explanation need. Money and CO2 per unit of the output. */
export interface Judgement {
  readonly offer: Offer;
  readonly want: Want;
  readonly km: number | undefined;
  readonly mode: 'road' | 'rail' | 'sea' | 'pipe';
  /** In the output's dimension, per year. */
  readonly quantity: number | undefined;
  readonly share: number | undefined;
  readonly receiver: boolean;
  readonly ruling: Ruling;
  readonly buyer: LimitsOutcome;
  readonly transport: number | undefined;
  readonly purchase: number | undefined;
  readonly netPerUnit: number | undefined;
  readonly carbonTransport: number | undefined;
  readonly carbonPerUnit: number | undefined;
  readonly confidence: number;
  readonly basis: Basis;
  readonly points: Readonly<Record<TermName, number>>;
  readonly score: number;
}

/** Road distance, km: great circle x detour. */
function roadKm(a: readonly [number, number, number], b: readonly [number, number, number], detour: number): number {
  const dx = a[0] - b[0];
  const dy = a[1] - b[1];
  const dz = a[2] - b[2];
  return kmOfChord(Math.sqrt(dx * dx + dy * dy + dz * dz)) * detour;
}

/** Judges one offer against one want. Does not look at vetoes other than to carry what they need. */
export function judge(problem: Problem, offer: Offer, want: Want): Judgement {
  const { output, pathway } = offer;
  const { demand } = want;
  const km = output.xyz && demand.xyz ? roadKm(output.xyz, demand.xyz, offer.detour) : undefined;
  const receiver = isReceiver(offer, want);
  const wanted = demand.quantity === undefined ? undefined : demand.quantity / pathway.ratio;
  const quantity =
    wanted === undefined ? output.quantity : output.quantity === undefined ? wanted : Math.min(wanted, output.quantity);
  const share =
    wanted === undefined || output.quantity === undefined ? undefined : Math.min(1, wanted / output.quantity);
  const carriage = km === undefined ? undefined : carry(offer, want, km);
  const price = demand.flow.priceEurPerUnit ?? offer.productPrice;
  const purchase = price === undefined ? undefined : pathway.ratio * price;
  const transaction = quantity === undefined ? 0 : problem.settings.transactionCostEur / quantity;
  const netPerUnit =
    purchase === undefined || carriage === undefined
      ? undefined
      : offer.moneyBase + purchase - carriage.cost - transaction;
  const carbonPerUnit = carriage === undefined ? undefined : offer.carbonBase - carriage.co2;
  const ruling = rulingOf(problem, offer, demand.country, demand.treats);
  const buyer = judgeBuyer(demand.flow.measurements, problem.quality(output), problem.refusing(pathway.product));
  const confidence = confidenceOf(offer, want, km !== undefined, purchase !== undefined, buyer);
  const basis = want.basis === 'documented' ? offer.basis : want.basis;
  const border = problem.law.regime(output.country, demand.country);
  const points = half(
    basis,
    termPoints(
      problem.points,
      fitShare(offer, want, receiver),
      share,
      km,
      netPerUnit,
      carbonPerUnit,
      legalEase(offer, ruling, border?.status),
      confidence,
    ),
  );
  return {
    offer,
    want,
    km,
    quantity,
    share,
    receiver,
    ruling,
    buyer,
    purchase,
    netPerUnit,
    carbonPerUnit,
    confidence,
    basis,
    points,
    mode: carriage?.mode ?? (pathway.use?.mode === 'pipe' ? 'pipe' : 'road'),
    transport: carriage?.cost,
    carbonTransport: carriage?.co2,
    score:
      points.fit + points.quantity + points.distance + points.economics + points.co2 + points.legal + points.confidence,
  };
}

/** Points of the seven terms from what they depend on; `undefined` = unknown. Every argument that grows never lowers its term (distance: that falls). */
function termPoints(
  most: Readonly<Record<TermName, number>>,
  fit: number,
  share: number | undefined,
  km: number | undefined,
  net: number | undefined,
  carbon: number | undefined,
  legal: number,
  confidence: number,
): Record<TermName, number> {
  return {
    fit: floor(most.fit, fit),
    quantity: floor(most.quantity, share ?? NEUTRAL),
    distance: floor(most.distance, km === undefined ? NEUTRAL : HALF_DISTANCE_KM / (HALF_DISTANCE_KM + km)),
    economics: floor(most.economics, net === undefined ? NEUTRAL : bounded(net, HALF_MONEY)),
    co2: floor(most.co2, carbon === undefined ? NEUTRAL : bounded(carbon, HALF_CARBON)),
    legal: floor(most.legal, legal),
    confidence: floor(most.confidence, confidence),
  };
}

/** 0..1, a half at zero, three quarters at `half`; grows with the value everywhere. */
function bounded(value: number, half: number): number {
  return 0.5 + (0.5 * value) / (Math.abs(value) + half);
}

function floor(most: number, share: number): number {
  return Math.floor(most * Math.min(1, Math.max(0, share)) + 1e-9);
}

/** What only similar words or codes suggest is worth half, so that it never passes 500. */
function half(basis: Basis, points: Record<TermName, number>): Record<TermName, number> {
  if (basis === 'documented' || basis === 'general rule') return points;
  return Object.fromEntries(Object.entries(points).map(([name, n]) => [name, Math.floor(n / 2)])) as Record<
    TermName,
    number
  >;
}

/** The cheapest mode that both ends have; `pipe` where the use says so. */
function carry(offer: Offer, want: Want, km: number): { mode: Judgement['mode']; cost: number; co2: number } {
  const { tariffs } = offer;
  const road = { mode: 'road' as const, cost: transportCost(tariffs.road, km), co2: tariffs.road.co2 * km };
  if (offer.pathway.use?.mode === 'pipe') return { ...road, mode: 'pipe' };
  let best: { mode: Judgement['mode']; cost: number; co2: number } = road;
  for (const mode of ['rail', 'sea'] as const) {
    if (!offer.output[mode] || !want.demand[mode]) continue;
    const cost = transportCost(tariffs[mode], km);
    if (cost < best.cost) best = { mode, cost, co2: tariffs[mode].co2 * km };
  }
  return best;
}

/** Hard limit of the use for this pair, km by road or pipe; undefined = none. */
export function reach(offer: Offer, want: Want): number | undefined {
  if (offer.limitKm === undefined || offer.pathway.use?.mode === 'pipe') return offer.limitKm;
  const factor =
    offer.output.sea && want.demand.sea ? SEA_REACH : offer.output.rail && want.demand.rail ? RAIL_REACH : 1;
  return offer.limitKm * factor;
}

/** What the rules say of an offer in a taker's country. A material wanted as itself is recycled, or treated where the taker's activity is waste treatment (NACE 38). */
function rulingOf(problem: Problem, offer: Offer, taker: string, treats: boolean): Ruling {
  const product = problem.vocabulary.materials[offer.pathway.product]!;
  return problem.law.rule({
    material: offer.material,
    product: offer.pathway.product,
    useClass: product.useClass ?? (treats ? 'licensed' : 'recycling'),
    hazardClass: offer.hazardClass,
    euHazardous: offer.euHazardous,
    giver: offer.output.country,
    taker,
  });
}

/** 0..1: fit of the use x whether the buyer is a known receiver x sureness of both readings. */
function fitShare(offer: Offer, want: Want, receiver: boolean): number {
  return (offer.pathway.fit / 100) * (receiver ? 1 : UNKNOWN_RECEIVER) * offer.confidence * want.confidence;
}

function isReceiver(offer: Offer, want: Want): boolean {
  return receives(offer.pathway, want.demand.nace);
}

/** 0..1: sureness of the readings x (half for what is always known + half for the share of facts declared). */
function confidenceOf(offer: Offer, want: Want, placed: boolean, priced: boolean, buyer: LimitsOutcome): number {
  const asked = offer.limits.asked + buyer.asked;
  const limits = asked === 0 ? NO_LIMITS : (offer.limits.known + buyer.known) / asked;
  return confidenceFrom(offer, want, placed, priced, limits);
}

/** The same from the share 0..1 of limits that are declared. */
function confidenceFrom(offer: Offer, want: Want, placed: boolean, priced: boolean, limits: number): number {
  const declared =
    ((offer.output.quantity !== undefined ? 1 : 0) +
      (want.demand.quantity !== undefined ? 1 : 0) +
      (placed ? 1 : 0) +
      (priced ? 1 : 0) +
      (offer.hazardClass > 0 || offer.output.flow.dimension !== 't' ? 1 : 0.5) +
      limits +
      (want.demand.flow.origin === 'declared' && offer.output.flow.origin === 'declared' ? 1 : 0)) /
    7;
  return offer.confidence * want.confidence * (0.5 + 0.5 * declared);
}

/** 1 = nothing to do; each legal step costs a tenth, a hazardous or class I-III waste and a border more. Estimates. */
function legalEase(offer: Offer, ruling: Ruling, border: string | undefined): number {
  const steps = Math.min(0.5, 0.1 * ruling.notes.length);
  const hazard = offer.euHazardous || (offer.hazardClass > 0 && offer.hazardClass <= 3) ? 0.2 : 0;
  const crossing = border === undefined || border === 'free' ? 0 : border === 'notify' ? 0.15 : 0.3;
  return 1 - steps - hazard - crossing;
}

/**
 * What the rules say of the other ways to read the pair. Another reading of the output of confidence 0.2 or more closes food, feed and soil to it;
 * a reading at least as sure as the one that counts, on either side, closes any product. The things of a list are judged each by its own readings.
 */
export function suspicions(
  problem: Problem,
  offer: Offer,
  want: Want,
): readonly { readonly material: number; readonly ruling: Ruling }[] {
  const { flow, country } = offer.output;
  const found: { material: number; ruling: Ruling }[] = [];
  for (const reading of flow.readings) {
    const material = problem.vocabulary.rowOf.get(reading.material);
    if (material === undefined || reading.confidence < LEAST_SUSPICION) continue;
    if (reading.part !== flow.readings[offer.reading]?.part) continue;
    const euHazardous = flow.euHazardous === true || problem.vocabulary.materials[material]!.euHazardous;
    for (const product of suspectedProducts(problem, offer, want)) {
      if (material === offer.material && product === offer.pathway.product) continue;
      const useClass = problem.vocabulary.materials[product]!.useClass;
      const guarded = useClass !== undefined && GUARDED.has(useClass);
      if (!guarded && reading.confidence < offer.confidence) continue;
      const ruling = problem.law.rule({
        material,
        product,
        useClass: useClass ?? 'recycling',
        hazardClass: offer.hazardClass,
        euHazardous,
        giver: country,
        taker: want.demand.country,
      });
      if (ruling.refusals.length > 0) found.push({ material, ruling });
    }
  }
  return found;
}

/** The product that counts, and those that the demand is at least as surely read as. */
function suspectedProducts(problem: Problem, offer: Offer, want: Want): readonly number[] {
  const others = problem
    .wants(want.demand)
    .filter((other) => other.product !== want.product && other.confidence >= want.confidence);
  return [offer.pathway.product, ...others.map((other) => other.product)];
}
