import type { Flow } from '../../domain/index.ts';

/** What the flows of a site come to, as the map and the list of regions tell it. */
export interface SiteSum {
  /** Flows that somebody told. */
  readonly told: number;
  readonly declared: boolean;
  /** Given off, t a year. */
  readonly tonnes: number;
}

/** Of each site that has flows. */
export function sumBySite(flows: Iterable<Flow>): Map<string, SiteSum> {
  const sums = new Map<string, { -readonly [K in keyof SiteSum]: SiteSum[K] }>();
  for (const flow of flows) {
    let sum = sums.get(flow.siteId);
    if (!sum) {
      sum = { told: 0, declared: false, tonnes: 0 };
      sums.set(flow.siteId, sum);
    }
    if (flow.origin !== 'inferred') sum.told++;
    if (flow.origin === 'declared') sum.declared = true;
    if (flow.direction === 'output' && flow.dimension === 't') sum.tonnes += flow.quantityPerYear ?? 0;
  }
  return sums;
}
