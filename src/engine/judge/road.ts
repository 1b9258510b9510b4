import type { Columns } from '../columns/columns.ts';
import { dimensionOf, hazardOf, RAIL, SEA } from '../columns/traits.ts';
import { RAIL_REACH, SEA_REACH } from './constants.ts';

/** Numbers of a tariff: fixed, per km, per km after 100, CO2. Those of road, rail and sea follow each other; RAIL and SEA are their numbers too. */
export const TARIFF = 4;
/** Code of the dimension `t`. */
export const TONNES = 1;

/** EUR per unit over `km` by the tariff at `at`. */
export function carriage(tariff: Float64Array, at: number, km: number): number {
  return tariff[at]! + tariff[at + 1]! * Math.min(km, 100) + tariff[at + 2]! * Math.max(km - 100, 0);
}

/** Place of the road tariff of a giver's country and dimension. */
export function tariffAt(country: number, dimension: number, pipe: number): number {
  return ((country * 5 + dimension) * 2 + pipe) * 3 * TARIFF;
}

/** Limit in km of a pathway from a country: longer where both ends have rail or sea; NaN = none. */
export type Reach = (path: number, country: number, shared: number) => number;

export function createReach({ pathReach, pathPipe, detour }: Columns): Reach {
  const countries = detour.length;
  return (path, country, shared) => {
    const limit = pathReach[path * countries + country]!;
    if (pathPipe[path] === 1) return limit;
    return limit * (shared & SEA ? SEA_REACH : shared & RAIL ? RAIL_REACH : 1);
  };
}

/** What a hazard class, declared or known, counts among the facts known. */
export function classShare(traits: number): number {
  return hazardOf(traits) > 0 || dimensionOf(traits) !== TONNES ? 1 : 0.5;
}

export const modesOf = (traits: number) => traits & (RAIL | SEA);
