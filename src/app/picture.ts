import type { Match } from '../domain/index.ts';
import type { Region } from './region.ts';
import type { RegionPicture } from './symbion.ts';

/** Name under which a run's pictures are stored as results. */
export const PICTURE = 'picture';

interface Sum {
  matches: number;
  blocked: number;
  tonnes: number;
  co2: number;
  money: number;
}

/**
 * Pictures of the whole run (key '') and of each region.
 * What several matches claim of one flow is counted once: matches are taken by falling score (ties by ids), each moves what is
 * left of its output and its demand, money and CO2 in proportion. An output whose quantity nobody told moves nothing; a demand whose quantity
 * nobody told takes what it is offered. A pair counts in the region of either side.
 */
export function drawPictures(
  region: Region,
  matches: readonly Match[],
  ratioOf: (use: string) => number,
): ReadonlyMap<string, RegionPicture> {
  const sums = new Map<string, Sum>();
  const sumOf = (key: string): Sum => {
    let sum = sums.get(key);
    if (!sum) {
      sum = { matches: 0, blocked: 0, tonnes: 0, co2: 0, money: 0 };
      sums.set(key, sum);
    }
    return sum;
  };
  const left = new Map<string, number>();
  for (const match of [...matches].sort((a, b) => b.score - a.score)) {
    const keys = new Set(['', regionOf(region, match.output), regionOf(region, match.demand)]);
    if (match.regime === 'blocked') {
      for (const key of keys) sumOf(key).blocked++;
      continue;
    }
    const share = claim(region, match, ratioOf(match.use), left);
    for (const key of keys) {
      const sum = sumOf(key);
      sum.matches++;
      if (match.unit === 't') sum.tonnes += share * (match.quantityPerYear ?? 0);
      sum.co2 += share * (match.co2KgPerYear ?? 0);
      sum.money += share * (match.netBenefitEurPerYear ?? 0);
    }
  }
  const counts = countFlows(region);
  const keys = new Set([...sums.keys(), ...counts.keys()]);
  return new Map([...keys].map((key) => [key, toPicture(key, sumOf(key), counts.get(key))]));
}

/** Share 0..1 of the match's quantity that is still free on both sides; takes it. `ratio`: demand units per output unit. */
function claim(region: Region, match: Match, ratio: number, left: Map<string, number>): number {
  const wanted = match.quantityPerYear;
  const offered = left.get(match.output) ?? region.flows.get(match.output)?.quantityPerYear;
  if (!wanted || offered === undefined) return 0;
  const demanded = left.get(match.demand) ?? region.flows.get(match.demand)?.quantityPerYear ?? wanted * ratio;
  const moved = Math.max(0, Math.min(wanted, offered, demanded / ratio));
  left.set(match.output, offered - moved);
  left.set(match.demand, demanded - moved * ratio);
  return moved / wanted;
}

function countFlows(region: Region): Map<string, { companies: Set<string>; flows: number }> {
  const counts = new Map<string, { companies: Set<string>; flows: number }>();
  const at = (key: string) => {
    let count = counts.get(key);
    if (!count) {
      count = { companies: new Set(), flows: 0 };
      counts.set(key, count);
    }
    return count;
  };
  for (const site of region.snapshot.sites)
    for (const key of ['', site.region ?? '?']) at(key).companies.add(site.companyId);
  for (const flow of region.snapshot.flows)
    if (flow.origin === 'declared') for (const key of ['', regionOf(region, flow.id)]) at(key).flows++;
  return counts;
}

function regionOf(region: Region, flowId: string): string {
  const flow = region.flows.get(flowId);
  return (flow && region.sites.get(flow.siteId)?.region) ?? '?';
}

function toPicture(key: string, sum: Sum, count?: { companies: Set<string>; flows: number }): RegionPicture {
  return {
    ...(key && { region: key }),
    companies: count?.companies.size ?? 0,
    flows: count?.flows ?? 0,
    matches: sum.matches,
    blocked: sum.blocked,
    exchangeableTonnesPerYear: Math.round(sum.tonnes),
    co2AvoidedKgPerYear: Math.round(sum.co2),
    netBenefitEurPerYear: Math.round(sum.money),
  };
}
