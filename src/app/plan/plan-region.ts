import { setImmediate as nextTurn } from 'node:timers/promises';
import type { KnowledgeBase, Match, Run, Snapshot } from '../../domain/index.ts';
import { everyMatchOf, explain, listMatches } from '../../engine/index.ts';
import type { JobContext } from '../../jobs/port.ts';
import { Converter, type Movement, moveOf, type RegionIndicators } from '../../network/index.ts';
import type { Allocation, PlanOrder, PlanSource, RegionPlan } from '../../planning/index.ts';
import { keepAnswer, type Payload } from '../answers/answers.ts';
import type { Apart } from '../answers/apart.ts';
import { gather } from '../answers/gather.ts';
import { keyOf } from '../answers/refusals.ts';
import { openRegion, type Region } from '../region/region.ts';
import { bandsOf, type StreamBand } from '../region/region-streams.ts';
import type { RunMatchDeps } from '../run/run-match.ts';
import { completePlan, type PlanQuestion } from './plan-question.ts';
import { imagine, isChanged } from './what-if.ts';

export const PLAN_REGION = 'plan-region';

/** A plan with the region before and after it: without any exchange or, for a what-if, with the plan of the world as it is. */
export interface PlanReport extends RegionPlan {
  readonly indicators?: { readonly before: RegionIndicators; readonly after: RegionIndicators };
  readonly bands?: { readonly before: readonly StreamBand[]; readonly after: readonly StreamBand[] };
}

export interface PlanDeps extends RunMatchDeps {
  readonly apart: Apart;
}

/** Pairs up to which every one is judged; beyond, a plan is of the ranked pairs. */
const PAIRS_JUDGED = 4_000_000;
/** Companies up to which the region's indicators are worked out beside the plan. */
const COMPANIES_DESCRIBED = 5000;

/** Handler of the job `plan-region`. */
export async function runPlan(deps: PlanDeps, payload: unknown, context: JobContext): Promise<unknown> {
  const { run: id, question: asked } = payload as Payload<PlanQuestion>;
  const question = completePlan(asked);
  const gathered = await gather(deps, id, context);
  const world = await worldOf(deps, gathered, question, context);
  const order = await orderOf(deps, gathered.run, world, question, context);
  const plan = await deps.apart('planRegion', order, {
    signal: context.signal,
    onProgress: (done, total, what) => context.progress({ done, total, what }),
  });
  const report = await reportOf(deps, world, plan, question, context);
  return keepAnswer(deps.store, gathered.run, PLAN_REGION, asked, report, plan.plan?.exchanges.length ?? 0);
}

/** The region that is planned, with its matches; `before` is the one that is there, when another is imagined. */
export interface World {
  readonly region: Region;
  readonly matches: readonly Match[];
  readonly openings: Readonly<Record<string, number>>;
  readonly before?: { readonly region: Region; readonly matches: readonly Match[] };
}

async function worldOf(
  deps: PlanDeps,
  { run, snapshot, matches }: Awaited<ReturnType<typeof gather>>,
  { whatIf = {}, region: within }: PlanQuestion,
  context: JobContext,
): Promise<World> {
  const here = openRegion(snapshot, deps.knowledge, { ...run.settings, infer: false });
  const open = (region: Region, all: readonly Match[]) => all.filter((m) => isWithin(region, m, within));
  if (!isChanged(whatIf)) return { region: here, matches: open(here, matches), openings: {} };
  const { region, openings } = imagine(here, deps.knowledge, whatIf);
  const problem = region.problem();
  const lists = await deps.computeLists(problem, {
    signal: context.signal,
    onProgress: (done, total) => context.progress({ done, total, what: 'match' }),
  });
  return {
    region,
    matches: open(region, [...listMatches(problem, lists)]),
    openings,
    before: { region: here, matches: open(here, matches) },
  };
}

/** Open or blocked, no hint, and on both sides in the region that is asked for. */
function isWithin(region: Region, match: Match, within: string | undefined): boolean {
  if (match.basis === 'code similarity' || match.basis === 'text similarity') return false;
  if (within === undefined) return true;
  const at = (flow: string) => region.sites.get(region.flows.get(flow)?.siteId ?? '')?.region;
  return at(match.output) === within && at(match.demand) === within;
}

async function orderOf(
  deps: PlanDeps,
  run: Run,
  world: World,
  question: ReturnType<typeof completePlan>,
  context: JobContext,
): Promise<PlanOrder> {
  const { must = [], mustNot = [], budgetEur, atLeast, objective, timeLimitSeconds, front, uncertainty } = question;
  const source = (region: Region, matches: readonly Match[]) =>
    sourceOf(deps.knowledge, run, region.snapshot, matches, question);
  const ranked = withWishes(world, must);
  return {
    source: source(world.region, ranked),
    ...(question.beyond && { further: await furtherOf(world.region, ranked, question.region, context) }),
    ...(world.before && { before: source(world.before.region, world.before.matches) }),
    options: {
      objective,
      timeLimitSeconds,
      must,
      mustNot,
      ...(budgetEur !== undefined && { budgetEur }),
      ...(atLeast && { atLeast }),
    },
    openings: world.openings,
    ...(question.capacities && { capacities: question.capacities }),
    ...(front && { front: { points: 9, ...front } }),
    ...(uncertainty && { uncertainty: { trials: 200, seed: 1, ...uncertainty } }),
  };
}

export function sourceOf(
  knowledge: KnowledgeBase,
  run: Run,
  snapshot: Snapshot,
  matches: readonly Match[],
  question: PlanQuestion,
): PlanSource {
  const { minimumLot, activationEur, shareAtMost, shares } = question;
  return {
    matches,
    snapshot,
    uses: knowledge.uses,
    conversions: conversionsOf(knowledge, snapshot, matches),
    transactionCostEur: run.settings.transactionCostEur,
    ...(activationEur !== undefined && { activationEur }),
    ...(minimumLot !== undefined && { minimumLot }),
    ...(shareAtMost !== undefined && { shareAtMost }),
    ...(shares && { shares }),
  };
}

/** What takers make of what they take, as far as an output hangs on it that nobody declared. */
function conversionsOf(knowledge: KnowledgeBase, snapshot: Snapshot, matches: readonly Match[]) {
  if (!snapshot.flows.some((flow) => flow.origin === 'derived')) return [];
  const converter = new Converter(snapshot, knowledge);
  const flows = new Map(snapshot.flows.map((flow) => [flow.id, flow]));
  const sites = new Map(snapshot.sites.map((site) => [site.id, site]));
  return matches.flatMap((match) => {
    const demand = flows.get(match.demand);
    const site = demand && sites.get(demand.siteId);
    return demand && site ? converter.conversionsOf(demand, site, match.material, match.product) : [];
  });
}

/** Pairs that are wished for come in although no list has them. */
function withWishes({ region, matches }: World, must: NonNullable<PlanQuestion['must']>): readonly Match[] {
  const known = new Set(matches.map(keyOf));
  const wished = must.filter((wish) => !known.has(keyOf(wish)));
  return [...matches, ...wished.flatMap((wish) => explain(region.problem(), wish.output, wish.demand).match ?? [])];
}

/** Every admissible pair that no list has, where the region is small enough to judge them all. */
async function furtherOf(
  region: Region,
  ranked: readonly Match[],
  within: string | undefined,
  { signal, progress }: JobContext,
): Promise<NonNullable<PlanOrder['further']>> {
  const problem = region.problem();
  const { outputs, demands } = problem;
  if (outputs.length * demands.length > PAIRS_JUDGED) return { matches: [], all: false };
  const known = new Set(ranked.map(keyOf));
  const matches: Match[] = [];
  let pausedAt = performance.now();
  for (const [i, output] of outputs.entries()) {
    for (const match of everyMatchOf(problem, output))
      if (!known.has(keyOf(match)) && isWithin(region, match, within)) matches.push(match);
    if (performance.now() - pausedAt < 20) continue;
    progress({ done: i, total: outputs.length, what: 'pairs' });
    await nextTurn();
    signal.throwIfAborted();
    pausedAt = performance.now();
  }
  return { matches, all: true };
}

async function reportOf(
  deps: PlanDeps,
  world: World,
  plan: RegionPlan,
  { region: within }: PlanQuestion,
  { signal }: JobContext,
): Promise<PlanReport> {
  if (!plan.plan) return plan;
  const moved = movementsOf(deps.knowledge, world.region, world.matches, plan.plan);
  const { before: earlier } = world;
  const movedBefore =
    plan.before && earlier ? movementsOf(deps.knowledge, earlier.region, earlier.matches, plan.before) : [];
  const bands = bandsOf(world.region, moved, within);
  const bandsBefore = earlier ? bandsOf(earlier.region, movedBefore, within).after : bands.before;
  const { materials, uses } = deps.knowledge;
  const describe = (region: Region, matches: readonly Match[], movements: readonly Movement[]) =>
    deps.apart(
      'describeRegion',
      {
        snapshot: region.snapshot,
        matches,
        movements,
        knowledge: { materials, uses },
        ...(within !== undefined && { region: within }),
      },
      { signal },
    );
  const isSmall = world.region.snapshot.companies.length <= COMPANIES_DESCRIBED;
  const start = earlier ?? world;
  return {
    ...plan,
    bands: { before: bandsBefore, after: bands.after },
    ...(isSmall && {
      indicators: {
        before: await describe(start.region, start.matches, movedBefore),
        after: await describe(world.region, world.matches, moved),
      },
    }),
  };
}

/** What a plan moves, with the matches that it moves over. */
export function movementsOf(
  knowledge: KnowledgeBase,
  region: Region,
  matches: readonly Match[],
  plan: Allocation,
): Movement[] {
  const known = new Map(matches.map((match) => [keyOf(match), match]));
  const ratio = new Map(knowledge.uses.map((use) => [use.id, use.ratio]));
  return plan.exchanges.flatMap((exchange) => {
    const match = known.get(keyOf(exchange)) ?? explain(region.problem(), exchange.output, exchange.demand).match;
    return match?.quantityPerYear ? [moveOf(match, exchange.quantityPerYear, ratio.get(match.use) ?? 1)] : [];
  });
}
