import { SymbionError } from '../domain/index.ts';
import { capexAt, type PlantCapex, SIZES_BELIEVED, sizesOf } from './capex.ts';
import type { SolveOptions } from './highs.ts';
import { type LocationPlan, type LocationProblem, locate, locateGreedily } from './location.ts';

export interface Place {
  readonly id: string;
  /** Degrees. */
  readonly lat: number;
  readonly lon: number;
}

/** A stream without a taker, at its place. */
export interface OpenStream extends Place {
  /** Units a year. */
  readonly quantity: number;
  /** What a unit is worth at the plant's gate (avoided disposal and product, less treatment), EUR. */
  readonly worthPerUnit: number;
}

/** A plant that does not exist yet. */
export interface MissingPlant {
  /** Process or use. */
  readonly id: string;
  readonly capex: PlantCapex;
  /** Units a year of one plant; Infinity = no limit but that of the capital. */
  readonly capacityPerYear: number;
  /** Years over which the capital is paid back without interest; default 10 (estimate). */
  readonly years?: number;
  readonly distanceLimitKm?: number;
}

export interface SitingOptions extends SolveOptions {
  /** EUR per unit and km. */
  readonly transportEurPerUnitKm: number;
  /** Road over straight line; default 1.3. */
  readonly detour?: number;
  /** Stream-place links up to which the exact solver is used; default 4,000. */
  readonly exactLinks?: number;
}

export interface SitedPlant {
  readonly plant: string;
  readonly place: string;
  /** Units a year that it takes: how large it should be. */
  readonly quantityPerYear: number;
  /** EUR of a plant so large. */
  readonly capexEur: number;
  /** EUR a year after transport and capital. */
  readonly benefitEurPerYear: number;
  readonly streams: readonly { readonly id: string; readonly quantityPerYear: number; readonly distanceKm: number }[];
}

export interface Siting {
  readonly plants: readonly SitedPlant[];
  readonly benefitEurPerYear: number;
  /** Proven: no siting at these places is worth more. */
  readonly boundEurPerYear: number;
  readonly status: LocationPlan['status'];
  readonly gap: number;
}

/** Where plants of one kind pay, how large, and who brings what: facility location, exact or greedy with a proven gap. */
export async function sitePlants(
  plant: MissingPlant,
  streams: readonly OpenStream[],
  places: readonly Place[],
  options: SitingOptions,
): Promise<Siting> {
  if (!(plant.capex.eur >= 0 && plant.capacityPerYear >= 0 && (plant.years ?? 10) > 0))
    throw new SymbionError('input', {
      en: `${plant.id}: capital and capacity must be 0 or more, years more than 0`,
      ru: `${plant.id}: капитал и мощность должны быть 0 или больше, годы больше 0`,
    });
  const { problem, distances } = toProblem(plant, streams, places, options);
  const isSmall = problem.links.length <= (options.exactLinks ?? 4000);
  const plan = isSmall ? await locate(problem, options) : await locateGreedily(problem, options);
  // the lines between sizes lie a little under the curve: a plant that pays by them alone is not proposed
  const plants = plan.open
    .map((i) => readPlant(plant, problem, plan, distances, places[i]!, i))
    .filter((sited) => sited.quantityPerYear > 0 && sited.benefitEurPerYear >= 0);
  const benefit = plants.reduce((sum, sited) => sum + sited.benefitEurPerYear, 0);
  const bound = Math.max(benefit, 0 - plan.bound);
  return {
    plants: plants.sort((a, b) => b.benefitEurPerYear - a.benefitEurPerYear || (a.place < b.place ? -1 : 1)),
    benefitEurPerYear: benefit,
    boundEurPerYear: bound,
    status: plan.status,
    gap: (bound - benefit) / Math.max(1, benefit),
  };
}

function toProblem(
  plant: MissingPlant,
  streams: readonly OpenStream[],
  places: readonly Place[],
  options: SitingOptions,
) {
  const { capex, years = 10 } = plant;
  const capacity = Math.min(plant.capacityPerYear, capex.exponent > 0 ? SIZES_BELIEVED.to * capex.atPerYear : Infinity);
  const links: LocationProblem['links'][number][] = [];
  const distances: number[] = [];
  // what could be brought to each place at most: a plant need not be sized beyond it, which tightens the bound
  const within = new Float64Array(places.length);
  places.forEach((place, facility) => {
    streams.forEach((stream, client) => {
      const km = distanceKm(place, stream) * (options.detour ?? 1.3);
      const costPerUnit = km * options.transportEurPerUnitKm - stream.worthPerUnit;
      if (km > (plant.distanceLimitKm ?? Infinity) || costPerUnit >= 0) return;
      links.push({ facility, client, costPerUnit });
      distances.push(km);
      within[facility] = within[facility]! + stream.quantity;
    });
  });
  const problem: LocationProblem = {
    facilities: places.map((p, i) => ({
      id: p.id,
      capacity,
      fixedCost: capex.eur / years,
      ...(capex.exponent > 0 && { sizes: sizesOf(capex, years, Math.min(capacity, within[i]!)) }),
    })),
    clients: streams.map((s) => ({ id: s.id, quantity: s.quantity })),
    links,
    serveAll: false,
  };
  return { problem, distances };
}

function readPlant(
  plant: MissingPlant,
  problem: LocationProblem,
  plan: LocationPlan,
  distances: readonly number[],
  place: Place,
  facility: number,
): SitedPlant {
  const served = problem.links.flatMap((l, k) => (l.facility === facility && plan.quantity[k]! > 1e-9 ? [k] : []));
  const gained = served.reduce((s, k) => s - plan.quantity[k]! * problem.links[k]!.costPerUnit, 0);
  const quantityPerYear = served.reduce((s, k) => s + plan.quantity[k]!, 0);
  const capexEur = capexAt(plant.capex, quantityPerYear);
  return {
    plant: plant.id,
    place: place.id,
    quantityPerYear,
    capexEur,
    benefitEurPerYear: gained - capexEur / (plant.years ?? 10),
    streams: served.map((k) => ({
      id: problem.clients[problem.links[k]!.client]!.id,
      quantityPerYear: plan.quantity[k]!,
      distanceKm: distances[k]!,
    })),
  };
}

/** Great-circle distance on a sphere of 6,371 km. */
export function distanceKm(a: Omit<Place, 'id'>, b: Omit<Place, 'id'>): number {
  const rad = Math.PI / 180;
  const h =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(h)));
}
