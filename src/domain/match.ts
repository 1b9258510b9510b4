import type { TermName } from './settings.ts';
import type { Dimension, Operator } from './units.ts';

export type Basis = 'documented' | 'general rule' | 'code similarity' | 'text similarity';

/** One criterion's contribution to the score, with what was compared and by which rule. Integers; their sum is the score. */
export interface Term {
  readonly name: TermName;
  readonly points: number;
  readonly left: string;
  readonly right: string;
  readonly rule: string;
}

/** A hard rule that failed, with both values. */
export interface Veto {
  readonly rule: string;
  readonly left: string;
  readonly right: string;
  readonly citation: string;
}

/** Money of a pair a year, EUR, by part; `net` is their sum. The price is paid by the taker to the giver, EUR per unit of the output. */
export interface Money {
  readonly avoidedDisposal: number;
  readonly avoidedPurchase: number;
  readonly treatment: number;
  readonly transport: number;
  readonly transaction: number;
  readonly net: number;
  /** Giver accepts from here, taker up to there; no zone when from > to. */
  readonly priceFrom: number;
  readonly priceTo: number;
}

/** CO2e of a pair a year, kg, by part; positive = avoided. */
export interface Carbon {
  readonly avoidedVirgin: number;
  readonly avoidedLandfill: number;
  readonly treatment: number;
  readonly transport: number;
  readonly net: number;
}

/** A scored pair without veto: a proposal. Ids throughout. `quantityPerYear` is in the output's dimension. */
export interface Match {
  readonly output: string;
  readonly demand: string;
  readonly outputCompany: string;
  readonly demandCompany: string;
  /** Within the output, from 1; absent for a blocked pair. */
  readonly rank?: number;
  /** Within the demand, from 1; absent when not in the demand's list. */
  readonly demandRank?: number;
  readonly score: number;
  /** Use id. */
  readonly use: string;
  /** Material of the output's reading that counted. */
  readonly material: string;
  /** Product of the demand's reading that counted. */
  readonly product: string;
  /** 0..100 */
  readonly fit: number;
  /** Absent when a place is unknown. */
  readonly distanceKm?: number;
  /** Absent when both quantities are unknown. */
  readonly quantityPerYear?: number;
  readonly unit: Dimension;
  /** Absent when the quantity is unknown. */
  readonly netBenefitEurPerYear?: number;
  readonly co2KgPerYear?: number;
  readonly inferred: boolean;
  readonly regime: 'open' | 'blocked';
  readonly basis: Basis;
  /** 0..1 */
  readonly confidence: number;
}

/** A quality limit of the use or of the buyer beside what the giver declares; values in the parameter's unit. */
export interface ComparedLimit {
  readonly parameter: string;
  readonly operator: Operator;
  readonly limit: number;
  readonly by: 'use' | 'buyer';
  readonly declared?: { readonly operator: Operator; readonly value: number };
  /** `after treatment`: the treatment of the use brings the value within the limit. */
  readonly outcome: 'met' | 'failed' | 'unknown' | 'after treatment';
  readonly evidence: string;
}

/** Where a figure of `money` or `carbon` comes from. */
export interface FigureSource {
  readonly of: 'money' | 'carbon';
  readonly figure: Exclude<keyof Money | keyof Carbon, 'net' | 'priceFrom' | 'priceTo'>;
  readonly source: string;
}

export type Verdict = 'match' | 'hint' | 'refused' | 'blocked' | 'no use';

/** The full account of one pair, also of one never proposed. */
export interface Explanation {
  readonly output: string;
  readonly demand: string;
  readonly verdict: Verdict;
  /** 0 unless match, hint or blocked. */
  readonly score: number;
  readonly terms: readonly Term[];
  readonly vetoes: readonly Veto[];
  readonly match?: Match;
  readonly money?: Money;
  readonly carbon?: Carbon;
  /** Legal steps in order, with citation. */
  readonly route: readonly { readonly step: string; readonly citation: string }[];
  readonly limits: readonly ComparedLimit[];
  readonly sources: readonly FigureSource[];
  /** Facts not known, in order of effect: what to ask, and whom. */
  readonly missing: readonly { readonly flow: string; readonly field: string; readonly pointsAtMost: number }[];
}
