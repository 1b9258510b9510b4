import type { Explanation, Match, Step } from '../../domain/index.ts';
import { explain, gateWorthOf } from '../../engine/index.ts';
import type { JobContext } from '../../jobs/port.ts';
import type { MilkOrder, SiteOrder, SiteReport } from '../../planning/index.ts';
import { keepAnswer, type Payload } from '../answers/answers.ts';
import { Complaints } from '../answers/complaints.ts';
import { gather } from '../answers/gather.ts';
import { openRegion, type Region } from '../region/region.ts';
import { type PlanDeps, sourceOf } from './plan-region.ts';

export const SITE_PLANTS = 'site-plants';

/** What is missing in a region, and where it would pay. */
export interface SiteQuestion {
  readonly region?: string;
  /** Only this process. */
  readonly process?: string;
  /** Kinds of plant at most; default 10. */
  readonly top?: number;
  /** EUR of one plant whatever its size; default: what the knowledge base tells of the process at its size. Paid back over `years` (default 10). */
  readonly capexEur?: number;
  readonly years?: number;
  /** Units a year of one plant at most; default: ten times the size that its capital is known of. */
  readonly capacityPerYear?: number;
  /** Default 100 km (estimate). */
  readonly withinKm?: number;
  /** Tonnes a year below which a taker does not deal; default 500 (estimate). */
  readonly minimumLot?: number;
  /** Tonnes a trip of a milk run; default 20. */
  readonly truckTonnes?: number;
  /** EUR of a milk run's km, and a year for each partner on it; defaults 1.7 and 1,000 (estimates). */
  readonly eurPerKm?: number;
  readonly eurPerStop?: number;
}

export function completeSites(question: SiteQuestion) {
  return {
    top: 10,
    years: 10,
    withinKm: 100,
    minimumLot: 500,
    truckTonnes: 20,
    eurPerKm: 1.7,
    eurPerStop: 1000,
    ...question,
  };
}

/** Throws `input` for a process that is not known and for every bad number. */
export function checkSiting(question: ReturnType<typeof completeSites>, processes: ReadonlySet<string>): void {
  const complaints = new Complaints();
  const { wrong } = complaints;
  const { process, top, capacityPerYear } = question;
  if (process !== undefined && !processes.has(process))
    wrong('process', process, 'a process of the knowledge base', 'процесс из базы знаний');
  for (const column of ['capexEur', 'eurPerKm', 'eurPerStop'] as const)
    if (question[column] !== undefined && !(question[column] >= 0))
      wrong(column, question[column], '0 or more', '0 или больше');
  for (const column of ['years', 'withinKm', 'minimumLot', 'truckTonnes'] as const)
    if (!(question[column] > 0)) wrong(column, question[column], 'more than 0', 'больше 0');
  if (capacityPerYear !== undefined && !(capacityPerYear >= 0))
    wrong('capacityPerYear', capacityPerYear, 'a capacity of 0 or more', 'мощность 0 или больше');
  if (!(Number.isInteger(top) && top >= 1)) wrong('top', top, 'at least 1', 'не меньше 1');
  complaints.throwAny({ en: 'No plant can be sited', ru: 'Разместить нельзя' });
}

/** Handler of the job `site-plants`: plans by money, then looks at what is left over. */
export async function runSites(deps: PlanDeps, payload: unknown, context: JobContext): Promise<unknown> {
  const { run: id, question } = payload as Payload<ReturnType<typeof completeSites>>;
  const { run, snapshot, matches } = await gather(deps, id, context);
  const region = openRegion(snapshot, deps.knowledge, { ...run.settings, infer: false });
  const open = matches.filter((match) => match.basis === 'documented' || match.basis === 'general rule');
  const watch = {
    signal: context.signal,
    onProgress: (done: number, total: number, what: Step) => context.progress({ done, total, what }),
  };
  const source = sourceOf(deps.knowledge, run, snapshot, open, {});
  const { plan } = await deps.apart('planRegion', { source, options: { objective: 'money' } }, watch);
  const { top, capexEur, years, withinKm, capacityPerYear, process } = question;
  const { materials, uses, processes } = deps.knowledge;
  const order: SiteOrder = {
    snapshot,
    knowledge: { materials, uses, processes },
    moved: plan?.exchanges ?? [],
    worths: worthsOf(region),
    plant: {
      years,
      withinKm,
      ...(capexEur !== undefined && { capexEur }),
      ...(capacityPerYear !== undefined && { capacityPerYear }),
    },
    milk: { terms: question, orders: milkOrders(region, open, question) },
    top,
    ...(process !== undefined && { process }),
    ...(question.region !== undefined && { region: question.region }),
  };
  const report: SiteReport = await deps.apart('siteMissing', order, watch);
  return keepAnswer(deps.store, run, SITE_PLANTS, question, report, report.processes.length);
}

function worthsOf(region: Region): SiteOrder['worths'] {
  const problem = region.problem();
  return Object.fromEntries(problem.outputs.map(({ flow }) => [flow.id, gateWorthOf(problem, flow.id)]));
}

/** Demands that several small outputs could serve together, each with what it is worth there before carriage and deal. */
function milkOrders(
  region: Region,
  matches: readonly Match[],
  { minimumLot, region: within }: ReturnType<typeof completeSites>,
): MilkOrder[] {
  const small = matches.filter(
    (m) => m.regime === 'open' && m.unit === 't' && (m.quantityPerYear ?? 0) > 0 && m.quantityPerYear! < minimumLot,
  );
  return [...Map.groupBy(small, (m) => m.demand)].flatMap(([demand, list]): MilkOrder[] => {
    const at = placeOf(region, demand);
    const site = region.sites.get(region.flows.get(demand)?.siteId ?? '');
    if (!at || list.length < 2 || (within !== undefined && site?.region !== within)) return [];
    const flows = list.flatMap((m) => {
      const from = placeOf(region, m.output);
      const worthPerTonne = worthBeforeCarriage(explain(region.problem(), m.output, demand));
      return from && worthPerTonne !== undefined
        ? [{ id: m.output, ...from, quantity: m.quantityPerYear!, worthPerTonne }]
        : [];
    });
    return [{ demand, at, flows }];
  });
}

function placeOf(region: Region, flow: string): { lat: number; lon: number } | undefined {
  const site = region.sites.get(region.flows.get(flow)?.siteId ?? '');
  return site?.lat === undefined || site.lon === undefined ? undefined : { lat: site.lat, lon: site.lon };
}

function worthBeforeCarriage({ money, match }: Explanation): number | undefined {
  if (!money || !match?.quantityPerYear) return undefined;
  return (money.avoidedDisposal + money.avoidedPurchase + money.treatment) / match.quantityPerYear;
}
