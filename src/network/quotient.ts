/**
 * Location quotients of a table regions x activities (sites or employees): share of the activity in the region by its share
 * in all. More than 1 = specialised; 0 where the region or the activity has nothing.
 */
export function locationQuotients(table: readonly (readonly number[])[]): number[][] {
  const regions = table.map((row) => row.reduce((a, b) => a + b, 0));
  const activities = (table[0] ?? []).map((_, j) => table.reduce((a, row) => a + row[j]!, 0));
  const all = regions.reduce((a, b) => a + b, 0);
  return table.map((row, i) =>
    row.map((x, j) => (regions[i]! > 0 && activities[j]! > 0 ? (x * all) / (regions[i]! * activities[j]!) : 0)),
  );
}

/** Flows that a drill-down names. */
const FLOWS_LISTED = 10;

/** Drill-down of a potential-clustering index: the product of its three parts. */
export interface ClusteringPotential {
  readonly region: string;
  readonly activity: string;
  readonly locationQuotient: number;
  /** 0..1: unmatched quantity that has a possible partner within the distance limit, of all unmatched quantity. */
  readonly reachableShare: number;
  /** Companies that have such a quantity, or could take it. */
  readonly firms: number;
  readonly index: number;
  /** The flows behind it, the largest first. */
  readonly flows: readonly {
    readonly id: string;
    /** Per year, what no exchange takes. */
    readonly unmatched: number;
    /** Companies that could take it. */
    readonly partners: readonly string[];
  }[];
}

/** One flow of an activity in a region, as the index needs it; quantities of one dimension only (tonnes by custom). */
export interface UnmatchedFlow {
  readonly id: string;
  readonly region: string;
  readonly activity: string;
  readonly company: string;
  /** Per year, what no exchange takes. */
  readonly unmatched: number;
  /** Companies that could take it within the distance limit. */
  readonly partners: readonly string[];
}

/**
 * Potential-clustering index by region and activity: location quotient x reachable share of the unmatched quantity x number
 * of independent firms. Greatest first, ties by region and activity.
 */
export function clusteringPotential(
  flows: readonly UnmatchedFlow[],
  quotient: (region: string, activity: string) => number,
): ClusteringPotential[] {
  const groups = new Map<string, { flows: UnmatchedFlow[]; region: string; activity: string }>();
  for (const flow of flows) {
    const key = JSON.stringify([flow.region, flow.activity]);
    const group = groups.get(key);
    if (group) group.flows.push(flow);
    else groups.set(key, { flows: [flow], region: flow.region, activity: flow.activity });
  }
  const result = [...groups.values()].map(({ flows: list, region, activity }): ClusteringPotential => {
    const reachable = list.filter((f) => f.partners.length > 0 && f.unmatched > 0);
    const all = list.reduce((s, f) => s + f.unmatched, 0);
    const firms = new Set(reachable.flatMap((f) => [f.company, ...f.partners])).size;
    const locationQuotient = quotient(region, activity);
    const reachableShare = all > 0 ? reachable.reduce((s, f) => s + f.unmatched, 0) / all : 0;
    return {
      region,
      activity,
      locationQuotient,
      reachableShare,
      firms,
      index: locationQuotient * reachableShare * firms,
      flows: [...list]
        .sort((a, b) => b.unmatched - a.unmatched || (a.id < b.id ? -1 : 1))
        .slice(0, FLOWS_LISTED)
        .map(({ id, unmatched, partners }) => ({ id, unmatched, partners })),
    };
  });
  const key = (p: ClusteringPotential) => `${p.region} ${p.activity}`;
  return result.sort((a, b) => b.index - a.index || (key(a) < key(b) ? -1 : 1));
}
