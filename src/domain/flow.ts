import type { Dimension, Mode, Operator } from './units.ts';

export type Visibility = 'public' | 'partners' | 'private';

export interface Company {
  readonly id: string;
  readonly name: string;
  /** NACE Rev. 2, for example `23.51`. */
  readonly nace?: string;
  /** OKVED 2; its first four digits are NACE Rev. 2. */
  readonly okved?: string;
  /** NACE read from the name of a company that gives no code; worked out for a run, never stored. */
  readonly naceByName?: string;
  readonly employees?: number;
  readonly visibility: Visibility;
}

/** What a company does, as a NACE or OKVED 2 code: as given, else as its name tells; undefined when nothing tells. */
export function activityCodeOf(company: Company | undefined): string | undefined {
  return company?.nace ?? company?.okved ?? company?.naceByName;
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
