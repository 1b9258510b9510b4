import type { Flow, Match, Snapshot, Use } from '../domain/index.ts';
import type { AllocationProblem, PlanArc, PlanProcess } from './problem.ts';

/** What a plan is made of: the matches of a run, the region they belong to, and what sites make of what they take. */
export interface PlanSource {
  readonly matches: readonly Match[];
  readonly snapshot: Snapshot;
  readonly uses: readonly Use[];
  /**
   * Conversions at takers. They bind only outputs that nobody declared (origin `derived`): a declared quantity is there
   * already and would count twice.
   */
  readonly conversions?: readonly { readonly demand: string; readonly output: string; readonly yield: number }[];
  /** EUR a deal that is already in each match's net benefit, spread over the quantity. */
  readonly transactionCostEur?: number;
  /** EUR a year as soon as an exchange moves anything (a whole decision: MILP), in place of the spread transaction cost. */
  readonly activationEur?: number;
  /** Units of output a year, nothing or at least this. */
  readonly minimumLot?: number;
  /** 0..1 for every demand, or by demand. */
  readonly shareAtMost?: number;
  readonly shares?: Readonly<Record<string, number>>;
}

export interface BuiltPlan {
  readonly problem: AllocationProblem;
  /** Flows of matches that cannot be planned because their quantity is unknown. */
  readonly unknown: readonly string[];
}

/**
 * The allocation problem of a run. Worth per unit = worth of the match / its quantity. Landfill counts tonnes whose present
 * route is landfill or storage. Jobs: employees of the taker x share of its demands that the exchange covers (an indicator
 * of jobs that live on exchanged input, estimate).
 */
export function buildAllocation(source: PlanSource): BuiltPlan {
  const flows = new Map(source.snapshot.flows.map((f) => [f.id, f]));
  const ratio = new Map(source.uses.map((u) => [u.id, u.ratio]));
  const jobs = jobsPerProduct(source.snapshot);
  const unknown = new Set<string>();
  const arcs: PlanArc[] = [];
  for (const match of source.matches) {
    const output = flows.get(match.output);
    const demand = flows.get(match.demand);
    if (!output || !demand) continue;
    const missing = [output, demand].filter((f) => f.quantityPerYear === undefined && f.origin !== 'derived');
    for (const f of missing) unknown.add(f.id);
    if (missing.length > 0 || !match.quantityPerYear) continue;
    arcs.push(toArc(source, match, output, ratio.get(match.use) ?? 1, jobs.get(match.demand) ?? 0));
  }
  const outputs = [...new Set(arcs.map((a) => a.output))].map((id) => flows.get(id)!);
  const demands = [...new Set(arcs.map((a) => a.demand))].map((id) => flows.get(id)!);
  const processes = processesOf(source, flows, new Set(outputs.map((o) => o.id)));
  return {
    problem: {
      outputs: outputs.map((f) => ({
        id: f.id,
        company: f.companyId,
        available: f.origin === 'derived' ? 0 : f.quantityPerYear!,
        unit: f.dimension ?? 't',
      })),
      demands: demands.map((f) => ({
        id: f.id,
        company: f.companyId,
        wanted: f.quantityPerYear ?? Infinity,
        ...shareOf(source, f.id),
      })),
      arcs,
      processes,
    },
    unknown: [...unknown].sort(),
  };
}

function shareOf({ shares, shareAtMost }: PlanSource, demand: string): { shareAtMost?: number } {
  const share = shares && Object.hasOwn(shares, demand) ? shares[demand] : shareAtMost;
  return share === undefined ? {} : { shareAtMost: share };
}

function toArc(source: PlanSource, match: Match, output: Flow, ratio: number, jobsPerProductUnit: number): PlanArc {
  const quantity = match.quantityPerYear!;
  const spread = source.activationEur === undefined ? 0 : (source.transactionCostEur ?? 0);
  const landfilled = match.unit === 't' && (output.routeKind === 'landfill' || output.routeKind === 'storage');
  return {
    output: match.output,
    demand: match.demand,
    ratio,
    worth: {
      money: ((match.netBenefitEurPerYear ?? 0) + spread) / quantity,
      co2: (match.co2KgPerYear ?? 0) / quantity,
      landfill: landfilled ? 1 : 0,
      jobs: jobsPerProductUnit * ratio,
    },
    ...(source.activationEur && { activationEur: source.activationEur }),
    ...(source.minimumLot !== undefined && { minimumLot: source.minimumLot }),
    ...(match.regime === 'blocked' && { blocked: true }),
  };
}

function jobsPerProduct(snapshot: Snapshot): Map<string, number> {
  const employees = new Map(snapshot.companies.map((c) => [c.id, c.employees ?? 0]));
  const inputs = snapshot.flows.filter((f) => f.direction === 'input' && (f.quantityPerYear ?? 0) > 0);
  const count = new Map<string, number>();
  for (const f of inputs) count.set(f.companyId, (count.get(f.companyId) ?? 0) + 1);
  return new Map(
    inputs.map((f) => [f.id, (employees.get(f.companyId) ?? 0) / count.get(f.companyId)! / f.quantityPerYear!]),
  );
}

function processesOf(
  source: PlanSource,
  flows: ReadonlyMap<string, Flow>,
  used: ReadonlySet<string>,
): readonly PlanProcess[] {
  const byDemand = new Map<string, { output: string; yield: number }[]>();
  for (const c of source.conversions ?? []) {
    if (flows.get(c.output)?.origin !== 'derived' || !used.has(c.output)) continue;
    const list = byDemand.get(c.demand);
    if (!list) byDemand.set(c.demand, [{ output: c.output, yield: c.yield }]);
    else if (!list.some((o) => o.output === c.output)) list.push({ output: c.output, yield: c.yield });
  }
  return [...byDemand].map(([demand, outputs]) => ({
    id: `process at ${demand}`,
    company: flows.get(demand)!.companyId,
    inputs: [{ demands: [demand], perUnit: 1 }],
    outputs,
  }));
}
