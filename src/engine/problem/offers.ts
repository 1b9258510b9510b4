import type { Flow } from '../../domain/index.ts';
import { MOST_READINGS } from '../columns/traits.ts';
import { strictestClass } from '../judge/law.ts';
import { judgeUse, type LimitsOutcome, type Quality } from '../judge/quality.ts';
import { type Context, limitKmOf, type Tariffs } from './context.ts';
import type { Stream } from './stream.ts';
import type { Pathway } from './vocabulary.ts';

/** An output's reading joined to one pathway: what it could become, with all that no taker changes. */
export interface Offer {
  readonly output: Stream;
  /** Place of the reading in the flow's list. */
  readonly reading: number;
  /** Row of the reading's material. */
  readonly material: number;
  readonly pathway: Pathway;
  readonly confidence: number;
  readonly basis: 'documented' | 'general rule' | 'code similarity' | 'text similarity';
  /** EUR per unit: disposal avoided less treatment. */
  readonly moneyBase: number;
  /** EUR per unit of product; undefined = unknown. */
  readonly productPrice: number | undefined;
  /** kg CO2e per unit before transport. */
  readonly carbonBase: number;
  readonly limits: LimitsOutcome;
  readonly limitKm: number | undefined;
  readonly hazardClass: number;
  readonly euHazardous: boolean;
  readonly tariffs: Tariffs;
  /** Road over great circle in the giver's country. */
  readonly detour: number;
}

/** A demand's reading: one product it asks for. */
export interface Want {
  readonly demand: Stream;
  /** Place of the reading in the flow's list. */
  readonly reading: number;
  readonly product: number;
  readonly confidence: number;
  readonly basis: 'documented' | 'code similarity' | 'text similarity';
}

/** One a known reading of the demand. */
export function buildWants({ vocabulary }: Context, demand: Stream): readonly Want[] {
  return demand.flow.readings.slice(0, MOST_READINGS).flatMap((reading, at) => {
    const product = vocabulary.rowOf.get(reading.material);
    if (product === undefined) return [];
    const basis =
      reading.by === 'similar text'
        ? 'text similarity'
        : reading.by === 'similar code'
          ? 'code similarity'
          : 'documented';
    return [{ demand, reading: at, product, confidence: reading.confidence, basis }];
  });
}

/** One a known reading of the output and pathway of its material. */
export function buildOffers(context: Context, output: Stream, quality: Quality): readonly Offer[] {
  const { vocabulary } = context;
  const { flow } = output;
  return flow.readings.slice(0, MOST_READINGS).flatMap((reading, at) => {
    const row = vocabulary.rowOf.get(reading.material);
    if (row === undefined) return [];
    const material = vocabulary.materials[row]!;
    const hazardClass = strictestClass(flow.hazardClass, material);
    const euHazardous = flow.euHazardous === true || material.euHazardous;
    return vocabulary.pathways(row).map((pathway): Offer => {
      const { use } = pathway;
      return {
        output,
        reading: at,
        material: row,
        pathway,
        confidence: reading.confidence,
        basis: basisOf(reading.by, use?.basis ?? 'documented'),
        moneyBase: disposalAvoided(context, output, hazardClass) - (use?.treatmentEurPerUnit ?? 0),
        productPrice: productPriceOf(context, pathway),
        carbonBase: carbonBaseOf(pathway, flow.routeKind === 'landfill'),
        limits: judgeUse(use, quality),
        limitKm: limitKmOf(context, pathway, output.country),
        hazardClass,
        euHazardous,
        tariffs: context.tariffs(output.country, flow.dimension ?? 't', use?.mode === 'pipe'),
        detour: context.detour(output.country),
      };
    });
  });
}

/** EUR per unit of product: the user's own, else the use's; undefined = unknown. */
export function productPriceOf({ settings, vocabulary }: Context, { product, use }: Pathway): number | undefined {
  return settings.prices[vocabulary.materials[product]!.id] ?? use?.virginPriceEurPerUnit;
}

/** kg CO2e per unit before transport. */
export function carbonBaseOf({ use }: Pathway, landfilled: boolean): number {
  return (
    (use?.co2AvoidedVirginKgPerUnit ?? 0) +
    (landfilled ? (use?.co2AvoidedLandfillKgPerUnit ?? 0) : 0) -
    (use?.co2TreatmentKgPerUnit ?? 0)
  );
}

function basisOf(by: Flow['readings'][number]['by'], basis: 'documented' | 'general rule'): Offer['basis'] {
  if (by === 'similar text') return 'text similarity';
  return by === 'similar code' ? 'code similarity' : basis;
}

/** EUR per unit that the giver saves: its own figure, else charge and gate fee of country and class where it is placed; less what it earns now. */
export function disposalAvoided(context: Context, { flow, country }: Stream, hazardClass: number): number {
  if (flow.disposalCostEurPerUnit !== undefined) return flow.disposalCostEurPerUnit;
  if (flow.routeKind === 'sold') return -(flow.priceEurPerUnit ?? 0);
  if (flow.dimension !== 't' || hazardClass === 0) return 0;
  const placed = flow.routeKind === 'landfill' || flow.routeKind === 'storage';
  if (!placed)
    return flow.routeKind === 'treatment' || flow.routeKind === 'incineration'
      ? gate(context, country, hazardClass)
      : 0;
  const charge = context.factors.find('disposal.charge', country, String(hazardClass)) ?? 0;
  return charge + (flow.routeKind === 'landfill' ? gate(context, country, hazardClass) : 0);
}

function gate({ factors }: Context, country: string, hazardClass: number): number {
  return factors.find('disposal.gate', country, String(hazardClass)) ?? 0;
}
