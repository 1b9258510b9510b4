import type { Flow, Match } from '../../src/domain/index.ts';

/** A flow in tonnes of a company with one site, declared and public, read without doubt. */
export function tonnes(
  id: string,
  company: string,
  direction: Flow['direction'],
  material: string,
  quantity: number,
  more: Partial<Flow> = {},
): Flow {
  return {
    id,
    siteId: company,
    companyId: company,
    direction,
    description: id,
    codes: {},
    readings: [{ material, confidence: 1, by: 'person' }],
    dimension: 't',
    quantityPerYear: quantity,
    measurements: [],
    unread: [],
    confidential: false,
    origin: 'declared',
    ...more,
  };
}

/** A documented match of two flows, as much as both have, worth 1 kg of CO2 a tonne. */
export function matchOf(output: Flow, demand: Flow, more: Partial<Match> = {}): Match {
  const quantity = more.quantityPerYear ?? Math.min(output.quantityPerYear!, demand.quantityPerYear!);
  return {
    output: output.id,
    demand: demand.id,
    outputCompany: output.companyId,
    demandCompany: demand.companyId,
    score: 500,
    use: 'u',
    material: output.readings[0]!.material,
    product: demand.readings[0]!.material,
    fit: 100,
    quantityPerYear: quantity,
    unit: 't',
    netBenefitEurPerYear: 0,
    co2KgPerYear: quantity,
    inferred: false,
    regime: 'open',
    basis: 'documented',
    confidence: 1,
    ...more,
  };
}
