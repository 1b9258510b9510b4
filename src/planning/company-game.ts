import type { TellStep } from '../domain/index.ts';
import { allocate } from './allocate.ts';
import type { AllocationProblem } from './problem.ts';
import { chainGame, type FairSplit, type Game, type SharedStep, splitFairly } from './split.ts';

/** What partners earn together: steps that need those before them, or the best plan among whoever takes part. */
export type CompanyGame =
  | { readonly of: 'steps'; readonly steps: readonly SharedStep[]; readonly seed: number }
  | {
      readonly of: 'plan';
      readonly companies: readonly string[];
      readonly problem: AllocationProblem;
      readonly seed: number;
    };

/** Random orders for more partners than can be counted out; each costs as many plans as there are partners. */
const ORDERS = { steps: 4000, plan: 200 } as const;

/** Equal split, Shapley values and core test of a game of companies. */
export async function splitAmong(game: CompanyGame, progress: TellStep = () => undefined): Promise<FairSplit> {
  const sample = { permutations: ORDERS[game.of], seed: game.seed };
  if (game.of === 'steps') return splitFairly(chainGame(game.steps), sample);
  const { companies: players, problem } = game;
  // the groups that the split will ask for do not depend on what they are worth
  const groups = new Set<number>();
  const noted = (mask: number) => {
    groups.add(mask);
    return 0;
  };
  await splitFairly({ players, worth: noted }, sample);
  const worth = new Map<number, number>();
  for (const mask of groups) {
    worth.set(mask, await worthOf(problem, players, mask));
    progress(worth.size, groups.size, 'groups');
  }
  const counted: Game = { players, worth: (mask) => worth.get(mask) ?? 0 };
  return splitFairly(counted, sample);
}

/** EUR a year of the best plan among the members. */
async function worthOf(problem: AllocationProblem, players: readonly string[], mask: number): Promise<number> {
  const members = new Set(players.filter((_, i) => (mask >> i) & 1));
  const outputs = problem.outputs.filter((o) => members.has(o.company));
  const demands = problem.demands.filter((d) => members.has(d.company));
  const inside = new Set([...outputs, ...demands].map((x) => x.id));
  const arcs = problem.arcs.filter((a) => inside.has(a.output) && inside.has(a.demand));
  if (arcs.length === 0) return 0;
  const processes = (problem.processes ?? []).filter((p) => members.has(p.company));
  return (await allocate({ outputs, demands, arcs, processes }, { objective: 'money' })).value;
}
