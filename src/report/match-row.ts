import type { Match } from '../domain/index.ts';

/** Columns of a match row in files and on the command line, in this order. */
export const MATCH_COLUMNS = [
  'output',
  'demand',
  'output_company',
  'demand_company',
  'rank',
  'score',
  'use',
  'fit',
  'distance_km',
  'quantity',
  'unit',
  'net_benefit_eur_per_year',
  'co2_kg_per_year',
  'inferred',
  'regime',
  'basis',
  'confidence',
] as const;

export type MatchRow = Readonly<Record<(typeof MATCH_COLUMNS)[number], string | number | boolean | null>>;

/** A match as a flat row; null = unknown, or no rank for a pair that a regime blocks. */
export function toMatchRow(match: Match): MatchRow {
  return {
    output: match.output,
    demand: match.demand,
    output_company: match.outputCompany,
    demand_company: match.demandCompany,
    rank: match.rank ?? null,
    score: match.score,
    use: match.use,
    fit: match.fit,
    distance_km: match.distanceKm ?? null,
    quantity: match.quantityPerYear ?? null,
    unit: match.unit,
    net_benefit_eur_per_year: match.netBenefitEurPerYear ?? null,
    co2_kg_per_year: match.co2KgPerYear ?? null,
    inferred: match.inferred,
    regime: match.regime,
    basis: match.basis,
    confidence: match.confidence,
  };
}
