import { SymbionError, seededRandom } from '../domain/index.ts';
import { solveLinear } from './highs.ts';
import { ModelWriter } from './sparse.ts';

/** Worth of a coalition; bit i of the mask = player i takes part. `worth(0)` is 0. At most 30 players. */
export interface Game {
  readonly players: readonly string[];
  readonly worth: (mask: number) => number;
  /** True when the worth is a cost to be shared, so that less is better. */
  readonly cost?: boolean;
}

export interface FairSplit {
  readonly players: readonly string[];
  readonly equal: readonly number[];
  readonly shapley: readonly number[];
  /** Standard error of each Shapley value: 0 when exact (up to 12 players). */
  readonly error: readonly number[];
  readonly exact: boolean;
  /** Is the Shapley split in the core: no group would do better alone? Only up to 12 players. */
  readonly stable?: boolean;
  /** The group that would gain most by leaving, and how much; absent when stable or not tested. */
  readonly wouldLeave?: { readonly players: readonly string[]; readonly gain: number };
  /** Is there any split that no group would leave? Only up to 12 players. */
  readonly coreExists?: boolean;
}

/** Players up to which Shapley values and core are exact. */
export const EXACT_PLAYERS = 12;

/** Equal split, Shapley values and core test (L. Shapley, 1953; D. Gillies, 1959). Beyond 12 players by seeded permutations. */
export async function splitFairly(
  game: Game,
  sample: { readonly permutations?: number; readonly seed?: number } = {},
): Promise<FairSplit> {
  const n = game.players.length;
  if (n < 1 || n > 30)
    throw new SymbionError('input', {
      en: `A split needs 1 to 30 partners, not ${n}`,
      ru: `Для раздела нужно от 1 до 30 участников, а не ${n}`,
    });
  const all = 2 ** n - 1;
  const equal = game.players.map(() => game.worth(all) / n);
  if (n > EXACT_PLAYERS) {
    const { mean, error } = sampleShapley(game, sample.permutations ?? 2000, sample.seed ?? 1);
    return { players: game.players, equal, shapley: mean, error, exact: false };
  }
  const worth = Float64Array.from({ length: all + 1 }, (_, mask) => (mask === 0 ? 0 : game.worth(mask)));
  const shapley = exactShapley(worth, n);
  const leaver = findLeaver(worth, shapley, game.cost === true);
  return {
    players: game.players,
    equal,
    shapley,
    error: shapley.map(() => 0),
    exact: true,
    stable: leaver === undefined,
    ...(leaver && { wouldLeave: { players: playersOf(game, leaver.mask), gain: leaver.gain } }),
    coreExists: await hasCore(worth, n, game.cost === true),
  };
}

function playersOf(game: Game, mask: number): string[] {
  return game.players.filter((_, i) => (mask >> i) & 1);
}

function exactShapley(worth: Float64Array, n: number): number[] {
  const weight = new Float64Array(n);
  let factor = 1 / n;
  for (let size = 0; size < n; size++) {
    weight[size] = factor;
    factor = (factor * (size + 1)) / (n - size - 1);
  }
  const values = new Array<number>(n).fill(0);
  for (let mask = 0; mask < worth.length; mask++) {
    const size = bits(mask);
    for (let i = 0; i < n; i++)
      if (((mask >> i) & 1) === 0) values[i] = values[i]! + weight[size]! * (worth[mask | (1 << i)]! - worth[mask]!);
  }
  return values;
}

function bits(mask: number): number {
  let n = 0;
  for (let m = mask; m !== 0; m &= m - 1) n++;
  return n;
}

/** Random orders, each also backwards (antithetic): mean and standard error over the pairs. */
function sampleShapley(game: Game, permutations: number, seed: number): { mean: number[]; error: number[] } {
  const n = game.players.length;
  const random = seededRandom(seed);
  const pairs = Math.max(2, Math.ceil(permutations / 2));
  const sum = new Float64Array(n);
  const squares = new Float64Array(n);
  const order = Array.from({ length: n }, (_, i) => i);
  for (let p = 0; p < pairs; p++) {
    for (let i = n - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    const there = marginals(game, order);
    const back = marginals(game, order.toReversed());
    for (let i = 0; i < n; i++) {
      const x = (there[i]! + back[i]!) / 2;
      sum[i] = sum[i]! + x;
      squares[i] = squares[i]! + x * x;
    }
  }
  const mean = [...sum].map((s) => s / pairs);
  const error = mean.map((m, i) => Math.sqrt(Math.max(0, squares[i]! / pairs - m * m) / (pairs - 1)));
  return { mean, error };
}

function marginals(game: Game, order: readonly number[]): Float64Array {
  const result = new Float64Array(order.length);
  let mask = 0;
  let before = 0;
  for (const i of order) {
    mask |= 1 << i;
    const after = game.worth(mask);
    result[i] = after - before;
    before = after;
  }
  return result;
}

function findLeaver(worth: Float64Array, shares: readonly number[], cost: boolean) {
  const scale = Math.max(1, Math.abs(worth.at(-1)!));
  let best: { mask: number; gain: number } | undefined;
  for (let mask = 1; mask < worth.length - 1; mask++) {
    let share = 0;
    for (let i = 0; i < shares.length; i++) if ((mask >> i) & 1) share += shares[i]!;
    const gain = cost ? share - worth[mask]! : worth[mask]! - share;
    if (gain > 1e-9 * scale && gain > (best?.gain ?? 0)) best = { mask, gain };
  }
  return best;
}

/** The least that contents every group is at most the whole's worth (Bondareva-Shapley, as an LP). */
async function hasCore(worth: Float64Array, n: number, cost: boolean): Promise<boolean> {
  if (n === 1) return true;
  const sign = cost ? -1 : 1;
  const writer = new ModelWriter();
  const columns = Array.from({ length: n }, () => writer.column(1, Number.NEGATIVE_INFINITY, Infinity));
  for (let mask = 1; mask < worth.length - 1; mask++) {
    const row = writer.row(sign * worth[mask]!, Infinity);
    for (let i = 0; i < n; i++) if ((mask >> i) & 1) writer.entry(row, columns[i]!, 1);
  }
  const least = await solveLinear(writer.toModel('min'));
  const whole = sign * worth.at(-1)!;
  return least.objective <= whole + 1e-7 * Math.max(1, Math.abs(whole));
}

/** A step of a chain as partners see it. */
export interface SharedStep {
  readonly giver: string;
  readonly taker: string;
  /** EUR a year. */
  readonly benefit: number;
  /** Position of the step that feeds this one. */
  readonly after?: number;
}

/** A group earns a step when both sides are in it and it also has the steps that feed it. */
export function chainGame(steps: readonly SharedStep[]): Game {
  const players = [...new Set(steps.flatMap((s) => [s.giver, s.taker]))].sort();
  const bit = new Map(players.map((p, i) => [p, 1 << i]));
  const need: number[] = [];
  for (const s of steps)
    need.push(bit.get(s.giver)! | bit.get(s.taker)! | (s.after === undefined ? 0 : need[s.after]!));
  return {
    players,
    worth: (mask) => steps.reduce((sum, s, i) => sum + ((mask & need[i]!) === need[i] ? s.benefit : 0), 0),
  };
}

/** Per unit of the stream: what each side saves and bears. */
export interface DealTerms {
  readonly giverAvoidedDisposal: number;
  readonly giverCost: number;
  /** Avoided purchase x ratio. */
  readonly takerAvoidedPurchase: number;
  readonly takerCost: number;
}

/** Price paid by the taker to the giver per unit. */
export interface PriceZone {
  /** Giver accepts from here (negative = it pays), taker up to there. */
  readonly from: number;
  readonly to: number;
  /** What there is to share per unit; a deal exists when >= 0. */
  readonly surplus: number;
  /** Halves the surplus; absent without a deal. */
  readonly equalSplitPrice?: number;
}

/** Price zone of one exchange: the giver accepts p >= its cost - avoided disposal, the taker p <= avoided purchase - its cost. */
export function priceZone(terms: DealTerms): PriceZone {
  const from = terms.giverCost - terms.giverAvoidedDisposal;
  const to = terms.takerAvoidedPurchase - terms.takerCost;
  return { from, to, surplus: to - from, ...(to >= from && { equalSplitPrice: (from + to) / 2 }) };
}
