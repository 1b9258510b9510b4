import { SymbionError } from '../domain/index.ts';
import { distanceKm, type Place } from './siting.ts';

/** A flow too small to go alone. */
export interface SmallFlow extends Place {
  /** Tonnes a year. */
  readonly quantity: number;
  /** EUR a tonne at the taker, before transport. */
  readonly worthPerTonne: number;
}

export interface RunTerms {
  /** Tonnes a year below which the taker does not deal. */
  readonly minimumLot: number;
  /** Tonnes a trip. */
  readonly truckTonnes: number;
  readonly eurPerKm: number;
  /** EUR a year for each partner on the run. */
  readonly eurPerStop: number;
  /** Road over straight line; default 1.3. */
  readonly detour?: number;
}

/** Several small flows collected on one round. */
export interface MilkRun {
  /** In the order of the round. */
  readonly stops: readonly string[];
  readonly tonnesPerYear: number;
  readonly roundKm: number;
  readonly tripsPerYear: number;
  readonly netBenefitEurPerYear: number;
}

export interface MilkRuns {
  readonly runs: readonly MilkRun[];
  /** Flows that pass by themselves and need no run. */
  readonly alone: readonly string[];
  readonly left: readonly string[];
}

/**
 * Collects small flows into lots that the taker accepts: sweep round the taker (B. Gillett and L. Miller, 1974), closing a
 * round when it reaches the lot; a round that does not pay is not driven. A heuristic: it shows that lots exist, not the best.
 */
export function collectSmall(flows: readonly SmallFlow[], taker: Omit<Place, 'id'>, terms: RunTerms): MilkRuns {
  if (!(terms.minimumLot > 0 && terms.truckTonnes > 0 && terms.eurPerKm >= 0 && terms.eurPerStop >= 0))
    throw new SymbionError('input', {
      en: 'Lot and truck must be more than 0, costs 0 or more',
      ru: 'Партия и машина должны быть больше 0, затраты 0 или больше',
    });
  const alone = flows.filter((f) => f.quantity >= terms.minimumLot).map((f) => f.id);
  const small = flows.filter((f) => f.quantity > 0 && f.quantity < terms.minimumLot);
  const squeeze = Math.cos((taker.lat * Math.PI) / 180);
  const angle = (f: Place) => Math.atan2(f.lat - taker.lat, (f.lon - taker.lon) * squeeze);
  const swept = [...small].sort((a, b) => angle(a) - angle(b) || (a.id < b.id ? -1 : 1));
  let best: MilkRun[] = [];
  // the sweep may start at any flow: keep the start that earns most
  for (let start = 0; start < swept.length; start++) {
    const runs = sweep([...swept.slice(start), ...swept.slice(0, start)], taker, terms);
    if (earned(runs) > earned(best)) best = runs;
  }
  const collected = new Set(best.flatMap((r) => r.stops));
  return { runs: best, alone, left: small.filter((f) => !collected.has(f.id)).map((f) => f.id) };
}

const earned = (runs: readonly MilkRun[]): number => runs.reduce((s, r) => s + r.netBenefitEurPerYear, 0);

function sweep(flows: readonly SmallFlow[], taker: Omit<Place, 'id'>, terms: RunTerms): MilkRun[] {
  const runs: MilkRun[] = [];
  let round: SmallFlow[] = [];
  for (const flow of flows) {
    round.push(flow);
    if (round.reduce((s, f) => s + f.quantity, 0) < terms.minimumLot) continue;
    const run = drive(round, taker, terms);
    if (run.netBenefitEurPerYear > 0) runs.push(run);
    round = [];
  }
  return runs;
}

function drive(round: readonly SmallFlow[], taker: Omit<Place, 'id'>, terms: RunTerms): MilkRun {
  const stops: SmallFlow[] = [];
  const open = [...round];
  let at: Omit<Place, 'id'> = taker;
  let km = 0;
  while (open.length > 0) {
    const next = open.reduce((a, b) => (distanceKm(at, b) < distanceKm(at, a) ? b : a));
    km += distanceKm(at, next);
    open.splice(open.indexOf(next), 1);
    stops.push(next);
    at = next;
  }
  const roundKm = (km + distanceKm(at, taker)) * (terms.detour ?? 1.3);
  const tonnes = round.reduce((s, f) => s + f.quantity, 0);
  const tripsPerYear = Math.ceil(tonnes / terms.truckTonnes);
  const worth = round.reduce((s, f) => s + f.quantity * f.worthPerTonne, 0);
  return {
    stops: stops.map((s) => s.id),
    tonnesPerYear: tonnes,
    roundKm,
    tripsPerYear,
    netBenefitEurPerYear: worth - tripsPerYear * roundKm * terms.eurPerKm - stops.length * terms.eurPerStop,
  };
}
