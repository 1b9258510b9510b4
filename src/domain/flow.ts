import type { Dimension, Mode, Operator } from './units.ts';

export type Visibility = 'public' | 'partners' | 'private';

export interface Company {
  readonly id: string;
  readonly name: string;
  /** NACE Rev. 2, for example `23.51`; of an integrated works several, the main one first: `24.10; 19.10; 35.11`. */
  readonly nace?: string;
  /** OKVED 2; its first four digits are NACE Rev. 2. Several as in `nace`. */
  readonly okved?: string;
  /** What the name tells: all of a company that gives no code, else what stands there beside its code. Worked out for a run, never stored. */
  readonly activitiesByName?: readonly CompanyActivity[];
  readonly employees?: number;
  readonly visibility: Visibility;
}

/** Something that a company does. */
export interface CompanyActivity {
  /** NACE Rev. 2 or OKVED 2. */
  readonly nace: string;
  /** 0..1; a code that the company gives is sure, and so is the first that its name tells where it gives none. */
  readonly confidence: number;
}

const SEVERAL = /[;,/|\s]+/;

/** The codes of a text that names one or several: `24.10; 19.10`. */
export const codesIn = (text: string): readonly string[] => text.split(SEVERAL).filter(Boolean);

/** Codes in one text, as a company's `nace` has them. */
export const joinCodes = (codes: readonly string[]): string => codes.join('; ');

/** What a company does, the main thing first: by its codes, and as its name tells; empty when nothing tells. */
export function activitiesOf(company: Company | undefined): readonly CompanyActivity[] {
  const given = codesIn(company?.nace ?? company?.okved ?? '').map((nace) => ({ nace, confidence: 1 }));
  return [...given, ...(company?.activitiesByName ?? [])];
}

/** What a company mainly does, as a NACE or OKVED 2 code; undefined when nothing tells. */
export function activityCodeOf(company: Company | undefined): string | undefined {
  return activitiesOf(company)[0]?.nace;
}

/** The codes of all that a company does in one text: `24.10; 19.10`; empty when nothing tells. */
export function activityCodesOf(company: Company | undefined): string {
  const given = company?.nace ?? company?.okved;
  if (given !== undefined && !company?.activitiesByName && !SEVERAL.test(given)) return given;
  return joinCodes(activitiesOf(company).map(({ nace }) => nace));
}

/** A place where a company works. One site a company unless the hand-in names more through `site_id`. */
export interface Site {
  readonly id: string;
  readonly companyId: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  /** Region as handed in: ISO 3166-2 where known, else its name. */
  readonly region?: string;
  readonly town?: string;
  /** Degrees; both or neither. */
  readonly lat?: number;
  readonly lon?: number;
  /** Modes of transport the site declares; `road` is assumed when empty. */
  readonly modes: readonly Mode[];
}

export type Direction = 'output' | 'input';

/** `declared` by a company, `inferred` from its activity, `derived` by a process. Never added up twice. */
export type Origin = 'declared' | 'inferred' | 'derived';

/** One way to understand what a flow is. A flow may have several, best first. */
export interface Reading {
  readonly material: string;
  /** 0..1 */
  readonly confidence: number;
  /** How the material was found; decides what basis a match of this reading may have. */
  readonly by: 'name' | 'code' | 'activity' | 'similar text' | 'similar code' | 'person';
  /** Where the description lists several things ("slag, dust and mill scale"): which of them this is a reading of, from 1. */
  readonly part?: number;
}

/** A declared property (`LOI = 4 %`) of an output, or a buyer's limit (`LOI < 10 %`) of an input. */
export interface Measurement {
  /** Parameter id of the knowledge base. */
  readonly parameter: string;
  readonly operator: Operator;
  /** In the parameter's own unit. */
  readonly value: number;
}

/** An output stream or an input demand of a site. Money is EUR per unit of `dimension`. */
export interface Flow {
  readonly id: string;
  readonly siteId: string;
  readonly companyId: string;
  readonly direction: Direction;
  readonly description: string;
  readonly codes: Codes;
  /** Best first; empty when nothing was recognised. */
  readonly readings: readonly Reading[];
  readonly dimension?: Dimension;
  /** In `dimension` per year; absent = unknown. */
  readonly quantityPerYear?: number;
  readonly state?: string;
  readonly temperatureC?: number;
  /** Russian hazard class 1..5 (I..V); declared or read from the FKKO code; the stricter holds. */
  readonly hazardClass?: number;
  /** European list of waste marks it hazardous (asterisk). */
  readonly euHazardous?: boolean;
  readonly currentRoute?: string;
  /** What the present route is for the rules and money. */
  readonly routeKind?: RouteKind;
  readonly disposalCostEurPerUnit?: number;
  readonly priceEurPerUnit?: number;
  /** ISO dates; absent = always. */
  readonly from?: string;
  readonly to?: string;
  readonly measurements: readonly Measurement[];
  /** Parts of `composition` that could not be read; kept and shown. */
  readonly unread: readonly string[];
  readonly confidential: boolean;
  readonly origin: Origin;
  /** Of an inferred flow of a company that does several things: the codes of those that it was inferred from. */
  readonly inferredFrom?: string;
}

export type RouteKind = 'landfill' | 'storage' | 'sewer' | 'air' | 'incineration' | 'treatment' | 'sold' | 'unknown';

export interface Codes {
  readonly ewc?: string;
  readonly fkko?: string;
  readonly cpa?: string;
  readonly okpd2?: string;
  readonly hs?: string;
}

/** Everything the engine reads of a region: ids ascending in UTF-8 order, the same from either store. */
export interface Snapshot {
  readonly companies: readonly Company[];
  readonly sites: readonly Site[];
  readonly flows: readonly Flow[];
}
