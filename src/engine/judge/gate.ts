import { disposalAvoided } from '../problem/offers.ts';
import { getStream, type Problem } from '../problem/problem.ts';

/** What an output is worth at the gate of whoever takes it, EUR per unit, before carriage. */
export interface GateWorth {
  /** What the giver saves by not disposing of it. */
  readonly disposalEurPerUnit: number;
  /** With the product that it replaces, less the treatment; best first. */
  readonly products: readonly { readonly product: string; readonly worthEurPerUnit: number }[];
  /** Loading, and carriage by road up to 100 km. */
  readonly fixedEurPerUnit: number;
  readonly eurPerUnitKm: number;
}

/** Asks what an output would save and replace wherever it went. Throws `not-found`. */
export function gateWorthOf(problem: Problem, outputId: string): GateWorth {
  const output = getStream(problem, 'output', outputId);
  const offers = problem.offers(output).filter((offer) => offer.reading === 0);
  const best = new Map<string, number>();
  for (const { pathway, moneyBase, productPrice } of offers) {
    const product = problem.vocabulary.materials[pathway.product]!.id;
    const worth = moneyBase + pathway.ratio * (productPrice ?? 0);
    best.set(product, Math.max(best.get(product) ?? Number.NEGATIVE_INFINITY, worth));
  }
  const tariff = problem.factors.tariff(output.country, 'road', output.flow.dimension ?? 't');
  return {
    disposalEurPerUnit: disposalAvoided(problem, output, offers[0]?.hazardClass ?? output.flow.hazardClass ?? 0),
    products: [...best]
      .map(([product, worthEurPerUnit]) => ({ product, worthEurPerUnit }))
      .sort((a, b) => b.worthEurPerUnit - a.worthEurPerUnit || (a.product < b.product ? -1 : 1)),
    fixedEurPerUnit: tariff.fixed,
    eurPerUnitKm: tariff.perKm,
  };
}
