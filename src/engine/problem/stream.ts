import { activityCodesOf, type Company, type Flow, type Site } from '../../domain/index.ts';
import type { Context } from './context.ts';
import { isWithin } from './vocabulary.ts';

/** A flow with what the engine needs of its site and company. */
export interface Stream {
  /** Its place in the columns: that in id order, or a later one for what was added since. */
  readonly row: number;
  /** By which ties end: grows with the id; the row where absent. */
  readonly rank?: number;
  readonly flow: Flow;
  readonly country: string;
  /** Codes of all that the company does, of an inferred flow of what it was inferred from: `24.10; 19.10`. */
  readonly nace: string;
  /** Numbers of the company, its activities and the site's country, for comparing without text. */
  readonly company: number;
  readonly activity: number;
  readonly countryNumber: number;
  /** An activity of the company is waste treatment (NACE 38). */
  readonly treats: boolean;
  /** Unit sphere; undefined when the place is unknown. */
  readonly xyz: readonly [number, number, number] | undefined;
  /** Per year; undefined = unknown. */
  readonly quantity: number | undefined;
  /** Modes besides road that the site declares. */
  readonly rail: boolean;
  readonly sea: boolean;
}

export function toStream(
  { companies, activities, countries }: Context,
  flow: Flow,
  row: number,
  site: Site | undefined,
  company: Company | undefined,
): Stream {
  const located = site?.lat !== undefined && site.lon !== undefined;
  const nace = flow.inferredFrom ?? activityCodesOf(company);
  const country = site?.country ?? '';
  return {
    row,
    flow,
    country,
    nace,
    company: companies.of(flow.companyId),
    activity: activities.of(nace),
    countryNumber: countries.of(country),
    treats: isWithin(nace, '38'),
    xyz: located ? onSphere(site.lat!, site.lon!) : undefined,
    quantity: flow.quantityPerYear !== undefined && flow.quantityPerYear > 0 ? flow.quantityPerYear : undefined,
    rail: site?.modes.includes('rail') === true,
    sea: site?.modes.includes('sea') === true,
  };
}

/** Degrees are rounded to 1e-7 so that a store's rounding never shows. */
function onSphere(lat: number, lon: number): [number, number, number] {
  const radians = (degrees: number) => (Math.round(degrees * 1e7) / 1e7) * (Math.PI / 180);
  const phi = radians(lat);
  const lambda = radians(lon);
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}
